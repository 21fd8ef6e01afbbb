#include "numbers.h"

#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "csvline.h"
#include "outfile.h"

enum { PLACES = 12, WORDS = 2048 };

struct table {
	const struct numbers *from;
	FILE *out;
	bool begun; /* a line is being added up */
};

/* ---- words ---- */

static void put_words(FILE *out, const char *s)
{
	char line[CSVLINE_TEXT];

	snprintf(line, sizeof line, "%s", s);
	for (char *c = line; *c; c++)
		if (*c == '\n')
			*c = ' ';
	csvline_text(out, line);
}

static const struct pack *find_pack(const struct numbers *n, const char *id)
{
	for (int i = 0; i < n->npacks; i++)
		if (strcmp(n->packs[i]->id, id) == 0)
			return n->packs[i];
	return NULL;
}

static const char *title_of(const struct numbers *n, const char *id)
{
	const struct pack *p = find_pack(n, id);

	return p && p->title.s ? p->title.s : id;
}

/* Of the packs a game was dealt from, as its deck has them. */
static void put_titles(FILE *out, const struct numbers *n, const char *packs)
{
	char list[DECK_PACKS], words[WORDS] = "", *rest = list;
	size_t used = 0;

	snprintf(list, sizeof list, "%s", packs);
	if (*list == '/')
		snprintf(words, sizeof words, "%d packs", atoi(list + 1));
	for (char *id; *list != '/' && used < sizeof words && (id = strsep(&rest, " "));)
		used += (size_t)snprintf(words + used, sizeof words - used, "%s%s",
					 used ? ", " : "", title_of(n, id));
	put_words(out, words);
}

static const struct question *find_question(const struct pack *p, const char *id)
{
	for (int i = 0; p && i < p->nquestions; i++)
		if (strcmp(p->questions[i].id, id) == 0)
			return &p->questions[i];
	return NULL;
}

static const char *words_of(const struct question *q, const char *identity)
{
	uint64_t id = strtoull(identity, NULL, 16);

	for (int i = 0; q && !q->statement && i < q->nchoices; i++)
		if (q->choices[i].id == id)
			return q->choices[i].text.s  ? q->choices[i].text.s
			       : q->choices[i].alt.s ? q->choices[i].alt.s
						     : q->choices[i].image;
	return identity;
}

static void put_choices(FILE *out, const struct question *q, const char *chosen)
{
	char list[PACK_SHOWN * 17 + 1], words[WORDS] = "", *rest = list;
	size_t used = 0;

	snprintf(list, sizeof list, "%s", chosen);
	for (char *id; used < sizeof words && (id = strsep(&rest, " "));)
		used += (size_t)snprintf(words + used, sizeof words - used, "%s%s",
					 used ? "; " : "", words_of(q, id));
	put_words(out, words);
}

static void put_count(FILE *out, int64_t n)
{
	csvline_next(out);
	csvline_number(out, n, 0);
}

static void put_percent(FILE *out, int64_t part, int64_t of)
{
	put_count(out, of > 0 ? (200 * part + of) / (2 * of) : 0);
}

/* ---- plays ---- */

struct plays {
	struct table r; /* the first */
	int day, hour;
	char language[GAME_NAME], packs[DECK_PACKS], mode[16];
	int64_t finished, left, left_at[PLACES + 1]; /* the last: later than all of them */
};

static void put_plays(struct plays *p)
{
	FILE *out = p->r.out;

	if (!p->r.begun)
		return;
	fprintf(out, "%04d-%02d-%02d,%d,", p->day / 10000, p->day / 100 % 100, p->day % 100,
		p->hour);
	csvline_text(out, p->language);
	csvline_next(out);
	put_titles(out, p->r.from, p->packs);
	csvline_next(out);
	csvline_text(out, p->mode);
	put_count(out, p->finished + p->left);
	put_count(out, p->finished);
	put_count(out, p->left);
	for (int i = 0; i <= PLACES; i++)
		put_count(out, p->left_at[i]);
	csvline_end(out);
}

static bool see_play(void *ctx, const struct play_count *c)
{
	struct plays *p = ctx;

	if (!p->r.begun || p->day != c->day || p->hour != c->hour ||
	    strcmp(p->language, c->language) != 0 || strcmp(p->packs, c->packs) != 0 ||
	    strcmp(p->mode, c->mode) != 0) {
		put_plays(p);
		*p = (struct plays){
			.r = {p->r.from, p->r.out, true}, .day = c->day, .hour = c->hour};
		snprintf(p->language, sizeof p->language, "%s", c->language);
		snprintf(p->packs, sizeof p->packs, "%s", c->packs);
		snprintf(p->mode, sizeof p->mode, "%s", c->mode);
	}
	if (c->left_at == 0) {
		p->finished += c->games;
	} else {
		p->left += c->games;
		p->left_at[(c->left_at > PLACES ? PLACES + 1 : c->left_at) - 1] += c->games;
	}
	return !ferror(p->r.out);
}

