#include "answers.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "motion.h"
#include "token.h"
#include "writing.h"

enum { ROW_DELAY_MS = 40, ROW_MS = 200 };

/* The texts chosen, or the right ones, of one answer, joined. */
static const char *choices(const struct app *app, struct ui *ui, int at, uint32_t set)
{
	const struct game *g = &app->game;
	const struct question *q = &g->deck.item[at].pack->questions[g->deck.item[at].question];
	const char *all = NULL;

	for (int i = 0; i < g->asked[at].nshown; i++) {
		if (!(set >> i & 1))
			continue;
		const char *s = choice_words(app, &q->choices[g->asked[at].shown[i]]);
		all = all ? frame_printf(ui->f, "%s, %s", all, s) : s;
	}
	return all ? all : "";
}

/* A half of what a row says of an answer: words, and what stands before them. */
struct part {
	const char *label, *words; /* label NULL: none */
	colour ink;
};

static int answer_parts(const struct app *app, struct ui *ui, int at, struct part out[2])
{
	const struct asked *a = &app->game.asked[at];
	const struct theme *t = ui->t;

	if (a->outcome == OUTCOME_RIGHT) {
		out[0] = (struct part){NULL, choices(app, ui, at, a->chosen), t->ok};
		return 1;
	}
	out[0] = a->outcome == OUTCOME_LATE
			 ? (struct part){NULL, a->player < 0 ? "Nobody answered" : "Time was up",
					 t->bad}
			 : (struct part){app->game.nplayers > 1 ? "Said" : "You said",
					 choices(app, ui, at, a->chosen), t->bad};
	out[1] = (struct part){"It was", choices(app, ui, at, a->right), t->text};
	return 2;
}

/* The label with the gap behind it. */
static float label_width(struct ui *ui, const struct part *p)
{
	return p->label ? ui_width(ui, STYLE_LABEL, p->label) + ui_px(ui, .7f) : 0;
}

static float part_width(struct ui *ui, const struct part *p)
{
	return label_width(ui, p) + ui_width(ui, STYLE_STRONG, p->words);
}

/* Between two halves in one line: a dot with air around it. */
static float dot_width(struct ui *ui)
{
	return ui_width(ui, STYLE_LABEL, "·") + 2 * ui_px(ui, 1.1f);
}

/* What a row measures. */
struct row_size {
	const char *ask;
	struct style style;
	struct block block; /* the question */
	struct part parts[2];
	int nparts;
	bool apart;  /* each half of the answer on lines of its own */
	float token; /* of whose answer it is, with the gap before it */
	float pad, disc, gap, number, room, line, answer, high;
};

/* Where the words of a half begin that stands on lines of its own: those of both in one column. */
static float words_at(struct ui *ui, const struct row_size *r, int i)
{
	float first = label_width(ui, &r->parts[0]),
	      last = label_width(ui, &r->parts[r->nparts - 1]);

	return r->parts[i].label ? fmaxf(first, last) : 0;
}

static float part_height(struct ui *ui, const struct row_size *r, int i)
{
	const struct part *p = &r->parts[i];

	return fmaxf(r->line,
		     ui_measure(ui, STYLE_STRONG, p->words, r->room - words_at(ui, r, i), 0).h);
}

/* One line where both halves fit; else one below the other. */
static void measure_answer(struct ui *ui, struct row_size *r)
{
	float wide = (float)(r->nparts - 1) * dot_width(ui);

	for (int i = 0; i < r->nparts; i++)
		wide += part_width(ui, &r->parts[i]);
	r->apart = wide > r->room;
	r->answer = r->line;
	if (!r->apart)
		return;
	r->answer = 0;
	for (int i = 0; i < r->nparts; i++)
		r->answer += part_height(ui, r, i);
}

static void answer_line(struct ui *ui, const struct row_size *m, float x, float y)
{
	for (int i = 0; i < m->nparts; i++) {
		const struct part *p = &m->parts[i];
		if (i > 0)
			ui_line(ui, STYLE_LABEL, x - dot_width(ui) + ui_px(ui, 1.1f), y, TEXT_START,
				ui->t->text3, "·");
		if (p->label)
			ui_line(ui, STYLE_LABEL, x, y, TEXT_START, ui->t->text2, p->label);
		ui_line(ui, STYLE_STRONG, x + label_width(ui, p), y, TEXT_START, p->ink, p->words);
		x += part_width(ui, p) + dot_width(ui);
	}
}

/* The halves one below the other, their words in a column of their own. */
static void answer_lines(struct ui *ui, const struct row_size *m, float x, float y)
{
	for (int i = 0; i < m->nparts; i++) {
		const struct part *p = &m->parts[i];
		float label = words_at(ui, m, i), high = part_height(ui, m, i);
		if (p->label)
			ui_line(ui, STYLE_LABEL, x, y + m->line / 2, TEXT_START, ui->t->text2,
				p->label);
		ui_text(ui, STYLE_STRONG, (struct rect){x + label, y, m->room - label, high},
			TEXT_MIDDLE, p->ink, p->words);
		y += high;
	}
}

