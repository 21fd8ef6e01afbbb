/* The screen where things are set: by keys, by the mouse, from everywhere and back. */
#include <math.h>

#include "languages.h"
#include "screens.h"
#include "stage.h"

#define TRANSLATED                                                                                 \
	"title = Two\ntitle.de = Zwei\n[question]\nask = First?\nask.de = Erste?\nask.pt-br = "    \
	"Primeira?\nright = A\nwrong = B\n[question]\nask = Second?\nright = C\nwrong = D\n"
#define PLAIN "title = Plain\n[question]\nask = Q?\nright = A\nwrong = B\n"

static const struct settings *set(void)
{
	return app_settings(app);
}

/* The last step asked to keep this, and nothing else. */
static void assert_kept(enum setting k, int value)
{
	const struct effect *e;
	int n = app_effects(app, &e), kept = 0;

	for (int i = 0; i < n; i++)
		if (e[i].kind == EFFECT_KEEP) {
			assert_int_equal(e[i].index, k);
			assert_int_equal(e[i].value, value);
			kept++;
		}
	assert_int_equal(kept, 1);
}

static void assert_nothing_kept(void)
{
	const struct effect *e;
	int n = app_effects(app, &e);

	for (int i = 0; i < n; i++)
		assert_int_not_equal(e[i].kind, EFFECT_KEEP);
}

/* As a player would: turns the wheel until it is in sight. */
static void find_and_press(const char *label)
{
	const struct frame *f = app_frame(app);
	bool on_page = true;
	float x, y;

	step((struct event){.kind = EVENT_WHEEL, .y = 1000});
	for (int k = 0; k < 100; k++) {
		assert_true(app_find(app, label, &x, &y, &on_page));
		if (!on_page || (y > f->scroll.y && y < f->scroll.y + f->scroll.h))
			break;
		step((struct event){.kind = EVENT_WHEEL, .y = -1});
	}
	press(label);
}

static void open_settings(void)
{
	struct app_options o = options();

	add_pack(TRANSLATED);
	o.set = settings_default();
	open_app(o);
	press("Settings");
	assert_screen("settings");
}

static void tab(bool back)
{
	step((struct event){.kind = EVENT_KEY, .key = KEY_TAB, .mods = back ? MOD_SHIFT : 0});
}

static void left_and_right_change_the_row_with_the_focus(void **state)
{
	static const struct {
		enum setting k;
		int right, further, back; /* after right, right again, and left */
	} rows[] = {
		{SETTING_TEXT, 105, 110, 105},
		{SETTING_THEME, 1, 2, 1},
		{SETTING_MOTION, 1, 2, 1},
		{SETTING_FULLSCREEN, 1, -1, 0},
		{SETTING_ROTATION, 90, 180, 90},
		{SETTING_CUES, 90, 100, 90},
		{SETTING_MEDIA, -1, -1, 90},
		{SETTING_CAPTIONS, 1, -1, 0},
		{SETTING_CLOCK, CLOCK_DOUBLE, CLOCK_OFF, CLOCK_DOUBLE},
		{SETTING_READING, 150, 200, 150},
		{SETTING_BONUS, -1, -1, 0},
	};

	(void)state;
	open_settings();
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const int keys[] = {KEY_RIGHT, KEY_RIGHT, KEY_LEFT};
		const int after[] = {rows[i].right, rows[i].further, rows[i].back};
		if (i == 5 || i == 8)
			tab(false);
		for (int k = 0; k < 3; k++) {
			key(keys[k]);
			if (after[k] < 0) {
				assert_nothing_kept(); /* it goes no further */
				continue;
			}
			assert_kept(rows[i].k, after[k]);
			assert_int_equal(setting_number(set(), rows[i].k), after[k]);
		}
		key(KEY_DOWN);
	}
	assert_string_equal(set()->theme, "paper");
}

