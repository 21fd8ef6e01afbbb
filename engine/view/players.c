/* Whose turn it is, and how all stand. */
#include "screens.h"

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_READY:
		app_move(app, OP_READY, 0, app->now);
		app_go(app, &screen_question);
		break;
	case VERB_PAUSE: app_go(app, &screen_pause); break;
	default: break;
	}
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	struct button ready = {.kind = BUTTON_PRIMARY,
			       .icon = ICON_ARROW,
			       .label = "I’m ready",
			       .action = {VERB_READY, 0},
			       .flags = SPOT_MAIN};
	float high = ui_button_height(ui, &ready), w = ui_button_width(ui, &ready);

	(void)app;
	ui_ground(ui);
	ui_button(ui, (struct rect){s.x + s.w - w, s.y + s.h - high, w, high}, &ready);
}

const struct screen screen_players = {"players", NULL, act, NULL, draw};
