#include "standing.h"

#include <math.h>
#include <string.h>

#include "motion.h"
#include "seats.h"
#include "shaft.h"
#include "token.h"

enum { PRESS_MS = 900, ROW_DELAY_MS = 40, ROW_MS = 200 };

static const struct style NAME = {FACE_SEMIBOLD, 3.4f, 1.22f, 0};

/* Players as they are shown, `first` before the others, or by place. */
static void sort(const struct standing *s, int first, int order[GAME_PLAYERS])
{
	for (int i = 0; i < s->game->nplayers; i++) {
		int k = i;
		if (!s->placed) {
			order[i] = (first + i) % s->game->nplayers;
			continue;
		}
		for (; k > 0 && game_place(s->game, order[k - 1]) > game_place(s->game, i); k--)
			order[k] = order[k - 1];
		order[k] = i;
	}
}

static const char *name_of(struct ui *ui, const struct standing *s, int player)
{
	return token_name(ui, s->game->options.seats, player);
}

static const char *hand_of(const struct app *app, struct ui *ui, int player)
{
	char name[NAME_BOUND];

	seat_binding_name(app, player, name);
	return *name ? frame_text(ui->f, name, strlen(name)) : "No button yet";
}

static const char *floor_of(struct ui *ui, const struct standing *s, int player)
{
	return frame_printf(ui->f, "Floor %d", s->game->players[player].floor);
}

/* What a row says below the name. */
static const char *line_of(const struct app *app, struct ui *ui, const struct standing *s,
			   int player)
{
	const struct player *p = &s->game->players[player];

	if (s->hands)
		return hand_of(app, ui, player);
	if (s->counted && p->asked == 0 && s->game->options.party == PARTY_TURNS)
		return "Not asked";
	if (s->counted)
		return frame_printf(ui->f, "Floor %d · %d of %d right", p->floor, p->right,
				    p->asked);
	return floor_of(ui, s, player);
}

/* What is told of a player when all of it is read. */
static const char *label_of(const struct app *app, struct ui *ui, const struct standing *s,
			    int player)
{
	return frame_printf(ui->f, "%s, %s: %s", name_of(ui, s, player), token_shape(player),
			    hand_of(app, ui, player));
}

/* How much of the light that a press of a player makes is still there. */
static float lit(const struct app *app, struct ui *ui, int player)
{
	int64_t at = app->tried_ms[player];

	if (at < 0 || app->now - at >= PRESS_MS)
		return 0;
	if (ui->motion == MOTION_NONE) {
		frame_wake(ui->f, at + PRESS_MS);
		return 1;
	}
	return 1 - motion_fade(ui, at, PRESS_MS / 3, PRESS_MS * 2 / 3);
}

/* The card that everything of a player lies on. */
static void plate(const struct app *app, struct ui *ui, struct rect r, const struct standing *s,
		  int player)
{
	const struct theme *t = ui->t;
	bool next = player == s->next;
	float light = s->hands ? lit(app, ui, player) : 0;
	colour mine = token_colour(ui, player);

	if (s->hands) {
		ui_spot(ui, r, label_of(app, ui, s, player),
			(struct action){VERB_BUZZ, 1 << player}, SPOT_SILENT, 0, 0);
	}
	if (light > 0)
		ui_halo(ui, r, 2.2f, 5, colour_fade(mine, .5f * light));
	ui_shadow(ui, r, 2.2f, false);
	ui_box(ui, r, 2.2f, next ? t->surface2 : t->surface,
	       light > 0 ? colour_mix(t->hair, mine, light)
	       : next    ? t->focus
			 : t->hair,
	       light > 0 || next ? .45f : .16f);
}

static float next_width(struct ui *ui)
{
	return ui_width(ui, STYLE_STRONG, "Up next") + 2 * ui_px(ui, 1.5f);
}

void standing_chip(struct ui *ui, float x, float y)
{
	float w = next_width(ui), high = roundf(ui_font(ui, STYLE_STRONG) * 1.6f);

	ui_box(ui, (struct rect){x - w, roundf(y - high / 2), w, high}, ROUND, ui->t->focus, 0, 0);
	ui_line(ui, STYLE_STRONG, x - roundf(w / 2), y, TEXT_CENTRE, ui->t->onfocus, "Up next");
}

