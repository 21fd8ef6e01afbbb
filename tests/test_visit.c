/* Visitors of a kiosk: how they come and go, and that nothing of them stays. */
#include "access.h"
#include "flaw.h"
#include "forget.h"
#include "questionpage.h"
#include "visited.h"

/* ---- is anybody there? ---- */

static void who_does_nothing_is_asked_and_then_forgotten(void **state)
{
	(void)state;
	open_kiosk();
	start();
	hit(KEY_ESCAPE);
	wait_ms(59999);
	assert_screen("pause");
	wait_ms(1);
	assert_screen("idle");
	assert_true(heard(CUE_IDLE));
	assert_says("20");
	wait_ms(19999);
	assert_screen("idle");
	wait_ms(1);
	assert_screen("attract");
	assert_true(did(EFFECT_END, 0));
	assert_null(app_game(app));
}

/* The size of its letters, where it is said last; 0: it is not said. */
static float letters_px(const char *words)
{
	const struct frame *f = app_frame(app);
	float px = 0;

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TEXT && strcmp(f->items[i].s, words) == 0)
			px = f->items[i].px;
	return px;
}

static void the_seconds_left_are_read_at_any_size(void **state)
{
	static const int sizes[][2] = {{1920, 1080}, {1080, 1920}, {1200, 1200}, {1280, 720},
				       {800, 600},   {720, 1280},  {640, 360},   {320, 240}};

	(void)state;
	open_kiosk();
	start();
	hit(KEY_ESCAPE);
	wait_ms(60000);
	assert_screen("idle");
	for (int i = 0; i < 8 * ACCESS_SIZES * 2; i++) {
		app->set.text_percent = access_sizes[i / 2 % ACCESS_SIZES];
		app->reach = i % 2;
		resize(sizes[i / 2 / ACCESS_SIZES][0], sizes[i / 2 / ACCESS_SIZES][1]);
		wait_ms(0);
		struct flaw flaw = flaw_find(app_frame(app));
		if (flaw.what)
			fail_msg("%s %s at %d x %d, %d %%", flaw.text, flaw.what, app_frame(app)->w,
				 app_frame(app)->h, app->set.text_percent);
		assert_true(letters_px("20") >= 7.5f * app->ui.u);
	}
}

static void a_press_says_no_more_than_that_somebody_is_there(void **state)
{
	(void)state;
	open_kiosk();
	start();
	hit('2');
	struct action focus = app->ui.focus;
	int64_t left = game_left_ms(app_game(app), now_ms);
	int64_t idle = now_ms + game_asked(app_game(app))->limit_ms;
	while (strcmp(app_frame(app)->screen, "idle") != 0 && now_ms < idle)
		app->visit.sign_ms = app->since = now_ms - 3600000, wait_ms(0);
	assert_screen("idle");
	wait_ms(7000);
	key('2'); /* pressed twice it would be locked in */
	step((struct event){.kind = EVENT_TEXT, .text = "2"});
	assert_screen("question");
	assert_true(ui_is(app->ui.focus, focus));
	assert_int_equal(game_left_ms(app_game(app), now_ms), left);
	wait_ms(2000);
	assert_int_equal(game_answers(app_game(app)), 0);
}

static void nobody_who_reads_is_asked(void **state)
{
	(void)state;
	open_kiosk();
	start();
	int64_t limit = game_asked(app_game(app))->limit_ms;
	wait_ms(limit - 1);
	assert_screen("question");
	wait_ms(1000); /* time is up; the answer is kept meanwhile */
	wait_ms(1000);
	assert_screen("reveal");
	wait_ms(50000);
	assert_screen("reveal");
	wait_ms(10000);
	assert_screen("idle");
	close_app(NULL);
	start_without_clock();
	wait_ms(70000);
	assert_screen("question");
	wait_ms(10000);
	assert_screen("idle");
}

static void nobody_with_a_finger_on_the_glass_is_asked(void **state)
{
	(void)state;
	open_kiosk();
	start();
	hit(KEY_ESCAPE);
	for (int s = 0; s < 300; s++) { /* it moves a little */
		if (s == 0)
			down(640, 700);
		step((struct event){.kind = EVENT_MOVE,
				    .x = 640 + (float)(s % 2) * 40,
				    .y = 700,
				    .held = true,
				    .touch = true});
		wait_ms(1000);
	}
	assert_screen("pause");
	for (int s = 0; s < 71; s++) /* what got stuck is nobody */
		wait_ms(1000);
	assert_screen("idle");
}

