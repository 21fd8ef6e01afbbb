/* Reports: each form, property by property, on good, bad and hostile packs; and the codes. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <json-c/json.h>

#include "explain.h"
#include "iniread.h"
#include "lint.h"
#include "report.h"
#include "utf8.h"

static struct library packs;
static char *written;
static struct json_object *document;
static char folder[] = "/tmp/stairwell-report-XXXXXX";

static void forget(void)
{
	library_finish(&packs);
	library_init(&packs);
	packs.keeps_texts = true;
	free(written);
	written = NULL;
	json_object_put(document);
	document = NULL;
}

static const char *write_as(const char *form)
{
	struct report r = {&packs, "1.2.3", false, NULL};
	const struct report_form *f = report_forms;
	size_t n;

	free(written);
	r.out = open_memstream(&written, &n);
	while (strcmp(f->name, form) != 0)
		f++;
	assert_true(f->write(&r));
	fclose(r.out);
	assert_int_equal(strlen(written), n); /* not one NUL */
	assert_int_equal(utf8_bad(written, n), n);
	return written;
}

static struct json_object *parse(const char *form)
{
	json_object_put(document);
	document = json_tokener_parse(write_as(form));
	assert_non_null(document);
	return document;
}

/* A pack of this name and these bytes in a folder of our own, read and linted. */
static void read_bytes(const char *name, const char *bytes, size_t n)
{
	char path[400];
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	fclose(f);
	assert_non_null(library_add(&packs, path));
	lint_library(&packs);
}

static void read_pack(const char *name, const char *text)
{
	read_bytes(name, text, strlen(text));
}

static int remove_files(void **state)
{
	DIR *d = opendir(folder);
	const struct dirent *e;

	(void)state;
	forget();
	while ((e = readdir(d)))
		if (e->d_name[0] != '.')
			unlinkat(dirfd(d), e->d_name, 0);
	closedir(d);
	return 0;
}

static int begin(void **state)
{
	(void)state;
	forget();
	return mkdtemp(folder) ? 0 : -1;
}

static int end(void **state)
{
	remove_files(state);
	return rmdir(folder);
}

/* ---- walking through a document ---- */

static struct json_object *at(struct json_object *o, const char *path)
{
	while (*path) {
		size_t n = strcspn(path, "/");
		char key[60];
		struct json_object *inner = NULL;
		assert_true(n < sizeof key);
		snprintf(key, sizeof key, "%.*s", (int)n, path);
		if (key[0] >= '0' && key[0] <= '9')
			inner = json_object_array_get_idx(o, (size_t)atoi(key));
		else
			json_object_object_get_ex(o, key, &inner);
		if (!inner)
			return NULL;
		o = inner;
		path += n + (path[n] == '/');
	}
	return o;
}

static const char *text_at(struct json_object *o, const char *path)
{
	struct json_object *found = at(o, path);

	if (!found)
		fail_msg("there is no %s in %s", path, json_object_to_json_string(o));
	assert_true(json_object_is_type(found, json_type_string));
	return json_object_get_string(found);
}

static int number_at(struct json_object *o, const char *path)
{
	struct json_object *found = at(o, path);

	if (!found)
		fail_msg("there is no %s in %s", path, json_object_to_json_string(o));
	assert_true(json_object_is_type(found, json_type_int));
	return json_object_get_int(found);
}

static size_t length_at(struct json_object *o, const char *path)
{
	struct json_object *found = at(o, path);

	if (!found)
		fail_msg("there is no %s in %s", path, json_object_to_json_string(o));
	assert_true(json_object_is_type(found, json_type_array));
	return json_object_array_length(found);
}

/* ---- SARIF, by the sections of the standard ---- */

static void check_message(struct json_object *o, const char *path)
{
	const char *text;
	struct json_object *message = at(o, path);

	assert_non_null(message);
	text = text_at(message, "text");
	assert_true(*text);
	for (const char *p = text; *p; p++) /* a brace is doubled */
		if (*p == '{' || *p == '}') {
			assert_int_equal(p[1], *p);
			p++;
		}
}

/* A URI: no byte but those that may be in one. */
static void check_uri(const char *uri)
{
	assert_true(*uri);
	for (const char *p = uri; *p; p++) {
		if (*p == '%') {
			assert_int_equal(strspn(p + 1, "0123456789ABCDEF") >= 2, 1);
			continue;
		}
		assert_non_null(strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				       "0123456789-._~/:",
				       *p));
		if (*p == ':')
			assert_int_equal(strncmp(uri, "file:", 5), 0);
	}
}

