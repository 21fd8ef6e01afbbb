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
	default: return false;
	}
}

bool memory_keeps(const struct store_report *r)
{
	return r->state != STORE_NEWER && r->state != STORE_UNUSABLE;
}
