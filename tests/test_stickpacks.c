/* Packs from a stick: whole or not at all, nothing but files, one step back, and power cuts. */
#include <SDL.h>
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "stick.h"
#include "stickpacks.h"
#include "swap.h"

static char folder[] = "/tmp/stickXXXXXX";
static char mounted[] = "/dev/shm/stickXXXXXX"; /* what is there is another disk's */
static struct stickpacks *s;
static char words[SWAP_WORDS];

static void shell(const char *command)
{
	assert_int_equal(system(command), 0);
}

static int set_up(void **state)
{
	(void)state;
	return !mkdtemp(folder) || !mkdtemp(mounted) || chdir(folder) != 0 ||
	       setenv("MOUNTED", mounted, 1) != 0;
}

static int clean_up(void **state)
{
	(void)state;
	return chdir("/") != 0 || rmdir(folder) != 0 || rmdir(mounted) != 0;
}

static int start(void **state)
{
	(void)state;
	shell("mkdir -p data sticks $MOUNTED/RED/stairwell/a; ln -s $MOUNTED/RED sticks;"
	      "cd sticks/RED/stairwell;"
	      "printf 'title = N\\n[question]\\nask = 1\\nright = a\\nwrong = b\\n' >new.ini;"
	      "cp new.ini a/pack.ini; echo x >a/x.png; echo no >.hidden");
	s = stickpacks_create("sticks", "data", BUILD "/stairwell");
	return !s;
}

static int stop(void **state)
{
	(void)state;
	stickpacks_destroy(s);
	s = NULL;
	shell("rm -rf data sticks $MOUNTED/*");
	return 0;
}

static struct health look(void)
{
	struct health h = {0};

	stickpacks_tell(s, &h);
	return h;
}

static void operate(enum operation o, bool good)
{
	struct event ev;

	stickpacks_operate(s, o);
	assert_true(stickpacks_answer(s, &ev));
	assert_int_equal(ev.kind, EVENT_OPERATED);
	assert_int_equal(ev.number, o);
	if (ev.index != good)
		fail_msg("%s", ev.text);
	assert_true(strlen(ev.text) > 0);
	assert_false(stickpacks_answer(s, &ev));
}

static bool is_there(const char *path)
{
	return access(path, F_OK) == 0;
}

static void a_stick_is_told_with_what_is_on_it(void **state)
{
	(void)state;
	shell("echo broken >sticks/RED/stairwell/broken.ini");
	struct health h = look();
	assert_true(h.stick.there);
	assert_string_equal(h.stick.name, "RED");
	assert_int_equal(h.stick.packs, 2);
	assert_true(h.stick.errors > 0);
	assert_string_equal(h.stick.wrong, "broken.ini");
	assert_true(h.stick.writable);
	assert_false(h.back);
	shell("rm -r sticks/RED");
	assert_false(look().stick.there);
}

static void a_name_steers_no_terminal(void **state)
{
	(void)state;
	shell("mv sticks/RED \"sticks/$(printf 'a\\033[2Jb')\";"
	      "echo broken >\"$MOUNTED/RED/stairwell/$(printf 'c\\033[2Jd.ini')\"");
	assert_null(strchr(look().stick.wrong, '\033'));
	assert_null(strchr(look().stick.name, '\033'));
	assert_true(look().stick.there);
}

static void a_folder_that_is_left_behind_is_no_stick(void **state)
{
	(void)state;
	shell("rm sticks/RED; cp -r $MOUNTED/RED sticks/RED");
	assert_false(look().stick.there);
	operate(OPERATE_STICK, false);
}

