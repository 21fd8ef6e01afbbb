/* Nobody has done anything for a while: a ring that empties, and any press goes on as before. */
#include <math.h>

#include "motion.h"
#include "screens.h"

enum { POINTS = 96, STEP_MS = 100 };

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
	title = ui_shrunk(ui, title, "Still there?", s.w);
	float gap = ui_px(ui, ui->compact ? 2 : 4), high = ui_font(ui, title);
	float said = ui_measure(ui, body, how, s.w, TEXT_BALANCED).h;
	float ring = fminf(ui_px(ui, 40), fminf(s.w * .8f, s.h - high - said - 3 * gap));
	float y = s.y + roundf((s.h - high - ring - said - 2 * gap) / 2), cx = s.x + s.w / 2;

	ui_ground(ui);
	ui_lights(ui, .52f, 0);
	ui_spot(ui, (struct rect){0, 0, ui->w, ui->h}, "Go on", (struct action){VERB_RESUME, 0},
		SPOT_MAIN, 0, 0);
	ui_line(ui, title, cx, y + high / 2, TEXT_CENTRE, ui->t->text, "Still there?");
	y += high + gap;
	draw_ring(ui, cx, y + ring / 2, ring, fmaxf(0, fminf(1, (float)shown / (float)warn)));
	number.size = ring / ui->u * .5f / ui->text;
	ui_line(ui, number, cx, y + ring / 2, TEXT_CENTRE, ui->t->text,
		frame_printf(ui->f, "%d", (int)((left + 999) / 1000)));
	y += ring + gap;
	ui_text(ui, body, (struct rect){s.x, y, s.w, said}, TEXT_CENTRE | TEXT_BALANCED,
		ui->t->text2, how);
	frame_wake(ui->f, app->now + (left - 1) % (ui->motion == MOTION_FULL ? STEP_MS : 1000) + 1);
}

const struct screen screen_idle = {"idle", enter, act, NULL, draw};
