/* Questions and choices with pictures: what is asked for, what is shown, and enlarging it. */
#include <math.h>

#include "stage.h"

#define STAIR                                                                                      \
	"[question]\nask = First?\nimage = stair.jpg\nalt = A stair.\ncredit = By us\n"            \
	"right = One\nwrong = Two\n"
#define SHAPES                                                                                     \
	"[question]\nask = Second?\n"                                                              \
	"right =\nchoice-image = ring.png\nchoice-alt = A ring\n"                                  \
	"wrong =\nchoice-image = bar.png\nchoice-alt = A bar\n"                                    \
	"wrong = Words\n"

static void play_moving(const char *questions, enum motion motion)
{
	struct app_options o = options();
	char ini[8192];

	snprintf(ini, sizeof ini, "title = Pictures\norder = file\n%s", questions);
	stage_folder = TESTS "/pictures";
	add_pack(ini);
	assert_int_equal(entries[0].diag.n, 0);
	o.straight = true;
	o.set.motion = motion;
	open_app(o);
	assert_screen("question");
}

static void play(const char *questions)
{
	play_moving(questions, MOTION_NONE);
}

/* How many pictures of that name the frame has, and how many the last step asked for. */
static int shown(const char *path)
{
	const struct frame *f = app_frame(app);
	int n = 0;

	for (int i = 0; i < f->nitems; i++)
		n += f->items[i].kind == ITEM_PICTURE && strcmp(f->items[i].path, path) == 0;
	return n;
}

static int asked_for(const char *path)
{
	const struct effect *e;
	int n = 0;

	for (int left = app_effects(app, &e); left > 0; left--, e++)
		n += e->kind == EFFECT_PICTURE && strcmp(e->text, path) == 0 &&
		     strcmp(e->folder, TESTS "/pictures") == 0;
	return n;
}

static struct rect picture(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_PICTURE)
			return f->items[i].box;
	fail_msg("there is no picture");
	return (struct rect){0};
}

static void answer_picture(const char *path, int index)
{
	step((struct event){
		.kind = EVENT_PICTURE, .folder = TESTS "/pictures", .text = path, .index = index});
}

static void the_first_frame_asks_for_its_pictures_and_for_the_next(void **state)
{
	(void)state;
	play(STAIR SHAPES);
	assert_int_equal(asked_for("stair.jpg"), 1);
	assert_int_equal(asked_for("ring.png"), 1);
	assert_int_equal(asked_for("bar.png"), 1);
	assert_int_equal(shown("stair.jpg"), 1);
	wait_ms(10);
	assert_int_equal(asked_for("stair.jpg"), 0);
}

static void another_size_asks_again(void **state)
{
	(void)state;
	play(STAIR SHAPES);
	resize(1920, 1080);
	assert_int_equal(asked_for("stair.jpg"), 1);
	assert_int_equal(asked_for("bar.png"), 1);
}

static void a_picture_that_came_in_is_painted_again(void **state)
{
	(void)state;
	play(STAIR);
	static struct frame before;
	before = *app_frame(app);
	answer_picture("stair.jpg", 1);
	const struct frame *f = app_frame(app);
	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_PICTURE)
			assert_false(frame_same(f, &f->items[i], &before, &before.items[i]));
}

/* Whether a letter, an icon or a word lies on a picture that can be chosen. */
static bool is_covered(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		for (int k = 0; k < f->nitems && f->items[i].kind == ITEM_PICTURE; k++) {
			const struct rect *p = &f->items[i].box, *r = &f->items[k].box;
			bool apart = r->x >= p->x + p->w || r->x + r->w <= p->x ||
				     r->y >= p->y + p->h || r->y + r->h <= p->y;
			if (!apart &&
			    (f->items[k].kind == ITEM_TEXT || f->items[k].kind == ITEM_ICON))
				return true;
		}
	return false;
}

