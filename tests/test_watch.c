/* Packs watched on the disk: every way editors have of saving, and folders that come and go. What
 * is said too often does no harm; a test waits for what it needs, and never long for what should
 * not come. */
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

#include "watch.h"

static char folder[] = "/tmp/watchXXXXXX";
static struct watch *w;
static int pipes[2]; /* a byte for each call */

static void saved(void *ctx)
{
	(void)ctx;
	assert_int_equal(write(pipes[1], "", 1), 1);
}

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
	return !mkdtemp(folder) || chdir(folder) != 0 || mkdir("packs", 0700) != 0;
}

static int clean_up(void **state)
{
	(void)state;
	return rmdir("packs") != 0 || chdir("/") != 0 || rmdir(folder) != 0;
}

static int stop(void **state)
{
	(void)state;
	watch_destroy(w);
	w = NULL;
	close(pipes[0]);
	close(pipes[1]);
	return system("rm -rf packs other packs.old real a.ini") != 0 || mkdir("packs", 0700) != 0;
}

/* Watches the file, or the folder, and forgets that it may have changed before. */
static void start(const char *file, const char *packs)
{
	assert_int_equal(pipe(pipes), 0);
	w = watch_create(saved, NULL);
	assert_non_null(w);
	assert_true(!file || watch_file(w, file));
	assert_true(!packs || watch_folder(w, packs));
	assert_true(watch_start(w));
	assert_true(watch_take(w));
	assert_false(watch_take(w));
}

/* The watch says that something was saved. */
static void wait_for_it(void)
{
	char byte;

	assert_int_equal(read(pipes[0], &byte, 1), 1);
	assert_true(watch_take(w));
}

/* The file is whole whenever the watch says something, until it says that it is so in the end. */
static void wait_for(const char *name, const char *text)
{
	char bytes[64] = "";

	do {
		wait_for_it();
		FILE *f = fopen(name, "r");
		assert_non_null(f);
		bytes[fread(bytes, 1, sizeof(bytes) - 1, f)] = '\0';
		fclose(f);
	} while (strcmp(bytes, text) != 0);
}

static void a_file_that_is_written_over_is_told(void **state)
{
	(void)state;
	write_file("packs/a.ini", "one");
	start("packs/a.ini", NULL);
	write_file("packs/a.ini", "two");
	wait_for("packs/a.ini", "two");
	write_file("packs/a.ini", "three");
	wait_for("packs/a.ini", "three");
}

static void a_file_that_is_written_beside_and_moved_is_told(void **state)
{
	(void)state;
	write_file("packs/a.ini", "one");
	start("packs/a.ini", NULL);
	write_file("packs/.a.ini.swp", "two");
	assert_int_equal(rename("packs/.a.ini.swp", "packs/a.ini"), 0);
	wait_for("packs/a.ini", "two");
}

static void a_file_that_is_moved_away_and_written_anew_is_told(void **state)
{
	(void)state;
	write_file("packs/a.ini", "one");
	start("packs/a.ini", NULL);
	assert_int_equal(rename("packs/a.ini", "packs/a.ini~"), 0);
	write_file("packs/a.ini", "two");
	assert_int_equal(remove("packs/a.ini~"), 0);
	wait_for("packs/a.ini", "two");
}

static void a_file_without_a_folder_in_its_name_is_told(void **state)
{
	(void)state;
	start("a.ini", NULL);
	write_file("a.ini", "one");
	wait_for("a.ini", "one");
}

static void a_file_that_goes_and_comes_back_is_told(void **state)
{
	(void)state;
	write_file("packs/a.ini", "one");
	start("packs/a.ini", NULL);
	assert_int_equal(remove("packs/a.ini"), 0);
	wait_for_it();
	write_file("packs/a.ini", "two");
	wait_for("packs/a.ini", "two");
}

static void a_file_behind_a_link_is_told(void **state)
{
	(void)state;
	assert_int_equal(mkdir("real", 0700), 0);
	write_file("real/b.ini", "one");
	assert_int_equal(symlink("../real/b.ini", "packs/a.ini"), 0);
	start("packs/a.ini", NULL);
	write_file("real/b.ini", "two");
	wait_for("packs/a.ini", "two");
}

static void a_folder_that_is_replaced_is_watched_again(void **state)
{
	(void)state;
	write_file("packs/a.ini", "one");
	start("packs/a.ini", NULL);
	assert_int_equal(mkdir("other", 0700), 0);
	write_file("other/a.ini", "two");
	assert_int_equal(rename("packs", "packs.old"), 0);
	assert_int_equal(rename("other", "packs"), 0);
	wait_for("packs/a.ini", "two");
	write_file("packs/a.ini", "three");
	wait_for("packs/a.ini", "three");
}

