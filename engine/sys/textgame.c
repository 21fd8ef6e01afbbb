/* What is said of the game: before it, between its questions, at its end. */
#include <string.h>
#include <time.h>

#include "texttell.h"

enum { DAY_S = 24 * 60 * 60 };

static const char *name_of(const struct game *g, int player)
{
	return g->options.seats[player].name;
}

/* ---- before ---- */

void tell_mode(struct text_player *p)
{
	const struct mode *m = p->game.options.mode;
	time_t s = (time_t)p->game.options.seed * DAY_S;
	char label[64], date[32] = "";
	struct tm day;

	if (m == game_modes)
		return;
	if (m->daily && !p->o->repeatable && gmtime_r(&s, &day))
		strftime(date, sizeof(date), ", %-d %B %Y", &day);
	snprintf(label, sizeof(label), "%s%s: ", m->name, date);
	tell(p, label, m->line);
}

void tell_resumed(struct text_player *p)
{
	const struct game *g = &p->game;
	int answers = game_answers(g), score = game_player(g)->score;
	char line[120], more[GAME_NAME + 20] = "";

	if (g->nplayers == 1)
		snprintf(more, sizeof(more), ", %d point%s", score, plural(score));
	else if (g->phase == PHASE_ASKING)
		snprintf(more, sizeof(more), ", %s to answer", name_of(g, g->turn));
	snprintf(line, sizeof(line), "Going on with %s: %d of %d asked%s", g->options.mode->name,
		 answers, g->deck.n, more);
	tell(p, "", line);
}

/* ---- between ---- */

static void tell_tie(struct text_player *p, int place)
{
	const struct game *g = &p->game;
	char line[GAME_PLAYERS * (GAME_NAME + 8) + 40];
	size_t n = 0;
	int tied = 0, named = 0;

	for (int i = 0; i < g->nplayers; i++)
		tied += game_place(g, i) == place;
	for (int i = 0; i < g->nplayers && tied > 1; i++)
		if (game_place(g, i) == place) {
			named++;
			n += (size_t)snprintf(line + n, sizeof(line) - n, "%s%s",
					      named == 1      ? ""
					      : named == tied ? " and "
							      : ", ",
					      name_of(g, i));
		}
	if (tied < 2)
		return;
	snprintf(line + n, sizeof(line) - n, " tie for place %d.", place);
	tell(p, "", line);
}

static void tell_standings(struct text_player *p, const char *heading)
{
	const struct game *g = &p->game;

	tell(p, "", heading);
	for (int place = 1; place <= g->nplayers; place++)
		for (int i = 0; i < g->nplayers; i++) {
			const struct player *one = &g->players[i];
			char line[GAME_NAME + 100];

			if (game_place(g, i) != place)
				continue;
			snprintf(line, sizeof(line),
				 "%d. %s: %d point%s, %d of %d right, %.1f seconds", place,
				 name_of(g, i), one->score, plural(one->score), one->right,
				 one->asked, (double)one->total_ms / 1000);
			tell(p, "", line);
		}
	if (!game_scored(g))
		tell(p, "", g->phase == PHASE_OVER ? "Nobody scored." : "Nobody has scored yet.");
	for (int place = 1; place <= g->nplayers && game_scored(g); place++)
		tell_tie(p, place);
}

void tell_round(struct text_player *p)
{
	const struct game *g = &p->game;
	int round = g->deck.item[g->at].round;
	const struct text *about = g->deck.rounds[round];
	const struct player *one = game_player(g);
	char line[80];

	snprintf(line, sizeof(line), "Standings after round %d:", round);
	if (g->at > 0 && g->nplayers > 1)
		tell_standings(p, line);
	snprintf(line, sizeof(line), "So far: %d of %d right, %d point%s", one->right, one->asked,
		 one->score, plural(one->score));
	if (g->at > 0 && g->nplayers == 1)
		tell(p, "", line);
	if (g->at > 0)
		fputc('\n', p->o->out);
	snprintf(line, sizeof(line), "Round %d of %d%s", round + 1, g->deck.nrounds,
		 about ? ": " : "");
	tell(p, line, about ? text_in(about, p->o->language) : "");
	if (about == &game_pack(g)->title)
		p->pack = game_pack(g);
	if (about == game_question(g)->topic)
		p->topic = about;
}

