/* A game that was not played to its end: left for the home screen, or interrupted in another run.
 */
#include "checks.h"
#include "course.h"
#include "stage.h"
#include "tally.h"

static const char PACK[] = "title = Three\n"
			   "[question]\nask = One?\nright = R1\nwrong = W1\nwrong = V1\n"
			   "[question]\nask = Two?\nright = R2\nwrong = W2\nwrong = V2\n"
			   "[question]\nask = Three?\nright = R3\nwrong = W3\nwrong = V3\n";

static struct interrupted left;

static struct app_options remembering(void)
{
	struct app_options o = options();

	o.remembers = true;
	return o;
}

/* How often the last step asked for that. */
static int effects(enum effect_kind kind)
{
	const struct effect *e;
	int n = app_effects(app, &e), found = 0;

	for (int i = 0; i < n; i++)
		found += e[i].kind == kind;
	return found;
}

static void saved(void)
{
	step((struct event){.kind = EVENT_SAVED, .index = 1, .number = app->answers});
}

/* A game of two players or of one, on a clock of its own, stopped 5 s after it was asked. */
static void interrupt_as(enum party party, int nplayers, int answered)
{
	const struct pack *packs[] = {entries[0].pack};
	struct deck deck;
	struct game_options o = {.mode = game_mode("one-take"),
				 .seed = 3,
				 .clock_percent = CLOCK_STANDARD,
				 .party = party,
				 .nplayers = nplayers};

	deck_deal(&deck, &(struct deal){.packs = packs,
					.npacks = 1,
					.mode = o.mode,
					.seed = 3,
					.party = party,
					.nplayers = nplayers});
	left = (struct interrupted){.id = 8, .at_ms = 905000};
	game_start(&left.game, &deck, &o, 900000);
	if (party == PARTY_BUZZERS)
		game_move(&left.game, &(struct move){.op = OP_READY, .at_ms = 900000});
	for (int i = 0; i < answered; i++) {
		game_answer(&left.game, 1u << 0 & game_asked(&left.game)->right ? 1u : 2u, 901000);
		if (i + 1 < answered)
			game_next(&left.game, 901000);
	}
	game_pause(&left.game, left.at_ms);
}

static void interrupt(int nplayers, int answered)
{
	interrupt_as(PARTY_TURNS, nplayers, answered);
}

static void memory(const struct interrupted *i)
{
	step((struct event){.kind = EVENT_MEMORY, .interrupted = i});
}

static void an_interrupted_game_goes_on_where_it_stopped(void **state)
{
	(void)state;
	add_pack(PACK);
	interrupt(1, 0);
	open_app(remembering());
	memory(&left);
	assert_ptr_equal(app_unfinished(app), app_game(app));
	assert_screen("home");
	assert_int_equal(effects(EFFECT_RESUME), 0);
	wait_ms(60000);
	app_continue(app);
	step((struct event){.kind = EVENT_TICK});
	assert_screen("pause");
	assert_int_equal(game_left_ms(app_game(app), now_ms), game_left_ms(&left.game, left.at_ms));
	wait_ms(60000);
	press("Go on");
	assert_int_equal(effects(EFFECT_RESUME), 1);
	assert_screen("question");
	const struct game *g = app_game(app);
	assert_int_equal(game_left_ms(g, now_ms), game_left_ms(&left.game, left.at_ms));
	assert_memory_equal(game_asked(g)->shown, game_asked(&left.game)->shown, PACK_SHOWN);
	assert_says(game_question(&left.game)->ask.s);
	assert_string_equal(g->options.mode->id, "one-take");
	press(choice(true));
	assert_int_equal(effects(EFFECT_RESUME), 0);
}

static void enter_goes_on_with_it(void **state)
{
	(void)state;
	add_pack(PACK);
	interrupt(1, 0);
	open_app(remembering());
	memory(&left);
	key(KEY_ENTER);
	assert_screen("pause");
	wait_ms(1000);
	key(KEY_ENTER);
	assert_screen("question");
	assert_int_equal(app_game(app)->options.seed, 3);
	key(KEY_ESCAPE);
	press("Home");
	assert_screen("home");
	key('c');
	assert_screen("pause");
}

static void home_has_room_for_its_row(void **state)
{
	static const int sizes[][2] = {{1280, 720},  {320, 240},   {640, 360},
				       {1080, 1920}, {1200, 1200}, {1920, 1080}};
	static const struct {
		const char *language;
		int percent;
	} all[] = {{"", 100}, {"", 200}, {"ar", 100}, {"ar", 200}};

	(void)state;
	for (size_t k = 0; k < sizeof all / sizeof all[0]; k++) {
		struct app_options o = remembering();
		o.set.text_percent = all[k].percent;
		snprintf(o.set.language, sizeof o.set.language, "%s", all[k].language);
		add_pack("title = Rome\ntitle.ar = عواصم العالم\n"
			 "[question]\nask = One?\nright = R1\nwrong = W1\n");
		interrupt(2, 0);
		open_app(o);
		memory(&left);
		for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
			resize(sizes[s][0], sizes[s][1]);
			assert_says("Continue");
			assert_true(all[k].percent > 100 ||
				    frame_says(app_frame(app), "Question 1 of"));
			check(true);
		}
		if (k == 0) {
			resize(1080, 1920);
			assert_says("One Take · Rome · Question 1 of 1");
		}
		close_app(NULL);
	}
}

