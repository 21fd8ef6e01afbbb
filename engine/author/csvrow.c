#include "csvrow.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "packkeys.h"
#include "packmeant.h"

/* 1 and 0 for true and false in several languages; -1: neither. */
static int truth_of(const char *s)
{
	char name[40];

	head_fold(s, name, sizeof name);
	return meant_truth(name, strlen(name));
}

static bool is_plural(const struct sheet *s, int column)
{
	int n = 0;

	for (int i = 0; i < s->head.n; i++)
		n += s->head.is[i] == s->head.is[column];
	return n == 1 && s->head.number[column] == 0;
}

void offer_read(struct offer *o, struct sheet *s, const struct row *r)
{
	*o = (struct offer){0};
	for (int i = 0; i < s->head.n; i++) {
		const char *cell = table_cell(r, i);
		int before = o->n;
		if (!*cell)
			continue;
		switch (s->head.is[i]) {
		case COLUMN_CHOICE:
			cell_add(o->choices, &o->n, PACK_CHOICES, cell_clean(s, cell),
				 &o->too_many);
			if (o->n > before)
				o->numbers[before] = s->head.number[i] ? s->head.number[i] : o->n;
			break;
		case COLUMN_CHOICES:
			cell_split(s, cell, o->choices, &o->n, PACK_CHOICES, &o->too_many);
			for (int k = before; k < o->n; k++)
				o->numbers[k] = k + 1;
			break;
		case COLUMN_RIGHT:
			if (is_plural(s, i) && strpbrk(cell, "\n|") && s->offers_nothing) {
				cell_split(s, cell, o->rights, &o->nrights, PACK_RIGHT,
					   &o->too_many);
				break;
			}
			cell_add(o->rights, &o->nrights, PACK_RIGHT, cell_clean(s, cell),
				 &o->too_many);
			break;
		case COLUMN_WRONG:
			if (is_plural(s, i) && strpbrk(cell, "\n|;,["))
				cell_split(s, cell, o->wrongs, &o->nwrongs, PACK_CHOICES,
					   &o->too_many);
			else
				cell_add(o->wrongs, &o->nwrongs, PACK_CHOICES, cell_clean(s, cell),
					 &o->too_many);
			break;
		default: break;
		}
	}
}

static void refuse_right(struct sheet *s, const char *cell)
{
	making_refuse(s->m, "E704", s->m->begun,
		      "this question cannot come along: '%s' names none of its answers",
		      diag_quote(cell, strlen(cell)).s)
		->help = "write the number of the right answer, or its text, to the letter";
}

/* Tables that name right answers otherwise than their other rows do are read all the same. */
static uint32_t find_rights(struct sheet *s, const struct offer *o)
{
	uint32_t all = 0;

	for (int i = 0; i < o->nrights; i++) {
		uint32_t named = offer_named(o, o->rights[i], s->named_by, s->from_zero);
		for (int by = 0; by < NAMED_BY && !named; by++)
			named = offer_named(o, o->rights[i], (enum named_by)by, s->from_zero);
		if (!named)
			refuse_right(s, o->rights[i]);
		all |= named;
	}
	return all;
}

static void put_choices(struct making *m, const char *const *list, int n, bool right)
{
	for (int i = 0; i < n; i++)
		making_choice(m, right, list[i], strlen(list[i]));
}

static void take_offered(struct sheet *s, const struct offer *o, uint32_t rights)
{
	int first = truth_of(o->choices[0]), second = o->n == 2 ? truth_of(o->choices[1]) : -1;

	if (first >= 0 && second >= 0 && first != second && o->nwrongs == 0 &&
	    (rights == 1 || rights == 2))
		making_statement(s->m, (rights == 1) == (first == 1));
	for (int i = 0; i < o->n; i++)
		making_choice(s->m, rights >> i & 1, o->choices[i], strlen(o->choices[i]));
	put_choices(s->m, o->wrongs, o->nwrongs, false);
}