/* A name in a room: a little smaller, rather than cut. */
static void draw_name(struct ui *ui, float x, float y, float room, const char *name)
{
	struct style s = NAME;

	while (s.size > .8f * NAME.size && ui_width(ui, s, name) > room)
		s.size *= .96f;
	ui_cut(ui, s, x, y, room, ui->t->text, name);
}

/* ---- columns ---- */

/* What each column presses: its token, large, with its name and its button. */
static void draw_hand(const struct app *app, struct ui *ui, struct rect r, const struct standing *s,
		      int player)
{
	float name = ui_font(ui, NAME) * 1.22f, line = ui_font(ui, STYLE_LABEL) * 1.4f,
	      gap = ui_px(ui, 2);
	float size = fminf(fminf(ui_px(ui, 22), .4f * r.w), r.h - name - line - 5 * gap);
	float y = r.y + roundf((r.h - size - gap - name - line) / 2), x = r.x + roundf(r.w / 2);
	float light = lit(app, ui, player);
	bool tried = app->tried_ms[player] >= 0;

	token_draw(ui, player, x, y + size / 2, size * (1 + .12f * light));
	if (tried)
		ui_disc(ui, x + size * .62f, y + size * .9f, ui_scaled(ui, 4), ICON_CHECK,
			ui->t->ok, ui->t->onok, false);
	y += size + gap;
	const char *words = name_of(ui, s, player), *hand = hand_of(app, ui, player);
	float room = r.w - 2 * gap, w = fminf(room, ui_width(ui, NAME, words));
	draw_name(ui, x - roundf(w / 2), y + name / 2, room, words);
	struct style label = ui_shrunk(ui, STYLE_LABEL, hand, room);
	ui_line(ui, label, x, y + name + line / 2, TEXT_CENTRE, ui->t->text2, hand);
}

static void draw_column(const struct app *app, struct ui *ui, struct rect r,
			const struct standing *s, int player)
{
	const struct player *p = &s->game->players[player];
	float pad = ui_px(ui, ui->compact ? 2 : 3.2f), token = ui_scaled(ui, 3.6f), x = r.x + pad,
	      end = r.x + r.w - pad;
	struct style display = {FACE_DISPLAY, 6.6f, 1, .012f},
		     points = ui_sized(STYLE_NUMERAL, 4.2f);
	const char *floor = floor_of(ui, s, player), *score = ui_number(ui, p->score);

	plate(app, ui, r, s, player);
	if (s->hands) {
		draw_hand(app, ui, r, s, player);
		return;
	}
	float head = ui_px(ui, 5), y = r.y + ui_px(ui, 2.6f) + head / 2;
	token_draw(ui, player, x + token / 2, y, token);
	float start = x + token + ui_px(ui, 1.8f), room = end - start;
	const char *name = name_of(ui, s, player);
	if (s->placed) {
		const char *place = frame_printf(ui->f, "%d", game_place(s->game, player));
		room -= ui_line(ui, points, end, y, TEXT_END, ui->t->text2, place) + ui_px(ui, 1);
	} else if (player == s->next &&
		   ui_width(ui, NAME, name) + next_width(ui) + ui_px(ui, 1) <= room) {
		standing_chip(ui, end + ui_px(ui, .8f), y);
	}
	draw_name(ui, start, y, room, name);

	points = ui_shrunk(ui, points, score, (end - x) * .5f);
	float w = ui_width(ui, points, score);
	display = ui_shrunk(ui, display, floor, end - x - w - ui_px(ui, 1.5f));
	float foot = r.y + r.h - ui_px(ui, 2.6f) - roundf(ui_font(ui, display) * .46f);
	ui_line(ui, display, x, foot, TEXT_START, ui->t->text, floor);
	/* the feet of both are on one line */
	float base = .335f * (ui_font(ui, display) - ui_font(ui, points));
	ui_line(ui, points, end, foot + base, TEXT_END, ui->t->text2, score);

	float top = r.y + ui_px(ui, 2.6f) + head + ui_px(ui, 4.4f);
	float bottom = foot - ui_font(ui, display) * .5f - ui_px(ui, 2);
	shaft_draw(ui, (struct rect){x, top, end - x, bottom - top},
		   &(struct climb){.floors = s->game->laps,
				   .floor = p->floor,
				   .flight = 1,
				   .lit = token_colour(ui, player),
				   .bare = true});
}

