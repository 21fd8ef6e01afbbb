/* What a visitor plays with, in every size: nothing cut off, large enough for a finger, and within
 * reach where that is asked for. */
#include "access.h"
#include "checks.h"

static struct kiosk kiosk;

static const int sizes[][2] = {
	{1080, 1920}, {2160, 3840}, {1920, 1080}, {1280, 720}, {640, 360},
	{360, 640},   {1200, 1200}, {768, 1366},  {800, 600},
};

enum { SIZES = sizeof sizes / sizeof sizes[0] };

static const char LONG_ASK[] =
	"ask = Which of all the statements about the one long shot in the stairwell, which was put "
	"together from many and shot over weeks with a hidden cut here and there, is the one that "
	"nobody who was there has ever doubted in what was written about it later on?\n";

static const char *const PACKS[] = {
	"title = Two\nlanguage = en\n[question]\nask = Yes?\nask.de = Ja?\nright = Yes\nwrong = "
	"No\n",
	"title = Neon: light in a tube\nlanguage = en\n[question]\nask = What makes a neon sign "
	"glow "
	"red-orange?\nask.de = Wodurch leuchtet eine Neonröhre rot?\nask.fr = Pourquoi ?\nask.es = "
	"¿Por qué?\nask.sv = Varför?\nask.pt-BR = Por quê?\nhint = A gas\nright = Neon gas\nwrong "
	"= "
	"Argon with a drop of mercury\nwrong = Red paint on the glass\nwrong = Helium\nwhy = It "
	"does "
	"so by itself when a current flows.\nsource = A book about light\n",
	"title = وقت\nlanguage = ar\n[question]\nask = ما الذي يجعل لافتة النيون تتوهج باللون "
	"الأحمر "
	"البرتقالي؟\nright = غاز النيون\nwrong = الأرجون مع قطرة زئبق\nwrong = طلاء أحمر\nwrong = "
	"الهيليوم\n",
	"title = 光\nlanguage = ja\n[question]\nask = "
	"ネオンサインが赤橙色に光るのはなぜですか？\nright = "
	"ネオンガス\nwrong = 水銀を一滴加えたアルゴン\nwrong = ガラスの赤い塗料\nright = "
	"ヘリウム\n",
};

static struct app_options kiosk_options(void)
{
	struct app_options o = options();

	kiosk = kiosk_default();
	kiosk.keyboard = 1;
	o.kiosk = &kiosk;
	o.set.motion = MOTION_NONE;
	return o;
}

static bool is_target(const struct spot *s)
{
	return !(s->flags & SPOT_SILENT) && s->box.w > 0;
}

static float gap(const struct rect *a, const struct rect *b)
{
	float x = fmaxf(a->x, b->x) - fminf(a->x + a->w, b->x + b->w);
	float y = fmaxf(a->y, b->y) - fminf(a->y + a->h, b->y + b->h);

	return fmaxf(x, y);
}

/* Every target is as large as a finger, none too near the next. */
static void check_fingers(void)
{
	const struct frame *f = app_frame(app);
	float finger = app->ui.finger - .5f, apart = app->ui.apart - .5f;

	for (int i = 0; i < f->nspots; i++) {
		const struct spot *s = &f->spots[i];
		if (!is_target(s))
			continue;
		if (s->box.w < finger || s->box.h < finger)
			fail_msg("%s: «%s» is only %g x %g, not %g", where(), s->label,
				 (double)s->box.w, (double)s->box.h, (double)finger);
		for (int k = 0; k < i; k++) {
			const struct spot *t = &f->spots[k];
			if (is_target(t) && !((s->flags ^ t->flags) & SPOT_SCROLLS) &&
			    gap(&s->box, &t->box) < apart)
				fail_msg("%s: «%s» and «%s» are only %g px apart", where(),
					 s->label, t->label, (double)gap(&s->box, &t->box));
		}
	}
}

/* With reach, whatever is pressed lies in the lowest 45 %; what scrolls, at some place of its way.
 */
