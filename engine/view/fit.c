#include "fit.h"

#include <math.h>
#include <string.h>

#include "fitkept.h"
#include "writing.h"

/* Steps of 4 %: after EASY every gap is as small as it gets, after STEPS every size is at its
 * floor. On those behind, text that had grown goes back to what it was: choices out of sight are
 * worse. */
enum { EASY = 6, STEPS = 15, MOST = STEPS + 18 };

/* Sizes in u before anything gives way. */
struct sizes {
	float question, question_floor, choice, card, gap, badge;
};

static struct sizes sizes_of(const struct ui *ui, const struct fit *f, int n)
{
	bool beside = f->picture > 0 && f->beside;

	if (ui->tiny)
		return (struct sizes){3.9f, 3.1f, 3.07f, 6.4f, .88f, 4.2f};
	if (ui->compact)
		return (struct sizes){beside ? 4.6f : 5.3f, 4,    3.4f,
				      beside ? 8.4f : 9.2f, 1.4f, 5.2f};
	if (ui->portrait)
		return (struct sizes){7, 3.6f, 4.2f, 12.2f, 1.9f, 6.8f};
	if (beside)
		return (struct sizes){4.4f, 3.6f, 3.7f, 8.9f, 1.4f, 6.8f};
	return (struct sizes){6.6f, 3.6f, 3.7f, n > 4 ? 11.4f : 12.4f, 2, 6.8f};
}

static float question_width(const struct ui *ui, struct style s, float width)
{
	return fminf(width, fminf(136, 34 * s.size) * ui->u * fmaxf(1, ui->text));
}

static void place_picture(struct ui *ui, struct fit *f, float width, float share)
{
	f->beside = ui->w >= 1.2f * ui->h;
	f->apart = ui_px(ui, f->beside ? (ui->compact ? 2.4f : 4) : ui->compact ? 1.6f : 2.8f);
	if (f->beside) {
		f->picture = roundf(fminf(64 * ui->u, width * .445f) * share);
		f->column = width - f->picture - f->apart;
	} else {
		f->picture = roundf(36 * ui->u * share);
	}
}

/* How far the question, with its picture, and the cards have given way. */
struct steps {
	int ask, cards;
};

static float shrunk(int step)
{
	return powf(.96f, (float)(step < STEPS ? step : STEPS));
}

static float text_after(float text, int step)
{
	return step <= STEPS ? text : fmaxf(1, text * powf(.96f, (float)(step - STEPS)));
}

static struct cards fit_cards(struct ui *ui, const struct asking *a, const struct fit *f,
			      int columns, float height, int step)
{
	struct sizes z = sizes_of(ui, f, a->choices->n);
	float ease = fmaxf(0, 1 - (float)step / EASY), shrink = shrunk(step);
	struct style choice = ui_sized(STYLE_CHOICE, fmaxf(2.8f, z.choice * sqrtf(shrink)));
	float gap = z.gap * (.7f + .3f * ease), badge = z.badge * (.75f + .25f * ease);

	if (a->choices->pictured) {
		float least = ui_px(ui, (ui->compact ? 20 : 26) * powf(shrink, 1.5f));
		float most = a->low > 0 ? fminf(a->low, height) : height;
		return cards_grid(ui, a->choices, choice, gap, badge * .8f, f->column, most, least,
				  1e6f);
	}
	float floor = fmaxf(ui->tiny ? 6.4f : 8, ui->finger / ui->u);
	float least = floor + fmaxf(0, z.card - floor) * ease;
	float across = columns == 1 && !ui->portrait && !ui->compact
			       ? fminf(f->column, 100 * ui->u * ui->text)
			       : f->column;
	return cards_measure(ui, a->choices, columns, choice, least, gap, badge, across,
			     step < STEPS / 2);
}

static struct fit try_fit(struct ui *ui, const struct asking *a, int columns, float width,
			  float height, struct steps steps)
{
	int step = steps.ask;
	float grown = ui->text, shrink = shrunk(step), share = powf(shrink, 1.5f);
	struct fit f = {.question = STYLE_QUESTION,
			.column = width,
			.text = text_after(grown, step),
			.cards_text = text_after(grown, steps.cards),
			.step = step > steps.cards ? step : steps.cards};

	ui->text = f.text;
	if (a->picture)
		place_picture(ui, &f, width, share);
	struct sizes z = sizes_of(ui, &f, a->choices->n);
	if (writing_of(a->ask, strlen(a->ask)).line >= 1.4f) /* letters that fill their square */
		z.question *= .9f;
	/* A question may stop growing at 1.5 times before anything else goes back. */
	float smallest = z.question_floor * fminf(ui->text, 1.5f),
	      size = z.question * ui->text * shrink;
	f.question.size = fmaxf(smallest, size) / ui->text;
	f.width = question_width(ui, f.question, f.column);
	f.question = ui_whole(ui, f.question, a->ask, f.width, z.question_floor / ui->text);
	f.least = step >= STEPS || (step > 0 && size <= smallest);
	f.question.line = fminf(1.24f, 1.16f + (6.6f - f.question.size) * .038f);
	if (ui->compact)
		f.question.line = 1.18f;
	f.ask = ui_measure(ui, f.question, a->ask, f.width, TEXT_BALANCED);
	if (*a->notes)
		f.note = ui_measure(ui, STYLE_LABEL, a->notes, f.column, 0).h + ui_px(ui, 1.6f);
	f.listen = listen_height(ui, a->sound, f.column);
	float air = ui->compact ? 2 : step < EASY ? 4 : 2.6f;
	f.height = f.ask.h + f.note + f.listen + ui_px(ui, air);
	if (a->picture && !f.beside)
		f.height += f.picture + f.apart;
	ui->text = f.cards_text;
	f.cards = fit_cards(ui, a, &f, columns, height - f.height, steps.cards);
	f.height += f.cards.height;
	ui->text = grown;
	return f;
}

