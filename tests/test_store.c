#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "db.h"
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

/* Each program has a clock of its own; what one of them counted says nothing in the next. */
static void a_game_begun_late_is_gone_on_with_by_younger_programs(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct game_options o = {
		.mode = game_mode("climb"), .clock_percent = CLOCK_STANDARD, .nplayers = 1};
	struct store *s = store_open(file, NULL);

	(void)state;
	run = (struct run){.at_ms = 3600 * 1000};
	assert_true(begin_run(&run, s, &p, 1, &o, 6));
	for (int i = 0; i < 4; i++) {
		store_close(s);
		run.store = s = store_open(file, NULL);
		assert_true(store_interrupted(s, &p, 1, &back));
		game_pause(&run.game, run.at_ms);
		assert_memory_equal(&back.game, &run.game, sizeof run.game);
		assert_int_equal(back.at_ms, run.at_ms);
		assert_true(store_resume(s, back.id));
		if (i == 1) /* this one went no further */
			continue;
		run.at_ms = 50;
		make_move(&run, OP_RESUME, 0, 0);
		if (i == 2)
			assert_true(store_seen(s, run.id, run.at_ms += 700));
	}
	make_move(&run, OP_ANSWER, pick(game_asked(&run.game), true), 1000);
	assert_int_equal(game_asked(&run.game)->took_ms, 1700);
	store_close(s);
	pack_drop(p);
}

/* ---- boards ---- */

static const int64_t MONDAY_MS = INT64_C(1699833600000); /* 13 November 2023, 00:00 UTC */
static const int64_t HOUR_MS = 3600 * 1000;

/* A game of two questions that ends at that time; its number. */
static int64_t score(struct store *s, const struct pack *const *p, int right, int64_t ended_ms)
{
	begin(s, p, "one-take", 1);
	play_plainly(&run, right);
	run.unix_ms = ended_ms;
	assert_true(end_run(&run));
	return run.id;
}

static void read_boards(struct store *s, int64_t game, int64_t now_ms)
{
	struct board_key key = board_key_of(&run.game);

	assert_true(store_boards(s, &key, game, moment(now_ms), &boards));
}

static void days_and_weeks_begin_at_local_midnight(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);
	static const struct {
		int64_t ended_h, now_h; /* from Monday on; moment() is an hour ahead of UTC */
		int today, week;
	} cases[] = {
		{10, 12, 1, 1},   {10, 30, 0, 1},     {-1, 10, 1, 1},     {-2, 10, 0, 0},
		{166, 167, 0, 0}, {166, 150, 1, 1},   {166, 100, 0, 1},   {190, 100, 0, 0},
		{22, 23, 0, 1},   {-169, -168, 1, 1}, {-169, -180, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		score(s, &p, 3, MONDAY_MS + cases[i].ended_h * HOUR_MS);
		read_boards(s, run.id, MONDAY_MS + cases[i].now_h * HOUR_MS);
		if ((boards.span[SPAN_TODAY].place > 0) != cases[i].today ||
		    (boards.span[SPAN_WEEK].place > 0) != cases[i].week)
			fail_msg("case %zu: today %d, week %d", i, boards.span[SPAN_TODAY].place,
				 boards.span[SPAN_WEEK].place);
		assert_int_equal(boards.span[SPAN_EVER].games, i + 1);
	}
	store_close(s);
	pack_drop(p);
}

static void equals_share_a_place_and_one_beyond_the_board_has_its_own(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);
	int64_t worst, now_ms = MONDAY_MS + 10 * HOUR_MS;

	(void)state;
	for (int i = 0; i < 4; i++)
		score(s, &p, 2, now_ms + i);
	score(s, &p, 4, now_ms);
	for (int i = 0; i < 9; i++)
		score(s, &p, 1, now_ms);
	worst = score(s, &p, 0, now_ms);
	read_boards(s, worst, now_ms);
	for (enum span span = 0; span < SPANS; span++) {
		const struct board *b = &boards.span[span];
		static const int places[] = {1, 2, 2, 2, 2, 6, 6, 6, 6, 6};

		assert_int_equal(b->n, BOARD_ROWS);
		assert_int_equal(b->games, 15);
		assert_int_equal(b->place, 15);
		for (int i = 0; i < BOARD_ROWS; i++) {
			assert_int_equal(b->row[i].place, places[i]);
			assert_false(b->row[i].mine);
		}
		assert_true(b->row[1].unix_ms < b->row[2].unix_ms); /* who was there first */
	}
	store_close(s);
	pack_drop(p);
}

