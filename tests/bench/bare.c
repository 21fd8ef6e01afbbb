/*
 * The least an SDL2 and SDL2_ttf program can do: a window, a line of text, waiting for events. A
 * key makes it blend a translucent picture of a share of the window, in so many frames of 16 ms.
 * What Stairwell is compared with. Usage: bare WxH FONT [FRAMES PERCENT]
 */
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <stdlib.h>

static void animate(SDL_Window *window, SDL_Surface *screen, SDL_Surface *layer, int frames)
{
	SDL_Rect at = {0, 0, layer->w, layer->h};
	Uint64 begun = SDL_GetTicks64();

	for (int i = 0; i < frames; i++) {
		SDL_FillRect(screen, &at, SDL_MapRGB(screen->format, 12, 10, 30));
		SDL_SetSurfaceAlphaMod(layer, (Uint8)(55 + 200 * (i + 1) / frames));
		SDL_BlitSurface(layer, NULL, screen, &at);
		SDL_UpdateWindowSurfaceRects(window, &at, 1);
		Uint64 next = begun + 16 * (Uint64)(i + 1), now = SDL_GetTicks64();
		if (next > now)
			SDL_Delay((Uint32)(next - now));
	}
}

int main(int argc, char **argv)
{
	int w = 0, h = 0, presses = 0;
	SDL_Event e;

	if (argc < 3 || sscanf(argv[1], "%dx%d", &w, &h) != 2)
		return 2;
	SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
	if (SDL_Init(SDL_INIT_VIDEO) != 0 || TTF_Init() != 0)
		return 1;
	SDL_Window *window =
		SDL_CreateWindow("Bare", SDL_WINDOWPOS_UNDEFINED, SDL_WINDOWPOS_UNDEFINED, w, h, 0);
	TTF_Font *font = TTF_OpenFont(argv[2], 60);
	SDL_Surface *screen = window ? SDL_GetWindowSurface(window) : NULL;
	if (!screen || !font)
		return 1;
	SDL_Surface *text = TTF_RenderUTF8_Blended(font, "Which film inspired it?",
						   (SDL_Color){255, 255, 255, 255});
	SDL_FillRect(screen, NULL, SDL_MapRGB(screen->format, 12, 10, 30));
	SDL_BlitSurface(text, NULL, screen, &(SDL_Rect){100, 200, 0, 0});
	SDL_UpdateWindowSurface(window);

	int frames = argc > 4 ? atoi(argv[3]) : 0;
	SDL_Surface *layer = NULL;
	if (frames > 0)
		layer = SDL_CreateRGBSurfaceWithFormat(0, w, h * atoi(argv[4]) / 100, 32,
						       SDL_PIXELFORMAT_ARGB8888);
	while (SDL_WaitEvent(&e) && e.type != SDL_QUIT) {
		if (!layer || e.type != SDL_KEYDOWN)
			continue;
		SDL_FillRect(layer, NULL, ++presses % 2 ? 0x80E0E0FF : 0x80FF4F98);
		animate(window, screen, layer, frames);
	}
	return 0;
}
