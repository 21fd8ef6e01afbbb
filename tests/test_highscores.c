/* The boards: how one gets there, and what is shown of them. */
#include "checks.h"
#include "spots.h"
#include "stage.h"

static struct boards boards;
static struct past past;

#define PACK                                                                                       \
	"[pack]\nquizpack = 1\ntitle = Capitals\nid = capitals\nlicence = CC0-1.0\n"               \
	"[question one]\nask = Where?\nright = Here\nwrong = There\n"                              \
	"[question two]\nask = When?\nright = Now\nwrong = Then\n"

#define OTHER                                                                                      \
	"[pack]\nquizpack = 1\ntitle = Rivers\nid = rivers\nlicence = CC0-1.0\n"                   \
	"[question one]\nask = How long?\nright = Long\nwrong = Short\n"

static const char *const names[] = {"VIK", "ADA", "JO", "MAX", "LU", "KIM", "RAY", "ZOE"};

/* Boards of `n` rows; `mine`: the place of the game that was just played, 0: none. */
static void fill(int n, int mine)
{
	memset(&boards, 0, sizeof boards);
	snprintf(boards.key.packs, sizeof boards.key.packs, "%s", entries[0].pack->id);
	snprintf(boards.key.mode, sizeof boards.key.mode, "climb");
	boards.key.length = 2;
	boards.game = 7;
	for (int s = 0; s < SPANS; s++) {
		struct board *b = &boards.span[s];
		b->n = b->games = n;
		b->place = mine;
		for (int i = 0; i < n; i++) {
			b->row[i] = (struct board_row){.score = 9400 - 100 * i,
						       .floor = 12 - i,
						       .asked = 12,
						       .place = i + 1,
						       .mine = i + 1 == mine};
			snprintf(b->row[i].name, GAME_NAME, "%s",
				 i + 1 == mine ? "" : names[i % 8]);
		}
	}
}

static void open_remembering(struct app_options o)
{
	past_init(&past);
	o.remembers = true;
	o.past = &past;
	open_app(o);
}

static int close_all(void **state)
{
	past_finish(&past);
	past_init(&past);
	return close_app(state);
}

static bool app_has_focus(const struct app *a, const char *label)
{
	const struct spot *s = spot_find(app_frame(a), a->ui.focus);

	return s && strcmp(s->label, label) == 0;
}

static void tell_boards(void)
{
	step((struct event){.kind = EVENT_BOARDS, .boards = &boards});
}

static void type(const char *text)
{
	step((struct event){.kind = EVENT_TEXT, .text = text});
}

static void pad(enum pad button)
{
	step((struct event){.kind = EVENT_PAD, .index = (int)button});
	wait_ms(500);
}

static void tap(const char *label)
{
	float x, y;
	bool on_page;

	assert_true(app_find(app, label, &x, &y, &on_page));
	click_at(x, y, true);
	wait_ms(500);
}

/* Plays what was begun to its end. */
static void play_on(bool right)
{
	while (strcmp(app_frame(app)->screen, "results") != 0) {
		press(choice(right));
		wait_ms(900);
		step((struct event){.kind = EVENT_SAVED, .index = 1, .number = app->answers});
		assert_screen("reveal");
		key(KEY_ENTER);
		if (strcmp(app_frame(app)->screen, "results") != 0)
			wait_ms(500);
	}
}

static void play_a_game(bool right)
{
	key('1');
	wait_ms(500);
	press("Capitals");
	wait_ms(500);
	play_on(right);
	wait_ms(500);
}

/* As far as the results, with this place on the boards. */
static void get_to(int place)
{
	add_pack(PACK);
	open_remembering(options());
	play_a_game(true);
	fill(8, place);
	tell_boards();
	wait_ms(500);
}

static void boards_may_be_told_before_there_is_any_pack(void **state)
{
	(void)state;
	memset(&boards, 0, sizeof boards);
	open_remembering(options());
	tell_boards();
	assert_non_null(app_frame(app)->screen);
}

static void a_game_that_is_over_asks_for_its_board(void **state)
{
	const struct effect *e;

	(void)state;
	add_pack(PACK);
	open_remembering(options());
	key('1');
	wait_ms(500);
	press("Capitals");
	wait_ms(500);
	play_on(true);
	e = effect_of(EFFECT_BOARDS);
	assert_non_null(e);
	assert_string_equal(e->key.mode, "climb");
	assert_string_equal(e->key.packs, entries[0].pack->id);
	assert_int_equal(e->key.length, 2);
	assert_int_equal(e->value, 1);
}

