#include "settingrows.h"

#include <strings.h>

const struct section_name section_names[SECTIONS] = {
	{ICON_LETTERS, "Display", "Reset display"}, {ICON_SPEAKER, "Sound", "Reset sound"},
	{ICON_CLOCK, "Timing", "Reset timing"},     {ICON_PAD, "Controls", "Reset controls"},
	{ICON_GLOBE, "Language", "Reset language"},
};

struct entry_row {
	enum section section;
	enum setting setting;
	enum control_kind kind;
	const char *name, *line; /* line NULL: it depends */
	bool later;              /* a game that goes on beneath keeps what it began with */
	const char *labels[4];   /* segments: with their values */
	int values[4];
	int step; /* stepper */
};

static const struct entry_row table[] = {
	/* clang-format off */
	{.section = SECTION_DISPLAY, .setting = SETTING_TEXT, .kind = CONTROL_STEPPER, .step = 5,
	 .name = "Text size", .line = "From 100% to 200%. Pages reflow."},
	{.section = SECTION_DISPLAY, .setting = SETTING_THEME, .kind = CONTROL_THEMES,
	 .name = "Theme", .line = "Right and wrong also differ in shape and wording."},
	{.section = SECTION_DISPLAY, .setting = SETTING_MOTION, .kind = CONTROL_SEGMENTS,
	 .name = "Motion", .line = "Reduced swaps slides for short fades.",
	 .labels = {"Full", "Reduced", "None"}, .values = {MOTION_FULL, MOTION_REDUCED, MOTION_NONE}},
	{.section = SECTION_DISPLAY, .setting = SETTING_FULLSCREEN, .kind = CONTROL_SWITCH,
	 .name = "Full screen", .line = "F11 does it anywhere."},
	{.section = SECTION_DISPLAY, .setting = SETTING_ROTATION, .kind = CONTROL_SEGMENTS,
	 .name = "Turn the picture", .line = "For a screen that hangs on its side.",
	 .labels = {"0°", "90°", "180°", "270°"}, .values = {0, 90, 180, 270}},
	{.section = SECTION_SOUND, .setting = SETTING_CUES, .kind = CONTROL_STEPPER, .step = 10,
	 .name = "Game sounds", .line = "What you hear when you move, answer and climb."},
	{.section = SECTION_SOUND, .setting = SETTING_MEDIA, .kind = CONTROL_STEPPER, .step = 10,
	 .name = "Questions’ sounds", .line = "Music and voices that a question plays."},
	{.section = SECTION_SOUND, .setting = SETTING_CAPTIONS, .kind = CONTROL_SWITCH,
	 .name = "Sound captions", .line = "Says every sound of the game in words."},
	{.section = SECTION_TIMING, .setting = SETTING_CLOCK, .kind = CONTROL_SEGMENTS,
	 .name = "Clock", .labels = {"Standard", "Double", "Off"},
	 .values = {CLOCK_STANDARD, CLOCK_DOUBLE, CLOCK_OFF}},
	{.section = SECTION_TIMING, .setting = SETTING_READING, .kind = CONTROL_SEGMENTS, .later = true,
	 .name = "Reading speed", .line = "The clock goes by it, but is never shorter than a pack says.",
	 .labels = {"Fast", "Standard", "Slow", "Slower"}, .values = {75, 100, 150, 200}},
	{.section = SECTION_TIMING, .setting = SETTING_BONUS, .kind = CONTROL_SWITCH, .later = true,
	 .name = "Speed bonus", .line = "Off: a slow answer scores the same as a fast one."},
	{.section = SECTION_CONTROLS, .setting = SETTING_PAD_PICKS, .kind = CONTROL_SWITCH,
	 .name = "Answer with A B X Y", .line = "A gamepad’s buttons pick choices 1 to 4; the same one again locks in."},
	/* clang-format on */
};

enum { ROWS = sizeof table / sizeof table[0], WORTH = 1000 };
_Static_assert((int)ROWS <= (int)SECTION_ROWS, "a section has room for all");

static struct action set_to(enum setting k, int value)
{
	return (struct action){VERB_SET, (int)k * WORTH + value};
}

static struct action row_of(enum setting k)
{
	return (struct action){VERB_ROW, (int)k};
}

static int clamp(int v, int least, int most)
{
	return v < least ? least : v > most ? most : v;
}

/* A game goes on beneath. */
static bool is_playing(const struct app *app)
{
	const struct screen *s = app->beneath[0].screen;

	return s == &screen_question || s == &screen_pause || s == &screen_players ||
	       (s == &screen_reveal && app->review < 0 && app->game.phase != PHASE_OVER);
}

static const char *clock_line(const struct app *app)
{
	if (app->set.clock_percent == CLOCK_OFF)
		return "Take all the time you like.";
	return app->set.speed_bonus ? "What is left of it counts for points."
				    : "What is left of it counts for nothing.";
}

/* ---- rows ---- */

