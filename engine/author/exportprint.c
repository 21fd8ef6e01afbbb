/*
 * A sheet to print, one HTML file with nothing outside of it: the questions with boxes to tick, and
 * the key on a page of its own. Made for A4 and Letter alike: the paper is the printer's.
 */
#include <stdlib.h>
#include <string.h>

#include "convert.h"
#include "losses.h"
#include "packwrite.h"
#include "print.h"
#include "utf8.h"

enum { SHORT = 28 /* characters: two such choices stand side by side */ };

static const char style[] =
	"@page{margin:17mm 16mm 19mm;@bottom-center{content:counter(page);font:9pt serif}}\n"
	"*{box-sizing:border-box}\n"
	"body{font:11pt/1.42 Charter,'Bitstream "
	"Charter',Cambria,Georgia,serif;color:#111;margin:0}\n"
	"h1{font-size:19pt;line-height:1.2;margin:0 0 1mm;text-wrap:balance}\n"
	"h2{font-size:12.5pt;margin:7mm 0 2.5mm;padding-bottom:.8mm;border-bottom:.3mm solid #999;"
	"break-after:avoid}\n"
	".about,.who{margin:0;color:#444;font-size:9.5pt}\n"
	".fill{display:flex;gap:7mm;margin:6mm 0 7mm;font-size:10pt}\n"
	".fill span{flex:1;display:flex;gap:2mm;align-items:flex-end}\n"
	".fill span:first-child{flex:2}\n"
	".fill i{flex:1;border-bottom:.3mm solid #555;height:6mm}\n"
	".question,.entry{display:grid;grid-template-columns:9mm 1fr;break-inside:avoid;margin:0 0 "
	"5.5mm}\n"
	".number{font-weight:bold;font-variant-numeric:tabular-nums}\n"
	".text{white-space:pre-wrap;overflow-wrap:anywhere}\n"
	".mono{font-family:'DejaVu Sans Mono',Consolas,Menlo,monospace;font-size:.9em}\n"
	".ask{margin:0 0 2mm;font-weight:600}\n"
	".note{margin:0 0 1.5mm;font-size:9.5pt;font-style:italic;color:#444}\n"
	".choices{list-style:none;margin:0;padding:0;display:grid;gap:1.6mm 6mm}\n"
	".two{grid-template-columns:1fr 1fr}\n"
	".choices li{display:grid;grid-template-columns:4.2mm 5mm "
	"1fr;column-gap:1.6mm;break-inside:avoid}\n"
	".box{width:3.8mm;height:3.8mm;border:.35mm solid "
	"#222;border-radius:.5mm;margin-top:.75mm}\n"
	".letter{color:#555}\n"
	"figure{margin:0 0 2.5mm}\n"
	"figure img{display:block;max-width:100%;max-height:75mm;border-radius:1mm}\n"
	".choices img{display:block;max-width:100%;max-height:32mm}\n"
	"figcaption,.lost{font-size:8.5pt;color:#555}\n"
	".key{break-before:page}\n"
	".key .entry{margin-bottom:3mm}\n"
	".key h1{margin-bottom:6mm}\n"
	".key p{margin:0 0 .6mm}\n"
	".why,.because{font-size:10pt}\n"
	".source{font-size:8.5pt;color:#555}\n"
	"@media screen{body{max-width:190mm;margin:8mm auto;padding:12mm 14mm;background:#fff;"
	"box-shadow:0 1mm 6mm #0003}html{background:#eceae6}}\n"
	"@media screen and (max-width:600px){.two{grid-template-columns:1fr}body{padding:5mm}}\n";

struct sheet {
	FILE *out;
	const struct pack *pack;
	const struct print_words *words;
	struct losses *losses;
};

static void put(FILE *out, const char *s)
{
	for (; *s; s++)
		switch (*s) {
		case '&': fputs("&amp;", out); break;
		case '<': fputs("&lt;", out); break;
		case '>': fputs("&gt;", out); break;
		case '"': fputs("&quot;", out); break;
		default: fputc(*s, out);
		}
}