static void nobody_who_listens_is_asked(void **state)
{
	(void)state;
	stage_folder = TESTS "/packs";
	add_pack(HEARD);
	struct app_options o = visited();
	o.repeatable = true;
	open_app(o);
	wait_ms(1000);
	start();
	while (!game_question(app_game(app))->audio) {
		give(true);
		hit(KEY_ENTER);
	}
	step((struct event){.kind = EVENT_SOUND,
			    .folder = game_pack(app_game(app))->folder,
			    .text = "inner/a.ogg",
			    .index = 200000});
	for (int s = 0; s < 199; s++)
		wait_ms(1000);
	assert_screen("question");
}

static void what_lies_on_a_key_is_nobody(void **state)
{
	(void)state;
	open_kiosk();
	start();
	hit(KEY_ESCAPE);
	for (int i = 0; i < 1210; i++) {
		step((struct event){.kind = EVENT_KEY, .key = KEY_DOWN, .repeat = true});
		wait_ms(50);
	}
	assert_screen("idle");
}

static void a_choice_of_letters_with_no_game_is_forgotten(void **state)
{
	(void)state;
	open_kiosk();
	setting_put(&app->set, SETTING_TEXT, 200);
	wait_ms(58000);
	assert_int_equal(app_settings(app)->text_percent, 200);
	wait_ms(2000);
	assert_int_equal(app_settings(app)->text_percent, 100);
	assert_screen("attract");
}

/* ---- forgetting ---- */

static void nothing_of_a_visit_is_left(void **state)
{
	(void)state;
	/* One who played, typed a name and left in the middle of the next game. */
	open_kiosk();
	go_scores();
	hit('a');
	step((struct event){.kind = EVENT_TEXT, .text = "a"});
	hit(KEY_ESCAPE);
	assert_screen("results");
	press("Climb again");
	give(false);
	setting_put(&app->set, SETTING_TEXT, 150);
	setting_put(&app->set, SETTING_CUES, 10);
	setting_take(&app->set, SETTING_LANGUAGE, "de");
	setting_take(&app->set, SETTING_THEME, "hc");
	setting_put(&app->set, SETTING_CAPTIONS, 1);
	app->reach = true;
	hit('z');
	while (strcmp(app_frame(app)->screen, "attract") != 0)
		wait_ms(20000);
	assert_true(did(EFFECT_END, 0));
	assert_true(did(EFFECT_KEEP, 100)); /* the volume is as it was */
	wait_ms(5000);
	static struct app left, fresh;
	left = *app;
	int64_t ended = app->visit.ended_ms, at = now_ms;
	const char *theme = app->ui.t->id;
	close_app(NULL);

	add_pack(PACK);
	struct app_options o = visited();
	struct event first = {.kind = EVENT_TICK, .at_ms = now_ms = ended};
	app = app_create(&o, &first);
	wait_ms(at - ended);
	fresh = *app;

	/* What differs is the machine's: see forget.c; and that a visit has ended. */
	fresh.visit.ended_ms = left.visit.ended_ms;
	fresh.from = left.from;
	fresh.ui.f = left.ui.f;
	assert_string_equal(fresh.ui.t->id, theme);
	fresh.ui.t = left.ui.t; /* each app has its own */
	fresh.ui.hurry_ms = left.ui.hurry_ms;
	fresh.ui.touched_ms = left.ui.touched_ms;
	fresh.ui.before = left.ui.before;
	fresh.press = left.press; /* the tick before this */
	fresh.nheld = left.nheld;
	const unsigned char *a = (const void *)&left, *b = (const void *)&fresh;
	for (size_t i = 0; i < sizeof left; i++)
		if (a[i] != b[i] && !forget_spares(i))
			fail_msg("byte %zu of the app (%zu in ui) is of the visitor", i,
				 i - offsetof(struct app, ui));
	assert_int_equal(left.nheld, 0);
	assert_memory_equal(&left.set, &fresh.set, sizeof left.set);
	assert_int_equal(left.visit.mistakes.n, 0);
	assert_int_equal(left.frame.nspots, fresh.frame.nspots);
	assert_int_equal(left.frame.nitems, fresh.frame.nitems);
	for (int i = 0; i < left.frame.nitems; i++)
		assert_true(left.frame.items[i].kind == fresh.frame.items[i].kind);
}

