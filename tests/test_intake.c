/* Packs that come into a kiosk: what passes is read once, what does not is told, and what is
 * unmounted stays. In line: what time does is for the whole program's test. */
#include <fcntl.h>
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

#include "around.h"
#include "intake.h"
#include "tried.h"

#define PACK "title = A\n[question]\nask = 1\nright = a\nwrong = b\n"

static char folder[] = "/tmp/intakeXXXXXX";
static struct intake *in;
static struct reading r;

static void write_file(const char *name, const char *text)
{
	FILE *f = fopen(name, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

/* A child that notes down what it is asked to try, and does as the script says. */
static void write_child(const char *script)
{
	char text[512];

	snprintf(text, sizeof(text),
		 "#!/bin/sh\necho \"$2\" >>asked\ncase $2 in\n%s\nesac\n"
		 "printf '\\n1 0 0 0 \\n'\n",
		 script);
	write_file("child", text);
	chmod("child", 0700);
}

static int set_up(void **state)
{
	(void)state;
	return !mkdtemp(folder) || chdir(folder) != 0;
}

static int clean_up(void **state)
{
	(void)state;
	return chdir("/") != 0 || rmdir(folder) != 0;
}

static void open_intake(void)
{
	const char *packs = "packs";

	in = intake_create("tried", "./child");
	assert_non_null(in);
	intake_sources(in, &packs, 1);
}

static int start(void **state)
{
	(void)state;
	if (mkdir("packs", 0700) != 0)
		return 1;
	write_child("x) ;;");
	open_intake();
	return 0;
}

static int stop(void **state)
{
	(void)state;
	reading_finish(&r);
	intake_destroy(in);
	return system("rm -rf packs away asked tried child") != 0;
}

static bool next(void)
{
	reading_finish(&r);
	return intake_next(in, &r);
}

static void expect_none(void)
{
	assert_false(next());
}

static void expect_read(const char *path)
{
	assert_true(next());
	assert_string_equal(r.path, path);
	assert_non_null(r.pack);
}

static void expect_code(const char *path, const char *code)
{
	assert_true(next());
	assert_string_equal(r.path, path);
	assert_null(r.pack);
	assert_int_equal(r.diag.n, 1);
	assert_string_equal(r.diag.findings[0].code, code);
}

static int count_asked(void)
{
	FILE *f = fopen("asked", "r");
	int n = 0;

	for (int c; f && (c = fgetc(f)) != EOF;)
		n += c == '\n';
	if (f)
		fclose(f);
	return n;
}

static void what_passes_is_tried_once_and_read(void **state)
{
	(void)state;
	write_file("packs/a.ini", PACK);
	intake_look(in, false);
	expect_read("packs/a.ini");
	expect_none();
	intake_look(in, false);
	expect_none();
	assert_int_equal(count_asked(), 1);
}

static void a_start_reads_what_passed_before_and_waits_for_no_trial(void **state)
{
	(void)state;
	write_file("packs/a.ini", PACK);
	intake_look(in, false);
	intake_destroy(in);
	open_intake();
	write_file("packs/b.ini", PACK);
	intake_look(in, true);
	expect_read("packs/a.ini");
	expect_none();
	intake_look(in, false);
	expect_read("packs/b.ini");
	assert_int_equal(count_asked(), 2);
}

static void what_another_build_tried_is_tried_again(void **state)
{
	(void)state;
	write_file("packs/a.ini", PACK);
	intake_look(in, false);
	intake_destroy(in);
	assert_int_equal(system("sed -i '1s/ [0-9a-f]*$/ 123/' tried"), 0);
	open_intake();
	intake_look(in, true);
	expect_none();
	intake_look(in, false);
	expect_read("packs/a.ini");
	assert_int_equal(count_asked(), 2);
}

static void what_crashes_its_trial_is_never_read_and_told(void **state)
{
	(void)state;
	write_child("*bad.ini) kill -SEGV $$;;");
	write_file("packs/bad.ini", PACK);
	write_file("packs/good.ini", PACK);
	intake_look(in, false);
	expect_code("packs/bad.ini", "E802");
	expect_read("packs/good.ini");
	intake_destroy(in);
	open_intake();
	intake_look(in, true); /* nor at the next start: no loop of crashes */
	expect_code("packs/bad.ini", "E802");
	expect_read("packs/good.ini");
	assert_int_equal(count_asked(), 2);
	write_child("x) ;;");
	write_file("packs/bad.ini", PACK "\n");
	intake_look(in, false);
	expect_read("packs/bad.ini");
}

static void a_picture_beside_it_is_a_part_of_a_pack(void **state)
{
	(void)state;
	mkdir("packs/a", 0700);
	mkdir("packs/a/pictures", 0700);
	write_file("packs/a/pack.ini", PACK);
	write_file("packs/b.ini", PACK "\n");
	intake_look(in, false);
	expect_read("packs/a/pack.ini");
	expect_read("packs/b.ini");
	write_file("packs/a/pictures/x.png", "x");
	intake_look(in, false);
	expect_read("packs/a/pack.ini");
	expect_none();
	write_file("packs/c.ini", PACK); /* another pack is not */
	intake_look(in, false);
	expect_read("packs/c.ini");
	expect_none();
}

static void a_pack_that_is_gone_leaves_and_one_that_is_unmounted_stays(void **state)
{
	(void)state;
	write_file("packs/a.ini", PACK);
	write_file("packs/b.ini", PACK);
	intake_look(in, false);
	expect_read("packs/a.ini");
	expect_read("packs/b.ini");
	unlink("packs/a.ini");
	intake_look(in, false);
	assert_true(next());
	assert_true(r.gone);
	assert_string_equal(r.path, "packs/a.ini");
	rename("packs", "away");
	intake_look(in, false);
	expect_none();
	rename("away", "packs");
	unlink("packs/b.ini");
	intake_look(in, false);
	assert_true(next());
	assert_true(r.gone);
}

/* The hash of the pack in a file. */
static uint64_t hash_of(const char *path)
{
	struct diag d;

	diag_init(&d, path);
	struct pack *p = pack_load(path, &d);
	assert_non_null(p);
	uint64_t hash = p->hash;
	pack_drop(p);
	diag_finish(&d);
	return hash;
}

static void what_is_barred_again_takes_no_others_place(void **state)
{
	struct tried *t = tried_open(NULL);

	(void)state;
	for (uint64_t hash = 1; hash <= TRIED_OUT; hash++)
		tried_bar(t, hash);
	tried_bar(t, TRIED_OUT);
	assert_true(tried_is_out(t, 1));
	tried_bar(t, TRIED_OUT + 1);
	assert_false(tried_is_out(t, 1));
	assert_true(tried_is_out(t, 2));
	tried_let_in(t, TRIED_OUT);
	assert_false(tried_is_out(t, TRIED_OUT));
	tried_close(t);
}

static void a_pack_that_is_barred_sits_out_until_its_file_changes(void **state)
{
	(void)state;
	write_file("packs/a.ini", PACK);
	intake_look(in, false);
	expect_read("packs/a.ini");
	intake_bar(in, hash_of("packs/a.ini"));
	intake_look(in, false);
	expect_code("packs/a.ini", "E803");
	assert_true(r.out);
	assert_true(r.stamp.bytes > 0);
	intake_destroy(in);
	open_intake();
	intake_look(in, true);
	expect_code("packs/a.ini", "E803");
	write_file("packs/a.ini", PACK "\n");
	intake_look(in, false);
	expect_read("packs/a.ini");
}

/* A crash's note has its path cut off, and with question marks. */
static void a_bar_is_of_the_bytes_whatever_their_file_is_called(void **state)
{
	(void)state;
	write_file("packs/a.ini", PACK);
	write_file("packs/b.ini", PACK "\n");
	intake_bar(in, hash_of("packs/a.ini"));
	intake_look(in, false);
	expect_code("packs/a.ini", "E803");
	expect_read("packs/b.ini");
	rename("packs/a.ini", "packs/c.ini");
	intake_look(in, false);
	assert_true(next());
	assert_true(r.gone);
	expect_code("packs/c.ini", "E803");
}

static void a_pack_that_is_let_in_is_read_and_stays(void **state)
{
	(void)state;
	write_file("packs/a.ini", PACK);
	intake_bar(in, hash_of("packs/a.ini"));
	intake_look(in, false);
	expect_code("packs/a.ini", "E803");
	intake_let_in(in, "packs/a.ini");
	intake_look(in, false);
	expect_read("packs/a.ini");
	intake_destroy(in);
	open_intake();
	intake_look(in, true);
	expect_read("packs/a.ini");
	assert_int_equal(count_asked(), 1);
}

/* No calm screen comes for hours, and somebody goes on writing. */
static void of_readings_nobody_took_the_last_of_each_file_is_kept(void **state)
{
	(void)state;
	write_file("packs/a.ini", PACK);
	write_file("packs/b.ini", PACK "\n");
	intake_look(in, false);
	write_file("packs/a.ini", PACK "\n[question]\nask = 2\nright = a\nwrong = b\n");
	intake_look(in, false);
	expect_read("packs/a.ini");
	assert_int_equal(r.pack->nquestions, 2);
	expect_read("packs/b.ini");
	expect_none();
}

static void other_sources_take_the_place_of_those_before(void **state)
{
	const char *away = "away";

	(void)state;
	mkdir("away", 0700);
	write_file("away/b.ini", PACK);
	write_file("packs/a.ini", PACK);
	intake_look(in, false);
	expect_read("packs/a.ini");
	intake_sources(in, &away, 1);
	intake_look(in, false);
	assert_true(next());
	assert_true(r.gone);
	expect_read("away/b.ini");
	expect_none();
}

static void a_file_that_is_open_to_write_has_a_writer(void **state)
{
	(void)state;
	mkdir("packs/a", 0700);
	write_file("packs/a/pack.ini", PACK);
	assert_int_equal(around_writer("packs/a/pack.ini"), AROUND_CLOSED);
	int fd = open("packs/a/pack.ini", O_WRONLY);
	assert_int_equal(around_writer("packs/a/pack.ini"), AROUND_WRITTEN);
	close(fd);
	fd = open("packs/a/x.png", O_WRONLY | O_CREAT, 0600);
	assert_int_equal(around_writer("packs/a/pack.ini"), AROUND_WRITTEN);
	close(fd);
	assert_int_equal(around_writer("packs/a/pack.ini"), AROUND_CLOSED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
		TEST(what_passes_is_tried_once_and_read),
		TEST(a_start_reads_what_passed_before_and_waits_for_no_trial),
		TEST(what_another_build_tried_is_tried_again),
		TEST(what_crashes_its_trial_is_never_read_and_told),
		TEST(a_picture_beside_it_is_a_part_of_a_pack),
		TEST(a_pack_that_is_gone_leaves_and_one_that_is_unmounted_stays),
		TEST(what_is_barred_again_takes_no_others_place),
		TEST(a_pack_that_is_barred_sits_out_until_its_file_changes),
		TEST(a_bar_is_of_the_bytes_whatever_their_file_is_called),
		TEST(a_pack_that_is_let_in_is_read_and_stays),
		TEST(of_readings_nobody_took_the_last_of_each_file_is_kept),
		TEST(other_sources_take_the_place_of_those_before),
		TEST(a_file_that_is_open_to_write_has_a_writer),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
