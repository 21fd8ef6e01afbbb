#include "moodlexml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <libxml/parser.h>

#include "htmltags.h"

static bool begins(const char *s, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - s) >= n && memcmp(s, word, n) == 0;
}

/* Behind a comment or a CDATA; one that is not closed before another is opened is none. */
static const char *skip_quoted(const char *s, const char *end)
{
	const char *open = begins(s, end, "<!--")        ? "<!--"
			   : begins(s, end, "<![CDATA[") ? "<![CDATA["
							 : NULL;
	const char *next, *close;

	if (!open)
		return s;
	next = memmem(s + 1, (size_t)(end - s - 1), open, strlen(open));
	next = next ? next : end;
	close = memmem(s, (size_t)(next - s), *(open + 2) == '-' ? "-->" : "]]>", 3);
	return close ? close + 3 : s;
}

/* From `from` on: the next tag that begins with one of two words; `end`: there is none. */
static const char *find_tag(const char *from, const char *end, const char *word, const char * or)
{
	const char *s = from;

	while ((s = memchr(s, '<', (size_t)(end - s)))) {
		const char *behind = skip_quoted(s, end);
		if (begins(s, end, word) || (or &&begins(s, end, or)))
			return s;
		s = behind > s ? behind : s + 1;
	}
	return end;
}

static bool is_tag(const char *s, const char *end)
{
	s += strlen("<question");
	return s < end && strchr(" \t\r\n>", *s);
}

bool moodlexml_next(struct moodlexml *x)
{
	const struct ini_text *t = x->text;
	const char *end = t->s + t->n, *s = t->s + x->end, *close;

	while ((s = find_tag(s, end, "<question", NULL)) < end && !is_tag(s, end))
		s++;
	if (s == end)
		return false;
	close = s + 1;
	while ((close = find_tag(close, end, "</question>", "<question")) < end &&
	       close[1] != '/' && !is_tag(close, end))
		close++;
	x->at = (size_t)(s - t->s);
	x->end = (size_t)(close - t->s) + (begins(close, end, "</") ? strlen("</question>") : 0);
	return true;
}

static void on_error(void *ctx, xmlErrorPtr e)
{
	struct moodlexml *x = ctx;

	if (x->error_line == 0 && e->level >= XML_ERR_ERROR)
		x->error_line = e->line > 0 ? e->line : 1;
}

/* An entity of XML's own stays, one of HTML's becomes its character, and any other & is text. */
static size_t put_entity(FILE *out, const char *s, size_t n)
{
	static const char *const own[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&apos;"};
	uint32_t code;
	size_t bytes;

	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (begins(s, s + n, own[i])) {
			fputs(own[i], out);
			return strlen(own[i]);
		}
	bytes = html_entity(s, n, &code);
	if (bytes == 0)
		fputs("&amp;", out);
	else if (code == '<' || code == '>' || code == '&')
		fprintf(out, "&#%u;", (unsigned)code);
	else
		html_put(out, code);
	return bytes > 0 ? bytes : 1;
}

/* The question at hand without entities that XML does not know; to be freed. */
static char *prepare(const struct moodlexml *x, size_t *n)
{
	const char *s = x->text->s + x->at, *end = x->text->s + x->end, *behind;
	char *ready = NULL;
	FILE *out = open_memstream(&ready, n);

	for (; out && s < end; s = behind) {
		behind = *s == '<' ? skip_quoted(s, end) : s;
		if (behind > s)
			fwrite(s, 1, (size_t)(behind - s), out);
		else if (*s == '&')
			behind = s + put_entity(out, s, (size_t)(end - s));
		else
			fputc(*behind++, out);
	}
	if (out)
		fclose(out);
	return ready;
}

xmlDoc *moodlexml_parse(struct moodlexml *x)
{
	size_t n;
	char *ready = prepare(x, &n);
	xmlDoc *doc = NULL;

	x->error_line = 0;
	xmlSetStructuredErrorFunc(x, on_error);
	if (ready)
		doc = xmlReadMemory(ready, (int)n, NULL, "UTF-8",
				    XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_BIG_LINES);
	xmlSetStructuredErrorFunc(NULL, NULL);
	free(ready);
	return doc;
}

uint32_t moodlexml_line(const struct moodlexml *x, long line)
{
	const char *end = x->text->s + x->end, *s = x->text->s + x->at, *next;

	while (--line > 0 && (next = memchr(s, '\n', (size_t)(end - s))))
		s = next + 1;
	while (s < end && ini_blank(*s))
		s++;
	return (uint32_t)(s - x->text->s);
}

xmlNode *moodlexml_child(const xmlNode *node, const char *name)
{
	for (xmlNode *c = node ? node->children : NULL; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && strcmp((const char *)c->name, name) == 0)
			return c;
	return NULL;
}

xmlNode *moodlexml_next_child(const xmlNode *node, const char *name)
{
	for (xmlNode *c = node->next; c; c = c->next)
		if (c->type == XML_ELEMENT_NODE && strcmp((const char *)c->name, name) == 0)
			return c;
	return NULL;
}

static void put_content(FILE *out, const xmlNode *node)
{
	for (const xmlNode *c = node->children; c; c = c->next)
		if (c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE)
			fputs(c->content ? (const char *)c->content : "", out);
		else if (c->type == XML_ELEMENT_NODE) /* HTML without a CDATA around it */
			put_content(out, c);
}

char *moodlexml_content(const xmlNode *node)
{
	char *s = NULL;
	size_t n;
	FILE *out = open_memstream(&s, &n);

	if (out) {
		if (node)
			put_content(out, node);
		fclose(out);
	}
	return s ? s : strdup("");
}

void moodlexml_attribute(const xmlNode *node, const char *name, char *out, size_t room)
{
	*out = '\0';
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0 && a->children &&
		    a->children->type == XML_TEXT_NODE && a->children->content)
			snprintf(out, room, "%s", (const char *)a->children->content);
}

bool moodlexml_is_word(const xmlNode *node, const char *word)
{
	char *s = moodlexml_content(node);
	const char *from = s + strspn(s, " \t\r\n");
	bool is = strncasecmp(from, word, strlen(word)) == 0 &&
		  !from[strlen(word) + strspn(from + strlen(word), " \t\r\n")];

	free(s);
	return is;
}
