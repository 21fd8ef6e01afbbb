/* How high it went, and every answer once more. */
#include <math.h>
#include <string.h>

#include "answers.h"
#include "motion.h"
#include "podium.h"
#include "screens.h"

static void act(struct app *app, struct action a, enum by by)
{
	if (by == BY_KEY && a.verb != VERB_HOME) { /* arrows between the buttons and the list */
		app_focus(app, a);
		if (a.verb == VERB_AGAIN)
			app->ui.scroll_at = 0;
		return;
	}
	switch (a.verb) {
	case VERB_AGAIN:
		app->review = -1;
		app_play_again(app);
		break;
	case VERB_HOME:
		app->review = -1;
		app_go(app, &screen_home);
		break;
	case VERB_REVIEW:
		app->review = a.arg;
		app_go(app, &screen_reveal);
		break;
	default: break;
	}
}

static void enter(struct app *app)
{
	app->tallied = app->review >= 0;
	app->review = -1;
	if (!app->tallied)
		app_cue(app, CUE_COUNT, 0);
}

enum {
	FLOOR_MS = 90, /* each floor is counted so long, all at most ... */
	FLOORS_MS = 1200,
	SCORE_MS = 800,
};

/* What the results say while they are counted: first the floors, one by one, and the points. */
static int counted_floor(const struct app *app, struct ui *ui)
{
	int floor = game_player(&app->game)->floor, ms = floor * FLOOR_MS;

	if (app->tallied)
		return floor;
	return (int)((float)floor *
		     motion_move(ui, app->since, 0, ms < FLOORS_MS ? ms : FLOORS_MS));
}

static int counted_score(const struct app *app, struct ui *ui)
{
	float t = app->tallied ? 1 : motion_move(ui, app->since, 0, SCORE_MS);

	return (int)roundf((float)game_player(&app->game)->score * ease_out(t));
}

static struct style figure_style(const struct ui *ui)
{
	return ui_sized(STYLE_NUMERAL, ui->compact ? 4.6f : 5.6f);
}

static void figure(struct ui *ui, float x, float y, const char *big, const char *small)
{
	struct style s = figure_style(ui);
	float high = ui_font(ui, s);

	ui_line(ui, s, x, y + high / 2, TEXT_START, ui->t->text, big);
	ui_line(ui, STYLE_LABEL, x, y + high + ui_px(ui, .4f) + ui_font(ui, STYLE_LABEL) * .6f,
		TEXT_START, ui->t->text2, small);
}

/* Side by side, on as many rows as the width asks for, from y down; none of them lies across
 * `fold`, where what is seen of the page ends. Returns their height. */
static float figures(const struct app *app, struct ui *ui, float x, float y, float width,
		     float fold, bool paint)
{
	const struct game *g = &app->game;
	const char *all[3][2] = {{ui_number(ui, game_player(g)->score), "points"},
				 {ui_number(ui, game_player(g)->best_streak), "best streak"},
				 {ui_duration(ui, game_player(g)->total_ms), "total time"}};
	float gap = ui_px(ui, ui->compact ? 3 : 6), at = 0, top = 0;
	float high = ui_font(ui, figure_style(ui)) + ui_font(ui, STYLE_LABEL) * 1.3f;

	for (int i = 0; i < 3; i++) {
		/* as wide as it will be: nothing moves aside while it is counted */
		float w = fmaxf(ui_width(ui, figure_style(ui), all[i][0]),
				ui_width(ui, STYLE_LABEL, all[i][1]));
		if (at > 0 && at + w > width) {
			at = 0;
			top += high + ui_px(ui, 1);
		}
		if (at == 0 && y + top < fold && y + top + high > fold)
			top = fold - y;
		if (paint)
			figure(ui, x + at, y + top,
			       i ? all[i][0] : ui_number(ui, counted_score(app, ui)), all[i][1]);
		at += w + gap;
	}
	return top + high;
}