/* Of three packs two were dealt from, and one of them asked. */
static void another_game_after_it_has_all_its_packs(void **state)
{
	static const char second[] = "title = Second\n[question]\nask = S?\nright = R\nwrong = W\n",
			  third[] = "title = Third\n[question]\nask = T?\nright = R\nwrong = W\n";
	struct past past;

	(void)state;
	add_pack(PACK);
	add_pack(second);
	add_pack(third);
	interrupt(1, 0);
	snprintf(left.game.deck.packs, sizeof left.game.deck.packs, "%s %s", entries[0].pack->id,
		 entries[2].pack->id);
	past_init(&past);
	struct app_options o = remembering();
	o.past = &past;
	open_app(o);
	memory(&left);
	assert_true(past.room >= DECK_ITEMS);
	assert_string_equal(tally_pack(app), "All packs");
	press("Continue");
	press("Go on");
	key(KEY_ESCAPE);
	press("Start anew");
	wait_ms(1000);
	press("Start anew");
	assert_int_equal(app->nheld, 2);
	assert_ptr_equal(app->held[0], entries[0].pack);
	assert_ptr_equal(app->held[1], entries[2].pack);
	close_app(NULL);
	past_finish(&past);
}

static void what_is_wrong_with_the_memory_is_said(void **state)
{
	static const char words[] = "Nothing is remembered: the disk is full";

	(void)state;
	add_pack(PACK);
	open_app(remembering());
	step((struct event){.kind = EVENT_MEMORY, .text = words});
	assert_says(words);
	resize(640, 360);
	assert_says(words);
	assert_null(app_unfinished(app));
}

static void the_ring_stands_on_continue_at_once(void **state)
{
	struct app_options o = remembering();
	struct rect at;

	(void)state;
	o.set.motion = MOTION_FULL;
	add_pack(PACK);
	interrupt(1, 0);
	open_app(o);
	memory(&left);
	at = ring();
	wait_ms(1000);
	assert_true(at.w > 0);
	assert_float_equal(ring().y, at.y, 0);
}

static void what_was_answered_goes_on_with_why(void **state)
{
	(void)state;
	add_pack(PACK);
	interrupt(1, 1);
	struct app_options o = remembering();
	o.resume = &left;
	open_app(o);
	assert_screen("pause");
	press("Go on");
	assert_screen("reveal");
	assert_int_equal(game_player(app_game(app))->score, game_player(&left.game)->score);
}

static void whose_turn_it_was_is_asked_again(void **state)
{
	(void)state;
	add_pack(PACK);
	interrupt(2, 0);
	assert_int_equal(left.game.phase, PHASE_WAITING);
	struct app_options o = remembering();
	o.resume = &left;
	open_app(o);
	press("Go on");
	assert_screen("players");
	assert_int_equal(app_game(app)->nplayers, 2);
	press("I’m ready");
	assert_screen("question");
	key(KEY_ESCAPE);
	press("Start anew"); /* is a game of as many */
	wait_ms(1000);
	press("Start anew");
	assert_int_equal(app_game(app)->nplayers, 2);
}

static void who_had_buttons_has_some_again(void **state)
{
	(void)state;
	add_pack(PACK);
	interrupt_as(PARTY_BUZZERS, 3, 0);
	struct app_options o = remembering();
	o.resume = &left;
	open_app(o);
	press("Go on");
	assert_screen("question");
	step((struct event){.kind = EVENT_PAD, .device = 2, .index = PAD_A}); /* of one without */
	assert_int_equal(app_game(app)->turn, 2);
	wait_ms(BUZZ_MS + 1000);
	key('u');
	assert_int_equal(app_game(app)->turn, 1);
}

static void another_game_takes_its_place_when_it_begins(void **state)
{
	(void)state;
	add_pack(PACK);
	interrupt(1, 0);
	open_app(remembering());
	memory(&left);
	key('1');
	assert_screen("packs");
	assert_int_equal(effects(EFFECT_FORGET), 0);
	assert_non_null(app_unfinished(app));
	press("Three");
	assert_screen("question");
	assert_int_equal(effects(EFFECT_FORGET), 1);
	assert_int_equal(effects(EFFECT_BEGIN), 1);
	assert_int_equal(effects(EFFECT_END), 0);
}

static void a_game_that_has_begun_is_not_disturbed(void **state)
{
	(void)state;
	add_pack(PACK);
	interrupt(1, 0);
	struct app_options o = remembering();
	o.straight = true;
	open_app(o);
	memory(&left);
	assert_int_equal(effects(EFFECT_FORGET), 1);
	assert_screen("question");
	assert_string_equal(app_game(app)->options.mode->id, "climb");
}

