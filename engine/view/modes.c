/* All modes, each with what it is in one line. */
#include <math.h>
#include <string.h>

#include "screens.h"

enum { MODES = 8 };

enum icon mode_icon(const struct mode *m)
{
	static const struct {
		const char *id;
		enum icon icon;
	} icons[] = {{"climb", ICON_STAIRS}, {"one-take", ICON_TAKE},  {"sprint", ICON_BOLT},
		     {"study", ICON_BOOK},   {"daily", ICON_CALENDAR}, {"rounds", ICON_FLAG}};

	for (size_t i = 0; i < sizeof icons / sizeof icons[0]; i++)
		if (strcmp(icons[i].id, m->id) == 0)
			return icons[i].icon;
	return ICON_STAIRS;
}

void app_choose_mode(struct app *app, const struct mode *m)
{
	app->o.mode = m;
	app->o.chosen = false;
	app->nplayers = 1;
	app->mistakes = false;
	app_go(app, &screen_packs);
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_BACK:
		if (app->o.kiosk && visit_has_packs(app))
			app_go(app, &screen_packs);
		else
			app_home(app);
		break;
	case VERB_MODE:
		if (app->o.kiosk)
			visit_play(app, &game_modes[a.arg]);
		else
			app_choose_mode(app, &game_modes[a.arg]);
		break;
	default: break;
	}
}

/* The modes that are offered, by their place in game_modes. */
static int list(const struct app *app, int *out)
{
	const struct mode *m = game_modes;
	int n = 0;

	if (!app->o.kiosk)
		for (; m->id; m++)
			out[n++] = (int)(m - game_modes);
	else
		while (n < MODES && (m = kiosk_mode(app->o.kiosk, n)))
			out[n++] = (int)(m - game_modes);
	return n;
}

/* A card: an icon on a disc, the name, and what it is below that. */
struct look_of_card {
	float pad, disc, gap, width, room, name_h, high;
	struct style name;
};

static struct look_of_card measure_card(struct ui *ui, float width)
{
	struct look_of_card c = {.pad = ui_px(ui, ui->compact ? 2 : 3),
				 .disc = ui_scaled(ui, ui->compact ? 6.4f : 8.4f),
				 .gap = ui_px(ui, ui->compact ? 2 : 2.8f),
				 .width = width,
				 .name = ui_sized(STYLE_NUMERAL, ui->compact ? 5 : 5.4f)};
	float words = 0;

	if (ui->text > 1.5f)
		c.name.size *= 1.5f / ui->text;
	c.room = width - 2 * c.pad - c.disc - c.gap;
	c.name_h = roundf(ui_font(ui, c.name) * 1.15f);
	for (const struct mode *m = game_modes; m->id; m++)
		words = fmaxf(words, ui_measure(ui, STYLE_LABEL, m->line, c.room, TEXT_BALANCED).h);
	c.high = roundf(fmaxf(c.disc, c.name_h + words) + 2 * ui_px(ui, ui->compact ? 1.2f : 2.6f));
	return c;
}

static void draw_card(const struct app *app, struct ui *ui, struct rect r, int place, int index,
		      const struct look_of_card *c)
{
	const struct theme *t = ui->t;
	const struct mode *m = &game_modes[index];
	struct action a = {VERB_MODE, index};
	struct feel feel = ui_feel(ui, a);
	bool now = m == app->o.mode;

	ui_spot(ui, r, m->name, a, now ? SPOT_MAIN : SPOT_PLAIN, '1' + place, 0);
	r.y += feel.down;
	ui_shadow(ui, r, 1.8f, false);
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.8f, 0);
	ui_box(ui, r, 1.8f,
	       ui_tint(feel, (colour[]){t->surface, t->focusfill, t->focusfill, t->focusfill}),
	       ui_tint(feel, (colour[]){t->hair, t->text3, t->hair, t->focus}),
	       feel.to == LOOK_PRESSED ? .4f : .16f);
	ui_icon(ui, mode_icon(m), r.x + c->pad + c->disc / 2, r.y + r.h / 2, roundf(c->disc * .62f),
		ui_tint(feel, (colour[]){t->text2, t->text2, t->brand, t->text2}), 2.2f);
	float x = r.x + c->pad + c->disc + c->gap;
	struct block line = ui_measure(ui, STYLE_LABEL, m->line, c->room, TEXT_BALANCED);
	float y = r.y + roundf((r.h - c->name_h - line.h) / 2);
	ui_line(ui, ui_shrunk(ui, c->name, m->name, c->room), x, y + c->name_h / 2, TEXT_START,
		t->text, m->name);
	ui_text(ui, STYLE_LABEL, (struct rect){x, y + c->name_h, c->room, line.h}, TEXT_BALANCED,
		ui_tint(feel, (colour[]){t->text2, t->text, t->text, t->text}), m->line);
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	int modes[MODES], n = list(app, modes);
	bool wide = s.w >= 100 * ui->u * (ui->reach ? 1 : ui->text);
	int columns = ui->portrait || !wide ? 1 : 2;
	const char *title = app->o.kiosk ? "How to play" : "More ways to play";

	ui_ground(ui);
	ui_lights(ui, .52f, 0);
	float top =
		ui_head(ui, ui->tiny ? "Play" : title, (struct action){VERB_BACK, 0}, s.x + s.w);
	float foot = ui->tiny || app->o.kiosk ? 0 : ui_px(ui, ui->compact ? 6 : 7),
	      pad = ui_px(ui, 1);
	float y = top + ui_px(ui, ui->compact ? .8f : 2.2f),
	      gap = ui_px(ui, ui->compact ? 1.2f : 2.4f);
	struct rect view = {s.x, y, s.w, s.y + s.h - foot - y};
	int rows = (n + columns - 1) / columns;
	struct look_of_card c = {0};
	float height = 0;
	for (int bar = 0; bar < 2; bar++) { /* once more where there must be room for a bar */
		c = measure_card(ui,
				 floorf((view.w - (float)(columns - 1) * gap) / (float)columns));
		height = (float)rows * (c.high + gap) - gap + 2 * pad;
		if (height <= view.h)
			break;
		view.w = s.w - ui_px(ui, 3);
	}
	/* what is left of the height goes to the cards, as far as they look well */
	float more = floorf((view.h - height) / (float)rows);
	if (more > 0) {
		more = fminf(more, ui_px(ui, ui->compact ? 2 : 7));
		c.high += more;
		height += (float)rows * more;
	}
	ui_scroll_begin(ui, view);
	ui->group = 1;
	for (int i = 0; i < n; i++)
		draw_card(app, ui,
			  (struct rect){view.x + (float)(i % columns) * (c.width + gap),
					view.y + pad + (float)(i / columns) * (c.high + gap) -
						ui->scroll_at,
					c.width, c.high},
			  i, modes[i], &c);
	ui->group = 0;
	ui_scroll_end(ui, height);
	struct hint hints[] = {
		{columns > 1 ? "←|↑|↓|→" : "↑|↓", "Move"}, {"Enter", "Choose"}, {"Esc", "Back"}};
	if (foot > 0)
		ui_hints(ui, s.x, s.x + s.w, s.y + s.h - foot / 2, hints, 3);
}

const struct screen screen_modes = {"modes", NULL, act, NULL, draw};
