/* What a visitor of a kiosk can set, and that nothing of it is left for the next. */
#include "access.h"
#include "checks.h"

#include <math.h>

static struct kiosk kiosk;

static const char *const PACK =
	"title = Two\nlanguage = en\n"
	"[question]\nask = Yes?\nask.de = Ja?\nask.fr = Oui ?\nright = Yes\nwrong = No\n"
	"[question]\nask = And now?\nright = Yes\nwrong = No\n";

static struct app_options kiosk_options(void)
{
	struct app_options o = options();

	kiosk = kiosk_default();
	o.kiosk = &kiosk;
	o.set.motion = MOTION_NONE;
	return o;
}

static void open_kiosk(void)
{
	add_pack(PACK);
	open_app(kiosk_options());
}

static void act(int what)
{
	assert_true(access_act(app, (struct action){VERB_ACCESS, what}));
	wait_ms(0);
}

static void letters_grow_in_steps_and_begin_anew(void **state)
{
	static const int steps[] = {115, 130, 150, 200, 100};

	(void)state;
	open_kiosk();
	for (int i = 0; i < 5; i++) {
		act(ACCESS_TEXT);
		assert_int_equal(app_settings(app)->text_percent, steps[i]);
	}
}

static void contrast_goes_on_and_back_to_the_theme_of_the_kiosk(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = kiosk_options();
	strcpy(o.set.theme, "paper");
	open_app(o);
	act(ACCESS_CONTRAST);
	assert_string_equal(app_frame(app)->theme->id, "hc");
	act(ACCESS_CONTRAST);
	assert_string_equal(app_frame(app)->theme->id, "paper");
}

static void a_kiosk_of_high_contrast_can_do_with_less(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = kiosk_options();
	strcpy(o.set.theme, "hc");
	open_app(o);
	act(ACCESS_CONTRAST);
	assert_string_equal(app_frame(app)->theme->id, "dark");
	act(ACCESS_CONTRAST);
	assert_string_equal(app_frame(app)->theme->id, "hc");
}

static void languages_are_as_written_and_those_of_the_packs(void **state)
{
	(void)state;
	open_kiosk();
	assert_int_equal(access_tongues(app), 3);
	assert_string_equal(access_tongue(app, &app->ui, 0).label, "English");
	assert_string_equal(access_tongue(app, &app->ui, 1).label, "Deutsch");
	act(ACCESS_LANGUAGE);
	assert_string_equal(app_settings(app)->language, "de");
	act(ACCESS_LANGUAGE);
	act(ACCESS_LANGUAGE);
	assert_string_equal(app_settings(app)->language, "");
}

static void languages_are_those_of_the_file_where_it_names_any(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = kiosk_options();
	kiosk.nlanguages = 1;
	strcpy(kiosk.languages[0], "fr");
	open_app(o);
	assert_false(access_offers(app, ACCESS_LANGUAGE));
}

static void the_next_visitor_finds_nothing_of_it(void **state)
{
	(void)state;
	open_kiosk();
	press("Touch to start");
	act(ACCESS_TEXT);
	act(ACCESS_CONTRAST);
	act(ACCESS_REACH);
	act(ACCESS_LANGUAGE);
	act(ACCESS_RESTART);
	assert_screen("question");
	wait_ms(TWICE_MS);
	act(ACCESS_RESTART);
	assert_screen("attract");
	assert_int_equal(app_settings(app)->text_percent, 100);
	assert_string_equal(app_settings(app)->theme, "dark");
	assert_string_equal(app_settings(app)->language, "");
	assert_false(app->reach);
}

static void restart_asks_once(void **state)
{
	(void)state;
	open_kiosk();
	press("Touch to start");
	act(ACCESS_RESTART);
	act(ACCESS_RESTART); /* a double tap is one */
	assert_screen("question");
	act(ACCESS_TEXT); /* something else: it was not meant */
	wait_ms(TWICE_MS);
	act(ACCESS_RESTART);
	assert_screen("question");
	wait_ms(6000); /* long ago */
	act(ACCESS_RESTART);
	assert_screen("question");
	wait_ms(TWICE_MS);
	act(ACCESS_RESTART);
	assert_screen("attract");
}

