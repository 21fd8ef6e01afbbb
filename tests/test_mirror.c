/* Reading from right to left: what turns round, what does not, and what decides it. */
#include <math.h>

#include "mirror.h"
#include "stage.h"
#include "writing.h"

#define ARABIC                                                                                                    \
	"title = نيون\nlanguage = ar\n[question]\nask = ما الذي يتوهّج؟\nright = النيون\n" \
	"wrong = الماء\nwrong = Birdman\nwrong = \"Rope\" فيلم\nshuffle = no\n"

static const struct item *text_item(const char *s)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TEXT && strcmp(f->items[i].s, s) == 0)
			return &f->items[i];
	fail_msg("nothing on the screen %s says %s", f->screen, s);
	return NULL;
}

static float text_x(const char *s)
{
	return app_frame(app)->lines[text_item(s)->line].x;
}

static void play(const char *ini, const char *language)
{
	struct app_options o = options();

	add_pack(ini);
	o.straight = true;
	strcpy(o.set.language, language);
	open_app(o);
}

static void a_frame_is_mirrored_about_its_middle(void **state)
{
	(void)state;
	static struct frame f;
	frame_clear(&f, 100, 50, theme_lookup("dark"));
	struct item *line = frame_add(&f, ITEM_LINE, (struct rect){10, 0, 20, 5});
	frame_point(&f, line, 10, 1);
	frame_point(&f, line, 30, 2);
	struct item *wash = frame_add(&f, ITEM_GRADIENT, (struct rect){0, 0, 100, 50});
	wash->across = true;
	wash->nstops = 2;
	wash->stop[0] = (struct stop){.1f, 1};
	wash->stop[1] = (struct stop){.4f, 2};
	frame_add(&f, ITEM_ICON, (struct rect){0, 0, 9, 9})->icon = ICON_BACK;
	frame_add(&f, ITEM_ICON, (struct rect){0, 0, 9, 9})->icon = ICON_CHECK;
	f.scroll = (struct rect){60, 0, 30, 50};
	f.nspots = 1;
	f.spots[0].box = (struct rect){5, 0, 10, 10};

	frame_mirror(&f);

	assert_float_equal(f.items[0].box.x, 70, .01);
	assert_float_equal(f.points[0].x, 90, .01);
	assert_float_equal(f.points[1].x, 70, .01);
	assert_float_equal(f.items[1].stop[0].at, .6, .001);
	assert_int_equal(f.items[1].stop[0].c, 2);
	assert_true(f.items[2].rtl);
	assert_false(f.items[3].rtl);
	assert_float_equal(f.scroll.x, 10, .01);
	assert_float_equal(f.spots[0].box.x, 85, .01);
}

static void the_language_of_a_pack_turns_its_pages(void **state)
{
	(void)state;
	play(ARABIC, "");
	assert_true(text_x("النيون") > text_x("الماء"));
	assert_true(text_x("A") > text_x("B"));
	press("Pause");
	assert_screen("pause");
	assert_true(text_x("Go on") > 640);
	press("Home");
	assert_true(text_x("Climb") < 640);
}

static void the_first_letter_decides_where_a_pack_does_not_say(void **state)
{
	(void)state;
	play("title = T\n[question]\nask = 7 שאלה?\nright = כן\nwrong = לא\n", "");
	assert_true(text_x("A") > 640);
	assert_true(text_item("7 שאלה?")->rtl);
}

static void a_translation_decides_where_it_is_shown(void **state)
{
	static const char ini[] =
		"title = T\nlanguage = ar\n[question]\nask = سؤال؟\nask.de = Frage?\n"
		"right = نعم\nright.de = Ja\nwrong = لا\nwrong.de = Nein\n";

	(void)state;
	play(ini, "de-AT");
	assert_true(text_x("A") < 640);
	close_app(NULL);
	play(ini, "fr"); /* not there: the author's own */
	assert_true(text_x("A") > 640);
}

static void the_language_asked_for_turns_the_other_pages(void **state)
{
	(void)state;
	struct app_options o = options();

	add_pack(ARABIC);
	strcpy(o.set.language, "ur-PK");
	open_app(o);
	assert_screen("home");
	assert_true(text_x("Climb") > 640);
	assert_true(text_x("S") < text_x("T")); /* but not the name of the program */
}

static void arrows_lead_where_they_point(void **state)
{
	(void)state;
	play(ARABIC, "");
	key('1');
	key(KEY_LEFT);
	key(KEY_ENTER);
	wait_ms(900);
	assert_int_equal(game_asked(app_game(app))->chosen, 2);
}