static void add_option(struct row *r, const char *label, struct action a, bool on)
{
	r->options[r->n++] = (struct option){.label = label, .action = a, .on = on};
}

static void fill_stepper(struct ui *ui, const struct entry_row *e, int v, struct row *r)
{
	const struct setting_row *limits = &setting_rows[e->setting];
	int less = clamp((v - 1) / e->step * e->step, limits->least, limits->most);
	int more = clamp((v / e->step + 1) * e->step, limits->least, limits->most);

	add_option(r, frame_printf(ui->f, "%s: less", e->name), set_to(e->setting, less),
		   v <= less);
	add_option(r, frame_printf(ui->f, "%s: more", e->name), set_to(e->setting, more),
		   v >= more);
	r->value = v ? frame_printf(ui->f, "%d%%", v) : "Off";
	r->widest = "200%";
}

static void fill_options(const struct entry_row *e, int v, struct row *r)
{
	switch (e->kind) {
	case CONTROL_SEGMENTS:
		for (int i = 0; i < 4 && e->labels[i]; i++)
			add_option(r, e->labels[i], set_to(e->setting, e->values[i]),
				   v == e->values[i]);
		break;
	case CONTROL_THEMES:
		for (int i = 0; themes[i].id && i < OPTIONS; i++) {
			add_option(r, themes[i].name, set_to(e->setting, i), v == i);
			r->options[i].theme = &themes[i];
		}
		break;
	default:
		r->on = v;
		add_option(r, e->name, set_to(e->setting, !v), false);
		break;
	}
}

static struct row row_for(const struct app *app, struct ui *ui, const struct entry_row *e)
{
	int v = setting_number(&app->set, e->setting);
	const char *line = e->line ? e->line : clock_line(app);
	struct row r = {
		.name = e->name, .line = line, .action = row_of(e->setting), .kind = e->kind};

	if (e->section == SECTION_TIMING && is_playing(app))
		r.line = frame_printf(ui->f, "%s Holds from the next %s on.", line,
				      e->later ? "game" : "question");
	if (e->kind == CONTROL_STEPPER)
		fill_stepper(ui, e, v, &r);
	else
		fill_options(e, v, &r);
	return r;
}

/* i 0: as written. */
static struct row language_row(const struct app *app, struct ui *ui, int i)
{
	const struct languages *l = &app->languages;
	struct row r = {
		.name = "As written",
		.line = "Each pack in its author’s own language. The game itself speaks English.",
		.action = {VERB_LANGUAGE, i},
		.kind = CONTROL_TICK,
		.on = !app->set.language[0]};

	if (i > 0) {
		int packs = l->of[i - 1].packs;
		r.name = l->of[i - 1].name;
		r.on = strcasecmp(app->set.language, l->of[i - 1].tag) == 0;
		r.line = packs ? frame_printf(ui->f, "%d of %d pack%s can be read in it.", packs,
					      l->packs, l->packs == 1 ? "" : "s")
			       : "No pack here can be read in it.";
	}
	return r;
}

int section_rows(const struct app *app, struct ui *ui, enum section s, struct row out[SECTION_ROWS])
{
	int n = 0;

	if (s == SECTION_LANGUAGE) {
		for (int i = 0; i <= app->languages.n; i++)
			out[n++] = language_row(app, ui, i);
		return n;
	}
	for (int i = 0; i < ROWS; i++)
		if (table[i].section == s)
			out[n++] = row_for(app, ui, &table[i]);
	return n;
}

/* With no translation there is no language to choose. */
int section_count(const struct app *app)
{
	return app->languages.n > 0 ? SECTIONS : SECTION_LANGUAGE;
}

struct action section_first(enum section s)
{
	for (int i = 0; i < ROWS; i++)
		if (table[i].section == s)
			return row_of(table[i].setting);
	return (struct action){VERB_LANGUAGE, 0};
}

enum section section_of(struct action a)
{
	if (a.verb == VERB_LANGUAGE)
		return SECTION_LANGUAGE;
	for (int i = 0; a.verb == VERB_ROW && i < ROWS; i++)
		if (table[i].setting == (enum setting)a.arg)
			return table[i].section;
	return SECTIONS;
}

struct action section_next(const struct app *app, struct action row, bool only_switch)
{
	for (int i = 0; i < ROWS; i++) {
		const struct entry_row *e = &table[i];
		struct row r = {0};
		int next = 0;
		if (!ui_is(row_of(e->setting), row) || e->kind == CONTROL_STEPPER ||
		    (only_switch && e->kind != CONTROL_SWITCH))
			continue;
		fill_options(e, setting_number(&app->set, e->setting), &r);
		for (int k = 0; k < r.n; k++)
			if (r.options[k].on)
				next = (k + 1) % r.n;
		return r.options[next].action;
	}
	return (struct action){VERB_NONE, 0};
}

enum setting section_setting(struct action a)
{
	return (enum setting)(a.arg / WORTH);
}

int section_value(struct action a)
{
	return a.arg % WORTH;
}
