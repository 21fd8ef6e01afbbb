#include "terminal.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "find.h"
#include "memory.h"
#include "packs.h"
#include "past.h"
#include "store.h"
#include "text.h"
#include "wallclock.h"

static struct moment now(void *clock)
{
	(void)clock;
	return wallclock_now();
}

static int64_t now_ms(void *clock)
{
	struct timespec t;

	(void)clock;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* What is remembered of play; NULL: nothing, and why has been said. */
static struct store *open_store(const char *data, struct past *past)
{
	char path[PATH_MAX], note[2 * PATH_MAX + 512];
	struct store_report report = {.state = STORE_UNUSABLE, .why = "there is no home folder"};
	struct store *s = NULL;

	if (find_store(data, path, sizeof(path)))
		s = store_open(path, &report);
	else
		snprintf(path, sizeof(path), "stairwell.db");
	if (s && memory_keeps(&report) && report.state != STORE_RENEWED)
		store_check(s, &report);
	if (memory_note(&report, path, note, sizeof(note)))
		fprintf(stderr, "stairwell: %s\n", note);
	if (memory_keeps(&report) && s && store_past(s, past))
		return s;
	if (memory_keeps(&report) && s)
		fprintf(stderr, "stairwell: %s: %s\n", path, store_error(s));
	store_close(s);
	return NULL;
}

enum found { FOUND, FOUND_NONE, FOUND_BUZZERS };

/* Rebuilt from the packs that were found, and from those it was begun with, wherever they are. */
static enum found find_interrupted(const struct text_options *o, struct elsewhere *e,
				   struct interrupted *in)
{
	const struct pack **packs = NULL;
	int n;

	if (o->store && store_wanted(o->store, packs_want, e))
		packs = packs_list(e, &n);
	bool found = packs && store_interrupted(o->store, packs, n, in);
	free(packs);
	if (!found)
		return FOUND_NONE;
	return game_by_buzzers(&in->game) ? FOUND_BUZZERS : FOUND;
}

/* The game that was interrupted is gone on with, or another takes its place. False: it can't be. */
static bool take_up(struct text_options *o, bool resume, struct elsewhere *e,
		    struct interrupted *in)
{
	enum found found = find_interrupted(o, e, in);

	if (found != FOUND_NONE && !resume)
		store_leave(o->store, in->id, now(NULL));
	if (!resume)
		return true;
	if (found == FOUND)
		o->resume = in;
	if (found == FOUND_NONE)
		fputs("stairwell: no game was interrupted that can be gone on with; this is a new "
		      "one\n",
		      stderr);
	if (found == FOUND_BUZZERS)
		fputs("stairwell: the game that was interrupted has buzzers, which can't be played "
		      "in a terminal: leave out --text\n",
		      stderr);
	return found != FOUND_BUZZERS;
}

static int columns(void)
{
	struct winsize size = {0};

	if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
	    size.ws_col == 0)
		size.ws_col = 80;
	return size.ws_col;
}

int terminal_play(const struct options *asked, const struct library *l)
{
	struct elsewhere elsewhere = {.found = l};
	const struct pack **packs;
	int npacks = 0;
	struct interrupted *in = calloc(1, sizeof(*in));
	struct past past;
	int status = 1;

	library_init(&elsewhere.library);
	packs = packs_mixed(l, &npacks);
	past_init(&past);
	if (packs && in) {
		struct text_options o = {
			.in = stdin,
			.out = stdout,
			.notes = stderr,
			.width = columns(),
			.packs = packs,
			.npacks = npacks,
			.questions = asked->questions,
			.language = asked->set.language[0] ? asked->set.language : NULL,
			.game = {.mode = asked->mode,
				 .seed = asked->seed,
				 .clock_percent = asked->set.clock_percent,
				 .reading_percent = asked->set.reading_percent,
				 .even = !asked->set.speed_bonus,
				 .nplayers = asked->players},
			.repeatable = asked->seeded,
			.past = &past,
			.store = open_store(asked->data, &past),
			.now_ms = now_ms,
			.now = now,
		};
		setvbuf(stdin, NULL, _IONBF, 0); /* text_play waits for what is not read yet */
		if (take_up(&o, asked->resume, &elsewhere, in))
			status = text_play(&o);
		store_close(o.store);
	} else {
		fprintf(stderr, "stairwell: packs: %s\n", strerror(ENOMEM));
	}
	past_finish(&past);
	library_finish(&elsewhere.library);
	free(in);
	free(packs);
	return status;
}
