/* The packs of a machine: which are found, which wins, what a reload keeps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "library.h"

#define QUESTION "[question]\nask = 1\nright = a\nwrong = b\n"

static char folder[] = "/tmp/libraryXXXXXX";
static struct library library;

static void write_file(const char *name, const char *text)
{
	FILE *f = fopen(name, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static int set_up(void **state)
{
	(void)state;
	if (!mkdtemp(folder) || chdir(folder) != 0)
		return 1;
	mkdir("one", 0700);
	mkdir("one/pictures", 0700);
	mkdir("one/nothing", 0700);
	mkdir("two", 0700);
	write_file("one/b.ini", "title = B\n" QUESTION);
	write_file("one/a.ini", "title = A\n" QUESTION);
	write_file("one/README.md", "not a pack\n");
	write_file("one/.hidden.ini", "not a pack\n");
	write_file("one/pictures/pack.ini", "title = P\n" QUESTION);
	write_file("two/a.ini", "title = Another A\n" QUESTION);
	write_file("two/c.ini", "title = C\nid = b\n" QUESTION);
	write_file("two/d.ini", "no pack\n");
	return 0;
}

static int clean_up(void **state)
{
	static const char *const all[] = {"one/b.ini",
					  "one/a.ini",
					  "one/README.md",
					  "one/.hidden.ini",
					  "one/pictures/pack.ini",
					  "two/a.ini",
					  "two/c.ini",
					  "two/d.ini",
					  "one/pictures",
					  "one/nothing",
					  "one",
					  "two",
					  folder};

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		remove(all[i]);
	return 0;
}

static int empty(void **state)
{
	(void)state;
	library_finish(&library);
	return 0;
}

static void a_folder_gives_its_packs_by_name(void **state)
{
	(void)state;
	library_init(&library);
	assert_true(library_scan(&library, "one"));
	assert_int_equal(library.n, 3);
	assert_string_equal(library.entries[0].path, "one/a.ini");
	assert_string_equal(library.entries[1].path, "one/b.ini");
	assert_string_equal(library.entries[2].path, "one/pictures/pack.ini");
	assert_string_equal(library.entries[2].pack->id, "pictures");
	assert_false(library_scan(&library, "nowhere"));
	assert_false(library_scan(&library, "one/a.ini"));
}

static void of_two_with_one_identity_the_first_wins(void **state)
{
	(void)state;
	library_init(&library);
	library_scan(&library, "one");
	library_scan(&library, "two");
	assert_int_equal(library.n, 6);
	assert_string_equal(library.entries[0].pack->title.s, "A");
	for (int i = 3; i < 5; i++) {
		assert_null(library.entries[i].pack);
		assert_int_equal(library.entries[i].diag.n, 1);
		assert_string_equal(library.entries[i].diag.findings[0].code, "W406");
	}
}

static void what_cannot_be_played_keeps_its_findings(void **state)
{
	struct entry *e;

	(void)state;
	library_init(&library);
	e = library_add(&library, "two/d.ini");
	assert_null(e->pack);
	assert_int_equal(e->diag.errors, 1);
	e = library_add(&library, "nowhere.ini");
	assert_null(e->pack);
	assert_string_equal(e->diag.findings[0].code, "E101");
}

static void a_folder_with_a_pack_in_it_is_that_pack(void **state)
{
	(void)state;
	library_init(&library);
	assert_string_equal(library_add(&library, "one/pictures")->pack->title.s, "P");
	library_add(&library, "one/pictures/pack.ini");
	assert_int_equal(library.n, 1);
}

static void a_reload_brings_the_new_pack_and_a_game_keeps_the_old(void **state)
{
	struct pack *old;

	(void)state;
	library_init(&library);
	old = pack_keep(library_add(&library, "one/b.ini")->pack);
	write_file("one/b.ini", "title = New\n" QUESTION);
	library_reload(&library, 0);
	assert_string_equal(library.entries[0].pack->title.s, "New");
	assert_string_equal(old->title.s, "B");
	pack_drop(old);
}

static void a_reload_that_fails_keeps_the_last_good_pack(void **state)
{
	(void)state;
	library_init(&library);
	library_add(&library, "one/a.ini");
	write_file("one/a.ini", "title = Broken\n");
	library_reload(&library, 0);
	assert_string_equal(library.entries[0].pack->title.s, "A");
	assert_string_equal(library.entries[0].diag.findings[0].code, "E202");
}

static void one_file_by_two_spellings_is_one_pack(void **state)
{
	struct entry *e;

	(void)state;
	library_init(&library);
	assert_true(library_scan(&library, "one//"));
	assert_int_equal(library.n, 3);
	assert_string_equal(library.entries[0].path, "one/a.ini");
	e = library_add(&library, "./one//b.ini");
	assert_ptr_equal(e, &library.entries[1]);
	e = library_add(&library, "one/pictures///");
	assert_string_equal(e->path, "one/pictures/pack.ini");
	assert_int_equal(library.n, 3);
	assert_int_equal(e->diag.n, 0);
}

static void a_path_names_a_pack_or_a_folder_of_them(void **state)
{
	(void)state;
	library_init(&library);
	assert_true(library_add_all(&library, "one/pictures/"));
	assert_int_equal(library.n, 1);
	assert_true(library_add_all(&library, "one"));
	assert_int_equal(library.n, 3);
	assert_true(library_add_all(&library, "one"));
	assert_true(library_add_all(&library, "nowhere.ini"));
	assert_int_equal(library.n, 4);
	assert_false(library_add_all(&library, "one/nothing"));
	assert_int_equal(library.n, 4);
}

static const char *const watched[] = {"one", "two"};

/* Everything that is not as it was, as "what index" each. */
static const char *news(void)
{
	static char all[200];
	struct news n;

	*all = '\0';
	for (int i = 0; i < 9 && library_refresh(&library, watched, 2, &n); i++)
		snprintf(all + strlen(all), sizeof all - strlen(all), "%s%d ",
			 n.what == NEWS_READ    ? "read "
			 : n.what == NEWS_ADDED ? "added "
						: "removed ",
			 n.index);
	return all;
}

