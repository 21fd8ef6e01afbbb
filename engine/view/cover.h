/*
 * What a card shows of a pack without words: a cover of its own, and how hard it is. Private to
 * view/.
 */
#ifndef COVER_H
#define COVER_H

#include "pack.h"
#include "ui.h"

/* A stair seen from above over the upper part of a card, with the look that the pack's id gives it;
 * id "": of all packs. Not playable: dimmed. `fill` is the card's, which goes on below. */
void cover_draw(struct ui *ui, struct rect art, const char *id, bool playable, colour fill);

/* One to three bars of the mean level of its questions, on the line of text at x, y. The pack has a
 * question at least. */
void cover_level(struct ui *ui, float x, float y, const struct pack *p);

#endif
