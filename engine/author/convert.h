/*
 * Packs from and to the formats of other programs: a row each.
 *
 * Reading never ends at a mistake: what cannot come along is told with its place (making.h).
 * Writing tells what the format cannot hold, once for each kind of loss, as findings about the
 * pack.
 */
#ifndef CONVERT_H
#define CONVERT_H

#include <stdio.h>

#include "making.h"

struct import_format {
	const char *name, *about;       /* about: in a few words, for the help */
	const char *endings;            /* of its files, with blanks between: ".gift .txt" */
	void (*read)(struct making *m); /* m->source; begins and ends the questions */
};

struct export_format {
	const char *name, *about;
	const char *ending; /* of its files */
	/* What was lost goes to d. Errors of writing stay with `out`. */
	void (*write)(FILE *out, const struct pack *p, struct diag *d);
};

extern const struct import_format import_formats[]; /* these end with a name of NULL */
extern const struct export_format export_formats[];

const struct import_format *import_find(const char *name); /* NULL: there is none */
const struct export_format *export_find(const char *name);

/* The pack that a text holds, in its format, counted; NULL: no question came along. All that is to
 * be said is in the text's diag, sorted. */
struct pack *import_read(const struct import_format *f, const struct ini_text *source);

/* One file a format: importgift.c, exportgift.c and so on. */
void import_aiken(struct making *m);
void import_gift(struct making *m);
void import_moodle(struct making *m);
void import_csv(struct making *m);
void import_tsv(struct making *m);
void import_opentdb(struct making *m);
void import_otqa(struct making *m);
void export_quiz(FILE *out, const struct pack *p, struct diag *d);
void export_gift(FILE *out, const struct pack *p, struct diag *d);
void export_aiken(FILE *out, const struct pack *p, struct diag *d);
void export_moodle(FILE *out, const struct pack *p, struct diag *d);
void export_print(FILE *out, const struct pack *p, struct diag *d);
void export_csv(FILE *out, const struct pack *p, struct diag *d);

#endif
