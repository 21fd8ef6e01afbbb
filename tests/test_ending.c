/* How a kiosk ended, told by the next start; every end is a process of its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "ending.h"
#include "strikes.h"

static char folder[] = "/tmp/ending-XXXXXX", inner[64];

static int make_folder(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/ending-XXXXXX");
	if (!mkdtemp(folder))
		return -1;
	snprintf(inner, sizeof inner, "%s/data", folder);
	return 0;
}

static int drop_folder(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", folder);
	return system(command);
}

static const struct ending asking = {
	.screen = "question", .question = "q-1", .pack = "/packs/a.ini", .hash = 0xabcdef};
static const struct ending attracting = {.screen = "attract"};

static void crash(void)
{
	raise(SIGSEGV);
}

static int sink(volatile char *above)
{
	volatile char much[4096];

	much[0] = above ? above[0] : 0;
	return above ? sink(much) + much[0] : 0;
}

static void overflow(void)
{
	volatile char first = 1;

	_exit(sink(&first));
}

static void *overflow_elsewhere(void *ctx)
{
	char spare[ENDING_SPARE];

	(void)ctx;
	ending_thread(spare);
	overflow();
	return NULL;
}

static void overflow_a_thread(void)
{
	pthread_t thread;

	pthread_create(&thread, NULL, overflow_elsewhere, NULL);
	pthread_join(thread, NULL);
}

static void leave(void)
{
	exit(1);
}

static void crash_blind(void)
{
	ending_see(false);
	raise(SIGSEGV);
}

static void crash_seen_again(void)
{
	ending_see(false);
	ending_see(true);
	raise(SIGSEGV);
}

/* SDL's hears signals, and makes the same of them as of a display that is gone. */
static void hear(int number)
{
	(void)number;
}

static void leave_as_asked(void)
{
	signal(SIGTERM, hear);
	ending_listen();
	raise(SIGTERM);
	ending_quit();
	ending_end();
}

static void leave_unasked(void)
{
	signal(SIGTERM, hear);
	ending_listen();
	ending_quit();
	ending_end();
}

/* A signal just before the file is written, or just after. */
static int crashes_before, crashes_after;

ssize_t __real_pwrite(int fd, const void *bytes, size_t n, off_t at);
ssize_t __wrap_pwrite(int fd, const void *bytes, size_t n, off_t at);

ssize_t __wrap_pwrite(int fd, const void *bytes, size_t n, off_t at)
{
	if (crashes_before-- == 1)
		raise(SIGSEGV);
	ssize_t done = __real_pwrite(fd, bytes, n, at);
	if (crashes_after-- == 1)
		raise(SIGSEGV);
	return done;
}

static void crash_before_it_says_less(void)
{
	crashes_before = 1;
	ending_note(&attracting);
}

static void crash_after_it_says_less(void)
{
	crashes_after = 1;
	ending_note(&attracting);
}

static void crash_before_it_says_more(void)
{
	ending_note(&attracting);
	crashes_before = 1;
	ending_note(&asking);
}

static void crash_after_it_says_more(void)
{
	ending_note(&attracting);
	crashes_after = 1;
	ending_note(&asking);
}

static void starve(void)
{
	raise(SIGALRM);
}

static void be_killed(void)
{
	raise(SIGKILL);
}

static void end_well(void)
{
	ending_end();
}

/* A process that marks, does this on that screen, and is gone; how is as waitpid has it. */
static int live(void (*die)(void), const struct ending *doing)
{
	int how = 0;
	pid_t pid = fork();

	if (pid == 0) {
		struct ending last;
		setrlimit(RLIMIT_CORE, &(struct rlimit){0});
		if (!freopen("/dev/null", "w", stderr) || !ending_begin(inner, "1.2", &last))
			_exit(99);
		ending_note(doing);
		die();
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &how, 0), pid);
	return how;
}

static struct ending next(void)
{
	struct ending last;

	assert_true(ending_begin(inner, "1.2", &last));
	ending_end();
	return last;
}

static void nothing_ended_before_the_first_start(void **state)
{
	struct ending last = next();
	char words[64];

	(void)state;
	assert_int_equal(last.how, ENDED_WELL);
	assert_false(ending_words(&last, words, sizeof words));
}

