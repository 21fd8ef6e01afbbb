/* Out of hours: black. Whoever touches it is told for a while when it opens again. */
#include <math.h>

#include "access.h"
#include "screens.h"

enum { LIT_MS = 8000, DAY_MIN = 24 * 60 };

static void enter(struct app *app)
{
	app->attract.lit_ms = app->now - LIT_MS;
}

static void tick(struct app *app)
{
	if (!attract_closed(app))
		visit_open(app);
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	if (a.verb == VERB_START)
		app->attract.lit_ms = app->now;
}

/* "Opens on Monday at 09:30" */
static const char *opening(const struct app *app, struct ui *ui)
{
	static const char *const days[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
					   "Friday", "Saturday", "Sunday"};
	struct moment m = {app->unix_ms, app->utc_offset_min};
	int64_t today = moment_day(m), minute;

	m.unix_ms = kiosk_opens_ms(app->o.kiosk, m);
	if (m.unix_ms < 0)
		return "Closed";
	int64_t day = moment_day(m);
	minute = m.unix_ms / 60000 + m.utc_offset_min - day * DAY_MIN;
	const char *when = day == today       ? "today"
			   : day == today + 1 ? "tomorrow"
					      : frame_printf(ui->f, "on %s", days[(day + 3) % 7]);
	return frame_printf(ui->f, "Opens %s at %02d:%02d", when, (int)(minute / 60),
			    (int)(minute % 60));
}

static void draw(const struct app *app, struct ui *ui)
{
	const colour black = 0xFF000000, dim = 0xFF8A8A8A;
	struct item *all = frame_add(ui->f, ITEM_BOX, (struct rect){0, 0, ui->w, ui->h});
	int64_t dark_ms = app->attract.lit_ms + LIT_MS;

	all->fill = black;
	attract_shift(app, ui);
	attract_wake(app, ui);
	ui_spot(ui, (struct rect){0, 0, ui->w, ui->h}, "When does it open?",
		(struct action){VERB_START, 0}, SPOT_SILENT, SPOT_ANY, 0);
	if (app->now >= dark_ms)
		return;
	ui_text(ui, STYLE_BODY, ui->stage, TEXT_CENTRE | TEXT_MIDDLE | TEXT_BALANCED, dim,
		opening(app, ui));
	frame_wake(ui->f, dark_ms);
}

const struct screen screen_closed = {"closed", enter, act, tick, draw};
