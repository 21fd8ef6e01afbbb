/* The first page: the name, the well, and what can be played. */
#include <math.h>

#include "ascent.h"
#include "screens.h"
#include "tally.h"
#include "wordmark.h"

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_CONTINUE: app_continue(app); break;
	case VERB_MODE: app_choose_mode(app, &game_modes[a.arg]); break;
	case VERB_MODES: app_go(app, &screen_modes); break;
	case VERB_TOGETHER: app_go(app, &screen_join); break;
	case VERB_SCORES: app_go(app, &screen_scores); break;
	case VERB_SETTINGS: app_open_settings(app); break;
	case VERB_QUIT: app->leaving = true; break;
	default: break;
	}
}

static void draw_well(const struct app *app, struct ui *ui, float menu_end)
{
	colour ground = ui->t->bg0;
	float edge = menu_end / ui->w; /* the menu stands on dark ground */
	struct well *w = ascent_draw(app, ui);
	float s = fminf(ui->w, ui->h);

	w->aspect = 1;
	w->turns = 5;
	if (ui->portrait) {
		w->centre = (struct point){ui->w * .54f, ui->h * .30f};
		w->vanishing = (struct point){ui->w * .545f, ui->h * .25f};
		w->radius = s * .74f;
		ascent_scrim(ui, false,
			     (struct stop[]){{.30f, colour_fade(ground, 0)},
					     {.46f, colour_fade(ground, .80f)},
					     {.58f, colour_fade(ground, .97f)},
					     {1, ground}},
			     4);
		return;
	}
	float x = ui->w - .509f * s;
	if (x < ui->w * .6f) /* nearly square windows: the well moves aside for the menu */
		x = ui->w * .72f;
	w->centre = (struct point){x, ui->h * .5185f};
	w->vanishing = (struct point){x + .002f * s, ui->h * .4185f};
	w->radius = s * .611f;
	ascent_scrim(ui, true,
		     (struct stop[]){{0, ground},
				     {.77f * edge, colour_fade(ground, .97f)},
				     {fminf(.98f, 1.05f * edge), colour_fade(ground, .5f)},
				     {fminf(1, 1.33f * edge), colour_fade(ground, 0)}},
		     4);
	ascent_scrim(ui, false,
		     (struct stop[]){{.70f, colour_fade(ground, 0)},
				     {.90f, colour_fade(ground, .88f)},
				     {1, colour_fade(ground, .97f)}},
		     3);
}

static const char *count(const struct app *app, struct ui *ui)
{
	int packs = 0, questions = 0;

	for (int i = 0; i < app->o.library->n; i++) {
		if (!app->o.library->entries[i].pack)
			continue;
		packs++;
		questions += app->o.library->entries[i].pack->nquestions;
	}
	return frame_printf(ui->f, "%d pack%s · %s question%s", packs, packs == 1 ? "" : "s",
			    ui_number(ui, questions), questions == 1 ? "" : "s");
}

enum { PLAYS = 8, TOOLS = 3 };

/* What can be chosen: how to play, a row each, and what else there is, in one row. */
struct menu {
	struct menu_row plays[PLAYS], tools[TOOLS];
	int n;
};

/* "Sprint, Study, Daily and Rounds" */
static const char *other_modes(struct ui *ui)
{
	const char *all = "";
	const struct mode *last = NULL;

	for (const struct mode *m = game_modes; m->id; m++) {
		if (m->first)
			continue;
		if (last)
			all = *all ? frame_printf(ui->f, "%s, %s", all, last->name) : last->name;
		last = m;
	}
	return last ? frame_printf(ui->f, "%s and %s", all, last->name) : all;
}

static void add_continue(const struct app *app, struct ui *ui, struct menu *m)
{
	const struct game *g = app_unfinished(app);

	if (!g)
		return;
	const char *where = frame_printf(ui->f, "Question %d of %d", g->at + 1, g->deck.n);
	m->plays[m->n++] = (struct menu_row){
		.icon = ICON_PLAY,
		.name = "Continue",
		.line = frame_printf(ui->f, "%s · %s · %s", g->options.mode->name, tally_pack(app),
				     where),
		.brief = ui->tiny ? where
				  : frame_printf(ui->f, "%s · %s", g->options.mode->name, where),
		.action = {VERB_CONTINUE, 0},
		.key1 = 'c'};
}

