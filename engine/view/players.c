/*
 * Between questions of a game together: whose turn it is, how all stand between rounds, and before
 * a game with buzzers what each presses. Between rounds one who plays alone comes here too.
 */
#include <math.h>
#include <string.h>

#include "seats.h"
#include "standing.h"
#include "token.h"

enum about { ABOUT_TURN, ABOUT_HANDS, ABOUT_STANDINGS };

static enum about about(const struct game *g)
{
	if (g->at == 0)
		return game_by_buzzers(g) ? ABOUT_HANDS : ABOUT_TURN;
	return game_round_begins(g) ? ABOUT_STANDINGS : ABOUT_TURN;
}

static void enter(struct app *app)
{
	memset(app->tried_ms, -1, sizeof app->tried_ms);
	if (about(&app->game) == ABOUT_HANDS)
		seats_begin(app);
}

static void begin(struct app *app)
{
	app_move(app, OP_READY, 0, app->now);
	app_go(app, &screen_question);
}

static bool all_tried(const struct app *app)
{
	for (int i = 0; i < app->game.nplayers; i++)
		if (app->tried_ms[i] < 0 || app->now - app->tried_ms[i] < TWICE_MS)
			return false;
	return true;
}

/* It is theirs, and it works. */
static void try_hands(struct app *app, unsigned players)
{
	for (int i = 0; i < app->game.nplayers; i++)
		if (players >> i & 1)
			app->tried_ms[i] = app->now;
	app_cue(app, CUE_BUZZ, 0);
}

static void act(struct app *app, struct action a, enum by by)
{
	switch (a.verb) {
	case VERB_READY: begin(app); break;
	case VERB_PAUSE: app_go(app, &screen_pause); break;
	case VERB_BUZZ:
		if (by == BY_KEY && all_tried(app))
			begin(app);
		else
			try_hands(app, (unsigned)a.arg);
		break;
	case VERB_BIND:
		if (seat_bind(app, a.arg, &app->press))
			try_hands(app, 1u << a.arg);
		break;
	default: break;
	}
}

/* ---- words ---- */

/* What a round is about; NULL: nothing of its own. */
static const char *round_about(const struct app *app, int round)
{
	const struct text *t = app->game.deck.rounds[round];

	return t ? text_in(t, app_language(app)) : NULL;
}

static const char *title_of(const struct game *g)
{
	static const char *const titles[] = {"Pass & Play", "Buzzers", "Standings"};

	return titles[about(g)];
}

/* "Round 3 of 6": of the mode where it has rounds, else one for each turn of all. */
static const char *round_words(struct ui *ui, const struct game *g)
{
	int at = g->players[g->turn < 0 ? 0 : g->turn].asked, n = g->laps;

	if (g->deck.nrounds > 1) {
		at = g->deck.item[g->at].round;
		n = g->deck.nrounds;
	} else if (game_by_buzzers(g)) {
		return frame_printf(ui->f, "%d questions", g->deck.n);
	}
	return frame_printf(ui->f, ui->tiny ? "%d of %d" : "Round %d of %d", at + 1, n);
}

struct words {
	int player; /* whose token stands before them; -1: none */
	const char *first, *then;
};

/* What is said of the round that comes next. */
static const char *next_round(const struct app *app, struct ui *ui)
{
	int round = app->game.deck.item[app->game.at].round;
	const char *what = round_about(app, round);

	return what ? frame_printf(ui->f, "Next: %s", what)
		    : frame_printf(ui->f, "Next: round %d", round + 1);
}

/* Said to whoever is not there yet. */
static const char *clock_words(const struct app *app, const struct ui *ui)
{
	bool touch = ui->device == DEVICE_TOUCH;

	if (app->game.nplayers == 1)
		return "The clock starts when you are ready.";
	if (app->game.options.clock_percent == CLOCK_OFF)
		return touch ? "Come to the screen. There is no clock."
			     : "Take the controller. There is no clock.";
	return touch ? "Come to the screen. The clock starts when you are ready."
		     : "Take the controller. The clock starts when you are ready.";
}

static struct words hands_words(const struct app *app, struct ui *ui)
{
	int without = seat_unbound(app);

	if (without >= 0)
		return (struct words){
			without,
			frame_printf(ui->f, "%s, press a free button",
				     token_said(ui, app->game.options.seats, without)),
			"A key, a controller, a buzzer. Or press your card with a finger."};
	if (all_tried(app))
		return (struct words){-1, "Everybody is there", "Any button begins the game."};
	return (struct words){-1, "Press your button to try it",
			      "In the game the first press takes the turn."};
}