static void check_reach(void)
{
	const struct frame *f = app_frame(app);
	float line = .55f * (float)f->h - .5f;

	if (!app->reach)
		return;
	for (int i = 0; i < f->nspots; i++) {
		const struct spot *s = &f->spots[i];
		float y = s->box.y + (s->flags & SPOT_SCROLLS ? f->scroll_at : 0);
		float end = f->scroll.y + f->scroll.h;
		if (is_target(s) && s->flags & SPOT_SCROLLS && end - line < app->ui.finger)
			fail_msg("%s: of «%s» nothing is seen within reach", where(), s->label);
		if (is_target(s) && y < line)
			fail_msg("%s: «%s» is out of reach, at %g of %g", where(), s->label,
				 (double)y, (double)line);
	}
}

static void look(void)
{
	check_fingers();
	check_reach();
	check(true);
}

static void look_at_all(void)
{
	static const int texts[] = {100, 115, 130, 150, 200};

	for (int i = 0; i < SIZES; i++)
		for (int t = 0; t < 5; t++)
			for (int reach = 0; reach < 2; reach++) {
				resize(sizes[i][0], sizes[i][1]);
				app->set.text_percent = texts[t];
				app->ui.scroll_at = 0;
				app->reach = false;
				wait_ms(0);
				app->reach = reach && access_offers(app, ACCESS_REACH);
				wait_ms(0);
				look();
			}
	app->reach = false;
	app->set.text_percent = 100;
	resize(1080, 1920);
}

static void play_through(struct app_options o)
{
	o.w = 1080;
	o.h = 1920;
	open_app(o);
	press("Touch to start");
	assert_screen("question");
	look_at_all();
	hit(KEY_ESCAPE);
	look_at_all();
	press("Go on");
	press(choice(true));
	if (game_asked(app_game(app))->need > 1) {
		wait_ms(400);
		look_at_all();
		for (int i = 0; i < 6; i++)
			if (game_asked(app_game(app))->right >> i & 1 && !(app->chosen >> i & 1))
				press(game_choice(app_game(app), i)->text.s);
		press("Lock in");
	}
	look_at_all();
	wait_ms(900);
	assert_screen("reveal");
	wait_ms(3000);
	look_at_all();
	close_app(NULL);
}

static void questions_of_every_kind_fit(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof PACKS / sizeof PACKS[0]; i++) {
		add_pack(PACKS[i]);
		assert_int_equal(entries[0].diag.errors, 0);
		play_through(kiosk_options());
	}
}

static void six_choices_and_a_long_question_fit(void **state)
{
	char ini[4096];

	(void)state;
	for (int picture = 0; picture < 2; picture++) {
		stage_folder = TESTS "/pictures";
		snprintf(ini, sizeof ini,
			 "title = Six\n[question]\n%s%sright = One that is as long as a line, or "
			 "two\nwrong = Two\nwrong = Three and some more\nwrong = Four\nwrong = "
			 "Five\nwrong = Six of one, half a dozen of another\nwhy = Because it is "
			 "so, "
			 "and because it has been so for as long as anyone can think.\n",
			 LONG_ASK, picture ? "image = wide.png\nalt = A stair.\n" : "");
		add_pack(ini);
		assert_int_equal(entries[0].diag.errors, 0);
		play_through(kiosk_options());
	}
}

static void choices_that_are_pictures_fit(void **state)
{
	(void)state;
	stage_folder = TESTS "/pictures";
	add_pack("title = Pictures\n[question]\nask = Which one?\nright = A ring\nchoice-image = "
		 "ring.png\nchoice-alt = A ring\nwrong = A bar\nchoice-image = bar.png\nchoice-alt "
		 "= "
		 "A bar\nwrong = A square\nchoice-image = square.png\nchoice-alt = A square\nwrong "
		 "= "
		 "A star\nchoice-image = diamond.png\nchoice-alt = A star\n");
	assert_int_equal(entries[0].diag.errors, 0);
	play_through(kiosk_options());
}

