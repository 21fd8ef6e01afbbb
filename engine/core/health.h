/*
 * How the machine is, for whoever runs it: lines of what was looked at and what was found. Plain
 * values; sys/ fills them in, the operator's page and `kiosk --doctor` show them.
 */
#ifndef HEALTH_H
#define HEALTH_H

#include <stdbool.h>
#include <stdint.h>

enum health_level { HEALTH_GOOD, HEALTH_NOTE, HEALTH_BAD };

enum { HEALTH_LINES = 24, HEALTH_WORDS = 240, HEALTH_STICK = 96 };

struct health_line {
	enum health_level level;
	char what[32];           /* "Disk" */
	char say[HEALTH_WORDS];  /* "12 GB free", one sentence without a full stop */
	char help[HEALTH_WORDS]; /* what to do; "": nothing */
};

struct health {
	int n;
	struct health_line line[HEALTH_LINES];
	float px_per_mm; /* as the display says of itself; 0: it does not know */
	struct {
		bool there;
		char name[HEALTH_STICK];
		int packs,
			errors; /* in its stairwell/ folder: packs that can be played, mistakes */
		char wrong[HEALTH_WORDS]; /* the names of those with mistakes, as many as fit */
		bool writable;
	} stick;
	bool back;  /* packs taken from a stick can be put back to those before */
	bool taken; /* those in play were taken from a stick */
	int64_t plays_today, finished_today;
};

/* One more line; nothing when all are taken. */
void health_add(struct health *h, enum health_level level, const char *what, const char *help,
		const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Everything of `more` too. */
void health_join(struct health *h, const struct health *more);

/* What a kiosk keeps of itself, over restarts. */
struct kiosk_state {
	int volume;             /* chosen by the operator, percent; -1: the file's */
	float px_per_mm;        /* as calibrated; 0: as the display says */
	bool watched;           /* by a service, which starts it again */
	int64_t board_since_ms; /* unix time from which games count for an event's board; 0: all */
};

/* What an operator wishes; EFFECT_OPERATE's index. */
enum operation {
	OPERATE_VOLUME,     /* value: percent; kept */
	OPERATE_CALIBRATE,  /* value: px per metre; kept */
	OPERATE_REPORT,     /* value 0: into the folder of the file; 1: onto the stick */
	OPERATE_RESET,      /* the boards begin anew now; kept */
	OPERATE_BLANK,      /* the name of the game `game` is taken from the boards */
	OPERATE_STICK,      /* the packs of the stick, in place of those now */
	OPERATE_STICK_BACK, /* the ones before, again */
	OPERATE_LET_IN,     /* value: the library's entry that sits out may be played again */
	OPERATE_RESTART,    /* the program ends, and the service starts it again */
	OPERATE_LEAVE,      /* the program ends, and stays so until somebody starts it */
};

#endif
