#include "naming.h"

#include <math.h>
#include <string.h>
#include <unicode/uchar.h>

#include "deny.h"
#include "initials.h"
#include "letters.h"
#include "utf8.h"

/* ---- what is chosen ---- */

enum { LAST, NEXT, MIDDLE, PARTS = 10 }; /* VERB_WHEEL's arg: PARTS x wheel + which part of it */

static bool wheels(const struct app *app)
{
	return app->o.kiosk->names == NAMES_WHEEL;
}

bool naming_is(const struct app *app)
{
	return app->o.kiosk != NULL;
}

/* The letters, and behind them a blank; `by` further on. */
static int turned(const struct app *app, int wheel, int by)
{
	int n = letters_count(app->naming.language) + 1;

	return ((app->naming.at[wheel] + by) % n + n) % n;
}

static void letter(const struct app *app, int at, char out[5])
{
	memset(out, 0, 5);
	if (at < letters_count(app->naming.language))
		utf8_encode(letters_at(app->naming.language, at), out);
}

/* Blanks leave no gap. */
static void spell(struct app *app)
{
	char one[5];

	app->scores.name[0] = '\0';
	for (int i = 0; i < INITIALS; i++) {
		letter(app, turned(app, i, 0), one);
		strcat(app->scores.name, one);
	}
	app->naming.denied = false;
}

static void make_up(struct app *app)
{
	deny_make(app->game.options.seed, app->naming.made, app->scores.name, GAME_NAME);
}

void naming_begin(struct app *app, const char *language)
{
	app->naming.language = language;
	app->naming.denied = false;
	app->naming.typed = 0;
	(wheels(app) ? spell : make_up)(app);
	app_focus(app, (struct action){VERB_SAVE, 0});
}

static void turn(struct app *app, int wheel, int by)
{
	app->naming.at[wheel] = turned(app, wheel, by);
	app->naming.typed = (wheel + 1) % INITIALS;
	spell(app);
}

/* One that is on no wheel does nothing. */
static void type(struct app *app, int c)
{
	int n = letters_count(app->naming.language), wheel = app->naming.typed;

	for (int at = 0; wheels(app) && at < n; at++)
		if ((int)letters_at(app->naming.language, at) == u_toupper(c)) {
			turn(app, wheel, at - app->naming.at[wheel]);
			app_focus(app, (struct action){VERB_SAVE, 0});
			return;
		}
}

void naming_act(struct app *app, struct action a)
{
	if (a.verb == VERB_WHEEL && a.arg >= 0 && a.arg / PARTS < INITIALS)
		turn(app, a.arg / PARTS, a.arg % PARTS == LAST ? -1 : 1);
	if (a.verb == VERB_LETTER)
		type(app, a.arg);
	if (a.verb != VERB_ANOTHER)
		return;
	app->naming.made++;
	make_up(app);
}

bool naming_takes(struct app *app)
{
	app->naming.denied = deny_name(app->scores.name, app->naming.language);
	return app->scores.name[0] && !app->naming.denied;
}

bool naming_drag(struct app *app, float y)
{
	float step = ui_px(&app->ui, 5), by = (app->drag_y - y) / step;

	if (app->down.verb != VERB_WHEEL)
		return false;
	if (fabsf(by) < 1)
		return true;
	by = truncf(by);
	turn(app, app->down.arg / PARTS, (int)by);
	app->drag_y -= by * step;
	app->dragging = true;
	return true;
}

const char *naming_title(const struct app *app)
{
	if (app->naming.denied)
		return "Please choose other letters";
	return wheels(app) ? "Your initials" : "Your name on the board";
}

const char *naming_verb(const struct app *app)
{
	return wheels(app) ? "Enter initials" : "Choose a name";
}

/* ---- how it looks ---- */

static void draw_arrow(struct ui *ui, struct rect r, bool last, int wheel, enum icon icon)
{
	struct action a = {VERB_WHEEL, PARTS * wheel + (last ? LAST : NEXT)};
	const char *label = frame_printf(ui->f, "Letter %d: %s", wheel + 1,
					 last ? "the one before" : "the next");

	ui_spot(ui, r, label, a, SPOT_PLAIN, 0, 0);
	ui_plate(ui, &r, 1.8f, a);
	ui_icon(ui, icon, r.x + r.w / 2, r.y + r.h / 2, roundf(fminf(r.h * .6f, ui_px(ui, 6))),
		ui->t->text, 2.6f);
}

static void draw_letter(const struct app *app, struct ui *ui, struct rect r, int at, float size,
			colour c)
{
	struct style s = {FACE_DISPLAY, size / ui->u / ui->text, 1, 0};
	char one[5];

	letter(app, at, one);
	if (*one)
		ui_line(ui, s, r.x + roundf(r.w / 2), r.y + roundf(r.h / 2), TEXT_CENTRE, c,
			frame_text(ui->f, one, strlen(one)));
	else
		ui_box(ui,
		       (struct rect){r.x + roundf(r.w * .36f), r.y + roundf(r.h * .5f + size * .3f),
				     roundf(r.w * .28f), ui_px(ui, .5f)},
		       ROUND, c, 0, 0);
}

