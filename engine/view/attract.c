#include "attract.h"

#include <math.h>

#include "ascent.h"
#include "aside.h"
#include "attractbar.h"
#include "attracttitle.h"
#include "motion.h"
#include "scores.h"
#include "scoretable.h"

enum {
	MINUTE_MS = 60 * 1000,
	SEEN_MS = 220,  /* a part comes up */
	LOCK_MS = 4600, /* of a question: it is answered */
	TELL_MS = LOCK_MS + HOLD_MS,
};

static const int lasts_ms[ATTRACTIONS] = {
	[ATTRACT_TITLE] = 12000, [ATTRACT_QUESTION] = 10000, [ATTRACT_SCORES] = 8000};

/* ---- what there is ---- */

static struct moment now(const struct app *app)
{
	return (struct moment){app->unix_ms, app->utc_offset_min};
}

bool attract_plays(const struct app *app)
{
	return app->screen == &screen_attract && app->attract.page;
}

/* There is nothing that could be played. */
static bool is_empty(const struct app *app)
{
	for (int i = 0; i < app->o.library->n; i++)
		if (app->o.library->entries[i].pack)
			return false;
	return true;
}

bool attract_closed(const struct app *app)
{
	return !kiosk_open(app->o.kiosk, now(app));
}

/* The day of the boards, which has its own beginning. */
static int64_t today(const struct app *app)
{
	struct moment m = now(app);

	m.unix_ms -= (int64_t)app->o.kiosk->day_min * MINUTE_MS;
	return moment_day(m);
}

static void recall(struct app *app)
{
	app->attract.day = today(app);
	app->scores.boards = (struct boards){0};
	if (app->o.kiosk->boards == BOARDS_OFF)
		return;
	app->scores.span = kiosk_span(app->o.kiosk);
	scores_recall(app);
}

/* How many are on the board; without points nobody is. */
static int placed(const struct app *app)
{
	const struct board *b = &app->scores.boards.span[app->scores.span];
	int n = 0;

	while (n < b->n && b->row[n].score > 0)
		n++;
	return n;
}

/* ---- the loop ---- */

static void show(struct app *app, enum attracting part)
{
	app->attract.part = part;
	app->attract.part_ms = app->since = app->now;
	app->attract.page = NULL;
	app->from = NULL; /* what stays does not come in again */
	app->ui.hurry_ms = app->now;
}

/* On to the next part that has something to show. */
static void go_on(struct app *app)
{
	enum attracting from = app->attract.part;

	if (from == ATTRACT_TITLE) {
		show(app, ATTRACT_QUESTION);
		if (aside_next(app))
			return;
	}
	if (from != ATTRACT_SCORES && placed(app) > 0)
		show(app, ATTRACT_SCORES);
	else
		show(app, ATTRACT_TITLE);
}

/* The question is thought about, answered, and told of. */
static void play(struct app *app)
{
	struct attract *a = &app->attract;

	if (app->locked_ms < 0 && app->now >= a->part_ms + LOCK_MS)
		aside_lock(app, a->part_ms + LOCK_MS);
	if (app->game.phase == PHASE_ASKING && app->now >= a->part_ms + TELL_MS)
		aside_tell(app, a->part_ms + TELL_MS);
}

static void tick(struct app *app)
{
	struct attract *a = &app->attract;

	ascent_touched(app); /* it rises for whoever may come */
	if (attract_closed(app)) {
		app_go(app, &screen_closed);
		return;
	}
	if (a->day != today(app))
		recall(app);
	if (is_empty(app) || visit_touched(app)) { /* somebody is about to begin */
		if (a->part != ATTRACT_TITLE)
			show(app, ATTRACT_TITLE);
		a->part_ms = app->now;
	}
	if (a->part == ATTRACT_QUESTION)
		play(app);
	if (app->now >= a->part_ms + lasts_ms[a->part] && app->down.verb == VERB_NONE)
		go_on(app);
}

