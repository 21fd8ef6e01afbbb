/*
 * What the commands share that look back on play: which packs are meant, where play was kept, and
 * where that which is told goes.
 */
#ifndef RECALL_H
#define RECALL_H

#include <limits.h>
#include <stdio.h>

#include "library.h"
#include "options.h"
#include "store.h"

struct recall {
	const char *command;  /* as people type it: "scores" */
	struct options found; /* what packs_find goes by */
	const char *pack;     /* this one's only; NULL: all */
	const char *file;     /* where what is told goes; NULL: standard output */
	bool many;            /* more than one pack was named */
	struct library library;
	struct store *store; /* NULL: nothing has been played yet */
	char path[PATH_MAX]; /* of the store */
};

void recall_init(struct recall *r, const char *command);
void recall_finish(struct recall *r);

/* For the table of a command, whose `into` begins with a struct recall. */
void recall_take_pack(void *into, const char *word);
bool recall_take_file(void *into, const char *value);
bool recall_take_data(void *into, const char *value);
bool recall_take_folder(void *into, const char *value);

/* False: that has been said. */
bool recall_has_one_pack(const struct recall *r);

/* The store, to be read, and the packs; a file that was named becomes the identity of its pack.
 * False: play can't be read, which has been said. */
bool recall_open(struct recall *r);

/* Whether the pack that was named is a file, or the identity of one that is here or was played. */
bool recall_knows_pack(const struct recall *r);

/* `write` with where it goes, whole or not at all and never over what is read; the exit status,
 * which is that of `write` where there was no other problem. */
int recall_write(const struct recall *r, int (*write)(void *ctx, FILE *out), void *ctx);

/* On standard error; always 1. */
int recall_complain(const struct recall *r, const char *what, const char *why);

#endif
