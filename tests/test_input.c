#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "input.h"

static struct input pixels(void)
{
	return (struct input){.scale_x = 2, .scale_y = 2, .w = 1000, .h = 500};
}

static SDL_Event key(SDL_Keycode code, Uint16 mod)
{
	return (SDL_Event){.key = {.type = SDL_KEYDOWN, .keysym = {.sym = code, .mod = mod}}};
}

static SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y)
{
	return (SDL_Event){.tfinger = {.type = type, .fingerId = id, .x = x, .y = y}};
}

static void the_keypad_is_the_plain_keys(void **state)
{
	(void)state;
	assert_int_equal(input_key(SDLK_KP_7), '7');
	assert_int_equal(input_key(SDLK_KP_ENTER), KEY_ENTER);
	assert_int_equal(input_key(SDLK_a), 'a');
	assert_int_equal(input_key(SDLK_LSHIFT), KEY_NONE);
}

static void every_key_goes_there_and_back(void **state)
{
	(void)state;
	for (int k = KEY_UP; k <= KEY_F1; k++)
		assert_int_equal(input_key(input_code(k)), k);
	for (int k = ' '; k < 127; k++)
		assert_int_equal(input_key(input_code(k)), k);
	assert_int_equal(input_key(input_code(KEY_ENTER)), KEY_ENTER);
	assert_int_equal(input_key(input_code(KEY_ESCAPE)), KEY_ESCAPE);
	assert_int_equal(input_key(input_code(KEY_F11)), KEY_F11);
	assert_int_equal(input_key(input_code(KEY_BACK)), KEY_BACK);
}

static void a_key_brings_its_modifiers(void **state)
{
	struct input in = pixels();
	struct event ev = {0};
	SDL_Event e = key(SDLK_q, KMOD_LCTRL | KMOD_RSHIFT);

	(void)state;
	assert_true(input_read(&in, &e, &ev));
	assert_int_equal(ev.kind, EVENT_KEY);
	assert_int_equal(ev.key, 'q');
	assert_int_equal(ev.mods, MOD_CTRL | MOD_SHIFT);
}

static void a_closed_window_is_not_an_end_that_the_system_asks_for(void **state)
{
	struct input in = pixels();
	struct event closed = {.index = 1}, ended = {0};
	SDL_Event close = {.window = {.type = SDL_WINDOWEVENT, .event = SDL_WINDOWEVENT_CLOSE}};
	SDL_Event end = {.type = SDL_QUIT};

	(void)state;
	assert_true(input_read(&in, &close, &closed) && input_read(&in, &end, &ended));
	assert_int_equal(closed.kind, EVENT_QUIT);
	assert_int_equal(closed.index, 0);
	assert_int_equal(ended.kind, EVENT_QUIT);
	assert_int_equal(ended.index, 1);
}

static void window_points_become_pixels(void **state)
{
	struct input in = pixels();
	struct event ev = {0};
	SDL_Event e = {
		.button = {
			.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_LEFT, .x = 30, .y = 40}};

	(void)state;
	assert_true(input_read(&in, &e, &ev));
	assert_int_equal(ev.kind, EVENT_DOWN);
	assert_float_equal(ev.x, 60, 0.01);
	assert_float_equal(ev.y, 80, 0.01);
	assert_false(ev.touch);
}

static void a_turned_picture_turns_places_back(void **state)
{
	/* The same place on the glass, 400 from the left and 100 from the top of 1000 by 500. */
	static const struct {
		int rotation;
		float x, y;
	} of[] = {{0, 400, 100}, {90, 100, 600}, {180, 600, 400}, {270, 400, 400}};

	(void)state;
	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++) {
		struct input in = pixels();
		struct event ev = {0};
		SDL_Event click = {.button = {.type = SDL_MOUSEBUTTONDOWN,
					      .button = SDL_BUTTON_LEFT,
					      .x = 200,
					      .y = 50}};
		SDL_Event touch = finger(SDL_FINGERDOWN, 1, 0.4f, 0.2f);
		SDL_Event move = {.motion = {.type = SDL_MOUSEMOTION, .x = 200, .y = 50}};
		SDL_Event *all[] = {&click, &touch, &move};

		in.rotation = of[i].rotation;
		for (int k = 0; k < 3; k++) {
			assert_true(input_read(&in, all[k], &ev));
			assert_float_equal(ev.x, of[i].x, 0.01);
			assert_float_equal(ev.y, of[i].y, 0.01);
		}
	}
}

static void only_the_left_button_counts(void **state)
{
	struct input in = pixels();
	struct event ev = {0};
	SDL_Event e = {.button = {.type = SDL_MOUSEBUTTONDOWN, .button = SDL_BUTTON_RIGHT}};

	(void)state;
	assert_false(input_read(&in, &e, &ev));
}

static void a_mouse_made_up_from_a_finger_is_not_a_second_tap(void **state)
{
	struct input in = pixels();
	struct event ev = {0};
	SDL_Event e = {.button = {.type = SDL_MOUSEBUTTONDOWN,
				  .button = SDL_BUTTON_LEFT,
				  .which = SDL_TOUCH_MOUSEID}};

	(void)state;
	assert_false(input_read(&in, &e, &ev));
}

