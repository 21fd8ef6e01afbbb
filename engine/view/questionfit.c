#include "questionfit.h"

#include <limits.h>
#include <math.h>

#include "buzz.h"
#include "clock.h"
#include "fitkept.h"
#include "picture.h"

static const char *how_many(const struct asked *a)
{
	if (a->need > 1)
		return "More than one is right: choose them all";
	return game_enough(a) ? "More than one is right: one is enough" : "";
}

static const char *notes_of(const struct app *app, struct ui *ui)
{
	const struct asked *a = game_asked(&app->game);
	const char *notes = how_many(a);

	if (!(a->used >> LIFELINE_HINT & 1))
		return notes;
	return frame_printf(ui->f, *notes ? "%s\nHint: %s" : "%sHint: %s", notes,
			    text_in(&game_question(&app->game)->hint, app_language(app)));
}

struct parts questionfit_parts(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;

	struct parts p = {.ask = text_in(&game_question(g)->ask, app_language(app)),
			  .notes = notes_of(app, ui),
			  .picture = picture_of(app, g->at),
			  .choices = choices_of(app, g->at),
			  .sound = listen_of(app, ui),
			  .clock = clock_shown(app)};
	struct asking asking = questionfit_asking(&p);
	p.said = fitkept_said(&asking);
	return p;
}

struct asking questionfit_asking(const struct parts *p)
{
	return (struct asking){p->ask,          p->notes, &p->choices, &p->sound,
			       p->picture.path, p->low,   p->said};
}

/*
 * What stands below the choices gives way to them: its text goes back to what it was, the bar takes
 * a row of its own, then gives up its words, at last the lifelines are rows of the pause.
 */
static const struct footing {
	float text; /* has grown this far, at most */
	bool below, bare, folded;
	int cost; /* in steps of the question: as many are borne instead */
} footings[] = {
	{.text = 2},
	{.text = 1.5f, .cost = 2},
	{.text = 1.25f, .cost = 4},
	{.text = 1, .cost = 7},
	{.text = 2, .below = true, .cost = 2},
	{.text = 1.5f, .below = true, .cost = 4},
	{.text = 1.25f, .below = true, .cost = 6},
	{.text = 1, .below = true, .cost = 8},
	{.text = 1, .bare = true, .cost = 12},
	{.text = 1, .below = true, .bare = true, .cost = 13},
	{.text = 1, .bare = true, .folded = true, .cost = 20},
	{.text = 1, .below = true, .bare = true, .folded = true, .cost = 21},
};

enum { FOOTINGS = sizeof footings / sizeof footings[0] };

/* False: there is no such footing, or it is like the one before. */
static bool measure_foot(const struct app *app, struct ui *ui, struct parts *p, float width,
			 const struct footing *how)
{
	bool barred = accessbar_is(app, ui);
	float text = ui->text, room = width;

	if ((how->below || how->bare ? !barred : barred && ui->portrait) ||
	    (how->text >= text && how->text < 2 && !how->bare))
		return false;
	ui->text = p->foot_text = fminf(text, how->text);
	p->bar = (how->below ? accessbar_below : accessbar_beside)(app, ui, width, how->bare);
	p->beside = barred && !how->below;
	p->folded = how->folded;
	if (p->beside)
		room -= p->bar.w + ui_px(ui, 2);
	p->footer = footer_fit(app, ui, room, p->picture.path, how->folded);
	p->foot = p->footer.n == 0 && barred ? 0 : p->footer.height;
	p->foot = p->beside ? fmaxf(p->foot, p->bar.h) : p->foot + p->bar.room;
	ui->text = text;
	return !p->beside || (p->footer.rows <= 1 && p->footer.width <= room);
}

/* The whole page around it. */
static struct fit measure_page(const struct app *app, struct ui *ui, struct parts *p,
			       struct rect page)
{
	bool halved = p->picture.path && ui->w >= 1.2f * ui->h; /* at least, beside a picture */
	float grown = ui->text;

	ui->text = p->page_text;
	float buzz = buzz_height(app, ui, halved ? page.w / 2 : page.w);
	ui->text = grown;
	p->body = page;
	if (!attract_plays(app)) {
		float air = ui->tiny ? 0 : ui_px(ui, ui->compact ? 1.9f : ui->reach ? 2.4f : 3.6f);
		if (p->footer.n > 0)
			air = fmaxf(air, ui_px(ui, 1.4f));
		p->body.h -= p->foot + air;
	}
	p->low = ui->reach ? fmaxf(1, ui_low(ui, p->body).h) : 0;
	struct asking asking = questionfit_asking(p);
	return fit_question(ui, &asking, page.w, p->body.h - p->row - p->below_row - buzz);
}

static struct fit measure(const struct app *app, struct ui *ui, struct parts *p)
{
	struct fit best = {0};
	struct parts found = *p;
	float grown = ui->text;
	int least = INT_MAX;

	ui->text = p->page_text;
	struct rect page = play_room(ui);
	if (p->clock) {
		p->row = ui->tiny && !buzz_game(app) ? ui_px(ui, 1.9f)
						     : ui_font(ui, clock_style(ui));
		p->below_row = ui_px(ui, ui->tiny ? 1.2f : ui->compact ? 1.5f : 2.4f);
	}
	ui->text = grown;
	if (attract_plays(app))
		return measure_page(app, ui, p, page);
	for (int i = 0; i < FOOTINGS; i++) {
		if (footings[i].cost >= least || !measure_foot(app, ui, p, page.w, &footings[i]))
			continue;
		struct fit f = measure_page(app, ui, p, page);
		if (f.step + footings[i].cost >= least)
			continue;
		least = f.step + footings[i].cost;
		best = f;
		found = *p;
	}
	*p = found;
	return best;
}

/* The size of what is read. */
static float letters(const struct fit *f)
{
	return f->scrolls ? 0 : f->question.size * f->text + f->cards.style.size * f->cards_text;
}

/* Before letters of the question or its choices go back to what they were, those around them do,
 * where that leaves them larger. */
struct fit questionfit_measure(const struct app *app, struct ui *ui, struct parts *p)
{
	static const float texts[] = {2, 1.5f, 1.25f, 1};
	struct parts found = *p;
	struct fit best = {0};

	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		if (i > 0 && (texts[i] >= ui->text || (texts[i] <= 1 && !ui->compact)))
			continue;
		p->page_text = fminf(ui->text, texts[i]);
		struct fit f = measure(app, ui, p);
		if (i == 0 || letters(&f) > 1.04f * letters(&best)) {
			best = f;
			found = *p;
		}
		if (!best.scrolls && best.text >= ui->text && best.cards_text >= ui->text)
			break;
	}
	*p = found;
	return best;
}
