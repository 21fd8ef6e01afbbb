/*
 * What the app remembers from one frame to the next so that screens come in, the ring glides and
 * what was touched gives way softly. Private to view/.
 */
#ifndef ENTRANCE_H
#define ENTRANCE_H

#include "screens.h"

/* Of a frame that is drawn, before it is mirrored: its content comes in. */
void entrance_draw(struct app *app, struct ui *ui);

/* Before a frame: the ring sets out for what has the focus now. After the last one of a step: it
 * was seen there. */
void entrance_ring(struct app *app);
void entrance_seen(struct app *app);

/* What is touched; once an event has changed it: it turns from what it was before, on that screen.
 */
struct touched entrance_touched(const struct ui *ui);
void entrance_feel(struct app *app, struct touched before, const struct screen *screen);

#endif
