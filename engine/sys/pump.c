#include "pump.h"

#include <limits.h>

enum { BREATH_MS = 4 };

/* Of several moves in a row only the last matters. */
static bool follows(const SDL_Event *last, const SDL_Event *e)
{
	return e->type == last->type &&
	       (e->type == SDL_MOUSEMOTION ||
		(e->type == SDL_FINGERMOTION && e->tfinger.fingerId == last->tfinger.fingerId));
}

/* Takes over all that one look at the system has brought. */
static void take(struct pump *p)
{
	SDL_Event e;

	p->looked_ms = (int64_t)SDL_GetTicks64();
	p->looks++;
	while (p->n < PUMP_ROOM &&
	       SDL_PeepEvents(&e, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) == 1) {
		int last = (p->first + p->n + PUMP_ROOM - 1) % PUMP_ROOM;
		if (p->n == 0 || !follows(&p->at[last].e, &e)) {
			last = (p->first + p->n) % PUMP_ROOM;
			p->n++;
		}
		p->at[last].e = e;
		p->at[last].look = p->looks;
	}
}

static void look(struct pump *p)
{
	SDL_PumpEvents();
	take(p);
}

/* As SDL waits, but looking less often. */
static void doze(struct pump *p, int64_t until_ms)
{
	for (look(p); p->n == 0; look(p)) {
		int64_t left = until_ms - (int64_t)SDL_GetTicks64();
		if (until_ms >= 0 && left <= 0)
			return;
		SDL_Delay((Uint32)(until_ms < 0 || left > p->look_ms ? p->look_ms : left));
	}
}

void pump_wait(struct pump *p, int64_t until_ms)
{
	int64_t left = until_ms - (int64_t)SDL_GetTicks64();

	if (p->n > 0)
		return;
	if (until_ms >= 0 && left <= 0) {
		look(p);
		return;
	}
	if (p->look_ms > 0) {
		doze(p, until_ms);
		return;
	}
	SDL_WaitEventTimeout(NULL, until_ms < 0 ? -1 : left > INT_MAX ? INT_MAX : (int)left);
	take(p);
}

void pump_breathe(void *pump)
{
	struct pump *p = pump;

	if ((int64_t)SDL_GetTicks64() - p->looked_ms >= BREATH_MS)
		look(p);
}

bool pump_next(struct pump *p, SDL_Event *e)
{
	if (p->n == 0)
		return false;
	*e = p->at[p->first].e;
	p->last = p->at[p->first].look;
	p->first = (p->first + 1) % PUMP_ROOM;
	p->n--;
	return true;
}

const SDL_Event *pump_same(const struct pump *p, int i)
{
	int at = (p->first + i) % PUMP_ROOM;

	return i < p->n && p->at[at].look == p->last ? &p->at[at].e : NULL;
}
