/* A kiosk without a visitor, at exact moments: its loop, where things stand, its hours. */
#include <math.h>

#include "screens.h"
#include "stage.h"

static struct kiosk kiosk;
static const int64_t DAY = INT64_C(1924992000000); /* 2031-01-01 00:00 is a Wednesday */

static const int sizes[][2] = {{320, 240},   {640, 360},   {480, 800},   {800, 600},
			       {1200, 1200}, {1280, 720},  {1920, 1080}, {1080, 1920},
			       {2560, 1080}, {3840, 2160}, {240, 320}};

static void open_kiosk(bool packs)
{
	struct app_options o = options();

	kiosk = kiosk_default();
	o.kiosk = &kiosk;
	o.state = (struct kiosk_state){.volume = -1};
	if (packs)
		add_pack("title = Fruit\nlanguage = en\n[question]\nask = Which is red?\n"
			 "right = Cherry\nwrong = Lime\nwhy = It is.\n[question]\nask = Which is "
			 "yellow?\nright = Lemon\nwrong = Plum\n");
	open_app(o);
}

static void at(int64_t unix_ms, enum event_kind kind)
{
	step((struct event){.kind = kind, .unix_ms = unix_ms, .x = 600, .y = 300, .touch = true});
}

static bool shows(enum attracting part)
{
	return app->attract.part == part;
}

static void the_title_gives_way_to_a_question_that_answers_itself(void **state)
{
	(void)state;
	open_kiosk(true);
	assert_screen("attract");
	wait_ms(11999);
	assert_says("can you climb?");
	wait_ms(1);
	assert_true(shows(ATTRACT_QUESTION));
	assert_says("Question 1 of 2");
	assert_says("Touch to start");
	wait_ms(4599);
	assert_says_not("Locked in");
	wait_ms(1);
	assert_says("Locked in");
	assert_says("Floor 0");
	wait_ms(HOLD_MS);
	assert_says("Floor 1");
	wait_ms(10000 - 4600 - HOLD_MS);
	assert_true(shows(ATTRACT_TITLE)); /* there are no scores */
}

static void what_it_plays_is_nobodys_game(void **state)
{
	const struct effect *e;

	(void)state;
	open_kiosk(true);
	for (int i = 0; i < 600; i++) {
		wait_ms(100);
		int n = app_effects(app, &e);
		for (int k = 0; k < n; k++)
			assert_int_equal(e[k].kind, EFFECT_PICTURE);
		assert_null(app_game(app));
	}
	click_at(5, 5, true);
	assert_string_not_equal(app_frame(app)->screen, "attract");
}

/* Where the words that start it stand. */
static struct rect start_box(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nspots; i++)
		if (strcmp(f->spots[i].label, "Touch to start") == 0)
			return f->spots[i].box;
	return (struct rect){0};
}

static void check_inside(void)
{
	const struct frame *f = app_frame(app);

	assert_false(f->full);
	for (int i = 0; i < f->nspots; i++) {
		const struct rect *r = &f->spots[i].box;
		assert_true(r->x >= 0 && r->y >= 0 && r->x + r->w <= (float)f->w &&
			    r->y + r->h <= (float)f->h);
		for (int k = 0; k < i; k++) {
			const struct rect *b = &f->spots[k].box;
			bool apart = r->x >= b->x + b->w || b->x >= r->x + r->w ||
				     r->y >= b->y + b->h || b->y >= r->y + r->h;
			assert_true(apart || (b->w >= (float)f->w && b->h >= (float)f->h));
		}
	}
	for (int i = 0; i < f->nitems; i++) {
		const struct item *t = &f->items[i];
		for (uint32_t k = 0; t->kind == ITEM_TEXT && k < t->nlines; k++) {
			const struct line *l = &f->lines[t->line + k];
			if (l->x < -1 || l->x + l->w > (float)f->w + 1 || l->y < -1 ||
			    l->y + t->line_height > (float)f->h + 1)
				fail_msg("%d x %d, %d %%: «%s» leaves the window", f->w, f->h,
					 app->set.text_percent, t->s);
		}
	}
}

