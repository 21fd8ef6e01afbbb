/* Which questions came along already: two of a kind, or with one ID, cannot be in a pack. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "making.h"
#include "packkeys.h"

struct met {
	uint64_t hash; /* 0: free */
	int line;
};

static uint64_t hash_part(uint64_t hash, const char *s)
{
	return s ? hash_text(hash, s) * HASH_PRIME : hash;
}

/* Of all that its ID would be made of, as in packidentity.c. */
static uint64_t identify(const struct making *m)
{
	const struct question *q = &m->q;
	uint64_t hash = hash_part(HASH_START, q->ask.s);

	if (q->statement)
		hash = hash_part(hash, q->choices[0].right ? "true" : "false");
	for (int i = 0; i < m->nchoices && !q->statement; i++)
		if (m->choices[i].right)
			hash = hash_part(hash, *m->choices[i].text.s ? m->choices[i].text.s
								     : m->choices[i].image);
	return hash_part(hash_part(hash, q->image), q->audio);
}

static struct met *find(struct met *met, uint32_t n, uint64_t hash)
{
	uint32_t slot = (uint32_t)(hash ^ hash >> 32) & (n - 1);

	while (met[slot].hash && met[slot].hash != hash)
		slot = (slot + 1) & (n - 1);
	return &met[slot];
}

/* Room for one more. */
static bool make_room(struct making *m)
{
	uint32_t n = m->nmet ? 2 * m->nmet : 256;
	struct met *grown;

	if (2 * (uint32_t)m->pack->nquestions + 2 < m->nmet)
		return true;
	grown = calloc(n, sizeof *grown);
	if (!grown)
		return false;
	for (uint32_t i = 0; i < m->nmet; i++)
		if (m->met[i].hash)
			*find(grown, n, m->met[i].hash) = m->met[i];
	free(m->met);
	m->met = grown;
	m->nmet = n;
	return true;
}

/* The first of its hash is remembered; else where that one is. */
static bool is_first(struct making *m, uint64_t hash, int *line)
{
	struct met *met = find(m->met, m->nmet, hash);

	*line = met->line;
	if (met->hash)
		return false;
	*met = (struct met){hash, m->q.line};
	return true;
}

/* An ID alone makes a question one of a kind, be it given or derived, as in packidentity.c. */
bool making_is_new(struct making *m, int *first_line)
{
	char derived[sizeof "q-0123456789abcdef"];

	*first_line = 0;
	if (!make_room(m))
		return false;
	if (m->q.id && is_first(m, hash_text(HASH_START, m->q.id) | 1, first_line))
		return true;
	m->q.id = NULL;
	snprintf(derived, sizeof derived, "q-%016" PRIx64, identify(m));
	return is_first(m, hash_text(HASH_START, derived) | 1, first_line);
}

void making_forget(struct making *m)
{
	free(m->met);
	m->met = NULL;
	m->nmet = 0;
}

void making_id(struct making *m, const char *s, size_t n)
{
	char id[PACK_ID + 1];
	size_t length = 0;

	for (size_t i = 0; i < n && length < PACK_ID; i++) {
		char c = s[i];
		c = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_')
			id[length++] = c;
		else if (length > 0 && id[length - 1] != '-')
			id[length++] = '-';
	}
	while (length > 0 && id[length - 1] == '-')
		length--;
	m->q.id = length > 0 ? arena_text(&m->pack->arena, id, length) : NULL;
}
