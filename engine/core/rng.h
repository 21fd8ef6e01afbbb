/*
 * Random numbers that are the same everywhere for the same seed: xoshiro256** seeded by splitmix64
 * (Blackman and Vigna, https://prng.di.unimi.it/). A stream is a plain value.
 */
#ifndef RNG_H
#define RNG_H

#include <stdint.h>

struct rng {
	uint64_t s[4];
};

void rng_init(struct rng *r, uint64_t seed);

/* One of many streams of a seed, each as good as unrelated to the others. */
void rng_init_nth(struct rng *r, uint64_t seed, uint64_t nth);

uint64_t rng_next(struct rng *r);
uint32_t rng_below(struct rng *r, uint32_t n); /* 0 to n-1, without bias; n >= 1 */

/* Fisher-Yates over `n` items of `size` bytes. */
void rng_shuffle(struct rng *r, void *items, uint32_t n, uint32_t size);

#endif
