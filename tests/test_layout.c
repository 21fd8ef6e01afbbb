/* Every screen in every size: nothing cut off, nothing in the way of another, everything within
 * reach. */
#include <unistd.h>

#include "checks.h"

static char *long_pack(int choices, int ask_chars, int choice_chars)
{
	char *s = calloc(1, 65536);
	char *p = s + sprintf(s, "title = A pack with a title that is as long as anyone would ever "
				 "want to make it\n[question]\nask = ");

	for (int i = 0; i < ask_chars; i++)
		*p++ = i % 9 == 8 ? ' ' : (char)('a' + i % 23);
	p += sprintf(p, "?\n");
	for (int c = 0; c < choices; c++) {
		p += sprintf(p, "%s = %d", c ? "wrong" : "right", c);
		for (int i = 0; i < choice_chars; i++)
			*p++ = i % 11 == 10 ? ' ' : (char)('b' + (i + c) % 20);
		*p++ = '\n';
		if (c)
			p += sprintf(p, "because = A reply to this very choice that takes a line "
					"or two to read, and perhaps a third.\n");
	}
	sprintf(p, "why = The explanation is not short either. It goes on for a while, over "
		   "several sentences, so that "
		   "it fills what room there is on a small screen and more than that. There is a "
		   "lot to be said.\n"
		   "source = “The Key to a Very Long Title of an Article About Films”, An Author "
		   "With a Name, A Magazine\n");
	return s;
}

/* Each section on a page of its own where there is room for the list beside it. */
static void visit_settings(void)
{
	static const char *const sections[] = {"Display", "Sound", "Timing", "Controls",
					       "Language"};

	key(KEY_F1);
	assert_screen("settings");
	for (int s = 0; s < 5 && frame_says(app_frame(app), sections[s]); s++)
		for (size_t i = 0; i < sizeof every_size / sizeof every_size[0]; i++) {
			resize(every_size[i][0], every_size[i][1]);
			press(sections[s]);
			check(true);
		}
	resize(1280, 720);
	key(KEY_F1);
}

static void visit(const char *mode, float text_scale)
{
	struct app_options o = options();

	o.straight = true;
	o.set.text_percent = (int)lroundf(100 * text_scale);
	o.mode = game_mode(mode);
	open_app(o);
	check_every_size();
	press("Pause");
	assert_screen("pause");
	check_every_size();
	key(KEY_ESCAPE);
	key('2');
	check_every_size();
	if (game_asked(app_game(app))->need > 1)
		key(KEY_ENTER);
	else
		key('2');
	assert_says("Locked in");
	check_every_size();
	wait_ms(900);
	assert_screen("reveal");
	check_every_size();
	key(KEY_ENTER);
	if (strcmp(app_frame(app)->screen, "question") == 0) {
		wait_ms(1000000);
		assert_screen("reveal");
		check_every_size();
		key(KEY_ENTER);
	}
	while (strcmp(app_frame(app)->screen, "question") == 0) {
		key('1');
		key(game_asked(app_game(app))->need > 1 ? KEY_ENTER : '1');
		wait_ms(900);
		key(KEY_ENTER);
	}
	assert_screen("results");
	check_every_size();
	press("Home");
	assert_screen("home");
	check_every_size();
	key('1');
	assert_screen("packs");
	check_every_size();
	press("Set up");
	assert_screen("setup");
	check_every_size();
	visit_settings();
	close_app(NULL);
}

static void visit_pack(const char *ini)
{
	static const char *const modes[] = {"climb", "one-take"};

	for (int m = 0; m < 2; m++) {
		add_pack(ini);
		visit(modes[m], 1);
	}
	add_pack(ini);
	visit("climb", 1.5f);
	add_pack(ini);
	visit("climb", 2);
}

static void visit_pictures(const char *ini)
{
	for (int percent = 100; percent <= 200; percent += 50) {
		struct app_options o = options();

		stage_folder = TESTS "/pictures";
		add_pack(ini);
		assert_int_equal(entries[0].diag.n, 0);
		o.straight = true;
		o.set.text_percent = percent;
		o.mode = game_mode("climb");
		open_app(o);
		while (strcmp(app_frame(app)->screen, "question") == 0) {
			check_every_size();
			key('z');
			assert_says("Close");
			check_every_size();
			key(KEY_ESCAPE);
			key('2');
			check_every_size();
			key('2');
			check_every_size();
			wait_ms(900);
			assert_screen("reveal");
			check_every_size();
			key('z');
			assert_says("Close");
			check_every_size();
			key(KEY_ESCAPE);
			key(KEY_ENTER);
		}
		close_app(NULL);
	}
}

