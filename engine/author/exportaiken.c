/* Aiken: see importaiken.c. It holds one right answer, and nothing but the words. */
#include "convert.h"
#include "losses.h"

static void write_line(FILE *out, const char *s)
{
	for (; *s; s++)
		fputc(*s == '\n' ? ' ' : *s, out);
	fputc('\n', out);
}

void export_aiken(FILE *out, const struct pack *p, struct diag *d)
{
	struct losses losses = {.diag = d};
	int right = 0;

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
		write_line(out, q->ask.s);
		for (int k = 0; k < q->nchoices; k++) {
			fprintf(out, "%c. ", 'A' + k);
			write_line(out, q->choices[k].text.s);
			right = q->choices[k].right ? k : right;
		}
		fprintf(out, "ANSWER: %c\n\n", 'A' + right);
	}
	losses_tell(&losses);
}