static void enter_goes_to_the_next_value_and_around(void **state)
{
	(void)state;
	open_settings();
	key(KEY_DOWN);
	for (int i = 1; i <= 4; i++) {
		key(KEY_ENTER);
		assert_kept(SETTING_THEME, i % 4);
	}
	key(KEY_DOWN);
	for (int i = 1; i <= 3; i++) {
		key(KEY_SPACE);
		assert_kept(SETTING_MOTION, i % 3);
	}
	key(KEY_DOWN);
	key(KEY_ENTER);
	assert_kept(SETTING_FULLSCREEN, 1);
	key(KEY_ENTER);
	assert_kept(SETTING_FULLSCREEN, 0);
}

static void every_part_can_be_pressed(void **state)
{
	static const struct {
		const char *section, *label;
		enum setting k;
		int value;
	} parts[] = {
		{"Display", "Text size: more", SETTING_TEXT, 105},
		{"Display", "Text size: less", SETTING_TEXT, 100},
		{"Display", "High contrast", SETTING_THEME, 2},
		{"Display", "Colour-safe", SETTING_THEME, 3},
		{"Display", "None", SETTING_MOTION, MOTION_NONE},
		{"Display", "Full screen: Off", SETTING_FULLSCREEN, 1},
		{"Display", "Full screen: On", SETTING_FULLSCREEN, 0},
		{"Display", "270°", SETTING_ROTATION, 270},
		{"Sound", "Game sounds: less", SETTING_CUES, 70},
		{"Sound", "Questions’ sounds: less", SETTING_MEDIA, 90},
		{"Sound", "Sound captions: Off", SETTING_CAPTIONS, 1},
		{"Timing", "Off", SETTING_CLOCK, CLOCK_OFF},
		{"Timing", "Slower", SETTING_READING, 200},
		{"Timing", "Speed bonus: On", SETTING_BONUS, 0},
		{"Timing", "Speed bonus: Off", SETTING_BONUS, 1},
		{"Controls", "Answer with A B X Y: Off", SETTING_PAD_PICKS, 1},
	};
	static const int sizes[][2] = {{1280, 720}, {320, 240}, {1080, 1920}};

	(void)state;
	open_settings();
	for (int s = 0; s < 3; s++) {
		resize(sizes[s][0], sizes[s][1]);
		for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
			find_and_press(parts[i].section);
			find_and_press(parts[i].label);
			assert_kept(parts[i].k, parts[i].value);
			assert_int_equal(setting_number(set(), parts[i].k), parts[i].value);
		}
		key(KEY_ESCAPE);
		close_app(NULL);
		open_settings();
	}
}

static void a_press_beside_the_parts_changes_only_a_switch(void **state)
{
	(void)state;
	open_settings();
	press("Text size: 100%");
	assert_nothing_kept();
	key(KEY_RIGHT); /* but the row has the focus now */
	assert_kept(SETTING_TEXT, 105);
	find_and_press("Full screen: Off");
	assert_kept(SETTING_FULLSCREEN, 1);
}

static void volumes_end_at_off_and_sizes_at_twice(void **state)
{
	(void)state;
	open_settings();
	for (int i = 0; i < 30; i++)
		key(KEY_RIGHT);
	assert_int_equal(set()->text_percent, 200);
	find_and_press("Sound");
	for (int i = 0; i < 30; i++)
		key(KEY_LEFT);
	assert_int_equal(set()->cues, 0);
	assert_says("Off");
}

static void a_size_between_two_steps_goes_to_the_next_one(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack(PLAIN);
	o.set.text_percent = 113;
	open_app(o);
	key(KEY_F1);
	assert_says("113%");
	key(KEY_RIGHT);
	assert_int_equal(set()->text_percent, 115);
}

static void on_a_mirrored_page_the_arrows_point_the_other_way(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack(PLAIN);
	strcpy(o.set.language, "ar");
	open_app(o);
	key(KEY_F1);
	key(KEY_LEFT);
	assert_kept(SETTING_TEXT, 105);
	key(KEY_DOWN);
	key(KEY_LEFT);
	assert_kept(SETTING_THEME, 1);
}

