/* Safe fixes: what each does to the byte, what is left alone, and that no pack gets worse. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fix.h"
#include "iniread.h"
#include "pack.h"

#define Q "[question]\nask = One?\nright = A\nwrong = B\nwrong = C\n"

static struct fixed fixed;

static enum fix_end fix(const char *bytes, size_t n)
{
	free(fixed.bytes);
	return fix_bytes(TESTS "/packs/none.ini", bytes, n, &fixed);
}

static void becomes(const char *before, const char *after, int fixes)
{
	assert_int_equal(fix(before, strlen(before)), FIX_DONE);
	assert_int_equal(fixed.n, strlen(after));
	assert_memory_equal(fixed.bytes, after, fixed.n);
	assert_int_equal(fixed.fixes, fixes);
}

static void stays(const char *text)
{
	if (fix(text, strlen(text)) != FIX_NOTHING)
		fail_msg("it became:\n%.*s", (int)fixed.n, fixed.bytes);
	assert_null(fixed.bytes);
}

static void a_colon_becomes_what_belongs_there(void **state)
{
	(void)state;
	becomes("title: T\n[question]\nask : One: or two?\nright:A\nwrong = B\n",
		"title = T\n[question]\nask = One: or two?\nright =A\nwrong = B\n", 3);
}

static void a_misspelt_key_is_written_as_it_should_be(void **state)
{
	(void)state;
	becomes("titel = T\n" Q "hnit = H\n", "title = T\n" Q "hint = H\n", 2);
	becomes("title = T\ntitel.de = D\n" Q, "title = T\ntitle.de = D\n" Q, 1);
	becomes("title = T\n" Q "Beacuse = x\n", "title = T\n" Q "because = x\n", 1);
	becomes("title = T\n[question]\nask = One?\nrihgt = A\nwrnog = B\n",
		"title = T\n[question]\nask = One?\nright = A\nwrong = B\n", 2);
	becomes("title = T\n" Q "levle = hard\n", "title = T\n" Q "level = hard\n", 1);
	becomes("title = T\n" Q "imgae = cover.png\n", "title = T\n" Q "image = cover.png\n", 1);
}

static void a_key_that_would_do_something_else_is_left_alone(void **state)
{
	(void)state;
	stays("title = T\n" Q "hint = H\nhnit = another\n");
	stays("title = T\n" Q "hnit = another\nhint = H\n");
	stays("title = T\n" Q "rights = all reserved\n"); /* no second right answer */
	stays("title = T\n" Q "anser = true\n");
	stays("title = T\n[question]\nask = One?\nanser = yes\nwrong = B\n");
	stays("title = T\n" Q "levle = very\n");
	stays("title = T\n" Q "imgae = nowhere.png\n");
	stays("title = T\n" Q "because = x\nbecuase = y\n");
	stays("title = T\n" Q "becuase = y\nbecause = x\n");
	stays("title = T\n" Q "lvl = 3\n");
	stays("title = T\n" Q "unheard-of = x\n");
	stays("title = T\nquizpack = 2\ntitel = U\n" Q);
}

static void a_misspelt_section_is_named_where_its_lines_are_read(void **state)
{
	(void)state;
	becomes("title = T\n" Q "[questoin]\nask = Two?\nanswer = true\n",
		"title = T\n" Q "[question]\nask = Two?\nanswer = true\n", 1);
	becomes("title = T\n[topics Rivers]\n" Q, "title = T\n[topic Rivers]\n" Q, 1);
	becomes("title = T\n[default]\ntime = 9\n" Q, "title = T\n[defaults]\ntime = 9\n" Q, 1);
	becomes("title = T\n" Q "[questoin]\nask = Two?\n",
		"title = T\n" Q "[question]\nask = Two?\n", 1);
	stays("title = T\n[topics]\n" Q);
	stays("title = T\n[default time]\n" Q);
	stays("title = T\n[notes]\n" Q);
}