static void a_place_is_told_and_leads_to_the_initials(void **state)
{
	(void)state;
	add_pack(PACK);
	open_remembering(options());
	play_a_game(true);
	assert_says_not("place");
	fill(8, 4);
	tell_boards();
	assert_true(heard(CUE_PLACED));
	assert_says("4th place ever");
	const struct spot *first = spot_find(app_frame(app), (struct action){VERB_SCORES, 0});
	assert_non_null(first); /* the button that stands out is the one with the focus */
	assert_true(first->flags & SPOT_MAIN);
	assert_true(app_has_focus(app, "Enter initials"));
	key(KEY_DOWN);
	key(KEY_UP);
	app_focus(app, (struct action){VERB_SCORES, 0});
	wait_ms(500);
	assert_says("Initials"); /* what Enter does there */
	key(KEY_ENTER);
	assert_screen("scores");
	assert_says("Enter your initials");
	assert_says("4th place ever");
}

static void the_shortest_span_is_told_where_no_longer_one_has_the_game(void **state)
{
	(void)state;
	add_pack(PACK);
	open_remembering(options());
	play_a_game(true);
	fill(8, 0);
	boards.span[SPAN_TODAY].place = 2;
	boards.span[SPAN_TODAY].row[1].mine = true;
	tell_boards();
	assert_says("2nd place today");
}

static void the_first_place_ever_is_a_new_best(void **state)
{
	(void)state;
	add_pack(PACK);
	open_remembering(options());
	play_a_game(true);
	fill(8, 1);
	tell_boards();
	assert_true(heard(CUE_BEST));
	assert_says("New best");
}

static void no_place_asks_for_no_name(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	get_to(0);
	assert_says_not("place");
	assert_false(app_find(app, "Enter initials", &x, &y, &on_page));
	assert_false(heard(CUE_PLACED));
}

static void without_points_there_is_no_place(void **state)
{
	(void)state;
	add_pack(PACK);
	open_remembering(options());
	play_a_game(false);
	fill(3, 1);
	tell_boards();
	assert_screen("results");
	assert_says_not("New best");
	assert_false(heard(CUE_BEST));
}

static void initials_are_typed_and_saved_with_enter(void **state)
{
	(void)state;
	get_to(4);
	key(KEY_ENTER);
	wait_ms(500);
	key('m'); /* a key's letter comes as text */
	type("m");
	type("ï");
	type(" ");
	type("n");
	type("x"); /* there is no room for it */
	assert_says("MÏN");
	key(KEY_BACKSPACE);
	assert_says("MÏ_");
	type("a");
	wait_ms(500);
	key(KEY_ENTER);
	assert_non_null(effect_of(EFFECT_NAME));
	assert_string_equal(effect_of(EFFECT_NAME)->text, "MÏA");
	assert_screen("scores");
	assert_says_not("Enter your initials");
	assert_says("MÏA");
	key(KEY_ESCAPE);
	assert_screen("results");
	assert_says("4th place ever");
	assert_false(frame_says(app_frame(app), "Enter initials"));
}

static void initials_by_a_controller_alone(void **state)
{
	(void)state;
	get_to(4);
	pad(PAD_A);
	assert_screen("scores");
	pad(PAD_A); /* A */
	pad(PAD_RIGHT);
	pad(PAD_A); /* B */
	pad(PAD_DOWN);
	pad(PAD_A); /* I, below B; then the focus is on Save */
	assert_says("ABI");
	assert_true(app_has_focus(app, "Save"));
	step((struct event){.kind = EVENT_PAD, .index = PAD_A});
	assert_non_null(effect_of(EFFECT_NAME));
	assert_string_equal(effect_of(EFFECT_NAME)->text, "ABI");
}

static void initials_by_touch_alone(void **state)
{
	(void)state;
	get_to(2);
	tap("Enter initials");
	tap("Z");
	tap("Z");
	tap("Delete");
	tap("-");
	assert_says("Z-_");
	float x, y;
	bool on_page;
	assert_true(app_find(app, "Save", &x, &y, &on_page));
	click_at(x, y, true);
	assert_non_null(effect_of(EFFECT_NAME));
	assert_string_equal(effect_of(EFFECT_NAME)->text, "Z-");
}

static void initials_by_arrows_and_enter_alone(void **state)
{
	(void)state;
	get_to(3);
	key(KEY_ENTER);
	wait_ms(500);
	for (int i = 0; i < 3; i++) {
		key(KEY_ENTER);
		wait_ms(500);
	}
	assert_says("AAA");
	key(KEY_ENTER);
	assert_non_null(effect_of(EFFECT_NAME));
	assert_string_equal(effect_of(EFFECT_NAME)->text, "AAA");
}

static void without_a_letter_nothing_is_saved(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	get_to(3);
	key(KEY_ENTER);
	assert_false(app_find(app, "Save", &x, &y, &on_page));
	key(KEY_ESCAPE); /* the place stays without a name, and the name can still be given */
	assert_screen("results");
	assert_says("Enter initials");
}