static void tab_goes_around_the_sections(void **state)
{
	static const char *const first[] = {"Text size", "Game sounds", "Clock",
					    "Answer with A B X Y", "As written"};

	(void)state;
	open_settings();
	for (int i = 0; i < 11; i++) {
		assert_says(first[i % 5]);
		assert_int_equal(frame_says(app_frame(app), first[(i + 1) % 5]), false);
		tab(false);
	}
	tab(true);
	assert_says(first[0]);
	tab(true);
	assert_says(first[4]);
}

static void arrows_reach_the_head_and_come_back(void **state)
{
	(void)state;
	open_settings();
	key(KEY_RIGHT);
	key(KEY_UP);
	key(KEY_ENTER);
	assert_int_equal(set()->text_percent, 100);
	key(KEY_LEFT);
	key(KEY_ENTER);
	assert_screen("home");
}

static void a_row_taller_than_the_page_shows_its_top(void **state)
{
	(void)state;
	int tall = 0;
	struct app_options o = options();
	add_pack(PLAIN);
	o.set.text_percent = 200;
	o.w = 320;
	o.h = 240;
	open_app(o);
	key(KEY_F1);
	for (int i = 0; i < 8; i++) {
		const struct frame *f = app_frame(app);
		for (int k = 0; k < f->nspots; k++) {
			const struct spot *s = &f->spots[k];
			if (!ui_is(s->action, app->ui.focus) || s->box.h <= f->scroll.h)
				continue;
			assert_true(fabsf(s->box.y - f->scroll.y) <= 1);
			tall++;
		}
		key(KEY_DOWN);
	}
	assert_true(tall > 1);
}

static void what_cannot_be_kept_is_said_in_the_colour_of_what_is_wrong(void **state)
{
	(void)state;
	struct app_options o = options();
	add_pack(PLAIN);
	o.keeps = true;
	open_app(o);
	key(KEY_F1);
	assert_says("Changes apply at once and are saved.");
	key(KEY_RIGHT);
	step((struct event){.kind = EVENT_KEPT, .text = "No space left on device"});
	const struct frame *f = app_frame(app);
	bool red = false;
	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TEXT &&
		    strcmp(f->items[i].s,
			   "Changes apply, but can’t be saved: No space left on device") == 0)
			red = f->items[i].fill == f->theme->bad;
	assert_true(red);
	step((struct event){.kind = EVENT_KEPT, .index = 1});
	assert_says("Changes apply at once and are saved.");
}

static void resetting_the_display_leaves_the_rest(void **state)
{
	(void)state;
	struct app_options o = options();
	add_pack(PLAIN);
	o.set = settings_default();
	strcpy(o.set.theme, "cvd");
	o.set.text_percent = 150;
	o.set.rotation = 90;
	o.set.cues = 10;
	o.set.clock_percent = CLOCK_OFF;
	open_app(o);
	key(KEY_F1);
	press("Reset display");
	assert_string_equal(set()->theme, "dark");
	assert_int_equal(set()->text_percent, 100);
	assert_int_equal(set()->rotation, 0);
	assert_int_equal(set()->cues, 10);
	assert_int_equal(set()->clock_percent, CLOCK_OFF);
}

static void every_section_resets_itself_and_says_so(void **state)
{
	(void)state;
	struct app_options o = options();
	add_pack(TRANSLATED);
	o.set.cues = 10;
	o.set.text_percent = 150;
	o.set.clock_percent = CLOCK_OFF;
	strcpy(o.set.language, "de");
	open_app(o);
	key(KEY_F1);
	press("Reset display");
	press("Sound");
	assert_says_not("Reset display");
	press("Reset sound");
	assert_int_equal(set()->cues, settings_default().cues);
	assert_int_equal(set()->clock_percent, CLOCK_OFF);
	press("Timing");
	press("Reset timing");
	assert_int_equal(set()->clock_percent, CLOCK_STANDARD);
	assert_string_equal(set()->language, "de");
	press("Language");
	press("Reset language");
	assert_kept(SETTING_LANGUAGE, 0);
	assert_string_equal(set()->language, "");
}

