/*
 * What was found in the packs of a library, in the forms that people, editors and programs want.
 * Findings come in the order of the library, in each pack by their place. Those that were counted
 * and not kept (DIAG_KEPT) are told as a number in every form.
 *
 * `json` is one object; keys may be added to it, and never change meaning:
 *
 *	{ "program": "stairwell", "version": "0.1.0",
 *	  "errors": 1, "warnings": 0, "notes": 0,
 *	  "packs": [ { "path": "a b.ini", "uri": "a%20b.ini",
 *	      "playable": true, "questions": 9, "skipped": 1,
 *	      "errors": 1, "warnings": 0, "notes": 0, "hidden": 0,
 *	      "findings": [ { "severity": "error", "code": "E311",
 *	          "line": 8, "column": 1, "endColumn": 4, "message": "...", "source": "ask = Two?",
 *	          "second": { "path": "a b.ini", "line": 3, "column": 1, "message": "...",
 *	                      "source": "ask = One?" },
 *	          "help": "...",
 *	          "fix": { "line": 8, "column": 1, "endColumn": 4, "text": "why" } } ] } ] }
 *
 * Lines and columns count from 1, columns in characters; endColumn is the one behind the last. They
 * are left out where a finding is about the file as a whole, and so is each key that has nothing to
 * say. In `path` a byte that is not UTF-8 is U+FFFD; `uri` has each byte. `hidden` is how many of
 * the counted findings are not among `findings`. `source` is the line as far as a report shows it.
 *
 * `sarif` is SARIF 2.1.0 (OASIS, 2020): one run, a rule for each code that was found, columns in
 * code points. The fingerprint of a result is of its code and its source line, so that it stays
 * when lines above it come and go.
 */
#ifndef REPORT_H
#define REPORT_H

#include <stdio.h>

#include "library.h"

struct report {
	const struct library *packs;
	const char *version; /* of the program */
	bool coloured;       /* in the form for people */
	FILE *out;
};

struct report_form {
	const char *name;
	bool (*write)(const struct report *r); /* false: memory is short */
};

extern const struct report_form report_forms[]; /* ends with a name of NULL */

struct report_count {
	int errors, warnings, notes;
};
struct report_count report_count(const struct library *l);

#endif
