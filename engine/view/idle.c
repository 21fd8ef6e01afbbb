/* Nobody has done anything for a while: a ring that empties, and any press goes on as before. */
#include <math.h>

#include "motion.h"
#include "screens.h"

enum { POINTS = 96, STEP_MS = 100 };

static const char *const ASKS = "Still there?";

static void enter(struct app *app)
{
	app_cue(app, CUE_IDLE, 0);
}

/* What is pressed comes back before it gets here (visit.c). */
static void act(struct app *app, struct action a, enum by by)
{
	(void)app;
	(void)a;
	(void)by;
}

/* What is left of it, clockwise from the top. */
static void draw_ring(struct ui *ui, float cx, float cy, float size, float part)
{
	float r = size / 2, width = ui_px(ui, 1.6f);
	struct rect box = {cx - r, cy - r, size, size};
	int n = (int)ceilf(POINTS * part);

	ui_box(ui, ui_inset(box, -width / 2, -width / 2), ROUND, 0, ui->t->border, 1.6f);
	struct item *i = frame_add(ui->f, ITEM_LINE, box);
	i->fill = ui->t->time;
	i->width = width;
	for (int k = 0; k <= n; k++) {
		float turn = 2 * 3.14159265f * part * (float)k / (float)n;
		frame_point(ui->f, i, cx + r * sinf(turn), cy - r * cosf(turn));
	}
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	struct style title = {FACE_DISPLAY, ui->compact ? 11 : 14, 1, .012f},
		     number = {FACE_DISPLAY, 20, 1, 0}, body = ui_sized(STYLE_BODY, 4);
	int64_t warn = app->o.kiosk->warn_ms, left = warn - (app->now - app->since);
	int64_t shown = ui->motion == MOTION_FULL ? left : (left + 999) / 1000 * 1000;
	const char *how = ui->device == DEVICE_TOUCH || ui->device == DEVICE_MOUSE
				  ? "Touch anywhere to go on."
				  : "Press any key to go on.";

	if (ui->text > 1.5f)
		title.size *= 1.5f / ui->text;
	float gap = ui_px(ui, ui->compact ? 2 : 4), width = s.w;
	float high = ui_font(ui, ui_shrunk(ui, title, ASKS, width));
	float said = ui_measure(ui, body, how, width, TEXT_BALANCED).h;
	float ring = fminf(ui_px(ui, 40), fminf(s.w * .8f, s.h - high - said - 3 * gap));
	bool beside = ring < ui_px(ui, 16); /* there is more room at the side of the words */

	if (beside) {
		ring = fminf(ui_px(ui, 40), fminf(s.w * .36f, s.h - gap));
		width -= ring + 2 * gap;
	}
	title = ui_shrunk(ui, title, ASKS, width);
	high = ui_font(ui, title);
	struct block words = ui_measure(ui, body, how, width, TEXT_BALANCED);
	while ((high + gap + words.h > s.h || words.broken) && body.size * ui->text > 3) {
		body.size *= .96f;
		words = ui_measure(ui, body, how, width, TEXT_BALANCED);
	}
	float all = high + gap + words.h + (beside ? 0 : ring + gap);
	struct rect r = {s.x, s.y + roundf((s.h - all) / 2), width, words.h};
	float cx = s.x + s.w / 2, cy = r.y + high + gap + ring / 2;
	if (beside) {
		width = ceilf(fmaxf(words.w, ui_width(ui, title, ASKS)));
		cx = roundf(s.x + (s.w - width - 2 * gap) / 2);
		cy = s.y + s.h / 2;
		r.x = cx + ring / 2 + 2 * gap;
	}

	ui_ground(ui);
	ui_lights(ui, .52f, 0);
	ui_spot(ui, (struct rect){0, 0, ui->w, ui->h}, "Go on", (struct action){VERB_RESUME, 0},
		SPOT_MAIN, 0, 0);
	ui_line(ui, title, beside ? r.x : cx, r.y + high / 2, beside ? TEXT_START : TEXT_CENTRE,
		ui->t->text, ASKS);
	r.y += high + gap + (beside ? 0 : ring + gap);
	draw_ring(ui, cx, cy, ring, fmaxf(0, fminf(1, (float)shown / (float)warn)));
	number.size = ring / ui->u * .5f / ui->text;
	ui_line(ui, number, cx, cy, TEXT_CENTRE, ui->t->text,
		frame_printf(ui->f, "%d", (int)((left + 999) / 1000)));
	ui_text(ui, body, r, (beside ? TEXT_START : TEXT_CENTRE) | TEXT_BALANCED, ui->t->text2,
		how);
	frame_wake(ui->f, app->now + (left - 1) % (ui->motion == MOTION_FULL ? STEP_MS : 1000) + 1);
}

const struct screen screen_idle = {"idle", enter, act, NULL, draw};