static void a_pack_can_be_read_in_its_own_language(void **state)
{
	(void)state;
	struct app_options o = options();
	add_pack(TRANSLATED);
	add_pack("title = Eigen\nlanguage = de\n[question]\nask = Q?\nright = A\nwrong = B\n");
	add_pack(PLAIN);
	strcpy(o.set.language, "ar");
	open_app(o);
	key(KEY_F1);
	press("Language");
	assert_says("2 of 3 packs can be read in it.");
	assert_says("1 of 3 packs can be read in it.");
	assert_says("No pack here can be read in it.");
	assert_says("The game itself speaks English.");
}

static void what_is_set_is_seen_at_once(void **state)
{
	(void)state;
	open_settings();
	press("High contrast");
	assert_true(app_frame(app)->theme == theme_lookup("hc"));
	key(KEY_ESCAPE);
	assert_true(app_frame(app)->theme == theme_lookup("hc"));
}

static void languages_have_their_own_names(void **state)
{
	(void)state;
	open_settings();
	press("Language");
	assert_says("As written");
	press("Deutsch");
	assert_string_equal(set()->language, "de");
	assert_says("Deutsch: chosen");
	assert_says("Português (Brasil)");
	key(KEY_ESCAPE);
	key('1');
	assert_says("Zwei");
	key(KEY_F1);
	press("Language");
	press("As written");
	key(KEY_F1);
	assert_screen("packs");
	assert_says("Two");
}

static void names_are_whole_or_the_tag_stands_for_them(void **state)
{
	static const char *const tags[] = {
		"my-Mymr-x-abcdefgh-qwertyui-a",   "my-Mymr-x-abcdefgh-qwertyui-ab",
		"my-Mymr-x-abcdefgh-qwertyui-abc", "my-Mymr-x-abcdefgh-qwertyui-abcd",
		"en-US-x-abcdefgh-qwertyui-asdf",
	};
	static struct languages l;

	(void)state;
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
		memset(l.of[0].name, 'x', sizeof l.of[0].name);
		languages_find(&l, &library, tags[i]);
		assert_int_equal(l.n, 1);
		assert_non_null(memchr(l.of[0].name, '\0', sizeof l.of[0].name));
	}
}

static void the_language_that_is_set_has_a_place_beside_all_others(void **state)
{
	char ini[8192] = "title = T\n[question]\nright = R\nwrong = W\nask = A?\n";
	static struct languages l;

	(void)state;
	for (int i = 0; i < PACK_LANGUAGES; i++) {
		size_t n = strlen(ini);
		snprintf(ini + n, sizeof ini - n, "ask.%c%c = A?\n", 'a' + i / 8, 'b' + i % 8);
	}
	add_pack(ini);
	languages_find(&l, &library, "zu");
	assert_int_equal(l.n, PACK_LANGUAGES + 1);
	assert_string_equal(l.of[PACK_LANGUAGES].tag, "zu");
}

static void without_a_translation_there_is_no_language_to_choose(void **state)
{
	(void)state;
	add_pack(PLAIN);
	open_app(options());
	key(KEY_F1);
	assert_says_not("Language");
}

static void they_open_everywhere_and_lead_back(void **state)
{
	(void)state;
	add_pack(TRANSLATED);
	add_pack("title = Broken\n[question]\nask = Q?\n");
	open_app(options());
	const char *const roads[] = {NULL, "Climb", "Set up", "", "Broken"};
	for (size_t i = 0; i < sizeof roads / sizeof roads[0]; i++) {
		if (roads[i] && !*roads[i])
			key(KEY_ESCAPE);
		else if (roads[i] && strcmp(roads[i], "Broken") == 0)
			press("pack-2.ini");
		else if (roads[i])
			press(roads[i]);
		const char *before = app_frame(app)->screen;
		for (int way = 0; way < 2; way++) {
			key(KEY_F1);
			assert_screen("settings");
			key(way ? KEY_ESCAPE : KEY_F1);
			assert_screen(before);
		}
		now_ms += 1000;
	}
	assert_screen("broken");
}