/* The letter that counts, and where there is room the ones before and behind it. */
static void draw_window(const struct app *app, struct ui *ui, struct rect r, int wheel)
{
	struct action a = {VERB_WHEEL, PARTS * wheel + MIDDLE};
	float size = fminf(r.w * .8f, r.h), small = 0;
	char one[5];

	letter(app, turned(app, wheel, 0), one);
	ui_spot(ui, r, frame_printf(ui->f, "Letter %d: %s", wheel + 1, *one ? one : "none"), a,
		SPOT_SILENT, 0, 0);
	ui_box(ui, r, 1.8f, ui->t->bg0, ui->t->border, .2f);
	if (r.h > ui_px(ui, 16)) {
		small = roundf(r.h * .24f);
		struct rect above = {r.x, r.y, r.w, small}, below = above;
		below.y = r.y + r.h - small;
		draw_letter(app, ui, above, turned(app, wheel, -1), small * .8f, ui->t->text3);
		draw_letter(app, ui, below, turned(app, wheel, 1), small * .8f, ui->t->text3);
	}
	size = fminf(size, r.h - 2 * small);
	draw_letter(app, ui, ui_inset(r, 0, small), turned(app, wheel, 0), size * .92f,
		    ui->t->text);
}

/* The arrows above and below the letters; where the box is low, at their sides. */
static void draw_wheels(const struct app *app, struct ui *ui, struct rect r)
{
	float gap = ui_gap(ui, ui->compact ? 1 : 1.6f), w = floorf((r.w - 2 * gap) / INITIALS);
	float finger = fmaxf(ui->finger, fminf(ui_px(ui, 13), roundf(r.h * .26f)));
	bool low = r.h < 4 * ui->finger && w > 3 * finger + 2 * gap;
	float more = low ? finger + gap : 0, high = low ? r.h : finger;

	ui->f->typing = true;
	ui->group = 2;
	for (int i = 0; i < INITIALS; i++) {
		struct rect at = {r.x + (float)i * (w + gap), r.y, low ? finger : w, high};
		struct rect window = {at.x + more, r.y, w - 2 * more, r.h};
		struct rect next = {at.x + w - at.w, r.y + r.h - high, at.w, high};
		if (!low)
			window = ui_inset(window, 0, high + gap);
		draw_arrow(ui, at, true, i, low ? ICON_BACK : ICON_ABOVE);
		draw_window(app, ui, window, i);
		draw_arrow(ui, next, false, i, low ? ICON_NEXT : ICON_BELOW);
	}
	ui->group = 0;
}

enum { MADE_LEAST = 12, MADE = 26 }; /* u; how high the box of a made-up name is */

static void draw_made(const struct app *app, struct ui *ui, struct rect r)
{
	struct style s = ui_sized(STYLE_TITLE, 11 / fmaxf(1, ui->text / 1.5f));
	float high = fminf(r.h, ui_px(ui, MADE));

	r.y += roundf((r.h - high) / 2);
	r.h = high;
	ui_box(ui, r, 1.8f, ui->t->bg0, ui->t->border, .2f);
	s.size = fminf(s.size, .8f * r.h / ui->u / ui->text);
	s = ui_shrunk(ui, s, app->scores.name, r.w - 2 * ui_px(ui, 2));
	ui_line(ui, s, r.x + roundf(r.w / 2), r.y + roundf(r.h / 2), TEXT_CENTRE, ui->t->text,
		app->scores.name);
}

static int fill_buttons(const struct app *app, struct button b[2])
{
	int n = 0;

	if (!wheels(app))
		b[n++] = (struct button){
			.icon = ICON_RELOAD, .label = "Another", .action = {VERB_ANOTHER, 0}};
	b[n++] = (struct button){.kind = BUTTON_PRIMARY,
				 .icon = ICON_CHECK,
				 .label = "Save",
				 .action = {VERB_SAVE, 0},
				 .flags = app->scores.name[0] ? SPOT_MAIN : SPOT_DISABLED};
	return n;
}

/* Below, or where the box is low, at its end. Returns what is left of it. */
static struct rect draw_buttons(const struct app *app, struct ui *ui, struct rect r)
{
	struct button b[2];
	int n = fill_buttons(app, b);
	float gap = ui_gap(ui, ui->compact ? 1 : 2), high = ui_button_height(ui, &b[n - 1]), w = 0;
	bool low = r.h < .75f * r.w && (float)n * (high + gap) - gap <= r.h;

	for (int i = 0; i < n; i++)
		w = fmaxf(w, ui_button_width(ui, &b[i]));
	low &= wheels(app) ? r.w - w - gap >= INITIALS * (ui->finger + gap)
			   : r.h - high - gap < ui_px(ui, MADE_LEAST);
	if (!low)
		w = floorf((r.w - (float)(n - 1) * gap) / (float)n);
	for (int i = 0; i < n; i++) {
		int up = n - 1 - i;
		struct rect at = {r.x + (float)i * (w + gap), r.y + r.h - high, w, high};
		if (low)
			at = (struct rect){r.x + r.w - w, at.y - (float)up * (high + gap), w, high};
		ui_button(ui, at, &b[i]);
	}
	if (low)
		r.w -= w + gap;
	else
		r.h -= high + gap;
	return r;
}

void naming_draw(const struct app *app, struct ui *ui, struct rect r, bool title)
{
	if (title) {
		float high = initials_asking(app, ui, r, naming_title(app)) +
			     ui_px(ui, ui->compact || r.h < ui_px(ui, 50) ? 1.2f : 3);
		r.y += high;
		r.h -= high;
	}
	r = draw_buttons(app, ui, r);
	if (wheels(app)) {
		float most = ui_px(ui, 62);
		r.y += roundf(fmaxf(0, r.h - most) / 2);
		r.h = fminf(r.h, most);
		draw_wheels(app, ui, r);
	} else {
		draw_made(app, ui, r);
	}
}
