/* How the program behaves: from the home screen to the score, by every device. */
#include "stage.h"

/* Whether the spot with this label wears the ring: its box lies right inside one. */
static bool app_has_focus(const struct app *a, const char *label)
{
	const struct frame *f = app_frame(a);

	for (int i = 0; i < f->nspots; i++)
		for (int k = 0; k < f->nitems && strcmp(f->spots[i].label, label) == 0; k++) {
			const struct item *ring = &f->items[k];
			const struct rect *r = &f->spots[i].box;
			if (ring->kind == ITEM_BOX && ring->border == f->theme->focus &&
			    ring->fill == 0 && ring->box.x < r->x && r->x - ring->box.x < 9 &&
			    ring->box.y < r->y && r->y - ring->box.y < 9)
				return true;
		}
	return false;
}

#define THREE                                                                                      \
	"title = Three\n"                                                                          \
	"[question]\nask = First?\nright = One\nwrong = Two\nwrong = Three\nwhy = Because one.\n"  \
	"source = A book\n"                                                                        \
	"[question]\nask = Second?\nright = Uno\nwrong = Dos\nbecause = Dos is two.\nwrong = "     \
	"Tres\n"                                                                                   \
	"[question]\nask = Third?\nright = Eins\nwrong = Zwei\nwrong = Drei\n"

static void play_three(const char *mode)
{
	struct app_options o = options();

	add_pack(THREE);
	o.straight = true;
	o.mode = game_mode(mode);
	open_app(o);
	assert_screen("question");
}

static void a_mode_leads_to_the_packs_and_on_to_the_first_question(void **state)
{
	(void)state;
	add_pack(THREE);
	open_app(options());
	assert_screen("home");
	assert_says("1 pack · 3 questions");
	key(KEY_ENTER);
	assert_screen("packs");
	assert_says("Three");
	key(KEY_ENTER);
	assert_screen("question");
	assert_says("Question 1 of 3");
}

static void playing_a_pack_opens_on_its_first_question(void **state)
{
	(void)state;
	play_three("climb");
	assert_says("Floor 0");
}

static void a_whole_game_by_keys_alone(void **state)
{
	(void)state;
	add_pack(THREE);
	open_app(options());
	key(KEY_ENTER);
	key(KEY_ENTER);
	for (int i = 0; i < 3; i++) {
		key('1');
		assert_screen("question");
		key('1'); /* the same key twice locks in */
		key(KEY_ENTER);
		assert_screen("reveal");
		key(KEY_ENTER);
	}
	assert_screen("results");
	key(KEY_ESCAPE);
	assert_screen("home");
	assert_false(key(KEY_ESCAPE));
}

static void a_letter_selects_and_enter_locks_in(void **state)
{
	(void)state;
	play_three("climb");
	key('b');
	assert_says_not("Locked in");
	key(KEY_ENTER);
	assert_says("Locked in");
	wait_ms(899);
	assert_screen("question");
	wait_ms(1);
	assert_screen("reveal");
}

static void arrows_begin_at_the_first_choice_and_go_around(void **state)
{
	(void)state;
	play_three("one-take");
	key(KEY_DOWN);
	key(KEY_DOWN);
	key(KEY_DOWN);
	key(KEY_DOWN); /* three choices: around to the first */
	key(KEY_ENTER);
	wait_ms(900);
	assert_int_equal(app_game(app)->asked[0].chosen, 1);
}

static void enter_answers_nothing_by_accident(void **state)
{
	(void)state;
	play_three("climb");
	key(KEY_ENTER);
	key(KEY_SPACE);
	wait_ms(2000);
	assert_screen("question");
}

static void a_held_key_presses_once(void **state)
{
	(void)state;
	play_three("climb");
	step((struct event){.kind = EVENT_KEY, .key = '1'});
	for (int i = 0; i < 30; i++)
		step((struct event){.kind = EVENT_KEY, .key = '1', .repeat = true});
	wait_ms(1000);
	assert_screen("question");
}

