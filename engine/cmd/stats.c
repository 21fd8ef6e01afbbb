/* What play has shown about the questions of packs. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "numbers.h"
#include "recall.h"
#include "sheet.h"
#include "stats.h"
#include "statstell.h"

enum form { FORM_HUMAN, FORM_CSV, FORM_JSON };

struct show {
	struct recall from; /* the first: the table's `into` is one of these too */
	enum form form;
	const char *report; /* a folder for the numbers of each month; NULL: none are wanted */
	struct stats *stats;
	const struct stats_question *figures;
	int nfigures;
	int64_t open_game; /* could be gone on with, unless another one was begun since; 0: none */
};

/* ---- what was asked for ---- */

static bool take_form(void *into, const char *value)
{
	static const char *const forms[] = {"human", "csv", "json"};

	for (int i = 0; i < 3; i++)
		if (strcmp(forms[i], value) == 0) {
			((struct show *)into)->form = (enum form)i;
			return true;
		}
	return false;
}

static bool take_report(void *into, const char *value)
{
	((struct show *)into)->report = value;
	return true;
}

static const struct args_option rows[] = {
	{"--report", "DIR",
	 "in place of all that: the numbers of each month as two tables in this folder,\n"
	 "plays and questions, as a kiosk writes them each night",
	 "a folder", take_report},
	{"--format", "human|csv|json", "for people, or a row for each choice of each question",
	 "human, csv or json", take_form},
	{"-o", "FILE", "into this file, not to standard output", "a file", recall_take_file},
	{"--data", "DIR", "the folder that play --data kept them in", "a folder", recall_take_data},
	{"--packs", "DIR", "a folder of packs, whose words are told; repeatable", "a folder",
	 recall_take_folder},
	{NULL, NULL, NULL, NULL, NULL},
};

static const struct args_table table = {
	.command = "stairwell stats",
	.words = "[PACK]",
	.about =
		"What play has shown about the questions of all packs, or of one: its identity, or "
		"its file.",
	.more = "share right     of all times it was asked, with the interval that holds the true "
		"share in\n"
		"                95 of 100 cases (Wilson 1927); from 10 answers on\n"
		"time            median, and the middle half; from 10 answers on\n"
		"pull            of a choice: the share of the answers that chose it; from 20 "
		"answers "
		"on\n"
		"discrimination  how right answers go with right answers to the other questions of "
		"the\n"
		"                same game, from -1 to 1 (point-biserial, Henrysson 1963): 0.3 is "
		"good,\n"
		"                below 0.1 the question separates nobody; from 30 answers on\n"
		"left            games that were given up right after it\n"
		"\n"
		"A figure below its number of answers is not told. Exit status: 0 good, 1 what is "
		"kept\ncan't be read, 2 wrong usage.",
	.options = rows,
	.word = recall_take_pack,
};

/* ---- reading ---- */

static bool concerns(const struct show *s, const char *pack)
{
	return !s->from.pack || strcmp(s->from.pack, pack) == 0;
}

/* Answers of other packs in the same games count for what a player can do. */
static bool see_answer(void *ctx, const struct answer_row *r)
{
	const struct stats_answer a = {.game = r->game,
				       .player = r->player,
				       .pack = r->pack,
				       .question = r->question,
				       .chosen = r->chosen,
				       .right = strcmp(r->outcome, "right") == 0,
				       .late = strcmp(r->outcome, "late") == 0,
				       .took_ms = r->took_ms};

	return stats_add(((struct show *)ctx)->stats, &a);
}

static bool see_game(void *ctx, const struct game_row *r)
{
	struct show *s = ctx;
	bool good = true;

	if (r->player > 0) /* one row is enough */
		return true;
	if (s->open_game)
		good = stats_left(s->stats, s->open_game);
	s->open_game = r->ended_ms == 0 ? r->id : 0;
	if (r->ended_ms > 0 && !r->finished)
		good = good && stats_left(s->stats, r->id);
	return good;
}

static const struct pack *find_pack(const struct show *s, const char *id)
{
	const struct entry *e = library_find(&s->from.library, id);

	return e ? e->pack : NULL;
}

/* ---- all ---- */

