/* A thread that looks when something changes, whatever the system has left for it. */
#include <SDL.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cmocka.h>

#include "lookout.h"

int __real_inotify_add_watch(int fd, const char *path, uint32_t mask);
int __wrap_inotify_add_watch(int fd, const char *path, uint32_t mask);

static bool no_watches;
static struct lookout *l;
static SDL_sem *looked;

int __wrap_inotify_add_watch(int fd, const char *path, uint32_t mask)
{
	if (!no_watches)
		return __real_inotify_add_watch(fd, path, mask);
	errno = ENOSPC;
	return -1;
}

static int64_t look(void *ctx)
{
	lookout_watch_way(l, ctx);
	SDL_SemPost(looked);
	return -1;
}

static void start(void)
{
	l = lookout_create(look, "/dev/shm/there is none/of these");
	assert_non_null(l);
	assert_true(lookout_start(l, "test", NULL, NULL));
	assert_int_equal(SDL_SemWaitTimeout(looked, 30000), 0);
}

static void where_there_are_no_watches_left_it_looks_by_itself(void **state)
{
	(void)state;
	no_watches = true;
	start();
	assert_int_equal(SDL_SemWaitTimeout(looked, 30000), 0);
	no_watches = false;
	assert_true(lookout_destroy(l));
}

static void it_looks_when_somebody_wishes_so(void **state)
{
	(void)state;
	start();
	lookout_again(l);
	assert_int_equal(SDL_SemWaitTimeout(looked, 30000), 0);
	assert_true(lookout_destroy(l));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(where_there_are_no_watches_left_it_looks_by_itself),
		cmocka_unit_test(it_looks_when_somebody_wishes_so),
	};

	looked = SDL_CreateSemaphore(0);
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	SDL_DestroySemaphore(looked);
	return failed;
}