static void pictures_of_one_row_are_alike_and_nothing_lies_on_them(void **state)
{
	(void)state;
	play("[question]\nask = Which?\n"
	     "right = A ring\nchoice-image = ring.png\nwrong =\nchoice-image = bar.png\n"
	     "choice-alt = A bar\nwrong = One with so many words that they need a line or two\n"
	     "choice-image = square.png\n");
	for (int reveal = 0; reveal < 2; reveal++) {
		const struct frame *f = app_frame(app);
		struct rect first = picture();
		int n = 0;
		for (int i = 0; i < f->nitems; i++) {
			if (f->items[i].kind != ITEM_PICTURE)
				continue;
			n++;
			assert_true(f->items[i].box.y == first.y && f->items[i].box.h == first.h);
			assert_int_equal(f->items[i].fill >> 24, 0xFF); /* its own colours */
		}
		assert_int_equal(n, 3);
		assert_false(is_covered());
		if (reveal)
			break;
		press("A bar");
		assert_false(is_covered()); /* locked in */
		wait_ms(900);
		assert_screen("reveal");
		assert_says("Your answer");
	}
}

static void the_box_beside_a_question_is_as_high_as_its_picture(void **state)
{
	(void)state;
	play(STAIR);
	struct rect tall = picture();
	step((struct event){.kind = EVENT_PICTURE,
			    .folder = TESTS "/pictures",
			    .text = "stair.jpg",
			    .index = 1,
			    .x = 300,
			    .y = 200});
	struct rect r = picture();
	assert_true(r.x == tall.x && r.w == tall.w);
	assert_true(fabsf(r.h - r.w * 2 / 3) <= 1);
	assert_true(fabsf(r.y + r.h / 2 - tall.y - tall.h / 2) <= 1);
	answer(true);
	r = picture();
	assert_true(r.h <= r.w * 2 / 3 + 1);
}

static void a_picture_stands_beside_its_question_or_above_it(void **state)
{
	(void)state;
	play(STAIR);
	float high = 7.2f; /* px of a u */
	assert_true(picture().w > 60 * high && picture().w < 66 * high);
	assert_true(picture().h > 66 * high && picture().h < 71 * high);
	resize(1080, 1920);
	assert_true(picture().w > 900 && picture().h <= 389);
}

static void a_long_question_takes_the_pictures_room(void **state)
{
	(void)state;
	char ini[800] = "[question]\nimage = stair.jpg\nright = One\nwrong = Two\nwrong = Three\n"
			"wrong = Four\nask =";

	for (int i = 0; i < 36; i++)
		strcat(ini, " question");
	play(ini);
	assert_true(picture().w < 60 * 7.2f && picture().w >= 25 * 7.2f);
}

static void a_picture_gives_way_before_a_word_is_broken(void **state)
{
	(void)state;
	play("[question]\nask = You look straight up from the ground floor. How many turns of "
	     "handrail can you see?\n"
	     "image = stair.jpg\nright = Four\nwrong = Five\nwrong = Thirteen\nwrong = Seven\n");
	resize(320, 240);
	const struct frame *f = app_frame(app);
	int whole = 0;
	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].s && strcmp(f->items[i].s, "Thirteen") == 0)
			whole += f->items[i].nlines == 1;
	assert_int_equal(whole, 1);
	assert_int_equal(f->scroll_height, 0);
}

static void z_enlarges_and_z_or_escape_goes_back(void **state)
{
	(void)state;
	play(STAIR);
	float small = picture().w;
	int keys[] = {'z', KEY_ESCAPE};
	for (int i = 0; i < 2; i++) {
		key('z');
		assert_screen("question");
		assert_true(picture().w > 1.5f * small);
		assert_says("A stair.\nBy us");
		assert_says_not("First?");
		key(keys[i]);
		assert_says("First?");
		assert_true(picture().w == small);
	}
}

static void an_enlarged_picture_comes_in_as_a_screen_does(void **state)
{
	(void)state;
	play_moving(STAIR, MOTION_FULL);
	wait_ms(2000);
	key('z');
	float low = picture().y;
	assert_int_equal(app_frame(app)->wake, now_ms + 16);
	wait_ms(110);
	assert_true(picture().y < low);
	wait_ms(110);
	assert_true(picture().y < low);
	assert_true(app_frame(app)->wake < 0 || app_frame(app)->wake > now_ms + 16);
}