static void a_game_of_an_earlier_run_is_offered_to_nobody(void **state)
{
	static struct interrupted i;

	(void)state;
	open_kiosk();
	step((struct event){.kind = EVENT_MEMORY, .interrupted = &i});
	const struct effect *e;
	assert_int_equal(app_effects(app, &e), 1);
	assert_int_equal(e[0].kind, EFFECT_FORGET);
	assert_null(app_game(app));
}

static void mistakes_are_the_visitors_own(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = visited();
	kiosk.modes |= 1u << (game_mode("study") - game_modes);
	struct past past;
	past_init(&past);
	past_reserve(&past, 100);
	for (int i = 0; i < entries[0].pack->nquestions; i++) /* all are somebody's mistakes */
		past_note(&past, past_key(entries[0].pack, &entries[0].pack->questions[i]), false,
			  true);
	o.past = &past;
	open_app(o);
	wait_ms(1000);
	start();
	assert_screen("modes");
	hit('1');
	give(false);
	hit(KEY_ENTER);
	finish();
	wait_ms(RESULTS_REST_MS);
	assert_says("Only my mistakes: 1");
	press("Only my mistakes");
	assert_int_equal(app_game(app)->deck.n, 1);
	close_app(NULL);
	past_finish(&past);
}

/* ---- the way ---- */

static void one_pack_and_one_mode_lead_to_the_question(void **state)
{
	(void)state;
	add_pack(BROKEN);
	open_kiosk();
	start();
	assert_screen("question");
}

static void several_packs_are_chosen_first_and_broken_ones_are_not_seen(void **state)
{
	(void)state;
	add_pack(BROKEN);
	add_pack(PACK);
	add_pack(
		"title = Half\n[question]\nask = A?\nright = A\nwrong = B\n[question]\nask = B?\n");
	struct app_options o = visited();
	kiosk.modes = 1 | 1u << (game_mode("sprint") - game_modes);
	open_app(o);
	wait_ms(1000);
	start();
	assert_screen("packs");
	assert_says("One");
	assert_says_not("mistake");
	assert_says_not("ini");
	assert_says_not("Set up");
	assert_says_not("Broken");
	assert_says_not("quiz");
	assert_int_equal(app->ui.focus.arg, 1);
	hit('p');
	assert_screen("packs");
	press("One");
	assert_screen("modes");
	assert_says("Climb");
	assert_says("Sprint");
	assert_says_not("One Take");
	assert_says_not("Daily");
	hit(KEY_ESCAPE);
	assert_screen("packs");
	press("One");
	hit('2');
	assert_screen("question");
	assert_string_equal(app_game(app)->options.mode->id, "sprint");
	close_app(NULL);
}

static void several_modes_of_one_pack_are_chosen_first(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = visited();
	kiosk.modes = 3;
	open_app(o);
	wait_ms(1000);
	start();
	assert_screen("modes");
	hit(KEY_ESCAPE);
	assert_screen("attract");
}

static void an_empty_library_leads_to_the_start_and_no_further(void **state)
{
	(void)state;
	add_pack(PACK);
	add_pack(OTHER);
	open_app(visited());
	wait_ms(1000);
	start();
	assert_screen("packs");
	for (int i = 0; i < 2; i++) {
		pack_drop(entries[i].pack);
		entries[i].pack = NULL;
	}
	step((struct event){.kind = EVENT_LOADED, .index = 0});
	assert_screen("attract");
	start();
	assert_screen("attract");
}

static void without_packs_the_boards_of_the_start_harm_nobody(void **state)
{
	static struct boards boards;

	(void)state;
	struct app_options o = visited();
	open_app(o);
	step((struct event){.kind = EVENT_BOARDS, .boards = &boards});
	assert_screen("attract");
}

static void the_results_lead_on_or_to_the_start(void **state)
{
	(void)state;
	open_kiosk();
	go_results();
	assert_says_not("Home");
	press("Finish");
	assert_screen("attract");
}

/* ---- what is set in a question ---- */

static struct move made[64];
static int nmade;

static void note_moves(void)
{
	const struct effect *e;
	int n = app_effects(app, &e);

	for (int i = 0; i < n; i++)
		if (e[i].kind == EFFECT_MOVE)
			made[nmade++] = e[i].move;
}

static void let_pass(int64_t ms)
{
	wait_ms(ms);
	note_moves();
}

