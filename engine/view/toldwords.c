/* What the reveal tells, in words. */
#include <stdio.h>

#include "picture.h"
#include "token.h"
#include "told.h"

int told_index(const struct app *app)
{
	return app->review >= 0 ? app->review : app->game.at;
}

static const char *sources(const struct app *app, struct ui *ui, const struct question *q)
{
	const char *all = NULL;
	char more[32];
	int n = 0;

	for (const struct lines *l = q->source; l; l = l->next, n++) {
		const char *s = text_in(&l->text, app_language(app));
		if (n == 0) {
			all = frame_printf(ui->f, "Source: %s", s);
			if (!*all)
				return NULL;
		} else if (n < PACK_SOURCES) {
			frame_more(ui->f, "; ");
			frame_more(ui->f, s);
		}
	}
	snprintf(more, sizeof more, "; and %d more", n - PACK_SOURCES);
	if (n > PACK_SOURCES)
		frame_more(ui->f, more);
	return all;
}

static const char *player_name(const struct app *app, struct ui *ui, int player)
{
	return token_name(ui, app->game.options.seats, player);
}

/* Who was wrong with this choice before another had the question; NULL: nobody was. */
static const char *tried_by(const struct app *app, struct ui *ui, const struct asked *a, int i)
{
	for (int k = 0; k < a->ntries; k++)
		if (a->tries[k].chosen >> i & 1)
			return player_name(app, ui, a->tries[k].player);
	return NULL;
}

static const char *answer_tag(const struct app *app, struct ui *ui, int player)
{
	return app->game.nplayers > 1 ? player_name(app, ui, player) : "Your answer";
}

/* Of all answers ever given to it, this one too. */
static const char *share_of(const struct app *app, struct ui *ui, int at)
{
	const struct pack *p = app->game.deck.item[at].pack;
	const struct question *q = &p->questions[app->game.deck.item[at].question];
	int share = app->o.past ? known_share(past_find(app->o.past, past_key(p, q))) : -1;

	return share < 0 ? NULL
			 : frame_printf(ui->f, "%d\u00A0%% of players had this right", share);
}

bool told_skipped(const struct asked *a)
{
	return a->outcome == OUTCOME_LATE && (a->limit_ms == 0 || a->took_ms < a->limit_ms);
}

static const char *verdict_of(const struct app *app, struct ui *ui, const struct told *t)
{
	bool late = t->asked->outcome == OUTCOME_LATE;
	const char *name = NULL,
		   *how = t->good ? "Correct"
			  : late  ? (told_skipped(t->asked) ? "Nobody knew" : "Time is up")
				  : (t->cut ? "Cut" : "Not this time");

	if (app->game.nplayers > 1 && t->asked->player >= 0)
		name = player_name(app, ui, t->asked->player);
	if (t->cut && name)
		return frame_printf(ui->f, "%s. %s’s take ends here", how, name);
	if (t->cut)
		return frame_printf(ui->f, "%s. The take ends here", how);
	if (!t->good && app->game.options.mode->returns)
		return frame_printf(ui->f, "%s. It comes back", how);
	return name ? frame_printf(ui->f, "%s, %s", how, name) : how;
}

struct told told_make(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;
	int at = told_index(app);
	const struct question *q = &g->deck.item[at].pack->questions[g->deck.item[at].question];
	struct told t = {.asked = &g->asked[at], .ask = text_in(&q->ask, app_language(app))};

	t.choices = choices_of(app, at);
	t.picture = picture_of(app, at);
	if (t.picture.path)
		t.credit = text_in(&q->credit, app_language(app));
	t.good = t.asked->outcome == OUTCOME_RIGHT;
	t.cut = !t.good && t.asked->player >= 0 && g->options.mode->wrong_ends;
	t.pointless = g->options.mode->pointless;
	for (int i = 0; i < t.asked->nshown; i++) {
		const struct choice *c = &q->choices[t.asked->shown[i]];
		bool right = t.asked->right >> i & 1, mine = t.asked->chosen >> i & 1;
		const char *tried = tried_by(app, ui, t.asked, i);

		t.states[i] = right ? CHOICE_RIGHT : mine || tried ? CHOICE_WRONG : CHOICE_DIM;
		t.choices.tags[i] = mine    ? answer_tag(app, ui, t.asked->player)
				    : right ? (t.good ? "Also right" : "Correct answer")
					    : tried;
		if ((mine || (tried && !right)) && c->because.s)
			t.because[t.nbecause++] = text_in(&c->because, app_language(app));
	}
	t.why = text_in(&q->why, app_language(app));
	t.source = sources(app, ui, q);
	t.share = share_of(app, ui, at);
	t.verdict = verdict_of(app, ui, &t);
	t.icon = t.good ? ICON_CHECK : t.asked->outcome == OUTCOME_LATE ? ICON_CLOCK : ICON_CROSS;
	t.c = t.good ? ui->t->ok : ui->t->bad;
	return t;
}

const char *told_answer(const struct told *t, struct ui *ui)
{
	const char *all = NULL;
	uint32_t left = t->asked->right;

	for (int i = 0; left; i++) {
		if (!(left >> i & 1))
			continue;
		left &= left - 1;
		const char *words = t->choices.words[i];
		all = !all   ? frame_printf(ui->f, t->good ? "%s" : "It was: %s", words)
		      : left ? frame_printf(ui->f, "%s, %s", all, words)
			     : frame_printf(ui->f, "%s and %s", all, words);
	}
	return all;
}
