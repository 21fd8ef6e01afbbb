#include "keptrows.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

enum { CELLS = 24, MOMENT = 40 };

struct filter {
	struct sheet sheet;
	const char *pack;
};

/* As ISO 8601 has it, where the clock stood. */
static const char *moment_text(int64_t unix_ms, int offset_min, char out[MOMENT])
{
	time_t s = (time_t)(unix_ms / 1000) + (time_t)offset_min * 60;
	int away = offset_min < 0 ? -offset_min : offset_min;
	struct tm day = {0};
	size_t n;

	gmtime_r(&s, &day);
	n = strftime(out, MOMENT, "%Y-%m-%dT%H:%M:%S", &day);
	if (offset_min == 0)
		snprintf(out + n, MOMENT - n, "Z");
	else
		snprintf(out + n, MOMENT - n, "%c%02d:%02d", offset_min < 0 ? '-' : '+',
			 away / 60 % 100, away % 60);
	return out;
}

bool keptrows_concerns(const char *packs, const char *pack)
{
	size_t n = pack ? strlen(pack) : 0;

	if (n == 0 || *packs == '/')
		return !pack || n > 0;
	for (const char *at = packs; (at = strstr(at, pack)); at++)
		if ((at == packs || at[-1] == ' ') && (at[n] == '\0' || at[n] == ' '))
			return true;
	return false;
}

/* What the cells of a row point to. */
struct said {
	char begun[MOMENT], ended[MOMENT], seed[24];
};

static int list_game(const struct game_row *r, struct said *w, struct cell cells[CELLS])
{
	const struct cell row[] = {
		{.name = "game", .number = r->id},
		{.name = "begun", .text = moment_text(r->begun_ms, r->utc_offset_min, w->begun)},
		{.name = "ended",
		 .text = r->ended_ms ? moment_text(r->ended_ms, r->utc_offset_min, w->ended) : ""},
		{.name = "finished", .text = r->finished ? "yes" : "no"},
		{.name = "packs", .text = r->key.packs},
		{.name = "titles", .text = r->packs},
		{.name = "mode", .text = r->key.mode},
		{.name = "questions", .number = r->key.length},
		{.name = "seed",
		 .text = w->seed}, /* a text: readers of JSON may not hold 64 bits */
		{.name = "players", .number = r->nplayers},
		{.name = "player", .number = r->player + 1},
		{.name = "name", .text = r->name},
		{.name = "place", .number = r->place},
		{.name = "points", .number = r->score},
		{.name = "floor", .number = r->floor},
		{.name = "right", .number = r->right},
		{.name = "asked", .number = r->asked},
		{.name = "best_streak", .number = r->best_streak},
		{.name = "time_ms", .number = r->total_ms},
	};

	_Static_assert(sizeof(row) <= CELLS * sizeof(*row), "there is room for a game");
	snprintf(w->seed, sizeof(w->seed), "%" PRIu64, r->seed);
	memcpy(cells, row, sizeof(row));
	return sizeof(row) / sizeof(*row);
}

static int list_answer(const struct answer_row *r, struct said *w, struct cell cells[CELLS])
{
	const struct cell row[] = {
		{.name = "game", .number = r->game},
		{.name = "number", .number = r->number},
		{.name = "player", .number = r->player + 1}, /* 0: nobody */
		{.name = "pack", .text = r->pack},
		{.name = "pack_version", .text = r->pack_version},
		{.name = "question", .text = r->question},
		{.name = "chosen", .text = r->chosen},
		{.name = "outcome", .text = r->outcome},
		{.name = "points", .number = r->points},
		{.name = "time_ms", .number = r->took_ms},
		{.name = "at", .text = moment_text(r->unix_ms, 0, w->ended)},
	};

	_Static_assert(sizeof(row) <= CELLS * sizeof(*row), "there is room for an answer");
	memcpy(cells, row, sizeof(row));
	return sizeof(row) / sizeof(*row);
}

static bool add_game(void *ctx, const struct game_row *r)
{
	struct filter *f = ctx;
	struct cell cells[CELLS];
	struct said w;

	if (keptrows_concerns(r->key.packs, f->pack))
		sheet_row(&f->sheet, cells, list_game(r, &w, cells));
	return !ferror(f->sheet.out);
}

static bool add_answer(void *ctx, const struct answer_row *r)
{
	struct filter *f = ctx;
	struct cell cells[CELLS];
	struct said w;

	if (keptrows_concerns(r->pack, f->pack))
		sheet_row(&f->sheet, cells, list_answer(r, &w, cells));
	return !ferror(f->sheet.out);
}

struct search {
	const char *pack;
	bool found;
};

/* One that is listed by name: others may have been among many. */
static bool see_game(void *ctx, const struct game_row *r)
{
	struct search *s = ctx;

	s->found = *r->key.packs != '/' && keptrows_concerns(r->key.packs, s->pack);
	return !s->found;
}

static bool see_answer(void *ctx, const struct answer_row *r)
{
	struct search *s = ctx;

	s->found = strcmp(r->pack, s->pack) == 0;
	return !s->found;
}

bool keptrows_knows(struct store *s, const char *pack)
{
	struct search search = {.pack = pack};

	return store_games(s, see_game, &search) &&
	       (search.found || (store_answers(s, see_answer, &search) && search.found));
}

bool keptrows_games(struct store *s, FILE *out, enum sheet_format format, const char *pack)
{
	struct filter f = {.pack = pack};
	struct cell cells[CELLS];
	struct said w;
	bool good;

	sheet_begin(&f.sheet, out, format, cells, list_game(&(struct game_row){0}, &w, cells));
	good = !s || store_games(s, add_game, &f);
	sheet_end(&f.sheet);
	return good;
}

bool keptrows_answers(struct store *s, FILE *out, enum sheet_format format, const char *pack)
{
	struct filter f = {.pack = pack};
	struct cell cells[CELLS];
	struct said w;
	bool good;

	sheet_begin(&f.sheet, out, format, cells, list_answer(&(struct answer_row){0}, &w, cells));
	good = !s || store_answers(s, add_answer, &f);
	sheet_end(&f.sheet);
	return good;
}
