/* What goes out and in again is the same, or was told: packs by chance, in every format. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "convert.h"
#include "decode.h"
#include "diagprint.h"
#include "packwrite.h"
#include "randompack.h"

enum { PACKS = 400 };

static struct diag told;    /* what writing lost */
static const char *written; /* to be shown where something is not the same */
static const char *format;  /* NULL: a pack's own */
static uint64_t seed;

static bool was_told(const char *loss)
{
	for (int i = 0; i < told.n; i++)
		if (strstr(told.findings[i].message, loss))
			return true;
	return false;
}

static void differ(const char *what, const char *a, const char *b)
{
	fprintf(stderr, "%s, seed %d: %s was lost without a word\n<<<%s>>>\n<<<%s>>>\n%s\n",
		format ? format : "ini", (int)seed, what, a ? a : "(none)", b ? b : "(none)",
		written);
	diag_print(&told, stderr);
	fail();
}

/* As the text is where blanks before it, or its line ends, may be gone. */
static void loosen(char *out, const char *s)
{
	if (was_told("blanks before a text"))
		s += strspn(s, " \t\n");
	strcpy(out, s);
	for (char *c = out; was_told("line ends") && *c;)
		if (*c != '\n' && *c != ' ')
			c++;
		else {
			*c = ' ';
			size_t n = strspn(c, " \n");
			memmove(c + 1, c + n, strlen(c + n) + 1);
			c++;
		}
}

static bool same(const char *a, const char *b)
{
	char left[4096], right[4096];

	if (!a || !b)
		return a == b;
	loosen(left, a);
	loosen(right, b);
	return strcmp(left, right) == 0;
}

static void compare_text(const char *what, const char *loss, const struct text *a,
			 const struct text *b)
{
	if (!same(a->s, b->s) && !(loss && was_told(loss)))
		differ(what, a->s, b->s);
	if (a->more && !b->more && !was_told("translations"))
		differ("a translation", a->more->s, NULL);
}

static void compare_number(const char *what, const char *loss, int a, int b)
{
	char left[16], right[16];

	if (a == b || (loss && was_told(loss)))
		return;
	snprintf(left, sizeof left, "%d", a);
	snprintf(right, sizeof right, "%d", b);
	differ(what, left, right);
}

static void compare_lines(const char *what, const char *loss, const struct lines *a,
			  const struct lines *b)
{
	if (was_told(loss))
		return;
	for (; a && b; a = a->next, b = b->next)
		if (strcmp(a->text.s, b->text.s) != 0)
			differ(what, a->text.s, b->text.s);
	if (a || b)
		differ(what, a ? a->text.s : NULL, b ? b->text.s : NULL);
}

static bool is_new_id(const struct question *q)
{
	return !q->id_given;
}

static bool is_shuffled(const struct question *q)
{
	return format && q->shuffle != SHUFFLE_NO &&
	       (strcmp(format, "aiken") == 0 || strcmp(format, "csv") == 0);
}

/* The choice with that text, none of those that were found before; NULL: there is none. */
static const struct choice *find_choice(const struct question *q, const char *text, unsigned found)
{
	for (int i = 0; i < q->nchoices; i++)
		if (!(found >> i & 1) && same(text, q->choices[i].text.s))
			return &q->choices[i];
	return NULL;
}

/* Where a format has no room for so many, wrong ones may be missing. */
static void compare_choices(const struct question *a, const struct question *b)
{
	unsigned found = 0;
	int at = 0;

	compare_number("number of choices", "so many choices", a->nchoices, b->nchoices);
	for (int i = 0; i < a->nchoices; i++) {
		const struct choice *c = &a->choices[i], *d = find_choice(b, c->text.s, found);
		if (!d && was_told("so many choices") && !c->right)
			continue;
		if (!d)
			differ("a choice", c->text.s, NULL);
		if (!is_shuffled(a))
			compare_number("its place", NULL, at, (int)(d - b->choices));
		found |= 1u << (d - b->choices);
		at++;
		compare_number("right", NULL, c->right, d->right);
		compare_text("because", "(because)", &c->because, &d->because);
	}
	compare_number("number of choices", NULL, at, b->nchoices);
}

static void compare_question(const struct question *a, const struct question *b)
{
	compare_text("ask", NULL, &a->ask, &b->ask);
	compare_text("why", "(why)", &a->why, &b->why);
	compare_text("hint", "the hint", &a->hint, &b->hint);
	compare_number("statement", NULL, a->statement, b->statement);
	if (!a->statement)
		compare_choices(a, b);
	if (a->statement)
		compare_number("truth", NULL, a->choices[0].right, b->choices[0].right);
	if (a->nright > 1)
		compare_number("pick", "(pick)", a->pick, b->pick);
	if (a->show < a->nchoices)
		compare_number("show", "(show)", a->show, b->show);
	compare_number("shuffle", "(shuffle)", a->shuffle, b->shuffle);
	compare_number("level", "the level", a->level, b->level);
	compare_number("points", "the points", a->points, b->points);
	compare_number("time", "the time", a->time_s, b->time_s);
	compare_lines("source", "the source", a->source, b->source);
	compare_lines("tags", "the tags", a->tags, b->tags);
	if (!was_told("the topic") && (a->topic || b->topic))
		compare_text("topic", NULL, a->topic ? a->topic : &(struct text){0},
			     b->topic ? b->topic : &(struct text){0});
	if (!is_new_id(a) && !was_told("the ID") && (is_new_id(b) || strcmp(a->id, b->id) != 0))
		differ("the ID", a->id, b->id);
	if (!was_told("lint-ignore") && !same(a->ignore, b->ignore))
		differ("lint-ignore", a->ignore, b->ignore);
}

