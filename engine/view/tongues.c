/* The languages a kiosk offers, where they are too many to be gone through one by one. */
#include <math.h>

#include "access.h"
#include "screens.h"

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	if (a.verb == VERB_BACK)
		app_close_over(app);
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	int n = access_tongues(app);
	float gap = ui_gap(ui, ui->compact ? 1 : 1.6f);
	float high = fmaxf(ui_row_height(ui), ui_finger(ui, 10.6f));

	ui_ground(ui);
	ui_lights(ui, .52f, 0);
	float top = ui_head(ui, "Language", (struct action){VERB_BACK, 0}, s.x + s.w);
	struct rect view = {s.x, top + gap * 2, s.w, s.y + s.h - top - gap * 2};
	int columns = ui->portrait || ui->tiny || ui->text > 1.5f ? 1 : 2;
	float all = ceilf((float)n / (float)columns) * (high + gap) - gap;
	if (all > view.h)
		view.w -= ui_px(ui, 3);
	float w = floorf((view.w - (float)(columns - 1) * gap) / (float)columns);
	ui_scroll_begin(ui, view);
	ui->group = 1;
	for (int i = 0; i < n; i++) {
		struct access_choice c = access_tongue(app, ui, i);
		struct button b = {.kind = c.on ? BUTTON_PRIMARY : BUTTON_PLAIN,
				   .icon = c.on ? ICON_CHECK : ICON_NONE,
				   .label = c.label,
				   .action = c.action,
				   .flags = c.on ? SPOT_MAIN : SPOT_PLAIN};
		ui_button(
			ui,
			(struct rect){view.x + (float)(i % columns) * (w + gap),
				      view.y + (float)(i / columns) * (high + gap) - ui->scroll_at,
				      w, high},
			&b);
	}
	ui->group = 0;
	ui_scroll_end(ui, all);
}

const struct screen screen_tongues = {"languages", NULL, act, NULL, draw};
