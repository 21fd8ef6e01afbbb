/* What can be set, at once and for good: sections beside their rows, or one page where there is no
 * room for that. */
#include <math.h>
#include <strings.h>

#include "controls.h"
#include "screens.h"

enum section { DISPLAY, SOUND, TIMING, LANGUAGE, SECTIONS };

static const struct {
	enum icon icon;
	const char *name;
} sections[SECTIONS] = {
	{ICON_LETTERS, "Display"},
	{ICON_SPEAKER, "Sound"},
	{ICON_CLOCK, "Timing"},
	{ICON_GLOBE, "Language"},
};

struct entry_row {
	enum section section;
	enum setting setting;
	enum control_kind kind;
	const char *name, *line;
	const char *labels[4]; /* segments: with their values */
	int values[4];
	int step; /* stepper */
};

static const struct entry_row table[] = {
	{DISPLAY,
	 SETTING_TEXT,
	 CONTROL_STEPPER,
	 "Text size",
	 "From 100% to 200%. Pages reflow; nothing is cut off.",
	 {0},
	 {0},
	 5},
	{DISPLAY,
	 SETTING_THEME,
	 CONTROL_THEMES,
	 "Theme",
	 "Right and wrong also differ in shape and wording.",
	 {0},
	 {0},
	 0},
	{DISPLAY,
	 SETTING_MOTION,
	 CONTROL_SEGMENTS,
	 "Motion",
	 "Reduced swaps slides for short fades.",
	 {"Full", "Reduced", "None"},
	 {MOTION_FULL, MOTION_REDUCED, MOTION_NONE},
	 0},
	{DISPLAY,
	 SETTING_FULLSCREEN,
	 CONTROL_SWITCH,
	 "Full screen",
	 "F11 does it anywhere.",
	 {0},
	 {0},
	 0},
	{DISPLAY,
	 SETTING_ROTATION,
	 CONTROL_SEGMENTS,
	 "Turn the picture",
	 "For a screen that hangs on its side.",
	 {"0°", "90°", "180°", "270°"},
	 {0, 90, 180, 270},
	 0},
	{SOUND,
	 SETTING_CUES,
	 CONTROL_STEPPER,
	 "Game sounds",
	 "What you hear when you move, answer and climb.",
	 {0},
	 {0},
	 10},
	{SOUND,
	 SETTING_MEDIA,
	 CONTROL_STEPPER,
	 "Questions’ sounds",
	 "Music and voices that a question plays.",
	 {0},
	 {0},
	 10},
	{SOUND,
	 SETTING_CAPTIONS,
	 CONTROL_SWITCH,
	 "Sound captions",
	 "Says every sound of the game in words.",
	 {0},
	 {0},
	 0},
	{TIMING,
	 SETTING_CLOCK,
	 CONTROL_SEGMENTS,
	 "Clock",
	 NULL,
	 {"Standard", "Double", "Off"},
	 {CLOCK_STANDARD, CLOCK_DOUBLE, CLOCK_OFF},
	 0},
};

enum { ROWS = sizeof table / sizeof table[0], MOST = ROWS + 1 + PACK_LANGUAGES, WORTH = 1000 };

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

