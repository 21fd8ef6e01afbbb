#include "gist.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>

#include "hash.h"
#include "utf8.h"

enum { FIRST_SLOTS = 1 << 12, MOST_WORDS = UINT32_MAX >> GIST_BITS };

/* Whatever the language: one too many only keeps two questions from being taken for the same. */
static const char *const negations[] = {
	"no",     "not",     "never",   "none",    "neither", "nor",     "except",    "without",
	"cannot", "can't",   "isn't",   "aren't",  "wasn't",  "weren't", "doesn't",   "don't",
	"didn't", "won't",   "hasn't",  "haven't", "hadn't",  "false",   "incorrect", "least",
	"nicht",  "kein",    "keine",   "keiner",  "keinen",  "keines",  "nie",       "niemals",
	"ohne",   "außer",   "weder",   "falsch",  "pas",     "jamais",  "aucun",     "aucune",
	"sauf",   "sans",    "ni",      "faux",    "nunca",   "ningún",  "ninguna",   "excepto",
	"sin",    "salvo",   "falso",   "non",     "mai",     "nessuno", "nessuna",   "tranne",
	"senza",  "eccetto", "não",     "nenhum",  "nenhuma", "exceto",  "sem",       "niet",
	"geen",   "nooit",   "behalve", "zonder",  "inte",    "ikke",    "ei",        "не",
	"ни",     "кроме",   "nie",     "bez",     "değil",   NULL,
};

void gists_finish(struct gists *g)
{
	free(g->all);
	free(g->words);
	free(g->known);
	free(g->slots);
	*g = (struct gists){0};
}

static void *grow(struct gists *g, void *items, uint32_t room, size_t size)
{
	void *grown = realloc(items, room * size);

	if (!grown)
		g->failed = true;
	return grown;
}

/* Half of the slots stay free. */
static void grow_slots(struct gists *g)
{
	uint32_t room = g->mask ? 2 * (g->mask + 1) : FIRST_SLOTS, mask = room - 1;
	struct known *known = grow(g, g->known, room / 2, sizeof *known);
	uint32_t *slots = calloc(room, sizeof *slots);

	if (known)
		g->known = known;
	if (!known || !slots) {
		free(slots);
		g->failed = true;
		return;
	}
	for (uint32_t i = 0; i < g->nknown; i++) {
		uint32_t slot = (known[i].hash ^ known[i].hash >> 15) & mask;
		while (slots[slot])
			slot = (slot + 1) & mask;
		slots[slot] = i + 1;
	}
	free(g->slots);
	g->slots = slots;
	g->mask = mask;
}

/* There is room for it. */
static uint32_t number_of(struct gists *g, uint32_t hash, uint32_t kind)
{
	uint32_t slot = (hash ^ hash >> 15) & g->mask;

	for (; g->slots[slot]; slot = (slot + 1) & g->mask)
		if (g->known[g->slots[slot] - 1].hash == hash)
			return g->slots[slot] - 1;
	g->known[g->nknown] = (struct known){.hash = hash, .kind = kind};
	g->slots[slot] = ++g->nknown;
	return g->nknown - 1;
}

/* Room for one more question of so many words. */
static bool reserve(struct gists *g, uint32_t words)
{
	if (g->nwords + words >= MOST_WORDS)
		g->failed = true;
	if (!g->failed && g->n == g->room) {
		uint32_t room = g->room ? 2 * g->room : 64;
		struct gist *all = grow(g, g->all, room, sizeof *all);
		if (all)
			g->all = all, g->room = room;
	}
	if (!g->failed && g->nwords + words > g->words_room) {
		uint32_t room = g->nwords + g->nwords / 2 + words;
		uint32_t *grown = grow(g, g->words, room, sizeof *grown);
		if (grown)
			g->words = grown, g->words_room = room;
	}
	if (!g->failed && !g->slots) {
		grow_slots(g);
		for (const char *const *word = negations; !g->failed && *word; word++)
			number_of(g, words_hash(*word), WORD_NEGATION);
	}
	while (!g->failed && g->nknown + words > (g->mask + 1) / 2)
		grow_slots(g);
	return !g->failed;
}