static void nothing_stands_where_it_stood_and_nothing_is_cut_off(void **state)
{
	struct point seen[16];
	int n = 0;

	(void)state;
	open_kiosk(true);
	for (int minute = 0; minute < 9; minute++) {
		struct rect r = start_box();
		for (int i = 0; i < n; i++)
			assert_false(seen[i].x == r.x && seen[i].y == r.y);
		seen[n++] = (struct point){r.x, r.y};
		check_inside();
		now_ms = (minute + 1) * INT64_C(60000);
		app->attract.part = ATTRACT_TITLE;
		app->attract.part_ms = now_ms;
		wait_ms(0);
	}
	assert_true(n >= 8);
}

static void it_fits_any_window_and_any_size_of_letters(void **state)
{
	(void)state;
	open_kiosk(true);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		for (int text = 100; text <= 200; text += 50) {
			resize(sizes[i][0], sizes[i][1]);
			app->set.text_percent = app->o.set.text_percent = text;
			app->attract.part = ATTRACT_TITLE;
			for (int s = 0; s < 24; s++) {
				wait_ms(1000);
				check_inside();
				assert_true(start_box().w > 0);
			}
		}
}

/* Where words are, without the lines that have none. */
static int lines_of(const char *words, struct rect out[8])
{
	const struct frame *f = app_frame(app);
	int n = 0;

	for (int i = 0; i < f->nitems; i++) {
		const struct item *t = &f->items[i];
		if (t->kind != ITEM_TEXT || strcmp(t->s, words) != 0)
			continue;
		for (uint32_t k = 0; k < t->nlines && n < 8; k++)
			out[n++] = (struct rect){f->lines[t->line + k].x, f->lines[t->line + k].y,
						 f->lines[t->line + k].w, t->line_height};
	}
	return n;
}

static bool overlap(const struct rect *a, const struct rect *b)
{
	return a->x < b->x + b->w && b->x < a->x + a->w && a->y < b->y + b->h && b->y < a->y + a->h;
}

/* Whether who is the best of today is told, away from whose machine it is. */
static bool tells_who_leads(const char *who)
{
	const char *const others[] = {kiosk.title, kiosk.headline, "Today’s highest"};
	struct rect best[8], other[8];
	int n = lines_of(who, best);

	for (int i = 0; i < 3; i++)
		for (int k = lines_of(others[i], other); k > 0; k--)
			if (n > 0 && overlap(&best[0], &other[k - 1]))
				fail_msg("%d x %d, %d %%: «%s» lies on «%s»", app_frame(app)->w,
					 app_frame(app)->h, app->set.text_percent, who, others[i]);
	if (n > 0 && lines_of(others[2], best) > 0)
		for (int i = 0; i < 2; i++)
			for (int k = lines_of(others[i], other); k > 0; k--)
				assert_false(overlap(&best[0], &other[k - 1]));
	return n > 0;
}

static void nobody_covers_the_name_of_the_house(void **state)
{
	static const char *const titles[] = {
		"The Town Museum", "The Museum of Local History",
		"Museum of the Rhine and the Moselle Valleys at Koblenz"};
	static const char *const names[] = {"ADA", "Merry Swan 24", "Gentle Swallow 88"};
	char who[40];

	(void)state;
	open_kiosk(true);
	strcpy(kiosk.headline, "How well do you know our town?");
	for (int i = 0; i < 3 * 3 * (int)(sizeof sizes / sizeof sizes[0]); i++)
		for (int text = 100; text <= 200; text += 50) {
			struct board *b = &app->scores.boards.span[SPAN_TODAY];
			b->n = 1;
			b->row[0].score = b->row[0].floor = 1;
			strcpy(b->row[0].name, names[i % 3]);
			strcpy(kiosk.title, titles[i / 3 % 3]);
			snprintf(who, sizeof who, "%s, floor 1", names[i % 3]);
			app->set.text_percent = app->o.set.text_percent = text;
			app->attract.part = ATTRACT_TITLE;
			app->attract.part_ms = now_ms;
			resize(sizes[i / 9][0], sizes[i / 9][1]);
			check_inside();
			bool told = tells_who_leads(who);
			if (sizes[i / 9][1] >= 1080)
				assert_true(told);
		}
}