static void where_time_does_not_count_it_does_not_on_the_board(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);

	(void)state;
	for (int even = 0; even < 2; even++) {
		for (int slow = 0; slow < 2; slow++) {
			struct game_options o = {.mode = game_mode("one-take"),
						 .seed = 1,
						 .even = even,
						 .clock_percent =
							 even ? CLOCK_STANDARD : CLOCK_OFF};

			memset(&run, 0, sizeof run);
			assert_true(begin_run(&run, s, &p, 1, &o, even ? 3 : 4));
			make_move(&run, OP_ANSWER, pick(game_asked(&run.game), false),
				  slow ? 9000 : 1000);
			make_move(&run, OP_NEXT, 0, 500);
			assert_true(end_run(&run));
		}
		read_boards(s, run.id, run.unix_ms);
		for (enum span span = 0; span < SPANS; span++) {
			assert_int_equal(boards.span[span].n, 2);
			assert_int_equal(boards.span[span].place, 1);
			assert_int_equal(boards.span[span].row[1].place, 1);
			assert_int_equal(boards.span[span].row[1].total_ms, 9000);
		}
	}
	store_close(s);
	pack_drop(p);
}

static bool see_length(void *ctx, const struct board_key *key)
{
	int *seen = ctx;

	seen[seen[0]++ + 1] = key->length;
	return seen[0] < 8;
}

static int boards_of(struct store *s)
{
	int seen[16] = {0};

	assert_true(store_board_keys(s, see_length, seen));
	return seen[0];
}

static void games_of_many_packs_are_on_one_board_whatever_was_drawn(void **state)
{
	const struct pack *p[] = {make_pack("first", 12), make_pack("other", 12)};
	struct game_options o = {.mode = game_mode("climb"), .nplayers = 1};
	struct store *s = store_open(file, NULL);

	(void)state;
	for (o.seed = 1; o.seed <= 8; o.seed++) {
		memset(&run, 0, sizeof run);
		assert_true(begin_run(&run, s, p, 2, &o, 1));
		play_plainly(&run, 1);
		assert_true(end_run(&run));
	}
	assert_int_equal(boards_of(s), 1);
	read_boards(s, run.id, run.unix_ms);
	assert_string_equal(boards.key.packs, "first other");
	assert_int_equal(boards.span[SPAN_EVER].games, 8);
	store_close(s);
	pack_drop(p[0]);
	pack_drop(p[1]);
}

static bool count_game(void *ctx, const struct game_row *row)
{
	*(int *)ctx += row->finished;
	return true;
}

static void games_of_mistakes_and_without_points_are_kept_but_on_no_board(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct game_options o = {.mode = game_mode("climb"), .nplayers = 1, .mistakes = true};
	struct store *s = store_open(file, NULL);
	int games = 0;

	(void)state;
	for (int i = 0; i < 2; i++) {
		memset(&run, 0, sizeof run);
		assert_true(begin_run(&run, s, &p, 1, &o, 4));
		play_plainly(&run, 4);
		assert_true(end_run(&run));
		read_boards(s, run.id, run.unix_ms);
		assert_int_equal(boards.span[SPAN_EVER].games, 0);
		assert_int_equal(boards.span[SPAN_EVER].place, 0);
		o = (struct game_options){.mode = game_mode("study"), .nplayers = 1};
	}
	assert_int_equal(boards_of(s), 0);
	assert_true(store_games(s, count_game, &games));
	assert_int_equal(games, 2);
	store_close(s);
	pack_drop(p);
}

