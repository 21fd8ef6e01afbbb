/* What staff find behind the PIN. */
#include "screens.h"

static void enter(struct app *app)
{
	staff_sign(app);
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	staff_sign(app);
	if (a.verb == VERB_BACK)
		app_home(app);
}

static void tick(struct app *app)
{
	if (staff_idle_ms(app) >= STAFF_CLOSES_MS)
		app_home(app);
}

static void draw(const struct app *app, struct ui *ui)
{
	ui_ground(ui);
	ui_head(ui, "Operator", (struct action){VERB_BACK, 0}, ui->stage.x + ui->stage.w);
	frame_wake(ui->f, app->staff.sign_ms + STAFF_CLOSES_MS);
}

const struct screen screen_operator = {"operator", enter, act, tick, draw};