static void a_sound_fits(void **state)
{
	(void)state;
	stage_folder = TESTS "/packs";
	add_pack("title = Ears\n[question]\nask = What is it that can be heard here?\n"
		 "audio = inner/a.ogg\nalt = A low hum.\nright = A hum\nwrong = A bell\n");
	play_through(kiosk_options());
}

static void targets_are_as_large_as_a_finger_where_that_is_known(void **state)
{
	static const float px_per_mm[] = {3.6f, 5.4f, 6};

	(void)state;
	for (int i = 0; i < 3; i++) {
		struct app_options o = kiosk_options();
		o.state.px_per_mm = px_per_mm[i];
		add_pack(PACKS[1]);
		play_through(o);
	}
}

static void languages_fit(void **state)
{
	(void)state;
	add_pack(PACKS[1]);
	struct app_options o = kiosk_options();
	o.w = 1080;
	o.h = 1920;
	open_app(o);
	press("Touch to start");
	press("Language");
	assert_screen("languages");
	look_at_all();
	press("Deutsch");
	assert_screen("question");
	assert_string_equal(app_settings(app)->language, "de");
	wait_ms(3100); /* the clock stands for so long after what was set */
	assert_true(app_game(app)->paused_ms < 0);
}

/* Letters, contrast and the language, whichever page it is; "Sure?" is words where others are
 * icons. */
static void every_page_of_a_visit_has_the_access_options(void **state)
{
	(void)state;
	add_pack(PACKS[1]);
	add_pack(PACKS[0]);
	add_pack(
		"title = A pack whose title is longer than a card of it is wide, by far\n[question]"
		"\nask = Yes?\nright = Yes\nwrong = No\n");
	struct app_options o = kiosk_options();
	kiosk.modes = 3;
	open_app(o);
	press("Touch to start");
	assert_screen("packs");
	look_at_all();
	press("Bigger text");
	assert_int_equal(app->set.text_percent, 115);
	press("Neon");
	assert_screen("modes");
	look_at_all();
	press("Bigger text");
	press("Back");
	assert_screen("packs");
	press("Neon");
	press("Climb");
	assert_screen("question");
	resize(1200, 1200);
	press("Within reach");
	press("Restart");
	assert_says("Sure?");
}

static void the_name_of_a_house_takes_the_lines_it_needs(void **state)
{
	static const char name[] = "The Museum of Natural History and Ethnology of Long Hampton";

	(void)state;
	add_pack(PACKS[1]);
	struct app_options o = kiosk_options();
	snprintf(kiosk.title, sizeof kiosk.title, "%s", name);
	open_app(o);
	for (int i = 0; i < SIZES; i++) {
		resize(sizes[i][0], sizes[i][1]);
		assert_says_not("…");
		check(true);
	}
}

static void reach_leaves_the_question_above(void **state)
{
	(void)state;
	add_pack(PACKS[1]);
	struct app_options o = kiosk_options();
	o.w = 1080;
	o.h = 1920;
	open_app(o);
	press("Touch to start");
	float before = app->ui.choice_at[0].y;
	press("Within reach: off");
	assert_true(app->reach);
	assert_true(app->ui.choice_at[0].y > before);
	assert_true(app->ui.ask_at > 0 && app->ui.ask_at < 960);
	hit(KEY_ESCAPE);
	assert_screen("pause");
	press("Within reach: On");
	assert_false(app->reach);
}

static struct boards boards_of_one(void)
{
	struct boards b = {.game = 1};

	b.key = board_key_of(app_game(app));
	for (int s = 0; s < SPANS; s++)
		b.span[s] = (struct board){
			.row = {{.score = 300,
				 .floor = 1,
				 .right = 1,
				 .asked = 1,
				 .place = 1,
				 .mine = true},
				{.name = "ADA", .score = 200, .floor = 1, .place = 2}},
			.n = 2,
			.games = 2,
			.place = 1};
	return b;
}