static void what_is_saved_added_and_removed_is_found_once(void **state)
{
	(void)state;
	library_scan(&library, "one");
	library_scan(&library, "two");
	assert_int_equal(library.n, 6);
	assert_string_equal(news(), "");
	write_file("one/b.ini", "title = New B\n" QUESTION);
	assert_string_equal(news(), "read 1 ");
	assert_string_equal(library.entries[1].pack->title.s, "New B");
	write_file("two/e.ini", "title = E\n" QUESTION);
	assert_string_equal(news(), "added 6 ");
	assert_string_equal(library.entries[6].pack->title.s, "E");
	remove("two/e.ini");
	assert_string_equal(news(), "removed 6 ");
	assert_int_equal(library.n, 6);
	write_file("one/b.ini", "title = B\n" QUESTION);
	assert_string_equal(news(), "read 1 ");
	assert_string_equal(news(), "");
}

static void a_pack_that_was_left_out_comes_in_when_the_other_is_gone(void **state)
{
	(void)state;
	write_file("one/a.ini", "title = A\n" QUESTION);
	write_file("two/a.ini", "title = Another A\n" QUESTION);
	library_scan(&library, "one");
	library_scan(&library, "two");
	assert_null(library.entries[3].pack);
	remove("one/a.ini");
	assert_string_equal(news(), "removed 0 ");
	assert_string_equal(library.entries[2].pack->title.s, "Another A");
	write_file("one/a.ini", "title = A\n" QUESTION);
	assert_string_equal(news(), "added 5 ");
	assert_null(library.entries[5].pack); /* the other has the identity now */
}

static void a_pack_that_was_named_stays_when_its_file_is_gone(void **state)
{
	struct news n;

	(void)state;
	write_file("two/f.ini", "title = F\n" QUESTION);
	library_add(&library, "two/f.ini");
	remove("two/f.ini");
	assert_true(library_refresh(&library, NULL, 0, &n));
	assert_int_equal(n.what, NEWS_READ);
	assert_true(library.entries[0].stale);
	assert_int_equal(library.entries[0].diag.errors, 1);
	assert_string_equal(library.entries[0].pack->title.s, "F");
	assert_false(library_refresh(&library, NULL, 0, &n));
}

static void the_first_line_that_changed_is_known_where_texts_are_kept(void **state)
{
	static const struct {
		const char *text;
		int line;
	} writes[] = {
		{"title = G\n[question]\nask = 2\nright = a\nwrong = b\n", 3},
		{"title = G\n[question]\nask = 2\nright = a\nwrong = b\n", 0},
		{"title = G\n[question]\nask = 2\n", 4},
		{"title = G\n" QUESTION, 3},
	};

	(void)state;
	library.keeps_texts = true;
	write_file("two/g.ini", "title = G\n" QUESTION);
	library_add(&library, "two/g.ini");
	for (size_t i = 0; i < sizeof writes / sizeof *writes; i++) {
		write_file("two/g.ini", writes[i].text);
		library_reload(&library, 0);
		assert_int_equal(library.entries[0].changed, writes[i].line);
	}
	remove("two/g.ini");
}

