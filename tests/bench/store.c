/*
 * What keeping costs, and what reading it takes when much is kept.
 *
 * A save is measured against its floor: the bytes it added to the log, written to a file beside it
 * and synced, in turns with it. The reads are of a store of 1,000,000 answers in 100,000 games of
 * one board, a game every 30 seconds without a break up to now, which is as much as one machine can
 * play in a month; the fastest of several counts, against the time of a frame.
 *
 *     store [ANSWERS]
 */
#include <fcntl.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db.h"
#include "watch.h"

enum { SAVES = 400, READS = 25, QUESTIONS = 5000, ANSWERS = 1000000, OF_GAME = 10 };

static const int64_t NOW_MS = INT64_C(1700434800000) /* Sunday, 23:00 */, EVERY_MS = 30000;
static const double FRAME_MS = 1000.0 / 60;

static char folder[4096], path[4200], beside[4200];

static void check(bool good, const char *what)
{
	if (good)
		return;
	fprintf(stderr, "store: %s failed\n", what);
	exit(1);
}

/* ---- a series of measures ---- */

struct series {
	int n;
	double ms[SAVES * OF_GAME];
};

static int by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double part(struct series *s, int percent)
{
	qsort(s->ms, (size_t)s->n, sizeof(s->ms[0]), by_size);
	return s->ms[(s->n - 1) * percent / 100];
}

/* ---- saves ---- */

/* What was written to the log since the last time: its pages, each with a head of 24 bytes. */
static int64_t log_bytes(struct store *s)
{
	int pages = 0, most;

	sqlite3_db_status(s->db, SQLITE_DBSTATUS_CACHE_WRITE, &pages, &most, 1);
	return (int64_t)pages * (4096 + 24);
}

static const struct pack *make_pack(void)
{
	char *text;
	size_t size;
	FILE *f = open_memstream(&text, &size);
	struct diag d;

	check(f, "memory");
	fprintf(f, "title = Much\nid = much\n");
	for (int i = 0; i < 200; i++)
		fprintf(f, "[question]\nask = %d\nright = R\nwrong = W\nwrong = V\nwrong = U\n", i);
	fclose(f);
	diag_init(&d, "much");
	const struct pack *p = pack_read(text, size, "much.ini", &d);
	diag_finish(&d);
	free(text);
	check(p, "the pack");
	return p;
}

/* The floor: so many bytes after those there are, on the disk. */
static double write_synced(int fd, int64_t bytes)
{
	static char block[1 << 20];
	double from = now_ms();

	check(bytes <= (int64_t)sizeof(block) && write(fd, block, (size_t)bytes) == bytes &&
		      fdatasync(fd) == 0,
	      "writing beside it");
	return now_ms() - from;
}

static void print_saves(const char *name, struct series *ours, struct series *bare, int64_t bytes)
{
	printf("  %-34s %6.2f %6.2f ms   floor %6.2f %6.2f ms   ratio %.2f %.2f   (%" PRId64
	       " bytes)\n",
	       name, part(ours, 50), part(ours, 99), part(bare, 50), part(bare, 99),
	       part(ours, 50) / part(bare, 50), part(ours, 99) / part(bare, 99),
	       bytes / (ours->n ? ours->n : 1));
}

enum save { SAVE_BEGIN, SAVE_ANSWER, SAVE_SEEN, SAVE_END, SAVE_KINDS };

static const char *const saves[] = {
	"a game begins",
	"an answer",
	"the clock, not synced",
	"a game ends",
};

static struct series ours[SAVE_KINDS], bare[SAVE_KINDS];
static int64_t written[SAVE_KINDS];

#define MEASURE(kind, call)                                                                        \
	do {                                                                                       \
		int64_t bytes = log_bytes(s);                                                      \
		double from = now_ms();                                                            \
		check(call, saves[kind]);                                                          \
		ours[kind].ms[ours[kind].n++] = now_ms() - from;                                   \
		bytes = log_bytes(s);                                                              \
		written[kind] += bytes;                                                            \
		bare[kind].ms[bare[kind].n++] = write_synced(fd, bytes);                           \
	} while (0)