static void play(void)
{
	struct app_options o = options();

	add_pack(TRANSLATED);
	o.straight = true;
	o.set.motion = MOTION_NONE;
	open_app(o);
}

static void a_question_waits_out_of_sight_meanwhile(void **state)
{
	(void)state;
	play();
	wait_ms(3000);
	int64_t left = game_left_ms(app_game(app), now_ms);
	key('1');
	key(KEY_F1);
	assert_screen("settings");
	assert_says_not("First?");
	wait_ms(600000);
	key(KEY_ESCAPE);
	assert_screen("question");
	assert_int_equal(game_left_ms(app_game(app), now_ms), left);
	assert_int_equal(game_asked(app_game(app))->outcome, OUTCOME_NONE);
}

static void a_held_answer_is_taken_back_meanwhile(void **state)
{
	(void)state;
	play();
	press(choice(true));
	key(KEY_F1);
	wait_ms(5000);
	key(KEY_F1);
	assert_screen("question");
	assert_says_not("Locked in");
}

static void the_reveal_and_the_results_stay_as_they_were(void **state)
{
	(void)state;
	play();
	answer(true);
	key(KEY_F1);
	wait_ms(5000);
	key(KEY_ESCAPE);
	assert_screen("reveal");
	key(KEY_ENTER);
	answer(true);
	key(KEY_ENTER);
	assert_screen("results");
	key(KEY_F1);
	key(KEY_F1);
	assert_screen("results");
	assert_says("2 of 2 correct");
}

static void the_pause_leads_there_and_is_led_back_to(void **state)
{
	(void)state;
	play();
	key(KEY_ESCAPE);
	press("Settings");
	assert_screen("settings");
	key(KEY_ESCAPE);
	assert_screen("pause");
	wait_ms(600000);
	key(KEY_ESCAPE);
	assert_screen("question");
}

static void a_clock_holds_from_the_next_question_on(void **state)
{
	(void)state;
	play();
	int64_t limit = game_asked(app_game(app))->limit_ms;
	key(KEY_F1);
	press("Timing");
	assert_says("Holds from the next question on.");
	press("Off");
	key(KEY_ESCAPE);
	assert_int_equal(game_asked(app_game(app))->limit_ms, limit);
	answer(true);
	key(KEY_ENTER);
	assert_screen("question");
	assert_int_equal(game_asked(app_game(app))->limit_ms, 0);
	key(KEY_ESCAPE);
	press("Home");
	assert_screen("home");
	key(KEY_F1);
	press("Timing");
	assert_says_not("Holds from the next question on."); /* nobody plays */
}

static void reading_speed_and_bonus_hold_from_the_next_game_on(void **state)
{
	(void)state;
	play();
	int64_t limit = game_asked(app_game(app))->limit_ms;
	key(KEY_F1);
	press("Timing");
	assert_says(
		"The clock goes by it, but is never shorter than a pack says. Holds from the next "
		"game on.");
	press("Slower");
	press("Speed bonus: On");
	assert_says("What is left of it counts for nothing. Holds from the next question on.");
	key(KEY_ESCAPE);
	assert_int_equal(game_asked(app_game(app))->limit_ms, limit);
	assert_false(app_game(app)->options.even);
	key(KEY_ESCAPE);
	press("Start anew");
	wait_ms(1000);
	press("Start anew");
	assert_screen("question");
	assert_int_equal(app_game(app)->options.reading_percent, 200);
	assert_true(app_game(app)->options.even);
}

static void the_clock_of_the_next_game_is_kept_too(void **state)
{
	(void)state;
	add_pack(PLAIN);
	open_app(options());
	key('1');
	press("Set up");
	press("Double");
	assert_kept(SETTING_CLOCK, CLOCK_DOUBLE);
}

