/* What staff find behind the PIN, and what they do there. */
#include <math.h>

#include "checks.h"
#include "stage.h"

#include "screens.h"

static struct kiosk kiosk;

static const char GOOD[] = "title = Bees\n[question]\nask = One?\nright = R\nwrong = W\n";
static const char BAD[] = "title = Wasps\n[question]\nask = One?\nwrong = W\n";

static void open_kiosk_with(bool packs)
{
	struct app_options o = options();

	kiosk = kiosk_default();
	snprintf(kiosk.pin, sizeof kiosk.pin, "$7$");
	snprintf(kiosk.file, sizeof kiosk.file, "/etc/k.ini");
	o.kiosk = &kiosk;
	o.state = (struct kiosk_state){.volume = -1, .watched = true};
	o.remembers = true;
	if (packs) {
		add_pack(GOOD);
		add_pack(BAD);
	} else {
		library = (struct library){0};
	}
	open_app(o);
}

static void open_kiosk(void)
{
	open_kiosk_with(true);
}

static void chord(void)
{
	step((struct event){.kind = EVENT_KEY, .key = 'o', .mods = MOD_CTRL | MOD_ALT});
}

static void answer_pin(bool right, int pause_s)
{
	step((struct event){
		.kind = EVENT_PIN, .index = right, .number = pause_s, .asked = app->staff.asked});
}

static void open_operator(void)
{
	open_kiosk();
	chord();
	assert_screen("pin");
	answer_pin(false, 0);
	for (const char *s = "2468"; *s; s++)
		press((char[]){*s, '\0'});
	press("Enter");
	const struct effect *e = effect_of(EFFECT_PIN);
	assert_non_null(e);
	assert_string_equal(e->text, "2468");
	answer_pin(true, 0);
	assert_screen("operator");
}

static void what_is_typed_is_counted_and_not_shown(void **state)
{
	(void)state;
	open_kiosk();
	chord();
	const struct effect *e = effect_of(EFFECT_PIN);
	assert_non_null(e);
	assert_string_equal(e->text, "");
	for (int i = 1; i <= 14; i++) {
		press("7");
		char says[32];
		snprintf(says, sizeof says, "%d digit%s entered", i < 12 ? i : 12,
			 i > 1 ? "s" : "");
		assert_says(says);
	}
	press("Delete");
	assert_says("11 digits entered");
}

static void too_few_digits_are_no_try(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	open_kiosk();
	chord();
	press("1");
	press("2");
	press("3");
	press("Enter");
	assert_null(effect_of(EFFECT_PIN));
	press("4");
	press("Enter");
	assert_non_null(effect_of(EFFECT_PIN));
	assert_false(app_find(app, "5", &x, &y, &on_page)); /* it is being tried */
	answer_pin(false, 0);
	assert_says("That is not the PIN");
	assert_says_not("digits entered");
	press("5");
	assert_says("1 digit entered");
}

static int try_one(void)
{
	for (const char *s = "2468"; *s; s++)
		press((char[]){*s, '\0'});
	press("Enter");
	const struct effect *e = effect_of(EFFECT_PIN);
	assert_non_null(e);
	return e->value;
}

/* Staff who type their PIN and leave before anything is said to it. */
static int try_and_leave(void)
{
	open_kiosk();
	chord();
	answer_pin(false, 0);
	int tried = try_one();
	press("Cancel");
	assert_screen("attract");
	return tried;
}

static void an_answer_that_comes_too_late_opens_nothing(void **state)
{
	(void)state;
	int tried = try_and_leave();
	chord();
	assert_screen("pin");
	press("1");
	step((struct event){.kind = EVENT_PIN, .index = 1, .asked = tried});
	assert_screen("pin");
	assert_says("1 digit entered");
	press("Delete");
	assert_int_not_equal(try_one(), tried);
	step((struct event){.kind = EVENT_PIN, .index = 1, .asked = tried});
	assert_screen("pin");
	answer_pin(true, 0);
	assert_screen("operator");
}

/* The disk hangs while the right PIN is looked at, and wakes for the next visitor. */
static void the_answer_to_staff_is_none_to_the_next_visitor(void **state)
{
	(void)state;
	int tried = try_and_leave();
	app_home(app);
	assert_screen("attract");
	for (int i = 0; i < 4; i++) {
		chord();
		assert_int_not_equal(try_one(), tried);
		step((struct event){.kind = EVENT_PIN, .index = 1, .asked = tried});
		assert_screen("pin");
		press("Cancel");
	}
}