static const char *clock_line(const struct app *app)
{
	bool on = app->set.clock_percent != CLOCK_OFF;

	if (app->playing && app->game.phase != PHASE_OVER)
		return on ? "What is left of it counts for points. Holds from the next question on."
			  : "Take all the time you like. Holds from the next question on.";
	return on ? "What is left of it counts for points." : "Take all the time you like.";
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

static struct row row_for(const struct app *app, struct ui *ui, const struct entry_row *e)
{
	int v = setting_number(&app->set, e->setting);
	struct row r = {.name = e->name,
			.line = e->line ? e->line : clock_line(app),
			.action = row_of(e->setting),
			.kind = e->kind};

	switch (e->kind) {
	case CONTROL_STEPPER: fill_stepper(ui, e, v, &r); break;
	case CONTROL_SEGMENTS:
		for (int i = 0; i < 4 && e->labels[i]; i++)
			add_option(&r, e->labels[i], set_to(e->setting, e->values[i]),
				   v == e->values[i]);
		break;
	case CONTROL_THEMES:
		for (int i = 0; themes[i].id && i < OPTIONS; i++) {
			add_option(&r, themes[i].name, set_to(e->setting, i), v == i);
			r.options[i].theme = &themes[i];
		}
		break;
	default:
		r.on = v;
		add_option(&r, e->name, set_to(e->setting, !v), false);
		break;
	}
	return r;
}

/* i 0: as written. */
static struct row language_row(const struct app *app, struct ui *ui, int i)
{
	const struct languages *l = &app->languages;
	struct row r = {.name = "As written",
			.line = "Each pack in its author’s own language.",
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

static int rows_of(const struct app *app, struct ui *ui, enum section s, struct row *out)
{
	int n = 0;

	if (s == LANGUAGE) {
		for (int i = 0; i <= app->languages.n; i++)
			out[n++] = language_row(app, ui, i);
		return n;
	}
	for (int i = 0; i < ROWS; i++)
		if (table[i].section == s)
			out[n++] = row_for(app, ui, &table[i]);
	return n;
}

/* With no translation there is nothing to choose. */
static int sections_of(const struct app *app)
{
	return app->languages.n > 0 ? SECTIONS : LANGUAGE;
}

static struct action first_of(enum section s)
{
	for (int i = 0; i < ROWS; i++)
		if (table[i].section == s)
			return row_of(table[i].setting);
	return (struct action){VERB_LANGUAGE, 0};
}

/* The section that has the focus, or had it. */
static enum section section_now(const struct app *app)
{
	struct action a = app->ui.focus;

	if (a.verb == VERB_LANGUAGE)
		return LANGUAGE;
	for (int i = 0; a.verb == VERB_ROW && i < ROWS; i++)
		if (table[i].setting == (enum setting)a.arg)
			return table[i].section;
	return (enum section)app->section;
}

/* ---- what pressing does ---- */

void app_open_settings(struct app *app)
{
	bool asking = app->screen == &screen_question;

	if (asking) /* the clock stands still, what is held is taken back */
		app->screen->act(app, (struct action){VERB_PAUSE, 0}, BY_KEY);
	app->beneath = (struct beneath){
		.screen = asking && app->screen == &screen_pause ? &screen_question : app->screen,
		.since = app->since,
		.focus = app->ui.focus,
		.scroll_at = app->ui.scroll_at,
	};
	app_go(app, &screen_settings);
}

void app_close_settings(struct app *app)
{
	const struct beneath *b = &app->beneath;

	app_go(app, b->screen);
	app->section = DISPLAY;
	if (b->screen == &screen_question) {
		game_resume(&app->game, app->now);
		return;
	}
	app->since = b->since;
	app->ui.focus = b->focus;
	app->ui.scroll_at = b->scroll_at;
}

static void enter(struct app *app)
{
	app->section = DISPLAY;
}

static void turn_to(struct app *app, enum section s)
{
	app->section = (int)s;
	app->ui.scroll_at = 0;
	app_focus(app, first_of(s));
}

static void reset(struct app *app)
{
	const struct settings usual = settings_default();

	for (int i = 0; i < ROWS; i++)
		if (table[i].section == DISPLAY &&
		    !setting_same(&app->set, &usual, table[i].setting))
			app_set(app, table[i].setting, setting_number(&usual, table[i].setting));
}

/* Enter on a row that is not a list: the next value, and around. */
static void advance(struct app *app, const struct entry_row *e)
{
	int v = setting_number(&app->set, e->setting), n = 0;

	if (e->kind == CONTROL_SWITCH) {
		app_set(app, e->setting, !v);
	} else if (e->kind == CONTROL_THEMES) {
		while (themes[n].id)
			n++;
		app_set(app, e->setting, (v + 1) % n);
	} else if (e->kind == CONTROL_SEGMENTS) {
		int i = 0;
		while (n < 4 && e->labels[n])
			n++;
		while (i + 1 < n && e->values[i] != v)
			i++;
		app_set(app, e->setting, e->values[(i + 1) % n]);
	}
}

static void press_row(struct app *app, struct action a, enum by by)
{
	for (int i = 0; i < ROWS; i++)
		if (table[i].setting == (enum setting)a.arg &&
		    (by == BY_FOCUS || table[i].kind == CONTROL_SWITCH))
			advance(app, &table[i]);
	app_focus(app, a);
}

static void act(struct app *app, struct action a, enum by by)
{
	switch (a.verb) {
	case VERB_BACK: app_close_settings(app); break;
	case VERB_RESET: reset(app); break;
	case VERB_SECTION: turn_to(app, (enum section)a.arg); break;
	case VERB_ROW: press_row(app, a, by); break;
	case VERB_SET:
		app_set(app, (enum setting)(a.arg / WORTH), a.arg % WORTH);
		app_focus(app, row_of((enum setting)(a.arg / WORTH)));
		break;
	case VERB_LANGUAGE:
		app_set_language(app, a.arg > 0 ? app->languages.of[a.arg - 1].tag : "");
		app_focus(app, a);
		break;
	default: break;
	}
}

/* ---- the page ---- */

static float gap_of(const struct ui *ui)
{
	return ui_px(ui, ui->compact ? 1.2f : 1.6f);
}

/* Tab leads to the section behind the one that has the focus, with Shift to the one before. */
static void section_spot(const struct app *app, struct ui *ui, struct rect r, enum section s)
{
	int n = sections_of(app), now = (int)section_now(app);

	ui_spot(ui, r, sections[s].name, (struct action){VERB_SECTION, (int)s}, SPOT_SILENT,
		(int)s == (now + 1) % n ? KEY_TAB : 0,
		(int)s == (now + n - 1) % n ? KEY_TAB | SPOT_SHIFT : 0);
}

static void draw_sections(const struct app *app, struct ui *ui, struct rect at)
{
	const struct theme *t = ui->t;
	float pad = ui_px(ui, 2.4f), size = ui_px(ui, 3.6f), bar = ui_px(ui, .7f);
	struct rect r = {at.x, at.y, at.w,
			 fmaxf(ui_px(ui, 8.4f), roundf(ui_font(ui, STYLE_BUTTON) * 1.9f))};

	for (int s = 0; s < sections_of(app); s++) {
		bool on = (enum section)s == section_now(app);
		struct action a = {VERB_SECTION, s};
		struct feel feel = ui_feel(ui, a);
		colour clear = colour_fade(t->focusfill, 0), lit = t->focusfill;
		colour ink = on ? t->text : t->text2;
		struct style style = STYLE_BUTTON;

		section_spot(app, ui, r, (enum section)s);
		if (on) {
			struct rect in = {r.x + bar, r.y, r.w - bar, r.h}, mark = r;
			mark.w = ui_px(ui, 4);
			ui_box(ui, mark, 1.6f, t->brand, 0, 0);
			ui_box(ui, in, 1.6f, t->surface2, t->flat ? t->border : 0, .16f);
		} else if (feel.to != LOOK_REST || feel.t < 1) {
			ui_box(ui, r, 1.6f, ui_tint(feel, (colour[]){clear, lit, lit, lit}),
			       ui_tint(feel, (colour[]){clear, t->text3, t->text3, t->focus}),
			       feel.to == LOOK_PRESSED ? .4f : .16f);
		}
		style.face = on ? FACE_SEMIBOLD : FACE_MEDIUM;
		ui_icon(ui, sections[s].icon, r.x + pad + size / 2, r.y + r.h / 2, size, ink, 2.1f);
		ui_line(ui, style, r.x + pad + size + ui_px(ui, 2), r.y + r.h / 2, TEXT_START, ink,
			sections[s].name);
		r.y += r.h + ui_px(ui, 1);
	}
}

static float heading_height(const struct ui *ui, bool top)
{
	return fmaxf(24, roundf(ui_font(ui, STYLE_BUTTON) * (top ? 1.5f : 2.2f)));
}

static void draw_heading(const struct app *app, struct ui *ui, struct rect r, enum section s)
{
	float size = roundf(ui_font(ui, STYLE_BUTTON) * 1.1f);
	float y = r.y + r.h - roundf(ui_font(ui, STYLE_BUTTON) * .75f);

	section_spot(app, ui, r, s);
	ui_icon(ui, sections[s].icon, r.x + size / 2, y, size, ui->t->brand, 2.1f);
	ui_line(ui, STYLE_BUTTON, r.x + size + ui_px(ui, 1.4f), y, TEXT_START, ui->t->text,
		sections[s].name);
}

/* The sections from first to last, below one another; returns their height. */
static float page(const struct app *app, struct ui *ui, struct rect at, int first, int last,
		  bool paint)
{
	struct row rows[MOST];
	float y = at.y, gap = gap_of(ui), air = ui_px(ui, .8f);
	bool headed = last > first;

	y += air;
	for (int s = first; s <= last; s++) {
		int n = rows_of(app, ui, (enum section)s, rows);
		if (headed) {
			struct rect r = {at.x, y, at.w, heading_height(ui, s == first)};
			if (paint)
				draw_heading(app, ui, r, (enum section)s);
			y += r.h + gap;
		}
		ui->group = 1;
		for (int i = 0; i < n; i++) {
			struct row_fit f = row_fit(ui, &rows[i], at.w);
			struct rect r = {at.x, y, at.w, f.height};
			rows[i].flags = s == first && i == 0 ? SPOT_MAIN : SPOT_PLAIN;
			if (paint)
				row_draw(ui, r, &rows[i], &f);
			y += f.height + gap;
		}
		ui->group = 0;
	}
	return y - gap + air - at.y;
}

static float draw_footer(struct ui *ui, struct rect s)
{
	static const char saved[] = "Changes apply at once and are saved.";
	const struct hint change[] = {{"←|→", "Change"}, {"Tab", "Section"}, {"Esc", "Back"}};
	const struct hint choose[] = {{"Enter", "Choose"}, {"Tab", "Section"}, {"Esc", "Back"}};
	float high = ui_font(ui, STYLE_STRONG) + 2 * ui_px(ui, .9f), y = s.y + s.h - high / 2;
	float wide = ui_width(ui, STYLE_LABEL, saved);

	if (ui->tiny)
		return 0;
	float x = ui_hints(ui, s.x, s.x + s.w, y, ui->focus.verb == VERB_LANGUAGE ? choose : change,
			   3);
	if (s.x + wide + ui_px(ui, 2) <= x)
		ui_line(ui, STYLE_LABEL, s.x, y, TEXT_START, ui->t->text2, saved);
	return high;
}

/* Returns the bottom of the head. */
static float draw_head(struct ui *ui, struct rect s)
{
	struct button b = {.kind = BUTTON_PILL,
			   .icon = ICON_RELOAD,
			   .label = "Reset display",
			   .action = {VERB_RESET, 0}};
	float w = ui_button_width(ui, &b), high = ui_button_height(ui, &b);
	float head = ui_px(ui, ui->compact ? 7.4f : 9), side = ui_px(ui, ui->compact ? 6.4f : 8);
	bool room = w < s.w * .4f && !ui->compact;
	struct rect r = {s.x + s.w - (room ? w : side),
			 s.y + roundf((head - (room ? high : side)) / 2), room ? w : side,
			 room ? high : side};

	float bottom = ui_head(ui, "Settings", (struct action){VERB_BACK, 0}, r.x - ui_px(ui, 2));
	if (room)
		ui_button(ui, r, &b);
	else
		ui_square(ui, r, b.icon, b.label, b.action, 0);
	return bottom;
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	int first = 0, last = sections_of(app) - 1;

	ui_ground(ui);
	float top = draw_head(ui, s), foot = draw_footer(ui, s);
	top += ui_px(ui, ui->compact ? 1.2f : 2.6f);
	foot += foot > 0 ? ui_px(ui, ui->compact ? 1.2f : 2.2f) : 0;
	struct rect view = {s.x, top, s.w, s.y + s.h - foot - top};
	if (ui->column) {
		float list = ui_px(ui, 38), between = ui_px(ui, 5);
		draw_sections(app, ui, (struct rect){s.x, top + ui_px(ui, .8f), list, view.h});
		view.x += list + between;
		view.w -= list + between;
		first = last = (int)section_now(app);
	}
	if (page(app, ui, view, first, last, false) > view.h)
		view.w -= ui_px(ui, 3);
	float height = page(app, ui, view, first, last, false);
	ui_scroll_begin(ui, view);
	struct rect at = {view.x, view.y - ui->scroll_at, view.w, 0};
	page(app, ui, at, first, last, true);
	ui_scroll_end(ui, height);
}

const struct screen screen_settings = {"settings", enter, act, NULL, draw};
