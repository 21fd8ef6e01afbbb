/* The boards, in the terminal, and all that is kept, for whoever reads it further. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cmd.h"
#include "keptrows.h"
#include "prose.h"
#include "recall.h"
#include "wallclock.h"

enum { TITLE_BYTES = 256, MOST_TITLES = 3 };

struct scores {
	struct recall from; /* the first: the table's `into` is one of these too */
	bool exports, answers;
	enum sheet_format format;
	int boards;
};

/* ---- what was asked for ---- */

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

static const struct args_option rows[] = {
	{"--export", "[csv|json]",
	 "every game with its players, one a row, in place of the boards; csv when\n"
	 "nothing is said",
	 "csv or json", take_export},
	{"--answers", NULL, "with --export: every answer in place of the games", NULL,
	 take_answers},
	{"-o", "FILE", "with --export: into this file, not to standard output", "a file",
	 recall_take_file},
	{"--data", "DIR", "the folder that play --data kept them in", "a folder", recall_take_data},
	{"--packs", "DIR", "a folder of packs, whose titles are told; repeatable", "a folder",
	 recall_take_folder},
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
	.word = recall_take_pack,
};

/* ---- which packs ---- */

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
		const struct entry *e = library_find(&s->from.library, id);
		char clean[TITLE_BYTES / MOST_TITLES - 2];

		prose_clean(clean, sizeof(clean), e && e->pack->title.s ? e->pack->title.s : id);
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

	if (!keptrows_concerns(key->packs, k->s->from.pack))
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
	struct moment now = wallclock_now();
	bool good = store_board_keys(s->from.store, see_key, &keys);
	char clean[TITLE_BYTES];

	for (int i = 0; i < keys.n && good; i++) {
		struct boards b;

		good = store_boards(s->from.store, &keys.key[i], 0, now, &b);
		if (good)
			print_boards(s, &b);
	}
	free(keys.key);
	prose_clean(clean, sizeof(clean), s->from.pack ? s->from.pack : "");
	if (good && s->boards == 0)
		printf("No game%s%s has been played to its end yet.\n", s->from.pack ? " of " : "",
		       clean);
	return good;
}

/* ---- the command ---- */

static int export_to(void *ctx, FILE *out)
{
	struct scores *s = ctx;
	bool good = s->answers ? keptrows_answers(s->from.store, out, s->format, s->from.pack)
			       : keptrows_games(s->from.store, out, s->format, s->from.pack);

	return good ? 0 : recall_complain(&s->from, s->from.path, store_error(s->from.store));
}

static int export_all(struct scores *s)
{
	if (!recall_knows_pack(&s->from)) {
		recall_complain(&s->from, s->from.pack,
				"no such pack; what --export writes is csv or json");
		return 2;
	}
	return recall_write(&s->from, export_to, s);
}

static int run(struct scores *s)
{
	if (!recall_open(&s->from))
		return 1;
	if (!s->from.store)
		fprintf(s->exports ? stderr : stdout,
			"Nothing has been played yet: there is no %s\n", s->from.path);
	if (s->exports)
		return export_all(s);
	if (!s->from.store || tell_boards(s))
		return 0;
	return recall_complain(&s->from, s->from.path, store_error(s->from.store));
}

static int refuse(const struct scores *s)
{
	const char *alone = s->answers ? "--answers" : s->from.file ? "-o" : NULL;

	if (!recall_has_one_pack(&s->from))
		return 2;
	if (!alone || s->exports)
		return 0;
	fprintf(stderr, "stairwell scores: %s needs --export\n", alone);
	return 2;
}

int cmd_scores(int argc, char **argv)
{
	struct scores s = {0};
	int status = 0;

	recall_init(&s.from, "scores");
	enum args_end end = args_read(&table, &s, argc, argv);
	if (end == ARGS_WRONG)
		status = 2;
	else if (end == ARGS_GOOD)
		status = refuse(&s);
	if (end == ARGS_GOOD && status == 0)
		status = run(&s);
	recall_finish(&s.from);
	return status;
}