static bool save_move(struct store *s, int64_t id, const struct game *g, const struct move *m,
		      int closed, struct moment now)
{
	struct made made = store_made(g, m, closed, now);

	return store_moves(s, id, g, &made, 1);
}

static void save_game(struct store *s, const struct pack *p, int number, int fd)
{
	static struct game g;
	static struct deck d;
	struct game_options o = {.mode = game_modes, .seed = (uint64_t)number, .nplayers = 1};
	struct deal how = {
		.packs = &p, .npacks = 1, .mode = game_modes, .wanted = OF_GAME, .seed = o.seed};
	struct moment now = {NOW_MS, 0};
	int64_t id = 0, at_ms = 0;

	deck_deal(&d, &how);
	game_start(&g, &d, &o, 0);
	MEASURE(SAVE_BEGIN, (id = store_begin(s, &g, "de", now)) > 0);
	for (int i = 0; i < OF_GAME; i++) {
		struct move answer = {OP_ANSWER, 1, at_ms += 1000}, next = {OP_NEXT, 0, at_ms};

		game_move(&g, &answer);
		MEASURE(SAVE_ANSWER, save_move(s, id, &g, &answer, i, now));
		MEASURE(SAVE_SEEN, store_seen(s, id, at_ms));
		game_move(&g, &next);
		check(save_move(s, id, &g, &next, -1, now), "the next question");
	}
	MEASURE(SAVE_END, store_end(s, id, &g, true, now));
}

static void bench_saves(const char *title)
{
	const struct pack *p = make_pack();
	struct store *s = store_open(path, NULL);
	int fd = open(beside, O_CREAT | O_TRUNC | O_WRONLY, 0600);

	check(s && fd >= 0, "opening");
	memset(ours, 0, sizeof(ours));
	memset(bare, 0, sizeof(bare));
	memset(written, 0, sizeof(written));
	for (int i = 0; i < SAVES; i++)
		save_game(s, p, i, fd);
	printf("saves, %s; median and 99th percentile of %d games:\n", title, SAVES);
	for (int kind = 0; kind < SAVE_KINDS; kind++)
		print_saves(saves[kind], &ours[kind], &bare[kind], written[kind]);
	close(fd);
	store_close(s);
	pack_drop(p);
}

/* ---- reads ---- */

static void run(sqlite3 *db, const char *sql, int64_t n)
{
	sqlite3_stmt *q;

	check(sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK, sql);
	if (sqlite3_bind_parameter_count(q) > 0)
		sqlite3_bind_int64(q, 1, n);
	if (sqlite3_bind_parameter_count(q) > 1)
		sqlite3_bind_int64(q, 2, NOW_MS - EVERY_MS * n);
	check(sqlite3_step(q) == SQLITE_DONE, sql);
	sqlite3_finalize(q);
}

/* What so many games would have left, in one transaction. */
static void fill(int64_t answers)
{
	int64_t games = answers / OF_GAME;
	sqlite3 *db;

	store_close(store_open(path, NULL));
	check(sqlite3_open(path, &db) == SQLITE_OK, "opening");
	run(db, "BEGIN", 0);
	run(db, "INSERT INTO boards VALUES (1, 'much', 'climb', 10, ?1, ?2 + 30000 * ?1)", games);
	run(db, "INSERT INTO versions VALUES (1, '1 0123456789abcdef')", 0);
	run(db,
	    "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
	    " INSERT INTO questions SELECT random(), 'much', 'q-' || i, i, 200, 120, i % 3 FROM n",
	    0);
	run(db,
	    "WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1)"
	    " INSERT INTO games SELECT i, 1, 'Much', i, 1, ?2 + 30000 * (i - 1), 0,"
	    " ?2 + 30000 * i, 1, '' FROM n",
	    games);
	run(db,
	    "INSERT INTO players SELECT id, 0, 'ABC', 0, 1, abs(random() % 40) * 50, id % 11, id % "
	    "11,"
	    " 10, 3, 20000 + abs(random() % 60000), 0 FROM games",
	    0);
	run(db,
	    "INSERT INTO scores SELECT 1, p.score, p.floor, p.total_ms, g.id, g.ended_ms, 0 FROM "
	    "games g"
	    " JOIN players p ON p.game = g.id",
	    0);
	run(db, "INSERT INTO tallies SELECT 1, score, count(*) FROM scores GROUP BY score", 0);
	run(db,
	    "WITH n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < 10 * ?1),"
	    " q (i, key) AS MATERIALIZED (SELECT last, key FROM questions)"
	    " INSERT INTO answers SELECT n.i + 1, n.i / 10 + 1, n.i % 10 + 1, 0, q.key, 1,"
	    " '0123456789abcdef', 1 + n.i % 3, 100, 4000, ?2 + n.i * 3000"
	    " FROM n JOIN q ON q.i = n.i * 7 % 5000 + 1",
	    games);
	run(db, "COMMIT", 0);
	sqlite3_close(db);
}

