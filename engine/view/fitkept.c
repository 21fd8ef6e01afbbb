#include "fitkept.h"

#include <stdlib.h>
#include <string.h>

#include "hash.h"

enum { SETS = 64, WAYS = 8 };

struct kept {
	uint64_t key;
	int n; /* choices: a key may be met by chance or by design, cards are never more than these;
		  0: nothing is kept here */
	struct fit fit;
};

struct fits {
	struct kept kept[SETS][WAYS];
	unsigned next; /* gives way in a full set */
};

struct fits *fits_create(void)
{
	return calloc(1, sizeof(struct fits));
}

void fits_destroy(struct fits *fits)
{
	free(fits);
}

static uint64_t with_text(uint64_t key, const char *s)
{
	bool some = s;

	key = hash_bytes(key, &some, sizeof some);
	return some ? hash_bytes(key, s, strlen(s) + 1) : key;
}

uint64_t fitkept_said(const struct asking *a)
{
	const struct choices *c = a->choices;
	const struct listening *l = a->sound;
	const bool has[] = {c->pictured, l->shown, l->off, l->broken, l->barred};
	uint64_t key = hash_bytes(HASH_START, has, sizeof has);

	key = with_text(with_text(with_text(key, a->ask), a->notes), l->said);
	for (int i = 0; i < c->n; i++) {
		bool picture = c->pictures[i].path;
		key = hash_bytes(key, &picture, sizeof picture);
		key = with_text(with_text(key, c->captions[i]), c->tags[i]);
	}
	return key;
}

struct fit *fitkept_at(const struct ui *ui, const struct asking *a, const struct fit_try *try,
		       bool *known)
{
	const float sizes[] = {ui->w,     ui->h,     ui->u,      ui->text,    ui->finger,
			       ui->thumb, ui->apart, try->width, try->height, try->low};
	const bool is[] = {ui->compact, ui->tiny, ui->portrait, ui->reach, a->picture};
	const int how[] = {try->columns, try->ask, try->cards, a->choices->n};
	uint64_t key = hash_bytes(a->said, sizes, sizeof sizes);

	key = hash_bytes(hash_bytes(key, is, sizeof is), how, sizeof how);
	struct kept *set = ui->fits->kept[(key >> 20) % SETS];
	for (int i = 0; i < WAYS; i++)
		if (set[i].key == key && set[i].n == a->choices->n) {
			*known = true;
			return &set[i].fit;
		}
	struct kept *k = &set[ui->fits->next++ % WAYS];
	*known = false;
	k->key = key;
	k->n = a->choices->n;
	return &k->fit;
}
