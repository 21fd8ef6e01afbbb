/*
 * What is wrong with somebody's file: severity, code, place, a second place, what to type.
 *
 * A reader adds findings and goes on. Everything a finding points to lives in the diag's own arena.
 * Lines and columns count from 1, columns in characters (code points); 0 means "the file as a
 * whole". No text in a finding has a control character, a bidi override or a byte that is not UTF-8
 * in it: U+FFFD stands in its place. Messages, helps and paths are of one line.
 */
#ifndef DIAG_H
#define DIAG_H

#include <stdint.h>

#include "arena.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* By the letter of a code. */
enum severity diag_severity(const char *code);

struct place {
	int line, column;
};

struct finding {
	enum severity severity;
	const char *code; /* "E101"; never changes meaning */
	struct place at, second;
	int width;               /* characters to underline, at least 1 */
	const char *message;     /* one sentence */
	const char *aside;       /* what the second place is, or NULL */
	const char *second_path; /* of the file it is in; NULL: the same one */
	const char *second_line; /* the source line there, or NULL */
	const char *help;        /* what to type, or NULL */
	int first_line;          /* number of excerpt[0] */
	int nexcerpt; /* source lines around the place, 0 to 3; none where there is no line */
	const char *excerpt[3];
	const char *fix; /* safe to put in place of `fix_n` bytes at `fix_at` of the file's text,
			    on the line of the place; NULL: nothing is. Of the file as a whole:
			    empty, and writing the text anew as UTF-8 is the fix. UTF-8, but a line
			    end may be in it */
	uint32_t fix_at, fix_n;
	int left_out; /* of a long line of the place: characters cut off its start; it begins with
			 an ellipsis */
	int second_left_out; /* the same of the second place */
};

struct diag {
	struct arena arena;
	const char *path; /* as the user gave it */
	struct finding *findings;
	int n, room;
	int firm[SEVERITY_ERROR + 1]; /* when full: of the last ones, how many are known to be at
					 least as severe */
	int errors, warnings, notes;  /* counted also when a finding is not kept */
	int more;                     /* findings to keep beyond DIAG_KEPT; 0 until it is set */
	int unsaid;           /* errors that another finding speaks of too; not among `errors` */
	struct finding spare; /* what diag_add returns for one that is not kept */
};

enum { DIAG_KEPT = 1000 };

/* How many findings are kept at most. */
static inline int diag_most(const struct diag *d)
{
	return DIAG_KEPT + d->more;
}

enum { QUOTED = 60 }; /* characters of a quotation */

/* The beginning of somebody's text, to be put into a sentence. */
struct quote {
	char s[4 * QUOTED + sizeof "…"];
};
struct quote diag_quote(const char *s, size_t n);

void diag_init(struct diag *d, const char *path);
void diag_finish(struct diag *d);

/* Whether one more would be kept: when all places are taken, it takes that of the last one that is
 * less severe. */
bool diag_keeps(struct diag *d, enum severity severity);

/* Returns the finding, for its aside, help and excerpt; a scratch one when it is not kept: never
 * NULL. */
struct finding *diag_add(struct diag *d, enum severity severity, const char *code, struct place at,
			 const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Makes an error of a warning: of findings[index], as long as they are not sorted. False: it is
 * not there any more, an error has its place. */
bool diag_raise(struct diag *d, int index, const char *code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* Drops all findings from findings[from] on: one that comes next says it all. */
void diag_forget(struct diag *d, int from);

/* Drops the warnings and notes from findings[from] on whose codes are among those in a text. */
void diag_ignore(struct diag *d, int from, const char *codes);

/* The help of a finding, made safe to show; nothing where it is not kept. */
void diag_help(struct diag *d, struct finding *f, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* The fix of a finding; nothing where it is not kept, or the text is not UTF-8. */
void diag_fix(struct diag *d, struct finding *f, uint32_t at, uint32_t n, const char *fix,
	      size_t nfix);

/* Text for a finding, made safe to show; never NULL. */
const char *diag_text(struct diag *d, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
const char *diag_copy(struct diag *d, const char *s, size_t n);

void diag_sort(struct diag *d); /* by line */

/* Every code there is, in order, ending with a code of NULL; and its meaning (NULL: there is no
 * such code). Its letter is its severity: E, W or N. */
struct code {
	const char *code, *meaning;
	const char *why; /* what it does to whoever plays, and what to do */
};
extern const struct code diag_codes[];
const struct code *diag_code(const char *code);

#endif
