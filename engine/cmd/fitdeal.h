/*
 * Which choices of a question are laid out together, so that each is somewhere and the longest meet
 * on the first screen: a random deal may be as bad as that, none is worse.
 */
#ifndef FITDEAL_H
#define FITDEAL_H

#include "pack.h"

struct fit_deal {
	uint8_t shown[PACK_SHOWN]; /* as struct asked has it */
	int n;
};

/* The deals, the longest first, by the letters of this language (NULL: the author's own); how many
 * there are. */
int fitdeal_all(const struct question *q, const char *language,
		struct fit_deal deals[PACK_CHOICES]);

/* The answers (sets of positions) whose pages tell all there is to tell of a deal: right, wrong,
 * and each choice with a `because` that is not in *told yet, a set of the question's choices. */
int fitdeal_answers(const struct question *q, const struct fit_deal *deal, const char *language,
		    uint32_t *told, uint32_t answers[PACK_SHOWN + 1]);

#endif
