/* A kiosk's packs where the system has no thread left for them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "intake.h"
#include "lookout.h"
#include "play.h"
#include "stickpacks.h"

bool __wrap_lookout_start(struct lookout *l, const char *name, void (*wake)(void *ctx), void *ctx);

bool __wrap_lookout_start(struct lookout *l, const char *name, void (*wake)(void *ctx), void *ctx)
{
	(void)l;
	(void)name;
	(void)wake;
	(void)ctx;
	return false;
}

/* What is written to standard error meanwhile. */
static void start(struct play *p, char *said, size_t room)
{
	FILE *f = tmpfile();
	int was = dup(STDERR_FILENO);

	assert_non_null(f);
	dup2(fileno(f), STDERR_FILENO);
	kioskpacks_start(p);
	dup2(was, STDERR_FILENO);
	close(was);
	rewind(f);
	said[fread(said, 1, room - 1, f)] = '\0';
	fclose(f);
}

static void without_threads_it_says_so_and_holds_no_trial_where_it_draws(void **state)
{
	static struct play p;
	struct health h = {0};
	char said[512];

	(void)state;
	p.intake = intake_create(NULL, NULL);
	p.stick = stickpacks_create("/dev/shm", NULL, NULL);
	start(&p, said, sizeof(said));
	assert_non_null(strstr(said, "packs that come or go are not noticed"));
	assert_non_null(strstr(said, "sticks are not noticed"));
	assert_null(p.stick);
	kioskpacks_health(&p, &h);
	assert_false(h.stick.there);
	assert_false(kioskpacks_operate(&p, &(struct effect){.index = OPERATE_STICK}));
	p.library.n = 1; /* of which nobody looks at one that is let in again */
	assert_false(kioskpacks_operate(&p, &(struct effect){.index = OPERATE_LET_IN}));
	p.library.n = 0;
	kioskpacks_end(&p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_threads_it_says_so_and_holds_no_trial_where_it_draws),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