static void a_try_that_takes_long_is_waited_for(void **state)
{
	(void)state;
	open_kiosk();
	chord();
	try_one();
	wait_ms(30000);
	assert_screen("pin");
	answer_pin(false, 0);
	wait_ms(19000);
	assert_screen("pin");
	wait_ms(2000);
	assert_screen("attract");
}

/* Whoever types fast is ahead of the first answer, which is about the lock alone. */
static void what_is_typed_meanwhile_stays(void **state)
{
	(void)state;
	open_kiosk();
	chord();
	int first = app->staff.asked;
	press("2");
	press("4");
	answer_pin(false, 0);
	assert_says("2 digits entered");
	press("Delete");
	press("Delete");
	try_one();
	step((struct event){.kind = EVENT_PIN, .asked = first});
	assert_says_not("That is not the PIN");
	assert_says("One moment");
	answer_pin(true, 0);
	assert_screen("operator");
}

static void a_locked_pad_takes_nothing_and_says_how_long(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	open_kiosk();
	chord();
	answer_pin(false, 300);
	assert_says("locked for 5:00");
	assert_false(app_find(app, "1", &x, &y, &on_page));
	wait_ms(10000);
	assert_says("locked for 4:50");
	press("Cancel");
	assert_screen("attract");
}

static void health_is_asked_for_and_shown_with_what_to_do(void **state)
{
	struct health h = {.plays_today = 12, .finished_today = 9};

	(void)state;
	open_operator();
	assert_non_null(effect_of(EFFECT_HEALTH));
	health_add(&h, HEALTH_BAD, "Disk", "Delete something", "%d MB free", 12);
	health_add(&h, HEALTH_GOOD, "Fonts", "", "all there");
	step((struct event){.kind = EVENT_HEALTH, .health = &h});
	assert_says("Disk: 12 MB free");
	assert_says("Delete something");
	assert_says("1 of 2 need somebody");
	assert_says("12 begun, 9 finished");
}

static void packs_that_need_somebody_stand_first_and_lead_to_the_packs(void **state)
{
	struct health h = {0};
	float x, y, low;
	bool on_page;

	(void)state;
	open_operator();
	health_add(&h, HEALTH_GOOD, "Fonts", "", "all there");
	health_add(&h, HEALTH_GOOD, "Packs", "", "2 can be played");
	step((struct event){.kind = EVENT_HEALTH, .health = &h});
	assert_false(app_find(app, "See them", &x, &y, &on_page));
	h.line[1].level = HEALTH_BAD;
	step((struct event){.kind = EVENT_HEALTH, .health = &h});
	assert_true(app_find(app, "See them", &x, &y, &on_page));
	assert_true(app_find(app, "Fonts: all there", &x, &low, &on_page));
	assert_true(y < low);
	press("See them");
	assert_says("pack-2.ini can’t be played");
}

static void it_says_where_the_rest_is_changed(void **state)
{
	(void)state;
	open_operator();
	assert_says("Hours, modes, questions and the PIN");
	assert_says("/etc/k.ini");
	press("Leave");
	assert_says("as its file says by then");
}

/* Nothing starts it again where no service does. */
static void it_promises_no_more_than_there_is(void **state)
{
	(void)state;
	open_operator();
	app->o.state.watched = false;
	press("Leave");
	assert_says_not("It is back");
	assert_says_not("systemctl");
}

static void a_pack_says_what_is_wrong_with_it(void **state)
{
	(void)state;
	open_operator();
	press("Packs");
	assert_says("Bees");
	assert_says("pack-2.ini can’t be played");
	assert_says_not("pack-2.ini:");
	press("pack-2.ini can’t be played");
	assert_says("This question has no right answer.");
	press("pack-2.ini can’t be played");
	assert_says_not("This question has no right answer.");
}