static void a_word_one_slip_away_is_written_out(void **state)
{
	(void)state;
	becomes("title = T\n[question]\nask = One?\nanswer = ture\n",
		"title = T\n[question]\nask = One?\nanswer = true\n", 1);
	becomes("title = T\nshuffle = keep last\n" Q, "title = T\nshuffle = keep-last\n" Q, 1);
	becomes("title = T\nlanguage = en_US.UTF-8\n" Q, "title = T\nlanguage = en-US\n" Q, 1);
	stays("title = T\n[question]\nask = One?\nanswer = yes\n");
	stays("title = T\nlevel = heavy\n" Q); /* as near to easy as to nothing */
	stays("title = T\nlanguage = 12\n" Q);
}

static void a_header_is_closed_and_its_comment_moved(void **state)
{
	(void)state;
	becomes("title = T\n[question\nask = One?\nanswer = true\n",
		"title = T\n[question]\nask = One?\nanswer = true\n", 1);
	becomes("title = T\r\n[question] ; easy\r\nask = One?\r\nanswer = true\r\n",
		"title = T\r\n[question]\r\n; easy\r\nask = One?\r\nanswer = true\r\n", 1);
	becomes("title = T\n" Q "[topic X] # easy", "title = T\n" Q "[topic X]\n# easy", 1);
	stays("title = T\n[question] easy\nask = One?\nanswer = true\n");
	stays("title = T\n[question ask = One?\nanswer = true\n");
}

static void a_control_character_leaves_a_comment(void **state)
{
	(void)state;
	becomes("# a \x07 b \x1b[1m\ntitle = T\n" Q, "# a  b [1m\ntitle = T\n" Q, 1);
	stays("# caf\xe9\ntitle = T\n" Q);
	stays("title = T\x07\n" Q);
}

static void a_file_is_stored_as_utf_8(void **state)
{
	static const char little[] = "\xff\xfet\0i\0t\0l\0e\0 \0=\0 \0\x1c\x04\n\0[\0q\0u\0e\0s\0"
				     "t\0i\0o\0n\0]\0\n\0a\0s\0k\0=\0A\0\n\0a\0n\0s\0w\0e\0r\0:\0"
				     "t\0r\0u\0e\0\n\0";
	static const char after[] = "title = М\n[question]\nask=A\nanswer =true\n";

	(void)state;
	becomes("\xef\xbb\xbftitle = T\n" Q, "title = T\n" Q, 1);
	becomes("title = T\r[question]\rask: One?\r  Two?\ranswer = true\r",
		"title = T\n[question]\nask = One?\n  Two?\nanswer = true\n", 2);
	assert_int_equal(fix(little, sizeof little - 1), FIX_DONE);
	assert_int_equal(fixed.n, sizeof after - 1);
	assert_memory_equal(fixed.bytes, after, fixed.n);
	assert_int_equal(fix(little, sizeof little - 2), FIX_UNREADABLE);
	assert_null(fixed.bytes);
}

static void what_overlaps_is_put_right_one_after_the_other(void **state)
{
	(void)state;
	becomes("title = T\n[questoin\nask = One?\nanswer = true\n",
		"title = T\n[question]\nask = One?\nanswer = true\n", 2);
}

static void more_than_are_kept_are_all_put_right(void **state)
{
	char *text = NULL, *after = NULL;
	size_t n, nafter;
	FILE *f = open_memstream(&text, &n), *g = open_memstream(&after, &nafter);

	(void)state;
	fputs("title = T\n", f);
	fputs("title = T\n", g);
	for (int i = 0; i < DIAG_KEPT + 300; i++) {
		fprintf(f, "[question]\nask: %d?\nanswer = true\n", i);
		fprintf(g, "[question]\nask = %d?\nanswer = true\n", i);
	}
	fclose(f);
	fclose(g);
	becomes(text, after, DIAG_KEPT + 300);
	free(text);
	free(after);
}

/* It would take minutes, were a thousand put right in a round. */
static void a_very_long_pack_is_put_right(void **state)
{
	enum { MANY = 40000 };
	char *text = NULL;
	size_t n;
	FILE *f = open_memstream(&text, &n);

	(void)state;
	fputs("title = T\n", f);
	for (int i = 0; i < MANY; i++)
		fprintf(f, "[question]\nask = %d?\nrigth = A\nwrogn = B\n", i);
	fclose(f);
	assert_int_equal(fix(text, n), FIX_DONE);
	assert_int_equal(fixed.fixes, 2 * MANY);
	free(text);
}

/* ---- all the bad packs, and what becomes of them by chance ---- */