static void a_whole_game_by_touch_alone(void **state)
{
	(void)state;
	float x, y;
	bool on_page;
	bool stays = true;

	add_pack(THREE);
	open_app(options());
	while (strcmp(app_frame(app)->screen, "results") != 0) {
		const char *where = app_frame(app)->screen;
		const char *label = strcmp(where, "home") == 0       ? "Climb"
				    : strcmp(where, "packs") == 0    ? "Three"
				    : strcmp(where, "question") == 0 ? choice(true)
				    : game_asked(app_game(app)) == &app_game(app)->asked[2]
					    ? "See results"
					    : "Next question";
		assert_true(app_find(app, label, &x, &y, &on_page));
		now_ms += 1000;
		click_at(x, y, true);
		wait_ms(900);
	}
	assert_says("3 of 3 correct");
	now_ms += 1000;
	press("Home");
	assert_true(app_find(app, "Quit", &x, &y, &on_page));
	now_ms += 1000;
	step((struct event){.kind = EVENT_DOWN, .x = x, .y = y, .touch = true, .held = true});
	stays = step((struct event){.kind = EVENT_UP, .x = x, .y = y, .touch = true});
	assert_false(stays);
}

static void a_tap_is_held_and_can_be_taken_back(void **state)
{
	(void)state;
	play_three("climb");
	press(choice(true));
	assert_says("Locked in");
	wait_ms(500);
	press(choice(true));
	assert_says_not("Locked in");
	wait_ms(2000);
	assert_screen("question");
}

static void another_choice_takes_the_place_of_a_held_one(void **state)
{
	(void)state;
	play_three("climb");
	press(choice(false));
	wait_ms(600);
	press(choice(true));
	wait_ms(600);
	assert_screen("question");
	wait_ms(300);
	assert_screen("reveal");
	assert_int_equal(app_game(app)->asked[0].outcome, OUTCOME_RIGHT);
	assert_int_equal(app_game(app)->asked[0].took_ms, 600);
}

static void a_double_tap_is_one_tap(void **state)
{
	(void)state;
	play_three("climb");
	press(choice(true));
	wait_ms(120);
	press(choice(true));
	assert_says("Locked in");
	wait_ms(900);
	assert_screen("reveal");
}

static void a_double_tap_does_not_press_what_comes_up_under_it(void **state)
{
	(void)state;
	float x, y;
	bool on_page;

	add_pack(THREE);
	open_app(options());
	assert_true(app_find(app, "Climb", &x, &y, &on_page));
	click_at(x, y, true);
	assert_screen("packs");
	wait_ms(150);
	click_at(x, y, true); /* a pack's card may lie here */
	assert_screen("packs");
}

static void what_is_dragged_away_is_not_pressed(void **state)
{
	(void)state;
	float x, y;
	bool on_page;

	play_three("climb");
	assert_true(app_find(app, choice(true), &x, &y, &on_page));
	step((struct event){.kind = EVENT_DOWN, .x = x, .y = y, .held = true});
	step((struct event){.kind = EVENT_MOVE, .x = x, .y = y - 300, .held = true});
	step((struct event){.kind = EVENT_UP, .x = x, .y = y - 300});
	assert_says_not("Locked in");
}

static void the_clock_runs_out_and_says_so(void **state)
{
	(void)state;
	play_three("climb");
	int64_t limit = game_asked(app_game(app))->limit_ms;
	assert_true(limit > 0);
	wait_ms(limit - 1);
	assert_screen("question");
	wait_ms(1);
	assert_screen("reveal");
	assert_says("Time is up");
	assert_says("Correct answer");
}

static void a_lock_before_the_end_counts_although_it_is_held_beyond_it(void **state)
{
	(void)state;
	play_three("climb");
	wait_ms(game_asked(app_game(app))->limit_ms - 100);
	press(choice(true));
	wait_ms(900);
	assert_int_equal(app_game(app)->asked[0].outcome, OUTCOME_RIGHT);
}

static void a_frame_says_when_its_clock_next_changes(void **state)
{
	(void)state;
	play_three("climb");
	wait_ms(300);
	assert_int_equal(app_frame(app)->wake, 2000);
	press(choice(true));
	assert_int_equal(app_frame(app)->wake, now_ms + 900);
	wait_ms(900);
	assert_int_equal(app_frame(app)->wake, -1); /* the reveal waits for the player */
}

