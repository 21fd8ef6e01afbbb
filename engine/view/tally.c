#include "tally.h"

#include <string.h>

static const struct player *player(const struct app *app)
{
	return game_player(&app->game);
}

const char *tally_hero(const struct app *app, struct ui *ui, int floor)
{
	const struct mode *m = app->game.options.mode;

	if (m->whole_ms > 0) /* a floor a right answer: counted like them */
		return frame_printf(ui->f, "%d right", floor);
	if (m->pointless)
		return frame_printf(ui->f, "%d of %d", player(app)->right,
				    game_answers(&app->game));
	return frame_printf(ui->f, "Floor %d", floor);
}

const char *tally_sum(const struct app *app, struct ui *ui)
{
	const struct game *g = &app->game;
	int n = game_answers(g);

	if (g->options.mistakes && app->owed == 0)
		return "No mistakes are left";
	if (g->options.mistakes)
		return frame_printf(ui->f, "right, and %d to put right", app->owed);
	if (g->options.mode->whole_ms > 0)
		return frame_printf(ui->f, "of %d in %s", n,
				    ui_duration(ui, g->options.mode->whole_ms));
	if (g->options.mode->pointless)
		return "answers were right";
	return frame_printf(ui->f, "%d of %d correct", player(app)->right, n);
}

const char *tally_pack(const struct app *app)
{
	const struct deck *d = &app->game.deck;

	if (strpbrk(d->packs, " /")) /* it was dealt from several */
		return "All packs";
	return text_in(&d->item[0].pack->title, app_language(app));
}

/* "22 November": the days since 1970 that a daily game has as its seed. */
static const char *day(struct ui *ui, uint64_t days)
{
	static const struct {
		const char *name;
		unsigned days;
	} months[] = {{"January", 31},   {"February", 28}, {"March", 31},    {"April", 30},
		      {"May", 31},       {"June", 30},     {"July", 31},     {"August", 31},
		      {"September", 30}, {"October", 31},  {"November", 30}, {"December", 31}};
	unsigned year = 1970, month = 0;

	for (;;) {
		bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
		unsigned n = month == 1 && leap ? 29 : months[month].days;

		if (days < n)
			return frame_printf(ui->f, "%u %s", (unsigned)days + 1, months[month].name);
		days -= n;
		month = (month + 1) % 12;
		year += month == 0;
	}
}

const char *tally_mode(const struct app *app, struct ui *ui)
{
	const struct game_options *o = &app->game.options;

	if (o->mistakes)
		return "Only my mistakes";
	if (o->mode->daily && !app->o.repeatable)
		return frame_printf(ui->f, "%s, %s", o->mode->name, day(ui, o->seed));
	return o->mode->name;
}

static int share_of(const struct app *app, int i)
{
	const struct pack *p = app->game.deck.item[i].pack;
	const struct question *q = &p->questions[app->game.deck.item[i].question];

	return app->o.past ? known_share(past_find(app->o.past, past_key(p, q))) : -1;
}

int tally_hardest(const struct app *app, int *share)
{
	const struct game *g = &app->game;
	int n = game_answers(g), best = -1, least = 100;

	for (int i = 0; i < n; i++) {
		int s = share_of(app, i);

		if (s >= 0 && s < least) {
			least = s;
			best = i;
		}
	}
	*share = best >= 0 ? least : -1;
	if (best >= 0)
		return best;
	for (int i = 0; i < n; i++)
		if (g->asked[i].outcome != OUTCOME_RIGHT &&
		    (best < 0 || g->asked[i].took_ms > g->asked[best].took_ms))
			best = i;
	return best;
}

struct round_told tally_round(const struct app *app, struct ui *ui, int round)
{
	const struct game *g = &app->game;
	const struct text *t = g->deck.rounds[round];
	struct round_told r = {t ? text_in(t, app_language(app))
				 : frame_printf(ui->f, "Round %d", round + 1),
			       0, 0};

	for (int i = 0; i < game_answers(g); i++)
		if (g->deck.item[i].round == round) {
			r.asked++;
			r.right += g->asked[i].outcome == OUTCOME_RIGHT;
		}
	return r;
}