static void set_contrast(void)
{
	press("Contrast");
	note_moves();
}

static int64_t left_ms(void)
{
	return game_left_ms(app_game(app), now_ms);
}

static void what_is_set_takes_no_time_from_a_question(void **state)
{
	static struct game again;

	(void)state;
	open_kiosk();
	start();
	nmade = 0;
	again = *app_game(app);
	let_pass(500);
	int64_t left = left_ms();
	for (int i = 0; i < 8; i++) {
		set_contrast();
		let_pass(1000);
		assert_int_equal(left_ms(), left);
	}
	let_pass(EASE_MS - 1000);
	assert_int_equal(left_ms(), left);
	let_pass(1000);
	assert_int_equal(left_ms(), left -= 1000);

	set_contrast(); /* an answer meanwhile counts as ever */
	let_pass(700);
	press(choice(true));
	note_moves();
	let_pass(HOLD_MS);
	assert_int_equal(app_game(app)->phase, PHASE_ANSWERED);
	assert_int_equal(left_ms(), left);
	for (int i = 0; i < nmade; i++) {
		assert_true(game_allows(&again, &made[i]));
		game_move(&again, &made[i]);
	}
	assert_memory_equal(&again, app_game(app), sizeof again);
}

static void a_question_is_not_made_endless_by_what_is_set(void **state)
{
	(void)state;
	open_kiosk();
	start();
	int64_t left = left_ms();
	for (int i = 0; i < 19; i++) {
		press("Contrast");
		wait_ms(2000);
	}
	assert_int_equal(left_ms(), left - (19 * 2000 - EASED_MS));
	give(true);
	hit(KEY_ENTER);
	wait_ms(1000);
	left = left_ms(); /* the next one has its own */
	press("Contrast");
	wait_ms(1000);
	assert_int_equal(left_ms(), left);
}

static void a_pause_after_something_was_set_is_one_pause(void **state)
{
	(void)state;
	open_kiosk();
	start();
	int64_t left = left_ms();
	press("Contrast");
	wait_ms(1000);
	key(KEY_ESCAPE);
	assert_screen("pause");
	wait_ms(5000);
	press("Go on");
	assert_screen("question");
	assert_int_equal(left_ms(), left);
	wait_ms(1000);
	assert_int_equal(left_ms(), left - 1000);
}

/* ---- mashers ---- */

static void results_are_seen_before_they_are_left(void **state)
{
	(void)state;
	open_kiosk();
	start();
	finish();
	for (int ms = 0; ms < RESULTS_REST_MS; ms += 100) {
		press("Climb again");
		key(KEY_ENTER);
		assert_screen("results");
		wait_ms(100);
	}
	press("Climb again");
	assert_screen("question");
}

/* Whether a line around what is pressed is dashed, as around what can't be. */
static bool looks_inactive(const char *label)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nspots; i++) {
		if (strncmp(f->spots[i].label, label, strlen(label)) != 0)
			continue;
		for (int k = 0; k < f->nitems; k++)
			if (f->items[k].dashed &&
			    memcmp(&f->items[k].box, &f->spots[i].box, sizeof f->spots[i].box) == 0)
				return true;
		return false;
	}
	fail_msg("there is no \"%s\"", label);
	return false;
}

static void what_looks_alive_on_results_is_alive(void **state)
{
	(void)state;
	open_kiosk();
	start();
	finish();
	wait_ms(1000);
	assert_true(looks_inactive("Climb again"));
	assert_true(looks_inactive("Finish"));
	assert_true(looks_inactive("Question"));
	assert_true(app_frame(app)->wake <= app->since + RESULTS_REST_MS);
	press("Finish");
	assert_screen("results");
	wait_ms(200); /* what is counted has come to its end */
	assert_false(looks_inactive("Climb again"));
	assert_false(looks_inactive("Finish"));
	assert_false(looks_inactive("Question"));
	press("Finish");
	assert_screen("attract");
}

static void next_looks_inactive_until_it_is_alive(void **state)
{
	(void)state;
	open_kiosk();
	start();
	press(choice(false));
	wait_ms(900);
	step((struct event){.kind = EVENT_SAVED, .index = 1, .number = saved()});
	assert_screen("reveal");
	wait_ms(400);
	assert_true(looks_inactive("Next"));
	press("Next");
	assert_screen("reveal");
	wait_ms(200);
	assert_false(looks_inactive("Next"));
	press("Next");
	assert_screen("question");
}

