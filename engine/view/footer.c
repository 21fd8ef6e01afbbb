#include "footer.h"

#include <ctype.h>
#include <math.h>

#include "accessbar.h"
#include "buzz.h"
#include "motion.h"
#include "pad.h"
#include "picture.h"

#define ASLEEP .65f /* how much is seen of lifelines while an answer is held */

static const struct {
	enum icon icon;
	const char *label, *brief;
	int key;
} helps[LIFELINES] = {
	[LIFELINE_FIFTY] = {ICON_HALF, "50 : 50", "50 : 50", '7'},
	[LIFELINE_SWAP] = {ICON_SWAP, "Swap question", "Swap", '8'},
	[LIFELINE_TIME] = {ICON_MORE_TIME, "+20 seconds", "+20 s", '9'},
	[LIFELINE_HINT] = {ICON_HINT, "Hint", "Hint", 'h'},
};

struct button footer_help(const struct app *app, enum lifeline l, bool brief)
{
	bool asks = app->game.phase == PHASE_ASKING && app->locked_ms < 0;

	return (struct button){.kind = BUTTON_PILL,
			       .icon = helps[l].icon,
			       .label = brief ? helps[l].brief : helps[l].label,
			       .action = {VERB_HELP, (int)l},
			       .key1 = helps[l].key,
			       .resting = !asks,
			       .used = asks && !game_can(&app->game, l)};
}

static bool several(const struct app *app)
{
	return game_asked(&app->game)->need > 1;
}

/* Whether what is chosen can be locked in now. */
static bool answers(const struct app *app)
{
	return app->locked_ms < 0 && !buzz_open(app);
}

/* What stands elsewhere where nobody needs it within reach. */
static void add_reached(const struct app *app, struct ui *ui, struct footer *f, bool zooms,
			bool folded)
{
	static const struct button pause = {.kind = BUTTON_PILL,
					    .icon = ICON_PAUSE,
					    .label = "Pause",
					    .action = {VERB_PAUSE, 0},
					    .key1 = KEY_ESCAPE};
	static const struct button zoom = {.kind = BUTTON_PILL,
					   .icon = ICON_ZOOM,
					   .label = "Zoom",
					   .action = {VERB_ZOOM, ZOOM_QUESTION},
					   .key1 = 'z'};

	if (ui->reach && zooms)
		f->b[f->n++] = zoom;
	if (folded || (ui->reach && !accessbar_is(app, ui)))
		f->b[f->n++] = pause;
}

static void add_buttons(const struct app *app, struct ui *ui, struct footer *f, bool brief,
			bool zooms, bool folded)
{
	f->n = 0;
	if (several(app))
		f->b[f->n++] = (struct button){
			.kind = BUTTON_PRIMARY,
			.icon = ICON_LOCK,
			.label = "Lock in",
			.action = {VERB_LOCK, 0},
			.flags = app->chosen && answers(app) ? SPOT_PLAIN : SPOT_DISABLED};
	if (buzz_game(app))
		f->b[f->n++] = (struct button){.kind = BUTTON_PILL,
					       .icon = ICON_SKIP,
					       .label = brief ? "Nobody" : "Nobody knows",
					       .action = {VERB_SKIP, 0},
					       .key1 = '0',
					       .resting = !buzz_open(app)};
	for (int l = 0; l < LIFELINES && !ui->tiny && !folded; l++)
		if (game_has(&app->game, (enum lifeline)l)) {
			f->b[f->n] = footer_help(app, (enum lifeline)l, brief);
			f->b[f->n++].tint = ui->t->focus;
		}
	add_reached(app, ui, f, zooms, folded);
}

static float gap(const struct ui *ui)
{
	return ui_gap(ui, ui->compact ? 1.2f : 1.8f);
}

static float height_of(const struct ui *ui, const struct button *b)
{
	float least = ui->tiny ? 5.6f : ui->compact ? 6 : ui->portrait ? 8.2f : 7.2f;

	if (b->kind != BUTTON_PILL)
		return ui_button_height(ui, b);
	return fmaxf(fmaxf(24, ui_finger(ui, least)), roundf(ui_font(ui, STYLE_STRONG) * 2));
}

/* A row from button `first` to before `end`, at y; as wide as the window where that is narrow.
 * Returns its height. */
static float lay_row(struct ui *ui, struct footer *f, int first, int end, float y, float width)
{
	float x = 0, high = 0, all = -gap(ui), spare;

	for (int i = first; i < end; i++) {
		f->at[i].w = fminf(width, ui_button_width(ui, &f->b[i]));
		all += f->at[i].w + gap(ui);
		high = fmaxf(high, height_of(ui, &f->b[i]));
	}
	spare = (ui->portrait || ui->tiny) && (all > width * .5f || f->b[first].kind != BUTTON_PILL)
			? width - all
			: 0;
	for (int i = first; i < end; i++) {
		float h = height_of(ui, &f->b[i]), more = floorf(spare / (float)(end - i));
		spare -= more;
		f->at[i] = (struct rect){x, y + roundf((high - h) / 2), f->at[i].w + more, h};
		x += f->at[i].w + gap(ui);
	}
	f->start = x;
	return high;
}