static void without_a_clock_nothing_ever_wakes(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack(THREE);
	o.straight = true;
	o.set.clock_percent = CLOCK_OFF;
	open_app(o);
	assert_int_equal(app_frame(app)->wake, -1);
}

static void a_wrong_answer_is_told_why(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack("title = T\n[question]\nask = Q?\nright = Yes\nwrong = No\nbecause = No is never "
		 "right.\n"
		 "why = It is yes.\nsource = The book of answers\n");
	o.straight = true;
	open_app(o);
	answer(false);
	assert_says("Not this time");
	assert_says("Your answer");
	assert_says("Correct answer");
	assert_says("No is never right.");
	assert_says("It is yes.");
	assert_says("Source: The book of answers");
	assert_says("you stay here");
}

static void a_right_answer_explains_its_points(void **state)
{
	(void)state;
	play_three("climb");
	wait_ms(2000);
	answer(true);
	const struct asked *a = game_asked(app_game(app));
	char points[64];

	assert_true(a->speed > 0);
	snprintf(points, sizeof points, "%d + %d for speed", a->base, a->speed);
	assert_says(points);
	assert_says("one flight up");
	assert_says_not("Dos is two."); /* the reply to a choice nobody made */
}

static void one_take_ends_at_the_first_wrong_answer(void **state)
{
	(void)state;
	play_three("one-take");
	answer(true);
	press("Next question");
	answer(false);
	assert_says("Cut. The take ends here");
	assert_says("1 in one take");
	press("See results");
	assert_screen("results");
	assert_says("1 of 2 correct");
}

static void a_new_take_is_another_deal(void **state)
{
	(void)state;
	play_three("one-take");
	uint64_t before = app_game(app)->options.seed;
	answer(false);
	press("New take");
	assert_screen("question");
	assert_int_not_equal(app_game(app)->options.seed, before);
	assert_int_equal(app_game(app)->players[0].score, 0);
}

static void a_pause_stops_the_clock_and_hides_the_question(void **state)
{
	(void)state;
	play_three("climb");
	wait_ms(1000);
	int64_t left = game_left_ms(app_game(app), now_ms);
	key(KEY_ESCAPE);
	assert_screen("pause");
	assert_says_not(game_question(app_game(app))->ask.s);
	wait_ms(1000 * 3600);
	key(KEY_ESCAPE);
	assert_screen("question");
	assert_int_equal(game_left_ms(app_game(app), now_ms), left);
}

static void a_pause_takes_back_what_was_held(void **state)
{
	(void)state;
	play_three("climb");
	press(choice(true));
	press("Pause");
	assert_screen("pause");
	press("Go on");
	assert_says_not("Locked in");
}

static void a_pause_after_the_clock_ran_out_keeps_what_was_held_in_time(void **state)
{
	(void)state;
	play_three("climb");
	wait_ms(game_asked(app_game(app))->limit_ms - 100);
	press(choice(true));
	wait_ms(500);
	press("Pause");
	assert_screen("reveal");
	assert_int_equal(app_game(app)->asked[0].outcome, OUTCOME_RIGHT);
}

#define SEVERAL                                                                                    \
	"title = S\n[question]\nask = Which?\nright = A1\nright = A2\nwrong = B1\nwrong = B2\n"

static void several_answers_are_toggled_then_locked_in(void **state)
{
	(void)state;
	struct app_options o = options();
	const struct asked *a;

	add_pack(SEVERAL);
	o.straight = true;
	open_app(o);
	a = game_asked(app_game(app));
	assert_says("More than one is right");
	assert_int_equal(a->need, 2);
	press("A1");
	assert_says("Selected");
	press("B1");
	press("B1, Selected");
	press("A2");
	wait_ms(2000);
	assert_screen("question");
	press("Lock in");
	wait_ms(900);
	assert_screen("reveal");
	assert_int_equal(a->outcome, OUTCOME_RIGHT);
}

