/*
 * What SDL has to say, in order, and by which look at the system each of it came. Presses that came
 * by one look are one moment: nobody can know which was first. So the system is looked at every few
 * milliseconds even while a frame is painted (pump_breathe).
 */
#ifndef PUMP_H
#define PUMP_H

#include <SDL.h>
#include <stdbool.h>

enum { PUMP_ROOM = 256 };

struct pump {
	int first, n;
	uint32_t looks, last; /* counted; of the event that was taken out last */
	int64_t looked_ms;
	int look_ms; /* how often to look while waiting; 0: SDL does, which costs nothing where it
			can sleep and a thousand wake-ups a second where it can't */
	struct {
		SDL_Event e;
		uint32_t look;
	} at[PUMP_ROOM];
};

/* Waits until SDL says something, at most until that time (SDL's clock); -1: for ever. Does not
 * wait while there is something yet. */
void pump_wait(struct pump *p, int64_t until_ms);

/* Looks at the system if that was a while ago. */
void pump_breathe(void *pump);

bool pump_next(struct pump *p, SDL_Event *e); /* false: there is nothing */

/* Of the events that came by the same look as the last one taken out, the i-th that is left; NULL:
 * there are no more. */
const SDL_Event *pump_same(const struct pump *p, int i);

#endif