static int write_all(void *ctx, FILE *out)
{
	const struct show *s = ctx;
	const struct stats_question *f = s->figures;
	struct sheet sheet;
	int told = 0, n = s->nfigures;

	if (s->form == FORM_HUMAN) {
		for (int i = 0, end; i < n; i = end) {
			for (end = i + 1; end < n && strcmp(f[end].pack, f[i].pack) == 0;)
				end++;
			if (!concerns(s, f[i].pack))
				continue;
			fputs(told++ > 0 ? "\n" : "", out);
			statstell_pack(out, find_pack(s, f[i].pack), &f[i], end - i);
		}
		if (told == 0)
			fputs("Nothing has been answered yet.\n", out);
		return 0;
	}
	statstell_begin(&sheet, out, s->form == FORM_CSV ? SHEET_CSV : SHEET_JSON);
	for (int i = 0; i < n; i++)
		if (concerns(s, f[i].pack))
			statstell_question(&sheet, find_pack(s, f[i].pack), &f[i]);
	sheet_end(&sheet);
	return 0;
}

/* Where a game that was interrupted has it from. */
static bool add_wanted(void *ctx, const char *path)
{
	if (access(path, R_OK) == 0)
		library_add(&((struct show *)ctx)->from.library, path);
	return true;
}

enum { MONTHS = 600 };

static int report(struct show *s)
{
	const struct pack **packs = calloc((size_t)s->from.library.n + 1, sizeof *packs);
	struct numbers n = {.store = s->from.store, .packs = packs};
	int month[MONTHS], months;
	char why[256];
	struct tables t;
	bool good = true;

	if (!packs)
		return recall_complain(&s->from, "report", strerror(ENOMEM));
	for (int i = 0; i < s->from.library.n; i++)
		if (s->from.library.entries[i].pack)
			packs[n.npacks++] = s->from.library.entries[i].pack;
	months = n.store ? numbers_months(n.store, 0, month, MONTHS) : 0;
	if (months < 0)
		recall_complain(&s->from, s->from.path, store_error(n.store));
	else if (months == 0)
		fprintf(stderr, "Nothing has been played yet: there are no numbers to tell\n");
	for (int i = 0; i < months && good; i++) {
		good = numbers_make(&n, month[i], &t, why, sizeof(why)) &&
		       tables_write(&t, s->report, why, sizeof(why));
		if (!good)
			recall_complain(&s->from, s->report, why);
		for (int k = 0; good && k < NUMBERS_FILES; k++)
			printf("%s/%s\n", s->report, t.file[k].name);
		tables_finish(&t);
	}
	free(packs);
	return !good || months < 0;
}

static int run(struct show *s)
{
	struct store *store;

	if (!recall_open(&s->from))
		return 1;
	if (s->report)
		return report(s);
	store = s->from.store;
	if (!recall_knows_pack(&s->from)) {
		recall_complain(&s->from, s->from.pack,
				"there is no such file, and no pack with this identity is here or "
				"was played");
		return 2;
	}
	if (store)
		store_wanted(store, add_wanted, s);
	s->stats = stats_create();
	if (!s->stats)
		return recall_complain(&s->from, "stats", strerror(ENOMEM));
	if (store && (!store_answers(store, see_answer, s) || !store_games(store, see_game, s)))
		return recall_complain(&s->from, s->from.path, store_error(store));
	if (!stats_count(s->stats, &s->figures, &s->nfigures))
		return recall_complain(&s->from, "stats", strerror(ENOMEM));
	return recall_write(&s->from, write_all, s);
}

static int refuse(const struct show *s)
{
	const char *other = s->from.pack            ? "pack"
			    : s->from.file          ? "-o"
			    : s->form != FORM_HUMAN ? "--format"
						    : NULL;

	if (!recall_has_one_pack(&s->from))
		return 2;
	if (!s->report || !other)
		return 0;
	fprintf(stderr, "stairwell stats: --report is of all packs, and takes no %s\n", other);
	return 2;
}

int cmd_stats(int argc, char **argv)
{
	struct show s = {0};
	int status = 0;

	recall_init(&s.from, "stats");
	enum args_end end = args_read(&table, &s, argc, argv);
	if (end == ARGS_WRONG)
		status = 2;
	else if (end == ARGS_GOOD)
		status = refuse(&s);
	if (end == ARGS_GOOD && status == 0)
		status = run(&s);
	stats_destroy(s.stats);
	recall_finish(&s.from);
	return status;
}
