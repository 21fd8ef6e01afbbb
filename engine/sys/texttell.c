#include "texttell.h"

#include <stdlib.h>
#include <string.h>

#include "past.h"
#include "textread.h"

static const char bold[] = "\033[1m", green[] = "\033[32m", red[] = "\033[31m";

static const char *translate(const struct text_player *p, const struct text *t)
{
	return text_in(t, p->o->language);
}

static void say(struct text_player *p, const char *style, const char *label, const char *text)
{
	if (!text)
		return;
	if (p->colour && style)
		fputs(style, p->o->out);
	prose_write(&p->prose, label, text);
	if (p->colour && style)
		fputs("\033[0m", p->o->out);
}

void tell(struct text_player *p, const char *label, const char *text)
{
	say(p, NULL, label, text);
}

static void tell_lines(struct text_player *p, const char *label, const struct lines *lines)
{
	for (; lines; lines = lines->next)
		tell(p, label, translate(p, &lines->text));
}

/* ---- the question ---- */

static void tell_choice(struct text_player *p, const char *before, int position)
{
	const struct choice *c = game_choice(&p->game, position);
	const char *text = translate(p, &c->text);
	char label[32];

	if (!text)
		text = translate(p, &c->alt);
	snprintf(label, sizeof(label), "%s%d. ", before, position + 1);
	tell(p, label, text ? text : c->image);
}

static void tell_choices(struct text_player *p)
{
	const struct asked *a = game_asked(&p->game);

	for (int i = 0; i < a->nshown; i++)
		if (!(a->removed >> i & 1))
			tell_choice(p, "", i);
}

/* The pack and the topic, where they are not those of the question before. */
static void tell_place(struct text_player *p)
{
	const struct question *q = game_question(&p->game);
	const struct pack *pack = game_pack(&p->game);

	if (pack != p->pack)
		tell(p, "", translate(p, &pack->title));
	if (q->topic && q->topic != p->topic)
		tell(p, "Topic: ", translate(p, q->topic));
	p->pack = pack;
	p->topic = q->topic;
}

/* What there is to see and to hear, in words where the author gives any. */
static void tell_media(struct text_player *p)
{
	const struct question *q = game_question(&p->game);
	const char *alt = translate(p, &q->alt);

	if (alt && q->image && q->audio) {
		tell(p, "Picture and sound: ", alt);
		return;
	}
	if (q->image)
		tell(p, "Picture: ", alt ? alt : q->image);
	if (q->audio)
		tell(p, "Sound: ", alt ? alt : q->audio);
}

static bool was_asked(const struct game *g)
{
	for (int i = 0; i < g->at; i++)
		if (g->deck.item[i].pack == g->deck.item[g->at].pack &&
		    g->deck.item[i].question == g->deck.item[g->at].question)
			return true;
	return false;
}

static int seconds_left(const struct text_player *p)
{
	return (int)((game_left_ms(&p->game, p->now_ms) + 999) / 1000);
}

/* Of the player's own where several play in turns. */
static int number_of(const struct game *g)
{
	int n = 1;

	for (int i = 0; i < g->at; i++)
		n += g->nplayers == 1 || g->asked[i].player == g->turn;
	return n;
}

/* Where one clock ends the game, nobody knows of how many it is. */
static void tell_number(struct text_player *p)
{
	const struct game *g = &p->game;
	bool whole = g->options.mode->whole_ms > 0;
	int seconds = seconds_left(p);
	char line[120], of[16] = "", limit[40] = "";

	if (!whole)
		snprintf(of, sizeof(of), " of %d", g->laps);
	if (game_left_ms(g, p->now_ms) >= 0)
		snprintf(limit, sizeof(limit), ", %d second%s%s", seconds, plural(seconds),
			 whole ? " left" : "");
	snprintf(line, sizeof(line), "Question %d%s%s%s", number_of(g), of,
		 was_asked(g) ? ", once more" : "", limit);
	tell(p, "", line);
}

