/* The canonical form of packs: what changes, and what must not. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lint.h"
#include "packformat.h"
#include "rng.h"
#include "starter.h"

/* To be freed; NULL: it is no text. */
static char *format(const char *bytes, size_t n, bool adds_ids, size_t *size)
{
	struct ini_text text;
	struct diag d;
	struct pack *p = NULL;
	char *s = NULL;

	diag_init(&d, "test.ini");
	if (ini_open(&text, bytes, n, &d)) {
		if (adds_ids)
			p = pack_read_text(&text, "test.ini", &d);
		s = packformat(&text, p, size);
		assert_non_null(s);
		ini_close(&text);
	}
	pack_drop(p);
	diag_finish(&d);
	return s;
}

static void expect(const char *before, const char *after)
{
	size_t n;
	char *s = format(before, strlen(before), false, &n);

	assert_string_equal(s, after);
	free(s);
}

static void keys_stand_in_line(void **state)
{
	(void)state;
	expect("TITLE=T\nlanguage   =  en  \n\n\n\n[ Question  a.b ]\n\nAsk = 1?\nchoice_image=a\n"
	       "x-My_Own=  kept\n\n\n",
	       "title    = T\nlanguage = en\n\n[question a.b]\nask          = 1?\n"
	       "choice-image = a\nx-My_Own     = kept\n");
}

static void the_tag_of_a_language_stays_as_it_was_typed(void **state)
{
	(void)state;
	expect("[question]\nASK=1?\nAsk.de-AT=2?\nask.PT_br=3?\n",
	       "[question]\nask       = 1?\nask.de-AT = 2?\nask.PT-br = 3?\n");
}

static void comments_stay_where_they_are(void **state)
{
	(void)state;
	expect("; about\n#more\ntitle = T\n; of the question\n; twice\n[question]\nask = 1\n"
	       "; within\nright = a\n",
	       "; about\n#more\ntitle = T\n\n; of the question\n; twice\n[question]\nask   = 1\n"
	       "; within\nright = a\n");
}

static void more_of_a_text_stands_below_it(void **state)
{
	(void)state;
	expect("title = T\n[question]\nask = One\n two\n\t|  three  \n | four\nright = a\n",
	       "title = T\n\n[question]\nask   = One\n        two\n        |  three  \n        | "
	       "four\n"
	       "right = a\n");
}

static void an_indented_pack_is_brought_to_the_margin(void **state)
{
	(void)state;
	expect("  title = T\n\n  [question]\n    ask = 1\n    wrong = b\n",
	       "title = T\n\n[question]\nask   = 1\nwrong = b\n");
}

static void mistakes_and_unknown_things_stay(void **state)
{
	(void)state;
	expect("title = T\nlevle = 3\n[Whatever]\nno key here\nright: a\n",
	       "title = T\nlevle = 3\n\n[Whatever]\nno key here\nright: a\n");
}

static void old_line_ends_become_new_ones(void **state)
{
	(void)state;
	expect("title = T\r\n[question]\r\nask = 1\r\n", "title = T\n\n[question]\nask = 1\n");
	expect("title = T\r[question]\rask = 1\r", "title = T\n\n[question]\nask = 1\n");
	expect("\xef\xbb\xbftitle = T", "title = T\n");
}

static void ids_are_those_that_the_questions_have(void **state)
{
	static const char before[] = "title = T\n[question]\nask = 1\nright = a\nwrong = b\n"
				     "[question mine]\nask = 2\nright = a\nwrong = b\n";
	struct diag d;
	struct pack *one, *other;
	size_t n;
	char *s = format(before, strlen(before), true, &n);

	(void)state;
	diag_init(&d, "test.ini");
	one = pack_read(before, strlen(before), "test.ini", &d);
	other = pack_read(s, n, "test.ini", &d);
	assert_int_equal(d.errors, 0);
	assert_non_null(strstr(s, one->questions[0].id));
	assert_string_equal(one->questions[0].id, other->questions[0].id);
	assert_string_equal(other->questions[1].id, "mine");
	assert_true(packformat_is_same(before, strlen(before), s, n, "test.ini"));
	pack_drop(one);
	pack_drop(other);
	diag_finish(&d);
	free(s);
}

static bool says_the_same(const char *bytes, size_t n, const char *s, size_t size)
{
	struct ini_text text;
	struct diag d;
	bool same;

	diag_init(&d, "test.ini");
	ini_open(&text, bytes, n, &d);
	same = packformat_is_same(text.s, text.n, s, size, "test.ini");
	ini_close(&text);
	diag_finish(&d);
	return same;
}

/* It says the same, and formatting it again changes nothing. */
static void check(const char *name, const char *bytes, size_t n)
{
	size_t size, again;
	char *s = format(bytes, n, true, &size), *twice;

	if (!s)
		return;
	if (!says_the_same(bytes, n, s, size))
		fail_msg("%s says something else:\n%.*s\n---\n%s", name, (int)n, bytes, s);
	twice = size > 0 ? format(s, size, true, &again) : NULL;
	if (twice && (again != size || memcmp(s, twice, size) != 0))
		fail_msg("%s is changed a second time:\n%s\n---\n%s", name, s, twice);
	free(twice);
	free(s);
}

