/* What the question and the reveal share: head, shaft, cards. */
#include <math.h>
#include <string.h>

#include "judged.h"
#include "screens.h"
#include "shaft.h"
#include "token.h"

static const char *pack_title(const struct app *app, struct ui *ui, int question)
{
	const struct pack *pack = app->game.deck.item[question].pack;
	const struct text *topic = pack->questions[app->game.deck.item[question].question].topic;
	const char *title = text_in(&pack->title, app_language(app));

	return topic ? frame_printf(ui->f, "%s · %s", title, text_in(topic, app_language(app)))
		     : title;
}

enum icon mode_icon(const struct mode *m)
{
	return m->wrong_ends ? ICON_TAKE : ICON_STAIRS;
}

const char *choice_words(const struct app *app, const struct choice *c)
{
	const char *s = text_in(&c->text, app_language(app));

	if (!s)
		s = text_in(&c->alt, app_language(app));
	return s ? s : c->image ? c->image : "";
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
	return ui_scaled(ui, ui->compact ? 6 : 7.4f);
}

/* The end side of the head, from its end: pause, points, streak, mode. Returns where it starts. */
static float head_end(const struct app *app, struct ui *ui, float y, const struct head *head,
		      bool small)
{
	const struct game *g = &app->game;
	float x = ui->stage.x + ui->stage.w, gap = ui_px(ui, small ? 1.6f : 3.2f);

	if (head->pause) {
		float side = pause_side(ui);
		struct rect r = {x - side, roundf(y - side / 2), side, side};
		if (ui->compact)
			r.x += ui_px(ui, 1.2f);
		ui_square(ui, r, ICON_PAUSE, "Pause", (struct action){VERB_PAUSE, 0}, KEY_ESCAPE);
		x = r.x - (ui->compact ? ui_px(ui, .4f) : gap);
	}
	if (!small && !ui->portrait) {
		x -= ui_line(ui, STYLE_LABEL, x, y + ui_px(ui, .5f), TEXT_END, ui->t->text2,
			     "points");
		x -= ui_px(ui, 1);
	}
	if (ui->tiny && head->clock)
		x -= ui_line(ui, ui_sized(STYLE_NUMERAL, 3.5f), x, y, TEXT_END, head->clock_colour,
			     head->clock) +
		     gap;
	struct style numeral = ui_sized(STYLE_NUMERAL, ui->tiny                   ? 3.5f
						       : small && ui->text < 1.5f ? 4.2f
										  : 5);
	x -= ui_line(ui, numeral, x, y, TEXT_END, ui->t->text,
		     ui_number(ui, game_player(&app->game)->score)) +
	     gap;
	if (game_player(g)->streak >= 2 && !ui->tiny) {
		if (small) {
			x -= ui_line(ui, STYLE_STRONG, x, y, TEXT_END, ui->t->text,
				     ui_number(ui, game_player(g)->streak));
			x -= ui_font(ui, STYLE_STRONG) * 1.2f + ui_px(ui, .6f);
			ui_icon(ui, ICON_UP, x + ui_font(ui, STYLE_STRONG) * .6f, y,
				ui_font(ui, STYLE_STRONG) * 1.2f, ui->t->brand, 2.8f);
			x -= gap;
		} else {
			const char *label =
				frame_printf(ui->f, "Streak %d", game_player(g)->streak);
			struct rect r = chip(ui, x, y, ICON_UP, label, ui->t->brand,
					     judged_streak(app, ui));
			judged_sparks(app, ui, r);
			x = r.x - gap;
		}
	}
	if (g->options.mode->wrong_ends && !small && !ui->portrait)
		x = chip(ui, x, y, ICON_TAKE, g->options.mode->name, ui->t->bad, 1).x - gap;
	return x;
}

