#include "strip.h"

void strip_begin(struct strip *strip)
{
	strip->n = strip->left = strip->top = 0;
}

void strip_add(struct strip *strip, SDL_Surface *picture, int x, int y)
{
	if (!strip->n) {
		strip->left = strip->right = x;
		strip->top = strip->bottom = y;
	}
	strip->left = SDL_min(strip->left, x);
	strip->top = SDL_min(strip->top, y);
	strip->right = SDL_max(strip->right, x + picture->w);
	strip->bottom = SDL_max(strip->bottom, y + picture->h);
	strip->part[strip->n].picture = picture;
	strip->part[strip->n].x = x;
	strip->part[strip->n++].y = y;
}

cairo_surface_t *strip_join(struct strip *strip)
{
	cairo_surface_t *out = NULL;
	unsigned char *to = NULL;
	int stride = 0;
	if (strip->n) {
		out = cairo_image_surface_create(CAIRO_FORMAT_A8, strip->right - strip->left,
						 strip->bottom - strip->top);
		cairo_surface_flush(out);
		to = cairo_image_surface_get_data(out);
		stride = cairo_image_surface_get_stride(out);
	}
	for (int i = 0; i < strip->n; i++) {
		SDL_Surface *p = strip->part[i].picture;
		int dx = strip->part[i].x - strip->left, dy = strip->part[i].y - strip->top;
		for (int y = 0; to && y < p->h; y++) {
			const uint32_t *from = (const uint32_t *)((char *)p->pixels + y * p->pitch);
			unsigned char *row = to + (dy + y) * stride + dx;
			for (int x = 0; x < p->w; x++) {
				unsigned a = from[x] >> 24;
				row[x] = (unsigned char)(a + row[x] - a * row[x] / 255);
			}
		}
		SDL_FreeSurface(p);
	}
	if (out && !to) {
		cairo_surface_destroy(out);
		return NULL;
	}
	if (out)
		cairo_surface_mark_dirty(out);
	return out;
}