/* Blanks side by side are code or a table. */
static void put_text(FILE *out, const char *tag, const char *kind, const char *s)
{
	fprintf(out, "<%s class=\"text%s%s%s\" dir=\"auto\">", tag, *kind ? " " : "", kind,
		strstr(s, "  ") ? " mono" : "");
	put(out, s);
	fprintf(out, "</%s>", tag);
}

/* Where a picture cannot be read, its words stand in its place. */
static void put_picture(struct sheet *sheet, const struct question *q, const char *path,
			const struct text *alt)
{
	char *data = NULL;
	size_t n;
	FILE *memory = open_memstream(&data, &n);
	bool good = memory && print_picture(memory, sheet->pack, path);

	if (memory)
		fclose(memory);
	if (good) {
		fprintf(sheet->out, "<img src=\"%s\" alt=\"", data);
		put(sheet->out, alt->s ? alt->s : "");
		fputs("\">", sheet->out);
	} else {
		losses_add(sheet->losses, q, LOSS_PICTURE);
		put_text(sheet->out, "span", "lost", alt->s ? alt->s : path);
	}
	free(data);
}

static void put_media(struct sheet *sheet, const struct question *q)
{
	if (!q->image && !(q->audio && q->alt.s))
		return;
	fputs("<figure>", sheet->out);
	if (q->image)
		put_picture(sheet, q, q->image, &q->alt);
	if (q->audio && q->alt.s)
		put_text(sheet->out, "p", "note", q->alt.s);
	if (q->credit.s)
		put_text(sheet->out, "figcaption", "", q->credit.s);
	fputs("</figure>\n", sheet->out);
}

static bool are_short(const struct choice *const *dealt, int n)
{
	for (int i = 0; i < n; i++) {
		const char *s = dealt[i]->text.s;
		if (s && (strchr(s, '\n') || utf8_length(s, strlen(s)) > SHORT))
			return false;
	}
	return true;
}

static const char *text_of(const struct sheet *sheet, const struct question *q,
			   const struct choice *c)
{
	if (q->statement)
		return c == q->choices ? sheet->words->right : sheet->words->wrong;
	return c->text.s;
}

static void put_choices(struct sheet *sheet, const struct question *q)
{
	const struct choice *dealt[PACK_SHOWN];
	int n = print_deal(q, dealt);

	fprintf(sheet->out, "<ul class=\"choices%s\">\n", are_short(dealt, n) ? " two" : "");
	for (int i = 0; i < n; i++) {
		const char *s = text_of(sheet, q, dealt[i]);
		fprintf(sheet->out,
			"<li><span class=\"box\"></span><span class=\"letter\">%c</span><div>",
			'A' + i);
		if (s)
			put_text(sheet->out, "span", "", s);
		if (!q->statement && dealt[i]->image)
			put_picture(sheet, q, dealt[i]->image, &dealt[i]->alt);
		fputs("</div></li>\n", sheet->out);
	}
	fputs("</ul>\n", sheet->out);
}

static void put_topic(struct sheet *sheet, const struct question *q, const struct text **topic)
{
	if (q->topic && (!*topic || strcmp((*topic)->s, q->topic->s) != 0))
		put_text(sheet->out, "h2", "", q->topic->s);
	*topic = q->topic;
}

static void put_question(struct sheet *sheet, const struct question *q, int number)
{
	FILE *out = sheet->out;

	fprintf(out, "<section class=\"question\"><span class=\"number\">%d</span><div>\n", number);
	put_text(out, "p", "ask", q->ask.s);
	if (q->points >= 0)
		fprintf(out, "<p class=\"note\">%s: %d</p>", sheet->words->points, q->points);
	put_media(sheet, q);
	if (q->nright > 1 && q->pick == PICK_ALL)
		put_text(out, "p", "note", sheet->words->several);
	put_choices(sheet, q);
	fputs("</div></section>\n", out);
}

