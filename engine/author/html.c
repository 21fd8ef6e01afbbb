#include "html.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "htmltags.h"

struct out {
	char *s;
	size_t n, room;
	bool failed;
};

static void put(struct out *o, const char *s, size_t n)
{
	if (o->n + n + 1 > o->room && !o->failed) {
		size_t room = 2 * (o->n + n + 32);
		char *more = realloc(o->s, room);
		o->failed = !more;
		if (more) {
			o->s = more;
			o->room = room;
		}
	}
	if (o->failed)
		return;
	memcpy(o->s + o->n, s, n);
	o->n += n;
	o->s[o->n] = '\0';
}

static void put_text(struct out *o, const char *s)
{
	put(o, s, strlen(s));
}

static char *finished(struct out *o)
{
	put(o, "", 0);
	if (o->failed) {
		free(o->s);
		return NULL;
	}
	return o->s;
}

enum { MARKS = 16, LISTS = 8, ADDRESS = 512 };

struct plain {
	struct out out;
	struct html_lost *lost;
	int skipped; /* tags open whose text is not shown */
	int pre;
	bool blank;     /* one is due */
	bool pre_first; /* a line end that follows <pre> at once is none */
	struct {
		const struct tag *tag;
		size_t from;
	} marks[MARKS]; /* open ones whose text is changed at their end */
	int nmarks;
	char address[ADDRESS]; /* of the link at hand */
	int numbers[LISTS];    /* of the lists that are open; -1: without numbers */
	int nlists;
};

static bool at_line_start(const struct plain *p)
{
	return p->out.n == 0 || p->out.s[p->out.n - 1] == '\n';
}

static void trim_line(struct out *o)
{
	for (; o->n > 0; o->s[o->n] = '\0')
		if (o->s[o->n - 1] == ' ')
			o->n--;
		else if (o->n > 1 && memcmp(o->s + o->n - 2, "\xc2\xa0", 2) == 0)
			o->n -= 2;
		else
			break;
}

/* most: 2 leaves an empty line between. */
static void end_line(struct plain *p, int most)
{
	size_t n;

	trim_line(&p->out);
	n = p->out.n;
	p->blank = false;
	if (n == 0 ||
	    (p->out.s[n - 1] == '\n' && (most == 1 || (n > 1 && p->out.s[n - 2] == '\n'))))
		return;
	put_text(&p->out, "\n");
}

static void put_blank(struct plain *p)
{
	if (p->blank && !at_line_start(p))
		put_text(&p->out, " ");
	p->blank = false;
}

static void on_text(void *ctx, const xmlChar *text, int n)
{
	struct plain *p = ctx;
	const char *s = (const char *)text;

	if (p->skipped)
		return;
	if (p->pre) {
		int first = p->pre_first && n > 0 && *s == '\n';
		p->pre_first = false;
		put(&p->out, s + first, (size_t)(n - first));
		return;
	}
	for (int i = 0, end; i < n; i = end) {
		for (end = i; end < n && !strchr(" \t\n\f", s[end]);)
			end++;
		if (end > i) {
			put_blank(p);
			put(&p->out, s + i, (size_t)(end - i));
		} else {
			p->blank = true;
			end++;
		}
	}
}

static const char *attribute(const xmlChar **attributes, const char *name)
{
	for (; attributes && attributes[0]; attributes += 2)
		if (strcasecmp((const char *)attributes[0], name) == 0 && attributes[1])
			return (const char *)attributes[1];
	return "";
}

static void note_picture(struct plain *p, const xmlChar **attributes)
{
	struct html_lost *l = p->lost;

	if (!(l->kinds & HTML_PICTURE)) {
		snprintf(l->picture, sizeof l->picture, "%s", attribute(attributes, "src"));
		snprintf(l->alt, sizeof l->alt, "%s", attribute(attributes, "alt"));
	}
	l->kinds |= HTML_PICTURE;
}

static void begin_item(struct plain *p)
{
	char number[16] = "- ";

	end_line(p, 1);
	if (p->nlists > 0 && p->nlists <= LISTS && p->numbers[p->nlists - 1] >= 0)
		snprintf(number, sizeof number, "%d. ", ++p->numbers[p->nlists - 1]);
	put_text(&p->out, number);
}

static void begin_list(struct plain *p, const struct tag *tag)
{
	end_line(p, 1);
	if (p->nlists++ < LISTS)
		p->numbers[p->nlists - 1] = tag->is == TAG_NUMBERED ? 0 : -1;
}

static void begin_mark(struct plain *p, const struct tag *tag)
{
	put_blank(p);
	if (p->nmarks < MARKS) {
		p->marks[p->nmarks].tag = tag;
		p->marks[p->nmarks++].from = p->out.n;
	}
}

/* A link that shows where it leads needs no address behind it. */
static void end_link(struct plain *p, size_t from)
{
	const char *shown = p->out.s + from, *bare = strstr(p->address, "://");
	size_t n = p->out.n - from, length;

	if (!*p->address || *p->address == '#')
		return;
	if (n == 0 || !bare || strncasecmp(p->address, "http", 4) != 0) {
		p->lost->kinds |= HTML_LINK;
		return;
	}
	length = strlen(bare += 3);
	length -= bare[length - (length > 0)] == '/';
	if (length > 0 && memmem(shown, n, bare, length))
		return;
	put_text(&p->out, " (");
	put_text(&p->out, p->address);
	put_text(&p->out, ")");
}

