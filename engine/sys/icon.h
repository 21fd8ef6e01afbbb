/*
 * The program's own icon: a stair as a tube of light on the dark ground.
 */
#ifndef ICON_H
#define ICON_H

#include <cairo.h>

cairo_surface_t *icon_create(int size_px); /* CAIRO_FORMAT_ARGB32 */

#endif
