#include "listen.h"

#include <math.h>
#include <string.h>

static const char *audio(const struct app *app)
{
	return app->playing ? game_question(&app->game)->audio : NULL;
}

static void play(struct app *app)
{
	app_effect(app, (struct effect){.kind = EFFECT_SOUND,
					.folder = game_pack(&app->game)->folder,
					.text = audio(app)});
	if (!app->listen.heard)
		app_move(app, OP_LISTEN, LISTEN_LATE_MS, app->now);
}

/* The clock need not wait any longer. */
static void end(struct app *app)
{
	app->listen.plays = false;
	app->listen.heard = true;
	if (app->game.phase == PHASE_ASKING)
		app_move(app, OP_HEARD, 0, app->now);
}

bool listen_begin(struct app *app)
{
	if (app->fresh) {
		memset(&app->listen, 0, sizeof app->listen);
		app->listen.heard = game_asked(&app->game)->heard; /* before it was interrupted */
	}
	if (!audio(app) || app->listen.heard)
		return false;
	if (app->set.media == 0) { /* turned down meanwhile: there is nothing to wait for */
		app_move(app, OP_HEARD, 0, app->now);
		return false;
	}
	play(app);
	return true;
}

void listen_leave(struct app *app)
{
	if (!app->listen.plays)
		return;
	app->listen.plays = false;
	app_effect(app, (struct effect){.kind = EFFECT_HUSH});
}

void listen_tick(struct app *app)
{
	if (app->listen.plays && app->now >= app->listen.from_ms + app->listen.ms)
		end(app);
}

void listen_press(struct app *app)
{
	if (!app->listen.plays) {
		play(app);
		return;
	}
	end(app);
	app_effect(app, (struct effect){.kind = EFFECT_HUSH});
}

void listen_answer(struct app *app, const struct event *ev)
{
	const char *asked = audio(app);

	bool here = app->screen == &screen_question || app->screen == &screen_preview;

	if (!here || !asked || strcmp(asked, ev->text) != 0 ||
	    strcmp(game_pack(&app->game)->folder, ev->folder) != 0)
		return;
	app->listen.broken = ev->index <= 0;
	if (app->listen.broken) {
		end(app);
		return;
	}
	app->listen.plays = true;
	app->listen.from_ms = app->now;
	app->listen.ms = ev->index;
	if (!app->listen.heard)
		app_move(app, OP_LISTEN, (uint32_t)ev->index + LISTEN_LATE_MS, app->now);
}

bool listen_again(const struct app *app)
{
	return app->screen == &screen_question && audio(app) && app->set.media > 0 &&
	       !app->listen.broken;
}

struct listening listen_of(const struct app *app, struct ui *ui)
{
	struct listening l = {
		.shown = audio(app),
		.off = app->set.media == 0,
		.broken = app->listen.broken,
		.barred = app->o.kiosk && !ui->compact && listen_again(app),
	};
	const char *alt =
		l.shown ? text_in(&game_question(&app->game)->alt, app_language(app)) : NULL;

	if (l.shown && l.broken)
		l.said = alt ? frame_printf(ui->f, "The sound can't be played: %s", alt)
			     : "The sound can't be played";
	else if (alt && (app->set.captions || l.off))
		l.said = frame_printf(ui->f, "Sound: %s", alt);
	return l;
}

static struct button button_of(const struct app *app, const struct listening *l)
{
	bool plays = app->listen.plays;

	return (struct button){.kind = BUTTON_PILL,
			       .icon = plays ? ICON_STOP : ICON_SPEAKER,
			       .label = l->off              ? "Sound is off"
					: plays             ? "Stop"
					: app->listen.heard ? "Listen again"
							    : "Listen",
			       .action = {VERB_LISTEN, 0},
			       .key1 = 'l',
			       .flags = l->off ? SPOT_DISABLED : SPOT_PLAIN};
}

static float air(const struct ui *ui)
{
	return ui_px(ui, ui->compact ? 1.4f : 2);
}

/* The button and the words below it. */
static float between(const struct ui *ui, const struct listening *l)
{
	return l->broken ? 0 : ui_px(ui, 1.2f);
}

