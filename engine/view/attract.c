/* A kiosk without a visitor: the program plays by itself, and any touch starts. */
#include "screens.h"
#include "wordmark.h"

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	if (a.verb == VERB_START)
		visit_begin(app);
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	struct button start = {.kind = BUTTON_PRIMARY,
			       .label = "Touch to start",
			       .action = {VERB_START, 0},
			       .flags = SPOT_MAIN};
	float h = ui_px(ui, 13), w = ui_button_width(ui, &start);

	(void)app;
	ui_ground(ui);
	ui_button(ui, (struct rect){s.x, s.y + s.h - h, w, h}, &start);
}

const struct screen screen_attract = {"attract", NULL, act, NULL, draw};