static void a_text_keeps_its_own_direction(void **state)
{
	(void)state;
	play(ARABIC, "");
	assert_true(text_item("ما الذي يتوهّج؟")->rtl);
	assert_true(text_item("\"Rope\" فيلم")->rtl);
	assert_false(text_item("Birdman")->rtl);
	assert_false(text_item("1–4")->rtl);
	close_app(NULL);
	play("title = T\n[question]\nask = Who?\nright = \"Rope\" فيلم\nwrong = (فيلم) Rope\n", "");
	assert_false(text_item("\"Rope\" فيلم")->rtl);
	assert_true(text_item("(فيلم) Rope")->rtl);
}

static void what_is_left_out_is_told_at_the_end_of_the_text(void **state)
{
	(void)state;
	play("title = نيون نيون نيون نيون نيون نيون نيون نيون نيون نيون نيون نيون\nlanguage = ar\n"
	     "[question]\nask = ما؟\nright = ا\nwrong = ب\n",
	     "");
	resize(800, 600);
	const struct frame *f = app_frame(app);
	const struct item *dots = text_item("…"), *title = dots - 1;
	assert_true(f->lines[dots->line].x < f->lines[title->line].x);
	close_app(NULL);
	play("title = Neon neon neon neon neon neon neon neon neon neon neon neon neon neon\n"
	     "language = ar\n[question]\nask = ما؟\nright = ا\nwrong = ب\n",
	     "");
	resize(800, 600);
	f = app_frame(app);
	dots = text_item("…");
	title = dots - 1;
	assert_true(f->lines[dots->line].x > f->lines[title->line].x);
}

static void a_count_reads_from_left_to_right(void **state)
{
	(void)state;
	play(ARABIC, "");
	resize(640, 360);
	assert_true(text_x("1") < text_x(" / 1"));
}

static void scripts_with_marks_get_air_and_no_tracking(void **state)
{
	static const struct {
		const char *s;
		float line;
	} texts[] = {
		{"Light", 0},         {"Свет", 0},     {"Φως 3 × 4 – “…”", 0}, {"نور", 1.5f},
		{"แสง", 1.5f},        {"प्रकाश", 1.5f}, {"光", 1.4f},           {"ひかり", 1.4f},
		{"Birdman 光", 1.4f}, {"အလင်း", 1.5f},  {"빛", 1.4f},
	};

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		assert_float_equal(writing_of(texts[i].s, strlen(texts[i].s)).line, texts[i].line,
				   .001);
	play(ARABIC, "");
	const struct item *ask = text_item("ما الذي يتوهّج؟");
	assert_float_equal(ask->tracking, 0, 0);
	assert_true(ask->line_height >= 1.49f * ask->px);
}

static void chinese_characters_have_the_hand_of_their_language(void **state)
{
	static const struct {
		const char *tag;
		enum han han;
	} tags[] = {
		{"ja", HAN_JAPANESE},          {"ko-KR", HAN_KOREAN},
		{"zh", HAN_SIMPLIFIED},        {"zh-Hans-HK", HAN_SIMPLIFIED},
		{"zh-CN", HAN_SIMPLIFIED},     {"zh-SG", HAN_SIMPLIFIED},
		{"zh-tw", HAN_TRADITIONAL},    {"zh-hant", HAN_TRADITIONAL},
		{"zh-hant-mo", HAN_HONG_KONG}, {"de", HAN_ANY},
	};

	(void)state;
	for (size_t i = 0; i < sizeof tags / sizeof tags[0]; i++)
		assert_int_equal(writing_han(tags[i].tag), tags[i].han);
	assert_int_equal(writing_han(NULL), HAN_ANY);
	play("title = T\nlanguage = ja\n[question]\nask = 東西？\nright = 年\nwrong = 月\n", "");
	assert_int_equal(text_item("東西？")->han, HAN_JAPANESE);
}

#define app_test(f) cmocka_unit_test_teardown(f, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_frame_is_mirrored_about_its_middle),
		app_test(the_language_of_a_pack_turns_its_pages),
		app_test(the_first_letter_decides_where_a_pack_does_not_say),
		app_test(a_translation_decides_where_it_is_shown),
		app_test(the_language_asked_for_turns_the_other_pages),
		app_test(arrows_lead_where_they_point),
		app_test(a_text_keeps_its_own_direction),
		app_test(what_is_left_out_is_told_at_the_end_of_the_text),
		app_test(a_count_reads_from_left_to_right),
		app_test(scripts_with_marks_get_air_and_no_tracking),
		app_test(chinese_characters_have_the_hand_of_their_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
