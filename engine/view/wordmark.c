#include "wordmark.h"

#include <math.h>
#include <string.h>

#define WORD "STAIRWELL"

void wordmark_draw(struct ui *ui, float x, float y, float size)
{
	const char *word = WORD;
	struct style s = {FACE_DISPLAY, size, 1, 0};
	float px = roundf(size * ui->u), rise = px * .0674f, track = .018f * px;
	int n = (int)strlen(word);
	float base = y + .7f * px + rise * (float)(n - 1);

	ui_ltr_begin(ui);
	struct item *stair =
		frame_add(ui->f, ITEM_TUBE, (struct rect){x, y, ui->stage.w, base - y + px * .12f});

	stair->width = fmaxf(1, px * .02f);
	stair->fill = ui->t->brand;
	stair->core = ui->t->glow ? .7f : 0;
	stair->glow = ui->t->glow ? 1 : 0;
	stair->spread = 15;
	s.size = px / ui->u / ui->text;
	float start = x;
	for (int i = 0; i < n; i++) {
		const char letter[2] = {word[i], '\0'};
		float w = wrap_width(ui->wrap, s.face, px, 0, letter, 1) + track,
		      foot = base - (float)i * rise;
		float step = foot + px * .055f + stair->width;
		float extra = i == 0 ? px * .05f : track * .5f;

		frame_point(ui->f, stair, x - extra, step);
		frame_point(ui->f, stair, x + w + (i == n - 1 ? px * .05f : 0) - track * .5f, step);
		/* the painter sets the foot of a capital .335 em below the middle of its line */
		ui_line(ui, s, roundf(x), foot - .335f * px, TEXT_START, ui->t->text, letter);
		x += w;
	}
	ui_ltr_end(ui, start, x);
}

float wordmark_width(struct ui *ui, float size)
{
	float px = roundf(size * ui->u);

	return wrap_width(ui->wrap, FACE_DISPLAY, px, 0, WORD, strlen(WORD)) + 9 * .018f * px;
}
