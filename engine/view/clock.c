#include "clock.h"

#include <math.h>

#include "buzz.h"
#include "listen.h"
#include "motion.h"
#include "token.h"

enum { TUBE_MS = 400, MORE_TUBE_MS = 300, PULSE_MS = 360, LAST_OF_TURN_S = 2 };

/* Of the turn that is taken, else of the question, or of the whole game; -1: it has no end. */
static int64_t left_ms(const struct app *app)
{
	int64_t at = app->locked_ms >= 0 ? app->locked_ms : app->now;

	return buzz_taken(app) ? game_turn_left_ms(&app->game, at) : game_left_ms(&app->game, at);
}

static int64_t whole_ms(const struct app *app)
{
	const struct game *g = &app->game;

	if (buzz_taken(app))
		return game_turn_left_ms(g, g->buzzed_ms);
	return game_asked(g)->limit_ms +
	       (g->options.mode->whole_ms > 0 ? g->players[0].total_ms : 0);
}

static bool is_stopped(const struct app *app)
{
	return app->locked_ms >= 0 || app->eased.from_ms >= 0 ||
	       (listen_waits(app) && !buzz_taken(app));
}

static bool is_last(const struct app *app)
{
	return clock_seconds(app) <= (buzz_taken(app) ? LAST_OF_TURN_S : CLOCK_LAST_S);
}

bool clock_shown(const struct app *app)
{
	return game_asked(&app->game)->limit_ms > 0 ||
	       (buzz_game(app) && app->game.options.clock_percent != CLOCK_OFF);
}

int clock_seconds(const struct app *app)
{
	return (int)((left_ms(app) + 999) / 1000);
}

int64_t clock_next_ms(const struct app *app)
{
	int64_t left = left_ms(app);

	if (left < 0 || is_stopped(app))
		return -1;
	return app->now + (left > 0 ? (left - 1) % 1000 + 1 : 0);
}

colour clock_colour(const struct app *app, const struct theme *t)
{
	return is_stopped(app) ? t->text3 : is_last(app) ? t->bad : t->time;
}

struct style clock_style(const struct ui *ui)
{
	return ui_sized(STYLE_NUMERAL, (ui->compact ? 4.4f : 5.4f) * fminf(1, 1.5f / ui->text));
}

/* The last seconds beat: the number swells as each of them begins. */
static void draw_seconds(const struct app *app, struct ui *ui, float x, float y, struct style s,
			 colour c)
{
	int64_t left = left_ms(app);
	const char *text = frame_printf(ui->f, "%d", clock_seconds(app));
	float rest = ui_width(ui, s, text);

	if (left > 0 && is_last(app) && !is_stopped(app)) {
		int64_t began = app->now - (999 - (left - 1) % 1000);
		float t = motion_move(ui, began, 0, PULSE_MS);
		s.size *= t < 1 ? 1 + .08f * sinf(t * 3.14159265f) : 1;
	}
	ui_line(ui, s, x + roundf((ui_width(ui, s, text) - rest) / 2), y, TEXT_END, c, text);
}

/* How much of the tube is full, 0 to 1, by whole seconds. */
static float full(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;
	float whole = (float)((whole_ms(app) + 999) / 1000), seconds = (float)clock_seconds(app);
	float more = MORE_MS / 1000.f;
	float again = ease_out(motion_move(ui, app->helped.more_ms, 0, MORE_TUBE_MS));
	bool fills = !buzz_taken(app) && (g->options.mode->whole_ms == 0 || g->at == 0);

	if (again < 1 && whole > more) {
		float before = fmaxf(0, seconds - more) / (whole - more);
		return before + (seconds / whole - before) * again;
	}
	return seconds / whole * (fills ? ease_out(motion_move(ui, app->since, 0, TUBE_MS)) : 1);
}

/* Whose turn it is stands before the tube. */
static struct rect draw_whose(const struct app *app, struct ui *ui, struct rect row)
{
	float size = fmaxf(roundf(row.h * .8f), ui_font(ui, STYLE_STRONG)),
	      in = size + ui_px(ui, 1.4f);

	if (!buzz_taken(app))
		return row;
	token_draw(ui, app->game.turn, row.x + roundf(size / 2), row.y + row.h / 2, size);
	return (struct rect){row.x + in, row.y, row.w - in, row.h};
}

void clock_draw(const struct app *app, struct ui *ui, struct rect row, bool numbered)
{
	const struct theme *t = ui->t;
	int seconds = clock_seconds(app);
	bool stopped = is_stopped(app);
	colour c = clock_colour(app, t);
	struct style numeral = clock_style(ui);
	float wide = 0;

	row = draw_whose(app, ui, row);
	if (left_ms(app) < 0)
		return;
	if (numbered) {
		wide = fmaxf(ui_px(ui, 4.6f * ui->text), ui_width(ui, numeral, "000"));
		draw_seconds(app, ui, row.x + row.w, row.y + row.h / 2, numeral, c);
		wide += ui_px(ui, whole_ms(app) >= 100000 ? 1.6f : .6f);
	}
	float high = ui_px(ui, .9f * fminf(ui->text, 1.6f));
	struct rect track = {row.x, row.y + roundf((row.h - high) / 2), row.w - wide, high};
	ui_box(ui, track, ROUND, t->flat ? t->bg0 : t->hair, t->flat ? t->border : 0, .2f);
	track.w = roundf(track.w * fminf(1, full(app, ui)));
	if (track.w < high)
		track.w = seconds > 0 ? high : 0;
	if (track.w <= 0)
		return;
	if (!stopped) {
		ui_halo(ui, track, ROUND, 2.4f, colour_fade(c, .38f));
		ui_halo(ui, track, ROUND, .8f, colour_fade(c, .55f));
	}
	ui_box(ui, track, ROUND, c, 0, 0);
	float inset = ui_px(ui, 1.2f), thin = fmaxf(1, roundf(high * .44f));
	if (!stopped && t->glow && track.w > 2 * inset)
		ui_box(ui,
		       (struct rect){track.x + inset, track.y + roundf((high - thin) / 2),
				     track.w - 2 * inset, thin},
		       ROUND, colour_fade(0xFFFFF6DF, .85f), 0, 0);
}
