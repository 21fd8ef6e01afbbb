/* The gate of a kiosk: no key, no finger and no window leads a visitor out of it, and staff in. */
#include "visited.h"

/* ---- the gate, key by key ---- */

static void go_question(void)
{
	start();
}

static void go_pause(void)
{
	start();
	hit(KEY_ESCAPE);
}

static void go_reveal(void)
{
	start();
	give(true);
}

static void go_review(void)
{
	go_results();
	press("Question");
}

static void go_idle(void)
{
	start();
	wait_ms(600000);
}

static void go_staff(void)
{
	wait_ms(200);
	step((struct event){.kind = EVENT_KEY, .key = 'o', .mods = MOD_CTRL | MOD_ALT});
}

static void go_pin_of_a_question(void)
{
	start();
	go_staff();
}

/* Two packs and two modes. */
static void go_packs(void)
{
	start();
}

static void go_modes(void)
{
	start();
	press("One");
}

static const struct {
	const char *screen;
	void (*go)(void);
	bool several;
} places[] = {
	{"attract", NULL, false},       {"question", go_question, false},
	{"pause", go_pause, false},     {"reveal", go_reveal, false},
	{"results", go_results, false}, {"reveal", go_review, false},
	{"scores", go_scores, false},   {"idle", go_idle, false},
	{"pin", go_staff, false},       {"pin", go_pin_of_a_question, false},
	{"packs", go_packs, true},      {"modes", go_modes, true},
};

static void open_place(int i)
{
	struct app_options o = visited();

	add_pack(PACK);
	if (places[i].several) {
		add_pack(OTHER);
		kiosk.modes = 3;
	}
	open_app(o);
	wait_ms(1000);
	if (places[i].go)
		places[i].go();
	assert_screen(places[i].screen);
	wait_ms(200);
}

static bool is_for_visitors(const char *screen)
{
	static const char *const all[] = {"attract", "question", "pause", "reveal", "results",
					  "scores",  "idle",     "packs", "modes",  "languages"};

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		if (strcmp(all[i], screen) == 0)
			return true;
	return false;
}

static bool goes_well(size_t p, int k, int mods)
{
	const char *from = places[p].screen;
	struct app *before = malloc(sizeof *before);
	bool chord = k == 'o' && mods == (MOD_CTRL | MOD_ALT);
	bool shut = mods & (MOD_CTRL | MOD_ALT) || (k >= KEY_F1 && k < KEY_BACK);

	wait_ms(200);
	*before = *app;
	if (!step((struct event){.kind = EVENT_KEY, .key = k, .mods = mods}) || app->leaving)
		fail_msg("key %d with %d leaves %s", k, mods, from);
	const char *now = app_frame(app)->screen;
	bool pin = strcmp(now, "pin") == 0 && (chord || strcmp(from, "pin") == 0);
	if (!is_for_visitors(now) && !pin)
		fail_msg("key %d with %d leads from %s to %s", k, mods, from, now);
	bool same = app->screen == before->screen && app->neffects == 0 &&
		    ui_is(app->ui.focus, before->ui.focus) &&
		    memcmp(&app->set, &before->set, sizeof app->set) == 0;
	if (shut && !chord && !same)
		fail_msg("key %d with %d does something on %s", k, mods, from);
	free(before);
	return same;
}

/* Every key the program knows, with whatever is held. */
static void no_key_leads_out(void **state)
{
	static const int others[] = {KEY_NONE, KEY_BACKSPACE, KEY_TAB, KEY_ENTER, KEY_ESCAPE};
	enum { OTHERS = 5, SIGNS = '~' - ' ' + 1, MORE = KEY_BACK - KEY_UP + 1 };

	(void)state;
	for (size_t p = 0; p < sizeof places / sizeof places[0]; p++)
		for (int i = 0; i < OTHERS + SIGNS + MORE; i++) {
			int k = i < OTHERS           ? others[i]
				: i < OTHERS + SIGNS ? ' ' + i - OTHERS
						     : KEY_UP + i - OTHERS - SIGNS;
			open_place((int)p);
			for (int mods = 0; mods < 16; mods++)
				if (!goes_well(p, k, mods)) {
					close_app(NULL);
					open_place((int)p);
				}
			close_app(NULL);
		}
}

