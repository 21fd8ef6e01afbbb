#include "statstell.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "prose.h"

enum { TEXT_BYTES = 2400, CELLS = 32 };

/* ---- what a question and its choices are called ---- */

static const struct question *find_question(const struct pack *p, const char *id)
{
	for (int i = 0; p && i < p->nquestions; i++)
		if (strcmp(p->questions[i].id, id) == 0)
			return &p->questions[i];
	return NULL;
}

enum { ID_BYTES = 24 };

static const char *choice_id(const struct question *q, int i, char out[ID_BYTES])
{
	if (q->statement)
		return i == 0 ? "true" : "false";
	snprintf(out, ID_BYTES, "%016" PRIx64, q->choices[i].id);
	return out;
}

static const char *choice_words(const struct choice *c)
{
	return c->text.s ? c->text.s : c->alt.s ? c->alt.s : c->image;
}

/* The identities of the right choices, as an answer has them. */
static void list_rights(const struct question *q, char out[PACK_RIGHT * ID_BYTES])
{
	char id[ID_BYTES];
	size_t used = 0;

	out[0] = '\0';
	for (int i = 0; i < q->nchoices; i++)
		if (q->choices[i].right && used < PACK_RIGHT * ID_BYTES - ID_BYTES)
			used += (size_t)snprintf(out + used, ID_BYTES, "%s%s", used ? " " : "",
						 choice_id(q, i, id));
}

/* ---- remarks ---- */

struct remarks {
	const struct stats_choice *key; /* a wrong choice that may be the right one */
	bool separates_nobody;
	uint32_t idle; /* choices that hardly anybody picks, a bit each */
	int n;
};

static struct remarks remark(const struct stats_question *f, const struct question *q)
{
	struct remarks r = {.separates_nobody = f->separates_nobody};
	char rights[PACK_RIGHT * ID_BYTES], id[ID_BYTES];

	if (q) {
		list_rights(q, rights);
		r.key = stats_wrong_key(f, rights);
	}
	if (r.key)
		r.separates_nobody = false;
	/* where not all are shown, a choice may just have been absent */
	for (int i = 0; q && q->nchoices <= q->show && i < q->nchoices; i++)
		if (!q->choices[i].right && stats_is_idle(f, stats_choice(f, choice_id(q, i, id))))
			r.idle |= UINT32_C(1) << i;
	r.n = (r.key != NULL) + r.separates_nobody + (r.idle != 0);
	return r;
}

/* ---- for people ---- */

static void put_clean(FILE *out, const char *s)
{
	char clean[TEXT_BYTES];

	prose_clean(clean, sizeof(clean), s);
	for (char *p = clean; *p; p++)
		fputc(*p == '\n' ? ' ' : *p, out);
}

static void put_percent(FILE *out, double share)
{
	fprintf(out, "%.0f %%", 100 * share);
}

static void tell_choice(FILE *out, const struct stats_question *f, const char *id,
			const char *words, bool right)
{
	const struct stats_choice *c = stats_choice(f, id);

	fprintf(out, "    %c ", right ? '*' : ' ');
	if (f->answered >= STATS_PULL)
		fprintf(out, "%3.0f %%  ", c ? 100 * c->pull : 0.0);
	put_clean(out, words);
	if (c && !isnan(c->separation))
		fprintf(out, "  (%+.2f)", c->separation);
	fputc('\n', out);
}

static const char *words_of(const struct question *q, const char *wanted)
{
	char id[ID_BYTES];

	for (int i = 0; i < q->nchoices; i++)
		if (strcmp(choice_id(q, i, id), wanted) == 0)
			return choice_words(&q->choices[i]);
	return wanted;
}

static void tell_remarks(FILE *out, const struct stats_question *f, const struct question *q)
{
	struct remarks r = remark(f, q);

	if (r.key) {
		fputs("    ! is the right answer marked? Those who do well elsewhere choose: ",
		      out);
		put_clean(out, words_of(q, r.key->id));
		fputc('\n', out);
	}
	if (r.separates_nobody)
		fputs("    ! it separates nobody: those who know much are right no more often\n",
		      out);
	for (int i = 0; r.idle >> i; i++)
		if (r.idle >> i & 1) {
			fputs("    ! hardly anybody chooses: ", out);
			put_clean(out, choice_words(&q->choices[i]));
			fputc('\n', out);
		}
}

static void tell_figures(FILE *out, const struct stats_question *f)
{
	fprintf(out, "    asked %d time%s", f->asked, f->asked == 1 ? "" : "s");
	if (f->asked >= STATS_SHARE) {
		fputs(", right ", out);
		put_percent(out, f->share);
		fprintf(out, " (%.0f to %.0f %%)", 100 * f->low, 100 * f->high);
	}
	if (f->late > 0)
		fprintf(out, ", time ran out %d time%s", f->late, f->late == 1 ? "" : "s");
	if (!isnan(f->median_ms))
		fprintf(out, ", time %.1f s (%.1f to %.1f)", f->median_ms / 1000, f->low_ms / 1000,
			f->high_ms / 1000);
	if (!isnan(f->discrimination))
		fprintf(out, ", discrimination %.2f", f->discrimination);
	if (f->left > 0)
		fprintf(out, ", %d game%s left after it", f->left, f->left == 1 ? "" : "s");
	fputc('\n', out);
}