static void check_region(struct json_object *region)
{
	assert_true(number_at(region, "startLine") >= 1);
	assert_true(number_at(region, "startColumn") >= 1);
	assert_int_equal(number_at(region, "endLine"), number_at(region, "startLine"));
	assert_true(number_at(region, "endColumn") >= number_at(region, "startColumn"));
	if (at(region, "snippet")) {
		const char *text = text_at(region, "snippet/text");
		assert_int_equal(utf8_length(text, strlen(text)),
				 number_at(region, "endColumn") - number_at(region, "startColumn"));
	}
}

static void check_location(struct json_object *location)
{
	check_uri(text_at(location, "physicalLocation/artifactLocation/uri"));
	if (at(location, "physicalLocation/region"))
		check_region(at(location, "physicalLocation/region"));
}

static void check_fix(struct json_object *fix)
{
	assert_int_equal(length_at(fix, "artifactChanges"), 1);
	check_uri(text_at(fix, "artifactChanges/0/artifactLocation/uri"));
	assert_int_equal(length_at(fix, "artifactChanges/0/replacements"), 1);
	check_region(at(fix, "artifactChanges/0/replacements/0/deletedRegion"));
	text_at(fix, "artifactChanges/0/replacements/0/insertedContent/text");
}

static void check_result(struct json_object *result, struct json_object *rules)
{
	size_t index = (size_t)number_at(result, "ruleIndex");
	const char *level = text_at(result, "level"), *id = text_at(result, "ruleId");
	struct json_object *rule;

	assert_true(index < json_object_array_length(rules));
	rule = json_object_array_get_idx(rules, index);
	assert_string_equal(text_at(rule, "id"), id);
	assert_string_equal(text_at(rule, "defaultConfiguration/level"), level);
	assert_string_equal(level, id[0] == 'E' ? "error" : id[0] == 'W' ? "warning" : "note");
	check_message(result, "message");
	assert_int_equal(length_at(result, "locations"), 1);
	check_location(at(result, "locations/0"));
	assert_non_null(at(result, "partialFingerprints"));
	for (size_t i = 0;
	     at(result, "relatedLocations") && i < length_at(result, "relatedLocations"); i++) {
		struct json_object *related =
			json_object_array_get_idx(at(result, "relatedLocations"), i);
		check_location(related);
		check_message(related, "message");
	}
	if (at(result, "fixes"))
		check_fix(at(result, "fixes/0"));
}

static void check_rule(struct json_object *rule)
{
	const char *level = text_at(rule, "defaultConfiguration/level");

	assert_non_null(explain_find(text_at(rule, "id")));
	check_message(rule, "shortDescription");
	check_message(rule, "fullDescription");
	check_message(rule, "help");
	assert_true(strcmp(level, "error") == 0 || strcmp(level, "warning") == 0 ||
		    strcmp(level, "note") == 0);
}

/* All that the standard asks for; the results there are. */
static size_t check_sarif(void)
{
	struct json_object *log = parse("sarif"), *run, *rules;
	size_t n;

	assert_string_equal(text_at(log, "version"), "2.1.0");
	assert_string_equal(text_at(log, "$schema"),
			    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
			    "sarif-schema-2.1.0.json");
	assert_int_equal(length_at(log, "runs"), 1);
	run = at(log, "runs/0");
	assert_string_equal(text_at(run, "tool/driver/name"), "stairwell");
	assert_string_equal(text_at(run, "tool/driver/version"), "1.2.3");
	assert_string_equal(text_at(run, "tool/driver/semanticVersion"), "1.2.3");
	rules = at(run, "tool/driver/rules");
	for (size_t i = 0; i < length_at(run, "tool/driver/rules"); i++)
		check_rule(json_object_array_get_idx(rules, i));
	assert_int_equal(length_at(run, "invocations"), 1);
	assert_true(json_object_get_boolean(at(run, "invocations/0/executionSuccessful")));
	for (size_t i = 0; i < length_at(run, "invocations/0/toolExecutionNotifications"); i++) {
		struct json_object *word = json_object_array_get_idx(
			at(run, "invocations/0/toolExecutionNotifications"), i);
		check_message(word, "message");
		assert_string_equal(text_at(word, "level"), "warning");
	}
	assert_string_equal(text_at(run, "columnKind"), "unicodeCodePoints");
	assert_int_equal(length_at(run, "artifacts"), packs.n);
	for (size_t i = 0; i < length_at(run, "artifacts"); i++)
		check_uri(text_at(json_object_array_get_idx(at(run, "artifacts"), i),
				  "location/uri"));
	n = length_at(run, "results");
	for (size_t i = 0; i < n; i++)
		check_result(json_object_array_get_idx(at(run, "results"), i), rules);
	return n;
}