static void the_clock_runs_while_a_picture_is_enlarged(void **state)
{
	(void)state;
	play("[question]\nask = First?\ntime = 20\nimage = stair.jpg\nright = One\nwrong = Two\n");
	key('z');
	wait_ms(5000);
	assert_says("15");
	key('1'); /* chooses nothing */
	wait_ms(14999);
	assert_screen("question");
	wait_ms(1);
	assert_screen("reveal");
	assert_says("First?");
}

static void a_button_and_a_tap_enlarge_and_a_tap_goes_back(void **state)
{
	(void)state;
	play(STAIR);
	press("Zoom");
	assert_says("Close");
	press("Close");
	assert_says("First?");
	struct rect r = picture();
	click_at(r.x + r.w / 2, r.y + r.h / 2, true);
	assert_says("Close");
	wait_ms(1000);
	r = picture();
	click_at(r.x + r.w / 2, r.y + r.h / 2, true);
	assert_says("First?");
}

static void z_enlarges_the_choice_with_the_focus_and_gives_it_back(void **state)
{
	(void)state;
	play(SHAPES);
	bool ring = app_game(app)->asked[0].shown[1] == 0;
	int words = 0;
	while (app_game(app)->asked[0].shown[words] != 2)
		words++;
	key('1' + (words == 1 ? 0 : 1));
	ring = app_game(app)->asked[0].shown[words == 1 ? 0 : 1] == 0;
	key('z');
	assert_int_equal(shown(ring ? "ring.png" : "bar.png"), 1);
	assert_int_equal(shown(ring ? "bar.png" : "ring.png"), 0);
	assert_says(ring ? "A ring" : "A bar");
	key('z');
	assert_int_equal(shown("ring.png"), 1);
	key(KEY_ENTER); /* the focus is where it was: this locks in */
	assert_says("Locked in");
}

static void a_card_that_is_a_picture_is_chosen_by_its_words(void **state)
{
	(void)state;
	play(SHAPES);
	press("A ring");
	assert_says("Locked in");
	wait_ms(900);
	assert_screen("reveal");
	assert_int_equal(app_game(app)->players[0].right, 1);
	assert_int_equal(shown("ring.png"), 1);
	press("Zoom A bar");
	assert_int_equal(shown("ring.png"), 0);
	assert_int_equal(shown("bar.png"), 1);
	key(KEY_ESCAPE);
	assert_screen("reveal");
}

static void the_reveal_shows_the_picture_smaller_and_whose_it_is(void **state)
{
	(void)state;
	play(STAIR);
	float before = picture().w;
	answer(true);
	assert_true(picture().w < before);
	assert_says("By us");
}

static void the_review_asks_for_the_pictures_of_its_question(void **state)
{
	(void)state;
	play(STAIR SHAPES);
	answer(true);
	key(KEY_ENTER);
	press("A ring");
	wait_ms(900);
	key(KEY_ENTER);
	assert_screen("results");
	press("First?");
	assert_screen("reveal");
	assert_int_equal(asked_for("stair.jpg"), 1);
	assert_int_equal(shown("stair.jpg"), 1);
	assert_int_equal(shown("ring.png"), 0);
}

static void words_stand_for_what_cannot_be_shown(void **state)
{
	(void)state;
	play(STAIR SHAPES);
	assert_int_equal(shown("stair.jpg"), 1);
	answer_picture("stair.jpg", 0);
	assert_int_equal(shown("stair.jpg"), 0);
	assert_says("A stair.");
	answer_picture("ring.png", 0);
	answer(true);
	key(KEY_ENTER);
	assert_int_equal(shown("ring.png"), 0);
	assert_int_equal(shown("bar.png"), 1);
	assert_says("A ring");
	press("A ring");
	assert_says("Locked in");
}

static void a_picture_that_breaks_while_it_is_enlarged_can_be_closed(void **state)
{
	(void)state;
	play(SHAPES);
	press("Zoom A ring");
	answer_picture("ring.png", 0);
	assert_says("A ring");
	press("Close");
	assert_says("Second?");
}