static void enter(struct app *app)
{
	app->attract.part = ATTRACT_TITLE;
	app->attract.part_ms = app->now;
	app->ui.ring = false; /* until somebody uses keys */
	aside_end(app);
	ascent_begin(app);
	recall(app);
	if (attract_closed(app))
		app_go(app, &screen_closed);
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	if (a.verb == VERB_START && !is_empty(app))
		visit_begin(app);
}

/* ---- the picture ---- */

void attract_shift(const struct app *app, struct ui *ui)
{
	static const int way[][2] = {{0, 0},  {1, 0},   {1, 1},  {0, 1}, {-1, 1},
				     {-1, 0}, {-1, -1}, {0, -1}, {1, -1}};
	const int *at = way[app->now / MINUTE_MS % (int64_t)(sizeof way / sizeof way[0])];
	float u = ui_px(ui, 1);

	ui->stage.x += (float)at[0] * u;
	ui->stage.y += (float)at[1] * u;
	frame_wake(ui->f, (app->now / MINUTE_MS + 1) * MINUTE_MS);
}

void attract_wake(const struct app *app, struct ui *ui)
{
	int64_t gone = (app->unix_ms % MINUTE_MS + MINUTE_MS) % MINUTE_MS;

	frame_wake(ui->f, app->now + MINUTE_MS - gone);
}

static void wake(const struct app *app, struct ui *ui)
{
	const struct attract *a = &app->attract;

	attract_wake(app, ui);
	if (a->part == ATTRACT_QUESTION && app->locked_ms < 0)
		frame_wake(ui->f, a->part_ms + LOCK_MS);
	else if (a->part == ATTRACT_QUESTION && app->game.phase == PHASE_ASKING)
		frame_wake(ui->f, a->part_ms + TELL_MS);
	if (!is_empty(app))
		frame_wake(ui->f, a->part_ms + lasts_ms[a->part]);
}

/* The page of the game as its player would see it; nothing on it is pressed. */
static void draw_page(const struct app *app, struct ui *ui)
{
	if (app->attract.page)
		app->attract.page->draw(app, ui);
	ui->f->nspots = 0;
	ui->ringed.on = false;
}

static void draw_scores(const struct app *app, struct ui *ui)
{
	struct rect r = ui->stage;
	struct style s =
		ui_sized(STYLE_TITLE, (ui->compact ? 5 : 7.4f) * fminf(1, 1.5f / ui->text));
	const char *head = scores_title(app);
	float title = roundf(ui_font(ui, s) * 1.2f);

	ui_ground(ui);
	ui_lights(ui, .52f, 0);
	s = ui_shrunk(ui, s, head, r.w);
	ui_line(ui, s, r.x, r.y + title / 2, TEXT_START, ui->t->text, head);
	r.y += title + ui_px(ui, 1.4f);
	r.h -= title + ui_px(ui, 1.4f);
	int n = placed(app);
	struct scoretable t = scoretable_measure(app, ui, r.w, r.h, n);
	while (n > 1 && scoretable_height(&t, n) > r.h)
		n--;
	t.rows = n;
	scoretable_draw(app, ui, r, &t, false);
}

static void draw(const struct app *app, struct ui *ui)
{
	enum attracting part = app->attract.part;
	bool empty = is_empty(app);

	attract_shift(app, ui);
	wake(app, ui);
	ui->f->bed = !empty && kiosk_bed(app->o.kiosk, now(app));
	if (part == ATTRACT_TITLE) {
		attracttitle_draw(app, ui, empty);
		return;
	}
	struct pills pills = pills_fit(app, ui);
	struct rect stage = ui->stage, start = start_place(ui, &pills);
	float air = ui_px(ui, ui->compact ? 1.2f : 3.2f);
	float seen = .3f + .7f * ease_out(motion_fade(ui, app->attract.part_ms, 0, SEEN_MS));

	ui->stage.h = start.y - air - stage.y;
	struct mark mark = motion_mark(ui);
	(part == ATTRACT_QUESTION ? draw_page : draw_scores)(app, ui);
	motion_shift(ui, mark, 0, 0, seen);
	ui_stay(ui);
	ui->stage = stage;
	start_anywhere(ui);
	start_draw(ui, start);
	pills_draw(ui, &pills);
}

const struct screen screen_attract = {"attract", enter, act, tick, draw};