static struct row_size row_size(const struct app *app, struct ui *ui, int at, float width)
{
	const struct deck *d = &app->game.deck;
	const struct question *q = &d->item[at].pack->questions[d->item[at].question];
	struct row_size r = {
		.ask = text_in(&q->ask, app_language(app)),
		.style = {FACE_MEDIUM, 2.75f, 1.25f, 0},
		.pad = ui_px(ui, ui->compact ? 1.2f : 2.2f),
		.disc = ui_scaled(ui, 5),
		.gap = ui_px(ui, ui->compact ? 1.2f : 2),
	};
	float tall = writing_of(r.ask, strlen(r.ask)).line;

	r.number = ui->compact ? 0 : ui_px(ui, 3 * ui->text) + r.gap;
	r.token = app->game.nplayers > 1 ? ui_scaled(ui, 3.4f) + r.gap : 0;
	r.room = width - 2 * r.pad - r.disc - r.gap - r.number - r.token;
	r.line = ui_font(ui, STYLE_LABEL) * fmaxf(1.3f, tall);
	r.block = ui_measure(ui, r.style, r.ask, r.room, TEXT_BALANCED);
	r.nparts = answer_parts(app, ui, at, r.parts);
	measure_answer(ui, &r);
	float least = fmaxf(ui_finger(ui, 8.35f), roundf(ui_font(ui, STYLE_LABEL) * 3));
	float air = ui_px(ui, r.block.n > 1 || r.apart ? 2.4f : 1.4f);
	r.high = roundf(fmaxf(least, r.block.h + r.answer + air));
	return r;
}

static void draw_row(const struct app *app, struct ui *ui, int at, const struct row_size *m,
		     struct rect r)
{
	const struct theme *t = ui->t;
	enum outcome outcome = app->game.asked[at].outcome;
	struct action a = {VERB_REVIEW, at};
	struct feel feel = ui_feel(ui, a);
	bool right = outcome == OUTCOME_RIGHT, focus = feel.to == LOOK_FOCUS;

	bool first = at == 0 && ui->focus.verb != VERB_REVIEW;
	bool beside = first && ui->focus.verb == VERB_HOME;
	ui_spot(ui, r, m->ask, a, SPOT_PLAIN, first ? KEY_DOWN : 0,
		!beside   ? 0
		: ui->rtl ? KEY_LEFT
			  : KEY_RIGHT);
	r.y += feel.down;
	if (focus)
		ui_ring(ui, r, 1.5f, 0);
	if (visit_rests(app))
		ui_box(ui, r, 1.5f, 0, t->hair, .16f)->dashed = true;
	else
		ui_box(ui, r, 1.5f,
		       ui_tint(feel,
			       (colour[]){t->surface, t->focusfill, t->focusfill, t->focusfill}),
		       ui_tint(feel, (colour[]){t->hair, t->text3, t->text3, t->focus}),
		       feel.to == LOOK_PRESSED ? .4f : .16f);
	float x = r.x + m->pad, middle = r.y + r.h / 2;
	ui_disc(ui, x + m->disc / 2, middle, m->disc,
		right                     ? ICON_CHECK
		: outcome == OUTCOME_LATE ? ICON_CLOCK
					  : ICON_CROSS,
		right ? t->ok : t->badfill, right ? t->onok : t->bad, !right);
	x += m->disc + m->gap + m->number;
	if (m->number > 0)
		ui_line(ui, ui_sized(STYLE_NUMERAL, 3.4f), x - m->gap, middle, TEXT_END, t->text3,
			frame_printf(ui->f, "%d", at + 1));
	if (m->token > 0 && app->game.asked[at].player >= 0)
		token_draw(ui, app->game.asked[at].player, x + m->room + (m->token + m->gap) / 2,
			   middle, m->token - m->gap);
	float top = r.y + roundf((r.h - m->block.h - m->answer) / 2);
	ui_text(ui, m->style, (struct rect){x, top, m->room, m->block.h}, TEXT_BALANCED, t->text,
		m->ask);
	if (m->apart)
		answer_lines(ui, m, x, top + m->block.h);
	else
		answer_line(ui, m, x, top + m->block.h + m->line / 2);
}

float answers_air(struct ui *ui)
{
	return ui_px(ui, .7f);
}

void answers_draw(const struct app *app, struct ui *ui, struct rect view, float head)
{
	int n = game_answers(&app->game), seen = 0;
	float gap = ui_gap(ui, .8f), pad = answers_air(ui), y = view.y + pad - ui->scroll_at + head;

	ui->group = 1;
	for (int i = 0; i < n; i++) {
		struct row_size m = row_size(app, ui, i, view.w - 2 * pad);
		struct rect r = {view.x + pad, y, view.w - 2 * pad, m.high};

		y += m.high + gap;
		/* rows far out of sight are left out, but those where focus may go next */
		bool near = r.y < view.y + view.h + 3 * m.high && y > view.y - 3 * m.high;
		bool next = ui->focus.verb == VERB_REVIEW && abs(ui->focus.arg - i) <= 1;
		if (!near && !next && i > 0 && i < n - 1)
			continue;
		struct mark mark = motion_mark(ui);
		draw_row(app, ui, i, &m, r);
		if (app->tallied)
			continue;
		int delay = ROW_DELAY_MS * seen++;
		float there = ease_out(motion_move(ui, app->since, delay, ROW_MS));
		motion_shift(ui, mark, 0, ui_px(ui, 2) * (1 - there),
			     ease_out(motion_fade(ui, app->since, delay, ROW_MS)));
	}
	ui->group = 0;
	ui_scroll_end(ui, y - gap + pad - (view.y - ui->scroll_at));
}