enum { CODES = 1000 };

struct found {
	int all, errors, codes[CODES];
};

static struct found look(const char *path, const char *bytes, size_t n)
{
	struct found found = {0};
	struct diag d;

	diag_init(&d, path);
	pack_drop(pack_read(bytes, n, path, &d));
	found.all = d.errors + d.warnings + d.notes;
	found.errors = d.errors;
	for (int i = 0; i < d.n; i++)
		found.codes[atoi(d.findings[i].code + 1)]++;
	diag_finish(&d);
	return found;
}

/* True where something was put right. */
static bool gets_better(const char *path, const char *bytes, size_t n)
{
	struct found before, after;
	struct fixed once, twice;

	if (fix_bytes(path, bytes, n, &once) != FIX_DONE) {
		assert_null(once.bytes);
		return false;
	}
	before = look(path, bytes, n);
	after = look(path, once.bytes, once.n);
	if (after.all >= before.all)
		fail_msg("%s: %d findings became %d", path, before.all, after.all);
	for (int i = 0; i < CODES && before.all <= DIAG_KEPT; i++)
		if (after.codes[i] > before.codes[i])
			fail_msg("%s: there is a new finding %d", path, i);
	assert_true(fix_bytes(path, once.bytes, once.n, &twice) != FIX_DONE);
	free(once.bytes);
	return true;
}

static void each_bad_pack(void (*see)(const char *path, char *bytes, size_t n))
{
	DIR *folder = opendir(TESTS "/packs");
	const struct dirent *e;

	assert_non_null(folder);
	while ((e = readdir(folder))) {
		char path[600], *bytes;
		struct diag d;
		size_t n = strlen(e->d_name);
		if (n < 4 || strcmp(e->d_name + n - 4, ".ini") != 0)
			continue;
		snprintf(path, sizeof path, TESTS "/packs/%s", e->d_name);
		diag_init(&d, path);
		bytes = ini_load(path, &n, &d);
		assert_non_null(bytes);
		see(path, bytes, n);
		free(bytes);
		diag_finish(&d);
	}
	closedir(folder);
}

static int bettered;

static void fix_as_it_is(const char *path, char *bytes, size_t n)
{
	bettered += gets_better(path, bytes, n);
}

static void no_bad_pack_gets_worse_and_a_second_time_changes_nothing(void **state)
{
	(void)state;
	each_bad_pack(fix_as_it_is);
	assert_true(bettered >= 15);
}

static void fix_mutated(const char *path, char *bytes, size_t n)
{
	static const char *const marks[] = {":", "=", "[",  "]",    "\n",
					    "#", ";", "\r", "\x07", "\xff"};
	static uint32_t random = 1;

	for (int i = 0; i < 12 && n > 0 && n < 4000; i++) {
		random = random * 1664525 + 1013904223;
		bytes[(random >> 8) % n] = *marks[(random >> 4) % (sizeof marks / sizeof *marks)];
		gets_better(path, bytes, i % 3 == 0 ? (random >> 9) % n : n);
	}
}

static void no_pack_gets_worse_whatever_is_in_it(void **state)
{
	(void)state;
	each_bad_pack(fix_mutated);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_colon_becomes_what_belongs_there),
		cmocka_unit_test(a_misspelt_key_is_written_as_it_should_be),
		cmocka_unit_test(a_key_that_would_do_something_else_is_left_alone),
		cmocka_unit_test(a_misspelt_section_is_named_where_its_lines_are_read),
		cmocka_unit_test(a_word_one_slip_away_is_written_out),
		cmocka_unit_test(a_header_is_closed_and_its_comment_moved),
		cmocka_unit_test(a_control_character_leaves_a_comment),
		cmocka_unit_test(a_file_is_stored_as_utf_8),
		cmocka_unit_test(what_overlaps_is_put_right_one_after_the_other),
		cmocka_unit_test(more_than_are_kept_are_all_put_right),
		cmocka_unit_test(a_very_long_pack_is_put_right),
		cmocka_unit_test(no_bad_pack_gets_worse_and_a_second_time_changes_nothing),
		cmocka_unit_test(no_pack_gets_worse_whatever_is_in_it),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	free(fixed.bytes);
	return failed;
}
