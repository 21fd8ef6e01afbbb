/* No memory is taken in act, tick and draw: everything a game needs is there when it begins. */

#include "stage.h"
#include "together.h"

#include <execinfo.h>

#ifdef __SANITIZE_ADDRESS__
/* The sanitizer counts for itself: these games run there too, uncounted. */
static long taken;
static bool counting;
#else
void *__libc_malloc(size_t n);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *old, size_t n);

static long taken;
static bool counting;

/* Who takes what, with the first of them shown: a failed test says where to look. */
static void count(void)
{
	void *from[16];

	if (!counting)
		return;
	counting = false;
	if (taken++ == 0)
		backtrace_symbols_fd(from, backtrace(from, 16), 2);
	counting = true;
}

void *malloc(size_t n)
{
	count();
	return __libc_malloc(n);
}

void *calloc(size_t n, size_t size)
{
	count();
	return __libc_calloc(n, size);
}

void *realloc(void *old, size_t n)
{
	count();
	return __libc_realloc(old, n);
}
#endif

static const char capitals[] =
	"[pack]\n"
	"quizpack = 1\n"
	"title = Capitals\n"
	"licence = CC0-1.0\n"
	"[question one]\n"
	"ask = Which of these is the capital of Australia, and has been since "
	"1913, though many think otherwise?\n"
	"right = Canberra\n"
	"wrong = Sydney\n"
	"wrong = Melbourne\n"
	"why = It was founded as a compromise between the two others.\n"
	"hint = It is not on the coast.\n"
	"image = pictures/stair.jpg\n"
	"alt = A stair.\n"
	"audio = packs/inner/a.ogg\n"
	"[question two]\n"
	"ask = Paris is the capital of France.\n"
	"answer = true\n"
	"why = It is.\n"
	"[question three]\n"
	"ask = Which two lie in Europe?\n"
	"pick = all\n"
	"right = Lille\n"
	"right = Ghent\n"
	"wrong = Quito\n"
	"wrong = Lima\n"
	"why = The others lie in South America.\n"
	"[question four]\n"
	"ask = ما هي عاصمة أستراليا؟\n"
	"right = كانبرا\n"
	"wrong = סידני\n"
	"why = ऑस्ट्रेलिया की राजधानी कैनबरा है।\n";

/* Where words end without a space between them: ICU looks them up, and takes memory for it. */
static const char looked_up[] = "[pack]\n"
				"quizpack = 1\n"
				"title = Capitals\n"
				"licence = CC0-1.0\n"
				"[question one]\n"
				"ask = オーストラリアの首都はどこですか。よく間違えられます。\n"
				"right = キャンベラ\n"
				"wrong = เมืองหลวงของประเทศออสเตรเลียคือกรุงแคนเบอร์รา\n";

static const char broken[] = "[pack]\nquizpack = 1\ntitle = Broken\n[question one]\nask = Why?\n";

static const int sizes[][2] = {{320, 240}, {640, 360},   {1280, 720},
			       {360, 640}, {1920, 1080}, {1200, 1200}};
enum { SIZES = sizeof(sizes) / sizeof(sizes[0]) };

/* Whatever can be done on a screen without leaving it. */
static void fidget(void)
{
	static const int keys[] = {KEY_DOWN, KEY_RIGHT,     KEY_UP,   KEY_LEFT,   KEY_TAB,
				   KEY_END,  KEY_PAGE_DOWN, KEY_HOME, KEY_PAGE_UP};

	for (int i = 0; i < SIZES; i++) {
		resize(sizes[i][0], sizes[i][1]);
		for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++) {
			key(keys[k]);
			wait_ms(16);
		}
		step((struct event){.kind = EVENT_WHEEL, .y = -2});
		step((struct event){.kind = EVENT_MOVE, .x = 100, .y = 100});
		wait_ms(16);
	}
	resize(1280, 720);
}

static void pass(int64_t ms)
{
	for (int64_t at = 0; at < ms; at += 16)
		wait_ms(16);
}

