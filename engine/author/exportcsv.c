/*
 * The columns of Kahoot's spreadsheet. Texts that are longer than Kahoot takes are written whole
 * and told; of more than four choices the right ones are written, and the first wrong ones.
 */
#include <string.h>

#include "convert.h"
#include "exportorder.h"
#include "formula.h"
#include "losses.h"
#include "utf8.h"

enum { ASK = 120, CHOICE = 75, CHOICES = 4 };

static const int times_s[] = {5, 10, 20, 30, 60, 90, 120, 240};

static void write_cell(FILE *out, const char *s)
{
	const char *mark = formula_is_guarded(s) ? "'" : "";

	if (*s && !s[strcspn(s, ",;\t|\"\r\n")] && *s != ' ') {
		fprintf(out, "%s%s", mark, s);
	} else if (*s) {
		fprintf(out, "\"%s", mark);
		for (; *s; s++)
			fprintf(out, *s == '"' ? "\"\"" : "%c", *s);
		fputc('"', out);
	}
}

/* The next one that Kahoot has; 0: none was given. */
static int time_of(const struct question *q)
{
	size_t i = 0;

	if (q->time_s < 0)
		return 0;
	while (i < sizeof times_s / sizeof *times_s - 1 && times_s[i] < q->time_s)
		i++;
	return q->time_s == 0 ? 240 : times_s[i];
}

/* At most four, the right ones among them; how many. */
static int choose(const struct question *q, const struct choice *chosen[CHOICES])
{
	int room = CHOICES - q->nright, n = 0;

	for (int i = 0; i < q->nchoices; i++)
		if (q->choices[i].right || room-- > 0)
			chosen[n++] = &q->choices[i];
	exportorder(q, chosen, n);
	return n;
}

static bool is_long(const struct question *q)
{
	bool is = utf8_length(q->ask.s, strlen(q->ask.s)) > ASK;

	for (int i = 0; i < q->nchoices && !q->statement; i++)
		is = is || utf8_length(q->choices[i].text.s, strlen(q->choices[i].text.s)) > CHOICE;
	return is;
}

static void write_question(FILE *out, const struct question *q, struct losses *losses)
{
	const struct choice *chosen[CHOICES] = {NULL};
	char rights[16] = "";
	int n = choose(q, chosen), time_s = time_of(q);

	write_cell(out, q->ask.s);
	for (int i = 0; i < CHOICES; i++) {
		fputc(',', out);
		if (q->statement && i < n)
			fputs(i == 0 ? "True" : "False", out);
		else if (i < n)
			write_cell(out, chosen[i]->text.s);
		if (i < n && chosen[i]->right)
			snprintf(rights + strlen(rights), sizeof rights - strlen(rights), "%s%d",
				 *rights ? "," : "", i + 1);
	}
	if (time_s > 0)
		fprintf(out, ",%d,", time_s);
	else
		fputs(",,", out);
	write_cell(out, rights);
	fputs("\r\n", out);
	if (time_s > 0 && time_s != q->time_s)
		losses_add(losses, q, LOSS_TIME);
	if (n < q->nchoices)
		losses_add(losses, q, LOSS_CHOICES);
}

void export_csv(FILE *out, const struct pack *p, struct diag *d)
{
	const unsigned lost = LOSS_ALL & ~(1u << LOSS_TIME | 1u << LOSS_LINES);
	struct losses losses = {.diag = d};
	int nlong = 0, first = 0;

	fputs("Question - max 120 characters,Answer 1 - max 75 characters,Answer 2 - max 75 "
	      "characters,Answer 3 - max 75 characters,Answer 4 - max 75 characters,\"Time limit "
	      "(sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs\",Correct answer(s) - choose at "
	      "least one\r\n",
	      out);
	losses_note_pack(&losses, p, false);
	for (int i = 0; i < p->nquestions; i++) {
		const struct question *q = &p->questions[i];

		if (losses_needs_picture(&losses, q))
			continue;
		if (q->nright + (q->nright < q->nchoices) > CHOICES) {
			losses_left_out(&losses, q,
					"its right answers and a wrong one are more than four");
			continue;
		}
		losses_note(&losses, q, lost);
		if (is_long(q) && nlong++ == 0)
			first = q->line;
		write_question(out, q, &losses);
	}
	losses_tell(&losses);
	if (nlong > 0)
		diag_add(
			d, SEVERITY_WARNING, "W754", (struct place){first, 1},
			"%d question%s longer than Kahoot takes (%d characters, %d an answer), and "
			"written whole",
			nlong, nlong == 1 ? " is" : "s are", ASK, CHOICE);
}