/* The one whose packs are offered is the one that takes the report. */
static void of_several_sticks_the_first_with_packs_is_the_one(void **state)
{
	char path[PATH_MAX];

	(void)state;
	shell("for n in $(seq 10 40); do mkdir $MOUNTED/$n sticks/.$n; ln -s $MOUNTED/$n sticks; "
	      "done; mkdir $MOUNTED/Z; ln -s $MOUNTED/Z sticks");
	assert_string_equal(look().stick.name, "RED");
	assert_true(stick_find("sticks", path));
	assert_string_equal(path, "sticks/RED");
	shell("rm -r $MOUNTED/RED/stairwell");
	struct health h = look();
	assert_string_equal(h.stick.name, "10");
	assert_true(h.stick.there && h.stick.writable);
	assert_int_equal(h.stick.packs + h.stick.errors, 0);
}

static void what_changes_on_a_stick_is_looked_at_anew(void **state)
{
	(void)state;
	assert_int_equal(look().stick.packs, 2);
	shell("cp sticks/RED/stairwell/new.ini sticks/RED/stairwell/a/pack.ini.part;"
	      "cp sticks/RED/stairwell/new.ini sticks/RED/stairwell/other.ini");
	assert_int_equal(look().stick.packs, 3);
	shell("echo broken >sticks/RED/stairwell/a/pack.ini");
	assert_int_equal(look().stick.packs, 2);
}

/* ---- on its thread ---- */

static void wake(void *ctx)
{
	SDL_SemPost(ctx);
}

/* Whatever it is woken by on the way. */
static void await_packs(SDL_sem *woken, int packs)
{
	while (look().stick.packs != packs)
		assert_int_equal(SDL_SemWaitTimeout(woken, 30000), 0);
}

static void a_thread_notices_what_comes_and_changes_and_goes(void **state)
{
	SDL_sem *woken = SDL_CreateSemaphore(0);
	struct event ev;

	(void)state;
	shell("mv sticks/RED sticks/.RED");
	assert_true(stickpacks_start(s, wake, woken));
	shell("mv sticks/.RED sticks/RED");
	await_packs(woken, 2);
	shell("cp sticks/RED/stairwell/new.ini sticks/RED/stairwell/other.ini");
	await_packs(woken, 3);
	stickpacks_operate(s, OPERATE_STICK);
	while (!stickpacks_answer(s, &ev))
		assert_int_equal(SDL_SemWaitTimeout(woken, 30000), 0);
	assert_true(ev.index);
	assert_true(is_there("data/packs/other.ini"));
	shell("rm sticks/RED");
	await_packs(woken, 0);
	stickpacks_destroy(s);
	s = NULL;
	SDL_DestroySemaphore(woken);
}

static void its_packs_are_taken_whole_and_put_back(void **state)
{
	char path[4096];

	(void)state;
	assert_false(swap_packs("data", path, sizeof(path)));
	operate(OPERATE_STICK, true);
	assert_true(swap_packs("data", path, sizeof(path)));
	assert_string_equal(path, "data/packs");
	assert_true(is_there("data/packs/new.ini"));
	assert_true(is_there("data/packs/a/x.png"));
	assert_false(is_there("data/packs/.hidden"));
	assert_true(look().back);
	shell("rm sticks/RED/stairwell/new.ini; mv sticks/RED sticks/BLUE");
	operate(OPERATE_STICK, true);
	assert_false(is_there("data/packs/new.ini"));
	operate(OPERATE_STICK_BACK, true);
	assert_true(is_there("data/packs/new.ini"));
	operate(OPERATE_STICK_BACK, true);
	assert_false(is_there("data/packs/new.ini"));
}

static void one_step_back_from_the_first_is_what_was_configured(void **state)
{
	char path[4096];

	(void)state;
	operate(OPERATE_STICK_BACK, false);
	operate(OPERATE_STICK, true);
	operate(OPERATE_STICK_BACK, true);
	assert_false(swap_packs("data", path, sizeof(path)));
	assert_true(look().back);
	operate(OPERATE_STICK_BACK, true);
	assert_true(swap_packs("data", path, sizeof(path)));
}

