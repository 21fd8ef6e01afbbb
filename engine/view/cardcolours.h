/* The colours of a choice's card: as it turned out, under the hand, and on the way between. */
#ifndef CARDCOLOURS_H
#define CARDCOLOURS_H

#include "ui.h"

struct card_colours {
	colour fill, border, text, badge, letter, tag;
	float border_u;
};

struct card_colours card_colours_of(const struct theme *t, enum choice_state state, enum look look);

/* Between two looks, or two states; t from 0 to 1. */
struct card_colours card_colours_mix(struct card_colours a, struct card_colours b, float t);

#endif
