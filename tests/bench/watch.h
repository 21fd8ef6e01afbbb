/*
 * What the measures of a real window share: a clock in ms, and a hash of Xvfb's framebuffer, of
 * which few bytes are looked at so that looking costs little.
 */
#ifndef WATCH_H
#define WATCH_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

enum { SAMPLE = 1031 }; /* bytes between those looked at */

static inline double now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static inline void nap(double ms)
{
	long us = (long)(ms * 1000);

	nanosleep(&(struct timespec){us / 1000000, us % 1000000 * 1000}, NULL);
}

static inline uint64_t look(const volatile unsigned char *screen, size_t n)
{
	uint64_t hash = 14695981039346656037u;

	for (size_t i = 0; i < n; i += SAMPLE)
		hash = (hash ^ screen[i]) * 1099511628211u;
	return hash;
}

#endif
