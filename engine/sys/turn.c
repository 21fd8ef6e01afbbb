#include "turn.h"

#include <stdint.h>

void turn_size(int degrees, int *w, int *h)
{
	int was = *w;

	if (degrees % 180 == 0)
		return;
	*w = *h;
	*h = was;
}

SDL_Rect turn_rect(int degrees, SDL_Rect r, int w, int h)
{
	int right = w - r.x - r.w, below = h - r.y - r.h;

	switch (degrees) {
	case 90: return (SDL_Rect){below, r.x, r.h, r.w};
	case 180: return (SDL_Rect){right, below, r.w, r.h};
	case 270: return (SDL_Rect){r.y, right, r.h, r.w};
	default: return r;
	}
}

void turn_back(int degrees, float w, float h, float *x, float *y)
{
	float glass_x = *x, glass_y = *y;

	switch (degrees) {
	case 90:
		*x = glass_y;
		*y = w - glass_x;
		break;
	case 180:
		*x = w - glass_x;
		*y = h - glass_y;
		break;
	case 270:
		*x = h - glass_y;
		*y = glass_x;
		break;
	default: break;
	}
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

void turn_copy(int degrees, struct bitmap frame, SDL_Rect r, struct bitmap glass)
{
	enum { TILE = 32 }; /* a turned row walks down a column: what it touches stays in cache */
	SDL_Rect to = turn_rect(degrees, r, frame.w, frame.h);
	int from_row = frame.pitch / 4, to_row = glass.pitch / 4;
	/* The pixel of the frame at the glass's top left of the rectangle, and one to its right and
	 * below it. */
	int corner_x = r.x + (degrees == 180 || degrees == 270 ? r.w - 1 : 0);
	int corner_y = r.y + (degrees == 90 || degrees == 180 ? r.h - 1 : 0);
	int right = degrees == 0 ? 1 : degrees == 90 ? -from_row : degrees == 180 ? -1 : from_row;
	int below = degrees == 0 ? from_row : degrees == 90 ? 1 : degrees == 180 ? -from_row : -1;
	const uint32_t *in = (const uint32_t *)frame.at + corner_y * from_row + corner_x;
	uint32_t *out = (uint32_t *)glass.at + to.y * to_row + to.x;

	for (int y0 = 0; y0 < to.h; y0 += TILE) {
		for (int x0 = 0; x0 < to.w; x0 += TILE) {
			for (int y = y0; y < least(y0 + TILE, to.h); y++)
				for (int x = x0; x < least(x0 + TILE, to.w); x++)
					out[y * to_row + x] = in[x * right + y * below];
		}
	}
}