static void put_answers(struct sheet *sheet, const struct question *q)
{
	const struct choice *dealt[PACK_SHOWN];
	int n = print_deal(q, dealt), nright = 0;
	FILE *out = sheet->out;

	fputs("<p class=\"answer\">", out);
	for (int i = 0; i < n; i++) {
		const char *s = text_of(sheet, q, dealt[i]);
		if (!dealt[i]->right)
			continue;
		if (nright++ > 0)
			fprintf(out, q->pick == PICK_ANY ? " %s " : "; ", sheet->words->or_);
		fprintf(out, "<b>%c</b> – ", 'A' + i);
		put_text(out, "span", "", s ? s : dealt[i]->alt.s ? dealt[i]->alt.s : "");
	}
	fputs("</p>\n", out);
	if (q->why.s)
		put_text(out, "p", "why", q->why.s);
	for (int i = 0; i < n && !q->statement; i++)
		if (dealt[i]->because.s) {
			fprintf(out, "<p class=\"because\"><b>%c</b> – ", 'A' + i);
			put_text(out, "span", "", dealt[i]->because.s);
			fputs("</p>\n", out);
		}
}

static void put_sources(struct sheet *sheet, const struct lines *l)
{
	for (; l; l = l->next) {
		fprintf(sheet->out, "<p class=\"source\">%s: ", sheet->words->source);
		put_text(sheet->out, "span", "", l->text.s);
		fputs("</p>\n", sheet->out);
	}
}

/* What all questions have is said once, at the end. */
static void put_key(struct sheet *sheet)
{
	const struct lines *shared = packwrite_shared_source(sheet->pack);
	FILE *out = sheet->out;

	fprintf(out, "<section class=\"key\"><h1>%s</h1>\n", sheet->words->answers);
	for (int i = 0; i < sheet->pack->nquestions; i++) {
		const struct question *q = &sheet->pack->questions[i];
		fprintf(out, "<section class=\"entry\"><span class=\"number\">%d</span><div>\n",
			i + 1);
		put_answers(sheet, q);
		if (!shared)
			put_sources(sheet, q->source);
		fputs("</div></section>\n", out);
	}
	put_sources(sheet, shared);
	fputs("</section>\n", out);
}

static void put_head(struct sheet *sheet)
{
	const struct pack *p = sheet->pack;
	const char *title = p->title.s ? p->title.s : "";
	FILE *out = sheet->out;

	fputs("<!DOCTYPE html>\n<html lang=\"", out);
	put(out, p->language ? p->language : "en");
	fprintf(out, "\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
		print_is_right_to_left(p->language) ? "rtl" : "ltr");
	fputs("<meta name=\"viewport\" content=\"width=device-width\">\n<title>", out);
	put(out, title);
	fprintf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<header>\n", style);
	put_text(out, "h1", "", title);
	if (p->about.s)
		put_text(out, "p", "about", p->about.s);
	fputs("<p class=\"who\">", out);
	for (const struct lines *l = p->author; l; l = l->next) {
		put(out, l->text.s);
		fputs(l->next ? ", " : p->licence ? " · " : "", out);
	}
	put(out, p->licence ? p->licence : "");
	fprintf(out,
		"</p>\n<div class=\"fill\"><span>%s<i></i></span><span>%s<i></i></span>"
		"<span>%s<i></i>/ %d</span></div>\n</header>\n",
		sheet->words->name, sheet->words->date, sheet->words->points, p->nquestions);
}

void export_print(FILE *out, const struct pack *p, struct diag *d)
{
	const unsigned lost = 1u << LOSS_HINT | 1u << LOSS_TAGS | 1u << LOSS_LEVEL |
			      1u << LOSS_TIME | 1u << LOSS_SOUND | 1u << LOSS_POOL |
			      1u << LOSS_TRANSLATIONS | 1u << LOSS_ID | 1u << LOSS_IGNORE;
	struct losses losses = {.diag = d};
	struct sheet sheet = {out, p, print_words(p->language), &losses};
	const struct text *topic = NULL;

	put_head(&sheet);
	fputs("<main>\n", out);
	for (int i = 0; i < p->nquestions; i++) {
		losses_note(&losses, &p->questions[i], lost);
		put_topic(&sheet, &p->questions[i], &topic);
		put_question(&sheet, &p->questions[i], i + 1);
	}
	fputs("</main>\n", out);
	put_key(&sheet);
	fputs("</body>\n</html>\n", out);
	losses_tell(&losses);
}