static void end_mark(struct plain *p, const struct tag *tag)
{
	char text[256];
	size_t from;

	if (p->nmarks == 0 || p->marks[p->nmarks - 1].tag != tag)
		return;
	from = p->marks[--p->nmarks].from;
	from = from < p->out.n ? from : p->out.n;
	if (tag->is == TAG_LINK) {
		end_link(p, from);
	} else if (p->out.n - from > 0 && p->out.n - from < sizeof text) {
		memcpy(text, p->out.s + from, p->out.n - from);
		text[p->out.n - from] = '\0';
		p->out.n = from;
		tags_script(tag->is == TAG_SUP, from > 0 ? p->out.s[from - 1] : ' ', text,
			    sizeof text);
		put_text(&p->out, text);
	}
}

static void on_start(void *ctx, const xmlChar *name, const xmlChar **attributes)
{
	struct plain *p = ctx;
	const struct tag *tag = tags_find((const char *)name, strlen((const char *)name));

	if (!tag || (p->skipped && !tag->hidden))
		return;
	p->lost->kinds |= tag->lost;
	p->skipped += tag->hidden;
	switch (tag->is) {
	case TAG_BREAK: end_line(p, 2); break;
	case TAG_BLOCK: end_line(p, 1); break;
	case TAG_ITEM: begin_item(p); break;
	case TAG_LISTED:
	case TAG_NUMBERED: begin_list(p, tag); break;
	case TAG_QUOTE:
		put_blank(p);
		put_text(&p->out, "“");
		break;
	case TAG_PRE:
		end_line(p, 1);
		p->pre++;
		p->pre_first = true;
		break;
	case TAG_CELL:
		trim_line(&p->out);
		put_text(&p->out, at_line_start(p) ? "" : " | ");
		p->blank = false;
		break;
	case TAG_PICTURE: note_picture(p, attributes); break;
	case TAG_LINK:
		snprintf(p->address, sizeof p->address, "%s", attribute(attributes, "href"));
		begin_mark(p, tag);
		break;
	case TAG_SUB:
	case TAG_SUP: begin_mark(p, tag); break;
	case TAG_PLAIN: break;
	}
}

static void on_end(void *ctx, const xmlChar *name)
{
	struct plain *p = ctx;
	const struct tag *tag = tags_find((const char *)name, strlen((const char *)name));

	if (!tag || (p->skipped && !tag->hidden))
		return;
	p->skipped -= tag->hidden;
	switch (tag->is) {
	case TAG_LISTED:
	case TAG_NUMBERED: p->nlists -= p->nlists > 0; /* fall through */
	case TAG_BLOCK:
	case TAG_ITEM: end_line(p, 1); break;
	case TAG_QUOTE: put_text(&p->out, "”"); break;
	case TAG_PRE:
		p->pre -= p->pre > 0;
		end_line(p, 1);
		break;
	case TAG_LINK:
	case TAG_SUB:
	case TAG_SUP: end_mark(p, tag); break;
	case TAG_BREAK:
	case TAG_CELL:
	case TAG_PICTURE:
	case TAG_PLAIN: break;
	}
}

static void read_markup(struct plain *p, const char *s)
{
	xmlSAXHandler sax = {.startElement = on_start,
			     .endElement = on_end,
			     .characters = on_text,
			     .ignorableWhitespace = on_text,
			     .cdataBlock = on_text};
	size_t n = strlen(s);
	htmlParserCtxtPtr ctxt =
		n > 0 && n < INT32_MAX ? htmlCreateMemoryParserCtxt(s, (int)n) : NULL;

	if (!ctxt) {
		p->out.failed = n > 0;
		return;
	}
	*ctxt->sax = sax;
	ctxt->userData = p;
	htmlCtxtUseOptions(ctxt, HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
					 HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
	xmlSwitchEncoding(ctxt, XML_CHAR_ENCODING_UTF8);
	htmlParseDocument(ctxt);
	htmlFreeParserCtxt(ctxt);
}

char *html_text(const char *s, size_t n, struct html_lost *lost)
{
	struct plain p = {.lost = lost};
	char *ready;

	if (!memchr(s, '<', n) && !memchr(s, '\n', n) && !memmem(s, n, "  ", 2))
		return html_entities(s, n);
	ready = html_prepare(s, n);
	if (!ready)
		return NULL;
	read_markup(&p, ready);
	free(ready);
	do {
		n = p.out.n;
		trim_line(&p.out);
		p.out.n -= p.out.n > 0 && p.out.s[p.out.n - 1] == '\n';
	} while (p.out.n < n);
	return finished(&p.out);
}

const char *html_lost_words(unsigned kinds, char *out, size_t room)
{
	static const char *const words[HTML_KINDS] = {"a picture",
						      "sound, film or a field",
						      "a link",
						      "the lines of a table",
						      "bold, italics or colour",
						      "a script"};
	size_t n = 0;

	*out = '\0';
	for (int i = 0; i < HTML_KINDS; i++)
		if (kinds >> i & 1 && n < room)
			n += (size_t)snprintf(out + n, room - n, "%s%s", n ? ", " : "", words[i]);
	return out;
}