static void open_names(enum kiosk_names names, enum kiosk_boards boards)
{
	add_pack(PACKS[0]);
	struct app_options o = kiosk_options();
	kiosk.names = names;
	kiosk.boards = boards;
	o.state.px_per_mm = 3.6f; /* a portrait screen of 24 inches */
	o.remembers = true;
	o.w = 1080;
	o.h = 1920;
	open_app(o);
	press("Touch to start");
	press(choice(true));
	wait_ms(900);
	step((struct event){.kind = EVENT_SAVED, .number = app->answers, .index = 1});
	wait_ms(3000);
	press("See results");
	assert_screen("results");
	struct boards b = boards_of_one();
	step((struct event){.kind = EVENT_BOARDS, .boards = &b});
	wait_ms(3000);
}

static const char *named(void)
{
	const struct effect *e;
	int n = app_effects(app, &e);

	for (int i = 0; i < n; i++)
		if (e[i].kind == EFFECT_NAME)
			return e[i].text;
	return NULL;
}

static void initials_come_by_wheels(void **state)
{
	(void)state;
	open_names(NAMES_WHEEL, BOARDS_DAY);
	look_at_all();
	press("Enter initials");
	assert_screen("scores");
	look_at_all();
	press("Letter 1: the next");
	press("Letter 2: the one before"); /* a blank */
	press("Letter 3: the one before");
	press("Letter 3: the one before");
	press("Save");
	assert_string_equal(named(), "BZ");
	assert_says("Today’s highest");
	look_at_all();
	press("Back");
	assert_screen("results");
	assert_says("Today’s highest"); /* by the same words */
	assert_says_not("High scores");
}

static void type(const char *letters)
{
	for (; *letters; letters++) {
		char text[2] = {*letters, '\0'};

		wait_ms(200);
		step((struct event){.kind = EVENT_KEY, .key = *letters});
		step((struct event){.kind = EVENT_TEXT, .text = text});
	}
}

static void letters_typed_set_one_wheel_after_the_other(void **state)
{
	(void)state;
	open_names(NAMES_WHEEL, BOARDS_DAY);
	press("Enter initials");
	type("ki");
	assert_string_equal(app->scores.name, "KIA");
	type("!m");
	assert_string_equal(app->scores.name, "KIM");
	type("T"); /* and anew */
	assert_string_equal(app->scores.name, "TIM");
	press("Letter 2: the one before");
	type("x");
	assert_string_equal(app->scores.name, "THX");
	wait_ms(200);
	key(KEY_ENTER);
	assert_string_equal(named(), "THX");
}

static void a_wheel_is_turned_by_a_drag(void **state)
{
	float x, y;
	bool on_page;

	(void)state;
	open_names(NAMES_WHEEL, BOARDS_DAY);
	press("Enter initials");
	assert_true(app_find(app, "Letter 1: A", &x, &y, &on_page));
	step((struct event){.kind = EVENT_DOWN, .x = x, .y = y, .touch = true, .held = true});
	for (int i = 0; i < 20; i++) {
		y -= ui_px(&app->ui, 1);
		step((struct event){
			.kind = EVENT_MOVE, .x = x, .y = y, .touch = true, .held = true});
	}
	step((struct event){.kind = EVENT_UP, .x = x, .y = y, .touch = true});
	assert_string_equal(app->scores.name, "EAA");
}

static void a_name_nobody_wants_is_not_taken(void **state)
{
	(void)state;
	open_names(NAMES_WHEEL, BOARDS_DAY);
	press("Enter initials");
	for (int i = 0; i < 18; i++) {
		press("Letter 2: the next");
		press("Letter 3: the next");
	}
	press("Save");
	assert_null(named());
	assert_says("Please choose other letters");
	look_at_all();
	press("Letter 1: the next");
	assert_says_not("Please choose other letters");
	press("Save");
	assert_string_equal(named(), "BSS");
}

static struct rect box_of(const char *label)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nspots; i++)
		if (strncmp(f->spots[i].label, label, strlen(label)) == 0)
			return f->spots[i].box;
	fail_msg("nothing is labelled %s", label);
	return (struct rect){0};
}

