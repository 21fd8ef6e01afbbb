/*
 * What the player has set, and the file that keeps it.
 *
 * One table says of every setting its key, what it takes and where it is; reading, checking,
 * writing and the command line go by it. The file is INI, read by iniread: a mistake is a finding,
 * and that setting keeps its default. Writing changes the lines of what was changed and leaves all
 * others as they are: comments, keys of a newer version. It is done beside the file, then renamed
 * over it, so that it is never half there. A file with errors is kept under the same name with
 * ".broken" behind it before it is written again, without them.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"

enum motion { MOTION_FULL, MOTION_REDUCED, MOTION_NONE };

enum setting {
	SETTING_THEME,
	SETTING_TEXT,
	SETTING_MOTION,
	SETTING_FULLSCREEN,
	SETTING_ROTATION,
	SETTING_CUES,
	SETTING_MEDIA,
	SETTING_CAPTIONS,
	SETTING_CLOCK,
	SETTING_READING,
	SETTING_BONUS,
	SETTING_PAD_PICKS,
	SETTING_LANGUAGE,
	SETTINGS
};

struct settings {
	char theme[16];      /* the id of a theme of view/; "dark" */
	int text_percent;    /* 100 to 200 */
	int motion;          /* enum motion */
	int fullscreen;      /* 0 or 1 */
	int rotation;        /* 0, 90, 180 or 270: how far the picture is turned clockwise */
	int cues, media;     /* volumes of the game's own sounds and of a pack's, 0 to 100 */
	int captions;        /* 0 or 1: sounds are said in words too */
	int clock_percent;   /* of a question's time: CLOCK_OFF, CLOCK_STANDARD, CLOCK_DOUBLE */
	int reading_percent; /* of the time a text takes to read: 75 to 200 */
	int speed_bonus;     /* 0 or 1: an early answer earns more */
	int pad_picks;       /* 0 or 1: A B X Y of a game controller pick choices 1 to 4 */
	char language[36];   /* BCP 47 tag of the packs' texts; "": the author's own */
};

enum setting_kind {
	SETTING_NUMBER, /* least to most */
	SETTING_WORD,   /* one of words[], kept as its value */
	SETTING_ID,     /* one of words[], kept as it is */
	SETTING_TAG,    /* a language, or nothing */
};

struct setting_row {
	const char *key;
	enum setting_kind kind;
	int least, most;
	const char *const *words; /* NULL-terminated */
	const int *values;        /* of the words; NULL: their places */
	size_t at, room;          /* in struct settings, bytes */
};

extern const struct setting_row setting_rows[SETTINGS];

struct settings settings_default(void);

/* A setting as a number: of an id its place among the words; of a tag 0, and it is not put. */
int setting_number(const struct settings *s, enum setting k);
void setting_put(struct settings *s, enum setting k, int number);
void setting_copy(struct settings *to, const struct settings *from, enum setting k);
bool setting_same(const struct settings *a, const struct settings *b, enum setting k);

/* A setting as it is written; false: it does not take that, and stays as it was. */
enum { SETTING_CHARS = 40 };
bool setting_take(struct settings *s, enum setting k, const char *text);
void setting_text(const struct settings *s, enum setting k, char out[SETTING_CHARS]);
int setting_find(const char *key); /* -1: there is none */

/* What it takes, in words: "dark, paper, hc or cvd". */
void setting_wants(enum setting k, char *out, size_t room);

/* A file that is not there says nothing. */
struct settings settings_read(const char *path, struct diag *d);

/* Writes those that changed, making folders that are missing. False: see errno; the file is as it
 * was. */
bool settings_write(const char *path, const struct settings *s, const bool changed[SETTINGS]);

#endif