/* There is room for them. Returns how many. */
static uint16_t add_words(struct gists *g, const struct words *w, bool counted)
{
	for (int i = 0; i < w->n; i++) {
		const struct word *word = &w->w[i];
		uint32_t number = number_of(g, word->hash, word->number ? WORD_NUMBER : 0);
		g->words[g->nwords++] = number << GIST_BITS | (word->n < 4 ? GIST_SHORT : 0) |
					(word->capital && i > 0 ? GIST_NAME : 0);
		if (counted && g->known[number].last != g->n) {
			g->known[number].last = g->n;
			g->known[number].seen++;
		}
	}
	return (uint16_t)w->n;
}

void gists_add(struct gists *g, const struct subject *s)
{
	const struct question *q = s->q;
	struct word of_why[ASK_WORDS];
	struct words why = {.w = of_why};
	uint32_t words = (uint32_t)s->ask.n;
	struct gist *it;

	/* Where a game asks few of many, whether one tells of another does not matter. */
	if (q->why.s && s->entry->pack->nquestions <= PACK_DRAW)
		why.n = words_split(q->why.s, of_why, ASK_WORDS);
	words += (uint32_t)why.n;
	for (int i = 0; i < q->nchoices && !q->statement; i++)
		words += q->choices[i].right ? (uint32_t)s->choices[i].n : 0;
	if (!reserve(g, words))
		return;
	it = &g->all[g->n++];
	*it = (struct gist){.entry = s->entry, .q = q, .from = g->nwords};
	it->asked = gist_text(q->ask.s, &s->ask, &it->signs);
	it->nask = add_words(g, &s->ask, true);
	it->nwhy = add_words(g, &why, false);
	for (int i = 0; i < q->nchoices && !q->statement; i++)
		if (q->choices[i].right)
			it->nright = (uint16_t)(it->nright + add_words(g, &s->choices[i], true));
}

/* A sign that means something: not punctuation. A minus is one in front of a number. */
static uint32_t sign_at(const char *s, const char *start, uint32_t code)
{
	if (code == '-' || code == 0x2212)
		return (s == start || s[-1] == ' ' || s[-1] == '(') ? '-' : 0;
	if (code < 0x80)
		return strchr("+=<>|~$^%&*#@/\\", (int)code) ? code : 0;
	return U_GET_GC_MASK((UChar32)code) & (U_GC_SM_MASK | U_GC_SC_MASK | U_GC_SO_MASK) ? code
											   : 0;
}

uint64_t gist_text(const char *s, const struct words *w, uint32_t *signs)
{
	uint64_t hash = HASH_START;
	const char *p = s;

	*signs = 0;
	for (int i = 0; i <= w->n; i++) {
		const char *end = i < w->n ? s + w->w[i].at : p + strlen(p);
		bool next_is_number = i < w->n && w->w[i].number;
		while (p < end) {
			uint32_t code = (unsigned char)*p, sign;
			int step = code == ' ' || code == '?'
					   ? 1
					   : utf8_decode(p, (size_t)(end - p), &code);
			sign = code == ' ' || code == '?' || step == 0 ? 0 : sign_at(p, s, code);
			step = step ? step : 1;
			if (sign && (sign != '-' || (next_is_number && p + step == end))) {
				*signs = (*signs ^ sign) * 0x01000193u + 1;
				hash = (hash ^ sign ^ UINT64_C(1) << 40) * HASH_PRIME;
			}
			p += step;
		}
		if (i < w->n) {
			hash = (hash ^ w->w[i].hash) * HASH_PRIME;
			p = s + w->w[i].at + w->w[i].n;
		}
	}
	return hash == HASH_START ? 0 : hash;
}

double gist_weight(const struct gists *g, uint32_t word)
{
	uint32_t seen = g->known[gist_number(word)].seen;

	return seen ? log1p((double)g->n / seen) : 0;
}

bool gist_holds_right(const struct gists *g, const struct gist *a, const struct gist *b)
{
	const uint32_t *w = gist_right(g, a), *asked = gist_right(g, b);

	for (int i = 0; i < b->nright; i++) {
		int k = 0;
		while (k < a->nright && gist_number(w[k]) != gist_number(asked[i]))
			k++;
		if (k == a->nright)
			return false;
	}
	return b->nright > 0;
}
