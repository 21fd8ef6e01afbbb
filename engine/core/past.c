#include "past.h"

#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "pack.h"

void past_init(struct past *p)
{
	*p = (struct past){0};
}

void past_finish(struct past *p)
{
	free(p->places);
	past_init(p);
}

void past_clear(struct past *p)
{
	if (p->room)
		memset(p->places, 0, p->room * sizeof(*p->places));
	p->n = 0;
	p->last = 0;
}

uint64_t past_key(const struct pack *p, const struct question *q)
{
	uint64_t key = hash_text(HASH_START, p->id);

	key = hash_text(hash_bytes(key, "/", 1), q->id);
	return key ? key : 1;
}

/* Its place, or the empty one where it would be; the table is never full. */
static struct known *find_place(const struct past *p, uint64_t key)
{
	size_t i = (size_t)key & (p->room - 1);

	while (p->places[i].key && p->places[i].key != key)
		i = (i + 1) & (p->room - 1);
	return &p->places[i];
}

const struct known *past_find(const struct past *p, uint64_t key)
{
	const struct known *k = p->room ? find_place(p, key) : NULL;

	return k && k->key ? k : NULL;
}

bool past_reserve(struct past *p, size_t more)
{
	struct past wide = *p;

	if ((p->n + more) * 2 <= p->room)
		return true;
	for (wide.room = 64; wide.room < (p->n + more) * 2;)
		wide.room *= 2;
	wide.places = calloc(wide.room, sizeof(*wide.places));
	if (!wide.places)
		return false;
	for (size_t i = 0; i < p->room; i++)
		if (p->places[i].key)
			*find_place(&wide, p->places[i].key) = p->places[i];
	free(p->places);
	*p = wide;
	return true;
}

bool past_put(struct past *p, const struct known *k)
{
	struct known *place;

	if (!past_reserve(p, 1))
		return false;
	place = find_place(p, k->key);
	p->n += place->key == 0;
	*place = *k;
	if (k->last > p->last)
		p->last = k->last;
	return true;
}

void known_note(struct known *k, int64_t number, bool right, bool own)
{
	k->last = number;
	k->asked++;
	k->right += right;
	if (own && !right)
		k->owed = PAST_OWED;
	else if (own && k->owed > 0)
		k->owed--;
}

void past_note(struct past *p, uint64_t key, bool right, bool own)
{
	const struct known *found = past_find(p, key);
	struct known k = found ? *found : (struct known){.key = key};

	known_note(&k, p->last + 1, right, own);
	past_put(p, &k);
}

int known_share(const struct known *k)
{
	if (!k || k->asked < PAST_ENOUGH)
		return -1;
	return (int)((200u * (uint64_t)k->right + k->asked) / (2u * (uint64_t)k->asked));
}