static void tell_question(FILE *out, const struct stats_question *f, const struct pack *p)
{
	const struct question *q = find_question(p, f->id);
	char id[ID_BYTES];

	fputs("\n  ", out);
	put_clean(out, q ? q->ask.s : f->id);
	if (q)
		fprintf(out, "  [line %d]", q->line);
	else if (p)
		fputs("  [not in the pack any more, or changed]", out);
	fputc('\n', out);
	tell_figures(out, f);
	for (int i = 0; q && i < q->nchoices; i++)
		tell_choice(out, f, choice_id(q, i, id), choice_words(&q->choices[i]),
			    q->choices[i].right);
	tell_remarks(out, f, q);
}

void statstell_pack(FILE *out, const struct pack *p, const struct stats_question *f, int n)
{
	int answers = 0;

	for (int i = 0; i < n; i++)
		answers += f[i].asked;
	put_clean(out, p ? p->title.s : f->pack);
	fprintf(out, ": %d question%s, asked %d time%s\n", n, n == 1 ? "" : "s", answers,
		answers == 1 ? "" : "s");
	if (!p)
		fputs("  This pack was not found, so its words are not known: name its file, as in "
		      "`stairwell\n  stats FILE.ini`, or the folder it is in with --packs DIR.\n",
		      out);
	for (int i = 0; i < n; i++)
		tell_question(out, &f[i], p);
}

/* ---- for programs: a row for each choice ---- */

static struct cell figure(const char *name, double x, bool told)
{
	struct cell c = {.name = name, .none = !told || isnan(x), .decimals = 3};

	if (!c.none)
		c.number = llround(1000 * x);
	return c;
}

static struct cell time_of(const char *name, double ms)
{
	return (struct cell){
		.name = name, .none = isnan(ms), .number = isnan(ms) ? 0 : llround(ms)};
}

static struct cell yes(const char *name, bool is)
{
	return (struct cell){.name = name, .text = is ? "yes" : "no"};
}

/* c NULL: nobody chose it. */
static int list_row(const struct stats_question *f, const struct pack *p, const struct question *q,
		    const struct remarks *r, int i, const char *id, const struct stats_choice *c,
		    struct cell cells[CELLS])
{
	bool shared = f->asked >= STATS_SHARE;
	const struct cell row[] = {
		{.name = "pack", .text = f->pack},
		{.name = "title", .text = p ? p->title.s : ""},
		{.name = "question", .text = f->id},
		{.name = "line", .number = q ? q->line : 0, .none = !q},
		{.name = "ask", .text = q ? q->ask.s : ""},
		{.name = "asked", .number = f->asked},
		{.name = "right", .number = f->right},
		{.name = "late", .number = f->late},
		figure("share", f->share, shared),
		figure("share_low", f->low, shared),
		figure("share_high", f->high, shared),
		figure("discrimination", f->discrimination, true),
		time_of("time_ms", f->median_ms),
		time_of("time_low_ms", f->low_ms),
		time_of("time_high_ms", f->high_ms),
		{.name = "left", .number = f->left},
		{.name = "choice", .text = id},
		{.name = "choice_text", .text = q && i >= 0 ? choice_words(&q->choices[i]) : ""},
		yes("choice_right", q && i >= 0 && q->choices[i].right),
		{.name = "chosen", .number = c ? c->n : 0},
		figure("pull", c ? c->pull : 0, f->answered >= STATS_PULL),
		figure("choice_discrimination", c ? c->separation : NAN, true),
		yes("maybe_wrong_key", r->key && r->key == c),
		yes("separates_nobody", r->separates_nobody),
		yes("hardly_chosen", i >= 0 && r->idle >> i & 1),
	};

	_Static_assert(sizeof(row) <= CELLS * sizeof(*row), "there is room for a row");
	memcpy(cells, row, sizeof(row));
	return sizeof(row) / sizeof(*row);
}

void statstell_begin(struct sheet *sheet, FILE *out, enum sheet_format format)
{
	const struct stats_question nothing = {.pack = "", .id = ""};
	struct cell names[CELLS];
	int n = list_row(&nothing, NULL, NULL, &(struct remarks){0}, -1, "", NULL, names);

	sheet_begin(sheet, out, format, names, n);
}

void statstell_question(struct sheet *sheet, const struct pack *p, const struct stats_question *f)
{
	const struct question *q = find_question(p, f->id);
	struct remarks r = remark(f, q);
	struct cell cells[CELLS];
	char id[ID_BYTES];
	int n = q ? q->nchoices : f->nchoices;

	for (int i = 0; i < n; i++) {
		const char *which = q ? choice_id(q, i, id) : f->choices[i].id;
		sheet_row(sheet, cells,
			  list_row(f, p, q, &r, q ? i : -1, which, stats_choice(f, which), cells));
	}
}