static void one_of_several_answers_is_enough_and_the_screen_says_so(void **state)
{
	(void)state;
	static const char *const kinds[] = {"any", "one"};

	for (int k = 0; k < 2; k++) {
		struct app_options o = options();
		char ini[200];
		snprintf(ini, sizeof ini, SEVERAL "pick = %s\nhint = H\n", kinds[k]);
		add_pack(ini);
		o.straight = true;
		open_app(o);
		assert_int_equal(
			frame_says(app_frame(app), "More than one is right: one is enough"),
			k == 0);
		key('h');
		assert_says("Hint: H");
		answer(true);
		assert_int_equal(game_asked(app_game(app))->outcome, OUTCOME_RIGHT);
		close_app(NULL);
	}
}

static void what_is_locked_in_is_taken_back_by_the_hand_that_did_it(void **state)
{
	(void)state;
	static const char *const packs[] = {
		"title = One\n[question]\nask = Q?\nright = R\nwrong = W\n",
		SEVERAL,
	};
	static const char *const said[2][2] = {
		{"Press again to take it back", "Tap again to take it back"},
		{"Press a card to go back", "Tap a card to go back"},
	};

	for (int p = 0; p < 2; p++)
		for (int touch = 0; touch < 2; touch++) {
			struct app_options o = options();
			float x, y;
			bool on_page;
			o.straight = true;
			add_pack(packs[p]);
			open_app(o);
			assert_true(app_find(app, choice(true), &x, &y, &on_page));
			click_at(x, y, touch);
			if (p == 1) {
				assert_true(app_find(app, "Lock in", &x, &y, &on_page));
				click_at(x, y, touch);
			}
			assert_says(said[p][touch]);
			assert_says_not(said[p][!touch]);
			close_app(NULL);
		}
}

/* The face that the first text with these words is set in. */
static enum face face_of(const char *words)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TEXT && strstr(f->items[i].s, words))
			return (enum face)f->items[i].face;
	fail_msg("the screen %s does not say %s", f->screen, words);
	return FACES;
}

static void code_is_set_in_letters_of_one_width(void **state)
{
	(void)state;
	struct app_options o = options();

	o.straight = true;
	add_pack("title = Code\n[question]\nask = What does it print?\n  |for i in 1 2; do\n"
		 "  |    echo $i\n  |done\nright = 1\n  |\tx\n"
		 "wrong = 3.  Two blanks\n  |of habit.  They mean nothing.\n"
		 "wrong = None  of it\nwhy = The shell:\n  |a  b\n  |aa b\n");
	open_app(o);
	assert_int_equal(face_of("echo"), FACE_MONO);
	assert_int_equal(face_of("1\n\tx"), FACE_MONO);
	assert_int_equal(face_of("Two blanks"), FACE_SEMIBOLD);
	assert_int_equal(face_of("None  of it"), FACE_SEMIBOLD);
	answer(true);
	assert_int_equal(face_of("echo"), FACE_MONO);
	assert_int_equal(face_of("The shell"), FACE_MONO);
}

static void several_answers_by_keys(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack(SEVERAL);
	o.straight = true;
	open_app(o);
	const struct asked *a = game_asked(app_game(app));
	for (int i = 0; i < a->nshown; i++)
		if (a->right >> i & 1)
			key('1' + i);
	key(KEY_ENTER);
	assert_says("Locked in");
	wait_ms(900);
	assert_int_equal(a->outcome, OUTCOME_RIGHT);
}

static void the_results_open_every_answer_again(void **state)
{
	(void)state;
	play_three("climb");
	for (int i = 0; i < 3; i++) {
		answer(i != 1);
		press(i == 2 ? "See results" : "Next question");
	}
	assert_screen("results");
	assert_says("2 of 3 correct");
	assert_says("Floor 2");
	now_ms += 1000;
	press(app_game(app)
		      ->deck.item[1]
		      .pack->questions[app_game(app)->deck.item[1].question]
		      .ask.s);
	assert_screen("reveal");
	assert_says("Not this time");
	assert_says("Question 2 of 3");
	key(KEY_ESCAPE);
	assert_screen("results");
	key(KEY_ENTER); /* the row that was opened has the focus again */
	assert_says("Question 2 of 3");
}