/* ---- JSON, by report.h ---- */

static void check_json_finding(struct json_object *finding)
{
	const char *severity = text_at(finding, "severity");

	assert_int_equal(text_at(finding, "code")[0], severity[0] - 'a' + 'A');
	assert_true(*text_at(finding, "message"));
	if (at(finding, "line")) {
		assert_true(number_at(finding, "line") >= 1);
		assert_true(number_at(finding, "endColumn") > number_at(finding, "column"));
		text_at(finding, "source");
	}
	if (at(finding, "second")) {
		text_at(finding, "second/path");
		text_at(finding, "second/message");
	}
	if (at(finding, "fix")) {
		text_at(finding, "fix/text");
		assert_true(number_at(finding, "fix/endColumn") >=
			    number_at(finding, "fix/column"));
	}
}

static size_t check_json(void)
{
	struct json_object *report = parse("json"), *all = at(report, "packs");
	struct report_count c = report_count(&packs);
	size_t n = 0;

	assert_string_equal(text_at(report, "program"), "stairwell");
	assert_string_equal(text_at(report, "version"), "1.2.3");
	assert_int_equal(number_at(report, "errors"), c.errors);
	assert_int_equal(number_at(report, "warnings"), c.warnings);
	assert_int_equal(number_at(report, "notes"), c.notes);
	assert_int_equal(length_at(report, "packs"), packs.n);
	for (size_t i = 0; i < (size_t)packs.n; i++) {
		struct json_object *pack = json_object_array_get_idx(all, i);
		assert_string_equal(text_at(pack, "path"), packs.entries[i].diag.path);
		check_uri(text_at(pack, "uri"));
		assert_int_equal(json_object_get_boolean(at(pack, "playable")),
				 packs.entries[i].pack != NULL);
		assert_int_equal(number_at(pack, "hidden") + (int)length_at(pack, "findings"),
				 number_at(pack, "errors") + number_at(pack, "warnings") +
					 number_at(pack, "notes"));
		for (size_t j = 0; j < length_at(pack, "findings"); j++)
			check_json_finding(json_object_array_get_idx(at(pack, "findings"), j));
		n += length_at(pack, "findings");
	}
	return n;
}

/* ---- the tests ---- */

static const char good[] =
	"title = Good\n[question]\nask = One?\nright = A\nwrong = B\nwrong = C\n";

static void a_good_pack_has_a_whole_report_without_findings(void **state)
{
	(void)state;
	read_pack("good.ini", good);
	assert_int_equal(check_sarif(), 0);
	assert_int_equal(check_json(), 0);
	assert_string_equal(write_as("gcc"), "");
	assert_string_equal(write_as("human"), "0 errors, 0 warnings, 0 notes in 1 pack\n");
}

static void no_pack_at_all_is_a_report_too(void **state)
{
	(void)state;
	assert_int_equal(check_sarif(), 0);
	assert_int_equal(check_json(), 0);
}

static void every_bad_pack_has_all_it_needs_in_each_form(void **state)
{
	size_t n = 0;
	int lines = 0;

	(void)state;
	assert_true(library_scan(&packs, TESTS "/packs"));
	lint_library(&packs);
	for (int i = 0; i < packs.n; i++)
		n += (size_t)packs.entries[i].diag.n;
	assert_true(n > 100);
	assert_int_equal(check_sarif(), n);
	assert_int_equal(check_json(), n);
	for (char *line = strtok((char *)write_as("gcc"), "\n"); line; line = strtok(NULL, "\n")) {
		int row, column, used = 0;
		char severity[10];
		assert_int_equal(strncmp(line, TESTS, strlen(TESTS)), 0);
		assert_int_equal(sscanf(strchr(line, ':'), ":%d:%d: %9[a-z]: %n", &row, &column,
					severity, &used),
				 3);
		assert_true(used > 0 && row >= 1 && column >= 1);
		lines++;
	}
	assert_true(lines >= (int)n);
}