static float all_width(struct ui *ui, const struct footer *f, int first)
{
	float w = -gap(ui);

	for (int i = first; i < f->n; i++)
		w += ui_button_width(ui, &f->b[i]) + gap(ui);
	return w;
}

struct footer footer_fit(const struct app *app, struct ui *ui, float width, bool zooms, bool folded)
{
	struct footer f = {0};
	bool apart = ui->portrait || ui->tiny; /* the button that locks in has a row of its own */
	float y = 0, w;
	int first = 0;

	add_buttons(app, ui, &f, ui->compact && !ui->portrait, zooms, folded);
	if (all_width(ui, &f, apart && several(app)) > width)
		add_buttons(app, ui, &f, true, zooms, folded);
	while (first < f.n) {
		int end = first + 1;
		w = ui_button_width(ui, &f.b[first]);
		while (end < f.n && !(apart && f.b[first].kind == BUTTON_PRIMARY)) {
			w += gap(ui) + ui_button_width(ui, &f.b[end]);
			if (w > width)
				break;
			end++;
		}
		f.width = fmaxf(f.width, end - first > 1 ? 0 : w);
		y += lay_row(ui, &f, first, end, y, width);
		f.height = y;
		f.rows++;
		y += gap(ui);
		first = end;
	}
	if (!ui->tiny)
		f.height = fmaxf(f.height, ui_px(ui, ui->compact ? 6 : 7.2f));
	return f;
}

/* Whether a line of this width stands beside the buttons. */
static bool beside(struct ui *ui, const struct footer *f, struct rect r, float w)
{
	return f->n == 0 || f->start + ui_px(ui, 2) + w <= r.w;
}

/* The keys of the lifelines that are left, as a hint has them; or "". */
static const char *help_keys(const struct app *app, struct ui *ui)
{
	const char *all = "";

	for (int l = 0; l < LIFELINES; l++) {
		const char *key = frame_printf(ui->f, "%c", toupper(helps[l].key));
		if (ui->device == DEVICE_PAD)
			key = pad_hint(key);
		if (game_can(&app->game, (enum lifeline)l))
			all = *all ? frame_printf(ui->f, "%s|%s", all, key) : key;
	}
	return all;
}

static void draw_hints(const struct app *app, struct ui *ui, const struct footer *f, struct rect r,
		       bool zooms, bool listens)
{
	const char *keys = frame_printf(ui->f, "1–%d", game_asked(&app->game)->nshown);
	bool picks = ui->device == DEVICE_PAD && app->set.pad_picks &&
		     !several(app); /* the same again locks in */
	const char *helping = help_keys(app, ui);
	struct hint h[5];
	int n = 0;
	float y = r.y + r.h / 2;

	if (f->n > 0) /* beside the last row */
		y = r.y + f->at[f->n - 1].y + f->at[f->n - 1].h / 2;
	if (picks)
		keys = "A|B|X|Y";
	if (*helping) /* the first to give way */
		h[n++] = (struct hint){helping, "Help"};
	if (!buzz_open(app)) {
		h[n++] = (struct hint){keys, buzz_game(app) && !several(app) ? "Answer" : "Choose"};
		if (!picks && (!buzz_game(app) || several(app)))
			h[n++] = (struct hint){"Enter", "Lock in"};
	}
	if (zooms)
		h[n++] = (struct hint){"Z", "Zoom"};
	if (listens)
		h[n++] = (struct hint){"L", "Listen"};
	ui_hints(ui, r.x + f->start, r.x + r.w, y, h, n);
}

void footer_draw(const struct app *app, struct ui *ui, const struct footer *f, struct rect r,
		 bool zooms, bool listens)
{
	bool locked = app->locked_ms >= 0,
	     pointer = ui->device == DEVICE_MOUSE || ui->device == DEVICE_TOUCH;
	const char *back = NULL;

	if (locked && pointer && !ui->tiny)
		back = frame_printf(ui->f, "%s %s", ui->device == DEVICE_TOUCH ? "Tap" : "Press",
				    several(app) ? "a card to go back" : "again to take it back");
	bool room = !back || beside(ui, f, r, ui_width(ui, STYLE_LABEL, back));
	for (int i = 0; i < f->n && room; i++) {
		struct rect at = f->at[i];
		if (f->b[i].kind == BUTTON_PRIMARY && !answers(app))
			continue;
		at.x += r.x;
		at.y += r.y;
		struct mark one = motion_mark(ui);
		ui_button(ui, at, &f->b[i]);
		if (f->b[i].resting)
			motion_shift(ui, one, 0, 0, ASLEEP);
	}
	for (int l = 0; l < LIFELINES && ui->tiny; l++) /* the keys alone */
		if (!locked && game_can(&app->game, (enum lifeline)l))
			ui_spot(ui, (struct rect){r.x, r.y, 0, 0}, "",
				(struct action){VERB_HELP, l}, SPOT_SILENT, helps[l].key, 0);
	if (back)
		ui_line(ui, STYLE_LABEL, r.x + r.w, r.y + r.h / 2, TEXT_END, ui->t->text2, back);
	else if (!locked && !ui->tiny)
		draw_hints(app, ui, f, r, zooms, listens);
}
