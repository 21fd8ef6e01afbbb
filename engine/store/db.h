/*
 * Private to store/: one connection, its statements kept, and what went wrong in words.
 *
 * Statements are known by the address of their text, which must live as long as the program. A
 * statement that gave its last row, or failed, is reset by itself; who leaves the rows early resets
 * it.
 */
#ifndef DB_H
#define DB_H

#include <limits.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "store.h"

enum { STATEMENTS = 128, BUSY_MS = 1000, ERROR_ROOM = 256, OWNER_ROOM = 128 };

struct store {
	sqlite3 *db;              /* NULL: it can't be used */
	char path[PATH_MAX - 64]; /* with room for what is put behind it */
	char owner[OWNER_ROOM];
	ino_t file; /* what was opened */
	int code;   /* of SQLite's last call */
	char error[ERROR_ROOM];
	int nkept;
	struct {
		const char *sql;
		sqlite3_stmt *statement;
	} kept[STATEMENTS];
};

/* What a statement's `?` stand for, in their order; a text of NULL is NULL. */
struct value {
	bool is_text;
	int64_t number;
	const char *text;
};

#define VALUES (const struct value[])
#define NUMBER(x)                                                                                  \
	{                                                                                          \
		.number = (int64_t)(x)                                                             \
	}
#define TEXT(x)                                                                                    \
	{                                                                                          \
		.is_text = true, .text = (x)                                                       \
	}

sqlite3_stmt *db_ask(struct store *s, const char *sql, const struct value *values);
bool db_row(struct store *s, sqlite3_stmt *q);    /* the next one; false: none, or it failed: */
bool db_good(const struct store *s);              /* the last statement did not fail */
const char *db_text(sqlite3_stmt *q, int column); /* never NULL */

/* A statement without rows, and one whose first row's first column is asked for. */
bool db_do(struct store *s, const char *sql, const struct value *values);
bool db_number(struct store *s, int64_t *number, const char *sql, const struct value *values);

/* All that is done between the two is on the disk, or nothing is. db_commit hands on whether it was
 * done. */
bool db_begin(struct store *s);
bool db_commit(struct store *s, bool good);

/* Connects; false: see s->code and s->error. */
enum access {
	FOR_WRITING, /* made where there is none */
	FOR_READING,
	FOR_READING_ALONE, /* nobody writes it meanwhile, and there is no log */
};
bool db_connect(struct store *s, enum access how);
bool db_copy(struct store *s); /* goes on with a copy in memory */
void db_disconnect(struct store *s);
void db_abandon(struct store *s); /* leaves its log as it is, not moved into the file */

bool db_int(struct store *s, int *number, const char *sql, const struct value *values);

/* Several statements that give no rows and are needed once. */
bool db_run(struct store *s, const char *sql);

/* Remembers what went wrong. */
void db_fail(struct store *s, int code);
void db_say(struct store *s, const char *words);

/* A row of key, last, asked, right, owed, as far as it can be so. */
struct known read_known(sqlite3_stmt *q);

/* Who plays a game: this program, as long as it runs. */
void owner_name(char name[OWNER_ROOM]);
bool owner_lives(const char *name);

/* Within a transaction: a game ended, finished or left at the question with this number (from 1);
 * a question was answered. What is counted so outlives the games (storecount.c). */
bool count_play(struct store *s, int64_t id, int left_at);
bool count_reply(struct store *s, uint64_t question, int outcome, const char *chosen,
		 struct moment now);

/* The minute at which a day begins, on boards and where games are counted. */
int64_t day_begins_min(struct store *s);

/* Brings an empty file, or an older version's, to what this version has. */
enum { SCHEMA_VERSION = 5, SCHEMA_ID = 0x53746172 /* "Star" */ };
bool schema_make(struct store *s);
bool schema_fits(struct store *s);

enum { GAME_RUNS, GAME_FINISHED, GAME_LEFT };    /* states */
enum { ABOUT_NOTHING, ABOUT_PACK, ABOUT_TOPIC }; /* rounds */

/* Within a transaction: closes a game, finished as it is in g or left (NULL); what is needed to go
 * on with it is dropped. */
bool game_close(struct store *s, int64_t id, const struct game *g, struct moment now);
bool game_score(struct store *s, int64_t id, const struct game *g);

#endif
