/*
 * What the parts of the game's command share: what is set (playset.c), what a kiosk's file says
 * (kioskset.c), what is remembered (playpast.c), packs that are saved meanwhile (playwatch.c) or
 * come into a kiosk (kioskpacks.c), the record (playrecord.c), and the game itself (play.c).
 */
#ifndef PLAY_H
#define PLAY_H

#include <limits.h>

#include "keeper.h"
#include "kioskdo.h"
#include "kiosklife.h"
#include "options.h"
#include "packs.h"
#include "script.h"
#include "shell.h"

struct play {
	struct options options;
	struct library library;
	struct script *script;
	struct fonts *fonts;
	struct pictures *pictures;
	struct painter *painter;
	struct window *window;
	struct audio *audio;
	struct app *app;
	struct record *record;
	char packs_folder[PATH_MAX];

	char settings[PATH_MAX]; /* their file; "": nothing is kept */
	bool changed[SETTINGS];  /* since the file was written */
	bool due;                /* it is to be written */
	int64_t keep_ms;         /* in the window: when, at the latest; -1: never */
	enum { UNTRIED, KEPT, UNKEPT } kept;
	int mistakes; /* that were in it */

	struct keeper *keeper; /* NULL: nothing is remembered */
	char store[PATH_MAX];  /* its file */
	struct past past;
	struct elsewhere elsewhere;

	struct watch *watch; /* NULL: none; a script says itself when to look */
	char **folders;      /* that are looked through for packs */
	int nfolders;
	bool saved; /* packs were: look at them */

	const struct kiosk *kiosk; /* unattended; or NULL */
	int file_mistakes;         /* in its file */
	char data[PATH_MAX];       /* of it: the folder of what is kept; "": nothing is */
	struct kioskdo staff;      /* whoever looks after it */
	struct kiosklife life;     /* of it, from start to start */
	const char *trials;        /* the program that tries packs; NULL: they are not tried */
	struct intake *intake;     /* of a kiosk's packs, in place of the watch; or NULL */
	struct stickpacks *stick;  /* of a kiosk; or NULL */
	bool taken;                /* its packs are a stick's, not the file's */
	bool let_in;               /* a pack is to be, and that is to be said */
	bool unwatched; /* nobody looks for packs that come: there is no thread for that */

	bool preview; /* of the library's only pack, and of which line; as app_options has it */
	int line, reveal;
	bool bare;
	void (*read)(struct play *p, int index); /* a pack was read again; or NULL */

	size_t noted;  /* bytes of the fonts' notes that were said */
	bool reported; /* what was found in the packs was said */
};

/* The app with what it draws with, at this moment and size. False: that was said. */
bool play_open(struct play *p, int w, int h, struct event first);
struct shell play_shell(struct play *p);
int play_run(struct play *p); /* in the script, or else the window; the exit status */
void play_close(struct play *p);

void playset_read(struct play *p);

/* Unattended: what its file says, its memory and its packs. The file is borrowed. */
void kioskset_begin(struct play *p, const struct kiosk *k);

/* Writes what was changed. True: the app is to be told what came of it, which is not what came of
 * it last. `play` is a struct play, as a shell's `late` has it. */
bool playset_keep(void *play, struct event *answer);

/* The same in the window, once nothing is changed any more. */
void playset_tell(struct play *p, struct shell *shell, const struct event *now);

/* Begins to read what is remembered, where it is to be; on a thread in a window. */
void playpast_open(struct play *p);

/* Waits until it is read, and says it to the app. False: it is to begin with the game that was
 * interrupted, and there is none; that was said. */
bool playpast_read(struct play *p, struct app_options *a);

/* Has the game that was interrupted offered, and the whole file looked through. */
void playpast_offer(struct play *p);

void playpast_note(struct play *p); /* on standard error */
void playpast_close(struct play *p);

/* Packs that are saved from now on are taken up. `script`: when it says so. */
void playwatch_open(struct play *p, bool script);
void playwatch_saved(void *play);
void playwatch_close(struct play *p);

/* One pack that was; as a shell's `late` has it. Not in the middle of a question: who plays does
 * not wait for a file. */
bool playwatch_next(void *play, struct event *answer);

/* A kiosk's packs, in place of packs_find and the watch (kioskpacks.c): those known to be good at
 * once, the others as they pass; where nothing is tried, and in a script, all at once. */
void kioskpacks_begin(struct play *p);
void kioskpacks_start(struct play *p);                      /* from now on, on a thread */
bool kioskpacks_next(struct play *p, struct event *answer); /* as playwatch_next */
void kioskpacks_end(struct play *p);

/* OPERATE_STICK, OPERATE_STICK_BACK, OPERATE_LET_IN; kioskpacks_next says what came of it. False:
 * it is another wish, or can't be had. */
bool kioskpacks_operate(struct play *p, const struct effect *e);

/* What there is of packs, and of a stick. */
void kioskpacks_health(struct play *p, struct health *h);

/* Notes down what happens, where that is asked for. False: see errno. */
bool playrecord_open(struct play *p, int w, int h, int64_t at_ms);

#endif