static void what_ends_or_empties_asks_once(void **state)
{
	(void)state;
	open_operator();
	press("Boards");
	press("Begin anew");
	assert_null(effect_of(EFFECT_OPERATE));
	press("Press again"); /* a double tap is one */
	assert_null(effect_of(EFFECT_OPERATE));
	wait_ms(500);
	press("Press again");
	const struct effect *e = effect_of(EFFECT_OPERATE);
	assert_non_null(e);
	assert_int_equal(e->index, OPERATE_RESET);
	step((struct event){.kind = EVENT_OPERATED,
			    .index = 0,
			    .number = OPERATE_RESET,
			    .text = "the disk is full"});
	assert_says("the disk is full");
	press("Leave");
	press("Restart");
	wait_ms(STAFF_SURE_MS);
	assert_says_not("Press again");
	press("Restart");
	wait_ms(500);
	float x, y;
	bool on_page;
	assert_true(app_find(app, "Press again", &x, &y, &on_page));
	step((struct event){.kind = EVENT_DOWN, .x = x, .y = y, .held = true});
	assert_false(step((struct event){.kind = EVENT_UP, .x = x, .y = y}));
	e = effect_of(EFFECT_OPERATE);
	assert_non_null(e);
	assert_int_equal(e->index, OPERATE_RESTART);
}

static void the_volume_is_kept_at_once(void **state)
{
	(void)state;
	open_operator();
	press("Sound");
	assert_says("80%");
	press("Volume: less");
	const struct effect *e = effect_of(EFFECT_OPERATE);
	assert_int_equal(e->index, OPERATE_VOLUME);
	assert_int_equal(e->value, 70);
	assert_says("70%");
	step((struct event){.kind = EVENT_OPERATED, .index = 1, .number = OPERATE_VOLUME});
	press("Go by the file");
	e = effect_of(EFFECT_OPERATE);
	assert_int_equal(e->value, -1);
	assert_says("80%");
}

/* 1280 x 720 with 4 px to a millimetre: u is 7.2 px. */
static void letters_are_measured_and_small_ones_warned_of(void **state)
{
	struct health h = {.px_per_mm = 4};

	(void)state;
	open_operator();
	step((struct event){.kind = EVENT_HEALTH, .health = &h});
	press("Display");
	step((struct event){.kind = EVENT_HEALTH, .health = &h});
	assert_says("320 × 180 mm");
	assert_says("A capital H of a question is 8.7 mm high, of the smallest words 3.5 mm");
	assert_says("at least 6.1 mm");
	assert_says("text-size = 180");
	h.px_per_mm = 2;
	step((struct event){.kind = EVENT_HEALTH, .health = &h});
	assert_says_not("at least 6.1 mm");
}

static void a_card_measures_the_display(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	open_operator();
	press("Display");
	assert_true(app_find(app, "The card’s edge", &x, &y, &on_page));
	const struct frame *f = app_frame(app);
	float left = 0;
	for (int i = 0; i < f->nspots; i++)
		if (strcmp(f->spots[i].label, "The card’s edge") == 0)
			left = f->spots[i].box.x;
	click_at(left + 428, y, true);
	press("Wider");
	press("Narrower");
	press("Keep this");
	const struct effect *e = effect_of(EFFECT_OPERATE);
	assert_non_null(e);
	assert_int_equal(e->index, OPERATE_CALIBRATE);
	assert_int_equal(e->value, 5000);
	assert_says("measured with a card");
}

static void without_any_pack_there_is_a_page_too(void **state)
{
	struct boards none = {0};

	(void)state;
	open_kiosk_with(false);
	step((struct event){.kind = EVENT_BOARDS, .boards = &none});
	chord();
	try_one();
	answer_pin(true, 0);
	press("Packs");
	assert_says("There are no packs.");
	press("Boards");
	step((struct event){.kind = EVENT_BOARDS, .boards = &none});
	press("Next pack");
	press("Next mode");
	assert_says("All packs");
}

static void the_only_mode_may_have_no_board(void **state)
{
	struct app_options o = options();

	(void)state;
	kiosk = kiosk_default();
	snprintf(kiosk.pin, sizeof kiosk.pin, "$7$");
	kiosk.modes = 1u << (game_mode("study") - game_modes);
	o.kiosk = &kiosk;
	o.state.volume = -1;
	o.remembers = true;
	add_pack(GOOD);
	open_app(o);
	chord();
	try_one();
	answer_pin(true, 0);
	press("Boards");
	press("Next mode");
	assert_screen("operator");
}