static void what_else_a_window_can_send_does_nothing(void **state)
{
	(void)state;
	for (size_t p = 0; p < sizeof places / sizeof places[0]; p++) {
		open_place((int)p);
		assert_true(step((struct event){.kind = EVENT_QUIT}));
		assert_screen(places[p].screen);
		assert_false(step((struct event){.kind = EVENT_QUIT, .index = 1}));
		close_app(NULL);
	}
}

static void no_button_of_a_controller_leads_out(void **state)
{
	(void)state;
	for (size_t p = 0; p < sizeof places / sizeof places[0]; p++)
		for (int b = 0; b < PADS; b++) {
			open_place((int)p);
			for (int k = 0; k < 3; k++) { /* held: a start button asks for settings */
				assert_true(step((struct event){
					.kind = EVENT_PAD, .index = b, .repeat = k > 0}));
				wait_ms(200);
			}
			const char *now = app_frame(app)->screen;
			assert_true(is_for_visitors(now) || strcmp(now, "pin") == 0);
			close_app(NULL);
		}
}

static void what_the_file_shuts_out_is_shut_out_but_for_staff(void **state)
{
	(void)state;
	open_kiosk();
	kiosk.keyboard = kiosk.buttons = 0;
	hit(KEY_ENTER);
	step((struct event){.kind = EVENT_PAD, .index = PAD_A});
	assert_screen("attract");
	go_staff();
	assert_screen("pin");
	hit('1');
	step((struct event){.kind = EVENT_TEXT, .text = "1"});
	assert_string_equal(app->staff.pin, "1");
	hit(KEY_ESCAPE);
	assert_screen("attract");
}

/* ---- fast typists ---- */

static void type_fast(const char *s, int apart_ms)
{
	for (; *s; s++) {
		key(*s == '\n' ? KEY_ENTER : *s);
		wait_ms(apart_ms);
	}
}

static void a_scanner_answers_nothing(void **state)
{
	static const char *const codes[] = {"1111111111\n", "4006381333931\n", "2\n", "33\n",
					    "a1b2c3\n\n"};

	(void)state;
	for (int apart = 1; apart < GATE_PRESS_MS; apart += 7)
		for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++) {
			open_kiosk();
			start();
			assert_screen("question");
			wait_ms(500);
			type_fast(codes[i], apart);
			wait_ms(2000);
			assert_screen("question");
			assert_int_equal(game_answers(app_game(app)), 0);
			close_app(NULL);
		}
}

static void a_hand_at_a_keyboard_is_not_hindered(void **state)
{
	(void)state;
	open_kiosk();
	start();
	hit('1');
	hit(KEY_ENTER);
	wait_ms(900);
	assert_int_equal(game_answers(app_game(app)), 1);
}

static void twenty_keys_a_second_are_let_in_and_no_more(void **state)
{
	int moves = 0;

	(void)state;
	open_kiosk();
	start();
	for (int i = 0; i < 1000; i++) {
		struct action before = app->ui.focus;
		wait_ms(1);
		step((struct event){.kind = EVENT_KEY, .key = KEY_DOWN, .repeat = i > 0});
		moves += !ui_is(before, app->ui.focus);
	}
	assert_true(moves > 10 && moves <= 20);
}

/* ---- fingers ---- */

static void the_first_finger_counts(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	open_kiosk();
	start();
	assert_true(app_find(app, choice(true), &x, &y, &on_page));
	down(5, 700);
	down(x, y);
	up(x, y);
	wait_ms(2000);
	assert_screen("question");
	up(5, 700);
	down(x, y);
	up(x, y);
	wait_ms(1000);
	assert_int_equal(game_answers(app_game(app)), 1);
}

