/* A pack read in a process of its own: what becomes of it is told, and nothing of it is ours. */
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "trial.h"

static char folder[] = "/tmp/trialXXXXXX";

static void write_file(const char *name, const char *text)
{
	FILE *f = fopen(name, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

/* A trial whose child does as the script says. */
static struct trial run(const char *script, int step_ms)
{
	char text[512];

	snprintf(text, sizeof(text), "#!/bin/sh\n%s\n", script);
	write_file("child", text);
	chmod("child", 0700);
	return trial_run("./child", "pack.ini", step_ms);
}

static struct trial try_pack(const char *text)
{
	write_file("pack.ini", text);
	return trial_run(BUILD "/stairwell", "pack.ini", 0);
}

static int set_up(void **state)
{
	(void)state;
	return !mkdtemp(folder) || chdir(folder) != 0;
}

static int clean_up(void **state)
{
	(void)state;
	unlink("child");
	unlink("pack.ini");
	unlink("cut.png");
	return chdir("/") != 0 || rmdir(folder) != 0;
}

static void a_good_pack_is_read_to_its_end(void **state)
{
	(void)state;
	struct trial t =
		try_pack("title = A\n[question]\nask = 1\nright = a\nwrong = b\n[question]\n");
	assert_int_equal(t.end, TRIAL_READ);
	assert_int_equal(t.questions, 1);
	assert_int_equal(t.errors, 1);
	assert_string_equal(t.words, "");
}

static void a_pack_that_cannot_be_played_is_read_too(void **state)
{
	(void)state;
	struct trial t = try_pack("nothing\n");
	assert_int_equal(t.end, TRIAL_READ);
	assert_int_equal(t.questions, 0);
	assert_true(t.errors > 0);
	unlink("pack.ini");
	assert_int_equal(trial_run(BUILD "/stairwell", "pack.ini", 0).end, TRIAL_READ);
}

/* The head is as it should be, and that is all there is. */
static void a_picture_that_is_cut_off_is_told_by_its_name(void **state)
{
	static const char head[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10\b\6\0\0\0"
				   "\x1f\xf3\xff\x61";
	FILE *f = fopen("cut.png", "w");

	(void)state;
	fwrite(head, 1, sizeof(head) - 1, f);
	fclose(f);
	struct trial t = try_pack("title = A\n[question]\nask = 1\nimage = cut.png\nalt = x\n"
				  "right = a\nwrong = b\n");
	assert_int_equal(t.end, TRIAL_READ);
	assert_int_equal(t.questions, 1);
	assert_int_equal(t.spoilt, 1);
	assert_string_equal(t.words, "cut.png");
}

static void a_crash_is_the_childs_alone(void **state)
{
	(void)state;
	struct trial t = run("kill -SEGV $$", 0);
	assert_int_equal(t.end, TRIAL_CRASHED);
	assert_non_null(strstr(t.words, "crash"));
	assert_int_equal(run("exit 1", 0).end, TRIAL_CRASHED);
	assert_int_equal(run("exit 0", 0).end, TRIAL_CRASHED); /* it said nothing */
	assert_int_equal(run("printf '1 0'", 0).end, TRIAL_CRASHED);
}

static void what_hangs_is_ended(void **state)
{
	(void)state;
	struct trial t = run("exec sleep 1000", 200);
	assert_int_equal(t.end, TRIAL_HUNG);
	assert_string_equal(t.words, "reading it took more than 1 s");
	assert_int_equal(run("kill -XCPU $$", 0).end, TRIAL_HUNG);
}

static void a_child_that_gets_on_may_take_its_time(void **state)
{
	(void)state;
	struct trial t = run("for i in 1 2 3 4 5 6 7 8; do sleep .1; printf .; done\n"
			     "printf '\\n3 1 2 1 a picture.png\\n'",
			     600);
	assert_int_equal(t.end, TRIAL_READ);
	assert_int_equal(t.questions, 3);
	assert_int_equal(t.warnings, 2);
	assert_string_equal(t.words, "a picture.png");
}

static void one_that_says_without_end_is_not_kept(void **state)
{
	(void)state;
	assert_int_equal(run("head -c 100000 /dev/zero", 0).end, TRIAL_CRASHED);
}

static void too_much_memory_is_told_as_that(void **state)
{
	(void)state;
	struct trial t = run("exit 3", 0);
	assert_int_equal(t.end, TRIAL_FILLED);
	assert_non_null(strstr(t.words, "768 MB"));
}

static void where_nothing_can_be_started_it_is_no_fault_of_the_pack(void **state)
{
	(void)state;
	assert_int_equal(trial_run("./nothing", "pack.ini", 0).end, TRIAL_FAILED);
}

static void *run_alone(void *ctx)
{
	(void)ctx;
	for (int i = 0; i < 5; i++)
		if (trial_run("./child", "pack.ini", 0).end != TRIAL_READ)
			return &folder;
	return NULL;
}

static void no_two_are_held_at_a_time(void **state)
{
	void *failed = NULL;
	pthread_t other;

	(void)state;
	run("mkdir one || exit 1; sleep .02; rmdir one; printf '\\n1 0 0 0 \\n'", 0);
	assert_int_equal(pthread_create(&other, NULL, run_alone, NULL), 0);
	assert_null(run_alone(NULL));
	pthread_join(other, &failed);
	assert_null(failed);
}

/* Its first word waits in a pipe that is full, so that it can be looked at. */
static void where_memory_is_short_the_child_goes_first(void **state)
{
	int ends[2], score = 0;
	char path[64];

	(void)state;
	write_file("pack.ini", "title = A\n");
	assert_int_equal(pipe2(ends, O_CLOEXEC | O_NONBLOCK), 0);
	while (write(ends[1], path, 1) == 1)
		;
	fcntl(ends[1], F_SETFL, 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDOUT_FILENO);
		execl(BUILD "/stairwell", "stairwell", "--trial", "pack.ini", (char *)NULL);
		_exit(1);
	}
	snprintf(path, sizeof(path), "/proc/%d/oom_score_adj", (int)child);
	for (int i = 0; i < 1000 && score != 1000; i++) {
		FILE *f = fopen(path, "r");
		if (f && fscanf(f, "%d", &score) != 1)
			score = 0;
		if (f)
			fclose(f);
		usleep(10000);
	}
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	close(ends[0]);
	close(ends[1]);
	assert_int_equal(score, 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_good_pack_is_read_to_its_end),
		cmocka_unit_test(a_pack_that_cannot_be_played_is_read_too),
		cmocka_unit_test(a_picture_that_is_cut_off_is_told_by_its_name),
		cmocka_unit_test(a_crash_is_the_childs_alone),
		cmocka_unit_test(what_hangs_is_ended),
		cmocka_unit_test(a_child_that_gets_on_may_take_its_time),
		cmocka_unit_test(one_that_says_without_end_is_not_kept),
		cmocka_unit_test(too_much_memory_is_told_as_that),
		cmocka_unit_test(no_two_are_held_at_a_time),
		cmocka_unit_test(where_memory_is_short_the_child_goes_first),
		cmocka_unit_test(where_nothing_can_be_started_it_is_no_fault_of_the_pack),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
