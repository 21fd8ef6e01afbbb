/*
 * What the file of a kiosk says: which packs and modes it offers, how long it waits, when it is
 * open, who may get out. One table has every key; reading, checking and the example go by it.
 *
 * The file is INI, read by iniread. A mistake is a finding, and that key keeps its default: a kiosk
 * starts with whatever is left. All of it is a plain value; whoever wants the time of day gives it.
 */
#ifndef KIOSK_H
#define KIOSK_H

#include <stdbool.h>
#include <stdint.h>

#include "diag.h"
#include "kept.h"
#include "settings.h"

enum {
	KIOSK_PATH = 1024, /* bytes */
	KIOSK_FOLDERS = 8,
	KIOSK_LANGUAGES = 10,
	KIOSK_TAG = 36, /* as settings have it */
	KIOSK_SPANS = 14,
	KIOSK_LETTERS = 119,                /* of a text that is shown */
	KIOSK_LINE = 4 * KIOSK_LETTERS + 1, /* its bytes */
	KIOSK_PIN = 160,                    /* bytes of its hash */
	KIOSK_PIN_LEAST = 4,
	KIOSK_PIN_MOST = 12, /* digits */
};

/* Of a week, from minute `from` of these days (bit 0: Monday) to minute `to`; where `to` is not
 * later, of the day after. */
struct kiosk_span {
	unsigned days;
	int from_min, to_min;
};

struct kiosk_times {
	int n;
	struct kiosk_span span[KIOSK_SPANS];
};

enum kiosk_boards { BOARDS_OFF, BOARDS_DAY, BOARDS_WEEK, BOARDS_EVENT, BOARDS_EVER };
enum kiosk_names { NAMES_WHEEL, NAMES_GENERATED, NAMES_NONE };

struct kiosk {
	char file[KIOSK_PATH];                 /* what was read; "": nothing */
	char packs[KIOSK_FOLDERS][KIOSK_PATH]; /* files and folders, relative ones from where the
					       file is; none: those found as ever */
	int npacks;
	struct place packs_at[KIOSK_FOLDERS], report_at,
		languages_at; /* where the file names them */
	unsigned modes;       /* bit i: game_modes[i] */
	int questions;        /* 0: the pack's own number */
	int64_t idle_ms, warn_ms;
	char languages[KIOSK_LANGUAGES][KIOSK_TAG]; /* the first is where each visitor begins; none:
						      as written, and those of the packs */
	int nlanguages;
	struct settings set; /* every visitor begins with these; its rotation is that of the screen
			      */
	char title[KIOSK_LINE];             /* in place of the game's name; "": that */
	char headline[KIOSK_LINE];          /* of the attract screen; "": its own */
	uint32_t brand, primary, onprimary; /* 0xFFRRGGBB; 0: the theme's */
	struct kiosk_times hours;           /* none: always open */
	char pin[KIOSK_PIN];                /* crypt(3) hash; "": no staff page can be opened */
	enum kiosk_boards boards;
	int day_min; /* minute of the day at which a day of boards and of counts begins */
	enum kiosk_names names;
	int volume; /* percent, over all that is heard */
	struct kiosk_times quiet;
	int quiet_volume;
	int bed;                 /* 0 or 1: something is heard while nobody plays */
	char report[KIOSK_PATH]; /* folder; "": in the data folder */
	int report_min;          /* minute of the day of the nightly report; -1: none */
	int keep_days;           /* how long single games are kept */
	char sticks[KIOSK_PATH]; /* the folder sticks are mounted below */
	int keyboard;            /* 0 or 1: visitors have one */
	int buttons;             /* 0 or 1: controllers and buzzers are for visitors */
};

struct kiosk kiosk_default(void);

/* False: the file can't be read at all; see d. */
bool kiosk_read(struct kiosk *k, const char *path, struct diag *d);

/* The keys, one by one, from 0; NULL behind the last. `wants` (room 256) is what it takes, in
 * words; `value` (room 256) how its default is written, "" for none. */
const char *kiosk_key(int i, char *wants, char *value);

/* A clock before the year the program was built in is wrong: schedules wait. */
bool kiosk_clock_wrong(struct moment m);

/* Whether it is open at a moment, and how loud it is then, in percent; what the staff chose (-1:
 * nothing) takes the place of the file's, but quiet times are no louder. */
bool kiosk_open(const struct kiosk *k, struct moment m);
int64_t kiosk_opens_ms(const struct kiosk *k, struct moment m); /* closed: when it opens next, unix
								   time; -1: never */
int kiosk_volume(const struct kiosk *k, int chosen, struct moment m);

/* Whether it may be heard at a moment while nobody plays: never in quiet times. */
bool kiosk_bed(const struct kiosk *k, struct moment m);

/* The board that counts: the one that begins anew when its file says. */
enum span kiosk_span(const struct kiosk *k);

/* The modes it offers, one by one, from 0; NULL behind the last. */
const struct mode *kiosk_mode(const struct kiosk *k, int i);

/* Whether a PIN is of a length and of digits as it must be. */
bool kiosk_is_pin(const char *pin);

#endif
