#include "text.h"
#include "prose.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

struct text_player {
	const struct text_options *o;
	struct prose prose;
	bool colour, prompt; /* prompt: someone types, and sees it */
	char *line;          /* the last one read */
	size_t room;
	struct game game;
};

static const char bold[] = "\033[1m", green[] = "\033[32m", red[] = "\033[31m";

static const char *translate(const struct text_player *p, const struct text *t)
{
	return text_in(t, p->o->language);
}

/* Nothing is said of a text that the author did not give. */
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

static void say_lines(struct text_player *p, const char *label, const struct lines *lines)
{
	for (; lines; lines = lines->next)
		say(p, NULL, label, translate(p, &lines->text));
}

static void say_choice(struct text_player *p, const char *before, int position)
{
	const struct choice *c = game_choice(&p->game, position);
	const char *text = translate(p, &c->text);
	char label[32];

	if (!text)
		text = translate(p, &c->alt);
	snprintf(label, sizeof(label), "%s%d. ", before, position + 1);
	say(p, NULL, label, text ? text : c->image);
}

static void explain_input(struct text_player *p)
{
	const struct asked *a = game_asked(&p->game);
	const char *hint = game_question(&p->game)->hint.s ? "h for a hint, " : "";
	int n = a->nshown, last = 'A' + n - 1;
	char line[160];

	if (a->need > 1)
		snprintf(line, sizeof(line),
			 "%d are right: type their numbers (1 to %d) or letters (A to %c) with "
			 "commas between, %sq to quit.",
			 a->need, n, last, hint);
	else
		snprintf(line, sizeof(line),
			 "%sType a number from 1 to %d or a letter from A to %c, %sq to quit.",
			 game_enough(a) ? "More than one is right, one is enough. " : "", n, last,
			 hint);
	say(p, NULL, "", line);
}

/* The pack and the topic, where they are not those of the question before. */
static void say_place(struct text_player *p)
{
	const struct question *q = game_question(&p->game), *before = NULL;
	const struct pack *pack = game_pack(&p->game), *pack_before = NULL;

	if (p->game.at > 0) {
		pack_before = p->game.deck.item[p->game.at - 1].pack;
		before = &pack_before->questions[p->game.deck.item[p->game.at - 1].question];
	}
	if (pack != pack_before)
		say(p, NULL, "", translate(p, &pack->title));
	if (q->topic && (!before || q->topic != before->topic))
		say(p, NULL, "Topic: ", translate(p, q->topic));
}

/* What there is to see and to hear, in words where the author gives any. */
static void say_media(struct text_player *p)
{
	const struct question *q = game_question(&p->game);
	const char *alt = translate(p, &q->alt);

	if (alt && q->image && q->audio) {
		say(p, NULL, "Picture and sound: ", alt);
		return;
	}
	if (q->image)
		say(p, NULL, "Picture: ", alt ? alt : q->image);
	if (q->audio)
		say(p, NULL, "Sound: ", alt ? alt : q->audio);
}

static void ask(struct text_player *p)
{
	const struct question *q = game_question(&p->game);
	const struct asked *a = game_asked(&p->game);
	int seconds = (int)((a->limit_ms + 999) / 1000);
	char line[80], limit[32] = "";

	if (seconds > 0)
		snprintf(limit, sizeof(limit), ", %d second%s", seconds, seconds == 1 ? "" : "s");
	snprintf(line, sizeof(line), "Question %d of %d%s", p->game.at + 1, p->game.deck.n, limit);
	say_place(p);
	say(p, NULL, "", line);
	say(p, bold, "", translate(p, &q->ask));
	say_media(p);
	for (int i = 0; i < a->nshown; i++)
		say_choice(p, "", i);
	if (p->game.at == 0 || a->need > 1 || game_enough(a))
		explain_input(p);
}

