#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "stored.h"

static struct run run;
static struct interrupted back;
static struct boards boards;

static void begin(struct store *s, const struct pack *const *p, const char *mode, uint64_t seed)
{
	struct game_options o = {.mode = game_mode(mode),
				 .seed = seed,
				 .clock_percent = CLOCK_STANDARD,
				 .nplayers = 1};

	memset(&run, 0, sizeof run);
	assert_true(begin_run(&run, s, p, 1, &o, 6));
}

static void a_game_that_is_over_is_on_its_board(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store_report report;
	struct store *s = store_open(file, &report);
	struct board_key key;

	(void)state;
	assert_int_equal(report.state, STORE_NEW);
	begin(s, &p, "climb", 1);
	key = board_key_of(&run.game);
	assert_true(store_boards(s, &key, run.id, moment(run.unix_ms), &boards));
	assert_int_equal(boards.span[SPAN_EVER].games, 0);
	play_plainly(&run, 4);
	assert_true(end_run(&run));
	assert_true(store_name(s, run.id, 0, "Mina"));
	store_close(s);

	s = store_open(file, &report);
	assert_int_equal(report.state, STORE_GOOD);
	assert_true(store_boards(s, &key, run.id, moment(run.unix_ms), &boards));
	for (enum span span = 0; span < SPANS; span++) {
		const struct board *b = &boards.span[span];

		assert_int_equal(b->n, 1);
		assert_int_equal(b->games, 1);
		assert_int_equal(b->place, 1);
		assert_string_equal(b->row[0].name, "Mina");
		assert_int_equal(b->row[0].score, run.game.players[0].score);
		assert_int_equal(b->row[0].right, 4);
		assert_int_equal(b->row[0].asked, 6);
		assert_true(b->row[0].mine);
	}
	store_close(s);
	pack_drop(p);
}

static void an_interrupted_game_comes_back_as_it_was(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);

	(void)state;
	begin(s, &p, "climb", 7);
	make_move(&run, OP_ANSWER, pick(game_asked(&run.game), true), 2000);
	make_move(&run, OP_NEXT, 0, 500);
	assert_true(store_seen(s, run.id, run.at_ms + 700));
	store_close(s);

	s = store_open(file, NULL);
	assert_true(store_interrupted(s, &p, 1, &back));
	assert_int_equal(back.id, run.id);
	assert_int_equal(back.at_ms, run.at_ms + 700);
	game_pause(&run.game, run.at_ms + 700);
	assert_memory_equal(&back.game, &run.game, sizeof run.game);
	assert_true(store_resume(s, back.id));

	/* another program's clock, that began later */
	run.at_ms = 50;
	run.store = s;
	make_move(&run, OP_RESUME, 0, 0);
	make_move(&run, OP_ANSWER, pick(game_asked(&run.game), true), 1000);
	assert_int_equal(game_asked(&run.game)->took_ms, 1700);
	store_close(s);

	s = store_open(file, NULL);
	assert_true(store_interrupted(s, &p, 1, &back));
	game_pause(&run.game, run.at_ms);
	assert_memory_equal(&back.game, &run.game, sizeof run.game);
	assert_true(store_leave(s, back.id, moment(run.unix_ms)));
	assert_false(store_interrupted(s, &p, 1, &back));
	store_close(s);
	pack_drop(p);
}

static void what_is_known_of_questions_is_what_the_game_noted(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);
	struct past past;
	int owed = 0;

	(void)state;
	begin(s, &p, "climb", 7);
	play_plainly(&run, 4);
	past_init(&past);
	assert_true(store_past(s, &past));
	assert_int_equal(past.n, 6);
	assert_int_equal(past.last, 6);
	for (size_t i = 0; i < past.room; i++)
		owed += past.places[i].key && past.places[i].owed == PAST_OWED;
	assert_int_equal(owed, 2);
	past_finish(&past);
	store_close(s);
	pack_drop(p);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, drop_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_game_that_is_over_is_on_its_board),
		TEST(an_interrupted_game_comes_back_as_it_was),
		TEST(what_is_known_of_questions_is_what_the_game_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
