/* How the next game is played: mode, number of questions, clock. */
#include <math.h>

#include "controls.h"
#include "screens.h"

enum { FEWEST = 3 };

/* 0: as many as a pack asks for. */
static int fewer(int n)
{
	return n > FEWEST ? n - 1 : 0;
}

static int more(int n)
{
	return n == 0 ? FEWEST : n < PACK_DRAW ? n + 1 : n;
}

/* The modes to choose from, of several players those that they can play; returns how many. */
static int find_modes(const struct app *app, int modes[OPTIONS])
{
	int n = 0;

	for (int i = 0; game_modes[i].id && n < OPTIONS; i++)
		if (app->nplayers < 2 || game_modes[i].together)
			modes[n++] = i;
	return n;
}

static int place_of_mode(const struct app *app, const int modes[OPTIONS], int n)
{
	int at = 0;

	while (at < n - 1 && &game_modes[modes[at]] != app->o.mode)
		at++;
	return at;
}

static const struct mode *next_mode(const struct app *app)
{
	int modes[OPTIONS], n = find_modes(app, modes);

	return &game_modes[modes[(place_of_mode(app, modes, n) + 1) % n]];
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_BACK: app_go(app, &screen_packs); break;
	case VERB_MODE: app->o.mode = &game_modes[a.arg]; break;
	case VERB_ROW: app->o.mode = next_mode(app); break;
	case VERB_CLOCK: app_set(app, SETTING_CLOCK, a.arg); break;
	case VERB_FEWER: app->o.questions = fewer(app->o.questions); break;
	case VERB_MORE: app->o.questions = more(app->o.questions); break;
	default: break;
	}
}

enum { ROWS = 3 };

static void add_option(struct row *r, const char *label, struct action a, bool on)
{
	r->options[r->n++] = (struct option){.label = label, .action = a, .on = on};
}

/* All side by side; where they have no room for that, one between two arrows. */
static void fill_mode(const struct app *app, struct ui *ui, struct row *r, float width)
{
	const struct mode *now = app->o.mode;
	int modes[OPTIONS], n = find_modes(app, modes), at = place_of_mode(app, modes, n);

	*r = (struct row){.name = "Mode", .line = now->line, .kind = CONTROL_SEGMENTS};
	for (int i = 0; i < n; i++)
		add_option(r, game_modes[modes[i]].name, (struct action){VERB_MODE, modes[i]},
			   i == at);
	if (row_fit(ui, r, width).pad > 0)
		return;
	r->kind = CONTROL_CYCLE;
	r->action = (struct action){VERB_ROW, 0};
	r->value = r->widest = now->name;
	for (int i = 0; i < n; i++)
		if (ui_width(ui, STYLE_STRONG, game_modes[modes[i]].name) >
		    ui_width(ui, STYLE_STRONG, r->widest))
			r->widest = game_modes[modes[i]].name;
	r->n = 0;
	add_option(r, "Mode before", (struct action){VERB_MODE, modes[(at + n - 1) % n]}, false);
	add_option(r, "Next mode", (struct action){VERB_MODE, modes[(at + 1) % n]}, false);
}

static const char *clock_line(const struct app *app, struct ui *ui)
{
	const struct mode *m = app->o.mode;

	if (m->pointless)
		return frame_printf(ui->f, "%s has none", m->name);
	if (m->whole_ms > 0)
		return frame_printf(ui->f, "%s has one for all questions: %s", m->name,
				    ui_duration(ui, m->whole_ms));
	return app->set.clock_percent ? "What is left of it counts for points"
				      : "Take all the time you like";
}

static const char *questions_line(const struct app *app, struct ui *ui)
{
	const struct mode *m = app->o.mode;
	bool turns = app->nplayers > 1 && app->party == PARTY_TURNS;

	if (m->whole_ms > 0)
		return frame_printf(ui->f, "%s asks as many as you can answer", m->name);
	if (m->questions > 0)
		return frame_printf(ui->f, "%s always asks %d", m->name, m->questions);
	if (app->o.questions > 0)
		return turns ? "For each player; fewer where a pack has fewer"
			     : "Fewer where a pack has fewer";
	if (m->rounds)
		return turns ? frame_printf(ui->f, "For each player; Auto: %d a round",
					    DECK_ROUND_EACH)
			     : frame_printf(ui->f, "Auto: %d a round", DECK_ROUND);
	return turns ? frame_printf(ui->f, "For each player; Auto: %d", DECK_EACH)
		     : frame_printf(ui->f, "As many as a pack asks for, or %d", DECK_WANTED);
}