/* What is read is what is pressed, in scripts and by whoever speaks to the screen. */
static void words_begin_with_what_is_seen(void **state)
{
	(void)state;
	open_kiosk();
	for (int i = 0; i < ACCESSES; i++) {
		struct access_choice c = access_choice(app, &app->ui, (enum access)i);

		if (i == ACCESS_LANGUAGE)
			assert_non_null(strstr(c.words, c.label));
		else
			assert_memory_equal(c.words, c.label, strlen(c.label));
		assert_non_null(strcasestr(c.words, c.brief));
	}
	press("Touch to start");
	act(ACCESS_RESTART);
	struct access_choice c = access_choice(app, &app->ui, ACCESS_RESTART);
	assert_true(c.asks);
	assert_non_null(strstr(c.words, c.label));
	assert_non_null(strstr(c.words, c.brief));
}

static void a_pack_says_what_it_is_in_where_that_was_not_chosen(void **state)
{
	(void)state;
	add_pack("title = Eins\nlanguage = en\n"
		 "[question]\nask = Yes?\nask.de = Ja?\nright = Yes\nwrong = No\n");
	add_pack("title = Zwei\nlanguage = es\n[question]\nask = ¿Sí?\nright = Sí\nwrong = No\n");
	open_app(kiosk_options());
	press("Touch to start");
	assert_says_not("Español");
	act(ACCESS_LANGUAGE);
	assert_string_equal(app_settings(app)->language, "de");
	assert_says("Español");
	assert_says_not("English");
	press("Zwei, Español");
}

/* The frame of the button around the text that says this; *air: least between its sides and those
 * of the text, px. */
static const struct item *frame_of(const char *s, float *air)
{
	const struct frame *f = app_frame(app);
	const struct item *text = NULL, *frame = NULL;

	for (int i = 0; i < f->nitems && !text; i++)
		if (f->items[i].kind == ITEM_TEXT && strcmp(f->items[i].s, s) == 0)
			text = &f->items[i];
		else if (f->items[i].kind == ITEM_BOX && f->items[i].width > 0)
			frame = &f->items[i];
	assert_non_null(text);
	assert_non_null(frame);
	struct line l = f->lines[text->line];
	*air = fminf(l.x - frame->box.x, frame->box.x + frame->box.w - l.x - l.w);
	return frame;
}

static void words_that_have_grown_leave_air_in_their_buttons(void **state)
{
	static const int percents[] = {150, 200}, sizes[][2] = {{1280, 720}, {1080, 1920}};
	float air;

	(void)state;
	for (int i = 0; i < 4; i++) {
		add_pack(PACK);
		struct app_options o = kiosk_options();
		o.set.text_percent = percents[i % 2];
		o.w = sizes[i / 2][0];
		o.h = sizes[i / 2][1];
		open_app(o);
		press("Touch to start");
		wait_ms(1000);
		assert_screen("question");
		frame_of("Contrast", &air);
		assert_true(air >= .0125f * fminf((float)o.w, (float)o.h));
		close_app(NULL);
	}
}

static void what_is_on_shows_it_under_the_pointer_too(void **state)
{
	float x, y, air;
	bool on_page;

	(void)state;
	open_kiosk();
	press("Touch to start");
	act(ACCESS_CONTRAST);
	wait_ms(1000);
	colour on = frame_of("Contrast", &air)->border;
	assert_int_not_equal(on, frame_of("Text", &air)->border);
	assert_true(app_find(app, "Contrast", &x, &y, &on_page));
	step((struct event){.kind = EVENT_MOVE, .x = x, .y = y});
	wait_ms(1000);
	assert_int_equal(frame_of("Contrast", &air)->border, on);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_teardown(f, close_app)
	const struct CMUnitTest tests[] = {
		TEST(letters_grow_in_steps_and_begin_anew),
		TEST(contrast_goes_on_and_back_to_the_theme_of_the_kiosk),
		TEST(a_kiosk_of_high_contrast_can_do_with_less),
		TEST(languages_are_as_written_and_those_of_the_packs),
		TEST(languages_are_those_of_the_file_where_it_names_any),
		TEST(the_next_visitor_finds_nothing_of_it),
		TEST(restart_asks_once),
		TEST(words_begin_with_what_is_seen),
		TEST(a_pack_says_what_it_is_in_where_that_was_not_chosen),
		TEST(words_that_have_grown_leave_air_in_their_buttons),
		TEST(what_is_on_shows_it_under_the_pointer_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
