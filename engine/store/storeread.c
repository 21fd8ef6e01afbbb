/* What a report and the deal are told: questions, games, answers. */
#include <stdio.h>
#include <string.h>

#include "db.h"

static int column(sqlite3_stmt *q, int i)
{
	return sqlite3_column_int(q, i);
}

static int64_t within(int64_t x, int64_t most)
{
	return x < 0 ? 0 : x > most ? most : x;
}

struct known read_known(sqlite3_stmt *q)
{
	struct known k = {.key = (uint64_t)sqlite3_column_int64(q, 0),
			  .last = within(sqlite3_column_int64(q, 1), INT64_MAX / 2),
			  .asked = (uint32_t)within(sqlite3_column_int64(q, 2), INT32_MAX)};

	k.right = (uint32_t)within(sqlite3_column_int64(q, 3), k.asked);
	k.owed = (uint32_t)within(sqlite3_column_int64(q, 4), PAST_OWED);
	return k;
}

bool store_past(struct store *s, struct past *past)
{
	int64_t n = 0;
	sqlite3_stmt *q;

	if (!s->db || !db_number(s, &n, "SELECT count(*) FROM questions", NULL))
		return false;
	if (!past_reserve(past, (size_t)n)) {
		db_fail(s, SQLITE_NOMEM);
		return false;
	}
	q = db_ask(s, "SELECT key, last, asked, right, owed FROM questions", NULL);
	while (db_row(s, q)) {
		struct known k = read_known(q);

		if (k.key == 0 || past_put(past, &k))
			continue;
		sqlite3_reset(q);
		db_fail(s, SQLITE_NOMEM);
		return false;
	}
	return q && db_good(s);
}

bool store_games(struct store *s, bool (*see)(void *ctx, const struct game_row *row), void *ctx)
{
	sqlite3_stmt *q =
		s->db ? db_ask(s,
			       "SELECT g.id, g.begun_ms, g.ended_ms, g.utc_offset_min, b.packs, "
			       "b.mode,"
			       " b.length, g.titles, g.seed, g.state, p.name, p.player, g.nplayers,"
			       " p.place, p.score, p.floor, p.right, p.asked, p.best_streak, "
			       "p.total_ms"
			       " FROM games g JOIN boards b ON b.id = g.board"
			       " JOIN players p ON p.game = g.id"
			       " ORDER BY g.id, p.player",
			       NULL)
		      : NULL;

	while (db_row(s, q)) {
		struct game_row row = {.id = sqlite3_column_int64(q, 0),
				       .begun_ms = sqlite3_column_int64(q, 1),
				       .ended_ms = sqlite3_column_int64(q, 2),
				       .utc_offset_min = column(q, 3),
				       .key.length = column(q, 6),
				       .packs = db_text(q, 7),
				       .seed = (uint64_t)sqlite3_column_int64(q, 8),
				       .finished = column(q, 9) == GAME_FINISHED,
				       .name = db_text(q, 10),
				       .player = column(q, 11),
				       .nplayers = column(q, 12),
				       .place = column(q, 13),
				       .score = column(q, 14),
				       .floor = column(q, 15),
				       .right = column(q, 16),
				       .asked = column(q, 17),
				       .best_streak = column(q, 18),
				       .total_ms = sqlite3_column_int64(q, 19)};

		snprintf(row.key.packs, sizeof(row.key.packs), "%s", db_text(q, 4));
		snprintf(row.key.mode, sizeof(row.key.mode), "%s", db_text(q, 5));
		if (see(ctx, &row))
			continue;
		sqlite3_reset(q);
		break;
	}
	return q && db_good(s);
}

bool store_answers(struct store *s, bool (*see)(void *ctx, const struct answer_row *row), void *ctx)
{
	static const char *const outcomes[] = {"", "right", "wrong", "late"};
	sqlite3_stmt *q =
		s->db ? db_ask(s,
			       "SELECT a.game, a.number, a.player, q.pack, v.version, q.question,"
			       " a.chosen, a.outcome, a.points, a.took_ms, a.unix_ms FROM answers a"
			       " JOIN questions q ON q.key = a.question"
			       " JOIN versions v ON v.id = a.version ORDER BY a.id",
			       NULL)
		      : NULL;

	while (db_row(s, q)) {
		struct answer_row row = {.game = sqlite3_column_int64(q, 0),
					 .number = column(q, 1),
					 .player = column(q, 2),
					 .pack = db_text(q, 3),
					 .pack_version = db_text(q, 4),
					 .question = db_text(q, 5),
					 .chosen = db_text(q, 6),
					 .outcome = outcomes[column(q, 7) & 3],
					 .points = column(q, 8),
					 .took_ms = sqlite3_column_int64(q, 9),
					 .unix_ms = sqlite3_column_int64(q, 10)};

		if (see(ctx, &row))
			continue;
		sqlite3_reset(q);
		break;
	}
	return q && db_good(s);
}