static void hero_art(struct ui *ui, struct rect r)
{
	/* The art ends in the colour that the sky has there (ui_ground): no edge is seen. */
	colour ground = colour_mix(ui->t->bg1, ui->t->bg0, fminf(1, (r.y + r.h) / (.72f * ui->h)));
	colour edge = colour_mix(ui->t->bg0, ui->t->bg1, .45f);
	struct item *w = frame_add(ui->f, ITEM_WELL, r);

	w->well = (struct well){.centre = {r.x + r.w * .524f, r.y + 23.1f * ui->u},
				.vanishing = {r.x + r.w * .5f, r.y + 19.9f * ui->u},
				.radius = 57.4f * ui->u,
				.aspect = 1,
				.rotation = -.14f,
				.turns = 5,
				.tint = -1,
				.near_rail = ui->t->brand,
				.far_rail = ui->t->focus};
	struct item *down = frame_add(ui->f, ITEM_GRADIENT, r);
	float at = 46 * ui->u / r.h; /* the scrim follows the art, whatever is below it */
	down->nstops = 4;
	down->stop[0] = (struct stop){.23f * at, colour_fade(ground, 0)};
	down->stop[1] = (struct stop){.65f * at, colour_fade(ground, .55f)};
	down->stop[2] = (struct stop){fminf(.95f, .93f * at), colour_fade(ground, .95f)};
	down->stop[3] = (struct stop){fminf(1, 1.13f * at), ground};
	if (r.w >= ui->w) {
		ui_stay(ui);
		return;
	}
	struct item *side = frame_add(ui->f, ITEM_GRADIENT, r);
	side->across = true;
	side->nstops = 2;
	side->stop[0] = (struct stop){.55f, colour_fade(edge, 0)};
	side->stop[1] = (struct stop){1, edge};
	ui_stay(ui);
}

static void name_chip(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;
	const char *title = text_in(&g->deck.item[0].pack->title, app_language(app)),
		   *mode = g->options.mode->name;
	float high = fmaxf(ui_px(ui, 6.4f), roundf(ui_font(ui, STYLE_STRONG) * 1.7f)),
	      pad = ui_px(ui, 2.2f), gap = ui_px(ui, 1.2f);

	for (int i = 1; i < g->deck.n; i++)
		if (g->deck.item[i].pack != g->deck.item[0].pack)
			title = "All packs";
	float rest = ui_width(ui, STYLE_STRONG, "·") + 2 * gap + ui_width(ui, STYLE_STRONG, mode);
	float room = fminf(ui->stage.w, 62 * ui->u) - 2 * pad - rest;
	float w = fminf(room, ui_width(ui, STYLE_STRONG, title));
	struct rect r = {ui->stage.x, ui->stage.y, w + rest + 2 * pad, high};

	ui_box(ui, r, ROUND, colour_fade(ui->t->bg0, .9f), 0, 0);
	float x = r.x + pad, y = r.y + high / 2;
	ui_cut(ui, STYLE_STRONG, x, y, w, ui->t->text, title);
	x += w + gap;
	x += ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text3, "·") + gap;
	ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text2, mode);
}

static const char *tally(const struct app *app, struct ui *ui)
{
	return frame_printf(ui->f, "%d of %d correct", game_player(&app->game)->right,
			    game_answers(&app->game));
}

static float buttons_height(const struct ui *ui)
{
	return ui_button_height(ui, &(struct button){.kind = BUTTON_PRIMARY});
}

/* Both buttons, spread over a width (0: as wide as they are); returns where they end. */
static float draw_buttons(const struct app *app, struct ui *ui, float x, float y, float width)
{
	struct button again = {.kind = BUTTON_PRIMARY,
			       .icon = ICON_RELOAD,
			       .label = app->game.options.mode->again,
			       .action = {VERB_AGAIN, 0},
			       .flags = SPOT_MAIN};
	bool listed = ui->focus.verb == VERB_REVIEW;
	struct button home = {
		.icon = ICON_HOME, .label = "Home", .action = {VERB_HOME, 0}, .key1 = KEY_ESCAPE};
	float high = ui_button_height(ui, &again), gap = ui_px(ui, 2);
	float w1 = ui_button_width(ui, &again), w2 = ui_button_width(ui, &home);

	if (listed)
		again.key1 = ui->rtl ? KEY_RIGHT : KEY_LEFT;
	if (listed && ui->focus.arg == 0)
		again.key2 = KEY_UP;
	if (width > 0) {
		w1 = floorf((width - gap) * w1 / (w1 + w2));
		w2 = width - gap - w1;
	}
	ui_button(ui, (struct rect){x, y, w1, high}, &again);
	ui_button(ui, (struct rect){x + w1 + gap, y, w2, high}, &home);
	return x + w1 + gap + w2;
}

