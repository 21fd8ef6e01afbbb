/* The boards, in the terminal, and all that is kept, for whoever reads it further. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "cmd.h"
#include "find.h"
#include "keptrows.h"
#include "memory.h"
#include "options.h"
#include "outfile.h"
#include "packs.h"
#include "prose.h"

enum { TITLE_BYTES = 256, MOST_TITLES = 3 };

struct scores {
	struct options found; /* what packs_find goes by */
	const char *pack;     /* this one's only; NULL: all */
	const char *file;     /* where the export goes; NULL: standard output */
	bool exports, answers, many;
	enum sheet_format format;
	struct library library;
	struct store *store;
	char path[PATH_MAX];
	int boards;
};

/* ---- what was asked for ---- */

static void take_pack(void *into, const char *word)
{
	struct scores *s = into;

	s->many = s->pack != NULL;
	s->pack = word;
}

static bool take_export(void *into, const char *value)
{
	struct scores *s = into;

	s->exports = true;
	s->format = value && strcmp(value, "json") == 0 ? SHEET_JSON : SHEET_CSV;
	return !value || strcmp(value, "csv") == 0 || strcmp(value, "json") == 0;
}

static bool take_answers(void *into, const char *value)
{
	(void)value;
	return ((struct scores *)into)->answers = true;
}

static bool take_file(void *into, const char *value)
{
	((struct scores *)into)->file = value;
	return *value;
}

static bool take_data(void *into, const char *value)
{
	((struct scores *)into)->found.data = value;
	return *value;
}

static bool take_folder(void *into, const char *value)
{
	words_add(&((struct scores *)into)->found.folders, value);
	return *value;
}

static const struct args_option rows[] = {
	{"--export", "[csv|json]",
	 "every game with its players, one a row, in place of the boards; csv when\n"
	 "nothing is said",
	 "csv or json", take_export},
	{"--answers", NULL, "with --export: every answer in place of the games", NULL,
	 take_answers},
	{"-o", "FILE", "with --export: into this file, not to standard output", "a file",
	 take_file},
	{"--data", "DIR", "the folder that play --data kept them in", "a folder", take_data},
	{"--packs", "DIR", "a folder of packs, whose titles are told; repeatable", "a folder",
	 take_folder},
	{NULL, NULL, NULL, NULL, NULL},
};

static const struct args_table table = {
	.command = "stairwell scores",
	.words = "[PACK]",
	.about = "The boards of all packs, or of one: its identity, or its file. Single-player "
		 "games are\ncompared with others of the same packs, mode and number of questions. "
		 "Those of more packs\nthan can be listed are told with each of them.",
	.more = "CSV is UTF-8 with a header line, as RFC 4180 has it. A text that a spreadsheet "
		"would take\nfor a formula, because it begins with = + - or @, has an apostrophe "
		"before it there.\nTimes are in milliseconds, moments as ISO 8601 has them.\n\n"
		"Exit status: 0 good, 1 what is kept can't be read, 2 wrong usage.",
	.options = rows,
	.word = take_pack,
};

/* ---- which packs ---- */

static const struct pack *find_pack(const struct library *l, const char *id)
{
	for (int i = 0; i < l->n; i++)
		if (l->entries[i].pack && strcmp(l->entries[i].pack->id, id) == 0)
			return l->entries[i].pack;
	return NULL;
}

/* A file becomes the identity of its pack. */
static void name_pack(struct scores *s)
{
	struct entry *e =
		s->pack && access(s->pack, F_OK) == 0 ? library_add(&s->library, s->pack) : NULL;

	if (e && e->pack)
		s->pack = e->pack->id;
}

/* A file, or the identity of a pack that is here or was played. */
static bool knows_pack(const struct scores *s)
{
	return !s->pack || access(s->pack, F_OK) == 0 || find_pack(&s->library, s->pack) ||
	       (s->store && keptrows_knows(s->store, s->pack));
}

