#include "db.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static const struct {
	int code;
	const char *words;
} known[] = {
	{SQLITE_FULL, "the disk is full"},
	{SQLITE_READONLY, "the file can't be written to"},
	{SQLITE_CANTOPEN, "the file can't be opened"},
	{SQLITE_PERM, "the file can't be opened"},
	{SQLITE_BUSY, "another program keeps the file locked"},
	{SQLITE_LOCKED, "another program keeps the file locked"},
	{SQLITE_IOERR, "the disk fails"},
	{SQLITE_CORRUPT, "the file is broken"},
	{SQLITE_NOTADB, "the file is broken"},
	{SQLITE_NOMEM, "memory is short"},
};

static const char *words_of(int code)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (known[i].code == (code & 0xff))
			return known[i].words;
	return NULL;
}

void db_fail(struct store *s, int code)
{
	const char *words = words_of(code);
	int cause = s->db ? sqlite3_system_errno(s->db) : 0;

	s->code = code;
	if (!words)
		words = s->db ? sqlite3_errmsg(s->db) : sqlite3_errstr(code);
	if (cause && ((code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_IOERR))
		snprintf(s->error, sizeof(s->error), "%s: %s", words, strerror(cause));
	else
		snprintf(s->error, sizeof(s->error), "%s", words);
}

void db_say(struct store *s, const char *words)
{
	s->code = SQLITE_ERROR;
	snprintf(s->error, sizeof(s->error), "%s", words);
}

bool db_good(const struct store *s)
{
	return s->code == SQLITE_OK || s->code == SQLITE_ROW || s->code == SQLITE_DONE;
}

/* ---- statements ---- */

static sqlite3_stmt *find(struct store *s, const char *sql)
{
	sqlite3_stmt *q;
	int code;

	for (int i = 0; i < s->nkept; i++)
		if (s->kept[i].sql == sql)
			return s->kept[i].statement;
	assert(s->nkept < STATEMENTS);
	code = sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &q, NULL);
	if (code != SQLITE_OK) {
		db_fail(s, code);
		return NULL;
	}
	s->kept[s->nkept].sql = sql;
	s->kept[s->nkept++].statement = q;
	return q;
}

sqlite3_stmt *db_ask(struct store *s, const char *sql, const struct value *values)
{
	sqlite3_stmt *q = find(s, sql);
	int code = SQLITE_OK;

	if (!q)
		return NULL;
	for (int i = 0; i < sqlite3_bind_parameter_count(q) && code == SQLITE_OK; i++)
		code = values[i].is_text
			       ? sqlite3_bind_text(q, i + 1, values[i].text, -1, SQLITE_TRANSIENT)
			       : sqlite3_bind_int64(q, i + 1, values[i].number);
	if (code != SQLITE_OK) {
		db_fail(s, code);
		return NULL;
	}
	s->code = SQLITE_OK;
	return q;
}

bool db_row(struct store *s, sqlite3_stmt *q)
{
	int code;

	if (!q)
		return false;
	code = sqlite3_step(q);
	s->code = code;
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		db_fail(s, code);
	sqlite3_reset(q);
	return false;
}

const char *db_text(sqlite3_stmt *q, int column)
{
	const unsigned char *s = sqlite3_column_text(q, column);

	return s ? (const char *)s : "";
}

bool db_do(struct store *s, const char *sql, const struct value *values)
{
	sqlite3_stmt *q = db_ask(s, sql, values);

	while (db_row(s, q))
		;
	return q && db_good(s);
}

bool db_number(struct store *s, int64_t *number, const char *sql, const struct value *values)
{
	sqlite3_stmt *q = db_ask(s, sql, values);

	if (!db_row(s, q))
		return false;
	*number = sqlite3_column_int64(q, 0);
	sqlite3_reset(q);
	return true;
}

bool db_int(struct store *s, int *number, const char *sql, const struct value *values)
{
	int64_t wide;

	if (!db_number(s, &wide, sql, values))
		return false;
	*number = (int)wide;
	return true;
}

bool db_run(struct store *s, const char *sql)
{
	s->code = sqlite3_exec(s->db, sql, NULL, NULL, NULL);
	if (s->code != SQLITE_OK)
		db_fail(s, s->code);
	return s->code == SQLITE_OK;
}

bool db_begin(struct store *s)
{
	return s->db && db_do(s, "BEGIN IMMEDIATE", NULL);
}

bool db_commit(struct store *s, bool good)
{
	if (good && db_do(s, "COMMIT", NULL))
		return true;
	if (s->db && !sqlite3_get_autocommit(s->db))
		sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
	return false;
}

/* ---- the connection ---- */

/* As a URI has it, by which alone a file is read without its log. */
static void name_file(const char *path, char *uri)
{
	char *at = uri + sprintf(uri, "file:");

	for (; *path; path++)
		at += sprintf(at, strchr("%?#", *path) ? "%%%02X" : "%c", (unsigned char)*path);
	strcpy(at, "?immutable=1");
}

bool db_connect(struct store *s, enum access how)
{
	static const int flags[] = {
		[FOR_WRITING] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
		[FOR_READING] = SQLITE_OPEN_READONLY,
		[FOR_READING_ALONE] = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
	};
	char uri[3 * PATH_MAX];
	int code;

	name_file(s->path, uri);
	code = sqlite3_open_v2(how == FOR_READING_ALONE ? uri : s->path, &s->db,
			       flags[how] | SQLITE_OPEN_NOMUTEX, NULL);
	if (code == SQLITE_OK) {
		sqlite3_extended_result_codes(s->db, 1);
		sqlite3_busy_timeout(s->db, BUSY_MS);
		return true;
	}
	db_fail(s, code);
	db_disconnect(s);
	return false;
}

void db_disconnect(struct store *s)
{
	for (int i = 0; i < s->nkept; i++)
		sqlite3_finalize(s->kept[i].statement);
	s->nkept = 0;
	sqlite3_close(s->db);
	s->db = NULL;
}

void db_abandon(struct store *s)
{
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	db_disconnect(s);
}

bool db_copy(struct store *s)
{
	sqlite3 *copy = NULL;
	sqlite3_backup *b = NULL;
	int code = sqlite3_open_v2(":memory:", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX,
				   NULL);

	if (code == SQLITE_OK && !(b = sqlite3_backup_init(copy, "main", s->db, "main")))
		code = sqlite3_errcode(copy);
	if (b) {
		sqlite3_backup_step(b, -1);
		code = sqlite3_backup_finish(b);
	}
	if (code != SQLITE_OK) {
		db_fail(s, code);
		sqlite3_close(copy);
		return false;
	}
	db_disconnect(s);
	s->db = copy;
	sqlite3_extended_result_codes(s->db, 1);
	return true;
}