static void tally_end(const struct app *app, struct ui *ui, float x, float y)
{
	int right = game_player(&app->game)->right, wrong = game_answers(&app->game) - right;
	float size = ui_scaled(ui, 3);

	x -= ui_line(ui, STYLE_LABEL, x, y, TEXT_END, ui->t->text,
		     frame_printf(ui->f, "%d wrong", wrong)) +
	     ui_px(ui, .9f) + size;
	ui_icon(ui, ICON_CROSS, x + size / 2, y, size, ui->t->bad, 3);
	x -= ui_px(ui, 2.6f);
	x -= ui_line(ui, STYLE_LABEL, x, y, TEXT_END, ui->t->text,
		     frame_printf(ui->f, "%d right", right)) +
	     ui_px(ui, .9f) + size;
	ui_icon(ui, ICON_CHECK, x + size / 2, y, size, ui->t->ok, 3);
}

/* What Enter does to what has the focus. */
static struct hint enter_hint(const struct ui *ui)
{
	static const struct {
		enum verb verb;
		const char *does;
	} all[] = {{VERB_REVIEW, "Why?"}, {VERB_HOME, "Home"}, {VERB_AGAIN, "Again"}};
	int i = 0;

	while (all[i].verb != VERB_AGAIN && all[i].verb != (enum verb)ui->focus.verb)
		i++;
	return (struct hint){"Enter", all[i].does};
}

/* Hero at the start, list at the end. */
static void draw_wide(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	float hero = ui_px(ui, 66), list_x = s.x + ui_px(ui, 74), gap = ui_px(ui, 2);

	hero_art(ui, (struct rect){0, 0, s.x + ui_px(ui, 69.9f), ui->h});
	name_chip(app, ui);
	struct style display = {FACE_DISPLAY, 22, 1, 0};
	const char *floor = frame_printf(ui->f, "Floor %d", game_player(&app->game)->floor);
	const char *counted = frame_printf(ui->f, "Floor %d", counted_floor(app, ui));
	if (ui->text > 1.5f)
		display.size *= 1.5f / ui->text;
	display = ui_shrunk(ui, display, floor, hero);
	float y = s.y + s.h - buttons_height(ui);
	draw_buttons(app, ui, s.x, y, 0);
	y -= ui_px(ui, 4.6f) + figures(app, ui, s.x, y, hero, INFINITY, false);
	figures(app, ui, s.x, y, hero, INFINITY, true);
	struct style sum = {FACE_SEMIBOLD, 3.6f, 1.2f, 0};
	y -= ui_px(ui, 3.6f) + ui_font(ui, sum) * .6f;
	ui_line(ui, sum, s.x, y, TEXT_START, ui->t->text, tally(app, ui));
	y -= ui_font(ui, sum) * .6f + ui_px(ui, 2.4f) + ui_font(ui, display) / 2;
	ui_line(ui, display, s.x - ui_px(ui, .6f), y, TEXT_START, ui->t->text, counted);

	float end = s.x + s.w, head = ui_px(ui, 6.4f), line = s.y + head / 2;
	ui_line(ui, ui_sized(STYLE_TITLE, 5.6f), list_x, line, TEXT_START, ui->t->text,
		"Your answers");
	if (ui->text < 1.5f)
		tally_end(app, ui, end, line);
	float foot = ui_px(ui, 6), top = s.y + head + ui_px(ui, 1.5f);
	struct rect view = {list_x - ui_px(ui, .7f), top,
			    end - list_x + ui_px(ui, .7f) - ui_px(ui, 2.5f),
			    s.y + s.h - foot - gap - top};
	ui_scroll_begin(ui, view);
	answers_draw(app, ui, view, 0);
	struct hint hints[] = {{"↑|↓", "Review"}, enter_hint(ui), {"Esc", "Home"}};
	ui_hints(ui, list_x, end, s.y + s.h - foot / 2, hints, 3);
}

