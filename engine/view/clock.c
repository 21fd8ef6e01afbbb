#include "clock.h"

#include <math.h>

#include "listen.h"
#include "motion.h"

enum { TUBE_MS = 400, PULSE_MS = 360 };

int clock_seconds(const struct app *app)
{
	int64_t at = app->locked_ms >= 0 ? app->locked_ms : app->now;

	return (int)((game_left_ms(&app->game, at) + 999) / 1000);
}

colour clock_colour(const struct app *app, const struct theme *t)
{
	return app->locked_ms >= 0 || listen_waits(app) ? t->text3
	       : clock_seconds(app) <= CLOCK_LAST_S     ? t->bad
							: t->time;
}

struct style clock_style(const struct ui *ui)
{
	return ui_sized(STYLE_NUMERAL, ui->compact ? 4.4f : 5.4f);
}

/* The last seconds beat: the number swells as each of them begins. */
static void draw_seconds(const struct app *app, struct ui *ui, float x, float y, struct style s,
			 colour c)
{
	int64_t left = game_left_ms(&app->game, app->now);
	const char *text = frame_printf(ui->f, "%d", clock_seconds(app));
	float rest = ui_width(ui, s, text);

	if (app->locked_ms < 0 && left > 0 && clock_seconds(app) <= CLOCK_LAST_S &&
	    !listen_waits(app)) {
		int64_t began = app->now - (999 - (left - 1) % 1000);
		float t = motion_move(ui, began, 0, PULSE_MS);
		s.size *= t < 1 ? 1 + .08f * sinf(t * 3.14159265f) : 1;
	}
	ui_line(ui, s, x + roundf((ui_width(ui, s, text) - rest) / 2), y, TEXT_END, c, text);
}

void clock_draw(const struct app *app, struct ui *ui, struct rect row, bool numbered)
{
	const struct game *g = &app->game;
	const struct theme *t = ui->t;
	int seconds = clock_seconds(app);
	bool stopped = app->locked_ms >= 0 || listen_waits(app);
	colour c = clock_colour(app, t);
	struct style numeral = clock_style(ui);
	float wide = 0;

	if (numbered) {
		wide = fmaxf(ui_px(ui, 4.6f * ui->text), ui_width(ui, numeral, "000"));
		draw_seconds(app, ui, row.x + row.w, row.y + row.h / 2, numeral, c);
		wide += ui_px(ui, .6f);
	}
	float high = ui_px(ui, .9f * fminf(ui->text, 1.6f));
	struct rect track = {row.x, row.y + roundf((row.h - high) / 2), row.w - wide, high};
	ui_box(ui, track, ROUND, t->flat ? t->bg0 : t->hair, t->flat ? t->border : 0, .2f);
	track.w =
		roundf(track.w * (float)seconds / (float)((game_asked(g)->limit_ms + 999) / 1000) *
		       ease_out(motion_move(ui, app->since, 0, TUBE_MS)));
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
