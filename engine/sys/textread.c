#include "textread.h"

#include <poll.h>
#include <string.h>
#include <strings.h>

#include "bits.h"
#include "textkeep.h"

enum { SEEN_MS = 1000, WORDS = 3 };

/* The first word that is not the text of a choice is the one to be told; all are understood. A
 * letter alone is beyond those of the choices. */
static const struct {
	const char *words[WORDS];
	const char *name;
	const char *not_here; /* why it can't be had, where it is not used up */
} lifelines[LIFELINES] = {
	[LIFELINE_FIFTY] = {{"50", "50:50", "fifty"},
			    "50:50",
			    "There is nothing to take away here."},
	[LIFELINE_SWAP] = {{"swap", "another"}, "swap", "There is no other question left."},
	[LIFELINE_TIME] = {{"time", "more", "more time"}, "more time", "There is no clock here."},
	[LIFELINE_HINT] = {{"h", "hint"}, "hint", "Hint: there is none here."},
};

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
		if (same(text_in(&game_choice(&p->game, i)->text, p->o->language), s, n))
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

static struct saying read_answer(const struct text_player *p)
{
	const struct asked *a = game_asked(&p->game);
	struct saying s = {.what = SAID_NOTHING};
	const char *bad;
	int n;

	if (!read_set(p, p->line, &s.positions, &bad)) {
		snprintf(s.why, sizeof(s.why), "\"%.*s\" is none of the answers.",
			 (int)without_blanks(bad, strcspn(bad, ",;")), bad);
		return s;
	}
	n = bits_count(s.positions);
	if (s.positions & a->removed)
		snprintf(s.why, sizeof(s.why), "%d was taken away.",
			 bits_lowest(s.positions & a->removed) + 1);
	else if (n == a->need)
		s.what = SAID_ANSWER;
	else if (n > 0 && a->need > 1)
		snprintf(s.why, sizeof(s.why), "%d are right here: choose %d, not %d.", a->need,
			 a->need, n);
	else if (n > 0)
		snprintf(s.why, sizeof(s.why), "Choose one answer, not %d.", n);
	return s;
}

const char *text_lifeline_word(const struct text_player *p, enum lifeline l)
{
	const char *const *words = lifelines[l].words;
	int i = 0;

	while (i + 1 < WORDS && words[i + 1] && read_text(p, words[i], strlen(words[i])))
		i++;
	return words[i];
}

static struct saying read_help(const struct text_player *p, enum lifeline l)
{
	const struct game *g = &p->game;
	struct saying s = {.what = SAID_REFUSED, .lifeline = l};
	bool again = l == LIFELINE_HINT && game_asked(g)->used >> l & 1;

	if (again || game_can(g, l))
		s.what = SAID_HELP;
	else if (!(g->options.mode->lifelines >> l & 1))
		snprintf(s.why, sizeof(s.why), "%s has no %s.", g->options.mode->name,
			 lifelines[l].name);
	else if (game_player(g)->used >> l & 1)
		snprintf(s.why, sizeof(s.why), "%s is used: it is there once a game.",
			 text_lifeline_word(p, l));
	else
		snprintf(s.why, sizeof(s.why), "%s", lifelines[l].not_here);
	return s;
}

struct saying text_understand(const struct text_player *p)
{
	const char *line = p->line + strspn(p->line, " \t");
	size_t n = without_blanks(line, strlen(line));

	if (same("q", line, n))
		return (struct saying){.what = SAID_QUIT};
	bool answers = read_text(p, line, n) != 0;
	if (!answers && (same("?", line, n) || same("help", line, n)))
		return (struct saying){.what = SAID_NOTHING};
	if (!answers)
		for (int l = 0; l < LIFELINES; l++)
			for (int i = 0; i < WORDS; i++)
				if (same(lifelines[l].words[i], line, n))
					return read_help(p, (enum lifeline)l);
	return read_answer(p);
}

/* While nobody types the clock goes on, and that is kept too. */
static void wait_for_input(struct text_player *p)
{
	struct pollfd in = {.fd = fileno(p->o->in), .events = POLLIN};

	if (!p->saving.runs || in.fd < 0)
		return;
	while (game_left_ms(&p->game, p->now_ms) > 0 && poll(&in, 1, SEEN_MS) == 0)
		keep_seen(p);
}

bool text_read_line(struct text_player *p)
{
	if (p->prompt)
		fputs("> ", p->o->out);
	fflush(p->o->out);
	wait_for_input(p);
	if (!ferror(p->o->out) && getline(&p->line, &p->room, p->o->in) >= 0)
		return true;
	if (p->prompt)
		fputc('\n', p->o->out);
	return false;
}
