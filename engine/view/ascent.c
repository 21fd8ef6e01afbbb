#include "ascent.h"

#include <math.h>
#include <string.h>

#include "motion.h"

enum {
	TURN_MS = 24000, /* the stair comes down to the one below it */
	START_MS = 2000, /* until it is as fast as that */
	IDLE_MS = 30000, /* without a press or a move: it begins to come to rest */
	WELL_FRAME_MS = 50,
};

struct rising {
	float turns; /* 0 to 1 */
	bool runs;   /* it is not at rest, nor on its way there */
	bool moves;
};

/* How far the well has risen: as fast as it runs, and from IDLE_MS after the last input slower and
 * slower, to rest where the stair is as it was at first. */
static struct rising rising(const struct app *app)
{
	const double speed = 1.0 / TURN_MS;
	int64_t rest_ms = app->input_ms + IDLE_MS;
	double ran = (double)((app->now < rest_ms ? app->now : rest_ms) - app->well_ms);
	double turns = (double)app->well_turns +
		       speed * (ran < START_MS ? ran * ran / (2 * START_MS) : ran - START_MS / 2);

	if (app->now > rest_ms) {
		double on = (double)(app->now - rest_ms), goal = ceil(turns + .1);
		double lasts = 2 * (goal - turns) / speed;
		if (on >= lasts)
			return (struct rising){0};
		turns += speed * on * (1 - on / (2 * lasts));
	}
	return (struct rising){(float)(turns - floor(turns)), app->now <= rest_ms, true};
}

void ascent_touched(struct app *app)
{
	struct rising r = rising(app);

	if (!r.runs) {
		app->well_ms = app->now;
		app->well_turns = r.turns;
	}
	app->input_ms = app->now;
}

void ascent_begin(struct app *app)
{
	app->well_ms = app->input_ms = app->now;
	app->well_turns = 0;
}

struct well *ascent_draw(const struct app *app, struct ui *ui)
{
	struct item *i = frame_add(ui->f, ITEM_WELL, (struct rect){0, 0, ui->w, ui->h});
	struct rising r = rising(app);

	i->well = (struct well){
		.rotation = -.14f, .tint = -1, .near_rail = ui->t->brand, .far_rail = ui->t->focus};
	if (ui->motion == MOTION_FULL && !ui->t->flat && r.moves) {
		i->well.rise = fmaxf(r.turns, 1e-6f); /* at 0 it would rest */
		frame_wake(ui->f, ui->now + WELL_FRAME_MS);
	}
	return &i->well;
}

void ascent_scrim(struct ui *ui, bool across, const struct stop *stops, int n)
{
	struct item *i = frame_add(ui->f, ITEM_GRADIENT, (struct rect){0, 0, ui->w, ui->h});

	i->across = across;
	i->nstops = (uint8_t)n;
	memcpy(i->stop, stops, (size_t)n * sizeof *stops);
}