static void an_end_in_order_leaves_nothing(void **state)
{
	(void)state;
	assert_int_equal(live(end_well, &asking), 0);
	assert_int_equal(next().how, ENDED_WELL);
}

static void a_crash_says_what_was_asked_and_dies_of_its_own_signal(void **state)
{
	int how = live(crash, &asking);
	struct ending last = next();
	char words[512];

	(void)state;
	assert_true(WIFSIGNALED(how));
	assert_int_equal(WTERMSIG(how), SIGSEGV);
	assert_int_equal(last.how, ENDED_CRASHED);
	assert_string_equal(last.signal, "SIGSEGV");
	assert_string_equal(last.screen, "question");
	assert_string_equal(last.question, "q-1");
	assert_string_equal(last.pack, "/packs/a.ini");
	assert_true(last.hash == 0xabcdef);
	assert_string_equal(last.version, "1.2");
	assert_true(ending_words(&last, words, sizeof words));
	assert_non_null(strstr(words, "crashed (SIGSEGV)"));
	assert_non_null(strstr(words, "the question q-1 of /packs/a.ini"));
}

static void a_stack_that_is_used_up_is_told_too(void **state)
{
	(void)state;
	assert_true(WIFSIGNALED(live(overflow, &asking)));
	assert_string_equal(next().signal, "SIGSEGV");
}

static void a_stack_that_a_thread_used_up_is_told_too(void **state)
{
	(void)state;
	assert_true(WIFSIGNALED(live(overflow_a_thread, &asking)));
	assert_string_equal(next().signal, "SIGSEGV");
}

static void a_crash_while_it_notes_tells_of_the_one_or_the_other(void **state)
{
	static const struct {
		void (*die)(void);
		const struct ending *shown;
	} rows[] = {
		{crash_before_it_says_less, &asking},
		{crash_after_it_says_less, &attracting},
		{crash_before_it_says_more, &attracting},
		{crash_after_it_says_more, &asking},
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_true(WIFSIGNALED(live(rows[i].die, &asking)));
		struct ending last = next();
		assert_int_equal(last.how, ENDED_CRASHED);
		assert_string_equal(last.screen, rows[i].shown->screen);
		assert_string_equal(last.pack, rows[i].shown->pack);
		assert_true(last.hash == rows[i].shown->hash);
	}
}

static void a_display_that_is_gone_is_told_from_an_end_that_was_asked_for(void **state)
{
	(void)state;
	assert_int_equal(live(leave_as_asked, &asking), 0);
	assert_int_equal(next().how, ENDED_WELL);
	assert_int_equal(live(leave_unasked, &asking), 0);
	struct ending last = next();
	assert_int_equal(last.how, ENDED_LOST);
	assert_string_equal(last.screen, "question");
}

static void other_ends_are_told_apart(void **state)
{
	int how = live(starve, &attracting);

	(void)state;
	assert_int_equal(WTERMSIG(how), SIGABRT);
	assert_int_equal(next().how, ENDED_HUNG);
	live(be_killed, &attracting);
	assert_int_equal(next().how, ENDED_KILLED);
	assert_int_equal(WEXITSTATUS(live(leave, &attracting)), 1);
	assert_int_equal(next().how, ENDED_LOST);
}

static void a_crash_without_a_display_is_no_packs_fault(void **state)
{
	(void)state;
	assert_int_equal(WTERMSIG(live(crash_blind, &asking)), SIGSEGV);
	assert_int_equal(next().how, ENDED_LOST);
	live(crash_seen_again, &asking);
	assert_int_equal(next().how, ENDED_CRASHED);
}

static void another_boot_means_the_power_was_cut(void **state)
{
	char path[128], text[512];

	(void)state;
	live(be_killed, &asking);
	snprintf(path, sizeof path, "%s/running", inner);
	FILE *f = fopen(path, "r+");
	assert_non_null(f);
	size_t n = fread(text, 1, sizeof text, f);
	text[5] = text[5] == 'x' ? 'y' : 'x'; /* of the boot's id */
	rewind(f);
	assert_int_equal(fwrite(text, 1, n, f), n);
	fclose(f);
	assert_int_equal(next().how, ENDED_POWER);
	f = fopen(path, "w"); /* as a power cut may leave it */
	fclose(f);
	assert_int_equal(next().how, ENDED_POWER);
}