/* One page that scrolls, hero first; the buttons stay below it. */
static void draw_tall(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	bool art = ui->portrait && !ui->compact;
	float button = buttons_height(ui), y = s.y + s.h - button;

	struct rect view = {s.x, s.y, s.w - ui_px(ui, ui->compact ? 1.2f : 2),
			    y - ui_px(ui, ui->compact ? 1.4f : 3) - s.y};
	float head = art ? ui_px(ui, 8) : 0;
	if (art) {
		hero_art(ui, (struct rect){0, 0, ui->w, fminf(ui->h, 52 * ui->u)});
		name_chip(app, ui);
		view.y += head;
		view.h -= head;
	}
	ui_scroll_begin(ui, view);
	struct style display = {FACE_DISPLAY, art ? 20 : 12, 1, 0},
		     sum = {FACE_SEMIBOLD, 3.6f, 1.2f, 0};
	const char *floor = frame_printf(ui->f, "Floor %d", game_player(&app->game)->floor);
	const char *counted = frame_printf(ui->f, "Floor %d", counted_floor(app, ui));
	if (ui->text > 1.5f)
		display.size *= 1.5f / ui->text;
	display = ui_shrunk(ui, display, floor, view.w);
	float at = view.y - ui->scroll_at + (art ? ui_px(ui, 26) : 0);
	ui_line(ui, display, view.x - ui_px(ui, .4f), at + ui_font(ui, display) / 2, TEXT_START,
		ui->t->text, counted);
	if (!art &&
	    ui_width(ui, display, floor) + ui_width(ui, sum, tally(app, ui)) + ui_px(ui, 3) <
		    view.w) {
		ui_line(ui, sum, view.x + view.w - ui_px(ui, 1), at + ui_font(ui, display) / 2,
			TEXT_END, ui->t->text, tally(app, ui));
		at += ui_font(ui, display) + ui_px(ui, .6f);
	} else {
		at += ui_font(ui, display) + ui_px(ui, 1.4f);
		ui_line(ui, sum, view.x, at + ui_font(ui, sum) * .6f, TEXT_START, ui->t->text,
			tally(app, ui));
		at += ui_font(ui, sum) * 1.2f + ui_px(ui, 2);
	}
	at += figures(app, ui, view.x, at, view.w, view.y + view.h - ui->scroll_at, true) +
	      ui_px(ui, ui->compact ? 2 : 4);
	if (art) {
		ui_line(ui, ui_sized(STYLE_TITLE, 5.6f), view.x, at + ui_px(ui, 2.8f), TEXT_START,
			ui->t->text, "Your answers");
		if (ui->text < 1.5f)
			tally_end(app, ui, view.x + view.w, at + ui_px(ui, 2.8f));
		at += ui_px(ui, 7.4f);
	}
	answers_draw(app, ui, view, at - (view.y - ui->scroll_at));
	float buttons_end = draw_buttons(app, ui, s.x, y, ui->portrait || ui->tiny ? s.w : 0);
	struct hint hints[] = {{"↑|↓", "Review"}, enter_hint(ui)};
	if (!ui->portrait && !ui->tiny)
		ui_hints(ui, buttons_end + ui_px(ui, 3), s.x + s.w, y + button / 2, hints, 2);
}

static void draw(const struct app *app, struct ui *ui)
{
	ui_ground(ui);
	if (app->game.nplayers > 1)
		podium_draw(app, ui);
	else if (!ui->compact && !ui->portrait && ui->w >= 140 * ui->u && ui->text < 1.75f)
		draw_wide(app, ui);
	else
		draw_tall(app, ui);
}

const struct screen screen_results = {"results", enter, act, NULL, draw};
