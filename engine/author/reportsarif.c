/* SARIF 2.1.0; the numbers in brackets are sections of the standard. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diagprint.h"
#include "hash.h"
#include "reportforms.h"
#include "utf8.h"

#define SCHEMA                                                                                     \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"                      \
	"sarif-schema-2.1.0.json"

enum { CODES = 512 };

/* The place of each code of diag_codes among the rules; -1: none was found. */
struct rules {
	int index[CODES];
	struct json_object *list;
};

static struct json_object *object_with(const char *key, struct json_object *value)
{
	struct json_object *o = json_object_new_object();

	json_object_object_add(o, key, value);
	return o;
}

static struct json_object *tell_text(const char *text)
{
	return object_with("text", json_object_new_string(text));
}

/* A message, in which a brace of its own is doubled [3.11.5]. */
static struct json_object *tell_message(const char *text)
{
	struct json_object *message = NULL;
	char *doubled = malloc(2 * strlen(text) + 1), *p = doubled;

	if (!doubled)
		return NULL;
	for (; *text; text++) {
		if (*text == '{' || *text == '}')
			*p++ = *text;
		*p++ = *text;
	}
	*p = '\0';
	message = tell_text(doubled);
	free(doubled);
	return message;
}

/* ---- rules [3.49] ---- */

/* A meaning as a sentence: "a key is given twice" begins and ends as one. */
static struct json_object *tell_sentence(const char *meaning, const char *more)
{
	struct json_object *text = NULL;
	char *s = NULL;

	if (asprintf(&s, "%s.%s%s", meaning, more ? " " : "", more ? more : "") < 0)
		return NULL;
	if (s[0] >= 'a' && s[0] <= 'z')
		s[0] = (char)(s[0] - 'a' + 'A');
	text = tell_message(s);
	free(s);
	return text;
}

static const char *level_of(const char *code)
{
	return diag_severities[diag_severity(code)];
}

static struct json_object *tell_rule(const struct code *c)
{
	struct json_object *rule = json_object_new_object();

	report_put(rule, "id", c->code);
	json_object_object_add(rule, "shortDescription", tell_sentence(c->meaning, NULL));
	json_object_object_add(rule, "fullDescription", tell_sentence(c->meaning, c->why));
	json_object_object_add(rule, "help", tell_sentence(c->meaning, c->why));
	json_object_object_add(rule, "defaultConfiguration",
			       object_with("level", json_object_new_string(level_of(c->code))));
	return rule;
}

static int number_of(const char *code)
{
	return (int)(diag_code(code) - diag_codes);
}

static void find_rules(const struct report *r, struct rules *rules)
{
	bool found[CODES] = {0};
	int n = 0;

	for (int i = 0; i < r->packs->n; i++)
		for (int j = 0; j < r->packs->entries[i].diag.n; j++)
			found[number_of(r->packs->entries[i].diag.findings[j].code)] = true;
	rules->list = json_object_new_array();
	for (int i = 0; diag_codes[i].code; i++) {
		if (!found[i])
			continue;
		rules->index[i] = n++;
		json_object_array_add(rules->list, tell_rule(&diag_codes[i]));
	}
}

/* ---- places [3.28 to 3.33] ---- */

/* The characters of a line from the place on; NULL where it is not all of them that are shown. */
static char *cut_snippet(const struct finding *f)
{
	const char *from = report_line(f), *to, *end;
	int skip = f->at.column - 1 - f->left_out + (f->left_out > 0), width = f->width;
	uint32_t code;

	if (!from)
		return NULL;
	end = from + strlen(from);
	for (; skip > 0 && from < end; skip--)
		from += utf8_decode(from, (size_t)(end - from), &code);
	for (to = from; width > 0 && to < end; width--)
		to += utf8_decode(to, (size_t)(end - to), &code);
	return width > 0 ? NULL : strndup(from, (size_t)(to - from));
}

static struct json_object *tell_region(struct place from, int end_line, int end_column)
{
	struct json_object *region = json_object_new_object();

	report_put_number(region, "startLine", from.line);
	report_put_number(region, "startColumn", from.column);
	report_put_number(region, "endLine", end_line);
	report_put_number(region, "endColumn", end_column);
	return region;
}

static struct json_object *tell_artifact(const char *path)
{
	char *uri = report_uri(path);
	struct json_object *artifact = json_object_new_object();

	report_put(artifact, "uri", uri);
	free(uri);
	return artifact;
}

static struct json_object *tell_location(const char *path, struct json_object *region,
					 const char *message)
{
	struct json_object *physical = object_with("artifactLocation", tell_artifact(path));
	struct json_object *location;

	if (region)
		json_object_object_add(physical, "region", region);
	location = object_with("physicalLocation", physical);
	if (message)
		json_object_object_add(location, "message", tell_message(message));
	return location;
}

static struct json_object *list_of(struct json_object *one)
{
	struct json_object *list = json_object_new_array();

	json_object_array_add(list, one);
	return list;
}

/* ---- results [3.27] ---- */

