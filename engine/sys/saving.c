#include "saving.h"

#include <stdio.h>
#include <string.h>

/* ---- what waits ---- */

static bool enter(struct saving *s)
{
	bool good = true;

	if (s->entry == ENTRY_BEGIN)
		good = (s->id = store_begin(s->store, &s->first, s->language, s->began)) != 0;
	else if (s->entry == ENTRY_RESUME)
		good = store_resume(s->store, s->id);
	if (good)
		s->entry = ENTRY_DONE;
	return good;
}

static bool write_moves(struct saving *s)
{
	if (s->n > s->kept &&
	    !store_moves(s->store, s->id, &s->last, s->made + s->kept, s->n - s->kept))
		return false;
	s->kept = s->n;
	return true;
}

/* Room for one more, where needed in place of those that are kept. */
static bool make_room(struct saving *s)
{
	if (s->n == SAVING_MOST && s->kept > 0) {
		s->n -= s->kept;
		memmove(s->made, s->made + s->kept, (size_t)s->n * sizeof(s->made[0]));
		s->kept = 0;
		s->whole = false;
	}
	return s->n < SAVING_MOST;
}

static bool leave(struct saving *s)
{
	bool good = s->exit == EXIT_FINISHED
			    ? store_end(s->store, s->id, &s->last, true, s->ended)
			    : s->exit == EXIT_NONE || store_leave(s->store, s->id, s->ended);

	if (good)
		s->exit = EXIT_NONE;
	return good;
}

static bool tell_language(struct saving *s)
{
	bool good = !s->speaks || store_language(s->store, s->id, s->language);

	s->speaks = s->speaks && !good;
	return good;
}

bool saving_waits(const struct saving *s)
{
	return s->entry != ENTRY_DONE || s->n > s->kept || s->exit != EXIT_NONE || s->speaks;
}

bool saving_flush(struct saving *s)
{
	return enter(s) && tell_language(s) && write_moves(s) && leave(s);
}

void saving_forget(struct saving *s)
{
	s->id = 0;
	s->runs = s->given_up = s->whole = s->speaks = false;
	s->entry = ENTRY_DONE;
	s->exit = EXIT_NONE;
	s->n = s->kept = 0;
}

void saving_give_up(struct saving *s)
{
	s->given_up = s->runs;
	s->n = s->kept = 0;
}

bool saving_anew(struct saving *s)
{
	if (!s->runs) {
		saving_forget(s);
		return true;
	}
	s->id = 0;
	s->entry = ENTRY_BEGIN;
	s->kept = 0;
	s->given_up = s->given_up || !s->whole;
	return !s->given_up && saving_flush(s);
}

/* ---- what is new ---- */

bool saving_begin(struct saving *s, const struct game *g, const char *language, struct moment now)
{
	saving_flush(s);
	saving_forget(s);
	s->runs = s->whole = true;
	s->entry = ENTRY_BEGIN;
	s->first = *g;
	s->began = now;
	snprintf(s->language, sizeof s->language, "%s", language);
	return saving_flush(s);
}

bool saving_resume(struct saving *s, int64_t id)
{
	saving_flush(s);
	saving_forget(s);
	s->runs = true;
	s->entry = ENTRY_RESUME;
	s->id = id;
	return saving_flush(s);
}

bool saving_move(struct saving *s, const struct game *g, const struct move *m, int closed,
		 struct moment now)
{
	if (!s->runs || s->given_up)
		return false;
	if (!make_room(s)) {
		saving_give_up(s);
		return false;
	}
	s->made[s->n++] = store_made(g, m, closed, now);
	s->last = *g;
	return saving_flush(s);
}

bool saving_language(struct saving *s, const char *language)
{
	if (!s->runs || s->given_up)
		return true;
	snprintf(s->language, sizeof s->language, "%s", language);
	s->speaks = s->entry != ENTRY_BEGIN;
	return saving_flush(s);
}

bool saving_seen(struct saving *s, int64_t at_ms)
{
	return !s->runs || s->given_up || saving_waits(s) || store_seen(s->store, s->id, at_ms);
}

static bool end(struct saving *s, struct moment now)
{
	s->ended = now;
	s->runs = false;
	if (s->entry == ENTRY_BEGIN && s->given_up) { /* the disk has nothing of it */
		saving_forget(s);
		return false;
	}
	return saving_flush(s);
}

bool saving_end(struct saving *s, const struct game *g, struct moment now)
{
	if (!s->runs)
		return true;
	s->exit = EXIT_FINISHED;
	s->last = *g;
	return end(s, now);
}

bool saving_leave(struct saving *s, struct moment now)
{
	if (!s->runs)
		return true;
	s->exit = EXIT_LEFT;
	return end(s, now);
}
