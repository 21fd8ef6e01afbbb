#include "judged.h"

#include <math.h>

#include "buzz.h"
#include "rng.h"

static const float pi = 3.14159265f;

enum {
	FILL_MS = 160,
	TICK_MS = 220,
	LAYOUT_MS = 420,
	ASK_STEPS = 8,
	PANEL_DELAY_MS = 160,
	PANEL_MS = 320,
	POINTS_DELAY_MS = 240,
	POINTS_MS = 500,
	HATCH_MS = 200,
	NUDGE_MS = 120,
	LIGHT_DELAY_MS = 250, /* what was right lights after what was wrong */
	CLIMB_DELAY_MS = 160,
	CLIMB_MS = 700,
	OVER_MS = 600,
	CHIP_MS = 240,
	SPARKS_MS = 500,
	SPARKS = 12,
};

bool judged(const struct app *app)
{
	if (attract_plays(app))
		return true;
	return app->screen == &screen_reveal && app->from == &screen_question && app->review < 0;
}

float judged_move(const struct app *app, struct ui *ui, int delay_ms, int ms)
{
	return judged(app) ? motion_move(ui, app->since, delay_ms, ms) : 1;
}

float judged_fade(const struct app *app, struct ui *ui, int delay_ms, int ms)
{
	return judged(app) ? motion_fade(ui, app->since, delay_ms, ms) : 1;
}

/* From where the question page had it; text keeps its size, so that it is set only once. */
static struct rect move_card(const struct app *app, struct ui *ui, struct rect r,
			     struct choice_card *c)
{
	struct rect from = ui->choice_at[c->position];
	float t = ease_std(judged_move(app, ui, 0, LAYOUT_MS));

	if (t >= 1 || from.w <= 0 || ui->scrolling || c->picture_px > 0)
		return r;
	c->laid = r.w;
	return (struct rect){
		roundf(from.x + (r.x - from.x) * t), roundf(from.y + (r.y - from.y) * t),
		roundf(from.w + (r.w - from.w) * t), roundf(from.h + (r.h - from.h) * t)};
}

struct rect judged_card(const struct app *app, struct ui *ui, const struct told *t, int i,
			struct rect r, struct choice_card *c)
{
	bool late = t->asked->outcome == OUTCOME_LATE, mine = t->asked->chosen >> i & 1;

	r = move_card(app, ui, r, c);
	bool held = !late && !buzz_game(app); /* the answer was locked in before */
	c->was = t->asked->removed >> i & 1 ? CHOICE_REMOVED
		 : !held                    ? CHOICE_OPEN
		 : mine                     ? CHOICE_LOCKED
					    : CHOICE_DIM;
	switch (c->state) {
	case CHOICE_RIGHT:
		if (mine) {
			c->was_seen = 1 - judged_fade(app, ui, 0, FILL_MS);
			c->undrawn = 1 - judged_move(app, ui, 0, TICK_MS);
			break;
		}
		c->was_seen = 1 - judged_move(app, ui, LIGHT_DELAY_MS, FILL_MS);
		c->undrawn = 1 - judged_move(app, ui, LIGHT_DELAY_MS, TICK_MS);
		break;
	case CHOICE_WRONG: {
		float nudge = judged_move(app, ui, HATCH_MS / 2, NUDGE_MS);

		c->was_seen = 1 - ease_out(judged_move(app, ui, 0, HATCH_MS));
		if (nudge < 1)
			r.x += roundf(.6f * ui->u * sinf(nudge * pi));
		break;
	}
	default: c->was_seen = 1 - judged_fade(app, ui, 0, FILL_MS); break;
	}
	return r;
}

/* The text of one item with letters `by` times as large, from the same corner. */
static void swell(struct frame *f, struct item *i, float by)
{
	float x = i->box.x, y = i->box.y;

	i->px *= by;
	i->tracking *= by;
	i->line_height *= by;
	i->box.h *= by;
	for (uint32_t k = 0; k < i->nlines; k++) {
		struct line *l = &f->lines[i->line + k];
		*l = (struct line){l->start, l->n, roundf(x + (l->x - x) * by),
				   roundf(y + (l->y - y) * by), l->w * by};
	}
}

void judged_ask(const struct app *app, struct ui *ui, struct mark since, float y)
{
	float there = ease_std(judged_move(app, ui, 0, LAYOUT_MS)), widest = 1;
	float far = ui->ask_at > 0 ? ui->ask_at - y : 0;
	struct item *ask = &ui->f->items[since.item];

	if (ui->scrolling || there >= 1) /* there it comes with the page */
		return;
	for (uint32_t k = 0; k < ask->nlines; k++)
		widest = fmaxf(widest, ui->f->lines[ask->line + k].w);
	/* No wider than there is room; in a few steps, for each is a size to be set. */
	float to = ask->px, from = fminf(ui->ask_px, to * ask->box.w / widest);
	float left = ceilf(ASK_STEPS * (1 - there)) / ASK_STEPS;
	if (from > to)
		swell(ui->f, ask, 1 + (from / to - 1) * left);
	motion_shift(ui, since, 0, far * (1 - there), 1);
}