/* In portrait the best of today stands below it, however short that is. */
static void the_name_of_the_house_keeps_its_size(void **state)
{
	struct rect name[8], best[8];

	(void)state;
	open_kiosk(true);
	strcpy(kiosk.title, "Das Städtische Museum für Handwerk und Industriegeschichte");
	resize(1080, 1920);
	assert_true(lines_of(kiosk.title, name) > 0);
	float high = name[0].h;
	for (int i = 0; i < 2; i++) {
		struct board *b = &app->scores.boards.span[SPAN_TODAY];
		b->n = 1;
		b->row[0].score = b->row[0].floor = 1;
		strcpy(b->row[0].name, i ? "" : "ADA");
		wait_ms(100);
		int n = lines_of(kiosk.title, name);
		assert_true(n > 0 && name[0].h == high);
		assert_true(lines_of("Today’s highest", best) > 0);
		assert_true(best[0].y >= name[n - 1].y + high);
	}
}

/* Whatever the well looks like behind them. */
static void no_art_runs_through_the_name_of_the_house(void **state)
{
	struct rect line[8];

	(void)state;
	open_kiosk(true);
	strcpy(kiosk.title, "Das Städtische Museum für Handwerk und Industriegeschichte");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		resize(sizes[i][0], sizes[i][1]);
		const struct frame *f = app_frame(app);
		int n = lines_of(kiosk.title, line);
		float covered = 0;
		for (int k = 0; k < f->nitems; k++) {
			const struct item *v = &f->items[k];
			if (v->kind == ITEM_GRADIENT && !v->across && v->nstops == 3 &&
			    v->stop[0].c >> 24 > 0xE0 && v->stop[1].c >> 24 > 0xE0)
				covered = v->stop[1].at * v->box.h;
		}
		if (n > 0)
			assert_true(covered >= line[n - 1].y + line[n - 1].h - 1);
	}
}

static void the_start_stays_where_it_is(void **state)
{
	(void)state;
	open_kiosk(true);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		for (int text = 100; text <= 200; text += 50) {
			app->set.text_percent = app->o.set.text_percent = text;
			resize(sizes[i][0], sizes[i][1]);
			assert_true(shows(ATTRACT_TITLE));
			struct rect first = start_box();
			int64_t minute = now_ms / 60000; /* in each it stands elsewhere */
			while (!shows(ATTRACT_QUESTION) && now_ms / 60000 == minute)
				wait_ms(1000);
			struct rect then = start_box();
			if (now_ms / 60000 == minute)
				assert_memory_equal(&first, &then, sizeof first);
			while (!shows(ATTRACT_TITLE))
				wait_ms(1000);
		}
}

static void what_is_right_is_told_in_its_card_in_large_letters_too(void **state)
{
	struct rect answer[8], tag[8];

	(void)state;
	add_pack("title = Fish\nlanguage = en\n[question]\nask = Which fish?\n"
		 "right = Sturgeon\nwrong = Herrings\n");
	open_kiosk(false);
	app->set.text_percent = app->o.set.text_percent = 200;
	for (int i = 0; i < 2; i++) {
		resize(i ? 1920 : 1080, i ? 1080 : 1920);
		while (!shows(ATTRACT_QUESTION))
			wait_ms(1000);
		app->attract.whole = false; /* on the page of the question itself */
		while (app->locked_ms < 0)
			wait_ms(100);
		wait_ms(HOLD_MS);
		assert_int_equal(lines_of("Correct answer", tag), 1);
		assert_int_equal(lines_of("Sturgeon", answer), 1);
		assert_true(tag[0].y >= answer[0].y &&
			    tag[0].y + tag[0].h <= answer[0].y + answer[0].h);
		while (!shows(ATTRACT_TITLE))
			wait_ms(1000);
	}
}

static void a_board_has_whole_names_and_nobody_without_points(void **state)
{
	(void)state;
	open_kiosk(true);
	kiosk.names = NAMES_GENERATED;
	kiosk.boards = BOARDS_DAY;
	app->scores.mode = &game_modes[0];
	app->scores.span = SPAN_TODAY;
	app->scores.boards.span[SPAN_TODAY] = (struct board){
		.row = {{.name = "Gentle Swallow 88", .score = 12300, .floor = 12, .place = 1},
			{.place = 2}},
		.n = 2};
	app->set.text_percent = app->o.set.text_percent = 200;
	resize(1080, 1920);
	app->attract.part = ATTRACT_SCORES;
	wait_ms(100);
	assert_true(shows(ATTRACT_SCORES));
	assert_says("Today’s highest");
	assert_says("Gentle Swallow 88");
	assert_says_not("…");
	assert_says_not("—");
	app->scores.boards.span[SPAN_TODAY].row[0] = (struct board_row){.place = 1};
	while (!shows(ATTRACT_TITLE))
		wait_ms(1000);
	for (int i = 0; i < 30; i++) {
		wait_ms(1000);
		assert_false(shows(ATTRACT_SCORES));
	}
}

