/* What can be set, at once and for good: sections beside their rows, or one page where there is no
 * room for that. */
#include <math.h>

#include "sections.h"
#include "settingrows.h"

/* ---- what pressing does ---- */

void app_open_settings(struct app *app)
{
	app_open_over(app, &screen_settings);
}

void app_close_settings(struct app *app)
{
	app_close_over(app);
	app->section = SECTION_DISPLAY;
	app->o.mistakes = 0; /* that was said */
}

/* The section of what has the focus, or had it. */
static enum section section_now(const struct app *app)
{
	enum section s = section_of(app->ui.focus);

	return s < SECTIONS ? s : (enum section)app->section;
}

static void enter(struct app *app)
{
	app->section = SECTION_DISPLAY;
}

static void turn_to(struct app *app, enum section s)
{
	app->section = (int)s;
	app->ui.scroll_at = 0;
	app_focus(app, section_first(s));
}

static void reset(struct app *app, enum section s)
{
	const struct settings usual = settings_default();

	for (int k = 0; k < SETTINGS; k++)
		if (section_of((struct action){VERB_ROW, k}) == s &&
		    !setting_same(&app->set, &usual, (enum setting)k))
			app_set(app, (enum setting)k, setting_number(&usual, (enum setting)k));
	if (s == SECTION_LANGUAGE && app->set.language[0])
		app_set_language(app, usual.language);
}

/* A press beside the parts of a row is meant for a switch, which has but one. */
static void press_row(struct app *app, struct action a, enum by by)
{
	struct action next = section_next(app, a, by != BY_FOCUS);

	if (next.verb)
		app_set(app, section_setting(next), section_value(next));
	app_focus(app, a);
}

static void act(struct app *app, struct action a, enum by by)
{
	switch (a.verb) {
	case VERB_BACK: app_close_settings(app); break;
	case VERB_RESET: reset(app, (enum section)a.arg); break;
	case VERB_SECTION: turn_to(app, (enum section)a.arg); break;
	case VERB_ROW: press_row(app, a, by); break;
	case VERB_SET:
		app_set(app, section_setting(a), section_value(a));
		app_focus(app, (struct action){VERB_ROW, (int)section_setting(a)});
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

static struct sections sections_of(const struct app *app, struct section_label of[SECTIONS])
{
	for (int s = 0; s < SECTIONS; s++)
		of[s] = (struct section_label){section_names[s].icon, section_names[s].name};
	return (struct sections){of, section_count(app), (int)section_now(app)};
}

static float heading_height(const struct ui *ui, bool top)
{
	return fmaxf(24, roundf(ui_font(ui, STYLE_BUTTON) * (top ? 1.5f : 2.2f)));
}

static void draw_heading(const struct app *app, struct ui *ui, struct rect r, enum section s)
{
	float size = roundf(ui_font(ui, STYLE_BUTTON) * 1.1f);
	float y = r.y + r.h - roundf(ui_font(ui, STYLE_BUTTON) * .75f);

	struct section_label of[SECTIONS];
	struct sections sections = sections_of(app, of);

	section_spot(ui, r, &sections, (int)s);
	ui_icon(ui, section_names[s].icon, r.x + size / 2, y, size, ui->t->brand, 2.1f);
	ui_line(ui, STYLE_BUTTON, r.x + size + ui_px(ui, 1.4f), y, TEXT_START, ui->t->text,
		section_names[s].name);
}

/* The sections from first to last, below one another; returns their height. */
static float page(const struct app *app, struct ui *ui, struct rect at, int first, int last,
		  bool paint)
{
	struct row rows[SECTION_ROWS];
	float y = at.y, gap = gap_of(ui), air = ui_px(ui, .8f);
	bool headed = last > first;

	y += air;
	for (int s = first; s <= last; s++) {
		int n = section_rows(app, ui, (enum section)s, rows);
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

struct note {
	const char *words;
	bool matters; /* more than the hints beside it */
	colour ink;
};

/* What becomes of what is set. */
static struct note note_of(const struct app *app, struct ui *ui)
{
	const struct theme *t = ui->t;
	int n = app->o.mistakes;

	if (app->unkept[0])
		return (struct note){
			frame_printf(ui->f, "Changes apply, but can’t be saved: %s", app->unkept),
			true, t->bad};
	if (n > 0)
		return (struct note){frame_printf(ui->f, "settings.ini had %d mistake%s%s", n,
						  n == 1 ? "" : "s",
						  app->kept ? ": kept as settings.ini.broken" : ""),
				     true, t->text};
	return (struct note){app->o.keeps ? "Changes apply at once and are saved."
					  : "Changes apply at once.",
			     false, t->text2};
}

static float draw_footer(const struct app *app, struct ui *ui, struct rect s)
{
	const struct hint change[] = {{"←|→", "Change"}, {"Tab", "Section"}, {"Esc", "Back"}};
	const struct hint choose[] = {{"Enter", "Choose"}, {"Tab", "Section"}, {"Esc", "Back"}};
	float high = ui_font(ui, STYLE_STRONG) + 2 * ui_px(ui, .9f), y = s.y + s.h - high / 2;
	struct note note = note_of(app, ui);
	float wide = ui_width(ui, STYLE_LABEL, note.words), air = ui_px(ui, 2);

	if (ui->tiny && !note.matters)
		return 0;
	float x = s.x + s.w;
	if (!ui->tiny)
		x = ui_hints(ui, s.x + (note.matters ? wide + air : 0), x, y,
			     ui->focus.verb == VERB_LANGUAGE ? choose : change, 3);
	if (note.matters || s.x + wide + air <= x)
		ui_cut(ui, STYLE_LABEL, s.x, y, s.w, note.ink, note.words);
	return high;
}

/* Returns the bottom of the head. */
static float draw_head(const struct app *app, struct ui *ui, struct rect s)
{
	/* of one page with all sections it is the first's */
	enum section of = ui->column ? section_now(app) : SECTION_DISPLAY;
	struct button b = {.kind = BUTTON_PILL,
			   .icon = ICON_RELOAD,
			   .label = section_names[of].reset,
			   .action = {VERB_RESET, (int)of}};
	float w = ui_button_width(ui, &b), high = ui_button_height(ui, &b);
	float head = ui_scaled(ui, ui->compact ? 7.4f : 9), side = ui_square_side(ui);
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
	int first = 0, last = section_count(app) - 1;

	ui_ground(ui);
	float top = draw_head(app, ui, s), foot = draw_footer(app, ui, s);
	top += ui_px(ui, ui->compact ? 1.2f : 2.6f);
	foot += foot > 0 ? ui_px(ui, ui->compact ? 1.2f : 2.2f) : 0;
	struct rect view = {s.x, top, s.w, s.y + s.h - foot - top};
	if (ui->column) {
		float list = ui_px(ui, 38), between = ui_px(ui, 5);
		struct section_label of[SECTIONS];
		struct sections sections = sections_of(app, of);
		sections_draw(ui, (struct rect){s.x, top + ui_px(ui, .8f), list, view.h},
			      &sections);
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