static bool write_plays(const struct numbers *n, FILE *out, int month)
{
	struct plays p = {.r = {n, out, false}};

	fputs("day,hour,language,packs,mode,plays,finished,left", out);
	for (int i = 1; i <= PLACES; i++)
		fprintf(out, ",left_at_%d", i);
	fputs(",left_later", out);
	csvline_end(out);
	bool good = store_plays(n->store, month, see_play, &p);
	put_plays(&p);
	return good;
}

/* ---- questions ---- */

struct questions {
	struct table r; /* the first */
	uint64_t key;
	char pack[256], question[256], wrong[PACK_SHOWN * 17 + 1];
	int64_t asked, right, late, most; /* most: the answers that were `wrong` */
};

static void put_question(struct questions *q)
{
	const struct numbers *n = q->r.from;
	FILE *out = q->r.out;

	if (!q->r.begun)
		return;
	const struct question *it = find_question(find_pack(n, q->pack), q->question);
	put_words(out, title_of(n, q->pack));
	csvline_next(out);
	csvline_text(out, q->question);
	csvline_next(out);
	if (it && it->ask.s)
		put_words(out, it->ask.s);
	put_count(out, q->asked);
	put_count(out, q->right);
	put_percent(out, q->right, q->asked);
	put_count(out, q->late);
	csvline_next(out);
	if (q->most > 0) {
		put_choices(out, it, q->wrong);
		put_count(out, q->most);
		put_percent(out, q->most, q->asked);
	} else {
		fputs(",,", out);
	}
	csvline_end(out);
}

static bool see_reply(void *ctx, const struct reply_count *c)
{
	struct questions *q = ctx;

	if (!q->r.begun || q->key != c->key) {
		put_question(q);
		*q = (struct questions){.r = {q->r.from, q->r.out, true}, .key = c->key};
		snprintf(q->pack, sizeof q->pack, "%s", c->pack);
		snprintf(q->question, sizeof q->question, "%s", c->question);
	}
	q->asked += c->answers;
	if (c->outcome == OUTCOME_RIGHT)
		q->right += c->answers;
	else if (c->outcome == OUTCOME_LATE)
		q->late += c->answers;
	else if (q->most == 0) { /* the commonest comes first */
		q->most = c->answers;
		snprintf(q->wrong, sizeof q->wrong, "%s", c->chosen);
	}
	return !ferror(q->r.out);
}

static bool write_questions(const struct numbers *n, FILE *out, int month)
{
	struct questions q = {.r = {n, out, false}};

	fputs("pack,question,text,asked,right,right_percent,late,commonest_wrong,times,"
	      "times_percent",
	      out);
	csvline_end(out);
	bool good = store_replies(n->store, month, see_reply, &q);
	put_question(&q);
	return good;
}

/* ---- files ---- */

static const struct {
	const char *name;
	bool (*write)(const struct numbers *n, FILE *out, int month);
} files[NUMBERS_FILES] = {
	{"plays", write_plays},
	{"questions", write_questions},
};

/* NULL: it is made; else why not. */
static const char *make_file(const struct numbers *n, int i, int month, struct tables *t)
{
	FILE *out = open_memstream(&t->file[i].s, &t->file[i].n);

	if (!out)
		return strerror(errno);
	snprintf(t->file[i].name, NUMBERS_NAME, "stairwell-%04d-%02d-%s.csv", month / 100,
		 month % 100, files[i].name);
	fputs("\xEF\xBB\xBF", out);
	const char *wrong = files[i].write(n, out, month) ? NULL : store_error(n->store);
	return fclose(out) == 0 || wrong ? wrong : strerror(errno);
}

bool numbers_make(const struct numbers *n, int month, struct tables *t, char *why, size_t room)
{
	const char *wrong = NULL;

	*t = (struct tables){0};
	for (int i = 0; i < NUMBERS_FILES && !wrong; i++)
		wrong = make_file(n, i, month, t);
	if (!wrong)
		return true;
	snprintf(why, room, "%s", wrong);
	tables_finish(t);
	return false;
}

bool tables_write(const struct tables *t, const char *folder, char *why, size_t room)
{
	char path[PATH_MAX];
	bool good = true;

	for (int i = 0; i < NUMBERS_FILES && good; i++) {
		int n = snprintf(path, sizeof path, "%s/%s", folder, t->file[i].name);

		good = n > 0 && n < (int)sizeof path;
		errno = ENAMETOOLONG;
		if (good) {
			outfile_folders(path);
			good = outfile_write(path, t->file[i].s, t->file[i].n);
		}
	}
	if (!good)
		snprintf(why, room, "%s", strerror(errno));
	return good;
}

void tables_finish(struct tables *t)
{
	for (int i = 0; i < NUMBERS_FILES; i++)
		free(t->file[i].s);
	*t = (struct tables){0};
}

struct months {
	int from, *months, room, n;
};

static bool see_month(void *ctx, int month)
{
	struct months *m = ctx;

	if (month >= m->from)
		m->months[m->n++] = month;
	return m->n < m->room;
}

int numbers_months(struct store *s, int from, int *months, int room)
{
	struct months m = {from, months, room, 0};

	return store_months(s, see_month, &m) ? m.n : -1;
}