static void fill_menu(const struct app *app, struct ui *ui, struct menu *m)
{
	int digit = '1', modes = 0;

	m->n = 0;
	add_continue(app, ui, m);
	for (int i = 0; game_modes[i].id; i++, modes++)
		if (game_modes[i].first)
			m->plays[m->n++] = (struct menu_row){.icon = mode_icon(&game_modes[i]),
							     .name = game_modes[i].name,
							     .line = game_modes[i].line,
							     .action = {VERB_MODE, i},
							     .key1 = digit++};
	m->plays[m->n++] = (struct menu_row){.icon = ICON_MORE,
					     .name = "More ways to play",
					     .line = other_modes(ui),
					     .brief = frame_printf(ui->f, "All %d modes", modes),
					     .action = {VERB_MODES, 0},
					     .key1 = digit++};
	m->plays[m->n++] = (struct menu_row){.icon = ICON_PEOPLE,
					     .name = "Pass & Play",
					     .line = "2–8 players, one screen",
					     .action = {VERB_TOGETHER, 0},
					     .key1 = digit++};
	m->plays[0].flags = SPOT_MAIN;
	m->tools[0] = (struct menu_row){.icon = ICON_TROPHY,
					.name = "High scores",
					.action = {VERB_SCORES, 0},
					.key1 = digit};
	m->tools[1] = (struct menu_row){
		.icon = ICON_GEAR, .name = "Settings", .action = {VERB_SETTINGS, 0}};
	m->tools[2] = (struct menu_row){.icon = ICON_CLOSE,
					.name = "Quit",
					.action = {VERB_QUIT, 0},
					.key1 = KEY_ESCAPE,
					.key2 = 'q'};
}

static float tools_width(struct ui *ui, struct menu *m, float size)
{
	float w = 0;

	for (int i = 0; i < TOOLS; i++) {
		m->tools[i].size = size;
		w += ui_row_width(ui, &m->tools[i]);
	}
	return w;
}

/* Where the menu lies, and how it is divided. */
struct plan {
	float w, h, row, gap;
	int columns;     /* of the ways to play */
	int tool_rows;   /* 1 where all tools fit side by side, else one each */
	float tool_more; /* px that each of them is wider than it must be */
};

static struct plan plan_menu(struct ui *ui, struct menu *m, float high)
{
	struct rect s = ui->stage;
	struct plan p = {.gap = ui_px(ui, .5f), .row = ui_row_height(ui), .columns = 1};

	p.w = ui->portrait ? s.w : fminf(s.w, 82 * ui->u * fminf(ui->text, 1.4f));
	float two = 0;
	for (int i = 0; i < m->n; i++)
		two = fmaxf(two, ui_row_width(ui, &m->plays[i]));
	if (!ui->portrait && (ui->compact || ui->text > 1.25f) && 2 * two + p.gap <= s.w) {
		p.columns = 2;
		p.w = fminf(s.w, fmaxf(p.w, 2 * two + ui_px(ui, 8)));
	}
	float size = 4.6f;
	while (size > 3.6f && tools_width(ui, m, size) > p.w)
		size -= .1f;
	float w = tools_width(ui, m, size);
	p.tool_rows = w <= p.w ? 1 : TOOLS;
	p.tool_more = p.tool_rows == 1 ? floorf((p.w - w) / TOOLS) : 0;
	int rows = (m->n + p.columns - 1) / p.columns + p.tool_rows;
	/* a little less air between many rows, rather than a small name above them */
	float least = fmaxf(ui_px(ui, ui->compact ? 6.4f : 7.6f), 24);
	float text = roundf(ui_font(ui, STYLE_NUMERAL) * fminf(1, 1.5f / ui->text) * 1.25f);
	float fits = floorf(high / (float)rows) - p.gap;
	p.row = fmaxf(fmaxf(least, text), fminf(p.row, fits));
	p.h = (float)rows * (p.row + p.gap) - p.gap;
	return p;
}

