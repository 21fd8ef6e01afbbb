/* Aiken: see importaiken.c. It holds one right answer, and nothing but the words. */
#include "convert.h"
#include "exportorder.h"
#include "losses.h"

static void write_line(FILE *out, const char *s)
{
	for (; *s; s++)
		fputc(*s == '\n' ? ' ' : *s, out);
	fputc('\n', out);
}

static void write_question(FILE *out, const struct question *q)
{
	const struct choice *choices[PACK_CHOICES];
	int right = 0;

	for (int i = 0; i < q->nchoices; i++)
		choices[i] = &q->choices[i];
	exportorder(q, choices, q->nchoices);
	write_line(out, q->ask.s);
	for (int i = 0; i < q->nchoices; i++) {
		fprintf(out, "%c. ", 'A' + i);
		write_line(out, choices[i]->text.s);
		right = choices[i]->right ? i : right;
	}
	fprintf(out, "ANSWER: %c\n\n", 'A' + right);
}

void export_aiken(FILE *out, const struct pack *p, struct diag *d)
{
	struct losses losses = {.diag = d};

	losses_note_pack(&losses, p, false);
	for (int i = 0; i < p->nquestions; i++) {
		const struct question *q = &p->questions[i];

		if (losses_needs_picture(&losses, q))
			continue;
		if (q->nright != 1) {
			losses_note(&losses, q, 1u << LOSS_PICK);
			losses_left_out(&losses, q, "it has several right answers");
			continue;
		}
		losses_note(&losses, q, LOSS_ALL);
		write_question(out, q);
	}
	losses_tell(&losses);
}
