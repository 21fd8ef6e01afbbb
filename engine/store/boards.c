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

static struct stretch find_stretch(enum span span, struct moment now)
{
	int64_t offset_ms = (int64_t)now.utc_offset_min * MINUTE_MS;
	int64_t day = divide(now.unix_ms + offset_ms, DAY_MS), days = 1;

	if (span == SPAN_EVER)
		return (struct stretch){INT64_MIN, INT64_MAX};
	if (span == SPAN_WEEK) {
		day = divide(day + MONDAY, DAYS) * DAYS - MONDAY;
		days = DAYS;
	}
	return (struct stretch){day * DAY_MS - offset_ms, (day + days) * DAY_MS - offset_ms};
}

#define OF_BOARD                                                                                   \
	" FROM games g JOIN players p ON p.game = g.id WHERE g.board = ? AND g.state = 1"          \
	" AND g.nplayers = 1 AND g.ended_ms >= ? AND g.ended_ms < ?"

/* Equals have the same place. */
static bool read_rows(struct store *s, const struct value *which, int64_t game, struct board *b)
{
	sqlite3_stmt *q =
		db_ask(s,
		       "SELECT g.id, p.name, p.score, p.floor, p.right, p.asked, p.total_ms,"
		       " g.ended_ms" OF_BOARD
		       " ORDER BY p.score DESC, p.floor DESC, p.total_ms, g.id LIMIT 10",
		       which);

	while (db_row(s, q)) {
		struct board_row *row = &b->row[b->n], *above = b->n > 0 ? row - 1 : NULL;

		snprintf(row->name, sizeof(row->name), "%s", db_text(q, 1));
		row->mine = sqlite3_column_int64(q, 0) == game;
		row->score = sqlite3_column_int(q, 2);
		row->floor = sqlite3_column_int(q, 3);
		row->right = sqlite3_column_int(q, 4);
		row->asked = sqlite3_column_int(q, 5);
		row->total_ms = sqlite3_column_int64(q, 6);
		row->unix_ms = sqlite3_column_int64(q, 7);
		row->place = above && above->score == row->score && above->floor == row->floor &&
					     above->total_ms == row->total_ms
				     ? above->place
				     : b->n + 1;
		b->n++;
	}
	return q && db_good(s);
}

static bool read_board(struct store *s, int64_t board, struct stretch when, int64_t game,
		       struct board *b)
{
	const struct value which[] = {NUMBER(board), NUMBER(when.from_ms), NUMBER(when.to_ms),
				      NUMBER(game)};
	int64_t games, place = 0, mine;

	if (!read_rows(s, which, game, b) ||
	    !db_number(s, &games, "SELECT count(*)" OF_BOARD, which) ||
	    !db_number(s, &mine, "SELECT count(*)" OF_BOARD " AND g.id = ?", which))
		return false;
	if (mine && !db_number(s, &place,
			       "SELECT count(*) + 1" OF_BOARD
			       " AND (p.score, p.floor, -p.total_ms) > (SELECT score, floor,"
			       " -total_ms FROM players WHERE game = ?)",
			       which))
		return false;
	b->games = (int)games;
	b->place = (int)place;
	return true;
}

bool store_boards(struct store *s, const struct board_key *key, int64_t game, struct moment now,
		  struct boards *out)
{
	int64_t board;

	*out = (struct boards){.key = *key, .game = game};
	if (!s->db)
		return false;
	if (!db_number(s, &board,
		       "SELECT id FROM boards WHERE packs = ? AND mode = ? AND length = ?",
		       VALUES{TEXT(key->packs), TEXT(key->mode), NUMBER(key->length)}))
		return db_good(s);
	for (enum span span = 0; span < SPANS; span++)
		if (!read_board(s, board, find_stretch(span, now), game, &out->span[span]))
			return false;
	return true;
}

bool store_board_keys(struct store *s, bool (*see)(void *ctx, const struct board_key *key),
		      void *ctx)
{
	sqlite3_stmt *q =
		s->db ? db_ask(s,
			       "SELECT b.packs, b.mode, b.length FROM boards b JOIN games g ON"
			       " g.board = b.id WHERE g.state = 1 AND g.nplayers = 1 GROUP BY b.id"
			       " ORDER BY max(g.ended_ms) DESC",
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