static void head_start_small(const struct app *app, struct ui *ui, int question, float y, float end)
{
	const struct game *g = &app->game;
	float x = ui->stage.x, size = roundf(ui_font(ui, STYLE_STRONG) * 1.25f);
	const char *join = ui->text >= 1.5f ? " of " : ui->tiny ? "/" : " / ";

	ui_ltr_begin(ui);
	x += ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text,
		     frame_printf(ui->f, "%d", question + 1));
	x += ui_line(ui, STYLE_LABEL, x, y, TEXT_START, ui->t->text2,
		     frame_printf(ui->f, "%s%d", join, g->deck.n));
	ui_ltr_end(ui, ui->stage.x, x);
	x += ui_px(ui, 1.6f);
	const char *floor =
		frame_printf(ui->f, ui->tiny ? "%d" : "Floor %d", game_player(g)->floor);
	if (x + size + ui_px(ui, .6f) + ui_width(ui, STYLE_STRONG, floor) > end)
		floor = frame_printf(ui->f, "%d", game_player(g)->floor);
	if (x + size + ui_px(ui, .6f) + ui_width(ui, STYLE_STRONG, floor) > end)
		return;
	ui_icon(ui, mode_icon(g->options.mode), x + size / 2, y, size,
		g->options.mode->wrong_ends ? ui->t->bad : ui->t->brand, 2.1f);
	x += size + ui_px(ui, .6f);
	ui_line(ui, STYLE_STRONG, x, y, TEXT_START, ui->t->text, floor);
}

static int player_shown(const struct game *g)
{
	return (int)(game_player(g) - g->players);
}

struct rect play_page(const struct app *app, struct ui *ui, const struct head *head)
{
	const struct game *g = &app->game;
	struct rect c = ui->stage;
	bool small = ui->compact || ui->text >= 1.5f;
	float high = ui->compact ? ui_scaled(ui, ui->tiny ? 4.4f : 5) : pause_side(ui);
	high = fmaxf(high, ui_font(ui, ui_sized(STYLE_NUMERAL, ui->tiny ? 3.5f : 5)));
	float y = c.y + roundf(high / 2);
	struct climb climbed = {.floors = g->laps,
				.floor = game_player(g)->floor,
				.flight = judged_flight(app, ui),
				.over = judged_over(app, ui),
				.lit = g->nplayers > 1 ? token_colour(ui, player_shown(g)) : 0};

	if (ui->column) {
		struct rect shaft = {c.x, c.y + ui_px(ui, 1.8f), ui_px(ui, 16),
				     c.h - ui_px(ui, 3.6f)};
		shaft_draw(ui, shaft, &climbed);
		c.x += ui_px(ui, 22);
		c.w -= ui_px(ui, 22);
	}
	float end = head_end(app, ui, y, head, small);
	if (small) {
		head_start_small(app, ui, head->question, y, end);
	} else {
		float up = ui_px(ui, 1.95f * ui->text), gap = ui_px(ui, 1.6f);
		const char *of = frame_printf(ui->f, "Question %d of %d", head->question + 1,
					      g->deck.n),
			   *floor = frame_printf(ui->f, "Floor %d", game_player(g)->floor);
		ui_cut(ui, STYLE_LABEL, c.x, y - up, end - c.x, ui->t->text2,
		       pack_title(app, ui, head->question));
		float x = c.x +
			  ui_line(ui, STYLE_STRONG, c.x, y + up, TEXT_START, ui->t->text, of) + gap;
		float dot = ui_width(ui, STYLE_STRONG, "·") + gap;
		if (x + dot + ui_width(ui, STYLE_STRONG, floor) <= end) {
			ui_line(ui, STYLE_STRONG, x, y + up, TEXT_START, ui->t->text3, "·");
			ui_line(ui, STYLE_STRONG, x + dot, y + up, TEXT_START, ui->t->text, floor);
		}
	}
	c.y += high;
	c.h -= high;
	if (ui->portrait && !ui->compact) {
		float strip = ui_px(ui, 9.6f);
		shaft_strip(ui, (struct rect){c.x, c.y, c.w, strip}, &climbed);
		c.y += strip;
		c.h -= strip;
	}
	return c;
}

