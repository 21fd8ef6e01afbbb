/*
 * Quarter turns, for a screen that hangs on its side: of the picture on its way to the glass, and
 * of a place on the glass on its way back. Degrees are clockwise: 0, 90, 180 or 270. A frame of w
 * by h fills a glass of the turned size.
 */
#ifndef TURN_H
#define TURN_H

#include <SDL.h>

/* The frame's size from the glass's, or the other way round. */
void turn_size(int degrees, int *w, int *h);

/* Where a rectangle of a frame of w by h pixels lies on the glass. */
SDL_Rect turn_rect(int degrees, SDL_Rect r, int w, int h);

/* A place on a glass of w by h as one of the frame. */
void turn_back(int degrees, float w, float h, float *x, float *y);

/* Pixels of 32 bits; `pitch` in bytes. */
struct bitmap {
	void *at;
	int w, h, pitch;
};

/* Copies a rectangle of the frame to where it lies on the glass. */
void turn_copy(int degrees, struct bitmap frame, SDL_Rect r, struct bitmap glass);

#endif
