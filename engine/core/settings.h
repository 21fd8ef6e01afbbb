/*
 * What the player has set, and the file that keeps it.
 *
 * The file is INI, read by iniread and written whole: beside it first, then renamed over it, so
 * that it is never half there. Keys of a newer version stay in it. A file with mistakes is kept
 * under the same name with ".broken" behind it, what is good in it counts, and the diag says what
 * is not.
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include <stdbool.h>

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
	SETTING_LANGUAGE,
	SETTINGS
};

struct settings {
	char theme[16];    /* the id of a theme of view/; "dark" */
	int text_percent;  /* 100 to 200 */
	int motion;        /* enum motion */
	int fullscreen;    /* 0 or 1 */
	int rotation;      /* 0, 90, 180 or 270: how far the picture is turned clockwise */
	int cues, media;   /* volumes of the game's own sounds and of a pack's, 0 to 100 */
	int captions;      /* 0 or 1: sounds are said in words too */
	int clock_percent; /* of a question's time: CLOCK_OFF, CLOCK_STANDARD, CLOCK_DOUBLE */
	char language[36]; /* BCP 47 tag of the packs' texts; "": the author's own */
};

struct settings settings_default(void);

#endif