static void take_answers(struct sheet *s, const struct offer *o)
{
	bool by_itself = s->named_by == BY_ITSELF || o->n == 0;
	uint32_t rights;

	if (o->too_many)
		making_refuse(s->m, "E702", s->m->begun,
			      "this question cannot come along: it has too many answers");
	if (o->nrights == 0) {
		making_refuse(s->m, "E702", s->m->begun,
			      "this question cannot come along: it does not say which answer is "
			      "right");
	} else if (by_itself && o->n == 0 && o->nwrongs == 0 && truth_of(o->rights[0]) >= 0) {
		making_statement(s->m, truth_of(o->rights[0]));
	} else if (by_itself) {
		put_choices(s->m, o->rights, o->nrights, true);
		put_choices(s->m, o->choices, o->n, false);
		put_choices(s->m, o->wrongs, o->nwrongs, false);
	} else {
		rights = find_rights(s, o);
		take_offered(s, o, rights);
	}
}

/* What stands behind a choice, by its number. */
static void take_becauses(struct sheet *s, const struct offer *o, const struct row *r)
{
	for (int i = 0; i < s->head.n; i++)
		for (int k = 0; k < o->n && k < s->m->nchoices && s->head.is[i] == COLUMN_BECAUSE;
		     k++)
			if (o->numbers[k] == s->head.number[i] && *table_cell(r, i)) {
				s->m->choices[k].because.s = cell_clean(s, table_cell(r, i));
				if (s->m->q.statement)
					making_lost(s->m, "what is said of an answer");
			}
}

/* Kinds of other programs that have no choices to pick from. */
static void check_kind(struct sheet *s, const char *cell)
{
	static const char *const foreign[] = {
		"open",   "essay",  "draw",       "fill",    "blank",  "short",
		"match",  "order",  "numeric",    "puzzle",  "slider", "poll",
		"survey", "cloud",  "typ",        "slide",   "drag",   "hotspot",
		"label",  "offene", "luckentext", "ouverte", "abierta"};
	char name[60];

	head_fold(cell, name, sizeof name);
	for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
		if (strstr(name, foreign[i]))
			making_refuse(s->m, "E705", s->m->begun,
				      "this question cannot come along: there are no questions of "
				      "the kind '%s' here",
				      diag_quote(cell, strlen(cell)).s);
}

static bool is_between(const struct key_row *row, long n)
{
	return n >= row->least && n <= row->most;
}

/* 20, 20 s, 1:30, 2 min; -1: none of these. */
static long seconds(const char *s)
{
	enum { MOST = 100000 };
	char *end;
	long n = strtol(s, &end, 10), rest;

	if (end == s || n < 0 || n > MOST)
		return -1;
	if (*end == ':' && isdigit((unsigned char)end[1])) {
		rest = strtol(end + 1, NULL, 10);
		return rest <= MOST ? 60 * n + rest : -1;
	}
	while (*end == ' ')
		end++;
	return *end == 'm' ? 60 * n : n;
}

static void take_level(struct sheet *s, const char *cell)
{
	static const char *const words[] = {
		"|easy|beginner|low|leicht|einfach|facile|facil|makkelijk|latwy|latwe|lett|latt|",
		"|medium|intermediate|moderate|normal|mittel|moyen|moyenne|medio|media|medie|"
		"gemiddeld|sredni|srednie|middels|",
		"|hard|difficult|advanced|high|expert|schwer|schwierig|difficile|dificil|moeilijk|"
		"trudny|trudne|vanskelig|svar|"};
	char name[40], all[44];

	head_fold(cell, name, sizeof name);
	snprintf(all, sizeof all, "|%s|", name);
	if (*name >= '1' && *name <= '5' && !name[1])
		s->m->q.level = (uint8_t)(*name - '0');
	for (int i = 0; i < 3 && *name; i++)
		if (strstr(words[i], all))
			s->m->q.level = (uint8_t)(1 + 2 * i);
	if (s->m->q.level == 0)
		making_lost(s->m, "its level");
}