static void a_saved_name_is_offered_again_and_typed_over(void **state)
{
	(void)state;
	get_to(4);
	key(KEY_ENTER);
	type("ada");
	wait_ms(500);
	key(KEY_ENTER);
	key(KEY_ESCAPE);
	wait_ms(500);
	press("Climb again");
	wait_ms(500);
	play_on(true);
	tell_boards();
	key(KEY_ENTER);
	wait_ms(500);
	assert_says("ADA");
	assert_true(app_has_focus(app, "Save"));
	type("k");
	assert_says("K_");
	assert_says_not("ADAK");
}

static void the_letters_are_those_of_the_language(void **state)
{
	static const struct {
		const char *language, *first, *last;
	} all[] = {{"el", "Α", "Ω"}, {"ru-RU", "А", "Я"}, {"uk", "Ґ", "Ї"}, {"de", "A", "Z"}};

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
		struct app_options o = options();
		float x, y;
		bool on_page;

		snprintf(o.set.language, sizeof o.set.language, "%s", all[i].language);
		add_pack(PACK);
		open_remembering(o);
		play_a_game(true);
		fill(8, 4);
		tell_boards();
		key(KEY_ENTER);
		assert_true(app_find(app, all[i].first, &x, &y, &on_page));
		assert_true(app_find(app, all[i].last, &x, &y, &on_page));
		close_all(NULL);
	}
}

static void an_empty_board_says_what_to_do(void **state)
{
	(void)state;
	add_pack(PACK);
	open_remembering(options());
	press("High scores");
	assert_screen("scores");
	assert_non_null(effect_of(EFFECT_BOARDS));
	assert_string_equal(effect_of(EFFECT_BOARDS)->key.mode, ""); /* the one played last */
	memset(&boards, 0, sizeof boards);
	tell_boards();
	assert_says("No games yet");
	wait_ms(500);
	key(KEY_ENTER);
	assert_screen("question");
}

static void without_a_memory_the_page_says_why(void **state)
{
	(void)state;
	add_pack(PACK);
	open_app(options());
	step((struct event){.kind = EVENT_MEMORY, .text = "the disk is full"});
	press("High scores");
	assert_null(effect_of(EFFECT_BOARDS));
	assert_says("the disk is full");
	key(KEY_DOWN); /* to the one button there is */
	assert_true(app_has_focus(app, "Back"));
	key(KEY_ENTER);
	assert_screen("home");
	key('1');
	press("Capitals");
	play_on(true);
	assert_null(effect_of(EFFECT_BOARDS));
}

static void another_pack_mode_and_span_can_be_looked_at(void **state)
{
	const struct effect *e;

	(void)state;
	add_pack(PACK);
	add_pack(OTHER);
	open_remembering(options());
	press("High scores");
	fill(8, 0);
	boards.span[SPAN_TODAY].n = 0;
	tell_boards();
	assert_says("VIK");
	press("Next pack");
	e = effect_of(EFFECT_BOARDS);
	assert_non_null(e);
	assert_string_equal(e->key.packs, entries[1].pack->id);
	assert_int_equal(e->key.length, 1);
	fill(8, 0);
	boards.key = e->key;
	boards.span[SPAN_TODAY].n = 0;
	tell_boards();
	press("Next mode");
	e = effect_of(EFFECT_BOARDS);
	assert_non_null(e);
	assert_string_equal(e->key.mode, "one-take");
	assert_string_equal(e->key.packs, entries[1].pack->id);
	snprintf(boards.key.mode, sizeof boards.key.mode, "one-take");
	tell_boards();
	press("Today");
	assert_says("No games today");
}

static void boards_that_come_late_do_not_lead_back(void **state)
{
	const struct effect *e;

	(void)state;
	add_pack(PACK);
	add_pack(OTHER);
	open_remembering(options());
	press("High scores");
	fill(8, 0);
	tell_boards();
	press("Next pack");
	press("Next pack"); /* all packs together, before the other's came */
	e = effect_of(EFFECT_BOARDS);
	assert_non_null(e);
	struct board_key all = e->key;
	snprintf(boards.key.packs, sizeof boards.key.packs, "%s", entries[1].pack->id);
	boards.key.length = 1;
	tell_boards();
	assert_int_equal(app->scores.entry, -1);
	assert_false(app->scores.read);
	boards.key = all;
	tell_boards();
	assert_int_equal(app->scores.entry, -1);
	assert_true(app->scores.read);
}

static void modes_without_points_have_no_board(void **state)
{
	struct app_options o = options();

	(void)state;
	o.mode = game_mode("study");
	add_pack(PACK);
	open_remembering(o);
	key('3');
	assert_screen("modes");
	press("Study");
	press("Capitals");
	wait_ms(500);
	play_on(true);
	assert_null(effect_of(EFFECT_BOARDS));
	wait_ms(500);
	assert_says("2 of 2");
	assert_says_not("points");
}

