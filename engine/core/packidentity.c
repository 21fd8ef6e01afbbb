/* What makes a question one of a kind: the ID it was given, or one derived from what it asks. */
#include "packbuild.h"

#include <stdlib.h>
#include <string.h>

/* A text with the NUL at its end, so that texts in a row stay apart. */
static uint64_t hash_part(uint64_t hash, const char *s)
{
	return s ? hash_text(hash, s) * HASH_PRIME : hash;
}

/* A derived ID: "q-" and its hash in hex. */
enum { PREFIX = 2, DIGITS = 16 };
static const char digits[] = "0123456789abcdef";

uint64_t build_identify(struct build *b, struct question *q)
{
	uint64_t hash;
	char *id;

	if (q->id)
		return hash_part(HASH_START, q->id);
	hash = hash_part(HASH_START, q->ask.s);
	if (q->statement)
		hash = hash_part(hash, b->truth == 0 ? "true" : "false");
	for (int i = 0; i < b->nchoices; i++)
		if (b->choices[i].right)
			hash = hash_part(hash, b->choices[i].text.s ? b->choices[i].text.s
								    : b->choices[i].image);
	hash = hash_part(hash_part(hash, q->image), q->audio);
	id = arena_take(&b->pack->arena, PREFIX + DIGITS + 1);
	if (!id)
		return hash;
	memcpy(id, "q-", PREFIX);
	for (int i = 0; i < DIGITS; i++)
		id[PREFIX + i] = digits[hash >> (60 - 4 * i) & 15];
	q->id = id;
	return hash_part(HASH_START, id);
}

static void say_same(struct build *b, uint32_t first, uint32_t second)
{
	const struct question *q = b->pack->questions;
	struct textpos here = {b->identities[second].offset, q[second].line};
	bool given = q[first].id_given || q[second].id_given;
	struct finding *f;

	f = given ? ini_say(b->text, SEVERITY_ERROR, "E319", here, 0, "the ID '%s' is used twice",
			    q[second].id)
		  : build_error(b, "E319", here, 0, "this question is in the pack twice");
	ini_second(b->text, f, (struct textpos){b->identities[first].offset, q[first].line},
		   given ? "first used here" : "first asked here");
	f->help = given ? "give each question an ID of its own" : "delete one of them";
}

/* Open addressing over the hashes; the loop is short, so that the misses of several overlap. */
void build_identities(struct build *b)
{
	struct question *q = b->pack->questions;
	uint32_t n = (uint32_t)b->pack->nquestions, kept = 0, mask = 15;
	uint32_t *slots;

	while (mask / 2 < n)
		mask = 2 * mask + 1;
	slots = calloc(mask + 1, sizeof *slots);
	if (!slots) {
		b->pack->arena.failed = true;
		return;
	}
	for (uint32_t i = 0; i < n; i++) {
		uint64_t hash = b->identities[i].hash;
		uint32_t slot = (uint32_t)(hash ^ hash >> 32) & mask;
		while (slots[slot] && (b->identities[slots[slot] - 1].hash != hash ||
				       strcmp(q[slots[slot] - 1].id, q[i].id) != 0))
			slot = (slot + 1) & mask;
		if (slots[slot]) {
			say_same(b, slots[slot] - 1, i);
			b->pack->nskipped++;
			continue;
		}
		slots[slot] = ++kept;
		if (kept - 1 == i)
			continue;
		q[kept - 1] = q[i];
		b->identities[kept - 1] = b->identities[i];
	}
	b->pack->nquestions = (int)kept;
	free(slots);
}