static void compare_about(const struct pack *a, const struct pack *b)
{
	bool all = !was_told("all that the pack says");

	compare_text("title", "all that the pack says", &a->title, &b->title);
	compare_text("about", "all that the pack says", &a->about, &b->about);
	compare_lines("author", "all that the pack says", a->author, b->author);
	if (all && !same(a->licence, b->licence))
		differ("licence", a->licence, b->licence);
	if (all && !same(a->language, b->language))
		differ("language", a->language, b->language);
	if (all && (!same(a->version, b->version) || !same(a->updated, b->updated) ||
		    !same(a->homepage, b->homepage)))
		differ("version", a->version, b->version);
	compare_number("draw", "all that the pack says", a->draw, b->draw);
	compare_number("order", "all that the pack says", a->in_order, b->in_order);
}

/* Those that were left out are as many as was told. */
static void compare(const struct pack *a, const struct pack *b)
{
	int at = 0, missing = 0;

	compare_about(a, b);
	for (int i = 0; i < a->nquestions; i++) {
		if (at < b->nquestions && same(a->questions[i].ask.s, b->questions[at].ask.s))
			compare_question(&a->questions[i], &b->questions[at++]);
		else
			missing++;
	}
	for (int i = 0; i < told.n; i++)
		missing -= strcmp(told.findings[i].code, "W751") == 0;
	if (missing != 0)
		differ("a question", a->questions[a->nquestions - 1].ask.s,
		       at < b->nquestions ? b->questions[at].ask.s : NULL);
	if (at < b->nquestions)
		differ("nothing", NULL, b->questions[at].ask.s);
}

static void go_out_and_in(const struct pack *p, const struct export_format *to,
			  const struct import_format *from)
{
	struct ini_text text = {0};
	struct pack *again = NULL;
	struct diag d;
	char *s = NULL, *own = NULL;
	size_t n;
	FILE *out = open_memstream(&s, &n);

	diag_init(&told, "told");
	diag_init(&d, "again");
	to->write(out, p, &told);
	fclose(out);
	written = s;
	if (n > 0 && decode_open(&text, &own, s, n, &d))
		again = import_read(from, &text);
	for (int i = 0; again && i < d.n; i++)
		if (d.findings[i].severity == SEVERITY_ERROR)
			differ(d.findings[i].message,
			       d.findings[i].excerpt[d.findings[i].nexcerpt > 1], NULL);
	if (again)
		compare(p, again);
	else if (!was_told("left out"))
		differ("all of it", NULL, NULL);
	pack_drop(again);
	ini_close(&text);
	free(own);
	free(s);
	diag_finish(&d);
	diag_finish(&told);
}

static void what_goes_out_and_in_again_is_the_same_or_was_told(void **state)
{
	(void)state;
	for (const struct export_format *to = export_formats; to->name; to++) {
		const struct import_format *from = import_find(to->name);
		format = to->name;
		for (seed = 0; from && seed < PACKS; seed++) {
			struct rng r;
			struct pack *p;
			rng_init(&r, seed);
			p = random_pack(&r);
			go_out_and_in(p, to, from);
			pack_drop(p);
		}
	}
}

static void a_pack_that_is_written_is_read_to_the_letter(void **state)
{
	(void)state;
	format = NULL;
	for (seed = 0; seed < PACKS; seed++) {
		struct pack *p, *again;
		struct rng r;
		struct diag d;
		char *s = NULL;
		size_t n;
		FILE *out = open_memstream(&s, &n);

		rng_init(&r, seed);
		p = random_pack(&r);
		diag_init(&told, "told");
		diag_init(&d, "again.ini");
		packwrite(out, p);
		fclose(out);
		written = s;
		again = pack_read(s, n, "again.ini", &d);
		for (int i = 0; i < d.n; i++)
			if (d.findings[i].severity == SEVERITY_ERROR)
				differ(d.findings[i].message, NULL, NULL);
		assert_non_null(again);
		compare(p, again);
		pack_drop(again);
		pack_drop(p);
		free(s);
		diag_finish(&d);
		diag_finish(&told);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pack_that_is_written_is_read_to_the_letter),
		cmocka_unit_test(what_goes_out_and_in_again_is_the_same_or_was_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
