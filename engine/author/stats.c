#include "stats.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "estimate.h"
#include "hash.h"

struct answer {
	int64_t game;
	int player;
	uint32_t question; /* index */
	const char *chosen;
	bool right, late;
	int64_t took_ms;
	double rest; /* NaN: it is the only one of its game */
};

struct stats {
	struct arena arena;
	struct answer *answers;
	int n, room;
	int64_t *given_up;
	int ngiven_up, given_up_room;
	struct stats_question *questions;
	int nquestions, question_room;
	uint32_t *slots; /* 1 + index of a question, by its hash; nslots is a power of two */
	uint32_t nslots;
};

struct stats *stats_create(void)
{
	return calloc(1, sizeof(struct stats));
}

void stats_destroy(struct stats *s)
{
	if (!s)
		return;
	free(s->answers);
	free(s->given_up);
	free(s->questions);
	free(s->slots);
	arena_finish(&s->arena);
	free(s);
}

static bool make_room(void *array, int n, int *room, size_t size)
{
	void **at = array, *more;

	if (n < *room)
		return true;
	more = realloc(*at, (size_t)(2 * *room + 64) * size);
	if (!more)
		return false;
	*at = more;
	*room = 2 * *room + 64;
	return true;
}

/* ---- which question ---- */

static uint32_t *find_slot(struct stats *s, const char *pack, const char *id)
{
	uint64_t hash = hash_text(hash_text(HASH_START, pack) * HASH_PRIME, id);
	uint32_t at = (uint32_t)(hash ^ hash >> 32) & (s->nslots - 1);

	for (; s->slots[at]; at = (at + 1) & (s->nslots - 1)) {
		const struct stats_question *q = &s->questions[s->slots[at] - 1];
		if (strcmp(q->id, id) == 0 && strcmp(q->pack, pack) == 0)
			break;
	}
	return &s->slots[at];
}

static bool grow_slots(struct stats *s)
{
	uint32_t more = s->nslots ? 2 * s->nslots : 256;

	if (s->nslots > 2 * (uint32_t)s->nquestions)
		return true;
	free(s->slots);
	s->slots = calloc(more, sizeof *s->slots);
	s->nslots = s->slots ? more : 0;
	for (int i = 0; s->slots && i < s->nquestions; i++)
		*find_slot(s, s->questions[i].pack, s->questions[i].id) = (uint32_t)i + 1;
	return s->slots;
}

/* Its index; below 0: memory is short. */
static int find_question(struct stats *s, const char *pack, const char *id)
{
	uint32_t *slot;

	if (!grow_slots(s))
		return -1;
	slot = find_slot(s, pack, id);
	if (*slot)
		return (int)*slot - 1;
	if (!make_room(&s->questions, s->nquestions, &s->question_room, sizeof *s->questions))
		return -1;
	s->questions[s->nquestions] = (struct stats_question){
		.pack = arena_text(&s->arena, pack, strlen(pack)),
		.id = arena_text(&s->arena, id, strlen(id)),
		.number = s->nquestions,
	};
	if (s->arena.failed)
		return -1;
	*slot = (uint32_t)++s->nquestions;
	return s->nquestions - 1;
}

bool stats_add(struct stats *s, const struct stats_answer *a)
{
	int question = find_question(s, a->pack, a->question);
	const char *chosen;

	if (question < 0 || !make_room(&s->answers, s->n, &s->room, sizeof *s->answers))
		return false;
	chosen = *a->chosen ? arena_text(&s->arena, a->chosen, strlen(a->chosen)) : "";
	s->answers[s->n++] = (struct answer){.game = a->game,
					     .player = a->player,
					     .question = (uint32_t)question,
					     .chosen = chosen,
					     .right = a->right,
					     .late = a->late,
					     .took_ms = a->took_ms,
					     .rest = NAN};
	return chosen;
}

bool stats_left(struct stats *s, int64_t game)
{
	if (!make_room(&s->given_up, s->ngiven_up, &s->given_up_room, sizeof *s->given_up))
		return false;
	s->given_up[s->ngiven_up++] = game;
	return true;
}

/* ---- rest scores, and where games were left ---- */

