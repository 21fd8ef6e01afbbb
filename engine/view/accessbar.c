#include "accessbar.h"

#include <math.h>

#include "screens.h"

static float icon_size(const struct ui *ui)
{
	return ui_scaled(ui, 4);
}

static float word_height(const struct ui *ui, const struct accessbar *bar)
{
	return roundf(ui_font(ui, bar->word) * STYLE_STRONG.line);
}

static float pad(const struct ui *ui)
{
	return ui_px(ui, .9f);
}

/* Names of languages may be long: they give way. */
static float widest_word(struct ui *ui, const struct accessbar *bar)
{
	float w = 0;

	for (int i = 0; i < bar->n; i++)
		if (bar->c[i].action.arg != ACCESS_LANGUAGE || bar->c[i].action.verb != VERB_ACCESS)
			w = fmaxf(w, ui_width(ui, bar->word, bar->c[i].brief));
	return w;
}

bool accessbar_is(const struct app *app, const struct ui *ui)
{
	return app->o.kiosk && !ui->compact && !attract_plays(app);
}

/* Of the pages around a game: those that a visitor goes back from. */
static bool leads_back(const struct app *app)
{
	return app->o.kiosk && (app->screen == &screen_packs || app->screen == &screen_modes ||
				app->screen == &screen_scores);
}

/* Elsewhere what leads back does no harm. */
static bool is_of_game(const struct app *app)
{
	return app->screen == &screen_question || app->screen == &screen_reveal;
}

/* What makes letters larger stands where a row of any width ends: in the corner of a wide window,
 * at the start of a narrow one. So it can be pressed again where it was pressed. */
static struct accessbar choices(const struct app *app, struct ui *ui)
{
	float grown = fminf(1, 1.5f / ui->text); /* words stop growing where icons do */
	struct accessbar bar = {.gap = ui_gap(ui, 1.2f),
				.word = ui_sized(STYLE_STRONG, STYLE_STRONG.size * grown)};

	bool results = app->o.kiosk && app->screen == &screen_results;
	bool wanted = accessbar_is(app, ui) || (ui->compact && (results || leads_back(app)));

	if (leads_back(app) && !(ui->compact && !ui->portrait)) {
		bar.back = true;
		bar.c[bar.n++] = (struct access_choice){.icon = ICON_BACK,
							.label = "Back",
							.brief = "Back",
							.words = "Back",
							.action = {VERB_BACK, 0},
							.key = KEY_ESCAPE};
	}
	for (int k = 0; k < ACCESSES && wanted; k++) {
		enum access i = (enum access)(ui->portrait ? k : ACCESSES - 1 - k);
		if (access_offers(app, i) && (i != ACCESS_RESTART || is_of_game(app)))
			bar.c[bar.n++] = access_choice(app, ui, i);
	}
	return bar;
}

static void lay(struct ui *ui, struct accessbar *bar, float least_u)
{
	int rows = (bar->n + bar->columns - 1) / bar->columns;
	float words = bar->bare ? 0 : ui_px(ui, .7f) + word_height(ui, bar);

	bar->tile.h = fmaxf(ui_finger(ui, least_u), icon_size(ui) + words + 2 * pad(ui));
	bar->w = (float)bar->columns * (bar->tile.w + bar->gap) - bar->gap;
	bar->h = (float)rows * (bar->tile.h + bar->gap) - bar->gap;
}

/* Words that have grown give way to one row, which leaves the question more, and to the air at
 * their sides. */
static void shrink_words(struct ui *ui, struct accessbar *bar, float tile)
{
	float air = ui_px(ui, 1.5f);

	while (bar->word.size * ui->text > STYLE_STRONG.size &&
	       widest_word(ui, bar) + 2 * air > tile)
		bar->word.size *= .96f;
}

static void lay_rows(struct ui *ui, struct accessbar *bar, float width, float most)
{
	float least = ui->finger;

	shrink_words(ui, bar, floorf((width + bar->gap) / (float)bar->n - bar->gap));
	if (!bar->bare)
		least = fmaxf(least, widest_word(ui, bar) + 2 * pad(ui));
	for (int rows = 1; rows <= bar->n; rows++) {
		bar->columns = (bar->n + rows - 1) / rows;
		bar->tile.w = floorf((width + bar->gap) / (float)bar->columns - bar->gap);
		if (bar->tile.w >= least)
			break;
	}
	bar->tile.w = fminf(bar->tile.w, fmaxf(least, most));
	lay(ui, bar, bar->bare || ui->compact ? 8 : ui->portrait ? 10.6f : 8.4f);
	bar->room = bar->h + ui_px(ui, bar->ruled ? (ui->compact ? 3.4f : 6.4f) : 2.4f);
}

struct accessbar accessbar_below(const struct app *app, struct ui *ui, float width, bool bare)
{
	struct accessbar bar = choices(app, ui);

	if (bar.n == 0)
		return bar;
	bar.bare = bare;
	bar.ruled = ui->portrait;
	/* of a game, a row comes and goes as letters grow: Text is not to be far from its corner */
	lay_rows(ui, &bar, width, is_of_game(app) && !bar.ruled ? 2 * ui_finger(ui, 9) : INFINITY);
	return bar;
}

struct accessbar accessbar_fit(const struct app *app, struct ui *ui, float width, float most)
{
	struct accessbar bar = accessbar_below(app, ui, width, false);

