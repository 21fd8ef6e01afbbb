/*
 * Any bytes at all, read as a pack: nothing may crash, and what plays must keep its promises. With
 * clang, from the top folder (libraries: inih, icuuc, m):
 *
 *     clang -g -O1 -D_GNU_SOURCE -fsanitize=fuzzer,address,undefined -Iengine/core
 *           tests/fuzz/packread.c engine/core/[a-z]*.c -linih -licuuc -lm -o packread
 *
 *     ./packread tests/packs
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diagprint.h"
#include "game.h"
#include "pack.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void demand(bool kept)
{
	if (!kept)
		abort();
}

static int compare_ids(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void demand_unique_ids(const struct pack *p)
{
	const char **ids = malloc((size_t)p->nquestions * sizeof *ids);

	demand(ids);
	for (int i = 0; i < p->nquestions; i++)
		ids[i] = p->questions[i].id;
	qsort(ids, (size_t)p->nquestions, sizeof *ids, compare_ids);
	for (int i = 1; i < p->nquestions; i++)
		demand(strcmp(ids[i - 1], ids[i]) != 0);
	free(ids);
}

static void play(const struct pack *p)
{
	static struct game g;
	static struct deck deck;
	struct game_options o = {
		.mode = game_mode("climb"), .seed = p->hash, .clock_percent = CLOCK_STANDARD};

	deck_deal(&deck, &(struct deal){.packs = &p,
					.npacks = 1,
					.mode = o.mode,
					.wanted = PACK_DRAW,
					.seed = p->hash});
	game_start(&g, &deck, &o, 0);
	for (int i = 0; i < deck.n; i++)
		demand(g.asked[i].nshown >= 2 && g.asked[i].nshown <= PACK_SHOWN &&
		       g.asked[i].right != 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct diag d;
	struct pack *p;
	char *text = NULL;
	size_t length;
	FILE *out = open_memstream(&text, &length);

	diag_init(&d, "fuzz.ini");
	p = pack_read((const char *)bytes, n, "fuzz.ini", &d);
	demand(p || d.errors > 0);
	for (int i = 0; p && i < p->nquestions; i++) {
		const struct question *q = &p->questions[i];
		demand(q->id && q->ask.s && q->nchoices >= 2 && q->nchoices <= PACK_CHOICES);
		demand(q->nright >= 1 && q->nright <= PACK_RIGHT && q->show >= 2 &&
		       q->show <= PACK_SHOWN);
		demand(utf8_bad(q->ask.s, strlen(q->ask.s)) == strlen(q->ask.s));
		for (int k = 0; k < q->nchoices; k++)
			demand(q->choices[k].text.s || q->choices[k].image);
	}
	if (p) {
		demand_unique_ids(p);
		play(p);
	}
	diag_print(&d, out);
	fclose(out);
	demand(utf8_bad(text, length) == length);
	free(text);
	pack_drop(p);
	diag_finish(&d);
	return 0;
}
