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
#include "pack.h"
#include "utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void demand(bool kept)
{
	if (!kept)
		abort();
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
	}
	diag_print(&d, out);
	fclose(out);
	demand(utf8_bad(text, length) == length);
	free(text);
	pack_drop(p);
	diag_finish(&d);
	return 0;
}