static void a_shorter_note_leaves_nothing_of_a_longer_one(void **state)
{
	struct ending last;

	(void)state;
	if (fork() == 0) {
		ending_begin(inner, "1", &last);
		ending_note(&asking);
		ending_note(&attracting);
		raise(SIGKILL);
	}
	wait(NULL);
	last = next();
	assert_string_equal(last.screen, "attract");
	assert_int_equal(last.hash, 0);
	assert_string_equal(last.pack, "");
}

static void no_name_of_a_file_writes_a_line_or_acts_on_a_terminal(void **state)
{
	struct ending hostile = {.screen = "question", .hash = 1};
	struct ending last;

	(void)state;
	strcpy(hostile.question, "a\nend SIGFPE");
	strcpy(hostile.pack, "/\x1b[2J\xe2\x80\xae\xff.ini");
	live(be_killed, &hostile);
	last = next();
	assert_int_equal(last.how, ENDED_KILLED);
	assert_string_equal(last.question, "a?end SIGFPE");
	assert_string_equal(last.pack, "/?[2J??.ini");
}

static void a_child_of_the_game_writes_no_note(void **state)
{
	struct ending last;
	int how;

	(void)state;
	assert_true(ending_begin(inner, "1", &last));
	pid_t pid = fork();
	if (pid == 0) {
		setrlimit(RLIMIT_CORE, &(struct rlimit){0});
		raise(SIGSEGV);
	}
	waitpid(pid, &how, 0);
	assert_int_equal(WTERMSIG(how), SIGSEGV);
	assert_true(ending_begin(inner, "1", &last));
	ending_end();
	assert_int_equal(last.how, ENDED_KILLED); /* by nothing but this test, which began twice */
}

static void a_folder_that_cannot_be_is_no_reason_not_to_start(void **state)
{
	struct ending last;

	(void)state;
	assert_false(ending_begin("/dev/null/data", "1", &last));
	assert_int_equal(errno, ENOTDIR);
	assert_int_equal(last.how, ENDED_WELL);
	ending_note(&asking);
	ending_end();
	assert_false(ending_begin(NULL, "1", &last)); /* none at all */
	assert_int_equal(last.how, ENDED_WELL);
	ending_note(&asking);
	ending_end();
	assert_int_not_equal(access("(null)", F_OK), 0);
}

static void a_pack_is_out_after_the_second_crash_within_a_day(void **state)
{
	struct ending e = asking, other = asking;
	char path[128];

	(void)state;
	snprintf(path, sizeof path, "%s/strikes", folder);
	e.how = ENDED_CRASHED;
	other.how = ENDED_HUNG;
	other.hash = 7;
	e.unix_ms = other.unix_ms = 1000000000000;
	assert_false(strikes_take(path, &e));
	assert_false(strikes_take(path, &other));
	e.unix_ms += 3600 * 1000;
	assert_true(strikes_take(path, &e));
	assert_false(strikes_take(path, &e)); /* let in again: from the start */
	e.unix_ms += 25 * 3600 * 1000;
	assert_false(strikes_take(path, &e));
	e.how = ENDED_KILLED;
	assert_false(strikes_take(path, &e));
	e.how = ENDED_LOST;
	assert_false(strikes_take(path, &e));
	e.how = ENDED_CRASHED;
	e.hash = 0;
	assert_false(strikes_take(path, &e));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, drop_folder)
		TEST(nothing_ended_before_the_first_start),
		TEST(an_end_in_order_leaves_nothing),
		TEST(a_crash_says_what_was_asked_and_dies_of_its_own_signal),
		TEST(a_stack_that_is_used_up_is_told_too),
		TEST(a_stack_that_a_thread_used_up_is_told_too),
		TEST(a_crash_while_it_notes_tells_of_the_one_or_the_other),
		TEST(a_display_that_is_gone_is_told_from_an_end_that_was_asked_for),
		TEST(other_ends_are_told_apart),
		TEST(a_crash_without_a_display_is_no_packs_fault),
		TEST(another_boot_means_the_power_was_cut),
		TEST(a_shorter_note_leaves_nothing_of_a_longer_one),
		TEST(no_name_of_a_file_writes_a_line_or_acts_on_a_terminal),
		TEST(a_child_of_the_game_writes_no_note),
		TEST(a_folder_that_cannot_be_is_no_reason_not_to_start),
		TEST(a_pack_is_out_after_the_second_crash_within_a_day),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
