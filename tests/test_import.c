/*
 * Files in the manner of other programs: tests/import/FORMAT-WHAT.ENDING, and beside each
 * FORMAT-WHAT.want: the pack that it gives, as INI, then what is said of it. With STAIRWELL_WANT in
 * the environment, those are written instead.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "convert.h"
#include "decode.h"
#include "packwrite.h"
#include "rng.h"

static char *load(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	char *s = NULL, buffer[4096];
	FILE *out = open_memstream(&s, n);
	size_t got;

	while (f && (got = fread(buffer, 1, sizeof buffer, f)) > 0)
		fwrite(buffer, 1, got, out);
	fclose(out);
	if (f)
		fclose(f);
	return s;
}

static void tell(FILE *out, const struct diag *d)
{
	static const char *const levels[] = {"note", "warning", "error"};

	fputs("\n---\n", out);
	for (int i = 0; i < d->n; i++) {
		const struct finding *f = &d->findings[i];
		fprintf(out, "%d:%d: %s: %s [%s]\n", f->at.line, f->at.column, levels[f->severity],
			f->message, f->code);
		if (f->help)
			fprintf(out, "  help: %s\n", f->help);
	}
}

/* What importing a file gives, to be freed. */
static char *imported(const char *path, const struct import_format *format)
{
	struct ini_text text;
	struct pack *p = NULL;
	struct diag d;
	char *own, *bytes, *s = NULL;
	size_t n;
	FILE *out = open_memstream(&s, &n);

	bytes = load(path, &n);
	diag_init(&d, path);
	if (decode_open(&text, &own, bytes, n, &d))
		p = import_read(format, &text);
	if (p)
		packwrite(out, p);
	tell(out, &d);
	pack_drop(p);
	ini_close(&text);
	free(own);
	free(bytes);
	diag_finish(&d);
	fclose(out);
	return s;
}

static bool is_as_wanted(const char *name, const struct import_format *format)
{
	char path[600], want[600], *got, *wanted;
	size_t n;
	bool same;

	snprintf(path, sizeof path, TESTS "/import/%s", name);
	snprintf(want, sizeof want, "%.*s.want", (int)(strrchr(path, '.') - path), path);
	got = imported(path, format);
	if (getenv("STAIRWELL_WANT")) {
		FILE *out = fopen(want, "w");
		assert_non_null(out);
		fputs(got, out);
		fclose(out);
	}
	wanted = load(want, &n);
	same = strcmp(got, wanted) == 0;
	if (!same)
		print_error("%s gives:\n%s\nin place of:\n%s\n", path, got, wanted);
	free(got);
	free(wanted);
	return same;
}

/* Calls for every sample; how many there are. */
static int each_sample(void (*call)(const char *name, const struct import_format *f))
{
	struct dirent **names;
	int n = scandir(TESTS "/import", &names, NULL, alphasort), nsamples = 0;

	assert_true(n > 0);
	for (int i = 0; i < n; i++) {
		const char *name = names[i]->d_name, *ending = strrchr(name, '.');
		char format[32];
		const struct import_format *f;
		snprintf(format, sizeof format, "%.*s", (int)strcspn(name, "-"), name);
		f = import_find(format);
		if (f && strcmp(ending, ".want") != 0) {
			call(name, f);
			nsamples++;
		}
		free(names[i]);
	}
	free(names);
	return nsamples;
}

static bool all_good;

static void compare(const char *name, const struct import_format *f)
{
	all_good = is_as_wanted(name, f) && all_good;
}

static void every_sample_gives_what_is_written_beside_it(void **state)
{
	(void)state;
	all_good = true;
	assert_true(each_sample(compare) >= 4);
	assert_true(all_good);
}

/* Whatever comes along is a pack without an error, and is so again when it is read. */
static void demand_a_good_pack(const struct import_format *f, const char *bytes, size_t n)
{
	struct ini_text text;
	struct pack *p = NULL, *again;
	struct diag d, e;
	char *own, *s = NULL;
	size_t length;
	FILE *out = open_memstream(&s, &length);

	diag_init(&d, "mutated");
	diag_init(&e, "again.ini");
	if (decode_open(&text, &own, bytes, n, &d))
		p = import_read(f, &text);
	if (p) {
		p->title.s = p->title.s ? p->title.s : "Title";
		packwrite(out, p);
		fflush(out);
		again = pack_read(s, length, "again.ini", &e);
		for (int i = 0; i < e.n; i++)
			if (e.findings[i].severity == SEVERITY_ERROR)
				fail_msg("%s\n%.*s\ngives:\n%s", e.findings[i].message, (int)n,
					 bytes, s);
		assert_int_equal(again->nquestions + again->nskipped, p->nquestions);
		pack_drop(again);
	} else {
		assert_true(d.errors > 0);
	}
	for (int i = 0; i < d.n; i++)
		assert_true(d.findings[i].at.line >= 0);
	pack_drop(p);
	fclose(out);
	free(s);
	ini_close(&text);
	free(own);
	diag_finish(&e);
	diag_finish(&d);
}