/* The same, tried once. */
static struct fit fit_at(struct ui *ui, const struct asking *a, int columns, float width,
			 float height, struct steps steps)
{
	struct fit_try try = {columns, steps.ask, steps.cards, width, 0, 0};
	bool known;

	if (a->choices->pictured) { /* they fill what the question leaves */
		try.columns = 0;
		try.height = height;
		try.low = a->low;
	}
	struct fit *kept = fitkept_at(ui, a, &try, &known);
	if (!known)
		*kept = try_fit(ui, a, columns, width, height, steps);
	return *kept;
}

/* One way to lay it out. */
struct way {
	const struct asking *asking;
	int columns;
	float width, height;
	bool whole_words;
};

static bool cards_fit(const struct way *w, const struct fit *f)
{
	return (w->asking->low <= 0 || f->cards.height <= w->asking->low) &&
	       !(w->whole_words && f->cards.breaks);
}

static bool fits(const struct way *w, const struct fit *f)
{
	return cards_fit(w, f) && f->height <= w->height && !(w->whole_words && f->ask.broken);
}

/* The fewest steps on which it fits, or the cards alone do; the most of them where it never does.
 */
static int fewest(struct ui *ui, const struct way *w, struct steps *of, bool ask, bool cards)
{
	int low = 0, high = ui->text > 1 ? MOST : STEPS, middle = 0; /* often it is none */

	for (; low < high; middle = (low + high) / 2) {
		if (ask)
			of->ask = middle;
		if (cards)
			of->cards = middle;
		struct fit f = fit_at(ui, w->asking, w->columns, w->width, w->height, *of);
		if (ask ? fits(w, &f) : cards_fit(w, &f))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

static struct fit fit_way(struct ui *ui, const struct way *w)
{
	struct steps s = {0, 0};

	if (w->asking->low > 0 && !w->asking->picture) { /* each has room of its own */
		s.cards = fewest(ui, w, &s, false, true);
		s.ask = fewest(ui, w, &s, true, false);
	} else {
		s.ask = s.cards = fewest(ui, w, &s, true, true);
	}
	struct fit f = fit_at(ui, w->asking, w->columns, w->width, w->height, s);
	f.scrolls = !fits(w, &f);
	return f;
}

struct fit fit_question(struct ui *ui, const struct asking *a, float width, float height)
{
	struct fit best = fit_at(ui, a, 1, width, height, (struct steps){0, 0});
	int n = a->choices->n;
	bool narrow = ui->portrait || ui->tiny || best.column < 80 * ui->u;
	int usual = n <= 3 || narrow ? 1 : 2, columns[] = {usual, 3 - usual, 3};
	int ways = n <= 3 ? 1 : n > 4 && !narrow ? 3 : 2;

	best.scrolls = true;
	for (int broken = 0; broken < 2 && best.scrolls; broken++) { /* words, as the last resort */
		for (int k = 0; k < ways; k++) {
			struct way w = {a, columns[k], width, height, broken == 0};
			struct fit f = fit_way(ui, &w);
			if (!f.scrolls && (best.scrolls || f.step < best.step))
				best = f;
			if (!best.scrolls && best.step <= STEPS)
				break;
		}
	}
	if (!best.scrolls)
		return best;
	struct steps all = {STEPS, STEPS};
	struct fit one = fit_at(ui, a, 1, width, height, all),
		   two = fit_at(ui, a, 2, width, height, all);
	best = n > 3 && !narrow && two.cards.height < one.cards.height ? two : one;
	best.scrolls = true;
	best.step = 3 * MOST;
	return best;
}

struct fit fit_page(struct ui *ui, const struct asking *a, int columns, float width, float high)
{
	struct asking words = *a;
	struct steps s = {STEPS, STEPS};
	struct fit f;

	words.picture = false; /* it lies at the top of the page, as wide as that */
	do {                   /* choices are to be seen below the question */
		f = fit_at(ui, &words, columns, width, high, s);
		s.ask = ++s.cards;
	} while (f.ask.h + f.note + f.listen > .6f * high && f.text > 1);
	if (a->picture) {
		f.picture = roundf(fminf(36 * ui->u, high * .6f));
		f.apart = ui_px(ui, 2);
	}
	return f;
}