static struct words words(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;

	if (about(g) == ABOUT_HANDS)
		return hands_words(app, ui);
	if (g->nplayers == 1 || game_by_buzzers(g))
		return (struct words){-1, next_round(app, ui),
				      g->nplayers > 1 ? standing_words(ui, g)
						      : clock_words(app, ui)};
	struct words w = {g->turn, token_said(ui, g->options.seats, g->turn), clock_words(app, ui)};
	if (!ui->tiny || ui->text < 1.5f)
		w.first = frame_printf(ui->f, "%s, it’s your turn", w.first);
	if (about(g) == ABOUT_STANDINGS)
		w.then = frame_printf(ui->f, "%s. %s.", next_round(app, ui), standing_words(ui, g));
	return w;
}

/* ---- parts of the page ---- */

static struct rect draw_head(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;
	struct rect s = ui->stage;
	float side = ui_scaled(ui, ui->compact ? 6 : 7.4f),
	      gap = ui_px(ui, ui->compact ? 1.6f : 2.8f);
	struct rect pause = {s.x + s.w - side, s.y, side, side};
	struct style title = ui->compact ? ui_sized(STYLE_TITLE, 6) : ui_sized(STYLE_TITLE, 6.4f);
	float y = s.y + roundf(side / 2);

	if (ui->text > 1.5f)
		title.size *= 1.5f / ui->text;
	ui_square(ui, pause, ICON_PAUSE, "Pause", (struct action){VERB_PAUSE, 0}, KEY_ESCAPE);
	float end = pause.x - gap;
	end -= ui_line(ui, STYLE_LABEL, end, y, TEXT_END, ui->t->text2, round_words(ui, g)) + gap;
	title = ui_shrunk(ui, title, title_of(g), end - s.x);
	ui_line(ui, title, s.x - ui_px(ui, .3f), y, TEXT_START, ui->t->text, title_of(g));
	s.y += side;
	s.h -= side;
	return s;
}

static const struct style FIRST = {FACE_SEMIBOLD, 3.6f, 1.2f, 0};

/* Who is next, what they are to do, and the button for it. Returns what is left above. */
static struct rect draw_foot(const struct app *app, struct ui *ui, struct rect page)
{
	struct words w = words(app, ui);
	struct button ready = {.kind = BUTTON_PRIMARY,
			       .after = ICON_ARROW,
			       .label = about(&app->game) == ABOUT_HANDS ? "Start"
					: app->game.nplayers > 1 && !game_by_buzzers(&app->game)
						? "I’m ready"
						: "Go on",
			       .action = {VERB_READY, 0},
			       .flags = SPOT_MAIN};
	float high = ui_button_height(ui, &ready),
	      across = ui_button_width(ui, &ready) + ui_px(ui, 2);
	float token = w.player < 0 ? 0 : ui_scaled(ui, 4), gap = ui_px(ui, ui->compact ? 2 : 3);
	float start = token > 0 ? token + gap : 0;
	bool below = ui->portrait || ui->tiny || page.w - across < 70 * ui->u * ui->text;
	float room = page.w - start - (below ? 0 : across + gap);
	float air = ui_px(ui, ui->compact ? 1.2f : 2.4f), most = page.h * .35f;
	struct style style = FIRST;
	float first = ui_measure(ui, style, w.first, room, TEXT_BALANCED).h;
	float then = ui_measure(ui, STYLE_LABEL, w.then, room, TEXT_BALANCED).h;

	while (first > most && ui_font(ui, style) > 12) {
		style.size *= .92f;
		first = ui_measure(ui, style, w.first, room, TEXT_BALANCED).h;
	}
	bool cut = first > most; /* a name that has no room even so */
	if (cut)
		first = roundf(ui_font(ui, style) * style.line);
	if (first + then > most || ui->tiny)
		then = 0;
	float words_h = first + then, foot = below ? words_h + air + high : fmaxf(words_h, high);
	struct rect r = {page.x, page.y + page.h - foot, page.w, foot};
	struct rect button = {r.x + r.w - across, r.y + roundf((foot - high) / 2), across, high};
	float y = r.y + (below ? 0 : roundf((foot - words_h) / 2));
	if (below)
		button = (struct rect){r.x, r.y + foot - high, r.w, high};
	if (about(&app->game) == ABOUT_HANDS && seat_wanting(app) >= 0)
		ui_spot(ui, (struct rect){0}, w.first,
			(struct action){VERB_BIND, seat_wanting(app)}, SPOT_SILENT, 0, 0);
	if (token > 0)
		token_draw(ui, w.player, r.x + token / 2, y + words_h / 2, token);
	if (cut)
		ui_cut(ui, style, r.x + start, y + first / 2, room, ui->t->text, w.first);
	else
		ui_text(ui, style, (struct rect){r.x + start, y, room, first}, TEXT_BALANCED,
			ui->t->text, w.first);
	if (then > 0)
		ui_text(ui, STYLE_LABEL, (struct rect){r.x + start, y + first, room, then},
			TEXT_BALANCED, ui->t->text2, w.then);
	ui_button(ui, button, &ready);
	page.h -= foot;
	return page;
}