static bool see_key(void *ctx, const struct board_key *key)
{
	*(struct board_key *)ctx = *key;
	return false;
}

static void print_reads(const char *name, struct series *s)
{
	printf("  %-34s %6.2f ms, median %6.2f ms: %5.1f %% of a frame\n", name, part(s, 0),
	       part(s, 50), 100 * part(s, 0) / FRAME_MS);
}

static void bench_reads(int64_t answers)
{
	static struct series best, worst, past, share;
	static struct boards b;
	struct board_key key;
	struct past known;
	struct store *s;
	sqlite3 *db;
	int64_t games = answers / OF_GAME, last = 0, first = 0;
	sqlite3_stmt *q;
	struct stat st;

	fill(answers);
	check(sqlite3_open(path, &db) == SQLITE_OK, "opening");
	check(sqlite3_prepare_v2(db,
				 "SELECT first_value(game) OVER (ORDER BY score DESC, floor DESC),"
				 " first_value(game) OVER (ORDER BY score, floor) FROM scores",
				 -1, &q, NULL) == SQLITE_OK &&
		      sqlite3_step(q) == SQLITE_ROW,
	      "finding the best and the last");
	first = sqlite3_column_int64(q, 0);
	last = sqlite3_column_int64(q, 1);
	sqlite3_finalize(q);
	sqlite3_close(db);

	s = store_open(path, NULL);
	check(s && store_board_keys(s, see_key, &key), "opening");
	for (int i = 0; i < READS; i++) {
		struct moment now = {NOW_MS, 0};
		double from = now_ms();
		uint64_t sum = 0;

		check(store_boards(s, &key, first, now, &b), "the boards");
		best.ms[best.n++] = now_ms() - from;
		from = now_ms();
		check(store_boards(s, &key, last, now, &b), "the boards");
		worst.ms[worst.n++] = now_ms() - from;
		past_init(&known);
		from = now_ms();
		check(store_past(s, &known), "the past");
		past.ms[past.n++] = now_ms() - from;
		from = now_ms();
		for (size_t k = 0; k < known.room; k++)
			sum += known.places[k].key ? (uint64_t)known_share(
							     past_find(&known, known.places[k].key))
						   : 0;
		share.ms[share.n++] = (now_ms() - from) / (double)(known.n ? known.n : 1);
		check(sum > 0, "the shares");
		past_finish(&known);
	}
	store_close(s);
	stat(path, &st);
	printf("reads, %" PRId64 " answers in %" PRId64
	       " games of one board, %.0f MiB; today %d games,"
	       " this week %d:\n",
	       answers, games, (double)st.st_size / 1048576, b.span[SPAN_TODAY].games,
	       b.span[SPAN_WEEK].games);
	print_reads("boards, and the place of the best", &best);
	print_reads("boards, and the place of the last", &worst);
	print_reads("all that is known of 5,000 questions", &past);
	print_reads("the share right of one question", &share);
}

int main(int argc, char **argv)
{
	const char *where = getenv("TMPDIR");

	snprintf(folder, sizeof(folder), "%s/storeXXXXXX", where ? where : "/tmp");
	check(mkdtemp(folder) != NULL, "making a folder");
	snprintf(path, sizeof(path), "%s/stairwell.db", folder);
	snprintf(beside, sizeof(beside), "%s/beside", folder);
	bench_saves("a new store");
	unlink(path);
	bench_reads(argc > 1 ? atoll(argv[1]) : ANSWERS);
	bench_saves("the same store");
	unlink(beside);
	unlink(path);
	rmdir(folder);
	return 0;
}
