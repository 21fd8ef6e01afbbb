/*
 * What the file is made of. A new version is a new row of steps[]: it says how the file of the
 * version before becomes one of its own, and a new file goes through all of them.
 */
#include <stdio.h>

#include "db.h"

static const char *const steps[] = {
	/* 1 */
	"CREATE TABLE boards (id INTEGER PRIMARY KEY, packs TEXT NOT NULL, mode TEXT NOT NULL,"
	" length INTEGER NOT NULL, UNIQUE (packs, mode, length)) STRICT;"

	/* state: 0 it runs, 1 finished, 2 left */
	"CREATE TABLE games (id INTEGER PRIMARY KEY, board INTEGER NOT NULL REFERENCES boards,"
	" titles TEXT NOT NULL, seed INTEGER NOT NULL, nplayers INTEGER NOT NULL,"
	" begun_ms INTEGER NOT NULL, utc_offset_min INTEGER NOT NULL, ended_ms INTEGER,"
	" state INTEGER NOT NULL) STRICT;"

	"CREATE TABLE players (game INTEGER NOT NULL REFERENCES games, player INTEGER NOT NULL,"
	" name TEXT NOT NULL, more_percent INTEGER NOT NULL, place INTEGER NOT NULL,"
	" score INTEGER NOT NULL, floor INTEGER NOT NULL, right INTEGER NOT NULL,"
	" asked INTEGER NOT NULL, best_streak INTEGER NOT NULL, total_ms INTEGER NOT NULL,"
	" PRIMARY KEY (game, player)) STRICT, WITHOUT ROWID;"

	/* what is known of a question; key: see past.h */
	"CREATE TABLE questions (key INTEGER PRIMARY KEY, pack TEXT NOT NULL,"
	" question TEXT NOT NULL, last INTEGER NOT NULL, asked INTEGER NOT NULL,"
	" right INTEGER NOT NULL, owed INTEGER NOT NULL) STRICT;"

	"CREATE TABLE versions (id INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE) STRICT;"

	/* id: the number of the answer; number: of the question in its game, from 1; player: -1 is
	 * nobody; chosen: choices by identity; outcome: 1 right, 2 wrong, 3 late */
	"CREATE TABLE answers (id INTEGER PRIMARY KEY, game INTEGER NOT NULL REFERENCES games,"
	" number INTEGER NOT NULL, player INTEGER NOT NULL,"
	" question INTEGER NOT NULL REFERENCES questions,"
	" version INTEGER NOT NULL REFERENCES versions, chosen TEXT NOT NULL,"
	" outcome INTEGER NOT NULL, points INTEGER NOT NULL, took_ms INTEGER NOT NULL,"
	" unix_ms INTEGER NOT NULL) STRICT;"

	/* What it takes to go on with a game: how it was begun, its deck, its moves. Times are of
	 * the clock of the program that played it. */
	"CREATE TABLE running (game INTEGER PRIMARY KEY REFERENCES games,"
	" clock_percent INTEGER NOT NULL, reading_percent INTEGER NOT NULL, even INTEGER NOT NULL,"
	" party INTEGER NOT NULL, mistakes INTEGER NOT NULL, nspare INTEGER NOT NULL,"
	" nrounds INTEGER NOT NULL, start_ms INTEGER NOT NULL, seen_ms INTEGER,"
	" owner TEXT NOT NULL) STRICT;"

	/* question: its index, key: what it must be; about: what its round is about: 0 nothing of
	 * its own, 1 the pack, 2 the topic */
	"CREATE TABLE deck (game INTEGER NOT NULL REFERENCES games, number INTEGER NOT NULL,"
	" pack TEXT NOT NULL, hash INTEGER NOT NULL, question INTEGER NOT NULL,"
	" key INTEGER NOT NULL, round INTEGER NOT NULL, about INTEGER NOT NULL,"
	" PRIMARY KEY (game, number)) STRICT, WITHOUT ROWID;"

	/* op 0: another program went on with it; its clock is another */
	"CREATE TABLE moves (game INTEGER NOT NULL REFERENCES games, number INTEGER NOT NULL,"
	" op INTEGER NOT NULL, arg INTEGER NOT NULL, at_ms INTEGER NOT NULL,"
	" unix_ms INTEGER NOT NULL, PRIMARY KEY (game, number)) STRICT, WITHOUT ROWID;",

	/* 2: boards are read as they stand, however many games there were. scores: the finished
	 * games of one player, the best of a board first, total_ms 0 where time does not count;
	 * tallies: how many have a score */
	"ALTER TABLE boards ADD COLUMN games INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE boards ADD COLUMN last_ms INTEGER NOT NULL DEFAULT 0;"

	"CREATE TABLE scores (board INTEGER NOT NULL REFERENCES boards, score INTEGER NOT NULL,"
	" floor INTEGER NOT NULL, total_ms INTEGER NOT NULL,"
	" game INTEGER NOT NULL REFERENCES games, ended_ms INTEGER NOT NULL,"
	" PRIMARY KEY (board, score DESC, floor DESC, total_ms, game)) STRICT, WITHOUT ROWID;"
	"CREATE INDEX scores_by_time ON scores (board, ended_ms);"

	"CREATE TABLE tallies (board INTEGER NOT NULL REFERENCES boards, score INTEGER NOT NULL,"
	" games INTEGER NOT NULL, PRIMARY KEY (board, score)) STRICT, WITHOUT ROWID;"

	"INSERT INTO scores SELECT g.board, p.score, p.floor, p.total_ms, g.id, g.ended_ms"
	" FROM games g JOIN players p ON p.game = g.id WHERE g.state = 1 AND g.nplayers = 1;"
	"INSERT INTO tallies SELECT board, score, count(*) FROM scores GROUP BY board, score;"
	"UPDATE boards SET games = (SELECT count(*) FROM scores WHERE board = boards.id),"
	" last_ms = (SELECT coalesce(max(ended_ms), 0) FROM scores WHERE board = boards.id);",

	/* 3: where a pack was, so that a game goes on that was begun from anywhere */
	"ALTER TABLE deck ADD COLUMN path TEXT NOT NULL DEFAULT '';",

	/* 4: on no board are modes without points, nor a game without the one clock that ends it */
	"DELETE FROM scores WHERE board IN (SELECT id FROM boards WHERE mode = 'study'"
	" OR (mode = 'sprint' AND length > 0));"
	"DELETE FROM tallies WHERE board NOT IN (SELECT board FROM scores);"
	"UPDATE boards SET games = 0, last_ms = 0 WHERE id NOT IN (SELECT board FROM scores);",

	/* 5: what is counted outlives the games and answers themselves, and a kiosk has notes of
	 * its own. plays: day (20261122) and hour by the clock on the wall when a game began;
	 * left_at: the number of the question it was left at, 0: it was finished. replies: month
	 * (202611); outcome as an answer's; chosen: of a wrong one. A name that is blanked stays so
	 */
	"ALTER TABLE games ADD COLUMN language TEXT NOT NULL DEFAULT '';"
	"ALTER TABLE players ADD COLUMN blanked INTEGER NOT NULL DEFAULT 0;"
	"ALTER TABLE scores ADD COLUMN utc_offset_min INTEGER NOT NULL DEFAULT 0;"
	"UPDATE scores SET utc_offset_min = (SELECT utc_offset_min FROM games WHERE id = game);"
	"DROP INDEX scores_by_time;"
	"CREATE INDEX scores_by_time ON scores (board, ended_ms, utc_offset_min);"

	"CREATE TABLE notes (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"

	"CREATE TABLE plays (day INTEGER NOT NULL, hour INTEGER NOT NULL, language TEXT NOT NULL,"
	" board INTEGER NOT NULL REFERENCES boards, left_at INTEGER NOT NULL,"
	" games INTEGER NOT NULL, PRIMARY KEY (day, hour, language, board, left_at))"
	" STRICT, WITHOUT ROWID;"

	"CREATE TABLE replies (month INTEGER NOT NULL,"
	" question INTEGER NOT NULL REFERENCES questions, outcome INTEGER NOT NULL,"
	" chosen TEXT NOT NULL, answers INTEGER NOT NULL,"
	" PRIMARY KEY (month, question, outcome, chosen)) STRICT, WITHOUT ROWID;"

	"INSERT INTO plays SELECT CAST(strftime('%Y%m%d', at, 'unixepoch') AS INTEGER),"
	" CAST(strftime('%H', at, 'unixepoch') AS INTEGER), '', board, left_at, count(*)"
	" FROM (SELECT begun_ms / 1000 + utc_offset_min * 60 AS at, board,"
	"  CASE state WHEN 1 THEN 0 ELSE 1 + coalesce(last, 0) END AS left_at"
	"  FROM games LEFT JOIN (SELECT game, max(number) AS last FROM answers GROUP BY game)"
	"  ON game = id WHERE state > 0)"
	" GROUP BY 1, 2, 4, 5;"

	"INSERT INTO replies SELECT"
	" CAST(strftime('%Y%m', unix_ms / 1000 + utc_offset_min * 60, 'unixepoch') AS INTEGER),"
	" question, outcome, CASE outcome WHEN 2 THEN chosen ELSE '' END, count(*)"
	" FROM answers JOIN games ON games.id = answers.game GROUP BY 1, 2, 3, 4;",
};

_Static_assert(sizeof(steps) / sizeof(steps[0]) == SCHEMA_VERSION, "a step for each version");

bool schema_make(struct store *s)
{
	static const char version[] = "PRAGMA user_version";
	int64_t from = 0;
	char mark[96];
	bool good;

	if (!db_number(s, &from, version, NULL) || from == SCHEMA_VERSION)
		return db_good(s);
	good = db_begin(s) && db_number(s, &from, version, NULL);
	for (int64_t i = from; good && i < SCHEMA_VERSION; i++)
		good = db_run(s, steps[i]);
	snprintf(mark, sizeof(mark), "PRAGMA application_id = %d; PRAGMA user_version = %d",
		 SCHEMA_ID, SCHEMA_VERSION);
	return db_commit(s, good && db_run(s, mark));
}

/* Whether all tables are there. */
bool schema_fits(struct store *s)
{
	return db_do(
		s,
		"SELECT 1 FROM boards, games, players, questions, versions, answers, running, deck,"
		" moves, scores, tallies, notes, plays, replies LIMIT 0",
		NULL);
}
