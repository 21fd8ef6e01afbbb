/* Games as moves. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fuzz/chance.h"

static struct table table;

static void games_by_chance_keep_every_rule_and_can_be_made_again(void **state)
{
	int over[8][2] = {0};

	(void)state;
	for (uint64_t seed = 0; seed < 4000; seed++) {
		struct chance chance = {0};
		rng_init(&chance.r, seed);
		play_by_chance(&chance, &table);
		over[table.o.mode - game_modes][table.game.nplayers > 1] +=
			table.game.phase == PHASE_OVER;
	}
	for (int m = 0; game_modes[m].id; m++) {
		assert_true(over[m][0] > 30);
		assert_true(over[m][1] > 200 || !game_modes[m].together);
	}
}

static void moves_from_a_broken_file_are_refused(void **state)
{
	static const struct move bad[] = {
		{0, 0, 5000},
		{99, 0, 5000},
		{OP_READY, 0, 5000},
		{OP_BUZZ, 1, 5000},
		{OP_ANSWER, 0, 5000},
		{OP_ANSWER, 1u << 31, 5000},
		{OP_SKIP, 0, 5000},
		{OP_HELP, 4, 5000},
		{OP_HELP, UINT32_MAX, 5000},
		{OP_NEXT, 0, 5000},
		{OP_CLOCK, 1001, 5000},
		{OP_ANSWER, 1, -1},
		{OP_ANSWER, 1, INT64_MAX},
		{OP_PAUSE, 0, INT64_MIN},
	};
	struct choice choices[] = {{.right = true}, {0}, {0}};
	struct question q = {
		.ask = {.s = "?"}, .choices = choices, .nchoices = 3, .nright = 1, .show = 3};
	struct pack pack = {.questions = &q, .nquestions = 1};
	struct deck d = {.n = 1, .nrounds = 1, .item = {{&pack, 0, 0}}};
	struct game_options o = {.mode = game_modes, .clock_percent = CLOCK_STANDARD};

	(void)state;
	game_start(&table.game, &d, &o, 0);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(game_allows(&table.game, &bad[i]));
	assert_true(game_allows(&table.game, &(struct move){OP_ANSWER, 1, 5000}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(games_by_chance_keep_every_rule_and_can_be_made_again),
		cmocka_unit_test(moves_from_a_broken_file_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
