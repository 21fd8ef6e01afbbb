/* The clock stands still and the question is out of sight: a pause is no time to think. */
#include <math.h>

#include "screens.h"

static void resume(struct app *app)
{
	if (app->game.phase == PHASE_ASKING) {
		game_resume(&app->game, app->now);
		app_go(app, &screen_question);
	} else {
		app_go(app, &screen_reveal);
	}
}

static void enter(struct app *app)
{
	app->sure = (struct action){VERB_NONE, 0};
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	if (a.verb != VERB_RESUME && !ui_is(app->sure, a)) { /* what ends the game asks once */
		app->sure = a;
		app->sure_ms = app->now;
		return;
	}
	if (app->now > app->sure_ms && app->now - app->sure_ms < TWICE_MS) /* a double tap is one */
		return;
	switch (a.verb) {
	case VERB_RESUME: resume(app); break;
	case VERB_RESTART: app_play_again(app); break;
	case VERB_HOME: app_go(app, &screen_home); break;
	case VERB_QUIT: app->leaving = true; break;
	default: break;
	}
}

static void draw(const struct app *app, struct ui *ui)
{
	static const struct {
		enum icon icon;
		const char *name;
		struct action action;
		unsigned flags;
		int key;
	} rows[] = {
		{ICON_PLAY, "Go on", {VERB_RESUME, 0}, SPOT_MAIN, KEY_ESCAPE},
		{ICON_RELOAD, "Start anew", {VERB_RESTART, 0}, SPOT_PLAIN, 0},
		{ICON_HOME, "Home", {VERB_HOME, 0}, SPOT_PLAIN, 0},
		{ICON_CLOSE, "Quit", {VERB_QUIT, 0}, SPOT_PLAIN, 0},
	};
	int n = (int)(sizeof rows / sizeof rows[0]);
	struct head head = {.question = app->game.at};

	ui_ground(ui);
	ui_lights(ui, .52f, 0);
	struct rect c = play_page(app, ui, &head);
	struct style title = {FACE_DISPLAY, ui->compact ? 11 : 20, 1, .012f};
	if (ui->text > 1.5f)
		title.size *= 1.5f / ui->text;
	title = ui_shrunk(ui, title, "Paused", c.w);
	struct style name = ui_sized(STYLE_NUMERAL, ui->compact ? 5 : 5.4f);
	float row = fmaxf(ui_px(ui, ui->tiny ? 7.4f : 8.6f), roundf(ui_font(ui, name) * 1.4f)),
	      gap = ui_px(ui, .5f);
	float menu = (float)n * (row + gap) - gap, between = ui_px(ui, ui->compact ? 2 : 4),
	      high = ui_font(ui, title);
	float y = c.y + fmaxf(0, roundf((c.h - high - between - menu) / 2));

	if (high + between + menu > c.h) /* no room for the word: the head says enough */
		y = c.y + fmaxf(0, roundf((c.h - menu) / 2));
	else {
		ui_line(ui, title, c.x - ui_px(ui, .4f), y + high / 2, TEXT_START, ui->t->text,
			"Paused");
		y += high + between;
	}
	float across = fminf(c.w, 60 * ui->u * ui->text);
	bool scrolls = y + menu > c.y + c.h;
	if (scrolls)
		ui_scroll_begin(ui, c);
	for (int i = 0; i < n; i++) {
		struct rect r = {c.x, y + (float)i * (row + gap) - (scrolls ? ui->scroll_at : 0),
				 across - (scrolls ? ui_px(ui, 3) : 0), row};
		enum look look = ui_look(ui, rows[i].action);
		float pad = ui_px(ui, 2.2f), size = ui_px(ui, ui->compact ? 4.4f : 3.8f);

		const char *word = rows[i].name, *label = word,
			   *ask = "Press again to end this game";
		bool sure = ui_is(app->sure, rows[i].action), room = false;
		float start = r.x + pad + size + ui_px(ui, 2.2f), end = r.x + r.w - ui_px(ui, 2.6f);
		if (sure) {
			label = frame_printf(ui->f, "%s: %s", word, ask);
			room = start + ui_width(ui, name, word) + ui_width(ui, STYLE_LABEL, ask) +
				       ui_px(ui, 3) <=
			       end;
			if (!room)
				word = "End the game?";
		}
		ui_spot(ui, r, label, rows[i].action, rows[i].flags, rows[i].key, 0);
		if (look == LOOK_FOCUS)
			ui_ring(ui, r, 1.8f, 0);
		if (look != LOOK_REST)
			ui_box(ui, r, 1.8f, ui->t->focusfill, 0, 0);
		ui_icon(ui, rows[i].icon, r.x + pad + size / 2, r.y + r.h / 2, size,
			look == LOOK_FOCUS ? ui->t->brand : ui->t->text2, 2.2f);
		ui_line(ui, ui_shrunk(ui, name, word, end - start), start, r.y + r.h / 2,
			TEXT_START, ui->t->text, word);
		if (sure && room)
			ui_line(ui, STYLE_LABEL, end, r.y + r.h / 2, TEXT_END, ui->t->text, ask);
	}
	if (scrolls)
		ui_scroll_end(ui, menu);
}

const struct screen screen_pause = {"pause", enter, act, NULL, draw};
