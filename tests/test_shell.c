/* What is around the app: that what it asks for is done in time. */
#include "shell.h"
#include "visited.h"

static int moves, lost;

static void see(void *ctx, const struct effect *e)
{
	(void)ctx;
	if (e->kind != EFFECT_MOVE)
		return;
	moves++;
	lost += !app_game(app);
}

static struct shell shell = {.library = &library, .perform = see};

static void send(struct event ev)
{
	ev.at_ms = now_ms;
	assert_true(shell_step(&shell, &ev));
}

static void press_at(const char *label, int64_t for_ms)
{
	float x = 0, y = 0;
	bool on_page;

	if (!app_find(app, label, &x, &y, &on_page))
		fail_msg("nothing is labelled %s on %s", label, app_frame(app)->screen);
	send((struct event){.kind = EVENT_DOWN, .x = x, .y = y, .touch = true, .held = true});
	now_ms += for_ms;
	send((struct event){.kind = EVENT_UP, .x = x, .y = y, .touch = true});
}

/* A visitor leaves: the finger is lifted in the moment in which the time is up, while a frame is
 * painted. */
static void what_time_has_done_is_kept_before_a_game_is_left(void **state)
{
	(void)state;
	open_kiosk();
	shell.app = app;
	start();
	assert_screen("question");
	now_ms += game_left_ms(app_game(app), now_ms) - 2000;
	send((struct event){.kind = EVENT_TICK});
	press_at("Restart", 50);
	now_ms += game_left_ms(app_game(app), now_ms) - 100;
	moves = lost = 0;
	press_at("Sure?", 200);
	assert_screen("attract");
	assert_true(moves > 0);
	assert_int_equal(lost, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(what_time_has_done_is_kept_before_a_game_is_left,
					  close_app),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