/* Of what stands for a button that is elsewhere. */
static float mark_size(struct ui *ui)
{
	return roundf(ui_font(ui, STYLE_LABEL) * 1.3f);
}

float listen_height(struct ui *ui, const struct listening *l, float width)
{
	struct button b = {.kind = BUTTON_PILL};

	if (!l->shown)
		return 0;
	float high = l->broken ? 0 : l->barred ? mark_size(ui) : ui_button_height(ui, &b);
	if (l->said)
		high += ui_measure(ui, STYLE_LABEL, l->said, width, 0).h + between(ui, l);
	return high + air(ui);
}

/* How far it has come, in whole seconds, and how long it is. */
static void draw_line(const struct app *app, struct ui *ui, float x, float y, float end)
{
	const struct theme *t = ui->t;
	int64_t at_ms = (app->now - app->listen.from_ms) / 1000 * 1000;
	bool plays = app->listen.plays;
	const char *time = ui_duration(ui, (app->listen.ms + 999) / 1000 * 1000);

	if (plays)
		time = frame_printf(ui->f, "%s / %s", ui_duration(ui, at_ms), time);
	float wide = ui_width(ui, STYLE_LABEL, time), gap = ui_px(ui, 1.4f);
	float line = fminf(end - x - wide - gap, ui_px(ui, 40));
	float high = ui_px(ui, .8f), thin = ui_px(ui, .2f);
	if (plays && line >= ui_px(ui, 6)) {
		struct rect r = {x, roundf(y - high / 2),
				 roundf(line * (float)at_ms / (float)app->listen.ms), high};
		ui_box(ui, (struct rect){x, r.y + roundf((high - thin) / 2), line, thin}, 0,
		       t->text2, 0, 0);
		if (r.w >= high)
			ui_box(ui, r, ROUND, t->text, 0, 0);
		x += line + gap;
	}
	if (x + wide <= end)
		ui_line(ui, STYLE_LABEL, x, y, TEXT_START, t->text2, time);
}

/* Returns its bottom edge. */
static float draw_mark(const struct app *app, struct ui *ui, struct rect row)
{
	float size = mark_size(ui);

	ui_icon(ui, ICON_SPEAKER, row.x + size / 2, row.y + size / 2, size, ui->t->text2, 2.1f);
	if (app->listen.ms > 0)
		draw_line(app, ui, row.x + size + ui_px(ui, 1.2f), row.y + size / 2, row.x + row.w);
	return row.y + size;
}

/* Returns its bottom edge. */
static float draw_button(const struct app *app, struct ui *ui, struct rect row,
			 const struct listening *l)
{
	struct button b = button_of(app, l), widest = b;

	widest.label = l->off ? b.label : "Listen again"; /* one place for all it says */
	struct rect r = {row.x, row.y, fminf(row.w, ui_button_width(ui, &widest)),
			 ui_button_height(ui, &b)};
	ui_button(ui, r, &b);
	if (app->listen.ms > 0)
		draw_line(app, ui, r.x + r.w + ui_px(ui, 2), r.y + r.h / 2, row.x + row.w);
	return r.y + r.h;
}

void listen_draw(const struct app *app, struct ui *ui, struct rect row, const struct listening *l)
{
	if (!l->shown)
		return;
	float y = l->broken   ? row.y
		  : l->barred ? draw_mark(app, ui, row)
			      : draw_button(app, ui, row, l);
	if (l->said)
		ui_text(ui, STYLE_LABEL, (struct rect){row.x, y + between(ui, l), row.w, 0}, 0,
			ui->t->text2, l->said);
}

bool listen_waits(const struct app *app)
{
	return game_asked(&app->game)->limit_ms > 0 && app->game.asked_ms > app->now;
}

void listen_wake(const struct app *app, struct ui *ui)
{
	int64_t end_ms = app->listen.from_ms + app->listen.ms;
	int64_t next_ms = app->now + 1000 - (app->now - app->listen.from_ms) % 1000;

	if (app->listen.plays)
		frame_wake(ui->f, next_ms < end_ms ? next_ms : end_ms);
	if (listen_waits(app))
		frame_wake(ui->f, app->game.asked_ms);
}