static void say_points(struct text_player *p)
{
	const struct asked *a = game_asked(&p->game);
	int points = game_points(a);
	char line[160], speed[32] = "", streak[48] = "", sum[32] = "";

	if (a->speed > 0)
		snprintf(speed, sizeof(speed), " + %d for speed", a->speed);
	if (a->streak > 0)
		snprintf(streak, sizeof(streak), " + %d for %d in a row", a->streak,
			 game_player(&p->game)->streak);
	if (points != a->base)
		snprintf(sum, sizeof(sum), " = %d", points);
	snprintf(line, sizeof(line), "Right: %d%s%s%s point%s", a->base, speed, streak, sum,
		 points == 1 ? "" : "s");
	say(p, green, "", line);
}

static void reveal(struct text_player *p)
{
	const struct question *q = game_question(&p->game);
	const struct asked *a = game_asked(&p->game);

	if (a->outcome == OUTCOME_RIGHT)
		say_points(p);
	else
		say(p, red, "", a->outcome == OUTCOME_LATE ? "Out of time" : "Wrong");
	for (int i = 0; i < a->nshown; i++)
		if ((a->outcome != OUTCOME_RIGHT || a->chosen != a->right) && a->right >> i & 1)
			say_choice(p, "Right answer: ", i);
	for (int i = 0; i < a->nshown; i++) {
		char label[16] = "";

		if (a->need > 1)
			snprintf(label, sizeof(label), "%d. ", i + 1);
		if (a->chosen >> i & 1)
			say(p, NULL, label, translate(p, &game_choice(&p->game, i)->because));
	}
	say(p, NULL, "", translate(p, &q->why));
	say_lines(p, "Source: ", q->source);
	say(p, NULL, "Credit: ", translate(p, &q->credit));
	if (a->outcome != OUTCOME_RIGHT && p->game.options.mode->wrong_ends)
		say(p, NULL, "", "The take ends here.");
	fputc('\n', p->o->out);
}

/* The position that a character means ("2", "b", "B"), or -1. */
static int position_of(char c, int nshown)
{
	int position = -1;

	if (c >= '1' && c <= '9')
		position = c - '1';
	else if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z')
		position = (c | 0x20) - 'a';
	return position < nshown ? position : -1;
}

static bool same(const char *text, const char *s, size_t n)
{
	return text && strlen(text) == n && strncasecmp(text, s, n) == 0;
}

/* The set of the one choice that has this text, or of none. A character alone is never a text: it
 * would mean now this, now the choice with that number. */
static uint32_t read_text(const struct text_player *p, const char *s, size_t n)
{
	static const char *const truths[] = {"true", "false"};
	bool statement = game_question(&p->game)->statement;

	for (int i = 0; statement && i < 2; i++)
		if (same(truths[i], s, n) || (n == 1 && (*s | 0x20) == truths[i][0]))
			return UINT32_C(1) << i;
	for (int i = 0; n > 1 && i < game_asked(&p->game)->nshown; i++)
		if (same(translate(p, &game_choice(&p->game, i)->text), s, n))
			return UINT32_C(1) << i;
	return 0;
}

/* The set of a word; where several are wanted, it may name more than one ("14", "AD"). */
static uint32_t read_word(const struct text_player *p, const char *s, size_t n)
{
	const struct asked *a = game_asked(&p->game);
	uint32_t set = read_text(p, s, n);

	if (set || (n > 1 && a->need == 1))
		return set;
	for (size_t i = 0; i < n; i++) {
		int position = position_of(s[i], a->nshown);
		if (position < 0)
			return 0;
		set |= UINT32_C(1) << position;
	}
	return set;
}

static size_t without_blanks(const char *s, size_t n)
{
	while (n > 0 && strchr(" \t\r\n", s[n - 1]))
		n--;
	return n;
}

/* The set that a line names, with commas, blanks or "and" between; a text may have them inside.
 * False: part of it names nothing, and *bad is that part. */
