/* How high it went, and every answer once more. */
#include <math.h>

#include "accessbar.h"
#include "answers.h"
#include "podium.h"
#include "resultbar.h"
#include "resultparts.h"
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
		app_home(app);
		break;
	case VERB_REVIEW:
		app->review = a.arg;
		app_go(app, &screen_reveal);
		break;
	default: break;
	}
}

/* Questions of the game that were answered wrong, each counted once. */
static int count_missed(const struct game *g)
{
	int n = 0;

	for (int i = 0; i < g->deck.n; i++) {
		bool missed =
			g->asked[i].outcome == OUTCOME_WRONG || g->asked[i].outcome == OUTCOME_LATE;

		for (int k = 0; k < i && missed; k++) /* what was wrong comes back in some modes */
			missed = g->deck.item[k].pack != g->deck.item[i].pack ||
				 g->deck.item[k].question != g->deck.item[i].question;
		n += missed;
	}
	return n;
}

static void enter(struct app *app)
{
	app->tallied = app->review >= 0 || app->from == &screen_scores;
	app->review = -1;
	app->owed = 0;
	if (app->game.nplayers == 1)
		app->owed = deck_mistakes(app->held, app->nheld, visit_mistakes(app));
	app->missed = count_missed(&app->game);
	if (app->tallied)
		return;
	app_cue(app, CUE_COUNT, 0);
	scores_find(app);
}

/* What Enter does to what has the focus. */
static struct hint enter_hint(const struct app *app, const struct ui *ui)
{
	static const struct {
		enum verb verb;
		const char *does;
	} all[] = {{VERB_REVIEW, "Why?"},
		   {VERB_HOME, "Home"},
		   {VERB_MISTAKES, "Play"},
		   {VERB_SCORES, "Scores"},
		   {VERB_AGAIN, "Again"}};
	int i = 0;

	while (all[i].verb != VERB_AGAIN && all[i].verb != (enum verb)ui->focus.verb)
		i++;
	bool names = all[i].verb == VERB_SCORES && app->scores.unnamed;
	if (all[i].verb == VERB_HOME && app->o.kiosk)
		return (struct hint){"Enter", "Finish"};
	return (struct hint){"Enter", names ? "Initials" : all[i].does};
}

/* Hero at the start, list at the end. False: there is no room for that. */
static bool draw_wide(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	float hero = ui_px(ui, 66), list_x = s.x + ui_px(ui, 74), gap = ui_px(ui, 2);
	struct style display = {FACE_DISPLAY, 22, 1, 0}, sum = {FACE_SEMIBOLD, 3.6f, 1.2f, 0};
	const char *whole = tally_hero(app, ui, game_player(&app->game)->floor);
	const char *counted = tally_hero(app, ui, resultparts_floor(app, ui));
	struct accessbar access = accessbar_beside(app, ui, s.w, false);
	float beside = access.n > 0 ? access.w + gap : 0;
	struct resultbar bar = resultbar_measure(app, ui, hero, false);
	bool below = bar.rows > 1 || access.n > 0; /* the buttons stand below the list, too */

	if (below)
		bar = resultbar_measure(app, ui, s.w - beside, false);
	if (access.n > 0 && (bar.rows > 1 || bar.squeezed))
		return false;
	if (ui->text > 1.5f)
		display.size *= 1.5f / ui->text;
	display = ui_shrunk(ui, display, whole, hero);
	float foot_y = s.y + s.h - fmaxf(resultbar_height(ui, &bar), access.h);
	float figures_h = resultparts_figures(app, ui, s.x, 0, hero, INFINITY, false);
	float more = resultparts_more_height(app, ui, hero), more_air = ui_px(ui, 2.6f);
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

	resultparts_art(ui, (struct rect){0, 0, s.x + ui_px(ui, 69.9f), ui->h},
			fmaxf(ui_px(ui, 18), hero_y - ui_font(ui, display) / 2 + ui_px(ui, 6)));
	resultparts_name(app, ui);
	ui_line(ui, display, s.x - ui_px(ui, .6f), hero_y, TEXT_START, ui->t->text, counted);
	float said = ui_line(ui, sum, s.x, sum_y, TEXT_START, ui->t->text, tally_sum(app, ui));
	float chip = resultparts_place(app, ui, 0, 0, false);
	if (said + ui_px(ui, 3) + chip <= hero)
		resultparts_place(app, ui, s.x + said + ui_px(ui, 3), sum_y, true);
	resultparts_figures(app, ui, s.x, y, hero, INFINITY, true);
	if (more > 0)
		resultparts_more(app, ui, s.x, y + figures_h + more_air, hero);
	resultbar_draw(ui, &bar, s.x,
		       foot_y + roundf(fmaxf(0, access.h - resultbar_height(ui, &bar)) / 2));
	accessbar_draw(ui, &access, s);

	float end = s.x + s.w, head = ui_px(ui, 6.4f), line = s.y + head / 2;
	ui_line(ui, ui_sized(STYLE_TITLE, 5.6f), list_x, line, TEXT_START, ui->t->text,
		"Your answers");
	if (ui->text < 1.5f)
		resultparts_count(app, ui, end, line);
	float foot = ui_px(ui, 6), top = s.y + head + ui_px(ui, 1.5f), x = list_x;
	float bottom = s.y + s.h - foot - gap;
	if (below) {
		foot = bar.h;
		bottom = foot_y - ui_px(ui, 2.6f);
		x = s.x + bar.w + ui_px(ui, 3);
	}
	struct rect view = {list_x - ui_px(ui, .7f), top,
			    end - list_x + ui_px(ui, .7f) - ui_px(ui, 2.5f), bottom - top};
	ui_scroll_begin(ui, view);
	answers_draw(app, ui, view, 0);
	struct hint hints[] = {{"↑|↓", "Review"}, enter_hint(app, ui), {"Esc", "Home"}};
	if (access.n == 0)
		ui_hints(ui, x, end, s.y + s.h - foot / 2, hints, app->o.kiosk ? 2 : 3);
	return true;
}

