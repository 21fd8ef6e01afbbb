/* The clock stands still and the question is out of sight: a pause is no time to think. */
#include <math.h>

#include "access.h"
#include "footer.h"
#include "hand.h"
#include "screens.h"

static void enter(struct app *app)
{
	app->sure = (struct action){VERB_NONE, 0};
	app->owed = app->mistakes ? deck_mistakes(app->held, app->nheld, visit_mistakes(app)) : 0;
}

/* A game that was left can be gone on with; in another run only where it is remembered. */
static bool ends_game(const struct app *app, struct action a)
{
	return a.verb == VERB_RESTART || (a.verb == VERB_QUIT && !app->o.remembers);
}

static void act(struct app *app, struct action a, enum by by)
{
	if (a.verb == VERB_SETTINGS) {
		app_open_settings(app);
		return;
	}
	if (a.verb == VERB_HELP) {
		app_resume(app);
		app->screen->act(app, a, by);
		return;
	}
	if (ends_game(app, a) && !ui_is(app->sure, a)) { /* it asks once */
		app->sure = a;
		app->sure_ms = app->now;
		return;
	}
	if (ends_game(app, a) && app->now > app->sure_ms &&
	    app->now - app->sure_ms < TWICE_MS) /* a double tap is one */
		return;
	switch (a.verb) {
	case VERB_RESUME: app_resume(app); break;
	case VERB_RESTART: app_play_again(app); break;
	case VERB_HOME: app_home(app); break;
	case VERB_QUIT: app->leaving = true; break;
	default: break;
	}
}

enum { ROWS = 5 + ACCESSES + LIFELINES };

/* A visitor finds here what the access bar has, and no settings. */
static int fill_access(const struct app *app, struct ui *ui, struct menu_row *out)
{
	static const struct {
		enum access what;
		const char *name;
	} rows[] = {{ACCESS_TEXT, "Bigger text"},
		    {ACCESS_CONTRAST, "Contrast"},
		    {ACCESS_REACH, "Within reach"},
		    {ACCESS_LANGUAGE, "Language"},
		    {ACCESS_RESTART, "Back to the start"}};
	int n = 0;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct access_choice c = access_choice(app, ui, rows[i].what);
		if (!access_offers(app, rows[i].what))
			continue;
		out[n] =
			(struct menu_row){.icon = c.icon, .name = rows[i].name, .action = c.action};
		if (rows[i].what != ACCESS_RESTART || c.asks) {
			out[n].line = c.asks ? c.label : c.value;
			out[n].instead = c.asks ? "End the game?" : c.words;
		}
		n++;
	}
	return n;
}

static bool is_for_visitors(struct action a)
{
	return a.verb == VERB_RESUME || a.verb == VERB_RESTART;
}

/* In windows too small for them, lifelines stand here, below the way back. */
static int fill_rows(const struct app *app, struct ui *ui, struct menu_row *out)
{
	static const struct menu_row rows[] = {
		{.icon = ICON_PLAY,
		 .name = "Go on",
		 .action = {VERB_RESUME, 0},
		 .flags = SPOT_MAIN,
		 .key1 = KEY_ESCAPE},
		{.icon = ICON_RELOAD, .name = "Start anew", .action = {VERB_RESTART, 0}},
		{.icon = ICON_GEAR, .name = "Settings", .action = {VERB_SETTINGS, 0}},
		{.icon = ICON_HOME, .name = "Home", .action = {VERB_HOME, 0}},
		{.icon = ICON_CLOSE, .name = "Quit", .action = {VERB_QUIT, 0}},
	};
	int n = 0;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (rows[i].action.verb == VERB_RESTART && app->mistakes && app->owed == 0)
			continue; /* there is nothing to begin with */
		if (app->o.kiosk && !is_for_visitors(rows[i].action))
			continue;
		out[n++] = rows[i];
		for (int l = 0; i == 0 && l < LIFELINES; l++) {
			struct button b = footer_help(app, (enum lifeline)l, false);
			if ((!ui->tiny && !ui->reach) || !game_can(&app->game, (enum lifeline)l))
				continue;
			out[n++] = (struct menu_row){.icon = b.icon,
						     .name = b.label,
						     .action = b.action,
						     .key1 = b.key1};
		}
	}
	return app->o.kiosk ? n + fill_access(app, ui, out + n) : n;
}

static void draw(const struct app *app, struct ui *ui)
{
	struct menu_row rows[ROWS];
	int n = fill_rows(app, ui, rows);
	struct head head = {.question = app->game.at};

	ui_ground(ui);
	ui_lights(ui, .52f, 0);
	struct rect c = play_page(app, ui, &head);
	struct style title = {FACE_DISPLAY, ui->compact ? 11 : 20, 1, .012f};
	if (ui->text > 1.5f)
		title.size *= 1.5f / ui->text;
	title = ui_shrunk(ui, title, "Paused", c.w);
	float row = ui_row_height(ui), gap = ui_gap(ui, .5f), high = ui_font(ui, title);
	float menu = (float)n * (row + gap) - gap, between = ui_px(ui, ui->compact ? 2 : 4);
	const char *gone = hand_message(app, ui);
	float told = gone ? ui_measure(ui, STYLE_STRONG, gone, c.w, TEXT_BALANCED).h + between : 0;
	float y = c.y + fmaxf(0, roundf((c.h - high - told - between - menu) / 2));

	bool named = high + told + between + (ui->reach ? ui_low(ui, c).h : menu) <= c.h;
	if (!named) /* no room for the word: the head says enough */
		y = c.y + fmaxf(0, roundf((c.h - told - menu) / 2));
	if (ui->reach)
		y = fmaxf(c.y, ui_low(ui, c).y - told - (named ? high + between : 0));
	if (named) {
		ui_line(ui, title, c.x - ui_px(ui, .4f), y + high / 2, TEXT_START, ui->t->text,
			"Paused");
		y += high + between;
	}
	if (gone) {
		ui_text(ui, STYLE_STRONG, (struct rect){c.x, y, c.w, told - between}, TEXT_BALANCED,
			ui->t->text, gone);
		y += told;
	}
	struct rect page =
		ui_low(ui, (struct rect){c.x, y, fminf(c.w, 66 * ui->u * ui->text), c.y + c.h - y});
	y = page.y;
	if (menu > page.h)
		page.w -= ui_px(ui, 3);
	ui_scroll_begin(ui, page);
	for (int i = 0; i < n; i++) {
		struct rect r = {page.x, y + (float)i * (row + gap) - ui->scroll_at, page.w, row};
		struct menu_row m = rows[i];

		if (ui_is(app->sure, m.action)) {
			m.line = "Press again to end this game";
			m.instead = "End the game?";
		}
		ui_row(ui, r, &m);
	}
	ui_scroll_end(ui, menu);
}

const struct screen screen_pause = {"pause", enter, act, NULL, draw};
