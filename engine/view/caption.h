/*
 * Sounds in words: where captions are on, each cue is said for two seconds in a row at the bottom,
 * which is kept free for it. Private to view/.
 */
#ifndef CAPTION_H
#define CAPTION_H

#include "screens.h"

void caption_set(struct app *app, enum cue cue); /* the cue is heard now */

float caption_room(const struct app *app, const struct ui *ui); /* px; 0: captions are off */

/* Below the stage, which has given it room. */
void caption_draw(const struct app *app, struct ui *ui);

#endif