void tell_turn(struct text_player *p)
{
	const struct game *g = &p->game;
	int score = game_player(g)->score;
	char line[GAME_NAME + 60];

	snprintf(line, sizeof(line), "%s, it is your turn: %d point%s", name_of(g, g->turn), score,
		 plural(score));
	tell(p, "", line);
	if (p->prompt)
		tell(p, "", "Press Enter when you are ready.");
}

/* ---- after ---- */

static const struct question *question_at(const struct game *g, int at)
{
	return &g->deck.item[at].pack->questions[g->deck.item[at].question];
}

/* How many had it right; of one that says nothing yet, whether this player had. */
static int ease_of(const struct text_player *p, int at)
{
	int share = text_share(p, at);

	return share >= 0 ? share : p->game.asked[at].outcome == OUTCOME_RIGHT ? 100 : 0;
}

/* Of those with the least share of right answers the one that took longest; -1: none was asked. */
static int find_hardest(const struct text_player *p)
{
	const struct game *g = &p->game;
	int hardest = -1;

	for (int i = 0; i <= g->at; i++) {
		if (g->asked[i].outcome == OUTCOME_NONE)
			continue;
		int more = hardest < 0 ? 1 : ease_of(p, hardest) - ease_of(p, i);
		if (more > 0 || (more == 0 && g->asked[i].took_ms > g->asked[hardest].took_ms))
			hardest = i;
	}
	return hardest;
}

static void tell_hardest(struct text_player *p)
{
	int at = find_hardest(p);

	tell(p, "Hardest question: ", text_in(&question_at(&p->game, at)->ask, p->o->language));
	tell_share(p, at);
}

static bool was_missed(const struct game *g, int at)
{
	enum outcome o = g->asked[at].outcome;

	return o == OUTCOME_WRONG || o == OUTCOME_LATE;
}

/* Each question once, however often it was wrong. */
static void tell_repeats(struct text_player *p)
{
	const struct game *g = &p->game;

	for (int i = 0; i <= g->at; i++) {
		bool told = false;

		for (int k = 0; k < i; k++)
			told |= was_missed(g, k) && question_at(g, k) == question_at(g, i);
		if (was_missed(g, i) && !told)
			tell(p, "To repeat: ", text_in(&question_at(g, i)->ask, p->o->language));
	}
}

static void tell_time(struct text_player *p, int64_t ms)
{
	int seconds = (int)(ms / 1000), minutes = seconds / 60;
	char line[64], before[32] = "";

	if (minutes > 0)
		snprintf(before, sizeof(before), "%d minute%s ", minutes, plural(minutes));
	snprintf(line, sizeof(line), "%s%d second%s", before, seconds % 60, plural(seconds % 60));
	tell(p, "Time: ", line);
}

static void tell_streak(struct text_player *p, int streak)
{
	char line[48];

	snprintf(line, sizeof(line), "%d right in a row", streak);
	if (streak > 1)
		tell(p, "Best streak: ", line);
}

void tell_end(struct text_player *p)
{
	const struct game *g = &p->game;

	if (game_answers(g) == 0)
		return;
	if (g->phase == PHASE_ASKING || g->phase == PHASE_WAITING)
		fputc('\n', p->o->out);
	if (g->nplayers > 1) {
		tell_standings(p, g->phase == PHASE_OVER ? "Standings at the end:" : "Standings:");
		return;
	}
	tell_streak(p, g->players[0].best_streak);
	tell_time(p, g->players[0].total_ms);
	if (game_answers(g) > 1)
		tell_hardest(p);
	tell_repeats(p);
}

void tell_score(struct text_player *p)
{
	const struct game *g = &p->game;
	int right = 0, score = 0;

	for (int i = 0; i < g->nplayers; i++) {
		right += g->players[i].right;
		score += g->players[i].score;
	}
	fprintf(p->o->out, "Score: %d of %d right, %d points\n", right,
		g->nplayers > 0 ? game_answers(g) : 0, score);
}
