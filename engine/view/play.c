/* What the question and the reveal share: shaft, cards. */
#include <math.h>
#include <string.h>

#include "head.h"
#include "judged.h"
#include "screens.h"
#include "shaft.h"
#include "token.h"

#define STRIP 9.6f /* u: height of the stair in narrow windows */

const char *choice_words(const struct app *app, const struct choice *c)
{
	const char *s = text_in(&c->text, app_language(app));

	if (!s)
		s = text_in(&c->alt, app_language(app));
	return s ? s : c->image ? c->image : "";
}

/* What is left of the stage; all: what the head begins with, too. */
static struct rect room(const struct ui *ui, bool all)
{
	struct rect c = ui->stage;

	if (ui->column) {
		c.x += ui_px(ui, 22);
		c.w -= ui_px(ui, 22);
	}
	if (all)
		return c;
	float above = head_height(ui);
	if (ui->portrait && !ui->compact)
		above += ui_px(ui, STRIP);
	c.y += above;
	c.h -= above;
	return c;
}

struct rect play_room(const struct ui *ui)
{
	return room(ui, false);
}

struct rect play_page(const struct app *app, struct ui *ui, const struct head *head)
{
	struct rect c = ui->stage, page = room(ui, false);
	int whose = head_player(app, head->question);
	const struct player *p = whose < 0 ? game_player(&app->game) : &app->game.players[whose];
	struct climb climbed = {.floors = app->game.laps,
				.floor = p->floor,
				.flight = judged_flight(app, ui),
				.over = judged_over(app, ui),
				.lit = whose < 0 ? 0 : token_colour(ui, whose)};

	if (ui->column) {
		struct rect shaft = {c.x, c.y + ui_px(ui, 1.8f), ui_px(ui, 16),
				     c.h - ui_px(ui, 3.6f)};
		shaft_draw(ui, shaft, &climbed);
	}
	head_draw(app, ui, head, room(ui, true));
	if (ui->portrait && !ui->compact) {
		float strip = ui_px(ui, STRIP);
		shaft_strip(ui, (struct rect){page.x, page.y - strip, page.w, strip}, &climbed);
	}
	return page;
}

struct choice_card cards_card(const struct cards *c, const struct choices *choices, int i)
{
	return (struct choice_card){.text = choices->captions[i],
				    .words = choices->words[i],
				    .tag = choices->tags[i],
				    .picture = choices->pictures[i],
				    .picture_px = c->picture,
				    .tag_px = c->tag,
				    .apart = c->apart,
				    .position = i,
				    .style = c->style,
				    .badge_u = c->badge_u};
}

static void measure_rows(struct ui *ui, struct cards *c, const struct choices *choices,
			 float least_u)
{
	for (int i = 0; i < c->n; i++) {
		struct choice_card card = cards_card(c, choices, i);
		card.steady = c->labels;
		float *row = &c->heights[i / c->columns];
		*row = fmaxf(*row, ui_choice_height(ui, &card, c->width, least_u));
		c->breaks |= ui_choice_breaks(ui, &card, c->width);
	}
	for (int row = 0; row * c->columns < c->n; row++)
		c->height += c->heights[row] + (row ? c->gap : 0);
}

/* The tags of all cards stand in the same place: beside the text where every one of them does. On
 * the question page, that is those that any card may come to have. */
static bool stand_apart(struct ui *ui, const struct cards *c, const struct choices *choices)
{
	static const char *const held[] = {"Locked in", "Selected", "Removed"};
	bool tagged = false;

	for (int i = 0; i < c->n; i++)
		tagged |= choices->tags[i] != NULL;
	for (int i = 0; i < c->n; i++) {
		struct choice_card card = cards_card(c, choices, i);
		card.steady = !tagged;
		if (tagged && card.tag && !ui_choice_beside(ui, &card, c->width))
			return true;
		for (size_t k = 0; !tagged && k < sizeof held / sizeof held[0]; k++) {
			card.tag = held[k];
			if (!ui_choice_beside(ui, &card, c->width))
				return true;
		}
	}
	return false;
}

struct cards cards_measure(struct ui *ui, const struct choices *choices, int columns,
			   struct style s, float least_u, float gap_u, float badge_u, float width,
			   bool labels)
{
	struct cards c = {.columns = columns,
			  .labels = labels,
			  .n = choices->n,
			  .style = s,
			  .gap = ui_gap(ui, gap_u),
			  .badge_u = badge_u};

	c.width = floorf((width - (float)(columns - 1) * c.gap) / (float)columns);
	c.apart = stand_apart(ui, &c, choices);
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
				  .gap = ui_gap(ui, gap_u),
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
