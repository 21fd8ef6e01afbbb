#include "buzz.h"

#include <math.h>

#include "bits.h"
#include "picture.h"
#include "token.h"

#define FAINT .85f /* how much is seen of the tokens of those who can't press now */

static const struct style said = {FACE_SEMIBOLD, 3.1f, 1.25f, 0};

bool buzz_game(const struct app *app)
{
	return game_by_buzzers(&app->game);
}

bool buzz_open(const struct app *app)
{
	return buzz_game(app) && app->game.turn < 0;
}

bool buzz_taken(const struct app *app)
{
	return buzz_game(app) && app->game.turn >= 0;
}

/* ---- presses ---- */

void buzz_press(struct app *app, unsigned players)
{
	const struct game *g = &app->game;
	unsigned may = 0;

	for (int i = 0; i < g->nplayers; i++)
		may |= (unsigned)(players >> i & 1 && game_may_buzz(g, i)) << i;
	if (!may)
		return;
	app_move(app, OP_BUZZ, may, app->now);
	app_cue(app, CUE_BUZZ, 2 * g->turn);
	app->chosen = 0;
	app->told_s = 0;
	app_focus(app, (struct action){VERB_NONE, 0});
	if (app->zoomed) /* the choices must be seen now */
		picture_zoom_to(app, 0);
}

int64_t buzz_given_ms(const struct app *app)
{
	const struct game *g = &app->game;

	if (!buzz_taken(app) || !buzz_selected(app) || !game_due(g, app->now))
		return -1;
	return g->buzzed_ms + game_turn_left_ms(g, g->buzzed_ms) - 1;
}

uint32_t buzz_selected(const struct app *app)
{
	struct action focus = app->ui.focus;

	if (app->chosen || focus.verb != VERB_CHOOSE || game_asked(&app->game)->need > 1)
		return app->chosen;
	return 1u << focus.arg;
}

void buzz_freed(struct app *app)
{
	app_cue(app, CUE_WRONG, 0);
	app->chosen = 0;
	app->told_s = 0;
	app->helped.removed_ms = app->now;
	app_focus(app, (struct action){VERB_NONE, 0});
}

/* ---- words ---- */

static const char *name_of(const struct app *app, struct ui *ui, int player)
{
	return token_name(ui, app->game.options.seats, player);
}

const char *buzz_tried(const struct app *app, struct ui *ui, int position)
{
	const struct asked *a = game_asked(&app->game);

	for (int i = 0; i < a->ntries; i++)
		if (a->tries[i].chosen >> position & 1)
			return name_of(app, ui, a->tries[i].player);
	return NULL;
}

/* "Ada, Ben and Mina" */
static const char *names(const struct app *app, struct ui *ui, unsigned players)
{
	const char *all = NULL;

	for (; players; players &= players - 1) {
		const char *name = name_of(app, ui, bits_lowest(players));
		all = !all ? name
			   : frame_printf(ui->f, players & (players - 1) ? "%s, %s" : "%s and %s",
					  all, name);
	}
	return all ? all : "";
}

static const char *tie(const struct app *app, struct ui *ui, unsigned players, int turn)
{
	return frame_printf(ui->f, "%s at the same moment: the lot says %s",
			    names(app, ui, players), name_of(app, ui, turn));
}

/* What is said, the longer the better. Returns how many ways there are. */
enum { WAYS = 3 };
static int say(const struct app *app, struct ui *ui, const char *ways[WAYS])
{
	const struct game *g = &app->game;
	const struct asked *a = game_asked(g);

	if (g->turn >= 0 && a->tied) {
		const char *name = name_of(app, ui, g->turn);
		ways[0] = tie(app, ui, a->tied, g->turn);
		ways[1] = frame_printf(ui->f, "%d players at the same moment: the lot says %s",
				       bits_count(a->tied), name);
		ways[2] = frame_printf(ui->f, "A tie: the lot says %s", name);
		return 3;
	}
	if (g->turn >= 0) {
		ways[0] = frame_printf(ui->f, "%s, your answer", name_of(app, ui, g->turn));
	} else if (a->ntries > 0) {
		const struct guess *last = &a->tries[a->ntries - 1];
		ways[0] = frame_printf(ui->f,
				       last->chosen ? "%s was wrong. Who else?"
						    : "%s said nothing. Who else?",
				       name_of(app, ui, last->player));
	} else {
		ways[0] = "Press your button";
	}
	return 1;
}

/* ---- the row ---- */

struct buzzers {
	int columns, rows;
	float w, h, gap, pad, token, words; /* px; words: the height of what is said */
	bool named;                         /* there is room for names */
};

static float longest_name(const struct app *app, struct ui *ui)
{
	float w = 0;

	for (int i = 0; i < app->game.nplayers; i++)
		w = fmaxf(w, ui_width(ui, STYLE_STRONG, name_of(app, ui, i)));
	return w;
}

/* What is said may not move the choices when it becomes longer: room for a tie of those two whose
 * names are the longest. */
static float words_height(const struct app *app, struct ui *ui, float width)
{
	int longest = 0, second = 1;

	for (int i = 1; i < app->game.nplayers; i++) {
		float w = ui_width(ui, said, name_of(app, ui, i));
		if (w > ui_width(ui, said, name_of(app, ui, longest))) {
			second = longest;
			longest = i;
		} else if (i == 1 || w > ui_width(ui, said, name_of(app, ui, second))) {
			second = i;
		}
	}
	const char *worst = tie(app, ui, 1u << longest | 1u << second, longest);
	return ui_measure(ui, said, worst, width, TEXT_BALANCED).h;
}

