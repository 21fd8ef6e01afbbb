/* What is too old goes, a little at a time, and its pages are used again. */
#include "db.h"

enum { ANSWERS_AT_ONCE = 1000, GAMES_AT_ONCE = 50 };

/* The newest answer stays: the numbers of those to come go on from it. */
static bool forget_answers(struct store *s, struct forgetting *f)
{
	int64_t first, last;

	if (!db_number(s, &first,
		       "SELECT coalesce(min(id), 0) FROM answers WHERE id > ?"
		       " AND id < (SELECT max(id) FROM answers)",
		       VALUES{NUMBER(f->answer)}))
		return false;
	last = first + ANSWERS_AT_ONCE - 1;
	if (first == 0) { /* there is none left */
		f->at = FORGET_GAMES;
		return true;
	}
	f->answer = last;
	return db_do(s,
		     "DELETE FROM answers WHERE id BETWEEN ?1 AND ?2"
		     " AND id < (SELECT max(id) FROM answers) AND NOT EXISTS (SELECT 1 FROM games g"
		     "  WHERE g.id = answers.game AND (g.state = 0 OR g.ended_ms >= ?3))",
		     VALUES{NUMBER(first), NUMBER(last), NUMBER(f->before_ms)});
}

/* Those that ended before then, are on no board's first places, and have no answer any more. */
static bool find_games(struct store *s, const struct forgetting *f, int64_t id[GAMES_AT_ONCE],
		       int *n)
{
	sqlite3_stmt *q =
		db_ask(s,
		       "SELECT id FROM games g WHERE id > ?1 AND state > 0 AND ended_ms < ?2"
		       " AND id != coalesce((SELECT game FROM answers ORDER BY id DESC LIMIT 1), 0)"
		       " AND id NOT IN (SELECT game FROM scores s WHERE s.board = g.board"
		       "  ORDER BY score DESC, floor DESC, total_ms, game LIMIT ?3)"
		       " ORDER BY id LIMIT ?4",
		       VALUES{NUMBER(f->game), NUMBER(f->before_ms), NUMBER(BOARD_ROWS),
			      NUMBER(GAMES_AT_ONCE)});

	for (*n = 0; *n < GAMES_AT_ONCE && db_row(s, q);)
		id[(*n)++] = sqlite3_column_int64(q, 0);
	sqlite3_reset(q);
	return q && db_good(s);
}

static bool forget_game(struct store *s, int64_t id)
{
	const struct value *which = VALUES{NUMBER(id)};

	return db_do(s,
		     "DELETE FROM scores WHERE game = ?1 AND (board, score, floor) IN"
		     " (SELECT g.board, p.score, p.floor FROM games g JOIN players p"
		     "  ON p.game = g.id AND p.player = 0 WHERE g.id = ?1)",
		     which) &&
	       db_do(s, "DELETE FROM players WHERE game = ?", which) &&
	       db_do(s, "DELETE FROM games WHERE id = ?", which);
}

static bool forget_games(struct store *s, struct forgetting *f)
{
	int64_t id[GAMES_AT_ONCE];
	int n;

	if (!find_games(s, f, id, &n))
		return false;
	for (int i = 0; i < n; i++)
		if (!forget_game(s, id[i]))
			return false;
	if (n > 0)
		f->game = id[n - 1];
	if (n < GAMES_AT_ONCE)
		f->at = FORGET_COUNTS;
	return true;
}

/* A day, and the months before it. */
static bool forget_counts(struct store *s, struct forgetting *f)
{
	int64_t day, first;

	if (!db_number(s, &day, "SELECT CAST(strftime('%Y%m%d', ?, 'unixepoch') AS INTEGER)",
		       VALUES{NUMBER(f->counts_before_ms / 1000)}) ||
	    !db_number(s, &first, "SELECT coalesce(min(day), 0) FROM plays WHERE day < ?",
		       VALUES{NUMBER(day)}))
		return false;
	f->done = first == 0;
	return f->done ? db_do(s, "DELETE FROM replies WHERE month < ?", VALUES{NUMBER(day / 100)})
		       : db_do(s, "DELETE FROM plays WHERE day = ?", VALUES{NUMBER(first)});
}

/* Whether answers are left of a game is known: so they are not looked for once more. */
bool store_forget(struct store *s, struct forgetting *f)
{
	static bool (*const steps[])(struct store * s,
				     struct forgetting * f) = {[FORGET_ANSWERS] = forget_answers,
							       [FORGET_GAMES] = forget_games,
							       [FORGET_COUNTS] = forget_counts};
	struct forgetting next = *f;
	bool good = s->db && db_run(s, "PRAGMA foreign_keys = OFF");

	good = good && db_begin(s) && steps[f->at](s, &next);
	good = db_commit(s, good);
	if (good)
		*f = next;
	return s->db && db_run(s, "PRAGMA foreign_keys = ON") && good;
}