static void the_first_finger_counts_and_the_second_does_not(void **state)
{
	struct input in = pixels();
	struct event ev = {0};
	SDL_Event first = finger(SDL_FINGERDOWN, 7, 0.5f, 0.5f);
	SDL_Event second = finger(SDL_FINGERDOWN, 8, 0.1f, 0.1f);
	SDL_Event moved = finger(SDL_FINGERMOTION, 8, 0.2f, 0.2f);
	SDL_Event up = finger(SDL_FINGERUP, 7, 0.5f, 0.5f);

	(void)state;
	assert_true(input_read(&in, &first, &ev));
	assert_int_equal(ev.kind, EVENT_DOWN);
	assert_true(ev.touch);
	assert_float_equal(ev.x, 500, 0.01);
	assert_float_equal(ev.y, 250, 0.01);
	assert_false(input_read(&in, &second, &ev));
	assert_false(input_read(&in, &moved, &ev));
	assert_true(input_read(&in, &up, &ev));
	assert_int_equal(ev.kind, EVENT_UP);
}

static void a_finger_that_got_stuck_stands_in_nobodys_way(void **state)
{
	struct input in = pixels();
	struct event ev = {0};
	SDL_Event stuck = finger(SDL_FINGERDOWN, 7, 0.5f, 0.5f);
	SDL_Event trembles = finger(SDL_FINGERMOTION, 7, 0.505f, 0.5f);
	SDL_Event other = finger(SDL_FINGERDOWN, 8, 0.1f, 0.1f);

	(void)state;
	assert_true(input_read(&in, &stuck, &ev));
	trembles.tfinger.timestamp = 5000;
	assert_true(input_read(&in, &trembles, &ev));
	other.tfinger.timestamp = 9999;
	assert_false(input_read(&in, &other, &ev));
	other.tfinger.type = SDL_FINGERUP;
	assert_false(input_read(&in, &other, &ev));
	other.tfinger.type = SDL_FINGERDOWN;
	other.tfinger.timestamp = 10000;
	assert_true(input_read(&in, &other, &ev));
	assert_int_equal(ev.kind, EVENT_DOWN);
	assert_float_equal(ev.x, 100, 0.01);
}

static void a_palm_takes_the_touch_back_until_all_fingers_are_gone(void **state)
{
	struct input in = pixels();
	struct event ev = {0};
	SDL_Event e;

	(void)state;
	for (int i = 0; i < 2; i++) {
		e = finger(SDL_FINGERDOWN, i, 0.5f, 0.5f);
		input_read(&in, &e, &ev);
	}
	e = finger(SDL_FINGERDOWN, 2, 0.5f, 0.5f);
	assert_true(input_read(&in, &e, &ev));
	assert_int_equal(ev.kind, EVENT_LEAVE);
	for (int i = 0; i < 3; i++) {
		e = finger(SDL_FINGERUP, i, 0.5f, 0.5f);
		assert_false(input_read(&in, &e, &ev));
	}
	e = finger(SDL_FINGERDOWN, 9, 0.5f, 0.5f);
	assert_true(input_read(&in, &e, &ev));
	assert_int_equal(ev.kind, EVENT_DOWN);
}

static void a_lost_finger_does_not_end_touch(void **state)
{
	static const Uint8 kinds[] = {SDL_WINDOWEVENT_FOCUS_LOST, SDL_WINDOWEVENT_LEAVE};

	(void)state;
	for (int i = 0; i < 2; i++) {
		struct input in = pixels();
		struct event ev = {0};
		SDL_Event down = finger(SDL_FINGERDOWN, 7, 0.5f, 0.5f);
		SDL_Event away = {.window = {.type = SDL_WINDOWEVENT, .event = kinds[i]}};

		assert_true(input_read(&in, &down, &ev));
		assert_true(input_read(&in, &away, &ev));
		assert_int_equal(ev.kind, EVENT_LEAVE);
		down.tfinger.fingerId = 8;
		assert_true(input_read(&in, &down, &ev));
		assert_int_equal(ev.kind, EVENT_DOWN);
	}
}

static void the_digit_row_is_digits_on_any_layout(void **state)
{
	static const struct {
		SDL_Keycode code;
		SDL_Scancode scancode;
		Uint16 mod;
		int key;
	} of[] = {{SDLK_AMPERSAND, SDL_SCANCODE_1, 0, '1'}, {0xE9, SDL_SCANCODE_2, 0, '2'},
		  {0xE0, SDL_SCANCODE_0, 0, '0'},           {SDLK_5, SDL_SCANCODE_4, 0, '5'},
		  {SDLK_a, SDL_SCANCODE_Q, 0, 'a'},         {'-', SDL_SCANCODE_6, KMOD_LCTRL, '-'}};

	(void)state;
	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++) {
		struct input in = pixels();
		struct event ev = {0};
		SDL_Event e = key(of[i].code, of[i].mod);

		e.key.keysym.scancode = of[i].scancode;
		assert_true(input_read(&in, &e, &ev));
		assert_int_equal(ev.key, of[i].key);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_keypad_is_the_plain_keys),
		cmocka_unit_test(every_key_goes_there_and_back),
		cmocka_unit_test(a_key_brings_its_modifiers),
		cmocka_unit_test(a_closed_window_is_not_an_end_that_the_system_asks_for),
		cmocka_unit_test(window_points_become_pixels),
		cmocka_unit_test(a_turned_picture_turns_places_back),
		cmocka_unit_test(only_the_left_button_counts),
		cmocka_unit_test(a_mouse_made_up_from_a_finger_is_not_a_second_tap),
		cmocka_unit_test(the_first_finger_counts_and_the_second_does_not),
		cmocka_unit_test(a_finger_that_got_stuck_stands_in_nobodys_way),
		cmocka_unit_test(a_palm_takes_the_touch_back_until_all_fingers_are_gone),
		cmocka_unit_test(a_lost_finger_does_not_end_touch),
		cmocka_unit_test(the_digit_row_is_digits_on_any_layout),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
