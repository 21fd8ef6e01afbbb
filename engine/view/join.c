/* Who plays together, how, and with which buttons. */
#include "join.h"

#include <math.h>
#include <string.h>
#include <unicode/uchar.h>

#include "controls.h"
#include "letters.h"
#include "seats.h"
#include "token.h"
#include "utf8.h"

enum { FEWEST = 2 };

/* ---- what pressing does ---- */

static void enter(struct app *app)
{
	if (app->nplayers < FEWEST)
		app->nplayers = app->together > 0 ? app->together : FEWEST;
	if (!app->o.mode->together)
		app->o.mode = &game_modes[0];
	app->mistakes = false;
	app->seat = -1;
	app->listens = false;
	seats_begin(app);
}

static void set_players(struct app *app, int n)
{
	app->nplayers = n < FEWEST ? FEWEST : n > GAME_PLAYERS ? GAME_PLAYERS : n;
}

static void open_seat(struct app *app, int seat)
{
	app->seat = seat;
	app->ui.scroll_at = 0;
	letters_begin(app, app->seats[seat].name, 0, app_language(app));
	app_focus(app, (struct action){VERB_SAVE, 0});
}

static void close_seat(struct app *app)
{
	struct action seat = {VERB_SEAT, app->seat};

	app->typing.into = NULL;
	app->seat = -1;
	app->ui.scroll_at = 0;
	app_focus(app, seat);
}

static void go_back(struct app *app)
{
	if (app->listens)
		app->listens = false;
	else if (app->seat >= 0)
		close_seat(app);
	else
		app_home(app);
}

/* A letter of the pad is a capital: within a word it becomes a small one. */
static void add_letter(struct app *app, int letter)
{
	char *name = app->seats[app->seat].name;

	if (!letters_add(app, letter))
		return;
	size_t at = strlen(name);
	do
		at--;
	while (at > 0 && ((unsigned char)name[at] & 0xC0) == 0x80);
	if (at == 0 || name[at - 1] == '-' || name[at - 1] == ' ')
		return;
	char out[4];
	uint32_t c;
	int n = utf8_decode(name + at, strlen(name + at), &c);
	if (n > 0 && utf8_encode((uint32_t)u_tolower((UChar32)c), out) == n)
		memcpy(name + at, out, (size_t)n);
}

static void bind(struct app *app, int seat)
{
	if (!seat_bind(app, seat, &app->press))
		return;
	app->tried_ms[seat] = app->now;
	app->listens = false;
	app_cue(app, CUE_BUZZ, 0);
}

static void act(struct app *app, struct action a, enum by by)
{
	switch (a.verb) {
	case VERB_BACK:
	case VERB_SAVE: go_back(app); break;
	case VERB_FEWER_PLAYERS: set_players(app, app->nplayers - 1); break;
	case VERB_MORE_PLAYERS: set_players(app, app->nplayers + 1); break;
	case VERB_WAY: app->party = (enum party)a.arg; break;
	case VERB_MODE: app->o.mode = &game_modes[a.arg]; break;
	case VERB_SEAT: open_seat(app, a.arg); break;
	case VERB_EXTRA: app->seats[app->seat].more_percent = a.arg; break;
	case VERB_HAND:
		app->listens = true;
		app->ui.scroll_at = 0;
		break;
	case VERB_BIND: bind(app, a.arg); break;
	case VERB_BUZZ: app->listens = false; break; /* it is theirs already */
	case VERB_LETTER:
		if (by == BY_KEY) /* what is typed has its own case */
			letters_add(app, a.arg);
		else
			add_letter(app, a.arg);
		break;
	case VERB_DELETE: letters_delete(app); break;
	case VERB_PLAY:
		app->together = app->nplayers;
		app_go(app, &screen_packs);
		break;
	default: break;
	}
}

/* ---- how it is played ---- */

enum { ROWS = 3 };

static void add_option(struct row *r, const char *label, struct action a, bool on)
{
	r->options[r->n++] = (struct option){.label = label, .action = a, .on = on};
}

