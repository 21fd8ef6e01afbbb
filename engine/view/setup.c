/* How the next game is played: mode, number of questions, clock. */
#include <math.h>

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

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_BACK: app_go(app, &screen_packs); break;
	case VERB_MODE: app->o.mode = &game_modes[a.arg]; break;
	case VERB_CLOCK: app->set.clock_percent = a.arg; break;
	case VERB_FEWER: app->o.questions = fewer(app->o.questions); break;
	case VERB_MORE: app->o.questions = more(app->o.questions); break;
	default: break;
	}
}

struct option {
	const char *label;
	struct action action;
	bool on;
};

static float segments_width(struct ui *ui, const struct option *o, int n)
{
	float w = 2 * ui_px(ui, .6f);

	for (int i = 0; i < n; i++)
		w += ui_width(ui, STYLE_STRONG, o[i].label) + 2 * ui_px(ui, 2.2f);
	return w;
}

/* One of a few, side by side, their end at x. */
static void segments(struct ui *ui, float x, float y, const struct option *o, int n)
{
	float pad = ui_px(ui, .6f);
	float high = fmaxf(fmaxf(ui_px(ui, 6.4f), ui_font(ui, STYLE_STRONG) * 1.9f), 24 + 2 * pad);
	struct rect r = {x - segments_width(ui, o, n), roundf(y - high / 2),
			 segments_width(ui, o, n), high};

	ui_box(ui, r, 1.6f, ui->t->bg0, ui->t->border, .16f);
	float at = r.x + pad;
	for (int i = 0; i < n; i++) {
		float w = ui_width(ui, STYLE_STRONG, o[i].label) + 2 * ui_px(ui, 2.2f);
		struct rect one = {at, r.y + pad, w, high - 2 * pad};
		enum look look = ui_look(ui, o[i].action);

		ui_spot(ui, one,
			o[i].on ? frame_printf(ui->f, "%s, chosen", o[i].label) : o[i].label,
			o[i].action, SPOT_PLAIN, 0, 0);
		if (look == LOOK_FOCUS)
			ui_ring(ui, one, 1.1f, 0);
		if (o[i].on || look != LOOK_REST)
			ui_box(ui, one, 1.1f, o[i].on ? ui->t->text : ui->t->focusfill, 0, 0);
		ui_line(ui, STYLE_STRONG, at + roundf(w / 2), y, TEXT_CENTRE,
			o[i].on ? ui->t->bg0 : ui->t->text2, o[i].label);
		at += w;
	}
}

static float stepper_side(const struct ui *ui)
{
	return ui_px(ui, ui->compact ? 6.4f : 7.4f);
}

static float stepper_width(const struct ui *ui)
{
	return 2 * stepper_side(ui) + ui_px(ui, 10 * ui->text);
}

static void stepper(const struct app *app, struct ui *ui, float x, float y)
{
	float side = stepper_side(ui), middle = stepper_width(ui) - 2 * side;
	struct rect more = {x - side, roundf(y - side / 2), side, side}, fewer = more;

	fewer.x -= middle + side;
	ui_square(ui, fewer, ICON_MINUS, "Fewer questions", (struct action){VERB_FEWER, 0}, '-');
	ui_line(ui, ui_sized(STYLE_NUMERAL, 5), more.x - middle / 2, y, TEXT_CENTRE, ui->t->text,
		app->o.questions ? frame_printf(ui->f, "%d", app->o.questions) : "Auto");
	ui_square(ui, more, ICON_PLUS, "More questions", (struct action){VERB_MORE, 0}, '+');
}

/* A row: its words, and at its end (or below them, where the window is narrow) its control. */
struct row {
	const char *name, *line;
	float control; /* px: the control's width */
};

static float control_height(struct ui *ui)
{
	return fmaxf(ui_px(ui, 7.4f), ui_font(ui, STYLE_STRONG) * 1.9f + ui_px(ui, 1.2f));
}

static float words_height(struct ui *ui, const struct row *s, float room)
{
	return ui_font(ui, STYLE_BUTTON) * 1.3f +
	       ui_measure(ui, STYLE_LABEL, s->line, room, TEXT_BALANCED).h;
}

static float words_room(struct ui *ui, const struct row *s, float width, bool narrow)
{
	return width - 2 * ui_px(ui, 2.4f) - (narrow ? 0 : s->control + ui_px(ui, 3));
}