/* In the row of the buttons where both have room, else below them; in small windows above the page.
 */
static struct accessbar place_access(const struct app *app, struct ui *ui, struct rect *s,
				     struct resultbar *bar, bool spread)
{
	float gap = ui_px(ui, ui->compact ? 1.2f : 2.4f);
	struct accessbar access = accessbar_beside(app, ui, s->w, ui->compact);

	access.page = *s;
	if (access.n == 0)
		return access;
	if (ui->compact && !ui->portrait) {
		access.page.h = access.h;
		s->y += access.h + gap;
		s->h -= access.h + gap;
		return access;
	}
	struct resultbar narrow = resultbar_measure(app, ui, s->w - access.w - gap, false);
	if (!spread && narrow.rows == 1 && !narrow.squeezed) {
		*bar = narrow;
		return access;
	}
	float most = ui_low(ui, *s).h - resultbar_height(ui, bar) - ui->finger;
	access = accessbar_fit(app, ui, s->w, most - ui_px(ui, 4));
	access.page = *s;
	s->h -= access.room;
	return access;
}

/* What scrolls fades away below the name: no art may be behind it then. */
static void dim_art(struct ui *ui, float high)
{
	float seen = fminf(1, ui->scroll_at / ui_px(ui, 6));
	struct item *i = frame_add(ui->f, ITEM_GRADIENT, (struct rect){0, 0, ui->w, high});

	i->nstops = 2;
	i->stop[0] = (struct stop){0, colour_fade(ui_sky(ui, 0), seen)};
	i->stop[1] = (struct stop){1, colour_fade(ui_sky(ui, high), seen)};
}

