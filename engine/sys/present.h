/*
 * How a painted frame reaches the window. `software` paints into the window's own surface and shows
 * the rectangles that changed; `gpu` paints beside it and copies those rectangles into a texture.
 * The first needs no GL library in memory and is the faster one without a real GPU; Wayland and
 * KMSDRM have only the second. Nothing here waits for the screen's refresh: frames say themselves
 * when they change.
 */
#ifndef PRESENT_H
#define PRESENT_H

#include <SDL.h>

#include "window.h"

struct present;

/* NULL when frames can't reach this window at all: SDL_GetError says why. The window is borrowed.
 */
struct present *present_open(SDL_Window *w, enum renderer want);
void present_close(struct present *p);
bool present_fell_back(const struct present *p); /* the renderer that was wanted can't be had */

/* From the next frame on, the picture is turned so many degrees clockwise: 0, 90, 180 or 270. */
void present_turn(struct present *p, int rotation);

/* Shows the frame; paints only what changed since the last, unless the window lost what it had.
 * False: nothing was, or it can't be shown now. */
bool present_show(struct present *p, struct painter *painter, const struct frame *f);

/* The window system lost what was shown, in part or whole: shows it again without painting. False:
 * there is nothing to show, the next frame is painted whole. */
bool present_again(struct present *p);

/* The window's size changed, so its surface is gone: the next frame is painted whole. */
void present_lost(struct present *p);

#endif
