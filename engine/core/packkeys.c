#include "packkeys.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "pack.h"

static const char *const orders[] = {"shuffle", "file", NULL};
static const char *const picks[] = {"one", "all", "any", NULL};
static const char *const shuffles[] = {"yes", "no", "keep-last", NULL};
static const char *const truths[] = {"true", "false", NULL};
static const char *const levels[] = {"easy", "medium", "hard", NULL};

#define Q IN_QUESTION
#define T TRANSLATED
#define R REPEATED

const struct key_row key_rows[KEYS] = {
	/* clang-format off */
	{"quizpack",     IN_PACK, 0, TYPE_NUMBER, 1, 1, NULL, "version of the pack format"},
	{"title",        IN_PACK, T | REQUIRED, TYPE_TEXT, 1, 120, NULL, "name of the pack"},
	{"id",           IN_PACK, 0, TYPE_NAME, 1, PACK_ID, NULL, "identity of the pack"},
	{"about",        IN_PACK, T, TYPE_TEXT, 1, 0, NULL, "what the pack is about"},
	{"author",       IN_PACK, R | T, TYPE_TEXT, 1, 0, NULL, "who wrote the pack"},
	{"licence",      IN_PACK, 0, TYPE_TEXT, 1, 0, NULL, "what others may do with the pack"},
	{"language",     IN_PACK, 0, TYPE_TEXT, 1, 0, NULL, "language of the pack, BCP 47"},
	{"version",      IN_PACK, 0, TYPE_TEXT, 1, 0, NULL, "version of the pack"},
	{"updated",      IN_PACK, 0, TYPE_TEXT, 1, 0, NULL, "day of the last change"},
	{"homepage",     IN_PACK, 0, TYPE_TEXT, 1, 0, NULL, "address of the pack"},
	{"cover",        IN_PACK, 0, TYPE_PICTURE, 1, 0, NULL, "picture of the pack"},
	{"draw",         IN_PACK, 0, TYPE_NUMBER, 1, PACK_DRAW, NULL, "questions in one game"},
	{"order",        IN_PACK, 0, TYPE_WORD, 0, 0, orders, "order of the questions"},
	{"ask",          Q, T | REQUIRED, TYPE_TEXT, 1, 2000, NULL, "the question"},
	{"right",        Q, R | T | MAY_BE_EMPTY, TYPE_TEXT, 0, 500, NULL, "a right answer"},
	{"wrong",        Q, R | T | MAY_BE_EMPTY, TYPE_TEXT, 0, 500, NULL, "a wrong answer"},
	{"answer",       Q, 0, TYPE_WORD, 0, 0, truths, "whether a statement is true"},
	{"because",      Q, OF_CHOICE | T, TYPE_TEXT, 1, 2000, NULL, "why the choice above is right or wrong"},
	{"choice-image", Q, OF_CHOICE, TYPE_PICTURE, 1, 0, NULL, "picture of the choice above"},
	{"choice-alt",   Q, OF_CHOICE | T, TYPE_TEXT, 1, 2000, NULL, "what that picture shows, in words"},
	{"hint",         Q, T, TYPE_TEXT, 1, 2000, NULL, "a hint, shown on request"},
	{"why",          Q, T, TYPE_TEXT, 1, 2000, NULL, "the explanation after the answer"},
	{"image",        Q, 0, TYPE_PICTURE, 1, 0, NULL, "picture of the question"},
	{"audio",        Q, 0, TYPE_SOUND, 1, 0, NULL, "sound of the question"},
	{"alt",          Q, T, TYPE_TEXT, 1, 2000, NULL, "what the picture or the sound is, in words"},
	{"credit",       Q, T, TYPE_TEXT, 1, 2000, NULL, "whose the picture or the sound is"},
	{"pick",         IN_ANY, 0, TYPE_WORD, 0, 0, picks, "how several right answers count"},
	{"show",         IN_ANY, 0, TYPE_NUMBER, 2, PACK_SHOWN, NULL, "choices on the screen"},
	{"shuffle",      IN_ANY, 0, TYPE_WORD, 0, 0, shuffles, "whether the choices are shuffled"},
	{"source",       IN_ANY, R | T, TYPE_TEXT, 1, 2000, NULL, "where it can be looked up"},
	{"level",        IN_ANY, 0, TYPE_LEVEL, 1, 5, levels, "how hard it is"},
	{"points",       IN_ANY, 0, TYPE_NUMBER, 0, 100000, NULL, "points it brings"},
	{"time",         IN_ANY, 0, TYPE_TIME, 0, 3600, NULL, "seconds to answer, 0 for no limit"},
	{"tags",         IN_ANY, 0, TYPE_LIST, 1, 0, NULL, "words to find it by"},
	{"lint-ignore",  IN_ANY, 0, TYPE_LIST, 1, 0, NULL, "findings to leave alone"},
	{"item",    IN_ANY, RESERVED, TYPE_TEXT, 0, 0, NULL, ""},
	{"pair",    IN_ANY, RESERVED, TYPE_TEXT, 0, 0, NULL, ""},
	{"within",  IN_ANY, RESERVED, TYPE_TEXT, 0, 0, NULL, ""},
	{"unit",    IN_ANY, RESERVED, TYPE_TEXT, 0, 0, NULL, ""},
	{"accept",  IN_ANY, RESERVED, TYPE_TEXT, 0, 0, NULL, ""},
	{"worth",   IN_ANY, RESERVED, TYPE_TEXT, 0, 0, NULL, ""},
	{"markup",  IN_ANY, RESERVED, TYPE_TEXT, 0, 0, NULL, ""},
	{"include", IN_ANY, RESERVED, TYPE_TEXT, 0, 0, NULL, ""},
	{"video",   IN_ANY, RESERVED, TYPE_TEXT, 0, 0, NULL, ""},
	/* clang-format on */
};