/* Titles where they are known, else identities; of more than a few only how many. */
static void tell_packs(const struct scores *s, const char *packs, char out[TITLE_BYTES])
{
	char list[DECK_PACKS], *rest = list;
	size_t used = 0;
	int n = 1;

	for (const char *c = packs; *c; c++)
		n += *c == ' ';
	out[0] = '\0';
	if (*packs == '/' || n > MOST_TITLES) {
		snprintf(out, TITLE_BYTES, "%d packs", *packs == '/' ? atoi(packs + 1) : n);
		return;
	}
	snprintf(list, sizeof(list), "%s", packs);
	for (char *id; (id = strsep(&rest, " "));) {
		const struct pack *p = find_pack(&s->library, id);
		char clean[TITLE_BYTES / MOST_TITLES - 2];

		prose_clean(clean, sizeof(clean), p && p->title.s ? p->title.s : id);
		used += (size_t)snprintf(out + used, TITLE_BYTES - used, "%s%s", used ? ", " : "",
					 clean);
	}
}

/* ---- the boards ---- */

enum { COLUMNS = 6, CHARS = 4 * GAME_NAME };

static void tell_row(const struct board_row *r, char cell[COLUMNS][CHARS])
{
	time_t at = (time_t)(r->unix_ms / 1000);
	long long s = (long long)(r->total_ms / 1000);
	struct tm day = {0};

	localtime_r(&at, &day);
	snprintf(cell[0], CHARS, "%d", r->place);
	prose_clean(cell[1], CHARS, *r->name ? r->name : "-");
	snprintf(cell[2], CHARS, "%d point%s", r->score, r->score == 1 ? "" : "s");
	snprintf(cell[3], CHARS, "%d of %d right", r->right, r->asked);
	snprintf(cell[4], CHARS, "%lld:%02lld", s / 60, s % 60);
	strftime(cell[5], CHARS, "%Y-%m-%d", &day);
}

static void widen(const struct board *b, int width[COLUMNS])
{
	char cell[COLUMNS][CHARS];

	for (int i = 0; i < b->n; i++) {
		tell_row(&b->row[i], cell);
		for (int k = 0; k < COLUMNS; k++)
			if (prose_columns(cell[k]) > width[k])
				width[k] = prose_columns(cell[k]);
	}
}

/* Names begin where their column does, everything else ends where it does. */
static void print_board(const struct board *b, const int width[COLUMNS])
{
	char cell[COLUMNS][CHARS];

	for (int i = 0; i < b->n; i++) {
		tell_row(&b->row[i], cell);
		printf("  ");
		for (int k = 0; k < COLUMNS; k++) {
			int pad = width[k] - prose_columns(cell[k]);

			if (k == 1)
				printf("  %s%*s", cell[k], pad, "");
			else
				printf("  %*s%s", pad, "", cell[k]);
		}
		putchar('\n');
	}
}

static struct moment moment_now(void)
{
	struct timespec t;
	struct tm day = {0};

	clock_gettime(CLOCK_REALTIME, &t);
	localtime_r(&t.tv_sec, &day);
	return (struct moment){(int64_t)t.tv_sec * 1000, (int)(day.tm_gmtoff / 60)};
}

static void print_boards(struct scores *s, const struct boards *b)
{
	static const char *const spans[SPANS] = {"Today", "This week", "Ever"};
	const struct mode *mode = game_mode(b->key.mode);
	int width[COLUMNS] = {0};
	char packs[TITLE_BYTES];

	tell_packs(s, b->key.packs, packs);
	printf("%s%s: %s", s->boards++ ? "\n" : "", packs, mode ? mode->name : b->key.mode);
	if (b->key.length > 0)
		printf(", %d question%s", b->key.length, b->key.length == 1 ? "" : "s");
	putchar('\n');
	for (int i = 0; i < SPANS; i++)
		widen(&b->span[i], width);
	for (int i = 0; i < SPANS; i++) {
		const struct board *span = &b->span[i];

		if (span->games == 0)
			continue;
		printf("  %s, %d game%s\n", spans[i], span->games, span->games == 1 ? "" : "s");
		print_board(span, width);
	}
}

struct keys {
	struct scores *s;
	struct board_key *key;
	int n, room;
};

/* They are read before the boards are: one question to the store at a time. */
static bool see_key(void *ctx, const struct board_key *key)
{
	struct keys *k = ctx;

	if (!keptrows_concerns(key->packs, k->s->pack))
		return true;
	if (k->n == k->room) {
		struct board_key *more = realloc(k->key, (size_t)(2 * k->room + 8) * sizeof(*more));
		if (!more)
			return false;
		k->key = more;
		k->room = 2 * k->room + 8;
	}
	k->key[k->n++] = *key;
	return true;
}