static void what_has_no_pack_changes_nothing(void **state)
{
	(void)state;
	operate(OPERATE_STICK, true);
	shell("rm -r sticks/RED/stairwell/*; echo broken >sticks/RED/stairwell/broken.ini");
	operate(OPERATE_STICK, false);
	assert_true(is_there("data/packs/new.ini"));
	assert_false(is_there("data/packs.part"));
	shell("rm -r sticks/RED");
	operate(OPERATE_STICK, false);
	assert_true(is_there("data/packs/new.ini"));
}

static void links_pipes_and_what_is_too_deep_stay_outside(void **state)
{
	(void)state;
	shell("cd sticks/RED/stairwell; ln -s /etc/passwd link.ini; ln -s /etc inner; "
	      "ln -s a within; mkfifo pipe.ini");
	operate(OPERATE_STICK, true);
	assert_false(is_there("data/packs/link.ini"));
	assert_false(is_there("data/packs/inner"));
	assert_false(is_there("data/packs/within"));
	assert_false(is_there("data/packs/pipe.ini"));
	shell("mkdir -p sticks/RED/stairwell/1/2/3/4/5/6/7/8/9/10/11");
	assert_false(swap_copy("data", "sticks/RED/stairwell", words));
	assert_false(is_there("data/packs.part"));
	shell("rm -r sticks/RED/stairwell/1; cd sticks/RED/stairwell; "
	      "truncate -s 3G large.quiz");
	assert_false(swap_copy("data", "sticks/RED/stairwell", words));
	assert_non_null(strstr(words, "2 GB"));
}

static void swap_over(const char *from)
{
	swap_tidy("data");
	if (swap_copy("data", from, words))
		swap_commit("data", words);
}

static int64_t now_us(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000;
}

/* Killed at moments spread over all that is done, several times over; what is there is whole, the
 * old or the new: each has as many files as the text of its first says. */
static void a_cut_at_any_moment_leaves_the_old_or_the_new(void **state)
{
	enum { CUTS = 24, ROUNDS = 2 };
	char path[4096];
	int seen[2] = {0};

	(void)state;
	shell("for n in 3 5; do mkdir -p sticks/$n; for i in $(seq $n); do "
	      "echo $n >sticks/$n/$i.ini; done; done");
	int64_t began = now_us();
	swap_over("sticks/3");
	swap_over("sticks/5");
	int64_t whole = now_us() - began;
	for (int i = 0; i < CUTS; i++) {
		pid_t child = fork();
		for (int k = 0; child == 0; k++)
			swap_over(k % 2 ? "sticks/5" : "sticks/3");
		usleep((useconds_t)(whole * (i + 1) * ROUNDS / CUTS));
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		swap_tidy("data");
		assert_true(swap_packs("data", path, sizeof(path)));
		assert_false(is_there("data/packs.part"));
		assert_false(is_there("data/packs.gone"));
		shell("for p in data/packs data/packs.before; do test ! -d $p || "
		      "test -z \"$(ls $p)\" || test $(ls $p | wc -l) = $(cat $p/1.ini) || "
		      "exit 1; done");
		seen[is_there("data/packs/5.ini")]++;
	}
	assert_true(seen[0] > 0 && seen[1] > 0);
}

/* ---- where a name cannot be changed ---- */

int __real_renameat(int from_at, const char *from, int to_at, const char *to);
int __wrap_renameat(int from_at, const char *from, int to_at, const char *to);

static int renamed, fails_at, cut_at; /* at which of them, from 1; 0: none */

int __wrap_renameat(int from_at, const char *from, int to_at, const char *to)
{
	renamed++;
	if (renamed == cut_at)
		_exit(0);
	if (renamed == fails_at) {
		errno = EBUSY;
		return -1;
	}
	return __real_renameat(from_at, from, to_at, to);
}

/* In force are the packs of five, before them those of three; those of seven are copied. */
static void have_before(void)
{
	shell("rm -rf data/*; for n in 3 5 7; do mkdir -p sticks/$n; echo $n >sticks/$n/n.ini; "
	      "done");
	assert_true(swap_copy("data", "sticks/3", words) && swap_commit("data", words));
	assert_true(swap_copy("data", "sticks/5", words) && swap_commit("data", words));
	assert_true(swap_copy("data", "sticks/7", words));
}