static void pictures_fit_everywhere(void **state)
{
	(void)state;
	visit_pictures("title = Pictures\n"
		       "[question]\nask = How many steps are there before the sun?\nimage = "
		       "stair.jpg\nalt = A stair.\ncredit = Drawing: ourselves, all of it, at "
		       "once\nright = 7\nwrong = 5\nwrong = 6\nwrong = 8\nwhy = There are seven.\n"
		       "[question]\nask = Five?\nimage = tall.png\nright = One\nwrong = Two\n"
		       "wrong = Three\nwrong = Four\nwrong = Five of a few more words\n"
		       "[question]\nask = Statement.\nimage = tiny.png\nanswer = true\n");
}

static char *picture_choices(int n, bool image, bool text)
{
	static const char *const names[] = {"ring",   "bar",     "circle",
					    "square", "diamond", "triangle"};
	char *s = calloc(1, 4096), *p = s + sprintf(s, "title = Choices\n[question]\nask = Which "
						       "of these is it, looked at closely?\n");

	if (image)
		p += sprintf(p, "image = wide.png\nalt = A stair.\ncredit = Somebody\n");
	for (int i = 0; i < n; i++) {
		const char *key = i ? "wrong" : "right";
		if (text && i == 1) /* words among pictures */
			p += sprintf(p, "%s = None of them, not one\n", key);
		else
			p += sprintf(p, "%s = %s%s\nchoice-image = %s.png\nchoice-alt = A %s\n",
				     key, text ? "The " : "", text ? names[i] : "", names[i],
				     names[i]);
	}
	return s;
}

static void choices_that_are_pictures_fit_everywhere(void **state)
{
	(void)state;
	for (int n = 2; n <= PACK_SHOWN; n++)
		for (int k = 0; k < 4; k++) {
			char *ini = picture_choices(n, k & 1, k & 2);
			visit_pictures(ini);
			free(ini);
		}
}

static void a_long_question_with_a_picture_fits_everywhere(void **state)
{
	(void)state;
	char *ini = long_pack(6, 500, 200);

	ini = realloc(ini, strlen(ini) + 600);
	strcat(ini, "image = wide.png\nalt = ");
	for (int i = 0; i < 40; i++)
		strcat(ini, "many words ");
	strcat(ini, "\n");
	visit_pictures(ini);
	free(ini);
}

static void an_ordinary_pack_fits_everywhere(void **state)
{
	(void)state;
	visit_pack("title = Ordinary\n"
		   "[question]\nask = Which film inspired the long one-shot stairwell "
		   "fight?\nright = Children of Men\n"
		   "wrong = Birdman\nwrong = Rope\nwrong = Russian Ark\nwhy = The takes of 2006 "
		   "set the bar.\nsource = A book\n"
		   "[question]\nask = A statement to judge.\nanswer = false\n"
		   "[question]\nask = Two of five?\nright = One\nright = Two\nwrong = Three\nwrong "
		   "= Four\nwrong = Five\n");
}

static void two_choices_fit_everywhere(void **state)
{
	(void)state;
	visit_pack("title = Two\n[question]\nask = Yes?\nright = Yes\nwrong = No\n");
}

static void a_tag_shows_beside_every_length_of_text(void **state)
{
	static const int sizes[][2] = {{1280, 720}, {640, 360}, {1080, 1920}, {1200, 1200}};

	(void)state;
	add_pack("title = T\n[question]\nask = Which film has the one-shot sequence?\n"
		 "right = The Protector, also known as Tom-Yum-Goong in Thailand\n"
		 "wrong = Birdman or (The Unexpected Virtue of Ignorance)\n"
		 "wrong = Atomic Blonde, with its long stairwell fight\nwrong = Extraction\n");
	struct app_options o = options();
	o.straight = true;
	open_app(o);
	press(choice(true));
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		resize(sizes[i][0], sizes[i][1]);
		assert_says("Locked in");
		check(true);
	}
}

static void six_long_choices_fit_everywhere(void **state)
{
	(void)state;
	char *ini = long_pack(6, 500, 200);

	visit_pack(ini);
	free(ini);
}

static void five_choices_of_a_line_fit_everywhere(void **state)
{
	(void)state;
	char *ini = long_pack(5, 170, 34);

	visit_pack(ini);
	free(ini);
}

static void a_word_without_end_fits_everywhere(void **state)
{
	(void)state;
	visit_pack(
		"title = "
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft\n"
		"[question]\nask = "
		"Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft?"
		"\n"
		"right = Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz\nwrong = "
		"No\nwrong = Grundstücksverkehrsgenehmigungszuständigkeit\n"
		"wrong = Betäubungsmittelverschreibungsverordnung\n");
}

