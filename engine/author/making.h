/*
 * A pack made from another format, question by question.
 *
 *	making_begin, then q, making_choice, ... then making_end
 *
 * Texts are cleaned on their way in: line ends are '\n', blanks at both ends are dropped, and so
 * are control characters. A question that cannot come along is left out, and the diag says which
 * one, where and why; nothing ever ends the reading. What was left out and what was lost is told
 * once for each question. All texts live in the pack's arena.
 */
#ifndef MAKING_H
#define MAKING_H

#include "html.h"
#include "iniread.h"
#include "pack.h"

struct met; /* a question that came along, by what makes it one of a kind */

struct making {
	struct pack *pack; /* title, licence and the like are set in it as they are met */
	const struct ini_text *source; /* the file it is made from; its diag is told */
	struct question q;             /* the one at hand: its fields are set here */
	struct choice choices[PACK_CHOICES];
	int nchoices;
	const struct text *topic; /* of the questions that follow; NULL: none */

	/* The rest is for making*.c alone. */
	uint32_t begun;
	bool refused;
	struct html_lost html; /* of the question at hand */
	char lost[240];        /* what else it loses, with commas between */
	int room, nskipped, nlook;
	struct met *met; /* open addressing, `nmet` of them, a power of two */
	uint32_t nmet;
	uint32_t look_at;   /* the first question that loses its look */
	uint32_t line_seen; /* the place last asked for ... */
	int line;           /* ... and its line */
};

/* False: memory is short. */
bool making_init(struct making *m, const struct ini_text *source);
/* The pack, counted; NULL when no question came along, and that was said. */
struct pack *making_finish(struct making *m);

/* Places are bytes from the start of the source, as a finding shows them. */
struct textpos making_place(struct making *m, uint32_t at);

void making_begin(struct making *m, uint32_t at);
bool making_end(struct making *m); /* false: it was left out, and that was said */

/* A clean copy; "" when nothing is left. */
const char *making_text(struct making *m, const char *s, size_t n);
/* The same from text with HTML in it. */
const char *making_html(struct making *m, const char *s, size_t n);
/* Something of the question at hand cannot come along, in a few words: "the second hint". All of it
 * and what its HTML loses is told with the question, in one finding. */
void making_lost(struct making *m, const char *what);
struct choice *making_choice(struct making *m, bool right, const char *s,
			     size_t n);              /* never NULL */
void making_statement(struct making *m, bool truth); /* in place of choices */
/* Its place is for what there is to say of it; n 0: none any more. */
void making_topic(struct making *m, uint32_t at, const char *name, size_t n);
void making_tag(struct making *m, const char *s, size_t n); /* or several, with commas between */
/* In small letters and '-' for what an ID may not have; none where another question has it. */
void making_id(struct making *m, const char *s, size_t n);
void making_source(struct making *m, const char *s, size_t n);

/* For making.c: drops what is empty of the question at hand, and refuses it where a pack would. */
void making_check(struct making *m);

/* For makingcheck.c: whether the question at hand is the first of its kind, else where that one is.
 * Not when memory is short. */
bool making_is_new(struct making *m, int *first_line);
void making_forget(struct making *m); /* for making.c */

/* The question at hand cannot come along: an error, the first one counts. */
struct finding *making_refuse(struct making *m, const char *code, uint32_t at, const char *format,
			      ...) __attribute__((format(printf, 4, 5)));
/* Something to say about it, or of the file: by the letter of its code. */
struct finding *making_say(struct making *m, const char *code, uint32_t at, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#endif