void judged_panel(const struct app *app, struct ui *ui, struct mark since, float off, bool alone)
{
	int delay = alone ? 0 : PANEL_DELAY_MS;
	float least = alone ? .3f : 0;
	float there = ease_out(judged_move(app, ui, delay, PANEL_MS));

	motion_shift(ui, since, 0, off + ui_px(ui, 6) * (1 - there),
		     least + (1 - least) * ease_out(judged_fade(app, ui, delay, PANEL_MS)));
}

float judged_tick(const struct app *app, struct ui *ui)
{
	return judged_move(app, ui, PANEL_DELAY_MS, TICK_MS);
}

static enum outcome outcome(const struct app *app)
{
	return game_asked(&app->game)->outcome;
}

float judged_flight(const struct app *app, struct ui *ui)
{
	if (outcome(app) != OUTCOME_RIGHT)
		return 1;
	return ease_std(judged_move(app, ui, CLIMB_DELAY_MS, CLIMB_MS));
}

static bool is_cut(const struct app *app)
{
	return app->game.options.mode->wrong_ends && outcome(app) != OUTCOME_NONE &&
	       outcome(app) != OUTCOME_RIGHT && game_asked(&app->game)->player >= 0;
}

float judged_over(const struct app *app, struct ui *ui)
{
	return is_cut(app) ? judged_fade(app, ui, 0, OVER_MS) : 0;
}

int judged_points(const struct app *app, struct ui *ui, int points)
{
	float t = ease_out(judged_move(app, ui, POINTS_DELAY_MS, POINTS_MS));

	return (int)roundf((float)points * t);
}

static bool is_streak(const struct app *app)
{
	int n = game_player(&app->game)->streak;

	return judged(app) && outcome(app) == OUTCOME_RIGHT && (n == 3 || n == 5 || n == 10);
}

float judged_streak(const struct app *app, struct ui *ui)
{
	float t = is_streak(app) ? judged_move(app, ui, CLIMB_DELAY_MS, CHIP_MS) : 1;

	return t < 1 ? 1 + .12f * sinf(t * pi) : 1;
}

/* They come from a stream of their own: no question is dealt differently because of them. */
void judged_sparks(const struct app *app, struct ui *ui, struct rect chip)
{
	float t = is_streak(app) ? judged_move(app, ui, CLIMB_DELAY_MS, SPARKS_MS) : 1;
	float away = ease_out(t);
	struct rng rng;

	if (t <= 0 || t >= 1 || ui->t->flat)
		return;
	rng_init_nth(&rng, UINT64_C(0x737061726B73), (uint64_t)app->game.at); /* "sparks" */
	for (int i = 0; i < SPARKS; i++) {
		float turn = 2 * pi * ((float)i + (float)rng_below(&rng, 100) / 100) / SPARKS;
		float far = (2 + (float)rng_below(&rng, 400) / 100) * ui->u * away;
		float size = (.5f + (float)rng_below(&rng, 40) / 100) * ui->u * (1 - t * t);
		float cx = chip.x + chip.w / 2 + (chip.w / 2 + far) * cosf(turn);
		float cy =
			chip.y + chip.h / 2 + (chip.h / 2 + far) * sinf(turn) + 3 * ui->u * t * t;

		frame_add(ui->f, ITEM_DISC,
			  (struct rect){roundf(cx - size / 2), roundf(cy - size / 2), roundf(size),
					roundf(size)})
			->fill = colour_fade(ui->t->brand, 1 - t * t);
	}
}

void judged_enter(struct app *app)
{
	app->climbs = false;
	if (!judged(app))
		return;
	app->climbs = outcome(app) == OUTCOME_RIGHT;
	app_cue(app,
		app->climbs                            ? CUE_RIGHT
		: told_skipped(game_asked(&app->game)) ? CUE_WRONG
		: outcome(app) == OUTCOME_LATE         ? CUE_TIME_UP
		: is_cut(app)                          ? CUE_CUT
						       : CUE_WRONG,
		0);
	if (app->set.motion != MOTION_FULL) /* nothing moves, and no frame comes when it would */
		judged_tock(app);
}

void judged_tock(struct app *app)
{
	bool due = app->now >= app->since + CLIMB_DELAY_MS || app->ui.hurry_ms > app->since ||
		   app->set.motion != MOTION_FULL;

	if (!app->climbs || !due)
		return;
	app->climbs = false;
	app_cue(app, CUE_STEP, game_player(&app->game)->floor / 4);
	if (is_streak(app))
		app_cue(app, CUE_STREAK, 0);
}
