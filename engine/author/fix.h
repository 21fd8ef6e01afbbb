/*
 * Safe fixes: what findings of the reading know to put in the author's place (finding.fix), done to
 * the bytes of a pack, in memory, round after round until nothing is left to do; of two that
 * overlap the second waits for the next round.
 *
 * A fix stays only where the pack has fewer findings with it and of no kind more than without: what
 * would bring other mistakes to light is left to the author. So this ends, a second time changes
 * nothing, and no pack gets worse by it.
 *
 * The outcome is UTF-8 without a byte-order mark, its lines end in "\n" or "\r\n"; all that no fix
 * is about stays to the byte.
 */
#ifndef FIX_H
#define FIX_H

#include <stdbool.h>
#include <stddef.h>

enum fix_end {
	FIX_NOTHING, /* nothing is to be done */
	FIX_DONE,
	FIX_UNREADABLE, /* something would be to do, but not all of the file can be read, or it is
			   of a later format: it is left alone */
	FIX_NO_MEMORY,
};

struct fixed {
	char *bytes; /* to be freed; NULL where nothing was done */
	size_t n;
	int fixes;
};

/* The path places the pack's media. */
enum fix_end fix_bytes(const char *path, const char *bytes, size_t n, struct fixed *out);

#endif