static void take_points(struct sheet *s, const char *cell)
{
	char *end;
	long n = strtol(cell, &end, 10);

	if (end > cell && !*end && is_between(&key_rows[KEY_POINTS], n))
		s->m->q.points = (int)n;
	else
		making_lost(s->m, "its points");
}

static void take_tags(struct sheet *s, const char *cell)
{
	while (*cell) {
		size_t n = strcspn(cell, ",;|\n");
		making_tag(s->m, cell, n);
		cell += n + (cell[n] != '\0');
	}
}

static void take_cell(struct sheet *s, enum column_is is, const char *cell)
{
	struct making *m = s->m;
	long n;

	switch (is) {
	case COLUMN_ASK: m->q.ask.s = cell_clean(s, cell); break;
	case COLUMN_WHY: m->q.why.s = cell_clean(s, cell); break;
	case COLUMN_HINT: m->q.hint.s = cell_clean(s, cell); break;
	case COLUMN_SOURCE: making_source(m, cell, strlen(cell)); break;
	case COLUMN_TAGS: take_tags(s, cell); break;
	case COLUMN_LEVEL: take_level(s, cell); break;
	case COLUMN_POINTS: take_points(s, cell); break;
	case COLUMN_KIND: check_kind(s, cell); break;
	case COLUMN_ID: making_id(m, cell, strlen(cell)); break;
	case COLUMN_SOUND: making_lost(m, "a sound or a film"); break;
	case COLUMN_TIME:
		n = seconds(cell);
		if (n >= 0 && is_between(&key_rows[KEY_TIME], n))
			m->q.time_s = (int)n;
		else
			making_lost(m, "its time");
		break;
	case COLUMN_PICTURE:
		m->html.kinds |= HTML_PICTURE;
		snprintf(m->html.alt, sizeof m->html.alt, "%s", cell);
		break;
	default: break;
	}
}

/* Rows that a template has ready, and its own words below the head. */
static bool is_filler(struct sheet *s, const struct row *r, const struct offer *o)
{
	const char *ask = "";

	for (int i = 0; i < s->head.n; i++)
		if (s->head.is[i] == COLUMN_ASK)
			ask = table_cell(r, i);
	return (!*ask && o->n == 0 && o->nrights == 0 && o->nwrongs == 0) ||
	       (r == &s->table.rows[s->first] &&
		(strstr(ask, "(required") || strstr(ask, "(Required")));
}

/* A column of numbers without a name counts the rows. */
static void note_foreign(struct sheet *s, int column, const struct row *r)
{
	int i = column < COLUMNS ? column : COLUMNS;
	const char *cell = r->cells[column];

	if (!s->foreign[i] && (i == COLUMNS || s->named[i] || cell[strspn(cell, "0123456789.")]))
		s->foreign[i] = r;
}

void row_take(struct sheet *s, const struct row *r)
{
	struct making *m = s->m;
	struct offer o;

	offer_read(&o, s, r);
	if (is_filler(s, r, &o))
		return;
	for (int i = 0; i < s->head.n; i++)
		if (s->head.is[i] == COLUMN_TOPIC)
			making_topic(m, r->at, table_cell(r, i), strlen(table_cell(r, i)));
	making_begin(m, r->at);
	if (r->quote == QUOTE_OPEN)
		making_refuse(
			m, "E704", r->at,
			"this question cannot come along: a quote of this line is never closed")
			->help = "write \" once more where the text in quotes ends, or delete it";
	if (r->quote == QUOTE_FOLLOWED)
		making_refuse(m, "E704", r->at,
			      "this question cannot come along: text follows the \" that ends a "
			      "text in quotes")
			->help = "put the whole text in quotes, and write each \" within it twice";
	for (int i = 0; i < r->n; i++)
		if (i < s->head.n && s->head.is[i] != COLUMN_UNKNOWN && *r->cells[i])
			take_cell(s, (enum column_is)s->head.is[i], r->cells[i]);
		else if (*r->cells[i] && (i >= s->head.n || s->head.is[i] == COLUMN_UNKNOWN))
			note_foreign(s, i, r);
	take_answers(s, &o);
	take_becauses(s, &o, r);
	making_end(m);
}