static void a_board_has_finished_games_of_one_player_and_one_length(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);
	struct game_options o = {.mode = game_mode("climb"), .seed = 3, .nplayers = 1};
	struct board_key six, four;
	int seen[16] = {0};

	(void)state;
	begin(s, &p, "climb", 1);
	six = board_key_of(&run.game);
	play_plainly(&run, 6);
	assert_true(end_run(&run));
	begin(s, &p, "climb", 2); /* left */
	assert_true(store_leave(s, run.id, moment(run.unix_ms)));
	begin(s, &p, "climb", 2); /* runs */
	memset(&run, 0, sizeof run);
	assert_true(begin_run(&run, s, &p, 1, &o, 4));
	four = board_key_of(&run.game);
	play_plainly(&run, 0);
	run.unix_ms += 60000;
	assert_true(end_run(&run));
	assert_true(end_run(&run)); /* a second time changes nothing */
	o.nplayers = 2;
	assert_true(begin_run(&run, s, &p, 1, &o, 3));
	play_to_the_end(&run, 1);
	assert_true(end_run(&run));

	assert_true(store_boards(s, &six, 0, moment(0), &boards));
	assert_int_equal(boards.span[SPAN_EVER].games, 1);
	assert_true(store_boards(s, &four, 0, moment(0), &boards));
	assert_int_equal(boards.span[SPAN_EVER].games, 1);
	assert_true(store_board_keys(s, see_length, seen));
	assert_int_equal(seen[0], 2);
	assert_int_equal(seen[1], 4); /* the last one played first */
	assert_int_equal(seen[2], 6);
	store_close(s);
	pack_drop(p);
}

/* ---- what is told of it ---- */

static bool see_answer(void *ctx, const struct answer_row *row)
{
	fprintf(ctx, "%d %d %s %s %s %d %d\n", row->number, row->player, row->pack, row->question,
		row->outcome, row->points, (int)row->took_ms);
	assert_int_equal(strncmp(row->pack_version, "3 ", 2), 0);
	assert_int_equal(strlen(row->pack_version), 18);
	return true;
}

static bool see_choice(void *ctx, const struct answer_row *row)
{
	strcat(ctx, row->chosen);
	strcat(ctx, ";");
	return true;
}

static bool see_game(void *ctx, const struct game_row *row)
{
	fprintf(ctx, "%s %s %d %s %d/%d place %d floor %d %d of %d\n", row->packs, row->key.mode,
		row->finished, row->name, row->player, row->nplayers, row->place, row->floor,
		row->right, row->asked);
	return true;
}

static void every_try_with_buzzers_is_told(void **state)
{
	const struct pack *p = make_pack("first", 1);
	struct store *s = store_open(file, NULL);
	struct game_options o = {.mode = game_mode("climb"),
				 .seed = 3,
				 .nplayers = 3,
				 .party = PARTY_BUZZERS,
				 .seats = {{"Mina", 0}, {"Ben", 0}, {"Zoë", 0}}};
	char *text = NULL, choices[200] = "", expected[200];
	const struct asked *a = game_asked(&run.game);
	size_t size;
	FILE *f = open_memstream(&text, &size);

	(void)state;
	memset(&run, 0, sizeof run);
	assert_true(begin_run(&run, s, &p, 1, &o, 1));
	if (run.game.phase == PHASE_WAITING)
		make_move(&run, OP_READY, 0, 0);
	make_move(&run, OP_BUZZ, 1 << 2, 1000);
	make_move(&run, OP_ANSWER, pick(game_asked(&run.game), false), 500);
	make_move(&run, OP_BUZZ, 1 << 0, 700);
	make_move(&run, OP_ANSWER, pick(game_asked(&run.game), true), 500);
	make_move(&run, OP_NEXT, 0, 0);
	assert_true(end_run(&run));
	store_answers(s, see_answer, f);
	fprintf(f, "--\n");
	store_games(s, see_game, f);
	fclose(f);
	snprintf(expected, sizeof expected,
		 "1 2 first n0 wrong 0 1000\n1 0 first n0 right %d 1700\n--\n",
		 game_points(&run.game.asked[0]));
	a = &run.game.asked[0];
	assert_int_equal(strncmp(text, expected, strlen(expected)), 0);
	assert_string_equal(text + strlen(expected),
			    "The first climb 1 Mina 0/3 place 1 floor 1 1 of 1\n"
			    "The first climb 1 Ben 1/3 place 2 floor 0 0 of 0\n"
			    "The first climb 1 Zoë 2/3 place 2 floor 0 0 of 1\n");
	assert_true(store_answers(s, see_choice, choices));
	snprintf(expected, sizeof expected, "%016llx;%016llx;",
		 (unsigned long long)p->questions[0]
			 .choices[a->shown[bits_lowest(a->tries[0].chosen)]]
			 .id,
		 (unsigned long long)p->questions[0].choices[a->shown[bits_lowest(a->chosen)]].id);
	assert_string_equal(choices, expected);
	free(text);
	store_close(s);
	pack_drop(p);
}

