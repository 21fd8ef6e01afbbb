#include "memory.h"

#include <stdio.h>

bool memory_note(const struct store_report *r, const char *path, char *out, size_t room)
{
	switch (r->state) {
	case STORE_NEWER:
		snprintf(out, room,
			 "%s: made by a newer version of Stairwell and left alone; nothing is "
			 "remembered",
			 path);
		return true;
	case STORE_RENEWED:
		snprintf(out, room, "%s: broken and set aside as %s: %s", path, r->aside, r->why);
		return true;
	case STORE_UNUSABLE:
		snprintf(out, room, "%s: can't be used; nothing is remembered: %s", path, r->why);
		return true;
	case STORE_MOVED_ON:
		snprintf(out, room, "%s: broken and set aside by another program", path);
		return true;
	default: return false;
	}
}

void memory_words(const struct store_report *r, char *out, size_t room)
{
	if (memory_keeps(r))
		snprintf(out, room,
			 "What was remembered was broken: it is set aside and begun anew");
	else
		snprintf(out, room, "Nothing is remembered: %s", r->why);
}

bool memory_keeps(const struct store_report *r)
{
	return r->state != STORE_NEWER && r->state != STORE_UNUSABLE;
}
