/*
 * Numbers of 1 to 8 bytes as files have them, the least significant byte first or last.
 */
#ifndef BYTES_H
#define BYTES_H

#include <stdint.h>

static inline uint64_t bytes_little(const uint8_t *p, int n)
{
	uint64_t v = 0;

	while (n-- > 0)
		v = v << 8 | p[n];
	return v;
}

static inline uint64_t bytes_big(const uint8_t *p, int n)
{
	uint64_t v = 0;

	for (int i = 0; i < n; i++)
		v = v << 8 | p[i];
	return v;
}

#endif