static void climb_again_deals_the_same_packs_anew(void **state)
{
	(void)state;
	play_three("climb");
	for (int i = 0; i < 3; i++) {
		answer(true);
		key(KEY_ENTER);
	}
	press("Climb again");
	assert_screen("question");
	assert_int_equal(app_game(app)->players[0].floor, 0);
}

static void setup_changes_the_next_game(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack(THREE);
	o.questions = 3;
	open_app(o);
	press("One Take");
	press("Set up");
	assert_screen("setup");
	press("Climb");
	press("Off");
	for (int i = 0; i < 20; i++)
		press("Fewer questions");
	press("Done");
	now_ms += 1000;
	press("Three");
	assert_string_equal(app_game(app)->options.mode->id, "climb");
	assert_int_equal(game_asked(app_game(app))->limit_ms, 0);
	assert_int_equal(app_game(app)->deck.n, 3);
}

/* Such is one whose identity another has: a copy of a pack. */
static void a_pack_left_out_without_a_mistake_says_so(void **state)
{
	(void)state;
	add_pack("title = Twice\n[question]\nask = Q?\nright = R\nwrong = W\n");
	pack_drop(entries[0].pack);
	entries[0].pack = NULL;
	diag_add(&entries[0].diag, SEVERITY_WARNING, "W406", (struct place){0, 0}, "left out");
	open_app(options());
	key('1');
	assert_screen("packs");
	assert_says("Can’t be played");
	key(KEY_ENTER);
	assert_screen("broken");
	assert_says("Left out");
}

static void a_pack_with_mistakes_shows_them_and_can_be_played_without(void **state)
{
	(void)state;
	const struct effect *e;

	add_pack("title = Half\n[question]\nask = Q?\nright = R\nwrong = W\n[question]\nask = No "
		 "choices?\n");
	assert_true(library.entries[0].diag.errors > 0);
	assert_non_null(library.entries[0].pack);
	open_app(options());
	key(KEY_ENTER);
	assert_says("mistake");
	press("Half");
	assert_screen("broken");
	assert_says("pack-1.ini:");
	step((struct event){.kind = EVENT_KEY, .key = 'c', .mods = MOD_CTRL});
	assert_non_null(e = effect_of(EFFECT_COPY));
	assert_non_null(strstr(e->text, "pack-1.ini:"));
	press("Check again");
	assert_non_null(e = effect_of(EFFECT_RELOAD));
	press("Play without them");
	assert_screen("question");
	assert_int_equal(app_game(app)->deck.n, 1);
}

static void a_folder_is_opened_and_a_corner_is_not_pressed(void **state)
{
	(void)state;
	const struct effect *e;

	add_pack("title = Bad\n[question]\nask = Q?\n");
	free(entries[0].path);
	entries[0].path = strdup("some/where/bad.ini");
	open_app(options());
	key(KEY_ENTER);
	key(KEY_ENTER);
	assert_screen("broken");
	press("Open folder");
	assert_non_null(e = effect_of(EFFECT_OPEN));
	assert_string_equal(e->text, "some/where");
	now_ms += 1000;
	click_at(3, 3, false); /* the report is copied by its key alone */
	assert_int_equal(app_effects(app, &e), 0);
}

static void a_pack_that_was_mended_leads_back_to_the_packs(void **state)
{
	(void)state;
	const char *good = "title = Good\n[question]\nask = Q?\nright = R\nwrong = W\n";

	add_pack("title = Bad\n[question]\nask = Q?\n");
	open_app(options());
	key(KEY_ENTER);
	key(KEY_ENTER);
	assert_screen("broken");
	assert_says_not("Play without them");
	pack_drop(entries[0].pack);
	diag_finish(&entries[0].diag);
	diag_init(&entries[0].diag, entries[0].path);
	entries[0].pack = pack_read(good, strlen(good), entries[0].path, &entries[0].diag);
	step((struct event){.kind = EVENT_LOADED, .index = 0});
	assert_screen("packs");
	assert_says("Good");
}

static void without_packs_it_says_where_to_put_them(void **state)
{
	(void)state;
	open_app(options());
	key(KEY_ENTER);
	assert_says("No packs were found.");
	assert_says("~/quiz");
}

