/* Who has the most points: today, this week, ever. */
#include <stdio.h>
#include <string.h>

#include "db.h"

enum {
	MINUTE_MS = 60 * 1000,
	HOUR_MS = 60 * MINUTE_MS,
	SHIFT_MS = 3 * HOUR_MS, /* by more than this no clock on a wall is moved */
	DAYS = 7,
	MONDAY = 3 /* 1970 began on a Thursday */
};

static const int64_t DAY_MS = INT64_C(24) * HOUR_MS;

/* By the clock on the wall, as it stood where a game ended. */
struct stretch {
	int64_t from_ms, to_ms;
};

static int64_t divide(int64_t a, int64_t b) /* rounds down */
{
	return a / b - (a % b < 0);
}

static int64_t wall_ms(struct moment m)
{
	return m.unix_ms + (int64_t)m.utc_offset_min * MINUTE_MS;
}

/* The day of the boards that a moment lies on, and its week: so many days from it on. */
static struct stretch find_days(struct moment now, int64_t begins_ms, int days, int64_t skew)
{
	int64_t day = divide(wall_ms(now) - begins_ms, DAY_MS);
	int64_t first = divide(day + skew, days) * days - skew;

	return (struct stretch){first * DAY_MS + begins_ms, (first + days) * DAY_MS + begins_ms};
}

/* A finished game, as it is ranked: total_ms is 0 where time did not count. */
struct entry {
	int64_t game, score, floor, total_ms, ended_ms, wall_ms;
};

/* The best of a span, the first first, and how many there are in all and ahead of the one that is
 * asked about. */
struct best {
	struct stretch when;
	struct entry at[BOARD_ROWS];
	int n, games, ahead;
};

static bool is_ahead(const struct entry *a, const struct entry *b)
{
	if (a->score != b->score)
		return a->score > b->score;
	if (a->floor != b->floor)
		return a->floor > b->floor;
	return a->total_ms < b->total_ms;
}

/* Of equals the earlier game comes first. */
static bool comes_before(const struct entry *a, const struct entry *b)
{
	return is_ahead(a, b) || (!is_ahead(b, a) && a->game < b->game);
}

static bool is_within(struct stretch when, const struct entry *e)
{
	return e->wall_ms >= when.from_ms && e->wall_ms < when.to_ms;
}

static void rank(struct best *b, const struct entry *e, const struct entry *mine)
{
	int i;

	if (!is_within(b->when, e))
		return;
	b->games++;
	b->ahead += is_ahead(e, mine);
	if (b->n == BOARD_ROWS && !comes_before(e, &b->at[b->n - 1]))
		return;
	for (i = b->n < BOARD_ROWS ? b->n++ : b->n - 1; i > 0 && comes_before(e, &b->at[i - 1]);
	     i--)
		b->at[i] = b->at[i - 1];
	b->at[i] = *e;
}

#define COLUMNS "SELECT s.game, s.score, s.floor, s.total_ms, s.ended_ms, s.utc_offset_min FROM "

static bool read_entry(struct store *s, sqlite3_stmt *q, struct entry *e)
{
	if (!db_row(s, q))
		return false;
	*e = (struct entry){.game = sqlite3_column_int64(q, 0),
			    .score = sqlite3_column_int64(q, 1),
			    .floor = sqlite3_column_int64(q, 2),
			    .total_ms = sqlite3_column_int64(q, 3),
			    .ended_ms = sqlite3_column_int64(q, 4)};
	e->wall_ms = wall_ms((struct moment){e->ended_ms, sqlite3_column_int(q, 5)});
	return true;
}

/* The game that is asked about; game 0: it is not on this board at all. */
static bool read_mine(struct store *s, int64_t board, int64_t game, struct entry *e)
{
	sqlite3_stmt *q = db_ask(s,
				 COLUMNS "players p JOIN scores s ON s.board = ?2"
					 " AND s.score = p.score AND s.floor = p.floor"
					 " AND s.game = p.game WHERE p.game = ?1 AND p.player = 0",
				 VALUES{NUMBER(game), NUMBER(board)});

	if (read_entry(s, q, e)) {
		sqlite3_reset(q);
		return true;
	}
	*e = (struct entry){0};
	return q && db_good(s);
}

/* Of all games: in the order of the table itself, and counted as they ended. */
static bool read_ever(struct store *s, int64_t board, const struct entry *mine, struct best *b)
{
	const struct value which[] = {NUMBER(board), NUMBER(mine->score), NUMBER(mine->floor),
				      NUMBER(mine->total_ms), NUMBER(BOARD_ROWS)};
	sqlite3_stmt *q = db_ask(s,
				 COLUMNS "scores s WHERE board = ?1 ORDER BY score DESC,"
					 " floor DESC, total_ms, game LIMIT ?5",
				 which);

	while (b->n < BOARD_ROWS && read_entry(s, q, &b->at[b->n]))
		b->n++;
	sqlite3_reset(q);
	return q && db_good(s) &&
	       db_int(s, &b->games, "SELECT games FROM boards WHERE id = ?", which) &&
	       db_int(s, &b->ahead,
		      "SELECT (SELECT coalesce(sum(games), 0) FROM tallies WHERE board = ?1"
		      " AND score > ?2) + (SELECT count(*) FROM scores WHERE board = ?1"
		      " AND score = ?2 AND (floor > ?3 OR (floor = ?3 AND total_ms < ?4)))",
		      which);
}