/* Where they stand side by side, there is more air than between two words. */
static void the_modes_to_choose_from_stand_apart(void **state)
{
	(void)state;
	for (int text = 100; text <= 200; text += 25) {
		struct app_options o = options();
		o.w = 800;
		o.h = 600;
		o.set.text_percent = text;
		add_pack(PLAIN);
		open_app(o);
		key('1');
		press("Set up");
		const struct frame *f = app_frame(app);
		const struct item *a = NULL, *b = NULL;
		for (int i = 0; i < f->nitems; i++)
			if (f->items[i].kind == ITEM_TEXT && strcmp(f->items[i].s, "Sprint") == 0)
				a = &f->items[i];
			else if (f->items[i].kind == ITEM_TEXT &&
				 strcmp(f->items[i].s, "Study") == 0)
				b = &f->items[i];
		if (a && b && a->box.y == b->box.y)
			assert_true(b->box.x - (a->box.x + a->box.w) >= .6f * a->px);
		assert_true((a && b) || text > 100);
		close_app(NULL);
	}
}

static void text_grows_in_a_running_game(void **state)
{
	(void)state;
	play();
	key(KEY_F1);
	for (int i = 0; i < 20; i++)
		key(KEY_RIGHT);
	float largest[2] = {0};
	for (int k = 0; k < 2; k++) {
		key(KEY_F1);
		const struct frame *f = app_frame(app);
		assert_screen("question");
		for (int i = 0; i < f->nitems; i++)
			if (f->items[i].kind == ITEM_TEXT && f->items[i].px > largest[k])
				largest[k] = f->items[i].px;
		key(KEY_F1);
		press("Reset display");
	}
	assert_true(largest[0] > largest[1]);
}

static void the_file_and_the_screen_know_the_same_themes(void **state)
{
	(void)state;
	const char *const *words = setting_rows[SETTING_THEME].words;
	int n = 0;

	for (; themes[n].id; n++)
		assert_string_equal(themes[n].id, words[n]);
	assert_null(words[n]);
}

#define app_test(f) cmocka_unit_test_teardown(f, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		app_test(left_and_right_change_the_row_with_the_focus),
		app_test(enter_goes_to_the_next_value_and_around),
		app_test(every_part_can_be_pressed),
		app_test(a_press_beside_the_parts_changes_only_a_switch),
		app_test(volumes_end_at_off_and_sizes_at_twice),
		app_test(a_size_between_two_steps_goes_to_the_next_one),
		app_test(on_a_mirrored_page_the_arrows_point_the_other_way),
		app_test(tab_goes_around_the_sections),
		app_test(arrows_reach_the_head_and_come_back),
		app_test(a_row_taller_than_the_page_shows_its_top),
		app_test(what_cannot_be_kept_is_said_in_the_colour_of_what_is_wrong),
		app_test(resetting_the_display_leaves_the_rest),
		app_test(every_section_resets_itself_and_says_so),
		app_test(a_pack_can_be_read_in_its_own_language),
		app_test(what_is_set_is_seen_at_once),
		app_test(languages_have_their_own_names),
		app_test(names_are_whole_or_the_tag_stands_for_them),
		app_test(the_language_that_is_set_has_a_place_beside_all_others),
		app_test(without_a_translation_there_is_no_language_to_choose),
		app_test(they_open_everywhere_and_lead_back),
		app_test(a_question_waits_out_of_sight_meanwhile),
		app_test(a_held_answer_is_taken_back_meanwhile),
		app_test(the_reveal_and_the_results_stay_as_they_were),
		app_test(the_pause_leads_there_and_is_led_back_to),
		app_test(a_clock_holds_from_the_next_question_on),
		app_test(reading_speed_and_bonus_hold_from_the_next_game_on),
		app_test(the_clock_of_the_next_game_is_kept_too),
		app_test(the_modes_to_choose_from_stand_apart),
		app_test(text_grows_in_a_running_game),
		app_test(the_file_and_the_screen_know_the_same_themes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