static void full_screen_has_two_keys(void **state)
{
	(void)state;
	const struct effect *e;

	open_app(options());
	key(KEY_F11);
	assert_non_null(e = effect_of(EFFECT_KEEP));
	assert_int_equal(e->index, SETTING_FULLSCREEN);
	assert_int_equal(e->value, 1);
	step((struct event){.kind = EVENT_KEY, .key = KEY_ENTER, .mods = MOD_ALT});
	assert_non_null(e = effect_of(EFFECT_KEEP));
	assert_int_equal(e->value, 0);
	assert_screen("home");
}

static void hints_are_for_the_device_in_use(void **state)
{
	(void)state;
	play_three("climb");
	assert_says("Enter");
	click_at(3, 3, true);
	assert_says_not("Enter");
	key(KEY_DOWN);
	assert_says("Enter");
}

static void hints_of_the_home_screen_give_way_to_its_menu(void **state)
{
	struct app_options o = options();

	(void)state;
	o.set.text_percent = 200;
	open_app(o);
	key(KEY_DOWN);
	resize(640, 480);
	assert_says("Move");
	resize(640, 300);
	assert_says("Quit");
	assert_says_not("Move");
}

static void a_translation_is_shown_in_its_language(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack("title = T\n[question]\nask = Water?\nask.de = Wasser?\nright = Yes\nright.de = "
		 "Ja\nwrong = No\n");
	o.straight = true;
	strcpy(o.set.language, "de");
	open_app(o);
	assert_says("Wasser?");
	assert_says("Ja");
	assert_says("No");
}

static void a_hint_is_told_when_asked_for(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack("title = T\n[question]\nask = Q?\nright = R\nwrong = W\nhint = It rhymes.\n"
		 "[question]\nask = P?\nright = R\nwrong = W\n");
	o.straight = true;
	open_app(o);
	if (strcmp(game_question(app_game(app))->ask.s, "Q?") != 0) {
		assert_says_not("Hint");
		answer(true);
		key(KEY_ENTER);
	}
	assert_says_not("It rhymes.");
	key('h');
	assert_says("Hint: It rhymes.");
	key(KEY_ESCAPE);
	key(KEY_ESCAPE);
	assert_says("Hint: It rhymes."); /* a pause forgets nothing */
}

static void the_topic_stands_with_the_title(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack("title = T\n[topic Rivers]\n[question]\nask = Q?\nright = R\nwrong = W\n");
	o.straight = true;
	open_app(o);
	assert_says("T · Rivers");
}

static void what_was_toggled_survives_a_pause_and_a_second_thought(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack(SEVERAL);
	o.straight = true;
	open_app(o);
	press("A1");
	key(KEY_ESCAPE);
	key(KEY_ESCAPE);
	assert_says("Selected");
	press("Lock in");
	wait_ms(500);
	press("A1, Locked in");
	assert_says("Selected");
	assert_says_not("Locked in");
}

static void arrows_reach_every_setting(void **state)
{
	(void)state;
	static const char *const down[] = {"Climb, chosen", "Fewer questions", "Standard, chosen",
					   "Done"};

	add_pack(THREE);
	open_app(options());
	key('1');
	key('p');
	key(KEY_UP);
	for (int i = 0; i < 20 && !app_has_focus(app, "Back"); i++)
		key(KEY_UP);
	assert_true(app_has_focus(app, "Back"));
	for (int i = 0; i < 4; i++) {
		key(KEY_DOWN);
		assert_true(app_has_focus(app, down[i]));
	}
}

static void what_ends_a_game_asks_once(void **state)
{
	(void)state;
	play_three("climb");
	key(KEY_ESCAPE);
	press("Start anew");
	assert_screen("pause");
	assert_says("Press again to end this game");
	now_ms += 100;
	press("Start anew"); /* the second half of a double tap */
	assert_screen("pause");
	now_ms += 1000;
	press("Start anew");
	assert_screen("question");
	key(KEY_ESCAPE);
	press("Quit"); /* nothing is remembered */
	assert_screen("pause");
	assert_says("Press again to end this game");
	press("Home"); /* it can be gone on with */
	assert_screen("home");
}