/* One's own row is the boldest. */
static void a_board_has_whole_modes(void **state)
{
	(void)state;
	open_kiosk(true);
	kiosk.boards = BOARDS_DAY;
	app->scores.mode = game_mode("one-take");
	app->scores.span = SPAN_TODAY;
	app->scores.boards.span[SPAN_TODAY] = (struct board){
		.row = {{.name = "ADA", .score = 592, .floor = 1, .place = 1, .mine = true}},
		.n = 1};
	for (int text = 100; text <= 200; text += 25) {
		app->set.text_percent = app->o.set.text_percent = text;
		resize(1080, 1920);
		app->attract.part = ATTRACT_SCORES;
		app->attract.part_ms = now_ms;
		wait_ms(100);
		assert_says("Points");
		assert_says_not("…");
		if (text <= 150)
			assert_says("One Take");
	}
}

static bool offers(const char *name)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nspots; i++)
		if (strstr(f->spots[i].label, name))
			return true;
	return false;
}

static void ten_languages_are_all_in_sight_where_there_is_room(void **state)
{
	static const char *const tags[] = {"en", "de", "fr",    "ar", "ja",
					   "es", "it", "pt-BR", "pl", "tr"};
	static const char *const names[] = {"English", "Deutsch", "Français", "العربية",
					    "日本語",  "Español", "Italiano", "Português",
					    "polski",  "Türkçe"};

	(void)state;
	struct app_options o = options();
	kiosk = kiosk_default();
	for (; kiosk.nlanguages < 10; kiosk.nlanguages++)
		strcpy(kiosk.languages[kiosk.nlanguages], tags[kiosk.nlanguages]);
	o.kiosk = &kiosk;
	add_pack("title = Fruit\nlanguage = en\n[question]\nask = Which is red?\n"
		 "right = Cherry\nwrong = Lime\n");
	open_app(o);
	for (int i = 0; i < 2; i++) {
		resize(i ? 1080 : 1920, i ? 1920 : 1080);
		check_inside();
		for (int k = 0; k < 10; k++)
			assert_true(offers(names[k]));
	}
	resize(640, 360);
	assert_false(offers("Türkçe")); /* behind a globe */
	check_inside();
}

static void a_well_at_rest_asks_for_no_frames(void **state)
{
	(void)state;
	open_kiosk(true);
	wait_ms(1000);
	assert_true(app_frame(app)->wake >= now_ms + 5000); /* options: no motion */
	app->set.motion = app->o.set.motion = MOTION_FULL;
	wait_ms(1000);
	assert_int_equal(app_frame(app)->wake, now_ms + 50);
}

static void without_packs_it_says_so_calmly(void **state)
{
	(void)state;
	open_kiosk(false);
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		resize(sizes[i][0], sizes[i][1]);
		wait_ms(30000);
		assert_says("Back soon");
		check_inside();
		click_at(20, 20, true);
		assert_screen("attract");
	}
}

static bool is_black(void)
{
	const struct frame *f = app_frame(app);

	return f->nitems == 1 && f->items[0].fill == 0xFF000000 && f->items[0].box.w >= (float)f->w;
}

static void out_of_hours_it_is_black_and_says_when_it_opens(void **state)
{
	int64_t h = INT64_C(3600000);

	(void)state;
	open_kiosk(true);
	kiosk.hours = (struct kiosk_times){1, {{0x7F, 9 * 60, 17 * 60}}};
	at(DAY + 17 * h - 1, EVENT_TICK);
	assert_screen("attract");
	assert_int_equal(app_frame(app)->wake, now_ms + 1);
	at(DAY + 17 * h, EVENT_TICK);
	assert_screen("closed");
	assert_true(is_black());
	now_ms += 1000;
	at(DAY + 18 * h, EVENT_DOWN);
	at(DAY + 18 * h, EVENT_UP);
	assert_says("Opens tomorrow at 09:00");
	now_ms += 8000;
	at(DAY + 18 * h, EVENT_TICK);
	assert_true(is_black());
	at(DAY + 33 * h - 1, EVENT_TICK);
	assert_true(is_black());
	now_ms++;
	at(DAY + 33 * h, EVENT_TICK);
	assert_screen("attract");
}