/* A sound, a picture, a hint, several right ones, and captions below it all. */
static void a_sound_fits_everywhere_with_captions_on(void **state)
{
	static const char *const packs[] = {
		"title = Ears\n[question]\nask = What is it that can be heard here?\n"
		"audio = inner/a.ogg\nalt = A low hum that goes on for a quarter of a second.\n"
		"right = A hum\nwrong = A bell\nwrong = A whistle\nwrong = Nothing\n"
		"[question]\nask = And here?\naudio = inner/a.flac\nright = Yes\nwrong = No\n",
		"title = Both\n[question]\nask = What is it that can be seen and heard?\n"
		"image = cover.png\naudio = inner/a.ogg\nalt = A field at dusk, and a hum.\n"
		"hint = Not a sea.\nright = A hum\nright = A field\nwrong = A bell\n",
	};

	(void)state;
	for (int p = 0; p < 2; p++)
		for (int percent = 100; percent <= 200; percent += 50)
			for (int volume = 0; volume <= 100; volume += 100) {
				struct app_options o = options();
				o.straight = true;
				o.set.text_percent = percent;
				o.set.captions = 1;
				o.set.media = volume;
				add_pack(packs[p]);
				open_app(o);
				check_every_size();
				step((struct event){.kind = EVENT_SOUND,
						    .index = 59000,
						    .folder = ".",
						    .text = "inner/a.ogg"});
				wait_ms(3000);
				check_every_size();
				press("Pause");
				check_every_size();
				close_app(NULL);
			}
}

static void many_packs_fit_everywhere(void **state)
{
	(void)state;
	for (int i = 0; i < 30; i++)
		add_pack(i % 7 == 3 ? "title = Broken\n[question]\nask = Q?\n"
				    : "title = One of many packs, with a long title that no card "
				      "has room for\n"
				      "[question]\nask = Q?\nask.de = F?\nright = R\nwrong = W\n");
	open_app(options());
	key('1');
	assert_screen("packs");
	check_every_size();
}

static void mistakes_fit_everywhere(void **state)
{
	(void)state;
	add_pack("title = Broken\n[question]\nask = Q?\nrihgt = x\n[question]\nask: What\nright = "
		 "A\nwrong = B\n"
		 "[question]\nask = A question with a very long line that no window has room for, "
		 "however wide it may be made by anyone?\n"
		 "right = One\nlevel = impossible\n");
	open_app(options());
	key('1');
	key(KEY_ENTER);
	assert_screen("broken");
	check_every_size();
}

static void a_thousand_mistakes_fill_no_frame(void **state)
{
	(void)state;
	char *ini = malloc(200000), *p = ini + sprintf(ini, "title = Broken\n");

	for (int i = 0; i < 1000; i++)
		p += sprintf(p, "[question]\nask = Number %d?\nrihgt = A\nwrong = B\n", i);
	add_pack(ini);
	free(ini);
	open_app(options());
	key('1');
	key(KEY_ENTER);
	assert_screen("broken");
	assert_int_equal(library.entries[0].diag.n, 1000);
	check_every_size();
}

static void long_games_show_the_part_of_the_stair_around_the_player(void **state)
{
	(void)state;
	static char ini[65536];
	char *p = ini + sprintf(ini, "title = Long\ndraw = 60\n");
	struct app_options o = options();

	for (int i = 0; i < 60; i++)
		p += sprintf(p, "[question]\nask = Number %d?\nright = R%d\nwrong = W%d\n", i, i,
			     i);
	add_pack(ini);
	o.straight = true;
	open_app(o);
	for (int i = 0; i < 60; i++) {
		if (i == 0 || i == 29 || i == 59)
			check_every_size();
		answer(true);
		key(KEY_ENTER);
	}
	assert_screen("results");
	check_every_size();
	assert_says("Floor 60");
}

/* Of the last such icon on the screen. */
static float icon_px(enum icon icon)
{
	const struct frame *f = app_frame(app);

	for (int i = f->nitems - 1; i >= 0; i--)
		if (f->items[i].kind == ITEM_ICON && f->items[i].icon == icon)
			return f->items[i].box.w;
	fail_msg("no such icon on the screen %s", f->screen);
	return 0;
}