static void a_pack_in_file_order_stays_out_of_mixed_games(void **state)
{
	(void)state;
	library_init(&library);
	write_file("two/order.ini", "title = O\norder = file\n" QUESTION);
	library_add(&library, "two/order.ini");
	assert_true(library_mixes(&library, 0)); /* there is no other */
	library_add(&library, "two/d.ini");
	library_add(&library, "one/a.ini");
	assert_false(library_mixes(&library, 0));
	assert_false(library_mixes(&library, 1)); /* it cannot be played */
	assert_true(library_mixes(&library, 2));
	library.together = true;
	assert_true(library_mixes(&library, 0));
	empty(state);
	unlink("two/order.ini");
}

/* A reading as another thread makes it. */
static struct reading read_elsewhere(const char *path)
{
	struct reading r = {.path = strdup(path), .stamp = library_stamp(path)};

	diag_init(&r.diag, path);
	r.pack = pack_load(path, &r.diag);
	return r;
}

static struct news take(struct reading r)
{
	struct news news;

	assert_true(library_take(&library, &r, &news));
	reading_finish(&r);
	return news;
}

static void a_reading_comes_in_place_of_the_one_before(void **state)
{
	struct reading gone = {.path = strdup("two/c.ini"), .gone = true};
	struct news news;

	(void)state;
	empty(state);
	assert_int_equal(take(read_elsewhere("one/a.ini")).what, NEWS_ADDED);
	assert_int_equal(take(read_elsewhere("two/c.ini")).what, NEWS_ADDED);
	news = take(read_elsewhere("one/a.ini"));
	assert_int_equal(news.what, NEWS_READ);
	assert_int_equal(news.index, 0);
	assert_int_equal(library.n, 2);
	assert_int_equal(take(gone).what, NEWS_REMOVED);
	assert_int_equal(library.n, 1);
	gone = (struct reading){.path = strdup("two/c.ini"), .gone = true};
	assert_false(library_take(&library, &gone, &news));
	reading_finish(&gone);
}

static void a_reading_without_a_pack_keeps_the_last_good_one_unless_it_sits_out(void **state)
{
	struct reading bad = {.path = strdup("one/a.ini")};

	(void)state;
	empty(state);
	take(read_elsewhere("one/a.ini"));
	diag_init(&bad.diag, "one/a.ini");
	diag_add(&bad.diag, SEVERITY_ERROR, "E802", (struct place){0, 0}, "it crashed");
	take(bad);
	assert_true(library.entries[0].stale);
	assert_non_null(library.entries[0].pack);
	assert_int_equal(library.entries[0].diag.errors, 1);
	take((struct reading){.path = strdup("one/a.ini"), .out = true});
	assert_true(library.entries[0].out);
	assert_null(library.entries[0].pack);
	assert_false(library_mixes(&library, 0));
	take(read_elsewhere("one/a.ini"));
	assert_false(library.entries[0].out);
	assert_non_null(library.entries[0].pack);
}

static void list_name(void *ctx, const char *path)
{
	char *all = ctx;

	strcat(strcat(all, path), " ");
}

static void a_folder_is_listed_as_it_would_be_read(void **state)
{
	char all[256] = "";

	(void)state;
	assert_true(library_list("one", list_name, all));
	assert_string_equal(all, "one/a.ini one/b.ini one/pictures/pack.ini ");
	assert_false(library_list("three", list_name, all));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_folder_gives_its_packs_by_name, empty),
		cmocka_unit_test_teardown(of_two_with_one_identity_the_first_wins, empty),
		cmocka_unit_test_teardown(what_cannot_be_played_keeps_its_findings, empty),
		cmocka_unit_test_teardown(a_folder_with_a_pack_in_it_is_that_pack, empty),
		cmocka_unit_test_teardown(a_reload_brings_the_new_pack_and_a_game_keeps_the_old,
					  empty),
		cmocka_unit_test_teardown(one_file_by_two_spellings_is_one_pack, empty),
		cmocka_unit_test_teardown(a_path_names_a_pack_or_a_folder_of_them, empty),
		cmocka_unit_test_teardown(a_reload_that_fails_keeps_the_last_good_pack, empty),
		cmocka_unit_test_teardown(what_is_saved_added_and_removed_is_found_once, empty),
		cmocka_unit_test_teardown(a_pack_that_was_left_out_comes_in_when_the_other_is_gone,
					  empty),
		cmocka_unit_test_teardown(a_pack_that_was_named_stays_when_its_file_is_gone, empty),
		cmocka_unit_test_teardown(the_first_line_that_changed_is_known_where_texts_are_kept,
					  empty),
		cmocka_unit_test(a_pack_in_file_order_stays_out_of_mixed_games),
		cmocka_unit_test(a_reading_comes_in_place_of_the_one_before),
		cmocka_unit_test(
			a_reading_without_a_pack_keeps_the_last_good_one_unless_it_sits_out),
		cmocka_unit_test(a_folder_is_listed_as_it_would_be_read),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
