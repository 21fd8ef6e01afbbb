#include "fit.h"

#include <math.h>
#include <string.h>

#include "writing.h"

enum { STEPS = 15 }; /* of 4 %: then every size is at its floor */

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

static struct fit fit_at(struct ui *ui, const struct asking *a, int columns, float width,
			 float height, int step)
{
	float shrink = powf(.96f, (float)step), share = powf(.96f, 1.5f * (float)step);
	struct fit f = {.question = STYLE_QUESTION, .column = width};

	if (a->picture)
		place_picture(ui, &f, width, share);
	struct sizes z = sizes_of(ui, &f, a->choices->n);
	if (writing_of(a->ask, strlen(a->ask)).line >= 1.4f) /* letters that fill their square */
		z.question *= .9f;
	/* A question may stop growing at 1.5 times before its page has to scroll. */
	float smallest = z.question_floor * fminf(ui->text, 1.5f),
	      size = z.question * ui->text * shrink;
	f.question.size = fmaxf(smallest, size) / ui->text;
	f.least = step == STEPS || (step > 0 && size <= smallest);
	f.question.line = fminf(1.24f, 1.16f + (6.6f - f.question.size) * .038f);
	if (ui->compact)
		f.question.line = 1.18f;
	f.width = question_width(ui, f.question, f.column);
	f.ask = ui_measure(ui, f.question, a->ask, f.width, TEXT_BALANCED);
	if (*a->notes)
		f.note = ui_measure(ui, STYLE_LABEL, a->notes, f.column, 0).h + ui_px(ui, 1.6f);
	f.listen = listen_height(ui, a->sound, f.column);
	f.height = f.ask.h + f.note + f.listen + ui_px(ui, ui->compact ? 2 : 4);
	if (a->picture && !f.beside)
		f.height += f.picture + f.apart;
	struct style choice = ui_sized(STYLE_CHOICE, fmaxf(2.8f, z.choice * sqrtf(shrink)));
	if (a->choices->pictured) {
		float least = ui_px(ui, (ui->compact ? 20 : 26) * share);
		f.cards = cards_grid(ui, a->choices, choice, z.gap, z.badge * .8f, f.column,
				     a->low > 0 ? fminf(a->low, height - f.height)
						: height - f.height,
				     least, 1e6f);
	} else {
		float least = fmaxf(z.card * (1 - .15f * (1 - shrink)), ui->tiny ? 6.4f : 8.4f);
		least = fmaxf(least, ui->finger / ui->u);
		if (a->low > 0) { /* cards give way first: above them there is room enough */
			float rows = ceilf((float)a->choices->n / (float)columns);
			float high = (a->low - (rows - 1) * ui_gap(ui, z.gap)) / rows;
			least = fmaxf(fmaxf(8.4f, ui->finger / ui->u), fminf(least, high / ui->u));
		}
		float across = columns == 1 && !ui->portrait && !ui->compact
				       ? fminf(f.column, 100 * ui->u * ui->text)
				       : f.column;
		f.cards = cards_measure(ui, a->choices, columns, choice, least, z.gap, z.badge,
					across, step < STEPS / 2);
	}
	f.height += f.cards.height;
	return f;
}

static bool fits(const struct asking *a, const struct fit *f, float height, bool whole_words)
{
	return f->height <= height && (a->low <= 0 || f->cards.height <= a->low) &&
	       !(whole_words && (f->cards.breaks || f->ask.broken));
}

struct fit fit_question(struct ui *ui, const struct asking *a, float width, float height)
{
	struct fit widest = fit_at(ui, a, 1, width, height, 0);
	int n = a->choices->n;
	bool narrow = ui->portrait || ui->tiny || widest.column < 80 * ui->u;
	int columns = n <= 3 || narrow ? 1 : 2;

	for (int attempt = 0; attempt < 4; attempt++) { /* words are broken as the last resort */
		bool whole_words = attempt < 2;
		int low = 0, high = STEPS;
		struct fit f = fit_at(ui, a, columns, width, height, STEPS);
		if (fits(a, &f, height, whole_words)) {
			while (low < high) { /* the smallest shrink that fits */
				int middle = (low + high) / 2;
				f = fit_at(ui, a, columns, width, height, middle);
				if (fits(a, &f, height, whole_words))
					high = middle;
				else
					low = middle + 1;
			}
			return fit_at(ui, a, columns, width, height, low);
		}
		if (n > 3)
			columns = 3 - columns;
	}
	struct fit one = fit_at(ui, a, 1, width, height, STEPS),
		   two = fit_at(ui, a, 2, width, height, STEPS);
	struct fit best = n > 3 && !narrow && two.cards.height < one.cards.height ? two : one;
	best.scrolls = true;
	return best;
}

struct fit fit_page(struct ui *ui, const struct asking *a, int columns, float width, float high)
{
	struct asking words = *a;

	words.picture = false; /* it lies at the top of the page, as wide as that */
	struct fit f = fit_at(ui, &words, columns, width, high, STEPS);
	if (a->picture) {
		f.picture = roundf(fminf(36 * ui->u, high * .6f));
		f.apart = ui_px(ui, 2);
	}
	return f;
}