static void mistakes_are_played_alone_until_they_are_put_right(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	add_pack(PACK);
	open_remembering(options());
	play_a_game(false);
	assert_says("Only my mistakes: 2");
	for (int round = 0; round < 2; round++) {
		key('m');
		wait_ms(500);
		assert_screen("question");
		assert_string_equal(app_game(app)->options.mode->id, "study");
		play_on(true);
		wait_ms(500);
		if (round == 0) /* they are of the game before */
			assert_says("All my mistakes: 2");
	}
	wait_ms(500);
	assert_says("No mistakes are left");
	assert_false(app_find(app, "Only my mistakes", &x, &y, &on_page));
	assert_false(app_find(app, "All my mistakes", &x, &y, &on_page));
	key(KEY_ENTER);
	assert_screen("home");
}

static void there_is_room_for_answers_before_a_game_begins(void **state)
{
	(void)state;
	add_pack(PACK);
	open_remembering(options());
	assert_true(past.room >= 2 * (past.n + DECK_ITEMS));
	struct known *places = past.places;
	play_a_game(false);
	assert_ptr_equal(past.places, places);
}

static void mistakes_are_not_begun_anew_when_none_is_left(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	add_pack(PACK);
	open_remembering(options());
	play_a_game(false);
	key('m');
	wait_ms(500);
	play_on(true);
	wait_ms(500);
	key('m');
	wait_ms(500);
	assert_screen("question");
	for (int i = 0; i < 2; i++) {
		key(KEY_ESCAPE);
		assert_screen("pause");
		assert_true(app_find(app, "Start anew", &x, &y, &on_page));
		press("Go on");
		press(choice(true));
		wait_ms(900);
		step((struct event){.kind = EVENT_SAVED, .index = 1, .number = app->answers});
		assert_screen("reveal");
		if (i == 0) {
			key(KEY_ENTER);
			wait_ms(500);
		}
	}
	key(KEY_ESCAPE);
	assert_screen("pause");
	assert_false(app_find(app, "Start anew", &x, &y, &on_page));
}

/* Every page of the boards, at every size: texts within their boxes, spots apart, focus reaches. */
static void boards_fit_everywhere(void **state)
{
	static const int shown[] = {0, 8, 10};

	(void)state;
	for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
		add_pack(PACK);
		add_pack(OTHER);
		open_remembering(options());
		press("High scores");
		fill(shown[i], 0);
		tell_boards();
		check_every_size();
		close_all(NULL);
	}
}

static void the_entry_and_the_results_that_lead_there_fit_everywhere(void **state)
{
	static const struct {
		int percent;
		const char *language;
	} all[] = {{100, ""}, {200, ""}, {150, "ru"}, {100, "ar"}};

	(void)state;
	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
		struct app_options o = options();

		o.set.text_percent = all[i].percent;
		snprintf(o.set.language, sizeof o.set.language, "%s", all[i].language);
		add_pack(PACK);
		open_remembering(o);
		play_a_game(true);
		fill(8, 4);
		tell_boards();
		check_every_size();
		press("Enter initials");
		type("wm");
		check_every_size();
		type("w");
		press("Save");
		check_every_size();
		close_all(NULL);
	}
}

#define scores_test(f) cmocka_unit_test_teardown(f, close_all)

int main(void)
{
	const struct CMUnitTest tests[] = {
		scores_test(boards_may_be_told_before_there_is_any_pack),
		scores_test(a_game_that_is_over_asks_for_its_board),
		scores_test(a_place_is_told_and_leads_to_the_initials),
		scores_test(the_shortest_span_is_told_where_no_longer_one_has_the_game),
		scores_test(the_first_place_ever_is_a_new_best),
		scores_test(no_place_asks_for_no_name),
		scores_test(without_points_there_is_no_place),
		scores_test(initials_are_typed_and_saved_with_enter),
		scores_test(initials_by_a_controller_alone),
		scores_test(initials_by_touch_alone),
		scores_test(initials_by_arrows_and_enter_alone),
		scores_test(without_a_letter_nothing_is_saved),
		scores_test(a_saved_name_is_offered_again_and_typed_over),
		scores_test(the_letters_are_those_of_the_language),
		scores_test(an_empty_board_says_what_to_do),
		scores_test(without_a_memory_the_page_says_why),
		scores_test(another_pack_mode_and_span_can_be_looked_at),
		scores_test(boards_that_come_late_do_not_lead_back),
		scores_test(modes_without_points_have_no_board),
		scores_test(mistakes_are_played_alone_until_they_are_put_right),
		scores_test(there_is_room_for_answers_before_a_game_begins),
		scores_test(mistakes_are_not_begun_anew_when_none_is_left),
		scores_test(boards_fit_everywhere),
		scores_test(the_entry_and_the_results_that_lead_there_fit_everywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
