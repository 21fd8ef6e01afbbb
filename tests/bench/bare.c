/*
 * The least an SDL2 and SDL2_ttf program can do: a window, a line of text, waiting for events. What
 * Stairwell is compared with. Usage: bare WxH FONT
 */
#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>

int main(int argc, char **argv)
{
	int w = 0, h = 0;
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
	while (SDL_WaitEvent(&e) && e.type != SDL_QUIT)
		;
	return 0;
}