static bool read_set(const struct text_player *p, const char *line, uint32_t *set, const char **bad)
{
	static const char between[] = ",; \t\r\n";

	line += strspn(line, " \t");
	*set = read_text(p, line, without_blanks(line, strlen(line)));
	if (*set)
		return true;
	for (line += strspn(line, between); *line; line += strspn(line, between)) {
		size_t n = without_blanks(line, strcspn(line, ",;"));
		uint32_t named = read_text(p, line, n);

		if (!named) {
			n = strcspn(line, between);
			named = read_word(p, line, n);
		}
		if (!named && !same("and", line, n)) {
			*bad = line;
			return false;
		}
		*set |= named;
		line += n;
	}
	return true;
}

/* The answer in a line; 0 where it is none to this question, and then `why` says why, if there is
 * anything to say. */
static uint32_t read_answer(const struct text_player *p, const char *line, char *why, size_t room)
{
	int need = game_asked(&p->game)->need, n;
	const char *bad;
	uint32_t set;

	*why = '\0';
	if (!read_set(p, line, &set, &bad)) {
		snprintf(why, room, "\"%.*s\" is none of the answers.",
			 (int)without_blanks(bad, strcspn(bad, ",;")), bad);
		return 0;
	}
	n = __builtin_popcount(set);
	if (n == need)
		return set;
	if (n > 0 && need > 1)
		snprintf(why, room, "%d are right here: choose %d, not %d.", need, need, n);
	else if (n > 0)
		snprintf(why, room, "Choose one answer, not %d.", n);
	return 0;
}

/* The one letter of a line, as a small one; 0 where there is more, or nothing. */
static char read_command(const char *line)
{
	line += strspn(line, " \t");
	if (*line == '\0' || line[1 + strspn(line + 1, " \t\r\n")] != '\0')
		return 0;
	return (char)(*line | 0x20);
}

static bool read_line(struct text_player *p)
{
	if (p->prompt)
		fputs("> ", p->o->out);
	fflush(p->o->out);
	if (!ferror(p->o->out) && getline(&p->line, &p->room, p->o->in) >= 0)
		return true;
	if (p->prompt)
		fputc('\n', p->o->out);
	return false;
}

/* Reads until the question is answered or its time is over; false: the player leaves. */
static bool read_until_answered(struct text_player *p)
{
	while (p->game.phase == PHASE_ASKING) {
		const char *hint = translate(p, &game_question(&p->game)->hint);
		char why[160];
		uint32_t positions;
		char command;
		int64_t now_ms;

		if (!read_line(p))
			return false;
		now_ms = p->o->now_ms(p->o->clock);
		positions = read_answer(p, p->line, why, sizeof(why));
		command = read_command(p->line);
		if (command == 'q')
			return false;
		if (positions)
			game_answer(&p->game, positions, now_ms);
		else if (game_tick(&p->game, now_ms))
			break;
		else if (command == 'h')
			say(p, NULL, "Hint: ", hint ? hint : "there is none here.");
		else {
			say(p, NULL, "", *why ? why : NULL);
			explain_input(p);
		}
	}
	return true;
}

static void play(struct text_player *p)
{
	const struct text_options *o = p->o;
	struct deck deck;

	deck_deal(&deck, &(struct deal){.packs = o->packs,
					.npacks = o->npacks,
					.mode = o->game.mode,
					.wanted = o->questions,
					.seed = o->game.seed});
	if (deck.n == 0)
		return;
	game_start(&p->game, &deck, &o->game, o->now_ms(o->clock));
	do {
		ask(p);
		if (!read_until_answered(p))
			return;
		reveal(p);
	} while (game_next(&p->game, o->now_ms(o->clock)));
}

int text_play(const struct text_options *o)
{
	struct text_player p = {.o = o};
	const char *no_colour = getenv("NO_COLOR");
	int asked;

	p.colour = o->width > 0 && !(no_colour && *no_colour);
	p.prompt = o->width > 0 && isatty(fileno(o->in));
	prose_init(&p.prose, o->out, o->width);
	play(&p);
	asked = p.game.deck.n > 0 ? game_answers(&p.game) : 0;
	fprintf(o->out, "Score: %d of %d right, %d points\n", game_player(&p.game)->right, asked,
		game_player(&p.game)->score);
	fflush(o->out);
	prose_finish(&p.prose);
	free(p.line);
	return 0;
}
