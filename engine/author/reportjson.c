#include <stdlib.h>

#include "diagprint.h"
#include "reportforms.h"

static void put_place(struct json_object *into, struct place at, int end_column)
{
	if (at.line == 0)
		return;
	report_put_number(into, "line", at.line);
	report_put_number(into, "column", at.column);
	if (end_column > 0)
		report_put_number(into, "endColumn", end_column);
}

static struct json_object *tell_second(const struct entry *e, const struct finding *f)
{
	struct json_object *second = json_object_new_object();

	report_put(second, "path", f->second_path ? f->second_path : e->diag.path);
	put_place(second, f->second, 0);
	report_put(second, "message", f->aside);
	report_put(second, "source", f->second_line);
	return second;
}

static struct json_object *tell_finding(const struct entry *e, const struct finding *f)
{
	struct json_object *finding = json_object_new_object(), *fix;
	struct place from, to;

	report_put(finding, "severity", diag_severities[f->severity]);
	report_put(finding, "code", f->code);
	put_place(finding, f->at, f->at.column + f->width);
	report_put(finding, "message", f->message);
	report_put(finding, "source", report_line(f));
	if (f->aside)
		json_object_object_add(finding, "second", tell_second(e, f));
	report_put(finding, "help", f->help);
	if (report_fix(e, f, &from, &to)) {
		fix = json_object_new_object();
		put_place(fix, from, to.column);
		report_put(fix, "text", f->fix);
		json_object_object_add(finding, "fix", fix);
	}
	return finding;
}

static void put_counts(struct json_object *into, int errors, int warnings, int notes)
{
	report_put_number(into, "errors", errors);
	report_put_number(into, "warnings", warnings);
	report_put_number(into, "notes", notes);
}

static struct json_object *tell_pack(const struct entry *e)
{
	struct json_object *pack = json_object_new_object(), *findings = json_object_new_array();
	const struct diag *d = &e->diag;
	char *uri = report_uri(e->path);

	report_put(pack, "path", d->path);
	report_put(pack, "uri", uri);
	free(uri);
	json_object_object_add(pack, "playable", json_object_new_boolean(e->pack != NULL));
	if (e->pack) {
		report_put_number(pack, "questions", e->pack->nquestions);
		report_put_number(pack, "skipped", e->pack->nskipped);
	}
	put_counts(pack, d->errors, d->warnings, d->notes);
	report_put_number(pack, "hidden", diag_hidden(d));
	for (int i = 0; i < d->n; i++)
		json_object_array_add(findings, tell_finding(e, &d->findings[i]));
	json_object_object_add(pack, "findings", findings);
	return pack;
}

bool report_json(const struct report *r)
{
	struct json_object *document = json_object_new_object(), *packs = json_object_new_array();
	struct report_count c = report_count(r->packs);

	report_put(document, "program", "stairwell");
	report_put(document, "version", r->version);
	put_counts(document, c.errors, c.warnings, c.notes);
	for (int i = 0; i < r->packs->n; i++)
		json_object_array_add(packs, tell_pack(&r->packs->entries[i]));
	json_object_object_add(document, "packs", packs);
	return report_document(r, document);
}