#undef Q
#undef T
#undef R

const char *const section_words[] = {"pack", "defaults", "topic", "question", NULL};

int section_find(const char *words, size_t n)
{
	size_t first = 0;

	while (first < n && words[first] != ' ' && words[first] != '\t')
		first++;
	for (int i = 0; first > 0 && section_words[i]; i++)
		if ((words[0] | 0x20) == section_words[i][0] && strlen(section_words[i]) == first &&
		    strncasecmp(section_words[i], words, first) == 0)
			return i;
	return -1;
}

static uint8_t hash_name(const char *s, size_t n)
{
	uint32_t h = (uint32_t)n;

	h = h * 31 + (unsigned char)s[0];
	h = h * 31 + (unsigned char)s[n / 2];
	h = h * 31 + (unsigned char)s[n - 1];
	return (uint8_t)(h ^ h >> 8);
}

void key_index_init(struct key_index *index)
{
	*index = (struct key_index){0};
	for (int k = 0; k < KEYS; k++) {
		size_t n = strlen(key_rows[k].name);
		uint8_t slot = hash_name(key_rows[k].name, n);
		index->lengths[k] = (uint8_t)n;
		while (index->slots[slot])
			slot++;
		index->slots[slot] = (uint8_t)(k + 1);
	}
}

static int find_row(const struct key_index *index, const char *name, size_t n)
{
	if (n == 0)
		return -1;
	for (uint8_t slot = hash_name(name, n); index->slots[slot]; slot++) {
		int k = index->slots[slot] - 1;
		if (index->lengths[k] == n && memcmp(key_rows[k].name, name, n) == 0)
			return k;
	}
	return -1;
}

int key_find(const struct key_index *index, const char *name, size_t n, const char **language)
{
	const char *dot;
	int k;

	*language = NULL;
	if (n >= 2 && name[0] == 'x' && name[1] == '-')
		return KEY_PRIVATE;
	k = find_row(index, name, n);
	if (k >= 0 || !(dot = memchr(name, '.', n)))
		return k;
	*language = dot + 1;
	return find_row(index, name, (size_t)(dot - name));
}