static void what_can_be_set_can_be_set_at_once(void **state)
{
	(void)state;
	open_kiosk();
	start();
	finish();
	assert_false(looks_inactive("Contrast"));
	press("Contrast");
	assert_string_equal(app->set.theme, "hc");
	assert_screen("results");
}

static uint32_t dice;

static float throw(int most)
{
	dice = dice * 1664525u + 1013904223u;
	return (float)(dice >> 8) / 16777216.f * (float)most;
}

static void a_storm_of_presses_skips_no_score(void **state)
{
	int seen = 0;

	(void)state;
	dice = 1;
	add_pack(PACK);
	struct app_options o = visited();
	o.mode = game_mode("one-take");
	kiosk.modes = 1u << (o.mode - game_modes);
	o.remembers = false;
	open_app(o);
	int64_t came = -1;
	for (int64_t i = 0; seen < 50 && i < 400000; i++) {
		float x = throw(1280), y = throw(720);
		bool results = app->screen == &screen_results;
		if (results && came < 0 && !app->tallied)
			came = app->since;
		int64_t began = results ? came : -1;
		down(x, y);
		up(x, y);
		if (began >= 0 && app->screen != &screen_results) {
			assert_true(now_ms - began >= RESULTS_REST_MS);
			seen++;
			came = -1;
		}
		bool over = app_game(app) && app_game(app)->phase == PHASE_OVER;
		assert_true(!over || app->screen == &screen_results || seen > 0);
		wait_ms(50);
	}
	assert_int_equal(seen, 50);
}

static void a_language_chosen_while_it_is_played_is_noted(void **state)
{
	(void)state;
	add_pack("title = One\nlanguage = en\n[question]\nask = One?\nask.de = Eins?\nright = "
		 "R\nwrong = W\n");
	open_app(visited());
	wait_ms(15000); /* the loop has played meanwhile */
	start();
	assert_screen("question");
	press("Language");
	const struct effect *e = effect_of(EFFECT_LANGUAGE);
	assert_non_null(e);
	assert_string_equal(e->text, "de");
}

/* So that what breaks the loop is told of the pack that it shows. */
static void the_loop_tells_what_it_shows(void **state)
{
	(void)state;
	open_kiosk();
	assert_null(app_shown_game(app));
	wait_ms(15000);
	assert_screen("attract");
	assert_null(app_game(app));
	assert_non_null(app_shown_game(app));
	assert_string_equal(game_pack(app_shown_game(app))->title.s, "One");
	start();
	assert_ptr_equal(app_shown_game(app), app_game(app));
}

/* ---- who presses again what is under the finger ---- */

static struct rect text_box(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nspots; i++)
		if (ui_is(f->spots[i].action, (struct action){VERB_ACCESS, ACCESS_TEXT}))
			return f->spots[i].box;
	fail_msg("%s has no way to larger letters", f->screen);
	return (struct rect){0};
}

/* At every size of letters, and again at the first. */
static void check_text_stays(void)
{
	static const int sizes[][2] = {
		{1920, 1080}, {1280, 720}, {1080, 1920}, {1200, 1200}, {800, 600}};

	for (int i = 0; i < 5; i++) {
		struct rect was = {0};
		for (int k = 0; k <= ACCESS_SIZES; k++) {
			app->set.text_percent = access_sizes[k % ACCESS_SIZES];
			resize(sizes[i][0], sizes[i][1]);
			wait_ms(0);
			struct rect r = text_box();
			float x = was.x + was.w / 2, y = was.y + was.h / 2;
			if (k > 0 && (x < r.x || x > r.x + r.w || y < r.y || y > r.y + r.h))
				fail_msg("%s at %d x %d, %d %%: what was pressed at %g, %g is "
					 "at %g, %g",
					 app_frame(app)->screen, sizes[i][0], sizes[i][1],
					 app->set.text_percent, (double)x, (double)y, (double)r.x,
					 (double)r.y);
			was = r;
		}
	}
	app->set.text_percent = 100;
	resize(1280, 720);
}

