/*
 * A pack read in a process of its own before the game reads it: what crashes, hangs or fills the
 * memory there does so to nobody.
 *
 * The child is this program again (`stairwell --trial PACK`), with limits it sets itself: so much
 * memory, no core, no large file, a low priority; the parent ends it when it has not got on for
 * TRIAL_STEP_MS. It reads the pack whole and decodes its pictures and sounds as the game would, and
 * says what it found on its standard output.
 */
#ifndef TRIAL_H
#define TRIAL_H

#include <stdbool.h>
#include <stddef.h>

enum {
	TRIAL_STEP_MS = 10000,   /* for the text, and then for each picture and sound */
	TRIAL_WHOLE_MS = 600000, /* for all of it */
	TRIAL_BYTES = 768 << 20, /* of memory */
	TRIAL_WORDS = 160,       /* bytes of what is said */
};

enum trial_end {
	TRIAL_READ,    /* to its end: the game may read it */
	TRIAL_CRASHED, /* in the rest `words` says more */
	TRIAL_HUNG,
	TRIAL_FILLED, /* the memory it may have */
	TRIAL_FAILED, /* it could not be tried, this once */
};

struct trial {
	enum trial_end end;
	int questions, errors, warnings; /* to be played, and found */
	int spoilt;                      /* pictures and sounds that can't be decoded */
	char words[TRIAL_WORDS];         /* a sentence without a full stop; TRIAL_READ: of what is
					    spoilt the first, by its path */
};

#define TRIAL_PROGRAM "/proc/self/exe" /* this one, also when its file was replaced */

/* Blocks until it is over, and until those of other threads are: two would not fit into the memory
 * that a kiosk's service may have. For a thread that may wait. `program`: to run. `step_ms`: in
 * place of TRIAL_STEP_MS, 0: that. */
struct trial trial_run(const char *program, const char *path, int step_ms);

/* The child's part: reads the pack and says so. The exit status. */
int trial_child(const char *path);

#endif