struct choice_card cards_card(const struct cards *c, const struct choices *choices, int i)
{
	return (struct choice_card){.text = choices->captions[i],
				    .words = choices->words[i],
				    .tag = choices->tags[i],
				    .picture = choices->pictures[i],
				    .picture_px = c->picture,
				    .tag_px = c->tag,
				    .position = i,
				    .style = c->style,
				    .badge_u = c->badge_u};
}

static void measure_rows(struct ui *ui, struct cards *c, const struct choices *choices,
			 float least_u)
{
	for (int i = 0; i < c->n; i++) {
		struct choice_card card = cards_card(c, choices, i);
		float *row = &c->heights[i / c->columns];
		*row = fmaxf(*row, ui_choice_height(ui, &card, c->width, least_u));
		c->breaks |= ui_choice_breaks(ui, &card, c->width);
	}
	for (int row = 0; row * c->columns < c->n; row++)
		c->height += c->heights[row] + (row ? c->gap : 0);
}

struct cards cards_measure(struct ui *ui, const struct choices *choices, int columns,
			   struct style s, float least_u, float gap_u, float badge_u, float width)
{
	struct cards c = {.columns = columns,
			  .n = choices->n,
			  .style = s,
			  .gap = ui_px(ui, gap_u),
			  .badge_u = badge_u};

	c.width = columns == 1 ? width : floorf((width - c.gap) / 2);
	measure_rows(ui, &c, choices, least_u);
	return c;
}

static float longest_tag(struct ui *ui, const struct choices *choices)
{
	float w = 0;

	for (int i = 0; i < choices->n; i++)
		if (choices->tags[i])
			w = fmaxf(w, ui_width(ui, STYLE_STRONG, choices->tags[i]));
	return w;
}

struct cards cards_grid(struct ui *ui, const struct choices *choices, struct style s, float gap_u,
			float badge_u, float width, float height, float least_px, float most_px)
{
	struct cards best = {0};
	float best_size = -INFINITY, tag = longest_tag(ui, choices);
	/* A column has room for a picture and for the longest of the tags. */
	float least_w =
		fmaxf(ui_px(ui, ui->compact ? 18 : 20) * fminf(ui->text, 1.4f), tag + ui_px(ui, 4));

	for (int columns = 1; columns <= choices->n; columns++) {
		struct cards c = {.columns = columns,
				  .n = choices->n,
				  .style = s,
				  .gap = ui_px(ui, gap_u),
				  .badge_u = badge_u,
				  .tag = tag,
				  .picture = 1};
		int rows = (c.n + columns - 1) / columns, holes = rows * columns - c.n;
		c.width = floorf((width - (float)(columns - 1) * c.gap) / (float)columns);
		if (columns > 1 && c.width < least_w)
			break;
		struct cards bare = c;
		measure_rows(ui, &bare, choices, 0);
		float room = floorf((height - bare.height) / (float)rows) + 1;
		c.picture = fminf(fmaxf(room, least_px), fminf(most_px, floorf(c.width * .8f)));
		measure_rows(ui, &c, choices, 0);
		/* As large as a picture of 4 : 3 becomes, rather without holes in the grid; one
		 * that is too high is the last resort. */
		float size = fminf(c.picture, c.width * .75f) * (1 - .1f * (float)holes);
		size -= fmaxf(0, c.height - height);
		if (size > best_size + .5f) {
			best = c;
			best_size = size;
		}
	}
	return best;
}

struct rect cards_place(const struct cards *c, int i, float x, float y)
{
	for (int row = 0; row < i / c->columns; row++)
		y += c->heights[row] + c->gap;
	x += (float)(i % c->columns) * (c->width + c->gap);
	return (struct rect){x, y, c->width, c->heights[i / c->columns]};
}