struct grid {
	int columns, rows;
	float w, h, gap;
};

/* The grid whose cells come nearest to the shape of a stair in section; none: columns 0. */
static struct grid find_grid(struct ui *ui, struct rect view, int n)
{
	struct grid best = {0};
	float least_w = (ui->compact ? 26 : 30) * ui->u * ui->text, best_off = INFINITY;
	float least_h = 26 * ui->u * ui->text;
	int first = n > 4 ? 2 : 1;

	if (ui->tiny || ui->text >= 1.5f)
		return best;
	for (int rows = first; rows <= n; rows++) {
		struct grid g = {.rows = rows, .columns = (n + rows - 1) / rows};
		g.gap = ui_px(ui, 2.4f);
		g.w = floorf((view.w - (float)(g.columns - 1) * g.gap) / (float)g.columns);
		g.h = floorf((view.h - (float)(rows - 1) * g.gap) / (float)rows);
		float off = fabsf(logf(g.h / g.w / 1.6f));
		if (g.w >= least_w && g.h >= least_h && off < best_off) {
			best = g;
			best_off = off;
		}
	}
	return best;
}

/* ---- rows ---- */

struct row_size {
	float pad, token, gap, place, high, width;
	int columns;
};

static struct row_size row_size(struct ui *ui, const struct standing *s, float width)
{
	struct row_size m = {.pad = ui_px(ui, ui->compact ? 1.6f : 2.4f),
			     .token = ui_scaled(ui, ui->compact ? 4.6f : 4),
			     .gap = ui_px(ui, ui->compact ? 1 : 1.2f),
			     .columns = 1};
	float text = ui_font(ui, NAME) * 1.22f + ui_font(ui, STYLE_LABEL) * 1.35f;

	if (s->game->nplayers > 2 && width >= 100 * ui->u * ui->text)
		m.columns = 2;
	m.width = floorf((width - (float)(m.columns - 1) * m.gap) / (float)m.columns);
	m.place = s->placed ? ui_width(ui, ui_sized(STYLE_NUMERAL, 4.2f), "8") + m.gap : 0;
	m.high = roundf(fmaxf(ui_px(ui, 8.35f), text + ui_px(ui, 1.6f)));
	return m;
}

static void draw_row(const struct app *app, struct ui *ui, struct rect r, const struct standing *s,
		     int player, const struct row_size *m)
{
	const struct theme *t = ui->t;
	float x = r.x + m->pad, end = r.x + r.w - m->pad, middle = r.y + r.h / 2;
	float name_h = ui_font(ui, NAME) * 1.22f, line_h = ui_font(ui, STYLE_LABEL) * 1.35f;
	float top = r.y + roundf((r.h - name_h - line_h) / 2);
	struct style points = ui_sized(STYLE_NUMERAL, 4.2f);
	const char *name = name_of(ui, s, player);

	plate(app, ui, r, s, player);
	if (s->placed)
		ui_line(ui, points, x, middle, TEXT_START, t->text,
			frame_printf(ui->f, "%d", game_place(s->game, player)));
	x += m->place;
	float light = s->hands ? lit(app, ui, player) : 0;
	token_draw(ui, player, x + m->token / 2, middle, m->token * (1 + .12f * light));
	x += m->token + ui_px(ui, ui->compact ? 1.2f : 2);
	if (!s->hands) {
		const char *score = ui_number(ui, s->game->players[player].score);
		points = ui_shrunk(ui, points, score, (end - x) * .45f);
		end -= ui_line(ui, points, end, middle, TEXT_END, t->text, score) + ui_px(ui, 1.4f);
	} else if (app->tried_ms[player] >= 0) {
		float size = ui_scaled(ui, 4);
		ui_disc(ui, end - size / 2, middle, size, ICON_CHECK, t->ok, t->onok, false);
		end -= size + ui_px(ui, 1.4f);
	}
	if (player == s->next &&
	    ui_width(ui, NAME, name) + next_width(ui) + ui_px(ui, 1) <= end - x) {
		standing_chip(ui, end, middle);
		end -= next_width(ui) + ui_px(ui, 1);
	}
	draw_name(ui, x, top + name_h / 2, end - x, name);
	ui_cut(ui, STYLE_LABEL, x, top + name_h + line_h / 2, end - x, t->text2,
	       line_of(app, ui, s, player));
}

