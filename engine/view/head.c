#include "head.h"

#include <math.h>

#include "accessbar.h"
#include "judged.h"
#include "tally.h"
#include "token.h"

/* What the head says. */
struct words {
	const char *title, *count;
	const char *floor;       /* NULL: it is nobody's turn */
	const char *number, *of; /* the count in short, where it has an end */
	const char *name;        /* whose numbers these are; NULL: there is one player, or nobody */
	int player;              /* -1: the same */
	const struct player *numbers; /* NULL: it is nobody's turn */
	bool small;                   /* in one line */
};

int head_player(const struct app *app, int question)
{
	const struct game *g = &app->game;

	if (g->nplayers == 1)
		return -1;
	if (app->screen == &screen_reveal && app->review >= 0)
		return g->asked[question].player;
	if (g->turn >= 0)
		return g->turn;
	return g->phase == PHASE_ASKING ? -1 : g->asked[question].player;
}

static const char *pack_title(const struct app *app, struct ui *ui, int question)
{
	const struct pack *pack = app->game.deck.item[question].pack;
	const struct text *topic = pack->questions[app->game.deck.item[question].question].topic;
	const char *title = text_in(&pack->title, app_language(app));

	return topic ? frame_printf(ui->f, "%s · %s", title, text_in(topic, app_language(app)))
		     : title;
}

static const char *title_of(const struct app *app, struct ui *ui, int question)
{
	const struct game *g = &app->game;
	int round = g->deck.item[question].round;
	const struct text *about = g->deck.rounds[round];

	if (g->options.mode->daily || g->options.mistakes)
		return frame_printf(ui->f, "%s · %s", tally_mode(app, ui),
				    pack_title(app, ui, question));
	if (g->deck.nrounds <= 1)
		return pack_title(app, ui, question);
	return frame_printf(ui->f, "Round %d of %d · %s", round + 1, g->deck.nrounds,
			    about ? text_in(about, app_language(app))
				  : pack_title(app, ui, question));
}

/* The question's number among those of its player, or of all. */
static int number_of(const struct game *g, int question, int player)
{
	int n = 1;

	if (player < 0 || g->options.party == PARTY_BUZZERS)
		return question + 1;
	for (int i = 0; i < question; i++)
		n += g->asked[i].player == player;
	return n;
}

static struct words words_of(const struct app *app, struct ui *ui, int question)
{
	const struct game *g = &app->game;
	int player = head_player(app, question), number = number_of(g, question, player);
	const struct player *p = player >= 0       ? &g->players[player]
				 : g->nplayers > 1 ? NULL
						   : g->players;
	bool small = ui->compact || ui->text >= 1.5f;
	struct words w = {.title = title_of(app, ui, question),
			  .player = player,
			  .numbers = p,
			  .small = small};

	if (p)
		w.floor = frame_printf(ui->f, "Floor %d", p->floor);
	if (player >= 0)
		w.name = token_name(ui, g->options.seats, player);
	if (g->options.mode->whole_ms > 0 && app->review < 0) /* their end is out of sight */
		w.count = frame_printf(ui->f, "%d so far", game_player(g)->asked);
	else if (g->options.mode->whole_ms > 0)
		w.count = frame_printf(ui->f, "Question %d", number);
	else
		w.count = frame_printf(ui->f, "Question %d of %d", number, g->laps);
	w.of = frame_printf(ui->f, "%s%d",
			    ui->text >= 1.5f ? " of "
			    : ui->tiny       ? "/"
					     : " / ",
			    g->laps);
	w.number = frame_printf(ui->f, "%d", number);
	return w;
}

/* A pill with an icon; its end at x; returns its box. It may be swollen about its middle. */
static struct rect chip(struct ui *ui, float x, float y, enum icon icon, const char *label,
			colour c, float swollen)
{
	float high = ui_px(ui, 5.4f * fminf(ui->text, 1.4f)), pad = ui_px(ui, 1.9f),
	      size = ui_scaled(ui, 3), gap = ui_px(ui, .9f);
	float w = 2 * pad + size + gap + ui_width(ui, STYLE_STRONG, label);
	struct rect r = {x - w, roundf(y - high / 2), w, high};
	float by = swollen - 1, more_x = roundf(by * w / 2), more_y = roundf(by * high / 2);
	struct style s = ui_sized(STYLE_STRONG, STYLE_STRONG.size * swollen);

	ui_box(ui, ui_inset(r, -more_x, -more_y), ROUND, 0, c, .16f);
	ui_icon(ui, icon, r.x - more_x + (pad + size / 2) * swollen, y, size * swollen, c, 2.6f);
	ui_line(ui, s, r.x - more_x + roundf((pad + size + gap) * swollen), y, TEXT_START,
		ui->t->text, label);
	return r;
}

