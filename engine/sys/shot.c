#include "shot.h"

#include <errno.h>

static cairo_status_t put(void *to, const unsigned char *bytes, unsigned n)
{
	return fwrite(bytes, 1, n, to) == n ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

bool shot_save(struct painter *p, const struct frame *f, FILE *to)
{
	cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, f->w, f->h);
	struct damage d;

	painter_paint(p, picture, f, true, &d);
	errno = ENOMEM; /* unless it is the file's */
	bool good = cairo_surface_write_to_png_stream(picture, put, to) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(picture);
	return good;
}