static int compare_games(const void *a, const void *b)
{
	const struct answer *one = *(struct answer *const *)a, *other = *(struct answer *const *)b;

	if (one->game != other->game)
		return one->game < other->game ? -1 : 1;
	if (one->player != other->player)
		return one->player < other->player ? -1 : 1;
	return one < other ? -1 : one > other;
}

static int compare_numbers(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;

	return (one > other) - (one < other);
}

static void rate_session(struct answer *const *of, int n)
{
	int right = 0;

	for (int i = 0; i < n; i++)
		right += of[i]->right;
	for (int i = 0; i < n && n > 1 && of[0]->player >= 0; i++)
		of[i]->rest = (double)(right - of[i]->right) / (n - 1);
}

static void leave_game(struct stats *s, struct answer *const *of, int n)
{
	struct answer *last = of[0];

	if (!bsearch(&last->game, s->given_up, (size_t)s->ngiven_up, sizeof *s->given_up,
		     compare_numbers))
		return;
	for (int i = 1; i < n; i++)
		last = of[i] > last ? of[i] : last;
	s->questions[last->question].left++;
}

static bool rate_sessions(struct stats *s)
{
	struct answer **order = malloc((size_t)(s->n + 1) * sizeof *order);

	if (!order)
		return false;
	for (int i = 0; i < s->n; i++)
		order[i] = &s->answers[i];
	qsort(order, (size_t)s->n, sizeof *order, compare_games);
	if (s->ngiven_up > 0)
		qsort(s->given_up, (size_t)s->ngiven_up, sizeof *s->given_up, compare_numbers);
	for (int i = 0, end; i < s->n; i = end) {
		for (end = i + 1; end < s->n && order[end]->game == order[i]->game &&
				  order[end]->player == order[i]->player;)
			end++;
		rate_session(order + i, end - i);
	}
	for (int i = 0, end; i < s->n && s->ngiven_up > 0; i = end) {
		for (end = i + 1; end < s->n && order[end]->game == order[i]->game;)
			end++;
		leave_game(s, order + i, end - i);
	}
	free(order);
	return true;
}

/* ---- figures ---- */

/* Whether the identity is among those in a list with blanks between. */
static bool has(const char *list, const char *id, size_t n)
{
	for (const char *p = list; *p;) {
		size_t m = strcspn(p, " ");
		if (m == n && memcmp(p, id, n) == 0)
			return true;
		p += m + (p[m] == ' ');
	}
	return false;
}

static struct stats_choice *find_choice(struct stats_choice *c, int n, const char *id,
					size_t length)
{
	for (int i = 0; i < n; i++)
		if (strlen(c[i].id) == length && memcmp(c[i].id, id, length) == 0)
			return &c[i];
	return NULL;
}

static int compare_choices(const void *a, const void *b)
{
	const struct stats_choice *one = a, *other = b;

	return one->n != other->n ? other->n - one->n : strcmp(one->id, other->id);
}

enum { CHOICES = 64 }; /* of one question, in all its versions */

static int count_choices(struct stats *s, struct answer *const *of, int n,
			 struct stats_choice *choices)
{
	int nchoices = 0;

	for (int i = 0; i < n; i++)
		for (const char *p = of[i]->chosen; *p;) {
			size_t m = strcspn(p, " ");
			struct stats_choice *c = find_choice(choices, nchoices, p, m);
			if (!c && m > 0 && nchoices < CHOICES) {
				c = &choices[nchoices++];
				*c = (struct stats_choice){.id = arena_text(&s->arena, p, m)};
				if (!c->id)
					return nchoices - 1;
			}
			if (c)
				c->n++;
			p += m + (p[m] == ' ');
		}
	return nchoices;
}

static void weigh_choices(struct stats *s, struct stats_question *q, struct answer *const *of,
			  int n)
{
	struct stats_choice choices[CHOICES], *kept;
	int nchoices = count_choices(s, of, n, choices);

	qsort(choices, (size_t)nchoices, sizeof *choices, compare_choices);
	for (int k = 0; k < nchoices; k++) {
		struct stats_choice *c = &choices[k];
		struct sums sums = {0};
		double low;
		for (int i = 0; i < n; i++)
			if (!of[i]->late && !isnan(of[i]->rest))
				estimate_add(&sums, has(of[i]->chosen, c->id, strlen(c->id)),
					     of[i]->rest);
		c->separation = estimate_correlation(&sums, STATS_FLAG);
		c->pull = (double)c->n / q->answered;
		estimate_interval(c->n, q->answered, &low, &c->high);
	}
	kept = arena_take(&s->arena, (size_t)(nchoices + 1) * sizeof *kept);
	if (!kept)
		return;
	memcpy(kept, choices, (size_t)nchoices * sizeof *kept);
	q->choices = kept;
	q->nchoices = nchoices;
}

