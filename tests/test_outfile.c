/* Files that are written whole: whose they are and who may read them. */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <cmocka.h>

#include "outfile.h"
#include "stored.h"

mode_t __real_umask(mode_t mask);
mode_t __wrap_umask(mode_t mask);

mode_t __wrap_umask(mode_t mask)
{
	(void)mask;
	fail_msg("the umask is all threads'");
	return 0;
}

static int mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 0777;
}

static void a_new_file_has_the_rights_of_new_ones(void **state)
{
	mode_t before = __real_umask(027);

	(void)state;
	assert_true(outfile_write(file, "a", 1));
	assert_int_equal(mode_of(file), 0640);
	__real_umask(before);
}

static void another_keeps_those_of_the_one_before(void **state)
{
	mode_t before = __real_umask(027);

	(void)state;
	assert_true(outfile_write(file, "a", 1));
	assert_int_equal(chmod(file, 0606), 0);
	assert_true(outfile_write(file, "b", 1));
	assert_int_equal(mode_of(file), 0606);
	__real_umask(before);
}

static void two_at_once_do_not_meet(void **state)
{
	struct outfile one, two;

	(void)state;
	assert_true(outfile_open(&one, file));
	assert_true(outfile_open(&two, file));
	assert_string_not_equal(one.beside, two.beside);
	assert_true(fputs("one", one.to) >= 0 && fputs("second", two.to) >= 0);
	assert_true(outfile_close(&two, true));
	assert_false(outfile_close(&one, false));
	FILE *f = fopen(file, "r");
	char said[16] = "";
	assert_non_null(fgets(said, sizeof said, f));
	fclose(f);
	assert_string_equal(said, "second");
	assert_int_equal(access(one.beside, F_OK), -1);
}

static int count_files(void)
{
	DIR *d = opendir(folder);
	int n = 0;

	for (struct dirent *e; (e = readdir(d));)
		n += e->d_name[0] != '.';
	closedir(d);
	return n;
}

static void what_a_power_cut_left_goes_with_the_next(void **state)
{
	struct outfile o;
	int status;

	(void)state;
	for (int cut = 0; cut < 3; cut++) {
		pid_t child = fork();
		if (child == 0) {
			outfile_open(&o, file);
			fputs("half", o.to);
			fflush(o.to);
			_exit(0);
		}
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_int_equal(count_files(), 1);
	}
	assert_true(outfile_open(&o, file));
	assert_true(outfile_write(file, "whole", 5)); /* not what somebody writes just now */
	assert_int_equal(count_files(), 2);
	assert_true(outfile_close(&o, true));
	assert_int_equal(count_files(), 1);
	assert_int_equal(access(file, F_OK), 0);
}

/* No program that is started meanwhile holds it open, or its lock. */
static void nothing_of_it_is_handed_to_other_programs(void **state)
{
	const char *const paths[] = {file, "/dev/null"};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct outfile o;
		assert_true(outfile_open(&o, paths[i]));
		assert_true(fcntl(fileno(o.to), F_GETFD) & FD_CLOEXEC);
		assert_true(o.lock < 0 || fcntl(o.lock, F_GETFD) & FD_CLOEXEC);
		assert_true(outfile_close(&o, true));
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, drop_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_file_has_the_rights_of_new_ones),
		TEST(another_keeps_those_of_the_one_before),
		TEST(two_at_once_do_not_meet),
		TEST(nothing_of_it_is_handed_to_other_programs),
		TEST(what_a_power_cut_left_goes_with_the_next),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