static void draw_menu(struct ui *ui, const struct menu *m, const struct plan *p, struct rect page)
{
	float across = floorf((page.w - (float)(p->columns - 1) * p->gap) / (float)p->columns);
	struct rect r = {page.x, page.y - ui->scroll_at, across, p->row};

	int odd = m->n % p->columns; /* the first has a line for itself */
	for (int i = 0; i < m->n; i++) {
		int column = (i + odd) % p->columns;
		bool alone = i < odd;
		r.x = page.x + (alone ? 0 : (float)column * (across + p->gap));
		r.w = alone ? page.w : across;
		ui_row(ui, r, &m->plays[i]);
		if (column == p->columns - 1 || alone)
			r.y += p->row + p->gap;
	}
	r.x = page.x;
	for (int i = 0; i < TOOLS; i++) {
		r.w = p->tool_rows > 1 ? page.w : ui_row_width(ui, &m->tools[i]) + p->tool_more;
		ui_row(ui, r, &m->tools[i]);
		if (p->tool_rows > 1)
			r.y += p->row + p->gap;
		else
			r.x += r.w;
	}
}

/* Hints, or what is wrong with the memory; hints give way to a menu that needs their room. */
static float foot_height(const struct app *app, struct ui *ui, bool hints)
{
	float least = hints ? ui_px(ui, 6) : 0, w = ui->stage.w - ui_px(ui, 2.2f);

	if (ui->tiny || !app->forgets[0])
		return least;
	return fmaxf(least, ui_measure(ui, STYLE_LABEL, app->forgets, w, 0).h + ui_px(ui, 1));
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	struct menu m;
	float size = 21.5f, foot = foot_height(app, ui, !ui->tiny), top = ui_px(ui, 1),
	      air = ui_px(ui, ui->compact ? 2 : 4);
	bool hints_shown = !ui->tiny;

	ui_ground(ui);
	if (ui->portrait || wordmark_width(ui, size) > s.w)
		size = fminf(26, 21.5f * s.w / wordmark_width(ui, 21.5f));
	fill_menu(app, ui, &m);
	struct plan p = plan_menu(ui, &m, s.h - foot - top - air - 1.34f * size * ui->u);
	if (p.h + foot > s.h) {
		hints_shown = false;
		foot = foot_height(app, ui, false);
	}
	draw_well(app, ui, s.x + p.w);
	ui_stay(ui);

	float left = s.x + (ui->compact || ui->portrait ? 0 : ui_px(ui, 2.2f));
	size = fminf(size, (s.h - p.h - foot - top - air) / ui->u / 1.34f);
	float word_y = s.y + top * (ui->portrait ? 2 : 1), word_h = 1.34f * size * ui->u;
	float least = word_y + word_h + ui_px(ui, 2);
	if (size >= 5)
		wordmark_draw(ui, left, word_y, size);
	else /* the menu needs all the room there is */
		least = s.y;

	float menu_y =
		ui->portrait ? s.y + s.h - foot - p.h - ui_px(ui, 8) : s.y + ui_px(ui, 36.5f);
	if (ui->compact || menu_y + p.h + foot > s.y + s.h)
		menu_y = fmaxf(least, s.y + s.h - foot - p.h - ui_px(ui, 1));
	struct rect page = {s.x, menu_y, p.w, fminf(p.h, s.y + s.h - foot - menu_y)};
	if (p.h > page.h) {
		page.w -= ui_px(ui, 3);
		p.tool_more -= ui_px(ui, 1);
	}
	ui->group = 1;
	ui_scroll_begin(ui, page);
	draw_menu(ui, &m, &p, page);
	ui_scroll_end(ui, p.h);
	ui->group = 0;

	if (ui->tiny)
		return;
	if (app->forgets[0]) { /* in place of the hints, which can be read elsewhere */
		struct rect line = {left, s.y + s.h - foot, s.x + s.w - left, foot};
		ui_text(ui, STYLE_LABEL, line, TEXT_MIDDLE, ui->t->text2, app->forgets);
		return;
	}
	if (!hints_shown)
		return;
	float y = s.y + s.h - foot / 2;
	struct hint hints[] = {{"↑|↓", "Move"}, {"Enter", "Select"}, {"F1", "Settings"}};
	float x = ui_hints(ui, left, s.x + s.w, y, hints, 3);
	if (left + ui_width(ui, STYLE_LABEL, count(app, ui)) + ui_px(ui, 2) <= x)
		ui_line(ui, STYLE_LABEL, left, y, TEXT_START, ui->t->text2, count(app, ui));
}

const struct screen screen_home = {"home", ascent_begin, act, NULL, draw};
