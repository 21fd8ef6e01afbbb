#include "resultparts.h"

#include <math.h>

#include "motion.h"
#include "scores.h"
#include "tally.h"

enum {
	FLOOR_MS = 90, /* each floor is counted so long, all at most ... */
	FLOORS_MS = 1200,
	SCORE_MS = 800,
};

/* First the floors are counted, one by one, and the points. */
int resultparts_floor(const struct app *app, struct ui *ui)
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

float resultparts_figures(const struct app *app, struct ui *ui, float x, float y, float width,
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

enum { ASK_LINES = 3 };

/* The hardest question on as many lines as it needs, where that are no more, else cut. */
static float ask_height(struct ui *ui, const char *ask, float width)
{
	struct block b = ui_measure(ui, STYLE_STRONG, ask, width, TEXT_BALANCED);

	return b.n <= ASK_LINES ? fmaxf(b.h, line_of(ui)) : line_of(ui);
}

static const char *hardest(const struct app *app, int *share)
{
	const struct deck *d = &app->game.deck;
	int at = tally_hardest(app, share);

	return at < 0 ? NULL
		      : text_in(&d->item[at].pack->questions[d->item[at].question].ask,
				app_language(app));
}

float resultparts_more_height(const struct app *app, struct ui *ui, float width)
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

void resultparts_more(const struct app *app, struct ui *ui, float x, float y, float width)
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
	if (ui_measure(ui, STYLE_STRONG, ask, width, TEXT_BALANCED).n <= ASK_LINES)
		ui_text(ui, STYLE_STRONG, (struct rect){x, y, width, high},
			TEXT_BALANCED | TEXT_MIDDLE, ui->t->text, ask);
	else
		ui_cut(ui, STYLE_STRONG, x, y + high / 2, width, ui->t->text, ask);
	if (share >= 0)
		said = frame_printf(ui->f, "hardest question: %d\u00A0%% had it right", share);
	ui_line(ui, ui_shrunk(ui, STYLE_LABEL, said, width), x, y + high + line / 2, TEXT_START,
		ui->t->text2, said);
}

float resultparts_place(const struct app *app, struct ui *ui, float x, float y, bool paint)
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

void resultparts_art(struct ui *ui, struct rect r, float fade)
{
	/* The art ends in the colour that the sky has there (ui_ground): no edge is seen. */
	colour ground = ui_sky(ui, r.y + r.h);
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

float resultparts_name_height(const struct ui *ui)
{
	return fmaxf(ui_px(ui, 6.4f), roundf(ui_font(ui, STYLE_STRONG) * 1.7f));
}

void resultparts_name(const struct app *app, struct ui *ui)
{
	const char *title = tally_pack(app), *mode = tally_mode(app, ui);
	float high = resultparts_name_height(ui), pad = ui_px(ui, 2.2f), gap = ui_px(ui, 1.2f);

	float rest = ui_width(ui, STYLE_STRONG, "·") + 2 * gap + ui_width(ui, STYLE_STRONG, mode);
	float room = fminf(ui->stage.w, 62 * ui->u) - 2 * pad - rest;
	float w = fminf(room, ui_width(ui, STYLE_STRONG, title));
	struct rect r = {ui->stage.x, ui->stage.y, w + rest + 2 * pad, high};

	if (ui->t->flat) /* its edge is not seen: the words stand flush instead */
		r.x -= pad;
	ui_box(ui, r, ROUND, colour_fade(ui->t->bg0, .9f), 0, 0);
	float x = r.x + pad, y = r.y + high / 2;
	ui_cut(ui, STYLE_STRONG, x, y, w, ui->t->text, title);
	x += w + gap;
	x += ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text3, "·") + gap;
	ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text2, mode);
}

void resultparts_count(const struct app *app, struct ui *ui, float x, float y)
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