enum { CUTS = 150, MUTATIONS = 150 };

static void cut_and_mutate(const char *name, const struct import_format *f)
{
	static const char odd[] = "\"'<>&;,|\t\n\r{}[]=~%#:/\\!-1a A\xff\x01";
	char path[600], *bytes, *mutated;
	struct rng r;
	size_t n;

	snprintf(path, sizeof path, TESTS "/import/%s", name);
	bytes = load(path, &n);
	rng_init(&r, n);
	for (size_t i = 0; i < CUTS; i++) {
		size_t length = n * i / CUTS;
		mutated = malloc(length + 1); /* no longer than it is, for the sanitizer's sake */
		memcpy(mutated, bytes, length);
		mutated = realloc(mutated, length > 0 ? length : 1);
		demand_a_good_pack(f, mutated, length);
		free(mutated);
	}
	for (int i = 0; i < MUTATIONS; i++) {
		mutated = malloc(n > 0 ? n : 1);
		memcpy(mutated, bytes, n);
		for (uint32_t k = 1 + rng_below(&r, 8); n > 0 && k > 0; k--) {
			uint32_t at = rng_below(&r, (uint32_t)n), from = rng_below(&r, (uint32_t)n);
			uint32_t some = rng_below(&r, 40);
			if (rng_below(&r, 2))
				mutated[at] = odd[rng_below(&r, sizeof odd - 1)];
			else if (at + some < n && from + some < n)
				memmove(mutated + at, mutated + from, some);
		}
		demand_a_good_pack(f, mutated, n);
		free(mutated);
	}
	free(bytes);
}

static void cut_and_mutated_samples_give_good_packs_or_say_why_not(void **state)
{
	(void)state;
	each_sample(cut_and_mutate);
}

static struct pack *imported_text(const struct import_format *f, const char *s, size_t n)
{
	struct ini_text text;
	struct pack *p = NULL;
	struct diag d;
	char *own;

	diag_init(&d, "text");
	if (decode_open(&text, &own, s, n, &d))
		p = import_read(f, &text);
	ini_close(&text);
	free(own);
	diag_finish(&d);
	return p;
}

/* The pack as INI, after it went out and in again by a format; to be freed. */
static char *there_and_back(struct pack **p, const char *format)
{
	char *s = NULL, *ini = NULL;
	size_t n;
	struct diag d;
	FILE *out = open_memstream(&s, &n);

	diag_init(&d, "out");
	export_find(format)->write(out, *p, &d);
	fclose(out);
	diag_finish(&d);
	pack_drop(*p);
	*p = imported_text(import_find(format), s, n);
	free(s);
	out = open_memstream(&ini, &n);
	if (*p)
		packwrite(out, *p);
	fclose(out);
	return ini;
}

/* A format may lose something, but only once. */
static void send_twice(const char *name, const struct import_format *f)
{
	static const char *const formats[] = {"csv", "gift", "aiken", "moodle"};
	char path[600], *bytes, *once, *twice;
	size_t n;

	snprintf(path, sizeof path, TESTS "/import/%s", name);
	bytes = load(path, &n);
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		struct pack *p = imported_text(f, bytes, n);
		if (!p)
			continue;
		for (int k = 0; k < p->nquestions; k++) /* which csv and Aiken lose */
			if (!p->questions[k].statement)
				p->questions[k].shuffle = SHUFFLE_YES;
		once = there_and_back(&p, formats[i]);
		if (!p) { /* nothing of it has a place there */
			free(once);
			continue;
		}
		twice = there_and_back(&p, formats[i]);
		assert_string_equal(once, twice);
		free(once);
		free(twice);
		pack_drop(p);
	}
	free(bytes);
}

static void what_went_out_and_in_stays_as_it_is(void **state)
{
	(void)state;
	each_sample(send_twice);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_sample_gives_what_is_written_beside_it),
		cmocka_unit_test(cut_and_mutated_samples_give_good_packs_or_say_why_not),
		cmocka_unit_test(what_went_out_and_in_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
