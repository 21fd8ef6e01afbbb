#include "guard.h"

#include "pin.h"

static const char *const NOTE = "pin-tries";

static void note(struct guard *g, struct store *s, int tries)
{
	g->tries = tries;
	if (s)
		store_note_number(s, NOTE, tries);
}

/* What an earlier run left. */
static void begin(struct guard *g, struct store *s)
{
	g->begun = true;
	if (s && g->tries == 0)
		g->tries = (int)store_noted_number(s, NOTE, 0);
	if (g->tries >= GUARD_TRIES)
		g->until_ms = GUARD_PAUSE_MS;
}

bool guard_try(struct guard *g, struct store *s, const char *pin, int64_t at_ms, int *pause_s)
{
	bool right = false;

	if (!g->begun)
		begin(g, s);
	if (g->tries >= GUARD_TRIES && at_ms >= g->until_ms)
		note(g, s, 0);
	if (pin[0] && g->hash[0] && g->tries < GUARD_TRIES) {
		note(g, s, g->tries + 1);
		right = pin_right(g->hash, pin);
		if (right)
			note(g, s, 0);
		else if (g->tries >= GUARD_TRIES)
			g->until_ms = at_ms + GUARD_PAUSE_MS;
	}
	*pause_s = g->tries >= GUARD_TRIES ? (int)((g->until_ms - at_ms + 999) / 1000) : 0;
	return right;
}