/* Of the day and the week: one pass over the week, and over what may belong to it where another
 * clock was on the wall. */
static bool read_week(struct store *s, int64_t board, const struct entry *mine, struct moment now,
		      struct best *day, struct best *week)
{
	int64_t away_ms = wall_ms(now) - now.unix_ms;
	sqlite3_stmt *q =
		db_ask(s,
		       COLUMNS "scores s INDEXED BY scores_by_time WHERE board = ?"
			       " AND ended_ms >= ? AND ended_ms < ?",
		       VALUES{NUMBER(board), NUMBER(week->when.from_ms - away_ms - SHIFT_MS),
			      NUMBER(week->when.to_ms - away_ms + SHIFT_MS)});
	struct entry e;

	while (read_entry(s, q, &e)) {
		rank(day, &e, mine);
		rank(week, &e, mine);
	}
	return q && db_good(s);
}

static bool fill_row(struct store *s, const struct entry *e, struct board_row *row)
{
	sqlite3_stmt *q = db_ask(s,
				 "SELECT name, right, asked, total_ms FROM players"
				 " WHERE game = ? AND player = 0",
				 VALUES{NUMBER(e->game)});

	if (!db_row(s, q))
		return q && db_good(s);
	snprintf(row->name, sizeof(row->name), "%s", db_text(q, 0));
	row->right = sqlite3_column_int(q, 1);
	row->asked = sqlite3_column_int(q, 2);
	row->total_ms = sqlite3_column_int64(q, 3);
	row->score = (int)e->score;
	row->floor = (int)e->floor;
	row->unix_ms = e->ended_ms;
	row->game = e->game;
	sqlite3_reset(q);
	return true;
}

/* Equals have the same place. */
static bool fill_board(struct store *s, const struct best *best, const struct entry *mine,
		       struct board *b)
{
	b->games = best->games;
	if (mine->game && is_within(best->when, mine))
		b->place = best->ahead + 1;
	for (; b->n < best->n; b->n++) {
		struct board_row *row = &b->row[b->n];
		const struct entry *e = &best->at[b->n];

		if (!fill_row(s, e, row))
			return false;
		row->mine = e->game == mine->game;
		row->place = b->n > 0 && !is_ahead(e - 1, e) ? row[-1].place : b->n + 1;
	}
	return true;
}

bool store_boards(struct store *s, const struct board_key *key, int64_t game, struct moment now,
		  struct boards *out)
{
	int64_t begins_ms = MINUTE_MS * day_begins_min(s);
	struct best best[SPANS] = {{.when = find_days(now, begins_ms, 1, 0)},
				   {.when = find_days(now, begins_ms, DAYS, MONDAY)},
				   {.when = {INT64_MIN, INT64_MAX}}};
	struct entry mine;
	int64_t board;

	*out = (struct boards){.key = *key, .game = game};
	if (!s->db)
		return false;
	if (!db_number(s, &board,
		       "SELECT id FROM boards WHERE packs = ? AND mode = ? AND length = ?",
		       VALUES{TEXT(key->packs), TEXT(key->mode), NUMBER(key->length)}))
		return db_good(s);
	if (!read_mine(s, board, game, &mine) ||
	    !read_week(s, board, &mine, now, &best[SPAN_TODAY], &best[SPAN_WEEK]) ||
	    !read_ever(s, board, &mine, &best[SPAN_EVER]))
		return false;
	for (enum span span = 0; span < SPANS; span++)
		if (!fill_board(s, &best[span], &mine, &out->span[span]))
			return false;
	return true;
}

bool store_reset_boards(struct store *s)
{
	return db_commit(s, db_begin(s) && db_do(s, "DELETE FROM scores", NULL) &&
				    db_do(s, "DELETE FROM tallies", NULL) &&
				    db_do(s, "UPDATE boards SET games = 0, last_ms = 0", NULL));
}

bool store_blank(struct store *s, int64_t game)
{
	return s->db && db_do(s, "UPDATE players SET name = '', blanked = 1 WHERE game = ?",
			      VALUES{NUMBER(game)});
}

bool store_board_keys(struct store *s, bool (*see)(void *ctx, const struct board_key *key),
		      void *ctx)
{
	sqlite3_stmt *q = s->db ? db_ask(s,
					 "SELECT packs, mode, length FROM boards WHERE games > 0 "
					 "ORDER BY last_ms DESC, id DESC",
					 NULL)
				: NULL;

	while (db_row(s, q)) {
		struct board_key key = {.length = sqlite3_column_int(q, 2)};

		snprintf(key.packs, sizeof(key.packs), "%s", db_text(q, 0));
		snprintf(key.mode, sizeof(key.mode), "%s", db_text(q, 1));
		if (see(ctx, &key))
			continue;
		sqlite3_reset(q);
		break;
	}
	return q && db_good(s);
}