static char *contents(const char *path, size_t *n)
{
	static char bytes[4 << 20];
	FILE *f = fopen(path, "r");

	*n = f ? fread(bytes, 1, sizeof bytes, f) : 0;
	if (f)
		fclose(f);
	return bytes;
}

/* Some bytes and some lines go elsewhere. */
static size_t spoil(char *s, size_t n, struct rng *rng)
{
	static const char *const pieces[] = {
		"\n",      " ",      "=", ";", "[question]\n", "|", "\t", "\r", "\n  wrong = z\n",
		"\n; c\n", "\n\n\n", "]"};

	for (int i = 0; i < 4 && n > 0; i++) {
		const char *piece = pieces[rng_below(rng, 12)];
		size_t at = rng_below(rng, (uint32_t)n), m = strlen(piece);
		memmove(s + at + m, s + at, n - at);
		memcpy(s + at, piece, m);
		n += m;
	}
	return n;
}

static void every_pack_says_the_same_when_formatted(void **state)
{
	DIR *folder = opendir(".");
	const struct dirent *entry;
	static char spoilt[4 << 20];
	struct rng rng;

	(void)state;
	rng_init(&rng, 7);
	while ((entry = readdir(folder))) {
		size_t n, m = strlen(entry->d_name);
		char *bytes;
		if (m < 5 || strcmp(entry->d_name + m - 4, ".ini") != 0)
			continue;
		bytes = contents(entry->d_name, &n);
		check(entry->d_name, bytes, n);
		for (int i = 0; i < 20 && n < 20000; i++) {
			memcpy(spoilt, bytes, n);
			check(entry->d_name, spoilt, spoil(spoilt, n, &rng));
		}
	}
	closedir(folder);
}

static void the_shipped_packs_are_in_their_form(void **state)
{
	static const char *const packs[] = {"one-shot", "stairwell-fight", "stunts"};
	char path[200];

	(void)state;
	for (int i = 0; i < 3; i++) {
		size_t n, size;
		char *bytes, *s;
		snprintf(path, sizeof path, SOURCE "/questions/%s.ini", packs[i]);
		bytes = contents(path, &n);
		s = format(bytes, n, false, &size);
		if (size != n || memcmp(s, bytes, n) != 0)
			fail_msg("%s is not formatted", path);
		free(s);
	}
}

static void the_starter_is_a_pack_without_a_finding(void **state)
{
	char path[] = "/tmp/starterXXXXXX.ini";
	int fd = mkstemps(path, 4);
	FILE *f = fdopen(fd, "w");
	struct library l;
	size_t n, size;
	char *bytes, *s;

	(void)state;
	starter_write(f, "My town");
	fclose(f);
	library_init(&l);
	l.keeps_texts = true;
	library_add(&l, path);
	lint_library(&l);
	assert_non_null(l.entries[0].pack);
	assert_int_equal(l.entries[0].pack->nquestions, 3);
	for (int i = 0; i < 3; i++) /* players would see what is only to be filled in */
		assert_null(l.entries[0].pack->questions[i].source);
	assert_int_equal(l.entries[0].diag.n, 0);
	library_finish(&l);
	bytes = contents(path, &n);
	s = format(bytes, n, false, &size);
	assert_string_equal(s, (bytes[n] = '\0', bytes));
	free(s);
	unlink(path);
}

static void a_title_comes_from_the_name(void **state)
{
	struct arena a = {0};

	(void)state;
	assert_string_equal(starter_title(&a, "a/my-town_2.ini"), "My town 2");
	assert_string_equal(starter_title(&a, "rivers/pack.ini"), "Rivers");
	assert_string_equal(starter_title(&a, "x/y.ini"), "Y");
	assert_string_equal(starter_title(&a, "x/---.ini"), "Questions");
	assert_string_equal(starter_title(&a, "b\xfc\x1b ro.ini"), "B ro");
	arena_finish(&a);
}

/* With anything in it, a NUL too. */
static void what_stands_between_brackets_stays(void **state)
{
	static const char text[] = "title = T\n[\0]\n[question \0x]\nask = 1\n";
	size_t n;
	char *s = format(text, sizeof text - 1, false, &n);

	(void)state;
	assert_int_equal(memcmp(s, "title = T\n\n[\0]\n\n[question \0x]\nask = 1\n", n), 0);
	free(s);
}

static int enter(void **state)
{
	(void)state;
	return chdir(TESTS "/packs");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_stand_in_line),
		cmocka_unit_test(the_tag_of_a_language_stays_as_it_was_typed),
		cmocka_unit_test(comments_stay_where_they_are),
		cmocka_unit_test(more_of_a_text_stands_below_it),
		cmocka_unit_test(an_indented_pack_is_brought_to_the_margin),
		cmocka_unit_test(mistakes_and_unknown_things_stay),
		cmocka_unit_test(old_line_ends_become_new_ones),
		cmocka_unit_test(ids_are_those_that_the_questions_have),
		cmocka_unit_test(every_pack_says_the_same_when_formatted),
		cmocka_unit_test(the_shipped_packs_are_in_their_form),
		cmocka_unit_test(the_starter_is_a_pack_without_a_finding),
		cmocka_unit_test(a_title_comes_from_the_name),
		cmocka_unit_test(what_stands_between_brackets_stays),
	};

	return cmocka_run_group_tests(tests, enter, NULL);
}