static void home_keeps_a_game_and_starting_anew_leaves_it(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = remembering();
	o.straight = true;
	open_app(o);
	wait_ms(3000);
	int64_t time_left = game_left_ms(app_game(app), now_ms);
	key(KEY_ESCAPE);
	press("Home");
	assert_screen("home");
	assert_int_equal(effects(EFFECT_END), 0);
	wait_ms(3000);
	app_continue(app);
	step((struct event){.kind = EVENT_TICK});
	press("Go on");
	assert_int_equal(game_left_ms(app_game(app), now_ms), time_left);
	assert_int_equal(effects(EFFECT_RESUME), 0);
	key(KEY_ESCAPE);
	press("Start anew");
	wait_ms(1000);
	press("Start anew");
	assert_int_equal(effects(EFFECT_END), 1);
	assert_int_equal(effects(EFFECT_BEGIN), 1);
}

static void a_game_that_is_over_is_not_gone_on_with(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = remembering();
	o.straight = true;
	o.mode = game_mode("one-take");
	open_app(o);
	press(choice(false));
	wait_ms(900);
	saved();
	assert_screen("reveal");
	assert_non_null(app_unfinished(app));
	press("See results");
	assert_int_equal(effects(EFFECT_END), 1);
	assert_null(app_unfinished(app));
}

static void a_clock_set_at_home_holds_for_the_game_that_goes_on(void **state)
{
	(void)state;
	add_pack(PACK);
	interrupt(1, 0);
	open_app(remembering());
	memory(&left);
	key(KEY_F1);
	press("Timing");
	press("Off");
	assert_int_equal(effects(EFFECT_RESUME), 1);
	assert_int_equal(effects(EFFECT_MOVE), 1);
	assert_int_equal(app_game(app)->options.clock_percent, CLOCK_OFF);
}

static void the_clock_is_kept_once_a_second(void **state)
{
	(void)state;
	int seen = 0;

	add_pack(PACK);
	struct app_options o = remembering();
	o.straight = true;
	open_app(o);
	wait_ms(0);
	for (int i = 0; i < 50; i++) {
		wait_ms(100);
		seen += effects(EFFECT_SEEN);
	}
	assert_int_equal(seen, 5);
	key(KEY_ESCAPE);
	for (int i = 0; i < 50; i++) {
		wait_ms(100);
		assert_int_equal(effects(EFFECT_SEEN), 0);
	}
}

static void the_reveal_waits_for_its_save_a_second_at_most(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = remembering();
	o.straight = true;
	open_app(o);
	press(choice(true));
	wait_ms(900);
	assert_screen("question");
	wait_ms(900);
	assert_screen("question");
	wait_ms(100);
	assert_screen("reveal");
	press("Next question");
	press(choice(true));
	wait_ms(900);
	assert_screen("question");
	saved();
	assert_screen("reveal");
}

static void saved_as(int number)
{
	step((struct event){.kind = EVENT_SAVED, .index = 1, .number = number});
}

static void a_save_that_comes_late_is_not_taken_for_the_next(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = remembering();
	o.straight = true;
	open_app(o);
	press(choice(true));
	for (int i = 0; i < 20; i++)
		wait_ms(100);
	int first = app->answers;
	press("Next question");
	press(choice(true));
	wait_ms(900);
	saved_as(first);
	assert_screen("question");
	saved();
	assert_screen("reveal");
}

static void a_try_that_is_saved_is_not_the_answer(void **state)
{
	(void)state;
	add_pack(PACK);
	struct app_options o = remembering();
	o.straight = true;
	o.nplayers = 2;
	o.party = PARTY_BUZZERS;
	open_app(o);
	press("Start");
	app_move(app, OP_BUZZ, 1u << 0, now_ms);
	wait_ms(0);
	press(choice(false));
	wait_ms(100);
	assert_int_equal(game_asked(app_game(app))->ntries, 1);
	int tried = app->answers;
	app_move(app, OP_BUZZ, 1u << 1, now_ms);
	wait_ms(0);
	press(choice(true));
	wait_ms(900);
	assert_screen("question");
	saved_as(tried);
	assert_screen("question");
	saved();
	assert_screen("reveal");
}

int main(void)
{
#define T(name) cmocka_unit_test_teardown(name, close_app)
	const struct CMUnitTest tests[] = {
		T(an_interrupted_game_goes_on_where_it_stopped),
		T(enter_goes_on_with_it),
		T(home_has_room_for_its_row),
		T(another_game_after_it_has_all_its_packs),
		T(what_is_wrong_with_the_memory_is_said),
		T(the_ring_stands_on_continue_at_once),
		T(what_was_answered_goes_on_with_why),
		T(whose_turn_it_was_is_asked_again),
		T(who_had_buttons_has_some_again),
		T(another_game_takes_its_place_when_it_begins),
		T(a_game_that_has_begun_is_not_disturbed),
		T(home_keeps_a_game_and_starting_anew_leaves_it),
		T(a_game_that_is_over_is_not_gone_on_with),
		T(a_clock_set_at_home_holds_for_the_game_that_goes_on),
		T(the_clock_is_kept_once_a_second),
		T(the_reveal_waits_for_its_save_a_second_at_most),
		T(a_save_that_comes_late_is_not_taken_for_the_next),
		T(a_try_that_is_saved_is_not_the_answer),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
