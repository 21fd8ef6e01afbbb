/*
 * What a format cannot hold of a pack: counted while it is written, told once for each kind, with
 * the line of the first question that loses it. What players would miss is told question by
 * question: those that are left out, and those that lose a picture. Private to the exports.
 */
#ifndef LOSSES_H
#define LOSSES_H

#include "pack.h"

enum loss {
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
	LOSS_BLANKS,         /* before a text */
	LOSS_TRANSLATIONS,
	LOSS_ID,
	LOSS_IGNORE, /* lint-ignore */
	LOSS_ABOUT,  /* of the pack */
	LOSSES
};

enum { LOSS_ALL = (1u << LOSSES) - 1 };

struct losses {
	struct diag *diag; /* set it first */
	int n[LOSSES];
	int line[LOSSES]; /* of the first one */
};

/* Counts those of `kinds` (bits) that the question has. */
void losses_note(struct losses *l, const struct question *q, unsigned kinds);
/* And what the pack says of itself; held: its title, author, licence and language are not lost. */
void losses_note_pack(struct losses *l, const struct pack *p, bool held);
void losses_add(struct losses *l, const struct question *q, enum loss kind);
/* It is not written; why: what of it has no place, as "it has several right answers". */
void losses_left_out(struct losses *l, const struct question *q, const char *why);
/* The same, and true, where a choice has no words. */
bool losses_needs_picture(struct losses *l, const struct question *q);

void losses_tell(const struct losses *l);

#endif
