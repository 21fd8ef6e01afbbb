/*
 * Motion as a function of time. What moves began at some moment and takes so long; a frame asks for
 * the next one while anything is still under way. Private to view/.
 *
 * A press completes what began before it (ui->hurry_ms), so that nobody waits for a picture.
 *
 * Full: everything. Reduced: what moves is where it will be at once, what fades takes at most
 * 120 ms, and nothing pulses. None: cuts.
 */
#ifndef MOTION_H
#define MOTION_H

#include "ui.h"

enum { FRAME_MS = 16 };

float ease_out(float t); /* 1 - (1 - t)^4 */
float ease_in(float t);  /* t^3 */
float ease_std(float t); /* cubic, in and out */

/*
 * How far something is, 0 to 1, that begins `delay_ms` after `from_ms` and takes `ms`. A move
 * changes where things are or how large; a fade only how much of them can be seen.
 */
float motion_move(struct ui *ui, int64_t from_ms, int delay_ms, int ms);
float motion_fade(struct ui *ui, int64_t from_ms, int delay_ms, int ms);

/* What was drawn since a mark, moved by px and seen through; spots stay where they will be. */
struct mark {
	int item;
	bool ringed;
};
struct mark motion_mark(const struct ui *ui);
void motion_shift(struct ui *ui, struct mark since, float dx, float dy, float alpha);

#endif
