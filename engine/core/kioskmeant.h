/*
 * What is wrong within a value that a kiosk's key does not take, and what to type in its place. A
 * guess is what was written read more kindly; it is told only where the key takes it. Private to
 * core/.
 */
#ifndef KIOSKMEANT_H
#define KIOSKMEANT_H

#include <stdbool.h>
#include <stddef.h>

struct kiosk_slip {
	size_t at, n;    /* where in the value, bytes; n 0: there is nothing in it */
	char said[256];  /* what stands there */
	char help[1200]; /* what to type; a path may be in it */
};

/* The slips of a value that was refused, one by one: `*next` begins at 0. False: no more. `path` is
 * the file's. */
bool kiosk_slip(int row, const char *value, const char *path, size_t *next, struct kiosk_slip *out);

/* Whether there are quotation marks around it, and how many bytes each of them has. */
bool kiosk_quoted(const char *s, size_t *open, size_t *close);

#endif