/* One icon of each screen on the way through a game. */
static int icons_of_a_game(int percent, float px[16])
{
	struct app_options o = options();
	int n = 0;

	o.set.text_percent = percent;
	add_pack("title = One\n[question]\nask = Q?\nright = R\nwrong = W\nsource = S\n");
	add_pack("title = Broken\n[question]\nask = Q?\n");
	open_app(o);
	px[n++] = icon_px(ICON_GEAR);
	press("Settings");
	px[n++] = icon_px(ICON_BACK);
	px[n++] = icon_px(ICON_MINUS);
	key(KEY_ESCAPE);
	key('1');
	px[n++] = icon_px(ICON_BACK);
	px[n++] = icon_px(ICON_ERROR);
	press("One");
	px[n++] = icon_px(ICON_PAUSE);
	press("Pause");
	px[n++] = icon_px(ICON_HOME);
	key(KEY_ESCAPE);
	answer(true);
	px[n++] = icon_px(ICON_STAIRS);
	px[n++] = icon_px(ICON_BOOK);
	key(KEY_ENTER);
	assert_screen("results");
	px[n++] = icon_px(ICON_CHECK);
	close_app(NULL);
	return n;
}

static void icons_grow_with_the_words_beside_them(void **state)
{
	(void)state;
	float small[16], large[16];
	int n = icons_of_a_game(100, small);

	assert_int_equal(icons_of_a_game(200, large), n);
	for (int i = 0; i < n; i++)
		if (large[i] < 1.3f * small[i])
			fail_msg("icon %d: %g px, %g px where text is twice as large", i, small[i],
				 large[i]);
}

static void of_many_sources_the_first_are_told_and_the_rest_counted(void **state)
{
	char ini[16384] = "title = S\n[question]\nask = What?\nright = A\nwrong = B\n";
	struct app_options o = options();

	(void)state;
	for (int i = 1; i <= 60; i++) {
		int n = (int)strlen(ini);
		snprintf(ini + n, sizeof ini - (size_t)n, "source = Source %d %0120d\n", i, 0);
	}
	add_pack(ini);
	assert_int_equal(entries[0].diag.warnings, 1);
	assert_string_equal(entries[0].diag.findings[0].code, "W409");
	o.straight = true;
	open_app(o);
	answer(true);
	assert_false(app_frame(app)->full);
	assert_says("; Source 8 ");
	assert_says("; and 52 more");
	assert_says_not("Source 9 ");
	check(true);
}

static void a_full_frame_keeps_what_fitted_and_what_is_pressed(void **state)
{
	static struct frame f;
	static char words[1000];

	(void)state;
	memset(words, 'x', sizeof words);
	frame_clear(&f, 640, 360, &themes[0]);
	for (int i = 0; i < 200; i++) {
		struct item *item = frame_add(&f, ITEM_TEXT, (struct rect){0});
		item->s = frame_text(&f, words, sizeof words);
		frame_line(&f, item, (struct line){.n = sizeof words});
	}
	assert_true(f.full);
	assert_int_equal(f.items[0].nlines, 1);
	assert_int_equal(f.items[199].nlines, 0); /* its text is missing */
	while (f.nitems < FRAME_ITEMS - SPARE_ITEMS)
		frame_add(&f, ITEM_BOX, (struct rect){0});
	f.pressed = true;
	struct item *button = frame_add(&f, ITEM_TEXT, (struct rect){0});
	button->s = frame_text(&f, "Next", 4);
	frame_line(&f, button, (struct line){.n = 4});
	assert_true(frame_says(&f, "Next"));
	assert_int_equal(button->nlines, 1);
}

#define app_test(f) cmocka_unit_test_teardown(f, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		app_test(an_ordinary_pack_fits_everywhere),
		app_test(two_choices_fit_everywhere),
		app_test(a_tag_shows_beside_every_length_of_text),
		app_test(six_long_choices_fit_everywhere),
		app_test(five_choices_of_a_line_fit_everywhere),
		app_test(a_word_without_end_fits_everywhere),
		app_test(pictures_fit_everywhere),
		app_test(choices_that_are_pictures_fit_everywhere),
		app_test(a_long_question_with_a_picture_fits_everywhere),
		app_test(a_sound_fits_everywhere_with_captions_on),
		app_test(many_packs_fit_everywhere),
		app_test(mistakes_fit_everywhere),
		app_test(a_thousand_mistakes_fill_no_frame),
		app_test(icons_grow_with_the_words_beside_them),
		app_test(of_many_sources_the_first_are_told_and_the_rest_counted),
		app_test(a_full_frame_keeps_what_fitted_and_what_is_pressed),
		app_test(long_games_show_the_part_of_the_stair_around_the_player),
	};

	return chdir(TESTS "/packs") || cmocka_run_group_tests(tests, NULL, NULL);
}