static void a_picture_without_words_says_that_it_cannot_be_shown(void **state)
{
	(void)state;
	play("[question]\nask = First?\nimage = stair.jpg\nright = One\nwrong = Two\n");
	answer_picture("stair.jpg", 0);
	assert_says("This picture can’t be shown");
}

static void the_next_game_tries_a_broken_picture_again(void **state)
{
	(void)state;
	play(STAIR);
	answer_picture("stair.jpg", 0);
	answer(true);
	key(KEY_ENTER);
	assert_screen("results");
	key(KEY_ENTER);
	assert_screen("question");
	assert_int_equal(asked_for("stair.jpg"), 1);
	assert_int_equal(shown("stair.jpg"), 1);
}

static void the_settings_over_an_enlarged_picture_lead_back_to_the_page(void **state)
{
	static char ini[4096];

	(void)state;
	snprintf(ini, sizeof ini, "[question]\nask = First?\nimage = stair.jpg\nalt = ");
	for (int i = 0; i < 150; i++)
		strcat(ini, "stair ");
	strcat(ini, "\nright = One\nwrong = Two\nwhy = ");
	for (int i = 0; i < 150; i++)
		strcat(ini, "because ");
	strcat(ini, "\n");
	play(ini);
	resize(320, 240);
	answer(true);
	key(KEY_HOME);
	assert_float_equal(app_frame(app)->scroll_at, 0, 0);
	key('z');
	key(KEY_END);
	assert_true(app_frame(app)->scroll_at > 0);
	key(KEY_F1);
	assert_screen("settings");
	key(KEY_F1);
	assert_screen("reveal");
	assert_true(app_frame(app)->scroll_at > 0); /* as it was left */
	key('z');
	assert_float_equal(app_frame(app)->scroll_at, 0, 0);
}

static void what_is_out_of_sight_or_broken_is_not_asked_for(void **state)
{
	(void)state;
	play(STAIR);
	resize(800, 600);
	assert_int_equal(asked_for("stair.jpg"), 1);
	key(KEY_F1);
	resize(1280, 720); /* it is come back to */
	assert_int_equal(asked_for("stair.jpg"), 1);
	key(KEY_F1);
	step((struct event){
		.kind = EVENT_PICTURE, .folder = TESTS "/pictures", .text = "stair.jpg"});
	resize(800, 600);
	assert_int_equal(asked_for("stair.jpg"), 0);
	close_app(NULL);
	play(STAIR);
	answer(true);
	key(KEY_ENTER);
	assert_screen("results");
	resize(800, 600);
	assert_int_equal(asked_for("stair.jpg"), 0);
}

#define app_test(f) cmocka_unit_test_teardown(f, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		app_test(the_first_frame_asks_for_its_pictures_and_for_the_next),
		app_test(another_size_asks_again),
		app_test(the_settings_over_an_enlarged_picture_lead_back_to_the_page),
		app_test(what_is_out_of_sight_or_broken_is_not_asked_for),
		app_test(a_picture_that_came_in_is_painted_again),
		app_test(pictures_of_one_row_are_alike_and_nothing_lies_on_them),
		app_test(the_box_beside_a_question_is_as_high_as_its_picture),
		app_test(a_picture_stands_beside_its_question_or_above_it),
		app_test(a_long_question_takes_the_pictures_room),
		app_test(a_picture_gives_way_before_a_word_is_broken),
		app_test(z_enlarges_and_z_or_escape_goes_back),
		app_test(an_enlarged_picture_comes_in_as_a_screen_does),
		app_test(the_clock_runs_while_a_picture_is_enlarged),
		app_test(a_button_and_a_tap_enlarge_and_a_tap_goes_back),
		app_test(z_enlarges_the_choice_with_the_focus_and_gives_it_back),
		app_test(a_card_that_is_a_picture_is_chosen_by_its_words),
		app_test(the_reveal_shows_the_picture_smaller_and_whose_it_is),
		app_test(the_review_asks_for_the_pictures_of_its_question),
		app_test(words_stand_for_what_cannot_be_shown),
		app_test(a_picture_that_breaks_while_it_is_enlarged_can_be_closed),
		app_test(a_picture_without_words_says_that_it_cannot_be_shown),
		app_test(the_next_game_tries_a_broken_picture_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
