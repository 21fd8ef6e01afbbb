/*
 * The bytes of a picture file turned into a surface: decoded by SDL_image, upright as Exif says,
 * its alpha multiplied in, scaled down by area.
 */
#ifndef PIXELS_H
#define PIXELS_H

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>

/*
 * The largest w x h that has the shape of a picture w0 x h0 and lies within the room given; at
 * least 1 x 1.
 */
void pixels_contain(int w0, int h0, float room_w, float room_h, int *w, int *h);

/*
 * A CAIRO_FORMAT_ARGB32 surface, no larger than max_w x max_h and max_pixels in all; *whole: it is
 * as large as the file has it. NULL: the bytes hold no picture, one beyond the limits of
 * imagehead.h, or memory is short.
 */
cairo_surface_t *pixels_decode(const unsigned char *bytes, size_t n, int max_w, int max_h,
			       size_t max_pixels, bool *whole);

/* The same picture in another size; yours to destroy. */
cairo_surface_t *pixels_scale(cairo_surface_t *from, int w, int h);

#endif