static void places_are_characters_and_a_second_place_has_its_line(void **state)
{
	struct json_object *result, *finding;

	(void)state;
	read_pack("twice.ini", "title = T\n[question]\n\task = 日本語 {0}?\nright = A\nwrong = B\n"
			       "wrong = C\n\task = One?\n");
	assert_int_equal(check_sarif(), 1);
	result = at(document, "runs/0/results/0");
	assert_string_equal(text_at(result, "ruleId"), "E311");
	assert_int_equal(number_at(result, "locations/0/physicalLocation/region/startLine"), 7);
	assert_int_equal(number_at(result, "locations/0/physicalLocation/region/startColumn"), 2);
	assert_int_equal(number_at(result, "locations/0/physicalLocation/region/endColumn"), 5);
	assert_string_equal(text_at(result, "locations/0/physicalLocation/region/snippet/text"),
			    "ask");
	assert_int_equal(number_at(result, "relatedLocations/0/physicalLocation/region/startLine"),
			 3);
	assert_string_equal(text_at(result, "relatedLocations/0/message/text"), "first given here");
	assert_int_equal(check_json(), 1);
	finding = at(document, "packs/0/findings/0");
	assert_int_equal(number_at(finding, "column"), 2);
	assert_int_equal(number_at(finding, "endColumn"), 5);
	assert_string_equal(text_at(finding, "source"), "\task = One?");
	assert_string_equal(text_at(finding, "second/source"), "\task = 日本語 {0}?");
	assert_int_equal(number_at(finding, "second/line"), 3);
	assert_non_null(strstr(write_as("gcc"), "twice.ini:3:2: note: first given here\n"));
	assert_non_null(strstr(write_as("human"), "     3 | \task = 日本語 {0}?\n       | \t^\n"));
}

static void hostile_names_and_texts_break_no_form(void **state)
{
	static const char bytes[] = "title = \"\x1b[31m {1} \\ \xe2\x80\xae\x7f\nk\x01y = \xff\"\n"
				    "[question]\nask = <&\"'\\u0041>\nanswer = \"\\\n";

	(void)state;
	read_bytes("a \xff\"{}[]:%\x1b\n\\.ini", bytes, sizeof bytes - 1);
	assert_true(check_sarif() > 0);
	assert_non_null(strstr(text_at(document, "runs/0/artifacts/0/location/uri"),
			       "/a%20%FF%22%7B%7D%5B%5D%3A%25%1B%0A%5C.ini"));
	assert_true(check_json() > 0);
	for (const struct report_form *f = report_forms; f->name; f++)
		for (const char *p = write_as(f->name); *p; p++)
			assert_true((unsigned char)*p >= 0x20 || *p == '\n' || *p == '\t');
	for (const char *p = write_as("gcc"); *p; p = strchr(p, '\n') + 1)
		assert_int_equal(strncmp(p, folder, strlen(folder)), 0);
}

static void a_path_that_is_relative_stays_one(void **state)
{
	char before[4096];

	(void)state;
	read_pack("x y.ini", good);
	forget();
	assert_non_null(getcwd(before, sizeof before));
	assert_int_equal(chdir(folder), 0);
	library_add(&packs, "./x y.ini");
	check_sarif();
	assert_int_equal(chdir(before), 0);
	assert_string_equal(text_at(document, "runs/0/artifacts/0/location/uri"), "x%20y.ini");
}

static void findings_that_are_not_kept_are_counted_in_every_form(void **state)
{
	char *text = NULL;
	size_t n;
	FILE *f = open_memstream(&text, &n);

	(void)state;
	fputs(good, f);
	for (int i = 0; i < DIAG_KEPT + 7; i++)
		fprintf(f, "unheard-of-%d = x\n", i);
	fclose(f);
	read_pack("many.ini", text);
	free(text);
	assert_int_equal(check_sarif(), DIAG_KEPT);
	assert_string_equal(
		text_at(document, "runs/0/invocations/0/toolExecutionNotifications/0/message/text"),
		"more findings that are not shown: 7");
	check_json();
	assert_int_equal(number_at(document, "packs/0/hidden"), 7);
	assert_non_null(strstr(write_as("gcc"), "more findings that are not shown: 7\n"));
	assert_non_null(strstr(write_as("human"), ": 7 more findings are not shown\n"));
}