static float setting_height(struct ui *ui, const struct row *s, float width, bool narrow)
{
	float words = words_height(ui, s, words_room(ui, s, width, narrow)),
	      control = control_height(ui);

	if (narrow)
		return words + control + ui_px(ui, 5.4f);
	return fmaxf(ui_px(ui, 10.8f), fmaxf(words, control) + ui_px(ui, 3));
}

/* Draws the plate and the words; returns where the control ends, its middle in *y. */
static float draw_setting(struct ui *ui, const struct row *s, struct rect r, bool narrow,
			  float *y)
{
	float pad = ui_px(ui, 2.4f), title = ui_font(ui, STYLE_BUTTON) * 1.3f,
	      room = words_room(ui, s, r.w, narrow);
	float words = words_height(ui, s, room),
	      top = narrow ? r.y + ui_px(ui, 2) : r.y + (r.h - words) / 2;

	ui_box(ui, r, 1.8f, ui->t->surface, ui->t->hair, .16f);
	ui_line(ui, STYLE_BUTTON, r.x + pad, top + title / 2, TEXT_START, ui->t->text, s->name);
	ui_text(ui, STYLE_LABEL, (struct rect){r.x + pad, roundf(top + title), room, 0},
		TEXT_BALANCED, ui->t->text2, s->line);
	*y = narrow ? r.y + r.h - ui_px(ui, 2) - control_height(ui) / 2 : r.y + r.h / 2;
	return narrow ? r.x + pad + s->control : r.x + r.w - pad;
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	struct option modes[8],
		clocks[] = {
			{"Standard",
			 {VERB_CLOCK, CLOCK_STANDARD},
			 app->set.clock_percent == CLOCK_STANDARD},
			{"Double",
			 {VERB_CLOCK, CLOCK_DOUBLE},
			 app->set.clock_percent == CLOCK_DOUBLE},
			{"Off", {VERB_CLOCK, CLOCK_OFF}, app->set.clock_percent == CLOCK_OFF},
		};
	int nmodes = 0;

	for (; game_modes[nmodes].id && nmodes < 8; nmodes++)
		modes[nmodes] = (struct option){game_modes[nmodes].name,
						{VERB_MODE, nmodes},
						app->o.mode == &game_modes[nmodes]};
	const struct row settings[] = {
		{"Mode", app->o.mode->line, segments_width(ui, modes, nmodes)},
		{"Questions",
		 app->o.questions ? "Fewer where a pack has fewer"
				  : "As many as a pack asks for, or 12",
		 stepper_width(ui)},
		{"Clock",
		 app->set.clock_percent ? "What is left of it counts for points"
					: "Take all the time you like",
		 segments_width(ui, clocks, 3)},
	};

	ui_ground(ui);
	float top = ui_head(ui, "Set up", (struct action){VERB_BACK, 0}, s.x + s.w);
	struct button done = {.kind = BUTTON_PRIMARY,
			      .icon = ICON_CHECK,
			      .label = "Done",
			      .action = {VERB_BACK, 1},
			      .flags = SPOT_MAIN};
	float high = ui_button_height(ui, &done), gap = ui_px(ui, ui->compact ? 1.2f : 1.4f);
	float across = fminf(s.w, 130 * ui->u * ui->text),
	      y = top + ui_px(ui, ui->compact ? 1.4f : 2.8f), pad = ui_px(ui, .8f);
	bool narrow = s.w < 100 * ui->u * fmaxf(1, ui->text * .9f);
	struct rect view = {s.x, y, across,
			    s.y + s.h - high - ui_px(ui, ui->compact ? 1.4f : 3) - y};

	float height = 2 * pad + 2 * gap;
	for (int pass = 0; pass < 2; pass++) { /* a bar beside the page makes the rows narrower */
		height = 2 * pad + 2 * gap;
		for (int i = 0; i < 3; i++)
			height += setting_height(ui, &settings[i], view.w, narrow);
		if (pass == 0 && height > view.h)
			view.w -= ui_px(ui, 3);
	}
	ui_scroll_begin(ui, view);
	struct rect r = {view.x, view.y + pad - ui->scroll_at, view.w, 0};
	for (int i = 0; i < 3; i++) {
		float middle, end;

		r.h = setting_height(ui, &settings[i], view.w, narrow);
		end = draw_setting(ui, &settings[i], r, narrow, &middle);
		ui->group = i + 1;
		if (i == 1)
			stepper(app, ui, end, middle);
		else
			segments(ui, end, middle, i ? clocks : modes, i ? 3 : nmodes);
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