static struct buzzers fit_buzzers(const struct app *app, struct ui *ui, float width)
{
	int n = app->game.nplayers;
	float line = ui_font(ui, STYLE_STRONG);
	struct buzzers b = {.gap = ui_px(ui, ui->compact ? 1 : 1.4f),
			    .pad = ui_px(ui, ui->compact ? 1.1f : 1.6f),
			    .token = roundf(line * 1.25f)};
	float around = 2 * b.pad + b.token + b.pad, whole = longest_name(app, ui) + around;
	float least = around + 3 * line;

	b.h = fmaxf(fmaxf(24, ui_px(ui, ui->tiny ? 5.4f : 6.4f)), roundf(line * 1.9f));
	b.columns = (int)((width + b.gap) / (whole + b.gap));
	b.columns = b.columns >= n ? n : (n + 1) / 2;
	if ((float)b.columns * (fminf(whole, least) + b.gap) - b.gap > width || ui->tiny)
		b.columns = n; /* tokens alone, in one row */
	b.w = floorf((width + b.gap) / (float)b.columns - b.gap);
	b.named = b.w >= fminf(whole, least);
	b.w = fminf(b.w, b.named ? whole : fmaxf(b.h, 2 * b.pad + b.token));
	b.rows = (n + b.columns - 1) / b.columns;
	b.words = words_height(app, ui, width);
	return b;
}

static float between(const struct ui *ui)
{
	return ui_px(ui, ui->compact ? 1 : 1.6f);
}

static float rows_height(const struct ui *ui, const struct buzzers *b)
{
	return (float)b->rows * (b->h + b->gap) - b->gap + between(ui);
}

float buzz_height(const struct app *app, struct ui *ui, float width)
{
	if (!buzz_game(app))
		return 0;
	struct buzzers b = fit_buzzers(app, ui, width);
	return b.words + between(ui) + rows_height(ui, &b);
}

static bool has_tried(const struct game *g, int player)
{
	const struct asked *a = game_asked(g);

	for (int i = 0; i < a->ntries; i++)
		if (a->tries[i].player == player)
			return true;
	return g->players[player].out;
}

static void draw_player(const struct app *app, struct ui *ui, int i, const struct buzzers *b,
			struct rect r)
{
	const struct theme *t = ui->t;
	const struct game *g = &app->game;
	const char *name = name_of(app, ui, i);
	struct action a = {VERB_BUZZ, 1 << i};
	bool may = game_may_buzz(g, i), has = g->turn == i, tried = !has && has_tried(g, i);
	struct feel feel = ui_feel(ui, a);
	colour ink = has || may ? t->text : t->text3;

	if (may)
		ui_spot(ui, r, name, a, SPOT_PLAIN, 0, 0);
	r.y += feel.down;
	if (may && feel.to == LOOK_FOCUS)
		ui_ring(ui, r, ROUND, 0);
	struct item *plate =
		ui_box(ui, r, ROUND,
		       has   ? t->focusfill
		       : may ? ui_tint(feel, (colour[]){t->surface, t->focusfill, t->focusfill,
							t->focusfill})
			     : 0,
		       has   ? token_colour(ui, i)
		       : may ? ui_tint(feel, (colour[]){t->border, t->text3, t->border, t->focus})
			     : t->hair,
		       has ? .4f : .16f);
	plate->dashed = tried;
	float y = r.y + r.h / 2, room = r.w - 3 * b->pad - b->token;
	float x = r.x + (b->named ? b->pad : roundf((r.w - b->token) / 2));
	struct item *token = token_draw(ui, i, x + roundf(b->token / 2), y, b->token);
	if (!has && !may)
		token->fill = colour_fade(token->fill, FAINT);
	if (b->named) {
		ui_cut(ui, STYLE_STRONG, x + b->token + b->pad, y, room, ink, name);
		if (tried)
			ui_strike(ui, ink);
	}
}

float buzz_say(const struct app *app, struct ui *ui, struct rect r)
{
	float high = words_height(app, ui, r.w);
	struct style s = said;
	const char *ways[WAYS];
	int n = say(app, ui, ways), i = 0;

	while (i + 1 < n && ui_measure(ui, s, ways[i], r.w, TEXT_BALANCED).h > high)
		i++;
	while (ui_measure(ui, s, ways[i], r.w, TEXT_BALANCED).h > high && ui_font(ui, s) > 12)
		s.size *= .96f;
	if (ui->scrolling) /* there it takes no more room than it needs */
		high = ui_measure(ui, s, ways[i], r.w, TEXT_BALANCED).h;
	ui_text(ui, s, (struct rect){r.x, r.y, r.w, high}, TEXT_BOTTOM | TEXT_BALANCED,
		buzz_taken(app) ? ui->t->text : ui->t->text2, ways[i]);
	return high + between(ui);
}

float buzz_draw(const struct app *app, struct ui *ui, struct rect r)
{
	struct buzzers b = fit_buzzers(app, ui, r.w);
	float said_high = buzz_say(app, ui, r);

	for (int i = 0; i < app->game.nplayers; i++)
		draw_player(app, ui, i, &b,
			    (struct rect){r.x + (float)(i % b.columns) * (b.w + b.gap),
					  r.y + said_high + (float)(i / b.columns) * (b.h + b.gap),
					  b.w, b.h});
	return said_high + rows_height(ui, &b);
}