static bool bed(void)
{
	return app_frame(app)->bed;
}

static void a_bed_is_heard_for_as_long_as_nobody_plays(void **state)
{
	const struct effect *e;

	(void)state;
	open_kiosk(true);
	for (int i = 0; i < 300; i++) { /* all parts of the loop */
		wait_ms(100);
		assert_true(bed());
		int n = app_effects(app, &e);
		for (int k = 0; k < n; k++)
			assert_int_not_equal(e[k].kind, EFFECT_CUE); /* and nothing is said */
	}
	click_at(5, 5, true);
	assert_screen("question");
	assert_false(bed());
	wait_ms(kiosk.idle_ms * 3);
	assert_screen("idle");
	assert_false(bed());
	wait_ms(kiosk.warn_ms);
	assert_screen("attract");
	assert_true(bed());
}

static void a_bed_is_not_heard_in_quiet_times_nor_out_of_hours(void **state)
{
	int64_t h = INT64_C(3600000);

	(void)state;
	open_kiosk(true);
	kiosk.hours = (struct kiosk_times){1, {{0x7F, 9 * 60, 17 * 60}}};
	kiosk.quiet = (struct kiosk_times){1, {{0x7F, 12 * 60, 13 * 60}}};
	at(DAY + 12 * h - 1, EVENT_TICK);
	assert_true(bed());
	assert_int_equal(app_frame(app)->wake, now_ms + 1); /* it ends on time */
	at(DAY + 12 * h, EVENT_TICK);
	assert_screen("attract");
	assert_false(bed());
	at(DAY + 13 * h, EVENT_TICK);
	assert_true(bed());
	at(DAY + 17 * h, EVENT_TICK);
	assert_screen("closed");
	assert_false(bed());
	at(DAY + 33 * h, EVENT_TICK);
	assert_screen("attract");
	assert_true(bed());
}

static void a_bed_is_not_heard_where_its_file_says_no_or_nothing_is_played(void **state)
{
	(void)state;
	open_kiosk(false);
	assert_false(bed());
	close_app(state);
	open_kiosk(true);
	assert_true(bed());
	kiosk.bed = 0;
	wait_ms(100);
	assert_false(bed());
}

static void the_brand_is_in_what_is_drawn(void **state)
{
	(void)state;
	kiosk = kiosk_default();
	struct app_options o = options();
	kiosk.primary = 0xFFFFD000;
	o.kiosk = &kiosk;
	open_app(o);
	assert_int_equal(app_frame(app)->theme->primary, 0xFFFFD000);
	assert_int_equal(app_frame(app)->theme->brand, theme_lookup("dark")->brand);
}

#define TEST(name) cmocka_unit_test_teardown(name, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_title_gives_way_to_a_question_that_answers_itself),
		TEST(what_it_plays_is_nobodys_game),
		TEST(nothing_stands_where_it_stood_and_nothing_is_cut_off),
		TEST(it_fits_any_window_and_any_size_of_letters),
		TEST(nobody_covers_the_name_of_the_house),
		TEST(the_name_of_the_house_keeps_its_size),
		TEST(no_art_runs_through_the_name_of_the_house),
		TEST(the_start_stays_where_it_is),
		TEST(what_is_right_is_told_in_its_card_in_large_letters_too),
		TEST(a_board_has_whole_names_and_nobody_without_points),
		TEST(a_board_has_whole_modes),
		TEST(ten_languages_are_all_in_sight_where_there_is_room),
		TEST(a_well_at_rest_asks_for_no_frames),
		TEST(without_packs_it_says_so_calmly),
		TEST(out_of_hours_it_is_black_and_says_when_it_opens),
		TEST(a_bed_is_heard_for_as_long_as_nobody_plays),
		TEST(a_bed_is_not_heard_in_quiet_times_nor_out_of_hours),
		TEST(a_bed_is_not_heard_where_its_file_says_no_or_nothing_is_played),
		TEST(the_brand_is_in_what_is_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