static void larger_letters_are_pressed_where_they_were_pressed(void **state)
{
	static const char *const packs[] = {
		"title = One\nlanguage = en\n" QUESTION("1", "") QUESTION("2", ""),
		"title = Two\nlanguage = en\n" QUESTION("1", "ask.de = Frage?\n")
			QUESTION("2", "")};

	(void)state;
	for (int i = 0; i < 2; i++) {
		add_pack(packs[i]);
		open_app(visited());
		wait_ms(1000);
		for (int reach = 0; reach < 2; reach++) {
			app->reach = reach;
			check_text_stays();
		}
		app->reach = false;
		start();
		assert_screen("question");
		check_text_stays();
		give(false);
		check_text_stays();
		close_app(NULL);
	}
}

#define ASK "You write down a choice that counts. Which word stands before its name?"

static void nothing_that_is_told_shrinks_as_letters_grow(void **state)
{
	static const char *const whys[] = {
		"It is.",
		"Each choice has a line of its own, right = or wrong =. So there is no letter to "
		"keep in step when lines are moved.",
		"The charter was given in the winter of 1241, after the great fire, by Duke Henry, "
		"who wanted the market, the mill, the bridge and the four gates to be built of "
		"stone; three of the gates are gone, and the bridge was built anew when the "
		"railway came, so that nothing is left of that time but the mill and the name of "
		"the square, where it still stands."};
	static const int sizes[][2] = {{1920, 1080}, {1280, 720}, {1080, 1920},
				       {1200, 1200}, {800, 600},  {640, 360}};
	char ini[2048];

	(void)state;
	for (int i = 0; i < 6; i++) {
		snprintf(ini, sizeof ini,
			 "title = One\n[question]\nask = " ASK "\nright = right\nwrong = wrong\n%s"
			 "why = %s\nsource = questions, the guide for authors\n",
			 i % 2 ? "wrong = good\nwrong = yes\n" : "", whys[i / 2]);
		add_pack(ini);
		open_app(visited());
		wait_ms(1000);
		start();
		give(true);
		for (int k = 0; k < 6 * ACCESS_SIZES; k++) {
			static float was[3];
			app->set.text_percent = access_sizes[k % ACCESS_SIZES];
			resize(sizes[k / ACCESS_SIZES][0], sizes[k / ACCESS_SIZES][1]);
			const char *const words[] = {ASK, "right", whys[i / 2]};
			for (int w = 0; w < 3; w++) {
				float px = letters_px(words[w]);
				if (k % ACCESS_SIZES > 0 && px < was[w])
					fail_msg("«%s» has %g px, and had %g, at %d x %d, %d %%",
						 words[w], (double)px, (double)was[w],
						 app_frame(app)->w, app_frame(app)->h,
						 app->set.text_percent);
				was[w] = px;
			}
		}
		close_app(NULL);
	}
}

#define T(test) cmocka_unit_test_teardown(test, close_app)

int main(void)
{
	const struct CMUnitTest tests[] = {
		T(who_does_nothing_is_asked_and_then_forgotten),
		T(the_seconds_left_are_read_at_any_size),
		T(a_press_says_no_more_than_that_somebody_is_there),
		T(nobody_who_reads_is_asked),
		T(nobody_with_a_finger_on_the_glass_is_asked),
		T(nobody_who_listens_is_asked),
		T(what_lies_on_a_key_is_nobody),
		T(a_choice_of_letters_with_no_game_is_forgotten),
		T(nothing_of_a_visit_is_left),
		T(a_game_of_an_earlier_run_is_offered_to_nobody),
		T(mistakes_are_the_visitors_own),
		T(one_pack_and_one_mode_lead_to_the_question),
		T(several_packs_are_chosen_first_and_broken_ones_are_not_seen),
		T(several_modes_of_one_pack_are_chosen_first),
		T(an_empty_library_leads_to_the_start_and_no_further),
		T(without_packs_the_boards_of_the_start_harm_nobody),
		T(the_results_lead_on_or_to_the_start),
		T(results_are_seen_before_they_are_left),
		T(what_is_set_takes_no_time_from_a_question),
		T(a_question_is_not_made_endless_by_what_is_set),
		T(a_pause_after_something_was_set_is_one_pause),
		T(what_looks_alive_on_results_is_alive),
		T(next_looks_inactive_until_it_is_alive),
		T(what_can_be_set_can_be_set_at_once),
		T(a_storm_of_presses_skips_no_score),
		T(a_language_chosen_while_it_is_played_is_noted),
		T(the_loop_tells_what_it_shows),
		T(larger_letters_are_pressed_where_they_were_pressed),
		T(nothing_that_is_told_shrinks_as_letters_grow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