static void fill(const struct app *app, struct ui *ui, struct row rows[ROWS], float width)
{
	static const struct {
		const char *label;
		int percent;
	} clocks[] = {{"Standard", CLOCK_STANDARD}, {"Double", CLOCK_DOUBLE}, {"Off", CLOCK_OFF}};
	int n = app->o.questions, percent = app->set.clock_percent;
	bool own = app->o.mode->questions > 0; /* the mode's: nothing to choose */

	fill_mode(app, ui, &rows[0], width);
	rows[1] = (struct row){.name = "Questions",
			       .line = questions_line(app, ui),
			       .kind = CONTROL_STEPPER,
			       .value = n ? frame_printf(ui->f, "%d", n) : "Auto",
			       .widest = "Auto"};
	add_option(&rows[1], "Fewer questions", (struct action){VERB_FEWER, 0}, own);
	add_option(&rows[1], "More questions", (struct action){VERB_MORE, 0}, own);
	rows[2] = (struct row){
		.name = "Clock", .line = clock_line(app, ui), .kind = CONTROL_SEGMENTS};
	for (int i = 0; i < 3; i++)
		add_option(&rows[2], clocks[i].label,
			   (struct action){VERB_CLOCK, clocks[i].percent},
			   percent == clocks[i].percent);
}

static float rows_height(struct ui *ui, const struct row *rows, float width, float gap)
{
	float height = 2 * ui_px(ui, .8f) - gap;

	for (int i = 0; i < ROWS; i++)
		height += row_fit(ui, &rows[i], width).height + gap;
	return height;
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	struct row rows[ROWS];

	ui_ground(ui);
	float top = ui_head(ui, "Set up", (struct action){VERB_BACK, 0}, s.x + s.w);
	struct button done = {.kind = BUTTON_PRIMARY,
			      .icon = ICON_CHECK,
			      .label = "Done",
			      .action = {VERB_BACK, 1},
			      .flags = SPOT_MAIN};
	float high = ui_button_height(ui, &done), gap = ui_px(ui, ui->compact ? 1.2f : 1.4f);
	float across = fminf(s.w, 130 * ui->u * ui->text),
	      y = top + ui_px(ui, ui->compact ? 1.4f : 2.8f);
	struct rect view = {s.x, y, across,
			    s.y + s.h - high - ui_px(ui, ui->compact ? 1.4f : 3) - y};
	fill(app, ui, rows, view.w - ui_px(ui, 3));
	if (rows_height(ui, rows, view.w, gap) > view.h) /* room for a bar beside them */
		view.w -= ui_px(ui, 3);
	float height = rows_height(ui, rows, view.w, gap);
	ui_scroll_begin(ui, view);
	struct rect r = {view.x, view.y + ui_px(ui, .8f) - ui->scroll_at, view.w, 0};
	for (int i = 0; i < ROWS; i++) {
		struct row_fit f = row_fit(ui, &rows[i], view.w);
		r.h = f.height;
		ui->group = i + 1;
		row_draw(ui, r, &rows[i], &f);
		r.y += r.h + gap;
	}
	ui->group = 0;
	ui_scroll_end(ui, height);

	float w = ui_button_width(ui, &done) + ui_px(ui, 4);
	struct rect button = {s.x, s.y + s.h - high, ui->portrait ? s.w : w, high};
	ui_button(ui, button, &done);
	struct hint hints[] = {{"←|↑|↓|→", "Move"}, {"Enter", "Choose"}, {"Esc", "Back"}};
	if (!ui->portrait && !ui->compact)
		ui_hints(ui, button.x + button.w + ui_px(ui, 3), s.x + s.w, button.y + high / 2,
			 hints, 3);
}

const struct screen screen_setup = {"setup", NULL, act, NULL, draw};