static void a_folder_that_is_not_there_yet_is_watched_when_it_comes(void **state)
{
	(void)state;
	start(NULL, "other/deep");
	assert_int_equal(mkdir("other", 0700), 0);
	assert_int_equal(mkdir("other/deep", 0700), 0);
	write_file("other/deep/a.ini", "one");
	wait_for("other/deep/a.ini", "one");
	write_file("other/deep/a.ini", "two");
	wait_for("other/deep/a.ini", "two");
}

static void a_new_pack_of_a_folder_is_told_and_so_is_a_new_folder_with_one(void **state)
{
	(void)state;
	start(NULL, "packs");
	write_file("packs/new.ini", "one");
	wait_for("packs/new.ini", "one");
	assert_int_equal(mkdir("packs/deep", 0700), 0);
	wait_for_it();
	write_file("packs/deep/pack.ini", "one");
	wait_for("packs/deep/pack.ini", "one");
	write_file("packs/deep/pack.ini", "two");
	wait_for("packs/deep/pack.ini", "two");
}

/* What is no pack says nothing: else the byte of it would be there before the one of the pack. */
static void other_files_beside_it_say_nothing(void **state)
{
	(void)state;
	write_file("packs/a.ini", "one");
	start("packs/a.ini", NULL);
	write_file("packs/b.ini", "one");
	write_file("packs/.a.ini.swp", "one");
	write_file("packs/notes", "one");
	usleep(2 * WATCH_UNSURE_MS * 1000);
	assert_false(watch_take(w));
}

/* Nothing is said between the two. */
static void a_file_that_is_emptied_first_is_told_when_it_is_whole(void **state)
{
	(void)state;
	write_file("packs/a.ini", "one");
	start("packs/a.ini", NULL);
	write_file("packs/a.ini", "");
	usleep((WATCH_UNSURE_MS - WATCH_QUIET_MS) * 500);
	write_file("packs/a.ini", "two");
	wait_for_it();
	struct stat st;
	assert_int_equal(stat("packs/a.ini", &st), 0);
	assert_int_equal(st.st_size, 3);
}

static void every_pack_of_a_large_folder_is_watched(void **state)
{
	enum { MANY = 1500 };
	char name[40];

	(void)state;
	for (int i = 0; i < MANY; i++) {
		snprintf(name, sizeof name, "packs/%d", i);
		assert_int_equal(mkdir(name, 0700), 0);
		strcat(name, "/pack.ini");
		write_file(name, "1");
	}
	start(NULL, "packs");
	for (int i = 0; i < MANY; i += MANY / 10) {
		snprintf(name, sizeof name, "packs/%d/pack.ini", i);
		write_file(name, "2");
		wait_for_it();
	}
}

static void every_file_of_many_is_watched(void **state)
{
	enum { MANY = 1500 };
	char name[40];

	(void)state;
	assert_int_equal(pipe(pipes), 0);
	w = watch_create(saved, NULL);
	assert_non_null(w);
	for (int i = 0; i < MANY; i++) {
		snprintf(name, sizeof name, "packs/%d.ini", i);
		assert_true(watch_file(w, name));
	}
	assert_true(watch_start(w));
	assert_true(watch_take(w));
	write_file(name, "2");
	wait_for_it();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_file_that_is_written_over_is_told, stop),
		cmocka_unit_test_teardown(a_file_that_is_written_beside_and_moved_is_told, stop),
		cmocka_unit_test_teardown(a_file_that_is_moved_away_and_written_anew_is_told, stop),
		cmocka_unit_test_teardown(a_file_without_a_folder_in_its_name_is_told, stop),
		cmocka_unit_test_teardown(a_file_that_goes_and_comes_back_is_told, stop),
		cmocka_unit_test_teardown(a_file_behind_a_link_is_told, stop),
		cmocka_unit_test_teardown(a_folder_that_is_replaced_is_watched_again, stop),
		cmocka_unit_test_teardown(a_folder_that_is_not_there_yet_is_watched_when_it_comes,
					  stop),
		cmocka_unit_test_teardown(
			a_new_pack_of_a_folder_is_told_and_so_is_a_new_folder_with_one, stop),
		cmocka_unit_test_teardown(other_files_beside_it_say_nothing, stop),
		cmocka_unit_test_teardown(a_file_that_is_emptied_first_is_told_when_it_is_whole,
					  stop),
		cmocka_unit_test_teardown(every_pack_of_a_large_folder_is_watched, stop),
		cmocka_unit_test_teardown(every_file_of_many_is_watched, stop),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
