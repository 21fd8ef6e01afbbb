#include "language.h"

#include <string.h>

enum {
	HEARD = 60,    /* questions that a language is told by ... */
	SURE_WORDS = 4 /* ... and small words there must be in them */
};

static void put(struct lexicon *l, uint32_t hash, uint16_t kind)
{
	uint32_t slot = hash & (LEXICON - 1);

	while (l->hashes[slot] != 0 && l->hashes[slot] != hash)
		slot = (slot + 1) & (LEXICON - 1);
	l->hashes[slot] = hash;
	l->kinds[slot] |= kind;
}

/* A list is one long text; each of its phrases is put in by itself. */
static void put_list(struct lexicon *l, const char *list, uint16_t kind)
{
	bool phrases = kind == WORD_ALL || kind == WORD_NONE;

	while (*list) {
		size_t n = strcspn(list, phrases ? "|" : " ");
		struct word w[16];
		char text[120];
		int words;

		memcpy(text, list, n);
		text[n] = '\0';
		words = words_split(text, w, 16);
		put(l, words_joined(w, words), kind);
		list += n + (list[n] != '\0');
	}
}

static const struct language *find(const char *tag)
{
	size_t n = tag ? strcspn(tag, "-_") : 0;

	for (const struct language *known = languages; known->tag; known++)
		if (strlen(known->tag) == n && strncasecmp(known->tag, tag, n) == 0)
			return known;
	return NULL;
}

void lexicon_open(struct lexicon *l, const char *tag)
{
	const struct language *known = find(tag);

	memset(l, 0, sizeof *l);
	if (!known)
		return;
	l->language = known->tag;
	l->endings = known->endings;
	for (int i = 0; known->lists[i].kind; i++)
		put_list(l, known->lists[i].words, known->lists[i].kind);
}

uint16_t lexicon_kinds(const struct lexicon *l, uint32_t hash)
{
	uint32_t slot = hash & (LEXICON - 1);

	while (l->hashes[slot] != 0 && l->hashes[slot] != hash)
		slot = (slot + 1) & (LEXICON - 1);
	return l->kinds[slot];
}

void lexicon_mark(const struct lexicon *l, struct word *w, int n)
{
	if (l->language)
		for (int i = 0; i < n; i++)
			w[i].kinds = lexicon_kinds(l, w[i].hash);
}

/* How many of the words that the first questions ask with are small words of a language. */
static int count_small(const struct lexicon *l, const struct pack *p, int *all)
{
	int small = 0;

	*all = 0;
	for (int i = 0; i < p->nquestions && i < HEARD; i++) {
		struct word w[40];
		int n = words_split(p->questions[i].ask.s, w, 40);
		*all += n;
		for (int k = 0; k < n; k++)
			small += (lexicon_kinds(l, w[k].hash) & WORD_STOP) != 0;
	}
	return small;
}

/* A third of a text's words are small ones; of a kindred language's it has far fewer. */
const char *language_of_pack(const struct pack *p)
{
	const char *found = NULL;
	int most = 0, second = 0, all;

	if (p->language)
		return p->language;
	for (const struct language *known = languages; known->tag; known++) {
		struct lexicon l;
		int small;

		lexicon_open(&l, known->tag);
		small = count_small(&l, p, &all);
		if (small > most) {
			second = most;
			most = small;
			found = known->tag;
		} else if (small > second) {
			second = small;
		}
	}
	return most >= SURE_WORDS && 3 * most >= all && 4 * most >= 5 * second ? found : NULL;
}