static void a_double_enter_does_not_skip_the_explanation(void **state)
{
	(void)state;
	play_three("climb");
	key('1');
	now_ms += 100;
	key(KEY_ENTER);
	now_ms += 100;
	key(KEY_ENTER);
	assert_screen("reveal");
	now_ms += 100;
	key(KEY_ENTER);
	assert_screen("reveal");
	now_ms += 1000;
	key(KEY_ENTER);
	assert_screen("question");
}

static void in_a_small_window_the_verdict_is_in_sight(void **state)
{
	(void)state;
	play_three("climb");
	resize(320, 240);
	answer(false);
	const struct frame *f = app_frame(app);
	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].s && strcmp(f->items[i].s, "Not this time") == 0) {
			assert_true(f->items[i].box.y > 0);
			assert_true(f->items[i].box.y + f->items[i].box.h < 240);
			return;
		}
	fail_msg("there is no verdict");
}

/* The box of the item with this text; h 0: there is none. */
static struct rect box_of(const char *text)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].s && strcmp(f->items[i].s, text) == 0)
			return f->items[i].box;
	return (struct rect){0};
}

static void where_the_choices_are_out_of_sight_the_verdict_says_what_was_right(void **state)
{
	(void)state;
	play_three("climb");
	answer(false);
	assert_says_not("It was: One");
	resize(320, 240);
	struct rect r = box_of("It was: One");
	assert_true(r.h > 0 && r.y > 0 && r.y + r.h < 240);
	key(KEY_ENTER);
	answer(true);
	assert_says_not("It was");
	key(KEY_ENTER);
	wait_ms(1000000);
	assert_screen("reveal");
	assert_says("It was: Eins");
}

static void several_right_answers_are_listed_with_and(void **state)
{
	(void)state;
	add_pack(
		"title = Many\n[question]\nask = Which?\npick = all\nright = A cat\nright = A dog\n"
		"right = A fox\nwrong = A tree\nwhy = They run.\n");
	open_app(options());
	resize(320, 240);
	key(KEY_ENTER);
	key(KEY_ENTER);
	wait_ms(1000000);
	assert_screen("reveal");
	const struct game *g = app_game(app);
	const char *right[3];
	char all[64];
	for (int i = 0, n = 0; i < 4; i++)
		if (game_asked(g)->right >> i & 1)
			right[n++] = game_choice(g, i)->text.s;
	snprintf(all, sizeof all, "It was: %s, %s and %s", right[0], right[1], right[2]);
	assert_says(all);
}

/* The panel of the reveal: the box around its verdict. */
static struct rect panel_around(const char *verdict)
{
	struct rect in = box_of(verdict), panel = {0};
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++) {
		const struct rect *r = &f->items[i].box;
		if (f->items[i].kind == ITEM_BOX && r->y < in.y && r->y + r->h > in.y + in.h)
			panel = *r;
	}
	return panel;
}

static void where_there_is_little_to_say_the_question_gets_the_room(void **state)
{
	(void)state;
	add_pack("title = Bare\norder = file\n"
		 "[question]\nask = First?\nright = One\nwrong = Two\n"
		 "[question]\nask = Second?\nright = Uno\nwrong = Dos\nwhy = There is a lot to be "
		 "said about this, and it is said here, in more than one sentence. This is the "
		 "second one. The third one is no shorter than the two before it, and there are "
		 "more to come: this is the fourth, and here is the fifth of them, the last.\n");
	open_app(options());
	key(KEY_ENTER);
	key(KEY_ENTER);
	answer(false);
	struct rect bare = panel_around("Not this time"), ask = box_of("First?");
	assert_true(bare.h > 0 && bare.h < 720 * .3f);
	assert_true(bare.y + bare.h > 720 * .9f);
	key(KEY_ENTER);
	answer(false);
	assert_true(panel_around("Not this time").h > bare.h);
	assert_true(box_of("Second?").h < ask.h);
}