static void a_statement_is_answered_true_or_false(void **state)
{
	const struct pack *p = make_pack("first", 3);
	struct store *s = store_open(file, NULL);
	char choices[200] = "";

	(void)state;
	begin(s, &p, "climb", 1);
	play_plainly(&run, 3);
	assert_true(store_answers(s, see_choice, choices));
	assert_non_null(strstr(choices, "false;")); /* number 2 is not */
	store_close(s);
	pack_drop(p);
}

/* What is told of questions is what the program noted as it went along, by the same rule. */
static void the_past_is_the_same_on_the_disk_and_in_memory(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct past noted, read;

	(void)state;
	past_init(&noted);
	for (uint64_t seed = 1; seed < 30; seed++) {
		struct store *s = store_open(file, NULL);
		struct game_options o = {.mode = game_modes,
					 .seed = seed,
					 .nplayers = 1 + (int)(seed % 2),
					 .party = PARTY_BUZZERS};
		struct rng lot;

		rng_init(&lot, seed);
		memset(&run, 0, sizeof run);
		assert_true(begin_run(&run, s, &p, 1, &o, 5));
		while (run.game.phase != PHASE_OVER) {
			int at = run.game.at, tries = game_asked(&run.game)->ntries;
			enum phase before = run.game.phase;
			const struct asked *a = &run.game.asked[at];

			move_somehow(&run, &lot);
			if ((before == PHASE_ASKING && run.game.phase == PHASE_ANSWERED) ||
			    a->ntries > tries)
				past_note(
					&noted,
					past_key(p, &p->questions[run.game.deck.item[at].question]),
					a->outcome == OUTCOME_RIGHT, o.nplayers == 1);
		}
		assert_true(end_run(&run));
		past_init(&read);
		assert_true(store_past(s, &read));
		assert_int_equal(read.n, noted.n);
		assert_int_equal(read.last, noted.last);
		for (size_t i = 0; i < noted.room; i++) {
			const struct known *k = &noted.places[i], *found = past_find(&read, k->key);

			if (!k->key)
				continue;
			assert_non_null(found);
			assert_int_equal(found->last, k->last);
			assert_int_equal(found->asked, k->asked);
			assert_int_equal(found->right, k->right);
			assert_int_equal(found->owed, k->owed);
		}
		past_finish(&read);
		store_close(s);
	}
	past_finish(&noted);
	pack_drop(p);
}

static void what_the_disk_says_of_a_question_is_kept_within_bounds(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);
	struct past past;

	(void)state;
	begin(s, &p, "study", 7);
	make_move(&run, OP_ANSWER, pick(game_asked(&run.game), true), 2000);
	assert_true(db_run(s, "UPDATE questions SET asked = 5, right = 7, owed = -1, last = -3"));
	make_move(&run, OP_NEXT, 0, 500);
	make_move(&run, OP_ANSWER, pick(game_asked(&run.game), false), 2000);
	assert_true(db_run(s, "UPDATE questions SET asked = -1, right = 1 << 40, owed = 9,"
			      " last = 9223372036854775807 WHERE owed > 0"));
	past_init(&past);
	assert_true(store_past(s, &past));
	assert_true(past.last > 0 && past.last < INT64_MAX);
	for (int i = 0; i < 2; i++) {
		const struct question *q = &p->questions[run.game.deck.item[i].question];
		const struct known *k = past_find(&past, past_key(p, q));

		assert_int_equal(k->asked, i ? 0 : 5);
		assert_int_equal(k->right, k->asked);
		assert_int_equal(k->owed, i ? PAST_OWED : 0);
	}
	past_finish(&past);
	store_close(s);
	pack_drop(p);
}