static struct json_object *tell_fix(const struct entry *e, const struct finding *f,
				    struct place from, struct place to)
{
	struct json_object *replacement =
		object_with("deletedRegion", tell_region(from, to.line, to.column));
	struct json_object *change = object_with("artifactLocation", tell_artifact(e->path));
	struct json_object *fix = json_object_new_object();

	json_object_object_add(replacement, "insertedContent", tell_text(f->fix));
	json_object_object_add(change, "replacements", list_of(replacement));
	if (f->help)
		json_object_object_add(fix, "description", tell_message(f->help));
	json_object_object_add(fix, "artifactChanges", list_of(change));
	return fix;
}

/* Of two that would have the same fingerprint, the second is told from the first. */
static void put_fingerprint(struct json_object *result, const struct finding *f, uint64_t *seen,
			    int nseen)
{
	const char *line = report_line(f);
	uint64_t hash = hash_text(HASH_START, f->code);
	char text[40];
	int same = 0;

	hash = hash_text(hash * HASH_PRIME, line ? line + strspn(line, " \t") : "");
	for (int i = 0; i < nseen; i++)
		same += seen[i] == hash;
	seen[nseen] = hash;
	snprintf(text, sizeof text, "%016" PRIx64 ":%d", hash, same + 1);
	json_object_object_add(result, "partialFingerprints",
			       object_with("codeAndLine/v1", json_object_new_string(text)));
}

static struct json_object *tell_finding(const struct entry *e, const struct finding *f,
					const struct rules *rules)
{
	struct json_object *result = json_object_new_object(), *region = NULL;
	struct place from, to;
	char *snippet;

	report_put(result, "ruleId", f->code);
	report_put_number(result, "ruleIndex", rules->index[number_of(f->code)]);
	report_put(result, "level", diag_severities[f->severity]);
	json_object_object_add(result, "message", tell_message(f->message));
	if (f->at.line > 0) {
		region = tell_region(f->at, f->at.line, f->at.column + f->width);
		snippet = cut_snippet(f);
		if (snippet)
			json_object_object_add(region, "snippet", tell_text(snippet));
		free(snippet);
	}
	json_object_object_add(result, "locations", list_of(tell_location(e->path, region, NULL)));
	if (f->aside) {
		region = f->second.line > 0
				 ? tell_region(f->second, f->second.line, f->second.column + 1)
				 : NULL;
		json_object_object_add(
			result, "relatedLocations",
			list_of(tell_location(f->second_path ? f->second_path : e->path, region,
					      f->aside)));
	}
	if (report_fix(e, f, &from, &to))
		json_object_object_add(result, "fixes", list_of(tell_fix(e, f, from, to)));
	return result;
}

/* What was counted and not kept is a word about the run [3.58]. */
static void put_hidden(struct json_object *notifications, const struct entry *e)
{
	struct json_object *notification = json_object_new_object();
	char text[80];

	snprintf(text, sizeof text, "more findings that are not shown: %d", diag_hidden(&e->diag));
	report_put(notification, "level", "warning");
	json_object_object_add(notification, "message", tell_message(text));
	json_object_object_add(notification, "locations",
			       list_of(tell_location(e->path, NULL, NULL)));
	json_object_array_add(notifications, notification);
}

static struct json_object *tell_tool(const struct report *r, const struct rules *rules)
{
	struct json_object *driver = json_object_new_object();

	report_put(driver, "name", "stairwell");
	report_put(driver, "version", r->version);
	report_put(driver, "semanticVersion", r->version);
	json_object_object_add(driver, "rules", rules->list);
	return object_with("driver", driver);
}

static struct json_object *tell_run(const struct report *r)
{
	struct json_object *run = json_object_new_object(), *results = json_object_new_array();
	struct json_object *notifications = json_object_new_array();
	struct json_object *artifacts = json_object_new_array();
	struct json_object *invocation;
	struct rules rules;
	uint64_t seen[DIAG_KEPT];

	find_rules(r, &rules);
	for (int i = 0; i < r->packs->n; i++) {
		const struct entry *e = &r->packs->entries[i];
		json_object_array_add(artifacts, object_with("location", tell_artifact(e->path)));
		for (int j = 0; j < e->diag.n; j++) {
			const struct finding *f = &e->diag.findings[j];
			struct json_object *result = tell_finding(e, f, &rules);
			put_fingerprint(result, f, seen, j);
			json_object_array_add(results, result);
		}
		if (diag_hidden(&e->diag) > 0)
			put_hidden(notifications, e);
	}
	json_object_object_add(run, "tool", tell_tool(r, &rules));
	invocation = object_with("executionSuccessful", json_object_new_boolean(true));
	json_object_object_add(invocation, "toolExecutionNotifications", notifications);
	json_object_object_add(run, "invocations", list_of(invocation));
	report_put(run, "columnKind", "unicodeCodePoints");
	json_object_object_add(run, "artifacts", artifacts);
	json_object_object_add(run, "results", results);
	return run;
}

bool report_sarif(const struct report *r)
{
	struct json_object *document = json_object_new_object();

	report_put(document, "$schema", SCHEMA);
	report_put(document, "version", "2.1.0");
	json_object_object_add(document, "runs", list_of(tell_run(r)));
	return report_document(r, document);
}
