/* What is counted, and outlives the games: games by day and hour, replies by month. */
#include <stdio.h>

#include "db.h"

static int64_t wall_s(struct moment m)
{
	return m.unix_ms / 1000 + (int64_t)m.utc_offset_min * 60;
}

bool count_play(struct store *s, int64_t id, int left_at)
{
	return db_do(s,
		     "INSERT INTO plays (day, hour, language, board, left_at, games)"
		     " SELECT CAST(strftime('%Y%m%d', at - ?3, 'unixepoch') AS INTEGER),"
		     " CAST(strftime('%H', at, 'unixepoch') AS INTEGER), language, board, ?2, 1"
		     " FROM (SELECT begun_ms / 1000 + utc_offset_min * 60 AS at, language, board"
		     "  FROM games WHERE id = ?1) WHERE true"
		     " ON CONFLICT (day, hour, language, board, left_at)"
		     " DO UPDATE SET games = games + 1",
		     VALUES{NUMBER(id), NUMBER(left_at), NUMBER(60 * day_begins_min(s))});
}

bool count_reply(struct store *s, uint64_t question, int outcome, const char *chosen,
		 struct moment now)
{
	return db_do(s,
		     "INSERT INTO replies (month, question, outcome, chosen, answers)"
		     " VALUES (CAST(strftime('%Y%m', ?, 'unixepoch') AS INTEGER), ?, ?, ?, 1)"
		     " ON CONFLICT (month, question, outcome, chosen)"
		     " DO UPDATE SET answers = answers + 1",
		     VALUES{NUMBER(wall_s(now) - 60 * day_begins_min(s)), NUMBER(question),
			    NUMBER(outcome), TEXT(outcome == OUTCOME_WRONG ? chosen : "")});
}

bool store_months(struct store *s, bool (*see)(void *ctx, int month), void *ctx)
{
	sqlite3_stmt *q = s->db ? db_ask(s,
					 "SELECT day / 100 FROM plays UNION"
					 " SELECT month FROM replies ORDER BY 1",
					 NULL)
				: NULL;

	while (db_row(s, q)) {
		if (see(ctx, sqlite3_column_int(q, 0)))
			continue;
		sqlite3_reset(q);
		break;
	}
	return q && db_good(s);
}

bool store_plays(struct store *s, int month, bool (*see)(void *ctx, const struct play_count *c),
		 void *ctx)
{
	sqlite3_stmt *q =
		s->db ? db_ask(s,
			       "SELECT day, hour, language, packs, mode, left_at, sum(p.games)"
			       " FROM plays p JOIN boards b ON b.id = p.board"
			       " WHERE day BETWEEN ?1 * 100 AND ?1 * 100 + 99"
			       " GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6",
			       VALUES{NUMBER(month)})
		      : NULL;

	while (db_row(s, q)) {
		struct play_count c = {.day = sqlite3_column_int(q, 0),
				       .hour = sqlite3_column_int(q, 1),
				       .language = db_text(q, 2),
				       .packs = db_text(q, 3),
				       .mode = db_text(q, 4),
				       .left_at = sqlite3_column_int(q, 5),
				       .games = sqlite3_column_int64(q, 6)};

		if (see(ctx, &c))
			continue;
		sqlite3_reset(q);
		break;
	}
	return q && db_good(s);
}

bool store_played(struct store *s, struct moment now, int64_t *plays, int64_t *finished)
{
	const struct value *day = VALUES{NUMBER(s->db ? wall_s(now) - 60 * day_begins_min(s) : 0)};

	return s->db &&
	       db_number(s, plays,
			 "SELECT coalesce(sum(games), 0) FROM plays"
			 " WHERE day = CAST(strftime('%Y%m%d', ?, 'unixepoch') AS INTEGER)",
			 day) &&
	       db_number(s, finished,
			 "SELECT coalesce(sum(games), 0) FROM plays WHERE left_at = 0"
			 " AND day = CAST(strftime('%Y%m%d', ?, 'unixepoch') AS INTEGER)",
			 day);
}

bool store_replies(struct store *s, int month, bool (*see)(void *ctx, const struct reply_count *c),
		   void *ctx)
{
	sqlite3_stmt *q =
		s->db ? db_ask(s,
			       "SELECT pack, q.question, key, outcome, chosen, answers"
			       " FROM replies r JOIN questions q ON q.key = r.question"
			       " WHERE month = ? ORDER BY pack, q.question, key, answers DESC,"
			       " chosen",
			       VALUES{NUMBER(month)})
		      : NULL;

	while (db_row(s, q)) {
		struct reply_count c = {.pack = db_text(q, 0),
					.question = db_text(q, 1),
					.key = (uint64_t)sqlite3_column_int64(q, 2),
					.outcome = (enum outcome)sqlite3_column_int(q, 3),
					.chosen = db_text(q, 4),
					.answers = sqlite3_column_int64(q, 5)};

		if (see(ctx, &c))
			continue;
		sqlite3_reset(q);
		break;
	}
	return q && db_good(s);
}
