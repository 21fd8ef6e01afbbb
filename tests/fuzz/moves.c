/*
 * Any bytes at all, taken as a game by chance (chance.h). With clang, from the top folder:
 *
 *     clang -g -O1 -D_GNU_SOURCE -fsanitize=fuzzer,address,undefined -Iengine/core
 *           tests/fuzz/moves.c engine/core/[a-z]*.c -linih -licuuc -lm -o moves
 */
#include "chance.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	static struct table table;
	struct chance chance = {.bytes = bytes, .n = n};

	rng_init(&chance.r, n);
	play_by_chance(&chance, &table);
	return 0;
}
