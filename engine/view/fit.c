#include "fit.h"

#include <math.h>

enum { STEPS = 15 }; /* of 4 %: then every size is at its floor */

static float question_width(const struct ui *ui, struct style s, float width)
{
	return fminf(width, fminf(136, 34 * s.size) * ui->u * fmaxf(1, ui->text));
}

static struct fit fit_at(struct ui *ui, const char *ask, const char *const *texts, int n,
			 int columns, float width, int step)
{
	float q = ui->tiny ? 3.9f : ui->compact ? 5.3f : ui->portrait ? 7 : 6.6f;
	float floor_q = ui->tiny ? 3.1f : ui->compact ? 4 : 3.6f;
	float c = ui->tiny ? 3.07f : ui->compact ? 3.4f : ui->portrait ? 4.2f : 3.7f;
	float least = ui->tiny       ? 6.4f
		      : ui->compact  ? 9.2f
		      : ui->portrait ? 12.2f
		      : n > 4        ? 11.4f
				     : 12.4f;
	float gap = ui->tiny ? .88f : ui->compact ? 1.4f : ui->portrait ? 1.9f : 2;
	float shrink = powf(.96f, (float)step);
	struct fit f = {.question = STYLE_QUESTION};

	/* A question may stop growing at 1.5 times before its page has to scroll. */
	f.question.size = fmaxf(floor_q * fminf(ui->text, 1.5f), q * ui->text * shrink) / ui->text;
	f.question.line = fminf(1.24f, 1.16f + (6.6f - f.question.size) * .038f);
	if (ui->compact)
		f.question.line = 1.18f;
	struct style choice = ui_sized(STYLE_CHOICE, fmaxf(2.8f, c * sqrtf(shrink)));
	least = fmaxf(least * (1 - .15f * (1 - shrink)), ui->tiny ? 6.4f : 8.4f);
	float across = columns == 1 && !ui->portrait && !ui->compact
			       ? fminf(width, 100 * ui->u * ui->text)
			       : width;
	f.cards = cards_measure(ui, texts, NULL, n, columns, choice, least, gap,
				ui->tiny      ? 4.2f
				: ui->compact ? 5.2f
					      : 6.8f,
				across);
	f.width = question_width(ui, f.question, width);
	f.ask = ui_measure(ui, f.question, ask, f.width, TEXT_BALANCED);
	return f;
}

struct fit fit_question(struct ui *ui, const char *ask, const char *const *texts, int n,
			float width, float height)
{
	bool narrow = ui->portrait || ui->tiny || width < 80 * ui->u;
	int columns = n <= 3 || narrow ? 1 : 2;
	float air = ui_px(ui, ui->compact ? 2 : 4);

	for (int other = 0; other < 2; other++) {
		int low = 0, high = STEPS;
		struct fit f = fit_at(ui, ask, texts, n, columns, width, STEPS);
		if (f.ask.h + f.cards.height + air <= height) {
			while (low < high) { /* the smallest shrink that fits */
				int middle = (low + high) / 2;
				f = fit_at(ui, ask, texts, n, columns, width, middle);
				if (f.ask.h + f.cards.height + air <= height)
					high = middle;
				else
					low = middle + 1;
			}
			return fit_at(ui, ask, texts, n, columns, width, low);
		}
		if (n > 3 && !other)
			columns = 3 - columns;
	}
	struct fit one = fit_at(ui, ask, texts, n, 1, width, STEPS),
		   two = fit_at(ui, ask, texts, n, 2, width, STEPS);
	struct fit best = n > 3 && !narrow && two.cards.height < one.cards.height ? two : one;
	best.scrolls = true;
	return best;
}

struct fit fit_page(struct ui *ui, const char *ask, const char *const *texts, int n, int columns,
		    float width)
{
	return fit_at(ui, ask, texts, n, columns, width, STEPS);
}