static void fill(const struct app *app, struct ui *ui, struct row rows[ROWS])
{
	static const char *const lines[] = {"One question each, round and round",
					    "The first press takes the question"};

	rows[0] = (struct row){.name = "Players",
			       .line = "On one screen",
			       .kind = CONTROL_STEPPER,
			       .value = frame_printf(ui->f, "%d", app->nplayers),
			       .widest = "8"};
	add_option(&rows[0], "Fewer players", (struct action){VERB_FEWER_PLAYERS, 0},
		   app->nplayers == FEWEST);
	add_option(&rows[0], "More players", (struct action){VERB_MORE_PLAYERS, 0},
		   app->nplayers == GAME_PLAYERS);
	rows[1] = (struct row){
		.name = "Answers", .line = lines[app->party], .kind = CONTROL_SEGMENTS};
	add_option(&rows[1], "In turns", (struct action){VERB_WAY, PARTY_TURNS},
		   app->party == PARTY_TURNS);
	add_option(&rows[1], "Buzzers", (struct action){VERB_WAY, PARTY_BUZZERS},
		   app->party == PARTY_BUZZERS);
	rows[2] = (struct row){.name = "Mode", .line = app->o.mode->line, .kind = CONTROL_SEGMENTS};
	for (int i = 0; game_modes[i].id; i++)
		if (game_modes[i].together)
			add_option(&rows[2], game_modes[i].name, (struct action){VERB_MODE, i},
				   app->o.mode == &game_modes[i]);
}

static float draw_rows(const struct app *app, struct ui *ui, struct rect at, bool paint)
{
	struct row rows[ROWS];
	float gap = ui_px(ui, ui->compact ? 1 : 1.2f), top = at.y;

	fill(app, ui, rows);
	for (int i = 0; i < ROWS; i++) {
		struct row_fit f = row_fit(ui, &rows[i], at.w);
		at.h = f.height;
		ui->group = i + 1;
		if (paint)
			row_draw(ui, at, &rows[i], &f);
		at.y += at.h + gap;
	}
	ui->group = 0;
	return at.y - gap - top;
}

/* ---- who plays ---- */

/* NULL: as long as the others. */
static const char *extra_of(int more_percent)
{
	return more_percent < 0      ? "No clock"
	       : more_percent >= 100 ? "Double time"
	       : more_percent > 0    ? "Half the time again"
				     : NULL;
}

const char *join_hand(const struct app *app, struct ui *ui, int seat)
{
	char name[NAME_BOUND];

	seat_binding_name(app, seat, name);
	return *name ? frame_text(ui->f, name, strlen(name)) : "No button yet";
}

static const char *line_of(const struct app *app, struct ui *ui, int seat)
{
	const char *extra = extra_of(app->seats[seat].more_percent);

	if (app->party == PARTY_TURNS)
		return extra ? extra : "Name and time";
	const char *hand = join_hand(app, ui, seat);
	return extra ? frame_printf(ui->f, "%s · %s", hand, extra) : hand;
}

static const struct style NAME = {FACE_SEMIBOLD, 3.1f, 1.22f, 0};

static float seat_height(struct ui *ui)
{
	float text = ui_font(ui, NAME) * 1.22f + ui_font(ui, STYLE_LABEL) * 1.35f;

	return roundf(fmaxf(ui_px(ui, ui->compact ? 8.35f : 9.6f), text + ui_px(ui, 1.6f)));
}

static void draw_seat(const struct app *app, struct ui *ui, struct rect r, int seat)
{
	const struct theme *t = ui->t;
	struct action a = {VERB_SEAT, seat};
	struct feel feel = ui_feel(ui, a);
	const char *name = token_name(ui, app->seats, seat), *line = line_of(app, ui, seat);
	float pad = ui_px(ui, ui->compact ? 1.6f : 2.2f), token = ui_scaled(ui, 4.2f),
	      icon = ui_scaled(ui, 3);
	float name_h = ui_font(ui, NAME) * 1.22f, line_h = ui_font(ui, STYLE_LABEL) * 1.35f;

	ui_spot(ui, r, frame_printf(ui->f, "%s: %s", name, line), a, SPOT_PLAIN, 0, 0);
	r.y += feel.down;
	ui_shadow(ui, r, 1.8f, false);
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.8f, 0);
	ui_box(ui, r, 1.8f,
	       ui_tint(feel, (colour[]){t->surface, t->focusfill, t->focusfill, t->focusfill}),
	       ui_tint(feel, (colour[]){t->hair, t->text3, t->hair, t->focus}),
	       feel.to == LOOK_PRESSED ? .4f : .16f);
	float x = r.x + pad, middle = r.y + r.h / 2;
	token_draw(ui, seat, x + token / 2, middle, token);
	x += token + ui_px(ui, ui->compact ? 1.4f : 2);
	float end = r.x + r.w - pad, room = end - x - icon - ui_px(ui, 1);
	ui_icon(ui, ICON_SETUP, end - icon / 2, middle, icon, t->text3, 2.2f);
	float top = r.y + roundf((r.h - name_h - line_h) / 2);
	ui_cut(ui, NAME, x, top + name_h / 2, room, t->text, name);
	ui_cut(ui, STYLE_LABEL, x, top + name_h + line_h / 2, room, t->text2, line);
}

