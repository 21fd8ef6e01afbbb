#include "answers.h"

#include <math.h>
#include <string.h>

#include "motion.h"
#include "writing.h"

enum { ROW_DELAY_MS = 40, ROW_MS = 200 };

int answers_count(const struct game *g)
{
	int n = 0;

	while (n < g->deck.n && g->asked[n].outcome != OUTCOME_NONE)
		n++;
	return n;
}

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

static void answer_line(const struct app *app, struct ui *ui, int at, float x, float y, float room)
{
	const struct asked *a = &app->game.asked[at];
	const struct theme *t = ui->t;
	const char *right = choices(app, ui, at, a->right);
	float end = x + room;

	if (a->outcome == OUTCOME_RIGHT) {
		ui_cut(ui, STYLE_STRONG, x, y, room, t->ok, choices(app, ui, at, a->chosen));
		return;
	}
	float words = ui_width(ui, STYLE_LABEL, "You said It was ") + ui_px(ui, 4);
	if (ui->compact || words > room * .5f) {
		ui_cut(ui, STYLE_STRONG, x, y, room, t->text, right);
		return;
	}
	if (a->outcome == OUTCOME_LATE) {
		x += ui_line(ui, STYLE_STRONG, x, y, TEXT_START, t->bad, "Time was up");
	} else {
		const char *said = choices(app, ui, at, a->chosen);
		x += ui_line(ui, STYLE_LABEL, x, y, TEXT_START, t->text2, "You said ");
		x += ui_cut(ui, STYLE_STRONG, x, y, room * .4f, t->bad, said);
	}
	x += ui_px(ui, 1.1f);
	x += ui_line(ui, STYLE_LABEL, x, y, TEXT_START, t->text3, "·") + ui_px(ui, 1.1f);
	x += ui_line(ui, STYLE_LABEL, x, y, TEXT_START, t->text2, "It was ");
	ui_cut(ui, STYLE_STRONG, x, y, end - x, t->text, right);
}

/* What a row measures; the one with the focus is as high as its whole question. */
struct row_size {
	const char *ask;
	struct style style;
	struct block block; /* the question */
	float pad, disc, gap, number, room, line, high;
};

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
	r.room = width - 2 * r.pad - r.disc - r.gap - r.number;
	r.line = ui_font(ui, STYLE_LABEL) * fmaxf(1.3f, tall);
	r.block = (struct block){.h = ui_font(ui, r.style) * fmaxf(r.style.line, tall), .n = 1};
	if (ui_look(ui, (struct action){VERB_REVIEW, at}) == LOOK_FOCUS)
		r.block = ui_measure(ui, r.style, r.ask, r.room, 0);
	float least = fmaxf(ui_px(ui, 8.35f), roundf(ui_font(ui, STYLE_LABEL) * 3));
	r.high = roundf(fmaxf(least, r.block.h + r.line + ui_px(ui, 1.4f)));
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
	ui_box(ui, r, 1.5f,
	       ui_tint(feel, (colour[]){t->surface, t->focusfill, t->focusfill, t->focusfill}),
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
	float top = r.y + roundf((r.h - m->block.h - m->line) / 2);
	if (focus)
		ui_text(ui, m->style, (struct rect){x, top, m->room, m->block.h}, 0, t->text,
			m->ask);
	else
		ui_cut(ui, m->style, x, top + m->block.h / 2, m->room, t->text, m->ask);
	answer_line(app, ui, at, x, top + m->block.h + m->line / 2, m->room);
}

void answers_draw(const struct app *app, struct ui *ui, struct rect view, float head)
{
	int n = answers_count(&app->game), seen = 0;
	float gap = ui_px(ui, .8f), pad = ui_px(ui, .7f), y = view.y + pad - ui->scroll_at + head;

	ui->group = 1;
	for (int i = 0; i < n; i++) {
		struct row_size m = row_size(app, ui, i, view.w - 2 * pad);
		struct rect r = {view.x + pad, y, view.w - 2 * pad, m.high};

		y += m.high + gap;
		/* rows far out of sight are left out, but those where focus may go next */
		bool near = r.y < view.y + view.h + 3 * m.high && y > view.y - 3 * m.high;
		if (!near && i > 0 && i < n - 1 &&
		    !ui_is(ui->focus, (struct action){VERB_REVIEW, i}))
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
