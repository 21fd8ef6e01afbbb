/* Questions with a sound, and sounds in words. */
#include <unistd.h>

#include "listen.h"
#include "screens.h"
#include "stage.h"

static const char ears[] =
	"title = Ears\norder = file\n"
	"[question]\nask = First?\naudio = inner/a.ogg\nalt = A low hum.\ntime = 20\n"
	"right = Right one\nwrong = Wrong one\n"
	"[question]\nask = Second?\nright = Right two\nwrong = Wrong two\n";

static struct app_options ears_options(void)
{
	struct app_options o = options();

	add_pack(ears);
	o.straight = true;
	return o;
}

static int asked(enum effect_kind kind)
{
	const struct effect *e;
	int n = app_effects(app, &e), found = 0;

	for (int i = 0; i < n; i++)
		found += e[i].kind == kind;
	return found;
}

static void answer_sound(int ms)
{
	step((struct event){
		.kind = EVENT_SOUND, .index = ms, .folder = ".", .text = "inner/a.ogg"});
}

static int64_t left(void)
{
	return game_left_ms(app_game(app), now_ms);
}

static void a_sound_plays_when_its_question_comes_up(void **state)
{
	const struct effect *e;

	(void)state;
	open_app(ears_options());
	assert_int_equal(asked(EFFECT_SOUND), 1);
	int n = app_effects(app, &e);
	while (n-- > 0 && e->kind != EFFECT_SOUND)
		e++;
	assert_string_equal(e->folder, ".");
	assert_string_equal(e->text, "inner/a.ogg");
	answer_sound(7000);
	assert_says("Stop");
	wait_ms(3000);
	assert_says("0:03 / 0:07");
	wait_ms(4000);
	assert_says("Listen again");
}

static void the_clock_waits_until_the_sound_has_been_heard_once(void **state)
{
	(void)state;
	open_app(ears_options());
	answer_sound(7000);
	wait_ms(6999);
	assert_int_equal(left(), 20000);
	wait_ms(1001 + LISTEN_LATE_MS);
	assert_int_equal(left(), 19000);
	key('l'); /* the second time is the player's own */
	assert_int_equal(asked(EFFECT_SOUND), 1);
	answer_sound(7000);
	wait_ms(5000);
	assert_int_equal(left(), 14000);
}

static void an_answer_while_the_sound_plays_has_taken_no_time(void **state)
{
	(void)state;
	open_app(ears_options());
	answer_sound(7000);
	wait_ms(2000);
	answer(true);
	assert_int_equal(game_asked(app_game(app))->took_ms, 0);
	assert_int_equal(game_asked(app_game(app))->outcome, OUTCOME_RIGHT);
}

static void stopping_a_sound_starts_the_clock(void **state)
{
	(void)state;
	open_app(ears_options());
	answer_sound(7000);
	wait_ms(1000);
	press("Stop");
	assert_int_equal(asked(EFFECT_HUSH), 1);
	wait_ms(2000);
	assert_int_equal(left(), 18000);
	assert_says("Listen again");
}

static void a_pause_hushes_and_the_sound_begins_anew(void **state)
{
	(void)state;
	open_app(ears_options());
	answer_sound(7000);
	wait_ms(5000);
	press("Pause");
	assert_int_equal(asked(EFFECT_HUSH), 1);
	wait_ms(60000);
	key(KEY_ESCAPE);
	assert_int_equal(asked(EFFECT_SOUND), 1);
	answer_sound(7000);
	wait_ms(6500);
	assert_int_equal(left(), 20000);
	wait_ms(1500 + LISTEN_LATE_MS);
	assert_int_equal(left(), 19000);
	press("Pause"); /* it was heard: not again by itself */
	assert_int_equal(asked(EFFECT_HUSH), 0);
	key(KEY_ESCAPE);
	assert_int_equal(asked(EFFECT_SOUND), 0);
	assert_int_equal(left(), 19000);
}

static void the_settings_hush_and_the_sound_begins_anew(void **state)
{
	(void)state;
	open_app(ears_options());
	answer_sound(7000);
	wait_ms(5000);
	key(KEY_F1);
	assert_int_equal(asked(EFFECT_HUSH), 1);
	wait_ms(60000);
	key(KEY_F1);
	assert_screen("question");
	assert_int_equal(asked(EFFECT_SOUND), 1);
	answer_sound(7000);
	wait_ms(8000 + LISTEN_LATE_MS);
	assert_int_equal(left(), 19000);
}

static void a_volume_turned_to_nothing_leaves_nothing_to_wait_for(void **state)
{
	(void)state;
	open_app(ears_options());
	answer_sound(7000);
	wait_ms(1000);
	key(KEY_F1);
	app_set(app, SETTING_MEDIA, 0);
	key(KEY_F1);
	assert_int_equal(asked(EFFECT_SOUND), 0);
	wait_ms(1000);
	assert_int_equal(left(), 19000);
}

static void leaving_the_question_hushes(void **state)
{
	(void)state;
	open_app(ears_options());
	answer_sound(7000);
	press("Right one");
	now_ms += 900;
	step((struct event){.kind = EVENT_TICK});
	assert_screen("reveal");
	assert_int_equal(asked(EFFECT_HUSH), 1);
	key(KEY_ENTER); /* the next question has none */
	assert_int_equal(asked(EFFECT_SOUND), 0);
	assert_says_not("Listen");
}

static void a_sound_that_cannot_be_played_is_said_and_costs_no_time(void **state)
{
	(void)state;
	open_app(ears_options());
	answer_sound(7000);
	assert_says_not("A low hum.");
	wait_ms(500);
	answer_sound(0); /* the device is lost later */
	assert_says("The sound can't be played: A low hum.");
	assert_says_not("Listen"); /* neither the button nor the hint of its key */
	key('l');
	assert_int_equal(asked(EFFECT_SOUND), 0);
	wait_ms(2000);
	assert_int_equal(left(), 18000);
}