/* ---- the rounds of one who plays alone ---- */

/* "3 of 4 right" */
static const char *round_tally(struct ui *ui, const struct game *g, int round)
{
	int right = 0, asked = 0;

	for (int i = 0; i < g->at; i++)
		if (g->deck.item[i].round == round) {
			right += g->asked[i].outcome == OUTCOME_RIGHT;
			asked++;
		}
	return frame_printf(ui->f, "%d of %d right", right, asked);
}

static void draw_round(const struct app *app, struct ui *ui, struct rect r, int round,
		       const char *what, float start, float room)
{
	const struct theme *t = ui->t;
	int now = app->game.deck.item[app->game.at].round;
	float pad = ui_px(ui, 2.4f), middle = r.y + r.h / 2;
	bool ahead = round > now;

	ui_shadow(ui, r, 1.8f, false);
	ui_box(ui, r, 1.8f,
	       round == now ? t->surface2
	       : ahead      ? 0
			    : t->surface,
	       round == now ? t->focus : t->hair, round == now ? .45f : .16f);
	ui_line(ui, ui_sized(STYLE_NUMERAL, 4.2f), r.x + pad, middle, TEXT_START, t->text3,
		frame_printf(ui->f, "%d", round + 1));
	ui_text(ui, STYLE_BUTTON, (struct rect){r.x + start, r.y, room, r.h},
		TEXT_MIDDLE | TEXT_BALANCED, ahead ? t->text2 : t->text, what);
	if (round < now)
		ui_line(ui, STYLE_LABEL, r.x + r.w - pad, middle, TEXT_END, t->text2,
			round_tally(ui, &app->game, round));
	else if (round == now)
		standing_chip(ui, r.x + r.w - pad, middle);
}

/* All rounds, those that are over with what was right in them; returns their height. */
static float draw_rounds(const struct app *app, struct ui *ui, struct rect at, bool paint)
{
	const struct game *g = &app->game;
	float pad = ui_px(ui, 2.4f), gap = ui_px(ui, 1.2f), top = at.y;
	float start = pad + ui_width(ui, ui_sized(STYLE_NUMERAL, 4.2f), "88") + gap;
	float room = at.w - pad - start - ui_width(ui, STYLE_LABEL, "88 of 88 right") - gap;

	for (int i = 0; i < g->deck.nrounds; i++) {
		const char *what = round_about(app, i);

		if (!what)
			what = frame_printf(ui->f, "Round %d", i + 1);
		struct block b = ui_measure(ui, STYLE_BUTTON, what, room, TEXT_BALANCED);
		struct rect r = {at.x, at.y, at.w, fmaxf(ui_px(ui, 8.35f), b.h + ui_px(ui, 2.4f))};
		if (paint)
			draw_round(app, ui, r, i, what, start, room);
		at.y += r.h + gap;
	}
	return at.y - gap - top;
}

static void draw_alone(const struct app *app, struct ui *ui, struct rect view)
{
	view.w = fminf(view.w, 110 * ui->u * ui->text) - ui_px(ui, 3);
	float pad = ui_px(ui, .8f), high = draw_rounds(app, ui, view, false) + 2 * pad;
	struct rect at = {view.x, view.y + pad - ui->scroll_at, view.w, view.h};

	ui_scroll_begin(ui, view);
	draw_rounds(app, ui, at, true);
	ui_scroll_end(ui, high);
}

static void draw(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;
	float air = ui_px(ui, ui->compact ? 1.4f : 2.8f);

	ui_ground(ui);
	struct rect page = draw_foot(app, ui, draw_head(app, ui));
	page.y += air;
	page.h -= 2.4f * air;
	if (g->nplayers == 1) {
		draw_alone(app, ui, page);
		return;
	}
	bool hands = about(g) == ABOUT_HANDS, standings = about(g) == ABOUT_STANDINGS;
	standing_draw(app, ui, page,
		      &(struct standing){.game = g,
					 .placed = standings,
					 .counted = standings,
					 .hands = hands,
					 .next = game_by_buzzers(g) ? -1 : g->turn,
					 .since = app->since});
}

const struct screen screen_players = {"players", enter, act, NULL, draw};