/* ---- interrupted games that are not as they were ---- */

static void a_game_waits_until_its_packs_are_there_as_they_were(void **state)
{
	const struct pack *p = make_pack("first", 12), *other = make_pack("other", 12),
			  *changed = make_pack("first", 13);
	struct store *s = store_open(file, NULL);

	(void)state;
	begin(s, &p, "climb", 7);
	make_move(&run, OP_ANSWER, 1, 2000);
	assert_false(store_interrupted(s, &other, 1, &back));
	assert_false(store_interrupted(s, &changed, 1, &back));
	const struct pack *all[] = {other, changed, p};
	assert_true(store_interrupted(s, all, 3, &back));
	assert_ptr_equal(game_pack(&back.game), p);
	store_close(s);
	pack_drop(p);
	pack_drop(other);
	pack_drop(changed);
}

static void a_game_that_had_only_not_been_put_away_is_on_its_board(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);

	(void)state;
	begin(s, &p, "climb", 7);
	play_plainly(&run, 3);
	assert_false(store_interrupted(s, &p, 1, &back));
	read_boards(s, run.id, run.unix_ms);
	assert_int_equal(boards.span[SPAN_TODAY].place, 1);
	assert_int_equal(boards.span[SPAN_TODAY].row[0].score, run.game.players[0].score);
	store_close(s);
	pack_drop(p);
}

static bool see_end(void *ended_ms, const struct game_row *row)
{
	*(int64_t *)ended_ms = row->ended_ms;
	return true;
}

static void a_game_that_is_not_understood_ended_when_it_began(void **state)
{
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);
	int64_t ended_ms = 0;

	(void)state;
	begin(s, &p, "climb", 7);
	assert_true(db_run(s, "UPDATE running SET party = 9"));
	memset(&back, 0x7f, sizeof back);
	assert_false(store_interrupted(s, &p, 1, &back));
	assert_true(store_games(s, see_end, &ended_ms));
	assert_int_equal(ended_ms, run.unix_ms);
	store_close(s);
	pack_drop(p);
}

static void no_clock_runs_before_it_began(void **state)
{
	static const char *const before[] = {"UPDATE running SET start_ms = -1",
					     "UPDATE moves SET at_ms = -5000"};
	const struct pack *p = make_pack("first", 12);
	struct store *s = store_open(file, NULL);

	(void)state;
	for (int i = 0; i < 2; i++) {
		begin(s, &p, "climb", 7);
		make_move(&run, OP_ANSWER, 1, 2000);
		assert_true(db_run(s, before[i]));
		assert_false(store_interrupted(s, &p, 1, &back));
	}
	store_close(s);
	pack_drop(p);
}

static void copy_file(const char *from, const char *to)
{
	static char bytes[1 << 20];
	FILE *f = fopen(from, "rb");
	size_t n = fread(bytes, 1, sizeof bytes, f);

	fclose(f);
	f = fopen(to, "wb");
	fwrite(bytes, 1, n, f);
	fclose(f);
}