float standing_rows(const struct app *app, struct ui *ui, struct rect at, const struct standing *s,
		    bool paint)
{
	struct row_size m = row_size(ui, s, at.w);
	int n = s->game->nplayers, rows = (n + m.columns - 1) / m.columns, order[GAME_PLAYERS];

	sort(s, s->next < 0 ? 0 : s->next, order); /* whoever is next is in sight */
	for (int i = 0; i < n && paint; i++) {     /* down the first column, then down the second */
		struct rect r = {at.x + (float)(i / rows) * (m.width + m.gap),
				 at.y + (float)(i % rows) * (m.high + m.gap), m.width, m.high};
		struct mark mark = motion_mark(ui);

		draw_row(app, ui, r, s, order[i], &m);
		float there = ease_out(motion_move(ui, s->since, i * ROW_DELAY_MS, ROW_MS));
		motion_shift(ui, mark, 0, ui_px(ui, 2) * (1 - there),
			     ease_out(motion_fade(ui, s->since, i * ROW_DELAY_MS, ROW_MS)));
	}
	return (float)rows * (m.high + m.gap) - m.gap;
}

static void draw_rows(const struct app *app, struct ui *ui, struct rect view,
		      const struct standing *s)
{
	float pad = ui_px(ui, .8f), across = view.w;

	if (standing_rows(app, ui, view, s, false) + 2 * pad > view.h)
		across -= ui_px(ui, 3); /* room for a bar beside them */
	struct rect at = {view.x, 0, across, view.h};
	float high = standing_rows(app, ui, at, s, false) + 2 * pad;

	view.w = across;
	at.y = view.y + pad + fmaxf(0, roundf((view.h - high) / 3)) - ui->scroll_at;
	ui_scroll_begin(ui, view);
	standing_rows(app, ui, at, s, true);
	ui_scroll_end(ui, high);
}

void standing_draw(const struct app *app, struct ui *ui, struct rect view, const struct standing *s)
{
	struct grid g = find_grid(ui, view, s->game->nplayers);
	int order[GAME_PLAYERS];

	if (!g.columns) {
		draw_rows(app, ui, view, s);
		return;
	}
	sort(s, 0, order);
	for (int i = 0; i < s->game->nplayers; i++)
		draw_column(app, ui,
			    (struct rect){view.x + (float)(i % g.columns) * (g.w + g.gap),
					  view.y + (float)(i / g.columns) * (g.h + g.gap), g.w,
					  g.h},
			    s, order[i]);
}

const char *standing_words(struct ui *ui, const struct game *g)
{
	static const char *const numbers[] = {"Three", "Four", "Five", "Six", "Seven", "Eight"};
	const char *names[GAME_PLAYERS];
	int n = 0;

	if (!game_scored(g))
		return g->phase == PHASE_OVER ? "Nobody scored" : "Nobody has scored yet";
	for (int i = 0; i < g->nplayers; i++)
		if (game_place(g, i) == 1)
			names[n++] = token_said(ui, g->options.seats, i);
	if (n == 1)
		return frame_printf(ui->f, g->phase == PHASE_OVER ? "%s wins" : "%s leads",
				    names[0]);
	if (n == 2)
		return frame_printf(ui->f, "%s and %s share first place", names[0], names[1]);
	return n == g->nplayers
		       ? "All share first place"
		       : frame_printf(ui->f, "%s players share first place", numbers[n - 3]);
}