/* One page that scrolls, hero first; the buttons stay below it. */
static void draw_tall(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	bool art = ui->portrait && !ui->compact;
	bool spread = ui->portrait || ui->tiny;
	struct resultbar bar = resultbar_measure(app, ui, s.w, spread);
	float grown = ui->text, bar_text = grown;
	while (ui->compact && resultbar_height(ui, &bar) > .3f * s.h && bar_text > 1) {
		ui->text = bar_text = fmaxf(1, bar_text - .1f);
		bar = resultbar_measure(app, ui, s.w, spread);
	}
	ui->text = grown;
	struct accessbar access = place_access(app, ui, &s, &bar, spread);
	float button = resultbar_height(ui, &bar), y = s.y + s.h - button;

	struct rect view = {s.x, s.y, s.w - (art ? 0 : ui_px(ui, ui->compact ? 1.2f : 2)),
			    y - ui_px(ui, ui->compact ? 1.4f : 3) - s.y};
	float head = art ? resultparts_name_height(ui) + ui_px(ui, 1.6f) : 0;
	if (art) {
		float high = (access.n > 0 ? 40 : 52) * ui->u;
		resultparts_art(ui, (struct rect){0, 0, ui->w, fminf(ui->h, high)},
				high - 6 * ui->u);
		if (ui->scroll_at > 0)
			dim_art(ui, fminf(ui->h, high));
		resultparts_name(app, ui);
		view.y += head;
		view.h -= head;
	}
	struct style display = {FACE_DISPLAY, art ? 20 : 12, 1, 0},
		     sum = {FACE_SEMIBOLD, 3.6f, 1.2f, 0};
	bool above = ui->compact && !ui->portrait && access.n > 0; /* in the row of the bar */
	if (above)
		ui_line(ui, ui_shrunk(ui, sum, tally_sum(app, ui), s.w - access.w), s.x,
			access.page.y + access.h / 2, TEXT_START, ui->t->text, tally_sum(app, ui));
	struct rect list = view; /* with air for rings, beside which the rows are flush */
	list.x -= answers_air(ui);
	list.w += answers_air(ui) * (art ? 2 : 1);
	ui_scroll_begin(ui, list);
	const char *floor = tally_hero(app, ui, game_player(&app->game)->floor);
	const char *counted = tally_hero(app, ui, resultparts_floor(app, ui));
	if (ui->text > 1.5f)
		display.size *= 1.5f / ui->text;
	display = ui_shrunk(ui, display, floor, view.w);
	float chip = resultparts_place(app, ui, 0, 0, false);
	float at = view.y - ui->scroll_at + (art ? ui_px(ui, access.n > 0 ? 14 : 26) : 0);
	ui_line(ui, display, view.x - ui_px(ui, .4f), at + ui_font(ui, display) / 2, TEXT_START,
		ui->t->text, counted);
	if (above) {
		float big = ui_width(ui, display, floor) + ui_px(ui, 3);
		if (big + chip <= view.w) {
			resultparts_place(app, ui, view.x + big, at + ui_font(ui, display) / 2,
					  true);
			chip = 0;
		}
		at += ui_font(ui, display) + ui_px(ui, .6f);
	} else if (!art && ui_width(ui, display, floor) + ui_width(ui, sum, tally_sum(app, ui)) +
					   ui_px(ui, 3) <
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
			resultparts_place(app, ui, view.x + said + gap, middle, true);
			chip = 0;
		}
		at += ui_font(ui, sum) * 1.2f + ui_px(ui, 2);
	}
	if (chip > 0) {
		float high = fmaxf(ui_px(ui, 5), roundf(ui_font(ui, STYLE_STRONG) * 1.6f));
		resultparts_place(app, ui, view.x, at + high / 2, true);
		at += high + ui_px(ui, ui->compact ? 1.2f : 2.4f);
	}
	at += resultparts_figures(app, ui, view.x, at, view.w, view.y + view.h - ui->scroll_at,
				  true) +
	      ui_px(ui, ui->compact ? 2 : 4);
	if (resultparts_more_height(app, ui, view.w) > 0) {
		resultparts_more(app, ui, view.x, at, view.w);
		at += resultparts_more_height(app, ui, view.w) + ui_px(ui, ui->compact ? 2 : 4);
	}
	if (art) {
		ui_line(ui, ui_sized(STYLE_TITLE, 5.6f), view.x, at + ui_px(ui, 2.8f), TEXT_START,
			ui->t->text, "Your answers");
		if (ui->text < 1.5f)
			resultparts_count(app, ui, view.x + view.w, at + ui_px(ui, 2.8f));
		at += ui_px(ui, 7.4f);
	}
	at = fmaxf(at, ui_low(ui, view).y - ui->scroll_at); /* the answers can be pressed */
	answers_draw(app, ui, list, at - (view.y - ui->scroll_at));
	ui->text = bar_text;
	resultbar_draw(ui, &bar, s.x, y);
	ui->text = grown;
	accessbar_draw(ui, &access, access.page);
	struct hint hints[] = {{"↑|↓", "Review"}, enter_hint(app, ui)};
	if (!spread && access.n == 0)
		ui_hints(ui, s.x + bar.at[bar.n - 1].x + bar.at[bar.n - 1].w + ui_px(ui, 3),
			 s.x + s.w, y + button - bar.h / 2, hints, 2);
}

static void draw(const struct app *app, struct ui *ui)
{
	ui_ground(ui);
	bool wide = !ui->compact && !ui->portrait && !ui->reach && ui->w >= 140 * ui->u &&
		    ui->text < 1.75f;

	if (app->game.nplayers > 1)
		podium_draw(app, ui);
	else if (!wide || !draw_wide(app, ui))
		draw_tall(app, ui);
}

const struct screen screen_results = {"results", enter, act, NULL, draw};
