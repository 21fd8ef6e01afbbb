/*
 * The table of a kiosk's keys. Private to core/.
 */
#ifndef KIOSKKEYS_H
#define KIOSKKEYS_H

#include <stddef.h>

#include "kiosk.h"

enum kiosk_kind {
	KIOSK_FOLDER,    /* of packs; the key may be repeated */
	KIOSK_MODE,      /* one or more */
	KIOSK_NUMBER,    /* least to most */
	KIOSK_DURATION,  /* least to most ms: 60s, 2m */
	KIOSK_TONGUES,   /* language tags */
	KIOSK_SETTING,   /* least: enum setting */
	KIOSK_TURN,      /* the setting rotation, as `rotate` */
	KIOSK_COLOUR,    /* #RRGGBB */
	KIOSK_WEEK,      /* struct kiosk_times */
	KIOSK_MINUTE,    /* HH:MM; where `words` is set, its first word is -1 */
	KIOSK_HASH,      /* of a PIN */
	KIOSK_WORD,      /* one of words[] */
	KIOSK_TEXT,      /* one line */
	KIOSK_DIRECTORY, /* one path */
};

struct kiosk_row {
	const char *key;
	enum kiosk_kind kind;
	int least, most;
	const char *const *words;
	size_t at, room; /* in struct kiosk, bytes */
};

enum { KIOSK_KEYS = 36 };

extern const struct kiosk_row kiosk_rows[KIOSK_KEYS];

int kiosk_row_find(const char *name, size_t n); /* -1: there is none */

/* A value as it is written. False: it is not what the key takes, and nothing is changed. */
bool kiosk_take(struct kiosk *k, int row, const char *text);

/* By how much these bytes are too long for a text (letters) or a path (bytes); not above 0: they
 * are not. */
int kiosk_over(const struct kiosk_row *row, const char *s, size_t n);

/* Whether it takes several, with commas between; and the next of those, trimmed. False: none is
 * left. */
bool kiosk_is_list(int row);
bool kiosk_item(const char **at, const char **s, size_t *n);

/* What it takes, in words. */
void kiosk_wants(int row, char *out, size_t room);

#endif