void tell_input(struct text_player *p)
{
	static const struct {
		enum lifeline l;
		const char *what;
	} helps[] = {{LIFELINE_HINT, "for a hint"},
		     {LIFELINE_FIFTY, "to take wrong answers away"},
		     {LIFELINE_SWAP, "for another question"},
		     {LIFELINE_TIME, "for 20 seconds more"}};
	const struct game *g = &p->game;
	const struct asked *a = game_asked(g);
	int n = a->nshown, last = 'A' + n - 1;
	char line[400], lifelines[200] = "", used[80] = "";
	size_t at = 0, used_at = 0;

	for (size_t i = 0; i < sizeof(helps) / sizeof(*helps); i++) {
		const char *word = text_lifeline_word(p, helps[i].l);

		if (game_can(g, helps[i].l))
			at += (size_t)snprintf(lifelines + at, sizeof(lifelines) - at, "%s %s, ",
					       word, helps[i].what);
		else if (game_player(g)->used >> helps[i].l & 1)
			used_at += (size_t)snprintf(used + used_at, sizeof(used) - used_at, "%s%s",
						    used_at ? ", " : " Used: ", word);
	}
	if (a->need > 1)
		snprintf(line, sizeof(line),
			 "%d are right: type their numbers (1 to %d) or letters (A to %c) with "
			 "commas between, %sq to quit.%s%s",
			 a->need, n, last, lifelines, used, used_at ? "." : "");
	else
		snprintf(
			line, sizeof(line),
			"%sType %sa number from 1 to %d or a letter from A to %c, %sq to quit.%s%s",
			game_enough(a) ? "More than one is right, one is enough. " : "",
			game_question(g)->statement ? "true or false, " : "", n, last, lifelines,
			used, used_at ? "." : "");
	tell(p, "", line);
	p->explained = true;
}

void tell_question(struct text_player *p)
{
	const struct question *q = game_question(&p->game);
	const struct asked *a = game_asked(&p->game);

	tell_place(p);
	tell_number(p);
	say(p, bold, "", translate(p, &q->ask));
	tell_media(p);
	tell_choices(p);
	if (a->used >> LIFELINE_HINT & 1)
		tell_help(p, LIFELINE_HINT);
	if (!p->explained || a->need > 1 || game_enough(a))
		tell_input(p);
}

void tell_help(struct text_player *p, enum lifeline l)
{
	int seconds = seconds_left(p);
	char line[80];

	switch (l) {
	case LIFELINE_FIFTY: tell_choices(p); break;
	case LIFELINE_SWAP: tell_question(p); break;
	case LIFELINE_TIME:
		snprintf(line, sizeof(line), "20 seconds more: %d left.", seconds);
		tell(p, "", line);
		break;
	default: tell(p, "Hint: ", translate(p, &game_question(&p->game)->hint));
	}
}

/* ---- the answer ---- */

static void tell_points(struct text_player *p)
{
	const struct asked *a = game_asked(&p->game);
	int points = game_points(a);
	char line[160], speed[32] = "", streak[48] = "", sum[32] = "";

	if (p->game.options.mode->pointless) {
		say(p, green, "", "Right");
		return;
	}
	if (a->speed > 0)
		snprintf(speed, sizeof(speed), " + %d for speed", a->speed);
	if (a->streak > 0)
		snprintf(streak, sizeof(streak), " + %d for %d in a row", a->streak,
			 game_player(&p->game)->streak);
	if (points != a->base)
		snprintf(sum, sizeof(sum), " = %d", points);
	snprintf(line, sizeof(line), "Right: %d%s%s%s point%s", a->base, speed, streak, sum,
		 plural(points));
	say(p, green, "", line);
}

int text_share(const struct text_player *p, int at)
{
	const struct pack *pack = p->game.deck.item[at].pack;
	const struct question *q = &pack->questions[p->game.deck.item[at].question];

	return p->o->past ? known_share(past_find(p->o->past, past_key(pack, q))) : -1;
}

void tell_share(struct text_player *p, int at)
{
	int share = text_share(p, at);
	char line[80];

	snprintf(line, sizeof(line), "%d %% of all answers to it were right.", share);
	if (share >= 0)
		tell(p, "", line);
}

static void tell_consequence(struct text_player *p)
{
	const struct game *g = &p->game;
	char line[GAME_NAME + 16];

	if (p->returns)
		tell(p, "", "It comes back.");
	if (!game_player(g)->out)
		return;
	snprintf(line, sizeof(line), "%s is out.", g->options.seats[g->turn].name);
	tell(p, "", g->nplayers > 1 ? line : "The take ends here.");
}

void tell_reveal(struct text_player *p)
{
	const struct question *q = game_question(&p->game);
	const struct asked *a = game_asked(&p->game);

	if (a->outcome == OUTCOME_RIGHT)
		tell_points(p);
	else
		say(p, red, "", a->outcome == OUTCOME_LATE ? "Out of time" : "Wrong");
	for (int i = 0; i < a->nshown; i++)
		if ((a->outcome != OUTCOME_RIGHT || a->chosen != a->right) && a->right >> i & 1)
			tell_choice(p, "Right answer: ", i);
	for (int i = 0; i < a->nshown; i++) {
		char label[16] = "";

		if (a->need > 1)
			snprintf(label, sizeof(label), "%d. ", i + 1);
		if (a->chosen >> i & 1)
			tell(p, label, translate(p, &game_choice(&p->game, i)->because));
	}
	tell(p, "", translate(p, &q->why));
	tell_lines(p, "Source: ", q->source);
	tell(p, "Credit: ", translate(p, &q->credit));
	tell_share(p, p->game.at);
	tell_consequence(p);
	fputc('\n', p->o->out);
}
