#include "rng.h"

#include <assert.h>

static uint64_t splitmix(uint64_t *state)
{
	uint64_t z = *state += 0x9e3779b97f4a7c15;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
	z = (z ^ z >> 27) * 0x94d049bb133111eb;
	return z ^ z >> 31;
}

static uint64_t rotate(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

void rng_init(struct rng *r, uint64_t seed)
{
	for (int i = 0; i < 4; i++)
		r->s[i] = splitmix(&seed);
}

void rng_init_nth(struct rng *r, uint64_t seed, uint64_t nth)
{
	/* Mixed before and after: states a step of splitmix64 apart would share three of four
	 * words. */
	uint64_t stream = splitmix(&seed) + nth;

	rng_init(r, splitmix(&stream));
}

uint64_t rng_next(struct rng *r)
{
	uint64_t *s = r->s, result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = rotate(s[3], 45);
	return result;
}

uint32_t rng_below(struct rng *r, uint32_t n)
{
	assert(n > 0);
	/* The high half of x * n is the result; the low halves that fall short come up too often.
	 */
	uint32_t short_of = (uint32_t)-n % n;
	uint64_t product;

	do
		product = (rng_next(r) >> 32) * n;
	while ((uint32_t)product < short_of);
	return (uint32_t)(product >> 32);
}

void rng_shuffle(struct rng *r, void *items, uint32_t n, uint32_t size)
{
	unsigned char *bytes = items;

	for (uint32_t i = n; i > 1; i--) {
		unsigned char *a = bytes + (uint64_t)(i - 1) * size;
		unsigned char *b = bytes + (uint64_t)rng_below(r, i) * size;

		for (uint32_t k = 0; k < size; k++) {
			unsigned char swapped = a[k];

			a[k] = b[k];
			b[k] = swapped;
		}
	}
}