enum { WORD = 40 };

/* i and y sound alike, and are taken for one another. */
static bool is_alike(char a, char b)
{
	return a == b || (a == 'i' && b == 'y') || (a == 'y' && b == 'i');
}

/* How many letters to add, drop, change or swap with their neighbour (Damerau, by the row). */
static int distance(const char *a, size_t na, const char *b, size_t nb)
{
	int rows[3][WORD + 1], *older = rows[0], *old = rows[1], *now = rows[2], *spare;

	for (size_t j = 0; j <= nb; j++)
		old[j] = (int)j;
	for (size_t i = 1; i <= na; i++) {
		now[0] = (int)i;
		for (size_t j = 1; j <= nb; j++) {
			int best = old[j - 1] + !is_alike(a[i - 1], b[j - 1]);
			if (old[j] + 1 < best)
				best = old[j] + 1;
			if (now[j - 1] + 1 < best)
				best = now[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    older[j - 2] + 1 < best)
				best = older[j - 2] + 1;
			now[j] = best;
		}
		spare = older;
		older = old;
		old = now;
		now = spare;
	}
	return old[nb];
}

/* True, and *best lowered, where `word` is near enough and nearer than what was found before. */
static bool is_nearer(const char *word, const char *s, size_t n, int *best)
{
	size_t length = strlen(word);
	int far;

	if (n == 0 || n > WORD || length > WORD)
		return false;
	far = distance(s, n, word, length);
	if (far >= *best || (size_t)far * 2 >= (length < n ? n : length))
		return false;
	*best = far;
	return true;
}

const char *key_nearest(const char *name, size_t n, int where)
{
	const char *found = NULL;
	int best = 3;

	for (int k = 0; k < KEYS; k++)
		if (!(key_rows[k].flags & RESERVED) && key_rows[k].where & where &&
		    is_nearer(key_rows[k].name, name, n, &best))
			found = key_rows[k].name;
	return found;
}

/* How far away is still clear: a slip of one key, in a long word of two. */
static bool is_clear(int far, size_t n)
{
	return far <= (n < 6 ? 1 : 2);
}

const char *key_meant(const char *name, size_t n, int where)
{
	const char *found = key_nearest(name, n, where);
	int far = found ? distance(name, n, found, strlen(found)) : 0;

	if (found && !is_clear(far, strlen(found)))
		return NULL;
	for (int k = 0; found && k < KEYS; k++)
		if (!(key_rows[k].flags & RESERVED) && key_rows[k].where & where &&
		    strcmp(key_rows[k].name, found) != 0 &&
		    distance(name, n, key_rows[k].name, strlen(key_rows[k].name)) <= far)
			return NULL;
	return found;
}

const char *word_meant(const char *const *words, const char *s, size_t n)
{
	const char *found = word_nearest(words, s, n);
	int far = found ? distance(s, n, found, strlen(found)) : 0;

	if (found && !is_clear(far, strlen(found)))
		return NULL;
	for (; found && *words; words++)
		if (strcmp(*words, found) != 0 && distance(s, n, *words, strlen(*words)) <= far)
			return NULL;
	return found;
}

const char *word_nearest(const char *const *words, const char *s, size_t n)
{
	const char *found = NULL;
	int best = 3;

	for (; *words; words++)
		if (is_nearer(*words, s, n, &best))
			found = *words;
	return found;
}

int word_find(const char *const *words, const char *s)
{
	for (int i = 0; words[i]; i++)
		if (strcasecmp(words[i], s) == 0)
			return i;
	return -1;
}

void words_list(const char *const *words, char *out, size_t room)
{
	size_t at = 0;

	for (int i = 0; words[i] && at < room; i++)
		at += (size_t)snprintf(out + at, room - at, "%s%s",
				       i == 0         ? ""
				       : words[i + 1] ? ", "
						      : " or ",
				       words[i]);
}