static void spoil(struct store *s, struct rng *lot)
{
	static const char *const columns[][2] = {
		{"moves", "op"},
		{"moves", "arg"},
		{"moves", "at_ms"},
		{"deck", "pack"},
		{"deck", "question"},
		{"deck", "round"},
		{"deck", "about"},
		{"running", "nspare"},
		{"running", "nrounds"},
		{"running", "start_ms"},
		{"running", "seen_ms"},
		{"running", "party"},
		{"running", "clock_percent"},
		{"running", "even"},
		{"games", "nplayers"},
		{"games", "board"},
		{"games", "seed"},
		{"players", "more_percent"},
		{"moves", NULL},
		{"deck", NULL},
		{"players", NULL},
	};
	static const int64_t values[] = {0,
					 1,
					 2,
					 3,
					 5,
					 7,
					 11,
					 12,
					 13,
					 -1,
					 100,
					 8,
					 9,
					 400,
					 1000,
					 4000,
					 -5000,
					 60000,
					 UINT32_MAX,
					 INT64_MAX,
					 INT64_MIN,
					 INT64_C(1) << 44,
					 INT64_C(1) << 43};
	uint32_t which = rng_below(lot, sizeof columns / sizeof columns[0]);
	int64_t value = values[rng_below(lot, sizeof values / sizeof values[0])];
	char sql[200];

	if (columns[which][1])
		snprintf(sql, sizeof sql,
			 "UPDATE OR IGNORE %s SET %s = %lld WHERE abs(random()) %% 4 = 0",
			 columns[which][0], columns[which][1], (long long)value);
	else
		snprintf(sql, sizeof sql, "DELETE FROM %s WHERE abs(random()) %% 4 = 0",
			 columns[which][0]);
	sqlite3_exec(s->db, "PRAGMA foreign_keys = OFF", NULL, NULL, NULL);
	assert_int_equal(sqlite3_exec(s->db, sql, NULL, NULL, NULL), SQLITE_OK);
}

static void a_spoiled_game_is_never_more_than_left(void **state)
{
	const struct pack *p = make_pack("first", 12);
	char copy[200];
	int rebuilt = 0, left = 0;
	struct rng lot;

	(void)state;
	snprintf(copy, sizeof copy, "%s/copy.db", folder);
	rng_init(&lot, 1);
	for (int i = 0; i < 1500; i++) {
		struct store *s;

		if (i % 250 == 0) {
			struct game_options o = {.mode = game_mode(i % 500 ? "climb" : "rounds"),
						 .seed = (uint64_t)i,
						 .nplayers = 1 + i / 250 % 3,
						 .party = i % 750 ? PARTY_TURNS : PARTY_BUZZERS};

			unlink(file);
			s = store_open(file, NULL);
			memset(&run, 0, sizeof run);
			assert_true(begin_run(&run, s, &p, 1, &o, 9));
			for (int k = 0; k < 12 && run.game.phase != PHASE_OVER; k++)
				move_somehow(&run, &lot);
			store_close(s);
		}
		copy_file(file, copy);
		s = store_open(copy, NULL);
		for (int k = (int)rng_below(&lot, 3); k >= 0; k--)
			spoil(s, &lot);
		if (store_interrupted(s, &p, 1, &back)) {
			rebuilt++;
			assert_int_not_equal(back.game.phase, PHASE_OVER);
			assert_int_equal(back.at_ms, back.game.paused_ms);
		} else {
			left++;
		}
		store_close(s);
	}
	assert_true(rebuilt > 100);
	assert_true(left > 100);
	pack_drop(p);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, drop_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_game_that_is_over_is_on_its_board),
		TEST(an_interrupted_game_comes_back_as_it_was),
		TEST(a_game_begun_late_is_gone_on_with_by_younger_programs),
		TEST(days_and_weeks_begin_at_local_midnight),
		TEST(equals_share_a_place_and_one_beyond_the_board_has_its_own),
		TEST(where_time_does_not_count_it_does_not_on_the_board),
		TEST(games_of_many_packs_are_on_one_board_whatever_was_drawn),
		TEST(games_of_mistakes_and_without_points_are_kept_but_on_no_board),
		TEST(a_board_has_finished_games_of_one_player_and_one_length),
		TEST(every_try_with_buzzers_is_told),
		TEST(a_statement_is_answered_true_or_false),
		TEST(the_past_is_the_same_on_the_disk_and_in_memory),
		TEST(what_the_disk_says_of_a_question_is_kept_within_bounds),
		TEST(a_game_waits_until_its_packs_are_there_as_they_were),
		TEST(a_game_that_had_only_not_been_put_away_is_on_its_board),
		TEST(a_game_that_is_not_understood_ended_when_it_began),
		TEST(no_clock_runs_before_it_began),
		TEST(a_spoiled_game_is_never_more_than_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
