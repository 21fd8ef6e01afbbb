/* What play has shown about the questions of packs. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "find.h"
#include "memory.h"
#include "options.h"
#include "outfile.h"
#include "packs.h"
#include "sheet.h"
#include "stats.h"
#include "statstell.h"
#include "store.h"

enum form { FORM_HUMAN, FORM_CSV, FORM_JSON };

struct show {
	struct options found; /* what packs_find goes by */
	const char *pack, *file;
	enum form form;
	bool many;
	struct library library;
	struct store *store;
	struct stats *stats;
	char path[PATH_MAX];
	FILE *out;
	struct sheet sheet;
	int told;          /* questions */
	int64_t open_game; /* could be gone on with, unless another one was begun since; 0: none */
};

/* ---- what was asked for ---- */

static void take_pack(void *into, const char *word)
{
	struct show *s = into;

	s->many = s->pack != NULL;
	s->pack = word;
}

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

static bool take_file(void *into, const char *value)
{
	((struct show *)into)->file = value;
	return *value;
}

static bool take_data(void *into, const char *value)
{
	((struct show *)into)->found.data = value;
	return *value;
}

static bool take_folder(void *into, const char *value)
{
	words_add(&((struct show *)into)->found.folders, value);
	return *value;
}

static const struct args_option rows[] = {
	{"--format", "human|csv|json", "for people, or a row for each choice of each question",
	 "human, csv or json", take_form},
	{"-o", "FILE", "into this file, not to standard output", "a file", take_file},
	{"--data", "DIR", "the folder that play --data kept them in", "a folder", take_data},
	{"--packs", "DIR", "a folder of packs, whose words are told; repeatable", "a folder",
	 take_folder},
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
	.word = take_pack,
};

/* ---- reading ---- */

static bool concerns(const struct show *s, const char *pack)
{
	return !s->pack || strcmp(s->pack, pack) == 0;
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
	for (int i = 0; i < s->library.n; i++) {
		const struct pack *p = s->library.entries[i].pack;
		if (p && strcmp(p->id, id) == 0)
			return p;
	}
	return NULL;
}

/* ---- all ---- */

static void write_all(const struct show *s, FILE *out, const struct stats_question *f, int n)
{
	struct sheet sheet;
	int told = 0;

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
		return;
	}
	statstell_begin(&sheet, out, s->form == FORM_CSV ? SHEET_CSV : SHEET_JSON);
	for (int i = 0; i < n; i++)
		if (concerns(s, f[i].pack))
			statstell_question(&sheet, find_pack(s, f[i].pack), &f[i]);
	sheet_end(&sheet);
}

static int complain(const char *what, const char *why)
{
	fprintf(stderr, "stairwell stats: %s: %s\n", what, why);
	return 1;
}

static int write_out(const struct show *s, const struct stats_question *f, int n)
{
	struct outfile out;

	if (!s->file) {
		write_all(s, stdout, f, n);
		return 0;
	}
	if (!outfile_open(&out, s->file))
		return complain(s->file, strerror(errno));
	write_all(s, out.to, f, n);
	return outfile_close(&out, true) ? 0 : complain(s->file, strerror(errno));
}

/* A file becomes the identity of its pack. */
static void name_pack(struct show *s)
{
	struct entry *e =
		s->pack && access(s->pack, F_OK) == 0 ? library_add(&s->library, s->pack) : NULL;

	if (e && e->pack)
		s->pack = e->pack->id;
}

static int run(struct show *s)
{
	const struct stats_question *figures = NULL;
	struct store_report report;
	char note[2 * PATH_MAX + 512];
	bool there;
	int n = 0;

	if (!find_store(s->found.data, s->path, sizeof(s->path)))
		return complain("stats", "there is no home folder; --data says where play is kept");
	there = access(s->path, F_OK) == 0 || errno != ENOENT;
	s->store = there ? store_open_to_read(s->path, &report) : NULL;
	s->stats = stats_create();
	if (!s->stats || (there && !s->store))
		return complain(s->path, strerror(ENOMEM));
	if (there && memory_note(&report, s->path, note, sizeof(note))) {
		fprintf(stderr, "stairwell stats: %s\n", note);
		return 1;
	}
	name_pack(s); /* the one that is named wins over another of its identity */
	packs_find(&s->library, &s->found);
	if (there &&
	    (!store_answers(s->store, see_answer, s) || !store_games(s->store, see_game, s)))
		return complain(s->path, store_error(s->store));
	if (!stats_count(s->stats, &figures, &n))
		return complain("stats", strerror(ENOMEM));
	return write_out(s, figures, n);
}

int cmd_stats(int argc, char **argv)
{
	struct show s = {0};
	int status = 0;

	options_init(&s.found);
	library_init(&s.library);
	enum args_end end = args_read(&table, &s, argc, argv);
	if (end == ARGS_GOOD && s.many)
		fputs("stairwell stats: one PACK at a time\n", stderr);
	if (end == ARGS_WRONG || s.many)
		status = 2;
	else if (end == ARGS_GOOD)
		status = run(&s);
	stats_destroy(s.stats);
	store_close(s.store);
	library_finish(&s.library);
	options_finish(&s.found);
	return status;
}
