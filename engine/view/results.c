/* How high it went, and every answer once more. */
#include <math.h>
#include <string.h>

#include "answers.h"
#include "motion.h"
#include "podium.h"
#include "resultbar.h"
#include "scores.h"
#include "tally.h"

static void act(struct app *app, struct action a, enum by by)
{
	bool leads = a.verb == VERB_AGAIN || a.verb == VERB_REVIEW;

	if (by == BY_KEY && leads) { /* arrows between the buttons and the list */
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
	case VERB_MISTAKES:
		app->o.mode = game_mode("study");
		app->mistakes = true;
		app->review = -1;
		app_play_again(app);
		break;
	case VERB_SCORES: scores_open_own(app); break;
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
	app->tallied = app->review >= 0 || app->from == &screen_scores;
	app->review = -1;
	app->owed = 0;
	if (app->game.nplayers == 1)
		app->owed = deck_mistakes(app->held, app->nheld, app->o.past);
	if (app->tallied)
		return;
	app_cue(app, CUE_COUNT, 0);
	scores_find(app);
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

	for (int i = g->options.mode->pointless ? 1 : 0; i < 3; i++) {
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

/* ---- more of it: the rounds, or the hardest question ---- */

static float line_of(struct ui *ui)
{
	return roundf(ui_font(ui, STYLE_LABEL) * 1.45f);
}

static bool has_rounds(const struct app *app)
{
	return app->game.options.mode->rounds && !app->game.options.mistakes;
}

/* The hardest question on as many lines as it needs, where that are two at most, else cut. */
static float ask_height(struct ui *ui, const char *ask, float width)
{
	struct block b = ui_measure(ui, STYLE_STRONG, ask, width, TEXT_BALANCED);

	return b.n <= 2 ? fmaxf(b.h, line_of(ui)) : line_of(ui);
}

static const char *hardest(const struct app *app, int *share)
{
	const struct deck *d = &app->game.deck;
	int at = tally_hardest(app, share);

	return at < 0 ? NULL
		      : text_in(&d->item[at].pack->questions[d->item[at].question].ask,
				app_language(app));
}

static float more_height(const struct app *app, struct ui *ui, float width)
{
	int share;
	const char *ask = hardest(app, &share);

	if (has_rounds(app))
		return (float)app->game.deck.nrounds * line_of(ui);
	return ask ? ask_height(ui, ask, width) + line_of(ui) : 0;
}

static void draw_rounds(const struct app *app, struct ui *ui, float x, float y, float width)
{
	for (int i = 0; i < app->game.deck.nrounds; i++) {
		struct round_told r = tally_round(app, ui, i);
		const char *n = frame_printf(ui->f, "%d of %d", r.right, r.asked);
		float w = ui_width(ui, STYLE_STRONG, n), at = y + line_of(ui) * ((float)i + .5f);

		ui_cut(ui, STYLE_LABEL, x, at, width - w - ui_px(ui, 2), ui->t->text2, r.title);
		ui_line(ui, STYLE_STRONG, x + width, at, TEXT_END, ui->t->text, n);
	}
}

static void draw_more(const struct app *app, struct ui *ui, float x, float y, float width)
{
	int share;
	const char *ask = hardest(app, &share), *said = "hardest question";

	if (has_rounds(app)) {
		draw_rounds(app, ui, x, y, width);
		return;
	}
	if (!ask)
		return;
	float high = ask_height(ui, ask, width), line = line_of(ui);
	if (ui_measure(ui, STYLE_STRONG, ask, width, TEXT_BALANCED).n <= 2)
		ui_text(ui, STYLE_STRONG, (struct rect){x, y, width, high},
			TEXT_BALANCED | TEXT_MIDDLE, ui->t->text, ask);
	else
		ui_cut(ui, STYLE_STRONG, x, y + high / 2, width, ui->t->text, ask);
	if (share >= 0)
		said = frame_printf(ui->f, "hardest question: %d%% had it right", share);
	ui_line(ui, ui_shrunk(ui, STYLE_LABEL, said, width), x, y + high + line / 2, TEXT_START,
		ui->t->text2, said);
}

/* Its place on the boards, in amber. */
static float place_chip(const struct app *app, struct ui *ui, float x, float y, bool paint)
{
	const char *place = scores_tell(app, ui);
	float high = fmaxf(ui_px(ui, 5), roundf(ui_font(ui, STYLE_STRONG) * 1.6f)),
	      pad = ui_px(ui, 1.6f), icon = ui_scaled(ui, 2.7f), gap = ui_px(ui, .9f);

	if (!place)
		return 0;
	float w = 2 * pad + icon + gap + ui_width(ui, STYLE_STRONG, place);
	if (paint) {
		struct rect r = {x, roundf(y - high / 2), w, high};
		ui_box(ui, r, ROUND, ui->t->lock, ui->t->lockline, ui->t->lockline ? .3f : 0);
		ui_icon(ui, ICON_STAR, r.x + pad + icon / 2, y, icon, ui->t->onlock, 1);
		ui_line(ui, STYLE_STRONG, r.x + pad + icon + gap, y, TEXT_START, ui->t->onlock,
			place);
	}
	return w;
}

/* fade: where the art has gone dark enough for large words, px from its top. */
static void hero_art(struct ui *ui, struct rect r, float fade)
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
	float at = fade / r.h; /* the scrim follows the art, whatever is below it */
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
	const char *title = tally_pack(app), *mode = tally_mode(app, ui);
	float high = fmaxf(ui_px(ui, 6.4f), roundf(ui_font(ui, STYLE_STRONG) * 1.7f)),
	      pad = ui_px(ui, 2.2f), gap = ui_px(ui, 1.2f);

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
	} all[] = {{VERB_REVIEW, "Why?"},
		   {VERB_HOME, "Home"},
		   {VERB_MISTAKES, "Play"},
		   {VERB_SCORES, "Open"},
		   {VERB_AGAIN, "Again"}};
	int i = 0;

	while (all[i].verb != VERB_AGAIN && all[i].verb != (enum verb)ui->focus.verb)
		i++;
	return (struct hint){"Enter", all[i].does};
}

/* Hero at the start, list at the end. False: there is no room for that. */
static bool draw_wide(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	float hero = ui_px(ui, 66), list_x = s.x + ui_px(ui, 74), gap = ui_px(ui, 2);
	struct style display = {FACE_DISPLAY, 22, 1, 0}, sum = {FACE_SEMIBOLD, 3.6f, 1.2f, 0};
	const char *whole = tally_hero(app, ui, game_player(&app->game)->floor);
	const char *counted = tally_hero(app, ui, counted_floor(app, ui));
	struct resultbar bar = resultbar_measure(app, ui, hero, false);

	if (ui->text > 1.5f)
		display.size *= 1.5f / ui->text;
	display = ui_shrunk(ui, display, whole, hero);
	float foot_y = s.y + s.h - resultbar_height(ui, &bar);
	float figures_h = figures(app, ui, s.x, 0, hero, INFINITY, false);
	float more = more_height(app, ui, hero), more_air = ui_px(ui, 2.6f);
	float room = foot_y - s.y - ui_px(ui, 8) - ui_px(ui, 4.6f + 3.6f + 2.4f) - figures_h -
		     ui_font(ui, sum) * 1.2f; /* for the hero, and what is told beside it */
	if (more > 0 && room < ui_font(ui, display) + more + more_air)
		more = 0;
	if (room < ui_px(ui, 14))
		return false;
	if (room < ui_font(ui, display))
		display.size *= room / ui_font(ui, display);
	float y = foot_y - ui_px(ui, 4.6f) - (more > 0 ? more + more_air : 0) - figures_h;
	float sum_y = y - ui_px(ui, 3.6f) - ui_font(ui, sum) * .6f;
	float hero_y = sum_y - ui_font(ui, sum) * .6f - ui_px(ui, 2.4f) - ui_font(ui, display) / 2;

	hero_art(ui, (struct rect){0, 0, s.x + ui_px(ui, 69.9f), ui->h},
		 fmaxf(ui_px(ui, 18), hero_y - ui_font(ui, display) / 2 + ui_px(ui, 6)));
	name_chip(app, ui);
	ui_line(ui, display, s.x - ui_px(ui, .6f), hero_y, TEXT_START, ui->t->text, counted);
	float said = ui_line(ui, sum, s.x, sum_y, TEXT_START, ui->t->text, tally_sum(app, ui));
	float chip = place_chip(app, ui, 0, 0, false);
	if (said + ui_px(ui, 3) + chip <= hero)
		place_chip(app, ui, s.x + said + ui_px(ui, 3), sum_y, true);
	figures(app, ui, s.x, y, hero, INFINITY, true);
	if (more > 0)
		draw_more(app, ui, s.x, y + figures_h + more_air, hero);
	resultbar_draw(ui, &bar, s.x, foot_y);

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
	return true;
}

/* One page that scrolls, hero first; the buttons stay below it. */
static void draw_tall(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	bool art = ui->portrait && !ui->compact;
	bool spread = ui->portrait || ui->tiny;
	struct resultbar bar = resultbar_measure(app, ui, s.w, spread);
	float button = resultbar_height(ui, &bar), y = s.y + s.h - button;

	struct rect view = {s.x, s.y, s.w - ui_px(ui, ui->compact ? 1.2f : 2),
			    y - ui_px(ui, ui->compact ? 1.4f : 3) - s.y};
	float head = art ? ui_px(ui, 8) : 0;
	if (art) {
		hero_art(ui, (struct rect){0, 0, ui->w, fminf(ui->h, 52 * ui->u)}, 46 * ui->u);
		name_chip(app, ui);
		view.y += head;
		view.h -= head;
	}
	ui_scroll_begin(ui, view);
	struct style display = {FACE_DISPLAY, art ? 20 : 12, 1, 0},
		     sum = {FACE_SEMIBOLD, 3.6f, 1.2f, 0};
	const char *floor = tally_hero(app, ui, game_player(&app->game)->floor);
	const char *counted = tally_hero(app, ui, counted_floor(app, ui));
	if (ui->text > 1.5f)
		display.size *= 1.5f / ui->text;
	display = ui_shrunk(ui, display, floor, view.w);
	float chip = place_chip(app, ui, 0, 0, false);
	float at = view.y - ui->scroll_at + (art ? ui_px(ui, 26) : 0);
	ui_line(ui, display, view.x - ui_px(ui, .4f), at + ui_font(ui, display) / 2, TEXT_START,
		ui->t->text, counted);
	if (!art &&
	    ui_width(ui, display, floor) + ui_width(ui, sum, tally_sum(app, ui)) + ui_px(ui, 3) <
		    view.w) {
		ui_line(ui, sum, view.x + view.w - ui_px(ui, 1), at + ui_font(ui, display) / 2,
			TEXT_END, ui->t->text, tally_sum(app, ui));
		at += ui_font(ui, display) + ui_px(ui, .6f);
	} else {
		at += ui_font(ui, display) + ui_px(ui, 1.4f);
		float middle = at + ui_font(ui, sum) * .6f, gap = ui_px(ui, 3);
		float said = ui_line(ui, sum, view.x, middle, TEXT_START, ui->t->text,
				     tally_sum(app, ui));
		if (said + gap + chip <= view.w) {
			place_chip(app, ui, view.x + said + gap, middle, true);
			chip = 0;
		}
		at += ui_font(ui, sum) * 1.2f + ui_px(ui, 2);
	}
	if (chip > 0) {
		float high = fmaxf(ui_px(ui, 5), roundf(ui_font(ui, STYLE_STRONG) * 1.6f));
		place_chip(app, ui, view.x, at + high / 2, true);
		at += high + ui_px(ui, ui->compact ? 1.2f : 2.4f);
	}
	at += figures(app, ui, view.x, at, view.w, view.y + view.h - ui->scroll_at, true) +
	      ui_px(ui, ui->compact ? 2 : 4);
	if (more_height(app, ui, view.w) > 0) {
		draw_more(app, ui, view.x, at, view.w);
		at += more_height(app, ui, view.w) + ui_px(ui, ui->compact ? 2 : 4);
	}
	if (art) {
		ui_line(ui, ui_sized(STYLE_TITLE, 5.6f), view.x, at + ui_px(ui, 2.8f), TEXT_START,
			ui->t->text, "Your answers");
		if (ui->text < 1.5f)
			tally_end(app, ui, view.x + view.w, at + ui_px(ui, 2.8f));
		at += ui_px(ui, 7.4f);
	}
	answers_draw(app, ui, view, at - (view.y - ui->scroll_at));
	resultbar_draw(ui, &bar, s.x, y);
	struct hint hints[] = {{"↑|↓", "Review"}, enter_hint(ui)};
	if (!spread)
		ui_hints(ui, s.x + bar.at[bar.n - 1].x + bar.at[bar.n - 1].w + ui_px(ui, 3),
			 s.x + s.w, y + button - bar.h / 2, hints, 2);
}

static void draw(const struct app *app, struct ui *ui)
{
	ui_ground(ui);
	bool wide = !ui->compact && !ui->portrait && ui->w >= 140 * ui->u && ui->text < 1.75f;

	if (app->game.nplayers > 1)
		podium_draw(app, ui);
	else if (!wide || !draw_wide(app, ui))
		draw_tall(app, ui);
}

const struct screen screen_results = {"results", enter, act, NULL, draw};
