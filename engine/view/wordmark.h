/*
 * The name of the game: every letter stands one step higher than the last, on a lit stair. Private
 * to view/.
 */
#ifndef WORDMARK_H
#define WORDMARK_H

#include "ui.h"

/* size: of the letters, in hundredths as ui.h has them, whatever the size of texts is. */
void wordmark_draw(struct ui *ui, float x, float y, float size);
float wordmark_width(struct ui *ui, float size); /* px */

#endif