static void an_answer_for_another_sound_changes_nothing(void **state)
{
	(void)state;
	open_app(ears_options());
	step((struct event){
		.kind = EVENT_SOUND, .index = 9000, .folder = ".", .text = "inner/a.flac"});
	wait_ms(1000 + LISTEN_LATE_MS);
	assert_int_equal(left(), 19000);
}

static void a_volume_of_nothing_plays_nothing_and_says_what_it_would(void **state)
{
	struct app_options o = ears_options();

	(void)state;
	o.set.media = 0;
	open_app(o);
	assert_int_equal(asked(EFFECT_SOUND), 0);
	assert_says("Sound is off");
	assert_says("Sound: A low hum.");
	wait_ms(1000);
	assert_int_equal(left(), 19000);
}

static void captions_say_the_sound_while_it_can_be_heard(void **state)
{
	struct app_options o = ears_options();

	(void)state;
	o.set.captions = 1;
	open_app(o);
	answer_sound(7000);
	assert_says("Sound: A low hum.");
}

static void a_sound_that_plays_wakes_the_program_once_a_second(void **state)
{
	struct app_options o = ears_options();
	int wakes = 0;

	(void)state;
	o.set.motion = MOTION_NONE;
	o.set.clock_percent = CLOCK_OFF;
	open_app(o);
	answer_sound(7500);
	for (int64_t wake; (wake = app_frame(app)->wake) >= 0; wakes++) {
		assert_true(wake > now_ms);
		now_ms = wake;
		step((struct event){.kind = EVENT_TICK});
	}
	assert_int_equal(wakes, 8);
	assert_int_equal(now_ms, 1000 + 7500);
}

static void a_clock_that_waits_neither_ticks_nor_beats(void **state)
{
	struct app_options o = options();
	int wakes = 0;

	(void)state;
	add_pack("title = Short\n[question]\nask = Now?\naudio = inner/a.ogg\ntime = 5\n"
		 "right = R\nwrong = W\n");
	o.straight = true;
	open_app(o);
	answer_sound(10000);
	wait_ms(2000); /* what comes in has come in */
	for (int64_t wake; (wake = app_frame(app)->wake) < 11000; wakes++) {
		now_ms = wake;
		step((struct event){.kind = EVENT_TICK});
		assert_int_equal(asked(EFFECT_CUE), 0);
	}
	assert_in_range(wakes, 7, 10);
	wait_ms(11000 + LISTEN_LATE_MS - now_ms);
	assert_int_equal(asked(EFFECT_CUE), 1); /* five seconds are left */
}

static void every_cue_has_a_caption_that_stays_two_seconds(void **state)
{
	struct app_options o = ears_options();

	(void)state;
	o.set.captions = 1;
	o.set.clock_percent = CLOCK_OFF;
	open_app(o);
	wait_ms(5000);
	for (int c = 0; c < CUES; c++) {
		int items = app_frame(app)->nitems;
		app->neffects = 0;
		app_cue(app, (enum cue)c, 0);
		wait_ms(1999);
		assert_true(app_frame(app)->nitems >= items + 3);
		wait_ms(1);
		assert_int_equal(app_frame(app)->nitems, items);
	}
}

static void captions_count_seconds_and_yield_to_no_key(void **state)
{
	struct app_options o = ears_options();

	(void)state;
	o.set.captions = 1;
	open_app(o);
	wait_ms(15000 + LISTEN_LATE_MS);
	app_cue(app, CUE_TICK, 0);
	wait_ms(0);
	assert_says("Tick: 5 seconds left");
	app_cue(app, CUE_MOVE, 0);
	wait_ms(0);
	assert_says("Tick: 5 seconds left");
	wait_ms(4000);
	app_cue(app, CUE_TICK, 0);
	wait_ms(0);
	assert_says("Tick: 1 second left");
}

static void without_captions_no_cue_is_said(void **state)
{
	(void)state;
	open_app(ears_options());
	wait_ms(15000);
	app_cue(app, CUE_TICK, 0);
	wait_ms(0);
	assert_says_not("Tick");
}

#define app_test(f) cmocka_unit_test_teardown(f, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		app_test(a_sound_plays_when_its_question_comes_up),
		app_test(the_clock_waits_until_the_sound_has_been_heard_once),
		app_test(an_answer_while_the_sound_plays_has_taken_no_time),
		app_test(stopping_a_sound_starts_the_clock),
		app_test(a_pause_hushes_and_the_sound_begins_anew),
		app_test(the_settings_hush_and_the_sound_begins_anew),
		app_test(a_volume_turned_to_nothing_leaves_nothing_to_wait_for),
		app_test(leaving_the_question_hushes),
		app_test(a_sound_that_cannot_be_played_is_said_and_costs_no_time),
		app_test(an_answer_for_another_sound_changes_nothing),
		app_test(a_volume_of_nothing_plays_nothing_and_says_what_it_would),
		app_test(captions_say_the_sound_while_it_can_be_heard),
		app_test(a_sound_that_plays_wakes_the_program_once_a_second),
		app_test(a_clock_that_waits_neither_ticks_nor_beats),
		app_test(every_cue_has_a_caption_that_stays_two_seconds),
		app_test(captions_count_seconds_and_yield_to_no_key),
		app_test(without_captions_no_cue_is_said),
	};

	return chdir(TESTS "/packs") || cmocka_run_group_tests(tests, NULL, NULL);
}