static float pause_side(const struct ui *ui)
{
	return fmaxf(ui->finger, ui_scaled(ui, ui->compact ? 6 : 7.4f));
}

/* The end side of the head, from its end: pause, points, streak, mode. Returns where it starts. */
static float draw_end(const struct app *app, struct ui *ui, float y, const struct head *head,
		      const struct words *w)
{
	const struct mode *mode = app->game.options.mode;
	bool points = w->numbers && !mode->pointless;
	float x = ui->stage.x + ui->stage.w, gap = ui_px(ui, w->small ? 1.6f : 3.2f);

	if (head->pause && !ui->reach && !accessbar_is(app, ui)) {
		float side = pause_side(ui);
		struct rect r = {x - side, roundf(y - side / 2), side, side};
		if (ui->compact)
			r.x += ui_px(ui, 1.2f);
		ui_square(ui, r, ICON_PAUSE, "Pause", (struct action){VERB_PAUSE, 0}, KEY_ESCAPE);
		x = r.x - (ui->compact ? ui_px(ui, .4f) : gap);
	}
	if (!w->small && !ui->portrait && points) {
		x -= ui_line(ui, STYLE_LABEL, x, y + ui_px(ui, .5f), TEXT_END, ui->t->text2,
			     "points");
		x -= ui_px(ui, 1);
	}
	if (ui->tiny && head->clock)
		x -= ui_line(ui, ui_sized(STYLE_NUMERAL, 3.5f), x, y, TEXT_END, head->clock_colour,
			     head->clock) +
		     gap;
	struct style numeral = ui_sized(STYLE_NUMERAL, ui->tiny                      ? 3.5f
						       : w->small && ui->text < 1.5f ? 4.2f
										     : 5);
	if (points)
		x -= ui_line(ui, numeral, x, y, TEXT_END, ui->t->text,
			     ui_number(ui, w->numbers->score)) +
		     gap;
	if (w->numbers && w->numbers->streak >= 2 && !ui->tiny) {
		if (w->small && points) { /* two numbers must not read as one */
			float high = roundf(ui_font(ui, numeral) * .7f), thin = ui_px(ui, .3f),
			      air = ui_scaled(ui, 2);
			x += gap - air - thin;
			ui_box(ui, (struct rect){x, roundf(y - high / 2), thin, high}, 0,
			       ui->t->border, 0, 0);
			x -= air;
		}
		if (w->small) {
			x -= ui_line(ui, STYLE_STRONG, x, y, TEXT_END, ui->t->text,
				     ui_number(ui, w->numbers->streak));
			x -= ui_font(ui, STYLE_STRONG) * 1.2f + ui_px(ui, .6f);
			ui_icon(ui, ICON_UP, x + ui_font(ui, STYLE_STRONG) * .6f, y,
				ui_font(ui, STYLE_STRONG) * 1.2f, ui->t->brand, 2.8f);
			x -= gap;
		} else {
			const char *label = frame_printf(ui->f, "Streak %d", w->numbers->streak);
			struct rect r = chip(ui, x, y, ICON_UP, label, ui->t->brand,
					     judged_streak(app, ui));
			judged_sparks(app, ui, r);
			x = r.x - gap;
		}
	}
	if (mode->wrong_ends && !w->small && !ui->portrait)
		x = chip(ui, x, y, ICON_TAKE, mode->name, ui->t->bad, 1).x - gap;
	return x;
}