	return bar.room > most ? accessbar_below(app, ui, width, true) : bar;
}

struct accessbar accessbar_beside(const struct app *app, struct ui *ui, float width, bool bare)
{
	struct accessbar bar = choices(app, ui);

	if (bar.n == 0)
		return bar;
	bar.bare = bare;
	bar.columns = bar.n;
	bar.tile.w = bare ? ui_finger(ui, 9)
			  : fmaxf(ui_finger(ui, 12), widest_word(ui, &bar) + 2 * pad(ui));
	shrink_words(ui, &bar, bar.tile.w);
	lay(ui, &bar, 8.4f);
	bar.room = bar.h;
	if (bar.w > width)
		bar.n = 0;
	return bar;
}

enum { PAGE_TEXT = 125 }; /* percent: below a page it grows no more */

struct accessbar accessbar_of_page(const struct app *app, struct ui *ui)
{
	struct accessbar bar = {0};
	struct rect *s = &ui->stage;
	float grown = ui->text;
	bool portrait = ui->portrait;

	if (!leads_back(app))
		return bar;
	ui->portrait = ui->w < .84f * ui->h; /* also of a page that lies low */
	ui->text = fminf(ui->text, PAGE_TEXT / 100.f);
	if (ui->compact && !ui->portrait) {
		bar = accessbar_beside(app, ui, s->w, true);
		ui->head_end = s->x + s->w - bar.w - ui_px(ui, 1.6f);
		float high = fmaxf(ui_square_side(ui), ui_scaled(ui, 7.4f));
		bar.page = (struct rect){s->x, s->y, s->w, roundf((high + bar.h) / 2)};
	} else {
		if (!ui->portrait)
			bar = accessbar_beside(app, ui, s->w, false);
		if (bar.n == 0)
			bar = accessbar_fit(app, ui, s->w, s->h * .4f);
		else
			bar.room += ui_px(ui, 2.4f);
		bar.page = *s;
		s->h -= bar.room;
		ui->headless = true;
	}
	ui->text = grown;
	ui->portrait = portrait;
	return bar;
}

void accessbar_page_draw(struct ui *ui, const struct accessbar *bar)
{
	float grown = ui->text;

	ui->text = fminf(ui->text, PAGE_TEXT / 100.f);
	accessbar_draw(ui, bar, bar->page);
	ui->text = grown;
}

static void draw_tile(struct ui *ui, struct rect r, const struct accessbar *bar,
		      const struct access_choice *c)
{
	const struct theme *t = ui->t;
	struct feel feel = ui_feel(ui, c->action);
	float size = icon_size(ui), gap = ui_px(ui, .7f), word = word_height(ui, bar),
	      room = r.w - 2 * pad(ui);
	colour edge = c->on ? t->focus : t->border;
	struct style s = ui_shrunk(ui, bar->word, c->brief, room);
	bool bare = bar->bare && !c->asks; /* a question is always words */

	ui->f->pressed = true;
	ui_spot(ui, r, c->words, c->action, SPOT_PLAIN, c->key, 0);
	r.y += feel.down;
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.8f, 0);
	ui_shadow(ui, r, 1.8f, false);
	ui_box(ui, r, 1.8f,
	       ui_tint(feel, (colour[]){t->surface, t->focusfill, t->focusfill, t->focusfill}),
	       ui_tint(feel, (colour[]){edge, c->on ? edge : t->text3, edge, t->focus}),
	       c->on || feel.to == LOOK_PRESSED ? .4f : .16f);
	bool marked = bare || !bar->bare;
	float high = (marked ? size : 0) + (bare ? 0 : word) + (marked && !bare ? gap : 0);
	float y = r.y + roundf((r.h - high) / 2);
	if (marked)
		ui_icon(ui, c->icon, r.x + r.w / 2, y + size / 2, size, c->asks ? t->bad : t->focus,
			2.1f);
	if (!bare)
		ui_line(ui, s, r.x + r.w / 2, y + high - word / 2, TEXT_CENTRE, t->text, c->brief);
	ui->f->pressed = false;
}

void accessbar_draw(struct ui *ui, const struct accessbar *bar, struct rect r)
{
	bool filled = bar->ruled || r.w - bar->w < (float)bar->columns; /* but for whole px */
	struct rect first = {filled ? r.x : r.x + r.w - bar->w, r.y + r.h - bar->h, 0, 0};

	if (bar->n == 0)
		return;
	if (bar->ruled)
		ui_box(ui,
		       (struct rect){r.x,
				     first.y - ui_px(ui, ui->compact ? 1.6f : 3) - ui_px(ui, .2f),
				     r.w, ui_px(ui, .2f)},
		       0, ui->t->hair, 0, 0);
	ui->group = 3;
	for (int i = 0; i < bar->n; i++) {
		struct rect at = {first.x + (float)(i % bar->columns) * (bar->tile.w + bar->gap),
				  first.y + (float)(i / bar->columns) * (bar->tile.h + bar->gap),
				  bar->tile.w, bar->tile.h};
		if (i % bar->columns == bar->columns - 1 && filled)
			at.w = r.x + r.w - at.x;
		if (i == 0 && bar->back && !bar->ruled)
			at.x = r.x;
		draw_tile(ui, at, bar, &bar->c[i]);
	}
	ui->group = 0;
}