static void arrows_read_on_in_a_page_without_buttons(void **state)
{
	(void)state;
	add_pack("title = Bad\n[question]\nask = Q?\n[question]\nask = P?\n[question]\nask = "
		 "O?\n[question]\nask = N?\n");
	open_app(options());
	resize(640, 360);
	key(KEY_ENTER);
	key(KEY_ENTER);
	assert_screen("broken");
	key(KEY_DOWN);
	assert_true(app_frame(app)->scroll_at > 0);
}

static void the_pack_with_the_focus_says_what_it_is_about(void **state)
{
	(void)state;
	add_pack("title = T\nabout = Everything about rivers.\n[question]\nask = Q?\nright = "
		 "R\nwrong = W\n");
	open_app(options());
	key('1');
	assert_says("Everything about rivers.");
}

#define app_test(f) cmocka_unit_test_teardown(f, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		app_test(a_mode_leads_to_the_packs_and_on_to_the_first_question),
		app_test(playing_a_pack_opens_on_its_first_question),
		app_test(a_whole_game_by_keys_alone),
		app_test(a_letter_selects_and_enter_locks_in),
		app_test(arrows_begin_at_the_first_choice_and_go_around),
		app_test(enter_answers_nothing_by_accident),
		app_test(a_held_key_presses_once),
		app_test(a_whole_game_by_touch_alone),
		app_test(a_tap_is_held_and_can_be_taken_back),
		app_test(another_choice_takes_the_place_of_a_held_one),
		app_test(a_double_tap_is_one_tap),
		app_test(a_double_tap_does_not_press_what_comes_up_under_it),
		app_test(what_is_dragged_away_is_not_pressed),
		app_test(the_clock_runs_out_and_says_so),
		app_test(a_lock_before_the_end_counts_although_it_is_held_beyond_it),
		app_test(a_frame_says_when_its_clock_next_changes),
		app_test(without_a_clock_nothing_ever_wakes),
		app_test(a_wrong_answer_is_told_why),
		app_test(a_right_answer_explains_its_points),
		app_test(one_take_ends_at_the_first_wrong_answer),
		app_test(a_new_take_is_another_deal),
		app_test(a_pause_stops_the_clock_and_hides_the_question),
		app_test(a_pause_takes_back_what_was_held),
		app_test(a_pause_after_the_clock_ran_out_keeps_what_was_held_in_time),
		app_test(several_answers_are_toggled_then_locked_in),
		app_test(one_of_several_answers_is_enough_and_the_screen_says_so),
		app_test(what_is_locked_in_is_taken_back_by_the_hand_that_did_it),
		app_test(code_is_set_in_letters_of_one_width),
		app_test(several_answers_by_keys),
		app_test(the_results_open_every_answer_again),
		app_test(climb_again_deals_the_same_packs_anew),
		app_test(setup_changes_the_next_game),
		app_test(a_pack_left_out_without_a_mistake_says_so),
		app_test(a_pack_with_mistakes_shows_them_and_can_be_played_without),
		app_test(a_pack_that_was_mended_leads_back_to_the_packs),
		app_test(a_folder_is_opened_and_a_corner_is_not_pressed),
		app_test(without_packs_it_says_where_to_put_them),
		app_test(full_screen_has_two_keys),
		app_test(hints_are_for_the_device_in_use),
		app_test(hints_of_the_home_screen_give_way_to_its_menu),
		app_test(a_translation_is_shown_in_its_language),
		app_test(a_hint_is_told_when_asked_for),
		app_test(the_topic_stands_with_the_title),
		app_test(what_was_toggled_survives_a_pause_and_a_second_thought),
		app_test(arrows_reach_every_setting),
		app_test(what_ends_a_game_asks_once),
		app_test(a_double_enter_does_not_skip_the_explanation),
		app_test(in_a_small_window_the_verdict_is_in_sight),
		app_test(where_the_choices_are_out_of_sight_the_verdict_says_what_was_right),
		app_test(several_right_answers_are_listed_with_and),
		app_test(where_there_is_little_to_say_the_question_gets_the_room),
		app_test(arrows_read_on_in_a_page_without_buttons),
		app_test(the_pack_with_the_focus_says_what_it_is_about),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