static int packs(const char *name)
{
	char path[64];
	int n = 0;

	snprintf(path, sizeof(path), "data/%s/n.ini", name);
	FILE *f = fopen(path, "r");
	if (f && fscanf(f, "%d", &n) != 1)
		n = 0;
	if (f)
		fclose(f);
	return n;
}

static void a_cut_between_two_names_keeps_the_step_back(void **state)
{
	bool done = false, seen[2] = {false};

	(void)state;
	for (int back = 0; back < 2; back++, done = false)
		for (int cut = 1; !done; cut++) {
			int status = 0;
			have_before();
			pid_t child = fork();
			if (child == 0) {
				cut_at = renamed + cut;
				_exit((back ? swap_back : swap_commit)("data", words));
			}
			waitpid(child, &status, 0);
			done = WEXITSTATUS(status);
			swap_tidy("data");
			bool new = packs("packs") != 5;
			assert_int_equal(packs("packs"), !new ? 5 : back ? 3 : 7);
			assert_int_equal(packs("packs.before"), new ? 5 : 3);
			assert_false(is_there("data/packs.part") || is_there("data/packs.next"));
			seen[new] = true;
		}
	assert_true(seen[0] && seen[1]);
}

static bool put_failing(bool (*put)(const char *, char *), int at)
{
	renamed = 0;
	fails_at = at;
	bool good = put("data", words);
	fails_at = 0;
	assert_true(good || strlen(words) > 0);
	return good;
}

static void what_cannot_be_put_in_place_leaves_all_as_it_was(void **state)
{
	(void)state;
	for (int back = 0; back < 2; back++) {
		renamed = 1;
		for (int at = 1; renamed >= at; at++) {
			have_before();
			bool good = put_failing(back ? swap_back : swap_commit, at);
			assert_int_equal(packs("packs"), !good ? 5 : back ? 3 : 7);
			assert_int_equal(packs("packs.before"), good ? 5 : 3);
		}
	}
	shell("rm -r data/*");
	assert_true(swap_copy("data", "sticks/7", words));
	assert_false(put_failing(swap_commit, 3));
	assert_false(swap_has_before("data"));
}

/* With so few files that may be open that one after the other cannot be. */
static void whatever_cannot_be_copied_is_told_in_words(void **state)
{
	struct rlimit all, few;
	bool good = false;

	(void)state;
	getrlimit(RLIMIT_NOFILE, &all);
	few = all;
	for (few.rlim_cur = 3; !good && few.rlim_cur < 64; few.rlim_cur++) {
		setrlimit(RLIMIT_NOFILE, &few);
		good = swap_copy("data", "sticks/RED/stairwell", words);
		setrlimit(RLIMIT_NOFILE, &all);
		assert_true(good || strlen(words) > 0);
	}
	assert_true(good);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)
		TEST(a_stick_is_told_with_what_is_on_it),
		TEST(a_name_steers_no_terminal),
		TEST(a_folder_that_is_left_behind_is_no_stick),
		TEST(of_several_sticks_the_first_with_packs_is_the_one),
		TEST(what_changes_on_a_stick_is_looked_at_anew),
		TEST(a_thread_notices_what_comes_and_changes_and_goes),
		TEST(its_packs_are_taken_whole_and_put_back),
		TEST(one_step_back_from_the_first_is_what_was_configured),
		TEST(what_has_no_pack_changes_nothing),
		TEST(links_pipes_and_what_is_too_deep_stay_outside),
		TEST(a_cut_at_any_moment_leaves_the_old_or_the_new),
		TEST(a_cut_between_two_names_keeps_the_step_back),
		TEST(what_cannot_be_put_in_place_leaves_all_as_it_was),
		TEST(whatever_cannot_be_copied_is_told_in_words),
	};

	return cmocka_run_group_tests(tests, set_up, clean_up);
}