static void a_finger_that_got_stuck_is_forgotten(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	start_without_clock();
	assert_true(app_find(app, choice(true), &x, &y, &on_page));
	down(x, y);
	wait_ms(GATE_STUCK_MS);
	up(x, y); /* it does nothing any more */
	wait_ms(2000);
	assert_int_equal(game_answers(app_game(app)), 0);
	down(x, y);
	wait_ms(GATE_STUCK_MS);
	down(x, y); /* and another need not wait for it */
	up(x, y);
	wait_ms(1000);
	assert_int_equal(game_answers(app_game(app)), 1);
}

static void staff_hold_a_corner(void **state)
{
	(void)state;
	for (size_t p = 0; p < sizeof places / sizeof places[0]; p++) {
		if (strcmp(places[p].screen, "pin") == 0)
			continue;
		open_place((int)p);
		const char *before =
			strcmp(places[p].screen, "idle") ? places[p].screen : "question";
		down(30, 30);
		wait_ms(STAFF_HOLD_MS - 1);
		assert_screen(before);
		wait_ms(1);
		assert_screen("pin");
		up(30, 30);
		assert_screen("pin");
		wait_ms(200);
		key(KEY_ESCAPE);
		assert_screen(before);
		close_app(NULL);
	}
}

static void the_corner_is_at_the_start_of_the_page(void **state)
{
	(void)state;
	add_pack("title = T\nlanguage = ar\n[question]\nask = س؟\nright = ن\nwrong = ل\n");
	open_app(visited());
	wait_ms(1000);
	start();
	assert_screen("question");
	down(30, 30);
	wait_ms(STAFF_HOLD_MS);
	assert_screen("question");
	step((struct event){.kind = EVENT_LEAVE});
	down(1250, 30);
	wait_ms(STAFF_HOLD_MS);
	assert_screen("pin");
}

static void a_finger_that_leaves_the_corner_does_not_hold_it(void **state)
{
	(void)state;
	open_kiosk();
	start();
	down(30, 30);
	wait_ms(1000);
	step((struct event){.kind = EVENT_MOVE, .x = 300, .y = 30, .held = true, .touch = true});
	step((struct event){.kind = EVENT_MOVE, .x = 30, .y = 30, .held = true, .touch = true});
	wait_ms(2500);
	assert_screen("question");
}

static void without_a_pin_there_is_no_way_for_staff(void **state)
{
	(void)state;
	open_kiosk();
	kiosk.pin[0] = '\0';
	go_staff();
	assert_screen("attract");
	down(30, 30);
	wait_ms(5000);
	assert_screen("attract");
}

static void the_pin_page_closes_and_the_question_goes_on(void **state)
{
	(void)state;
	open_kiosk();
	start();
	int64_t left = game_left_ms(app_game(app), now_ms);
	go_staff();
	left -= 200;
	for (int s = 0; s < 20; s++)
		wait_ms(1000);
	assert_screen("question");
	assert_int_equal(game_left_ms(app_game(app), now_ms), left);
}

#define T(test) cmocka_unit_test_teardown(test, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(no_key_leads_out),
		T(what_else_a_window_can_send_does_nothing),
		T(no_button_of_a_controller_leads_out),
		T(what_the_file_shuts_out_is_shut_out_but_for_staff),
		T(a_scanner_answers_nothing),
		T(a_hand_at_a_keyboard_is_not_hindered),
		T(twenty_keys_a_second_are_let_in_and_no_more),
		T(the_first_finger_counts),
		T(a_finger_that_got_stuck_is_forgotten),
		T(staff_hold_a_corner),
		T(the_corner_is_at_the_start_of_the_page),
		T(a_finger_that_leaves_the_corner_does_not_hold_it),
		T(without_a_pin_there_is_no_way_for_staff),
		T(the_pin_page_closes_and_the_question_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
