/*
 * Private to the reports: the forms, and what those for programs share.
 */
#ifndef REPORTFORMS_H
#define REPORTFORMS_H

#include <json-c/json.h>

#include "report.h"

bool report_human(const struct report *r);
bool report_gcc(const struct report *r);
bool report_json(const struct report *r);
bool report_sarif(const struct report *r);

/* Puts the text under the key, unless it is NULL. */
void report_put(struct json_object *into, const char *key, const char *text);
void report_put_number(struct json_object *into, const char *key, int64_t number);

/* Writes the document with a newline, and lets go of it. False: memory is short. */
bool report_document(const struct report *r, struct json_object *document);

/* A path as a URI, each byte that needs it percent-encoded; to be freed, or NULL. */
char *report_uri(const char *path);

/* The source line of the finding as a report shows it, or NULL. */
const char *report_line(const struct finding *f);

/* Where a fix of the finding's line begins and ends; false: there is none that has a place. */
bool report_fix(const struct entry *e, const struct finding *f, struct place *from,
		struct place *to);

#endif