/* A player's token and name at x, the name as far as it fits; returns where they end. */
static float draw_whose(struct ui *ui, const struct words *w, float x, float y, float end)
{
	float size = roundf(ui_font(ui, STYLE_STRONG) * 1.15f), gap = ui_px(ui, .8f);

	if (w->player < 0 || x + size > end)
		return x;
	token_draw(ui, w->player, x + roundf(size / 2), y, size);
	x += size;
	float room = end - x - gap;
	if (ui_width(ui, STYLE_STRONG, w->name) > room && room < 4 * size)
		return x;
	return x + gap + ui_cut(ui, STYLE_STRONG, x + gap, y, room, ui->t->text, w->name);
}

static void draw_small(const struct app *app, struct ui *ui, const struct words *w, float y,
		       float end)
{
	const struct mode *mode = app->game.options.mode;
	float x = ui->stage.x, size = roundf(ui_font(ui, STYLE_STRONG) * 1.25f),
	      gap = ui_px(ui, 1.6f), icon = size + ui_px(ui, .6f);

	if (mode->whole_ms > 0) {
		bool room = x + ui_width(ui, STYLE_STRONG, w->count) <= end && !ui->tiny;
		x += ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text,
			     room ? w->count : ui_number(ui, game_player(&app->game)->asked));
	} else {
		ui_ltr_begin(ui);
		x += ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text, w->number);
		x += ui_line(ui, STYLE_LABEL, x, y, TEXT_START, ui->t->text2, w->of);
		ui_ltr_end(ui, ui->stage.x, x);
	}
	if (!w->numbers)
		return;
	x += gap;
	const char *short_floor = frame_printf(ui->f, "%d", w->numbers->floor);
	const char *floor = ui->tiny ? short_floor : w->floor;
	float number = icon + ui_width(ui, STYLE_STRONG, short_floor);
	if (w->player >= 0)
		x = draw_whose(ui, w, x, y, end - gap - number) + gap;
	if (x + icon + ui_width(ui, STYLE_STRONG, floor) > end)
		floor = short_floor;
	if (x + icon + ui_width(ui, STYLE_STRONG, floor) > end)
		return;
	ui_icon(ui, mode_icon(mode), x + size / 2, y, size,
		mode->wrong_ends ? ui->t->bad : ui->t->brand, 2.1f);
	ui_line(ui, STYLE_STRONG, x + icon, y, TEXT_START, ui->t->text, floor);
}

/* The parts of the second line, dots between them; those that have no room are left out. */
static void draw_large(struct ui *ui, const struct words *w, float x, float y, float end)
{
	float up = ui_px(ui, 1.95f * ui->text), gap = ui_px(ui, 1.6f);
	float dot = ui_width(ui, STYLE_STRONG, "·") + gap;
	float count = ui_width(ui, STYLE_STRONG, w->count);

	ui_cut(ui, STYLE_LABEL, x, y - up, end - x, ui->t->text2, w->title);
	y += up;
	if (w->player >= 0) {
		float name = draw_whose(ui, w, x, y, end - gap - dot - count);
		ui_line(ui, STYLE_STRONG, name + gap, y, TEXT_START, ui->t->text3, "·");
		x = name + gap + dot;
	}
	x += ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text, w->count) + gap;
	if (!w->floor || x + dot + ui_width(ui, STYLE_STRONG, w->floor) > end)
		return;
	ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text3, "·");
	ui_line(ui, STYLE_STRONG, x + dot, y, TEXT_START, ui->t->text, w->floor);
}

void head_pause_key(struct ui *ui)
{
	ui_spot(ui, (struct rect){ui->stage.x, ui->stage.y, 0, 0}, "",
		(struct action){VERB_PAUSE, 0}, SPOT_SILENT, KEY_ESCAPE, 0);
}

float head_height(const struct ui *ui)
{
	float high = ui->compact ? fmaxf(ui->finger, ui_scaled(ui, ui->tiny ? 4.4f : 5))
				 : pause_side(ui);

	return fmaxf(high, ui_font(ui, ui_sized(STYLE_NUMERAL, ui->tiny ? 3.5f : 5)));
}

void head_draw(const struct app *app, struct ui *ui, const struct head *head, struct rect r)
{
	struct words w = words_of(app, ui, head->question);
	float y = ui->stage.y + roundf(head_height(ui) / 2), end = draw_end(app, ui, y, head, &w);

	if (w.small)
		draw_small(app, ui, &w, y, end);
	else
		draw_large(ui, &w, r.x, y, end);
}
