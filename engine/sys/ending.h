/*
 * How an unattended game ended the last time, and what it was doing then.
 *
 * While it runs there is a file `running` in its data folder: the machine's boot, the version, and
 * what is shown, rewritten in place whenever that changes. An orderly end removes it. A signal that
 * kills, or the alarm that a starved watchdog rings (service.h), adds its name with nothing but
 * calls that are safe in a handler; so does an exit from within a library, which is what a dead X
 * server does, and an end that SDL asks for, where nobody asked SDL. What a kill or a power cut
 * leaves is the file as it was.
 *
 * One at a time for the whole program, as signals are the program's.
 */
#ifndef ENDING_H
#define ENDING_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "health.h"

enum { ENDING_SPARE = 32 * 1024 };

enum ended {
	ENDED_WELL,
	ENDED_CRASHED,
	ENDED_HUNG,
	ENDED_KILLED, /* by somebody, or for its memory */
	ENDED_LOST,   /* the display went away */
	ENDED_POWER,  /* the machine started anew */
};

struct ending {
	enum ended how;
	int64_t unix_ms;   /* when, as far as anybody knows */
	char signal[16];   /* of a crash: "SIGSEGV" */
	char version[32];  /* of the program */
	char screen[32];   /* the one that was shown */
	char question[96]; /* the one that was asked, by its id; "": none */
	char pack[1024];   /* its file, cut short where it is longer */
	uint64_t hash;     /* that pack's; 0: none */
};

/* Says how it ended the last time, and marks that it runs from now on. False: it can't be marked
 * in that folder, see errno, or that is NULL; then it only tells crashes on standard error. */
bool ending_begin(const char *folder, const char *version, struct ending *last);

/* At the begin of each thread of ours, with room among its own variables: there the handler runs,
 * so that a stack that is used up is told too. */
void ending_thread(char spare[ENDING_SPARE]);

/* When SDL hears the signals that ask for an end: from then on they are told from a display that is
 * gone, as SDL makes the same event of them. */
void ending_listen(void);

/* SDL says to quit. */
void ending_quit(void);

/* What it is doing now; of `doing` the screen, the question, the pack and its hash. */
void ending_note(const struct ending *doing);

/* Whether there is a display. What crashes or hangs while there is none is the window system's
 * library, which takes one for granted: that counts as a lost display, and no pack is to blame. */
void ending_see(bool display);

/* It ends as it should, or because of what was told already. */
void ending_end(void);

/* In one sentence without a full stop. False: it ended well, and there is nothing to say. */
bool ending_words(const struct ending *e, char *out, size_t room);

/* The same as a line for the operator. */
void ending_health(const struct ending *e, struct health *h);

#endif
