/* Notes of whoever runs the program. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "db.h"

bool store_note(struct store *s, const char *key, const char *value)
{
	if (!s->db)
		return false;
	return value ? db_do(s,
			     "INSERT INTO notes (key, value) VALUES (?, ?)"
			     " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
			     VALUES{TEXT(key), TEXT(value)})
		     : db_do(s, "DELETE FROM notes WHERE key = ?", VALUES{TEXT(key)});
}

bool store_noted(struct store *s, const char *key, char *value, size_t room)
{
	sqlite3_stmt *q =
		s->db ? db_ask(s, "SELECT value FROM notes WHERE key = ?", VALUES{TEXT(key)})
		      : NULL;

	*value = '\0';
	if (!db_row(s, q))
		return false;
	snprintf(value, room, "%s", db_text(q, 0));
	sqlite3_reset(q);
	return true;
}

bool store_note_number(struct store *s, const char *key, int64_t number)
{
	char value[24];

	snprintf(value, sizeof(value), "%" PRId64, number);
	return store_note(s, key, value);
}

int64_t store_noted_number(struct store *s, const char *key, int64_t otherwise)
{
	char value[24], *end;
	int64_t number;

	if (!store_noted(s, key, value, sizeof(value)))
		return otherwise;
	number = strtoll(value, &end, 10);
	return end != value && !*end ? number : otherwise;
}

/* ---- when a day begins ---- */

static const char begins[] = "day begins";

int64_t day_begins_min(struct store *s)
{
	return store_noted_number(s, begins, 0);
}

bool store_day_begins(struct store *s, int minute)
{
	return day_begins_min(s) == minute || store_note_number(s, begins, minute);
}