/* Times of answers that were given. */
static bool time_answers(struct stats_question *q, struct answer *const *of, int n)
{
	int64_t *times = malloc((size_t)(n + 1) * sizeof *times);
	int given = 0;

	q->median_ms = q->low_ms = q->high_ms = NAN;
	if (!times)
		return false;
	for (int i = 0; i < n; i++)
		if (!of[i]->late)
			times[given++] = of[i]->took_ms;
	if (given >= STATS_SHARE) {
		qsort(times, (size_t)given, sizeof *times, compare_numbers);
		q->median_ms = estimate_quantile(times, given, 0.5);
		q->low_ms = estimate_quantile(times, given, 0.25);
		q->high_ms = estimate_quantile(times, given, 0.75);
	}
	free(times);
	return true;
}

static bool count_question(struct stats *s, struct answer *const *of, int n)
{
	struct stats_question *q = &s->questions[of[0]->question];
	struct sums sums = {0};

	for (int i = 0; i < n; i++) {
		q->asked++;
		q->right += of[i]->right;
		q->late += of[i]->late;
		if (!isnan(of[i]->rest))
			estimate_add(&sums, of[i]->right, of[i]->rest);
	}
	q->answered = q->asked - q->late;
	q->share = (double)q->right / q->asked;
	estimate_interval(q->right, q->asked, &q->low, &q->high);
	q->discrimination = estimate_correlation(&sums, STATS_FLAG);
	q->separates_nobody = q->discrimination < 0.1; /* false where it is none */
	weigh_choices(s, q, of, n);
	return time_answers(q, of, n);
}

static int compare_questions(const void *a, const void *b)
{
	const struct answer *one = *(struct answer *const *)a, *other = *(struct answer *const *)b;

	if (one->question != other->question)
		return one->question < other->question ? -1 : 1;
	return one < other ? -1 : one > other;
}

static int compare_packs(const void *a, const void *b)
{
	const struct stats_question *one = a, *other = b;
	int order = strcmp(one->pack, other->pack);

	return order ? order : one->number - other->number;
}

bool stats_count(struct stats *s, const struct stats_question **questions, int *n)
{
	struct answer **order = malloc((size_t)(s->n + 1) * sizeof *order);
	bool good = order && rate_sessions(s);

	for (int i = 0; good && i < s->n; i++)
		order[i] = &s->answers[i];
	if (good)
		qsort(order, (size_t)s->n, sizeof *order, compare_questions);
	for (int i = 0, end; good && i < s->n; i = end) {
		for (end = i + 1; end < s->n && order[end]->question == order[i]->question;)
			end++;
		good = count_question(s, order + i, end - i);
	}
	free(order);
	if (s->nquestions > 0)
		qsort(s->questions, (size_t)s->nquestions, sizeof *s->questions, compare_packs);
	*questions = s->questions;
	*n = s->nquestions;
	return good && !s->arena.failed;
}

/* ---- what is to be said because of them ---- */

const struct stats_choice *stats_choice(const struct stats_question *q, const char *id)
{
	for (int i = 0; i < q->nchoices; i++)
		if (strcmp(q->choices[i].id, id) == 0)
			return &q->choices[i];
	return NULL;
}

const struct stats_choice *stats_wrong_key(const struct stats_question *q, const char *rights)
{
	if (!(q->discrimination < 0))
		return NULL;
	for (int i = 0; i < q->nchoices; i++) {
		const struct stats_choice *c = &q->choices[i];
		if (!has(rights, c->id, strlen(c->id)) && c->separation > 0 && c->n >= q->right)
			return c;
	}
	return NULL;
}

bool stats_is_idle(const struct stats_question *q, const struct stats_choice *c)
{
	double low, high;

	if (q->answered < STATS_FLAG)
		return false;
	if (c)
		return c->high < 0.05;
	estimate_interval(0, q->answered, &low, &high);
	return high < 0.05;
}