static float draw_seats(const struct app *app, struct ui *ui, struct rect at, bool paint)
{
	float gap = ui_px(ui, ui->compact ? 1 : 1.2f), high = seat_height(ui);
	int n = app->nplayers, columns = at.w >= 80 * ui->u * ui->text && n > 4 ? 2 : 1;
	int rows = (n + columns - 1) / columns;
	float w = floorf((at.w - (float)(columns - 1) * gap) / (float)columns);

	ui->group = ROWS + 1;
	for (int i = 0; i < n && paint; i++)
		draw_seat(app, ui,
			  (struct rect){at.x + (float)(i % columns) * (w + gap),
					at.y + (float)(i / columns) * (high + gap), w, high},
			  i);
	ui->group = 0;
	return (float)rows * (high + gap) - gap;
}

/* ---- the page of all ---- */

static float draw_page(const struct app *app, struct ui *ui, struct rect at, bool paint)
{
	bool wide = !ui->compact && !ui->portrait && at.w >= 120 * ui->u * ui->text;
	float gap = ui_px(ui, ui->compact ? 1.4f : 2.8f);

	if (!wide) {
		float high = draw_rows(app, ui, at, paint) + gap;
		at.y += high;
		return high + draw_seats(app, ui, at, paint);
	}
	struct rect left = at, right = at;
	left.w = roundf((at.w - gap) * .5f);
	right.x += left.w + gap;
	right.w -= left.w + gap;
	float rows = draw_rows(app, ui, left, paint);
	return fmaxf(rows, draw_seats(app, ui, right, paint));
}

static void draw_foot(const struct app *app, struct ui *ui, struct rect button, float end)
{
	bool buzzers = app->party == PARTY_BUZZERS;
	int seat = buzzers ? seat_unbound(app) : -1, wanting = buzzers ? seat_wanting(app) : -1;
	float x = button.x + button.w + ui_px(ui, 3), y = button.y + button.h / 2;
	struct hint hints[] = {{"←|↑|↓|→", "Move"}, {"Enter", "Choose"}, {"Esc", "Back"}};

	if (wanting >= 0)
		ui_spot(ui, (struct rect){0}, "A free button", (struct action){VERB_BIND, wanting},
			SPOT_SILENT, 0, 0);
	if (seat >= 0) {
		const char *s = frame_printf(ui->f, "%s, press a free button",
					     token_said(ui, app->seats, seat));
		float token = ui_scaled(ui, 3.4f), start = x + token + ui_px(ui, 1.6f);
		if (start + ui_width(ui, STYLE_LABEL, s) <= end) {
			token_draw(ui, seat, x + token / 2, y, token);
			ui_line(ui, STYLE_LABEL, start, y, TEXT_START, ui->t->text2, s);
		}
		return;
	}
	if (!ui->portrait && !ui->compact)
		ui_hints(ui, x, end, y, hints, 3);
}

static void draw_all(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	float top = ui_head(ui, "Play together", (struct action){VERB_BACK, 0}, s.x + s.w);
	struct button go = {.kind = BUTTON_PRIMARY,
			    .after = ICON_ARROW,
			    .label = "Choose a pack",
			    .action = {VERB_PLAY, 0},
			    .flags = SPOT_MAIN};
	float high = ui_button_height(ui, &go), pad = ui_px(ui, .8f),
	      y = top + ui_px(ui, ui->compact ? 1.2f : 2.4f);
	struct rect view = {s.x, y, s.w, s.y + s.h - high - ui_px(ui, ui->compact ? 1.4f : 3) - y};
	struct rect at = {view.x, 0, view.w, 0};

	if (draw_page(app, ui, at, false) + 2 * pad > view.h)
		at.w = view.w -= ui_px(ui, 3);
	at.y = view.y + pad - ui->scroll_at;
	float height = draw_page(app, ui, at, false) + 2 * pad;
	ui_scroll_begin(ui, view);
	draw_page(app, ui, at, true);
	ui_scroll_end(ui, height);
	float w = ui->portrait || ui->tiny ? s.w : ui_button_width(ui, &go) + ui_px(ui, 4);
	struct rect button = {s.x, s.y + s.h - high, w, high};
	ui_button(ui, button, &go);
	draw_foot(app, ui, button, s.x + s.w);
}

static void draw(const struct app *app, struct ui *ui)
{
	ui_ground(ui);
	if (app->seat >= 0)
		joinseat_draw(app, ui);
	else
		draw_all(app, ui);
}

const struct screen screen_join = {"join", enter, act, NULL, draw};
