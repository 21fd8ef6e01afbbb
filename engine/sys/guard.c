#include "guard.h"

#include "pin.h"

static const char *const NOTE = "pin-tries";

/* False: the next run will not know. */
static bool note(struct guard *g, struct store *s, int tries)
{
	g->tries = tries;
	return !s || store_note_number(s, NOTE, tries);
}

static void lock(struct guard *g, int64_t from_ms)
{
	g->tries = GUARD_TRIES;
	g->until_ms = from_ms + GUARD_PAUSE_MS;
}

/* What an earlier run left. */
static void begin(struct guard *g, struct store *s)
{
	g->begun = true;
	if (s && g->tries == 0)
		g->tries = (int)store_noted_number(s, NOTE, 0);
	if (!note(g, s, g->tries) || g->tries >= GUARD_TRIES)
		lock(g, 0);
}

bool guard_try(struct guard *g, struct store *s, const char *pin, int64_t at_ms, int *pause_s)
{
	bool right = false;

	if (!g->begun)
		begin(g, s);
	if (g->tries >= GUARD_TRIES && at_ms >= g->until_ms)
		note(g, s, 0);
	if (pin[0] && g->hash[0] && g->tries < GUARD_TRIES) {
		bool noted = note(g, s, g->tries + 1);
		right = pin_right(g->hash, pin);
		if (right)
			note(g, s, 0);
		else if (!noted || g->tries >= GUARD_TRIES)
			lock(g, at_ms);
	}
	*pause_s = g->tries >= GUARD_TRIES ? (int)((g->until_ms - at_ms + 999) / 1000) : 0;
	return right;
}
