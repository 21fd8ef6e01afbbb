/*
 * SDL's events as the program's own. The one place where window points become pixels of the
 * frame, where SDL's keys become ours, and where fingers are told apart: the first one counts, a
 * palm (three contacts or more) takes everything back.
 */
#ifndef INPUT_H
#define INPUT_H

#include <SDL.h>

#include "event.h"

struct input {
	float scale_x, scale_y; /* pixels in a window point */
	int w, h;               /* the window in pixels */
	int rotation;           /* of the picture in it, in degrees clockwise */
	int contacts;           /* fingers on the glass */
	SDL_FingerID first;
	bool following, palm; /* the first finger counts; all are ignored until they have gone */
	float rest_x, rest_y; /* where it came to rest, of the window's size */
	Uint32 rest_ms;       /* and when, as SDL counts: after long it is dirt or water */
};

/* Fills kind and what goes with it in *ev (not the time); false when it means nothing to the
 * program. Text lives as long as the SDL event. */
bool input_read(struct input *in, const SDL_Event *e, struct event *ev);

int input_key(SDL_Keycode k); /* KEY_NONE: means nothing to the program */
bool input_is_keypad(SDL_Keycode k);
SDL_Keycode input_code(int key); /* the other way round; SDLK_UNKNOWN */

SDL_Keycode input_keypad_code(int key); /* of the key with this sign on the keypad */

/* What SDL calls the key that someone calls Page_Down or Esc; NULL: no idea. */
const char *input_nearest(const char *name);

#endif