/* What lies over a question and its reveal: the settings, the picture enlarged, its sound. */
static void look_over(void)
{
	key(KEY_F1);
	assert_screen("settings");
	fidget();
	key(KEY_ENTER);
	key(KEY_F1);
	pass(300);
	key('z');
	fidget();
	key('z');
	key('l');
	step((struct event){
		.kind = EVENT_SOUND, .index = 250, .folder = TESTS, .text = "packs/inner/a.ogg"});
	step((struct event){.kind = EVENT_PICTURE, .folder = TESTS, .text = "pictures/stair.jpg"});
	pass(600);
}

static void choose(bool right)
{
	const struct asked *a = game_asked(app_game(app));
	int chosen = 0;

	for (int i = 0; i < a->nshown && chosen < a->need; i++)
		if ((a->right >> i & 1) == right) {
			key('1' + i);
			chosen++;
		}
	if (a->need > 1)
		press("Lock in");
	else
		key(KEY_ENTER);
	pass(1500);
}

/* From the list of packs to the results and back to the first screen. */
static void play_a_game(bool right)
{
	press("Capitals");
	pass(600);
	for (int i = 0; i < 4; i++) {
		fidget();
		look_over();
		key(KEY_ESCAPE);
		pass(100);
		key(KEY_ESCAPE);
		pass(100);
		choose(right == (i < 3));
		assert_screen("reveal");
		fidget();
		key('z');
		fidget();
		key('z');
		press(i < 3 ? "Next question" : "See results");
		pass(600);
	}
	assert_screen("results");
	pass(3000);
	fidget();
	key(KEY_ESCAPE);
}

static void look_around(void)
{
	fidget();
	press("Climb");
	pass(300);
	fidget();
	press("pack-2.ini");
	pass(300);
	assert_screen("broken");
	fidget();
	key(KEY_ESCAPE);
	press("Set up");
	pass(300);
	fidget();
	key(KEY_ESCAPE);
	pass(300);
}

static void count_games(struct settings set)
{
	struct app_options o = options();

	stage_folder = TESTS;
	add_pack(capitals);
	add_pack(broken);
	assert_int_equal(entries[0].diag.n, 0);
	o.set = set;
	open_app(o);
	taken = 0;
	counting = true;
	look_around();
	play_a_game(true);
	press("Climb");
	play_a_game(false);
	counting = false;
	assert_int_equal(taken, 0);
}

static void two_games_take_no_memory(void **state)
{
	(void)state;
	count_games(settings_default());
}

/* From who plays to who has won. */
static void a_game_together_takes_no_memory(void **state)
{
	struct app_options o = options_together("rounds", PARTY_TURNS, GAME_PLAYERS);

	(void)state;
	add_statements();
	o.set.motion = MOTION_FULL;
	open_app(o);
	name_short();
	taken = 0;
	counting = true;
	app_go(app, &screen_join);
	wait_ms(0);
	fidget();
	press("Ada: Name and time");
	pass(300);
	fidget();
	press("Done");
	press("Choose a pack");
	press("Statements");
	for (int i = 0; app->game.phase != PHASE_OVER; i++) {
		if (i % 7 == 0)
			fidget();
		pass(400);
		take_turn(0, i % 3 > 0);
		go_on();
	}
	fidget();
	counting = false;
	assert_int_equal(taken, 0);
}

static void nor_do_they_with_large_text_and_the_clock_off(void **state)
{
	struct settings set = settings_default();

	(void)state;
	set.text_percent = 200;
	set.clock_percent = CLOCK_OFF;
	set.motion = MOTION_REDUCED;
	count_games(set);
}

static void a_text_that_is_looked_up_takes_memory_once(void **state)
{
	(void)state;
	add_pack(looked_up);
	open_app(options());
	press("Climb");
	press("Capitals");
	pass(600);
	taken = 0;
	counting = true;
	key(KEY_DOWN);
	pass(1000);
	key(KEY_RIGHT);
	pass(1000);
	counting = false;
	assert_int_equal(taken, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(two_games_take_no_memory, close_app),
		cmocka_unit_test_teardown(a_game_together_takes_no_memory, close_app),
		cmocka_unit_test_teardown(nor_do_they_with_large_text_and_the_clock_off, close_app),
		cmocka_unit_test_teardown(a_text_that_is_looked_up_takes_memory_once, close_app),
	};
	void *warm[1];

	backtrace(warm, 1); /* takes memory itself, the first time */
	return cmocka_run_group_tests(tests, NULL, NULL);
}
