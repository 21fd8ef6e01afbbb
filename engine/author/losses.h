/*
 * What a format cannot hold of a pack: counted while it is written, told once for each kind, with
 * the line of the first question that loses it. Private to the exports.
 */
#ifndef LOSSES_H
#define LOSSES_H

#include "pack.h"

enum loss {
	LOSS_QUESTION, /* cannot be written at all */
	LOSS_WHY,
	LOSS_BECAUSE,
	LOSS_HINT,
	LOSS_SOURCE,
	LOSS_TOPIC,
	LOSS_TAGS,
	LOSS_LEVEL,
	LOSS_POINTS,
	LOSS_TIME,
	LOSS_PICTURE, /* of the question or of a choice */
	LOSS_SOUND,
	LOSS_WORDS_OF_MEDIA, /* alt, credit */
	LOSS_PICK,           /* any, or one of several */
	LOSS_POOL,           /* show, or more choices than are shown */
	LOSS_CHOICES,        /* those that a format has no room for; for the format to count */
	LOSS_ORDER,          /* shuffle */
	LOSS_LINES,          /* line ends within a text */
	LOSS_TRANSLATIONS,
	LOSS_ID,
	LOSS_IGNORE, /* lint-ignore */
	LOSSES
};

enum { LOSS_ALL = (1u << LOSSES) - 1 };

struct losses {
	int n[LOSSES];
	int line[LOSSES]; /* of the first one */
};

/* Counts those of `kinds` (bits) that the question has. */
void losses_note(struct losses *l, const struct question *q, unsigned kinds);
void losses_add(struct losses *l, const struct question *q, enum loss kind);
void losses_left_out(struct losses *l, const struct question *q); /* it was not written */
void losses_tell(const struct losses *l, struct diag *d);

/* What is said of the pack as a whole, as bits; all but `kept` is told as lost. */
enum {
	PACK_TITLE = 1,
	PACK_ABOUT = 2,
	PACK_AUTHOR = 4,
	PACK_LICENCE = 8,
	PACK_LANGUAGE = 16,
	PACK_REST = 32 /* id, version, updated, homepage, cover, draw, order */
};
void losses_tell_pack(const struct pack *p, unsigned kept, struct diag *d);

/* Some choice has no words. */
bool losses_needs_picture(const struct question *q);

#endif