static bool tell_boards(struct scores *s)
{
	struct keys keys = {.s = s};
	struct moment now = moment_now();
	bool good = store_board_keys(s->store, see_key, &keys);
	char clean[TITLE_BYTES];

	for (int i = 0; i < keys.n && good; i++) {
		struct boards b;

		good = store_boards(s->store, &keys.key[i], 0, now, &b);
		if (good)
			print_boards(s, &b);
	}
	free(keys.key);
	prose_clean(clean, sizeof(clean), s->pack ? s->pack : "");
	if (good && s->boards == 0)
		printf("No game%s%s has been played to its end yet.\n", s->pack ? " of " : "",
		       clean);
	return good;
}

/* ---- the command ---- */

static int complain(const char *what, const char *why)
{
	fprintf(stderr, "stairwell scores: %s: %s\n", what, why);
	return 1;
}

static int export_to(struct scores *s, FILE *out)
{
	bool good = s->answers ? keptrows_answers(s->store, out, s->format, s->pack)
			       : keptrows_games(s->store, out, s->format, s->pack);

	return good ? 0 : complain(s->path, store_error(s->store));
}

/* Whether FILE is what is read, by whatever name. */
static bool is_own(const struct scores *s)
{
	static const char *const beside[] = {"", "-wal", "-shm", "-journal"};
	struct stat file, own;
	char name[PATH_MAX + 8];

	for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++) {
		snprintf(name, sizeof(name), "%s%s", s->path, beside[i]);
		if (strcmp(name, s->file) == 0)
			return true;
		if (stat(name, &own) == 0 && stat(s->file, &file) == 0 &&
		    own.st_dev == file.st_dev && own.st_ino == file.st_ino)
			return true;
	}
	return false;
}

static int export_all(struct scores *s)
{
	struct outfile out;
	int status;

	if (!knows_pack(s)) {
		complain(s->pack, "no such pack; what --export writes is csv or json");
		return 2;
	}
	if (!s->file)
		return export_to(s, stdout);
	if (is_own(s))
		return complain(s->file, "this is where play is kept; write elsewhere");
	if (!outfile_open(&out, s->file))
		return complain(s->file, strerror(errno));
	status = export_to(s, out.to);
	if (!outfile_close(&out, status == 0) && status == 0)
		return complain(s->file, strerror(errno));
	return status;
}

static int run(struct scores *s)
{
	struct store_report report;
	char note[2 * PATH_MAX + 512];

	if (!find_store(s->found.data, s->path, sizeof(s->path)))
		return complain("scores", "there is no home folder; --data says where they are");
	if (access(s->path, F_OK) != 0 && errno == ENOENT) {
		fprintf(s->exports ? stderr : stdout,
			"Nothing has been played yet: there is no %s\n", s->path);
		if (s->pack)
			packs_find(&s->library, &s->found);
		name_pack(s);
		return s->exports ? export_all(s) : 0;
	}
	s->store = store_open_to_read(s->path, &report);
	if (!s->store)
		return complain(s->path, strerror(ENOMEM));
	if (memory_note(&report, s->path, note, sizeof(note))) {
		fprintf(stderr, "stairwell scores: %s\n", note);
		return 1;
	}
	packs_find(&s->library, &s->found);
	name_pack(s);
	if (s->exports)
		return export_all(s);
	return tell_boards(s) ? 0 : complain(s->path, store_error(s->store));
}

static int refuse(const struct scores *s)
{
	const char *alone = s->answers ? "--answers" : s->file ? "-o" : NULL;

	if (s->many)
		fputs("stairwell scores: one PACK at a time\n", stderr);
	else if (alone && !s->exports)
		fprintf(stderr, "stairwell scores: %s needs --export\n", alone);
	else
		return 0;
	return 2;
}

int cmd_scores(int argc, char **argv)
{
	struct scores s = {0};
	int status = 0;

	options_init(&s.found);
	library_init(&s.library);
	enum args_end end = args_read(&table, &s, argc, argv);
	if (end == ARGS_WRONG)
		status = 2;
	else if (end == ARGS_GOOD)
		status = refuse(&s);
	if (end == ARGS_GOOD && status == 0)
		status = run(&s);
	store_close(s.store);
	library_finish(&s.library);
	options_finish(&s.found);
	return status;
}
