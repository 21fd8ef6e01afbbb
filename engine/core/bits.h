/* Sets of choices, of positions, of players: bits of a uint32_t. */
#ifndef BITS_H
#define BITS_H

#include <stdint.h>

static inline int bits_count(uint32_t set)
{
	return __builtin_popcount(set);
}

static inline int bits_lowest(uint32_t set) /* not of the empty set */
{
	return __builtin_ctz(set);
}

#endif