static void a_fingerprint_stays_when_lines_above_come_and_go(void **state)
{
	static const char two[] = "title = T\n[question]\nask = One?\nlevle = 3\nright = A\n"
				  "wrong = B\nwrong = C\n[question]\nlevle = 3\nask = Two?\n"
				  "right = A\nwrong = B\nwrong = C\n";
	const char *key = "codeAndLine/v1";
	char prints[2][2][60];
	struct json_object *print;

	(void)state;
	for (int round = 0; round < 2; round++) {
		char moved[400];
		snprintf(moved, sizeof moved, "%s%s", round ? "# more\n\n" : "", two);
		forget();
		read_pack("two.ini", moved);
		assert_int_equal(check_sarif(), 2);
		for (size_t i = 0; i < 2; i++) {
			assert_true(json_object_object_get_ex(
				at(json_object_array_get_idx(at(document, "runs/0/results"), i),
				   "partialFingerprints"),
				key, &print));
			snprintf(prints[round][i], 60, "%s", json_object_get_string(print));
		}
	}
	assert_string_equal(prints[0][0], prints[1][0]);
	assert_string_equal(prints[0][1], prints[1][1]);
	assert_string_not_equal(prints[0][0], prints[0][1]);
}

static void codes_are_in_order_each_once_and_named_by_level(void **state)
{
	int before = 0;

	(void)state;
	for (const struct code *c = diag_codes; c->code; c++) {
		int number = atoi(c->code + 1);
		assert_int_equal(strlen(c->code), 4);
		assert_non_null(strchr("EWN", c->code[0]));
		if (number <= before)
			fail_msg("%s is not behind %d", c->code, before);
		before = number;
		assert_true(c->meaning && *c->meaning);
		assert_ptr_equal(diag_code(c->code), c);
	}
}

/* One to four sentences, for --explain: what it does to whoever plays, and what to do. */
static void every_code_has_a_reason(void **state)
{
	(void)state;
	for (const struct code *c = diag_codes; c->code; c++) {
		size_t n = c->why ? strlen(c->why) : 0;
		if (n < 20 || n > 500 || !strchr(".)", c->why[n - 1]) || strchr(c->why, '\n') ||
		    strstr(c->why, "  "))
			fail_msg("%s: no good reason: %s", c->code, c->why);
	}
}

/* The examples are read: the wrong one shows its code, the right one shows nothing of reading. */
static void every_example_shows_what_it_is_of(void **state)
{
	(void)state;
	for (const struct example *e = explain_examples; e->code; e++) {
		bool found = false;
		forget();
		read_pack("wrong.ini", e->wrong);
		for (int i = 0; i < packs.entries[0].diag.n; i++)
			found = found ||
				strcmp(packs.entries[0].diag.findings[i].code, e->code) == 0;
		if (!found)
			fail_msg("%s is not shown by its example:\n%s", e->code, write_as("human"));
		forget();
		read_pack("right.ini", e->right);
		for (int i = 0; i < packs.entries[0].diag.n; i++)
			if (packs.entries[0].diag.findings[i].code[1] < '6')
				fail_msg("%s: the right example is wrong:\n%s", e->code,
					 write_as("human"));
	}
}

static void a_code_is_found_in_any_case_and_guessed_by_its_number(void **state)
{
	(void)state;
	assert_string_equal(explain_find("e302")->code, "E302");
	assert_null(explain_find("E999"));
	assert_null(explain_find(""));
	assert_string_equal(explain_nearest("W302")->code, "E302");
	assert_string_equal(explain_nearest("302")->code, "E302");
	assert_null(explain_nearest("hello"));
	assert_null(explain_nearest(""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_good_pack_has_a_whole_report_without_findings,
					  remove_files),
		cmocka_unit_test_teardown(no_pack_at_all_is_a_report_too, remove_files),
		cmocka_unit_test_teardown(every_bad_pack_has_all_it_needs_in_each_form,
					  remove_files),
		cmocka_unit_test_teardown(places_are_characters_and_a_second_place_has_its_line,
					  remove_files),
		cmocka_unit_test_teardown(hostile_names_and_texts_break_no_form, remove_files),
		cmocka_unit_test_teardown(a_path_that_is_relative_stays_one, remove_files),
		cmocka_unit_test_teardown(findings_that_are_not_kept_are_counted_in_every_form,
					  remove_files),
		cmocka_unit_test_teardown(a_fingerprint_stays_when_lines_above_come_and_go,
					  remove_files),
		cmocka_unit_test(codes_are_in_order_each_once_and_named_by_level),
		cmocka_unit_test(every_code_has_a_reason),
		cmocka_unit_test_teardown(every_example_shows_what_it_is_of, remove_files),
		cmocka_unit_test(a_code_is_found_in_any_case_and_guessed_by_its_number),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
