/* Who has the most points: today, this week, ever. */
#include <stdio.h>
#include <string.h>

#include "db.h"

enum { MINUTE_MS = 60 * 1000, DAYS = 7, MONDAY = 3 /* 1970 began on a Thursday */ };

static const int64_t DAY_MS = 24 * 60 * INT64_C(60000);

struct stretch {
	int64_t from_ms, to_ms;
};

static int64_t divide(int64_t a, int64_t b) /* rounds down */
{
	return a / b - (a % b < 0);
}

/* So many days from this one on, by the clock on the wall. */
static struct stretch find_days(int64_t day, int64_t days, struct moment now)
{
	int64_t offset_ms = (int64_t)now.utc_offset_min * MINUTE_MS;

	return (struct stretch){day * DAY_MS - offset_ms, (day + days) * DAY_MS - offset_ms};
}

static int64_t day_of(struct moment now)
{
	return divide(now.unix_ms + (int64_t)now.utc_offset_min * MINUTE_MS, DAY_MS);
}

static struct stretch find_day(struct moment now)
{
	return find_days(day_of(now), 1, now);
}

static struct stretch find_week(struct moment now)
{
	return find_days(divide(day_of(now) + MONDAY, DAYS) * DAYS - MONDAY, DAYS, now);
}

/* The rows of a statement, the best first; those with the same score, floor and time that counts
 * have the same place. */
static bool read_rows(struct store *s, sqlite3_stmt *q, int64_t game, struct board *b)
{
	int64_t time_ms = 0;

	while (b->n < BOARD_ROWS && db_row(s, q)) {
		struct board_row *row = &b->row[b->n++];
		int64_t above_ms = time_ms;

		row->mine = sqlite3_column_int64(q, 0) == game;
		snprintf(row->name, sizeof(row->name), "%s", db_text(q, 1));
		row->score = sqlite3_column_int(q, 2);
		row->floor = sqlite3_column_int(q, 3);
		row->total_ms = sqlite3_column_int64(q, 4);
		row->right = sqlite3_column_int(q, 5);
		row->asked = sqlite3_column_int(q, 6);
		row->unix_ms = sqlite3_column_int64(q, 7);
		time_ms = sqlite3_column_int64(q, 8);
		row->place = b->n;
		if (b->n > 1 && row[-1].score == row->score && row[-1].floor == row->floor &&
		    above_ms == time_ms)
			row->place = row[-1].place;
	}
	sqlite3_reset(q);
	return q && db_good(s);
}

#define ROWS                                                                                       \
	"SELECT s.game, p.name, s.score, s.floor, p.total_ms, p.right, p.asked, s.ended_ms,"       \
	" s.total_ms FROM "
#define IN_ORDER " ORDER BY s.score DESC, s.floor DESC, s.total_ms, s.game LIMIT 10"
#define PLAYER   " JOIN players p ON p.game = s.game AND p.player = 0"

/* The game that is asked about: what it has, where it is on this board at all. */
struct mine {
	bool there;
	int64_t game, score, floor, total_ms, ended_ms;
};

static bool read_mine(struct store *s, int64_t board, int64_t game, struct mine *m)
{
	sqlite3_stmt *q = db_ask(s,
				 "SELECT s.score, s.floor, s.total_ms, s.ended_ms FROM players p"
				 " JOIN scores s ON s.board = ?2 AND s.score = p.score"
				 " AND s.floor = p.floor AND s.game = p.game"
				 " WHERE p.game = ?1 AND p.player = 0",
				 VALUES{NUMBER(game), NUMBER(board)});

	*m = (struct mine){.there = db_row(s, q), .game = game};
	if (!m->there)
		return q && db_good(s);
	m->score = sqlite3_column_int64(q, 0);
	m->floor = sqlite3_column_int64(q, 1);
	m->total_ms = sqlite3_column_int64(q, 2);
	m->ended_ms = sqlite3_column_int64(q, 3);
	sqlite3_reset(q);
	return true;
}

/* Of all games: in the order of the table itself, and counted as they ended. */
static bool read_ever(struct store *s, int64_t board, const struct mine *m, struct board *b)
{
	const struct value which[] = {NUMBER(board), NUMBER(m->score), NUMBER(m->floor),
				      NUMBER(m->total_ms)};
	sqlite3_stmt *q = db_ask(s, ROWS "scores s" PLAYER " WHERE s.board = ?" IN_ORDER, which);

	return read_rows(s, q, m->game, b) &&
	       db_int(s, &b->games, "SELECT games FROM boards WHERE id = ?", which) &&
	       (!m->there ||
		db_int(s, &b->place,
		       "SELECT 1 + (SELECT coalesce(sum(games), 0) FROM tallies WHERE board = ?1"
		       " AND score > ?2) + (SELECT count(*) FROM scores WHERE board = ?1"
		       " AND score = ?2 AND (floor > ?3 OR (floor = ?3 AND total_ms < ?4)))",
		       which));
}

/* Of a stretch of time: few enough to be sorted and counted. */
static bool read_stretch(struct store *s, int64_t board, struct stretch when, const struct mine *m,
			 struct board *b)
{
	const struct value which[] = {NUMBER(board),    NUMBER(when.from_ms), NUMBER(when.to_ms),
				      NUMBER(m->score), NUMBER(m->floor),     NUMBER(m->total_ms)};
	sqlite3_stmt *q = db_ask(s,
				 ROWS "(SELECT * FROM scores s INDEXED BY scores_by_time"
				      " WHERE board = ? AND ended_ms >= ? AND ended_ms < ?" IN_ORDER
				      ") s" PLAYER IN_ORDER,
				 which);

	if (!read_rows(s, q, m->game, b))
		return false;
	q = db_ask(s,
		   "SELECT count(*), 1 + count(*) FILTER (WHERE score > ?4 OR (score = ?4"
		   " AND (floor > ?5 OR (floor = ?5 AND total_ms < ?6))))"
		   " FROM scores INDEXED BY scores_by_time"
		   " WHERE board = ?1 AND ended_ms >= ?2 AND ended_ms < ?3",
		   which);
	if (!db_row(s, q))
		return false;
	b->games = sqlite3_column_int(q, 0);
	if (m->there && m->ended_ms >= when.from_ms && m->ended_ms < when.to_ms)
		b->place = sqlite3_column_int(q, 1);
	sqlite3_reset(q);
	return true;
}

bool store_boards(struct store *s, const struct board_key *key, int64_t game, struct moment now,
		  struct boards *out)
{
	struct mine mine;
	int64_t board;

	*out = (struct boards){.key = *key, .game = game};
	if (!s->db)
		return false;
	if (!db_number(s, &board,
		       "SELECT id FROM boards WHERE packs = ? AND mode = ? AND length = ?",
		       VALUES{TEXT(key->packs), TEXT(key->mode), NUMBER(key->length)}))
		return db_good(s);
	return read_mine(s, board, game, &mine) &&
	       read_stretch(s, board, find_day(now), &mine, &out->span[SPAN_TODAY]) &&
	       read_stretch(s, board, find_week(now), &mine, &out->span[SPAN_WEEK]) &&
	       read_ever(s, board, &mine, &out->span[SPAN_EVER]);
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