static void it_closes_by_itself(void **state)
{
	(void)state;
	open_operator();
	wait_ms(STAFF_CLOSES_MS - 1000);
	assert_screen("operator");
	press("Packs");
	wait_ms(STAFF_CLOSES_MS - 1000);
	assert_screen("operator");
	wait_ms(1000);
	assert_screen("attract");
}

/* Keys are let through one by one, as at a kiosk: so it is scrolled by hand. */
static void check_page(void)
{
	const struct frame *f = app_frame(app);

	for (float at = 0;; at += f->scroll.h * .9f) {
		app->ui.scroll_at = at;
		wait_ms(0);
		check_texts(f);
		check_spots(f);
		if (at >= f->scroll_height - f->scroll.h)
			break;
	}
	app->ui.scroll_at = 0;
}

static void everything_lies_in_every_window(void **state)
{
	static const int sizes[][2] = {{320, 240},   {640, 360},   {360, 640},   {1280, 720},
				       {1920, 1080}, {1080, 1920}, {1200, 1200}, {3840, 2160}};
	static const char *const names[] = {"Health", "Packs",  "Stick",   "Sound",
					    "Boards", "Report", "Display", "Leave"};

	(void)state;
	open_operator();
	for (size_t s = 0; s < sizeof names / sizeof names[0]; s++) {
		resize(1920, 1080);
		press(names[s]);
		for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
			resize(sizes[i][0], sizes[i][1]);
			check_page();
		}
	}
}

static struct rect box_of(const char *label)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nspots; i++)
		if (strcmp(f->spots[i].label, label) == 0)
			return f->spots[i].box;
	fail_msg("there is no %s", label);
	return (struct rect){0};
}

static void large_letters_leave_a_section_at_its_top_and_none_alone(void **state)
{
	(void)state;
	open_operator();
	resize(1920, 1080);
	app->set.text_percent = 200;
	press("Stick");
	assert_true(app->ui.scroll_at == 0);
	assert_true(box_of("Leave").y > box_of("Health").y);
	assert_true(box_of("Leave").y == box_of("Boards").y);
}

static void cards_end_where_the_way_back_does(void **state)
{
	(void)state;
	open_operator();
	resize(1920, 1080);
	press("Report");
	struct rect back = box_of("Back to the game");
	const struct frame *f = app_frame(app);
	assert_true(f->scroll.x + f->scroll.w == back.x + back.w);
	assert_true(f->scroll_height <= f->scroll.h);
}

static void on_a_high_window_the_digits_begin_where_the_words_do(void **state)
{
	(void)state;
	open_kiosk();
	chord();
	answer_pin(false, 0);
	resize(1080, 1920);
	struct rect one = box_of("1"), three = box_of("3"), cancel = box_of("Cancel");
	assert_true(one.x == cancel.x);
	assert_true(fabsf(three.x + three.w - cancel.x - cancel.w) < 3);
}

int main(void)
{
#define T(name) cmocka_unit_test_teardown(name, close_app)
	const struct CMUnitTest tests[] = {
		T(what_is_typed_is_counted_and_not_shown),
		T(too_few_digits_are_no_try),
		T(an_answer_that_comes_too_late_opens_nothing),
		T(the_answer_to_staff_is_none_to_the_next_visitor),
		T(a_try_that_takes_long_is_waited_for),
		T(what_is_typed_meanwhile_stays),
		T(a_locked_pad_takes_nothing_and_says_how_long),
		T(health_is_asked_for_and_shown_with_what_to_do),
		T(packs_that_need_somebody_stand_first_and_lead_to_the_packs),
		T(it_says_where_the_rest_is_changed),
		T(it_promises_no_more_than_there_is),
		T(a_pack_says_what_is_wrong_with_it),
		T(what_ends_or_empties_asks_once),
		T(the_volume_is_kept_at_once),
		T(letters_are_measured_and_small_ones_warned_of),
		T(a_card_measures_the_display),
		T(without_any_pack_there_is_a_page_too),
		T(the_only_mode_may_have_no_board),
		T(it_closes_by_itself),
		T(large_letters_leave_a_section_at_its_top_and_none_alone),
		T(cards_end_where_the_way_back_does),
		T(on_a_high_window_the_digits_begin_where_the_words_do),
		T(everything_lies_in_every_window),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
