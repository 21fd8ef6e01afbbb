#include "answers.h"

#include <math.h>
#include <string.h>

#include "motion.h"

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

static float row_least(const struct ui *ui)
{
	return fmaxf(ui_px(ui, 8.35f), roundf(ui_font(ui, STYLE_LABEL) * 3));
}

/* A row; the one with the focus is as high as its whole question. Returns its height. */
static float draw_row(const struct app *app, struct ui *ui, int at, float x, float y, float width)
{
	const struct game *g = &app->game;
	const struct theme *t = ui->t;
	const struct question *q = &g->deck.item[at].pack->questions[g->deck.item[at].question];
	const char *ask = text_in(&q->ask, app_language(app));
	struct action a = {VERB_REVIEW, at};
	struct feel feel = ui_feel(ui, a);
	bool right = g->asked[at].outcome == OUTCOME_RIGHT;
	struct style s = {FACE_MEDIUM, 2.75f, 1.25f, 0};
	float disc = ui_px(ui, 5), pad = ui_px(ui, ui->compact ? 1.2f : 2.2f),
	      gap = ui_px(ui, ui->compact ? 1.2f : 2);
	float number = ui->compact ? 0 : ui_px(ui, 3 * ui->text) + gap,
	      text_x = x + pad + disc + gap + number;
	float room = x + width - pad - text_x, least = row_least(ui),
	      line = ui_font(ui, STYLE_LABEL) * 1.3f;
	struct block b = {.h = ui_font(ui, s) * s.line, .n = 1};

	if (feel.to == LOOK_FOCUS)
		b = ui_measure(ui, s, ask, room, 0);
	float high = fmaxf(least, b.h + line + ui_px(ui, 1.4f));
	struct rect r = {x, y, width, high};
	ui_spot(ui, r, ask, a, SPOT_PLAIN, 0, 0);
	y = r.y += feel.down;
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.5f, 0);
	ui_box(ui, r, 1.5f,
	       ui_tint(feel, (colour[]){t->surface, t->focusfill, t->focusfill, t->focusfill}),
	       ui_tint(feel, (colour[]){t->hair, t->text3, t->text3, t->focus}),
	       feel.to == LOOK_PRESSED ? .4f : .16f);
	ui_disc(ui, x + pad + disc / 2, y + high / 2, disc,
		right                                  ? ICON_CHECK
		: g->asked[at].outcome == OUTCOME_LATE ? ICON_CLOCK
						       : ICON_CROSS,
		right ? t->ok : t->badfill, right ? t->onok : t->bad, !right);
	if (number > 0)
		ui_line(ui, ui_sized(STYLE_NUMERAL, 3.4f), text_x - gap, y + high / 2, TEXT_END,
			t->text3, frame_printf(ui->f, "%d", at + 1));
	float top = y + roundf((high - b.h - line) / 2);
	if (feel.to == LOOK_FOCUS)
		ui_text(ui, s, (struct rect){text_x, top, room, b.h}, 0, t->text, ask);
	else
		ui_cut(ui, s, text_x, top + b.h / 2, room, t->text, ask);
	answer_line(app, ui, at, text_x, top + b.h + line / 2, room);
	return high;
}

void answers_draw(const struct app *app, struct ui *ui, struct rect view, float head)
{
	int n = answers_count(&app->game), seen = 0;
	float gap = ui_px(ui, .8f), pad = ui_px(ui, .7f), y = view.y + pad - ui->scroll_at + head;

	ui->group = 1;
	for (int i = 0; i < n; i++) {
		bool near =
			ui_is(ui->focus, (struct action){VERB_REVIEW, i}) ||
			(y > view.y - 3 * row_least(ui) && y < view.y + view.h + 3 * row_least(ui));
		if (!near) {
			y += row_least(ui) + gap;
			continue;
		}
		struct mark mark = motion_mark(ui);
		y += draw_row(app, ui, i, view.x + pad, y, view.w - 2 * pad) + gap;
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