static void results_and_buttons_are_flush(void **state)
{
	(void)state;
	open_names(NAMES_GENERATED, BOARDS_DAY);
	struct rect answer = box_of("Yes?"), first = box_of("Choose a name"),
		    last = box_of("Finish");
	assert_true(fabsf(answer.x - first.x) < 1.5f);
	assert_true(fabsf(answer.x + answer.w - last.x - last.w) < 1.5f);
	app->set.text_percent = app->o.set.text_percent = 200;
	for (int i = 0; i < 4; i++) {
		resize(sizes[i][0], sizes[i][1]);
		float row = fminf(box_of("Bigger text").x, box_of("Language").x);
		assert_true(fabsf(row - box_of("Choose a name").x) < .5f);
	}
}

static void made_up_names_have_their_buttons_in_a_row(void **state)
{
	(void)state;
	open_names(NAMES_GENERATED, BOARDS_DAY);
	press("Choose a name");
	for (int i = 0; i < 4; i++) {
		resize(sizes[i][0], sizes[i][1]);
		assert_true(box_of("Another").y == box_of("Save").y);
	}
}

static void made_up_names_can_be_drawn_anew(void **state)
{
	char first[GAME_NAME];

	(void)state;
	open_names(NAMES_GENERATED, BOARDS_WEEK);
	press("Choose a name");
	look_at_all();
	strcpy(first, app->scores.name);
	press("Another");
	assert_string_not_equal(app->scores.name, first);
	strcpy(first, app->scores.name);
	press("Save");
	assert_string_equal(named(), first);
	assert_says("This week’s highest");
	look_at_all();
}

static void without_names_the_board_has_visitors(void **state)
{
	(void)state;
	open_names(NAMES_NONE, BOARDS_EVER);
	press("High scores");
	assert_says("You");
	assert_says("Visitor");
	assert_says_not("ADA");
	look_at_all();
}

static void without_boards_there_is_no_page_of_them(void **state)
{
	(void)state;
	open_names(NAMES_WHEEL, BOARDS_OFF);
	assert_says_not("initials");
	assert_says_not("High scores");
	assert_says_not("place");
}

static void a_name_is_forgotten_with_its_visitor(void **state)
{
	(void)state;
	open_names(NAMES_WHEEL, BOARDS_DAY);
	press("Enter initials");
	press("Letter 1: the next");
	press("Save");
	press("Back");
	press("Finish");
	assert_screen("attract");
	assert_string_equal(app->scores.name, "");
	assert_int_equal(app->naming.at[0], 0);
}

static void boards_may_come_before_any_pack(void **state)
{
	struct app_options o = kiosk_options();
	struct boards b = {0};

	(void)state;
	o.remembers = true;
	open_app(o);
	step((struct event){.kind = EVENT_BOARDS, .boards = &b});
	assert_screen("attract");
}

int main(void)
{
#define TEST(f) cmocka_unit_test_teardown(f, close_app)
	const struct CMUnitTest tests[] = {
		TEST(questions_of_every_kind_fit),
		TEST(six_choices_and_a_long_question_fit),
		TEST(choices_that_are_pictures_fit),
		TEST(a_sound_fits),
		TEST(targets_are_as_large_as_a_finger_where_that_is_known),
		TEST(languages_fit),
		TEST(every_page_of_a_visit_has_the_access_options),
		TEST(the_name_of_a_house_takes_the_lines_it_needs),
		TEST(reach_leaves_the_question_above),
		TEST(initials_come_by_wheels),
		TEST(letters_typed_set_one_wheel_after_the_other),
		TEST(a_wheel_is_turned_by_a_drag),
		TEST(a_name_nobody_wants_is_not_taken),
		TEST(results_and_buttons_are_flush),
		TEST(made_up_names_have_their_buttons_in_a_row),
		TEST(made_up_names_can_be_drawn_anew),
		TEST(without_names_the_board_has_visitors),
		TEST(without_boards_there_is_no_page_of_them),
		TEST(a_name_is_forgotten_with_its_visitor),
		TEST(boards_may_come_before_any_pack),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
