#include "htmltags.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "html.h"

static const struct tag tags[] = {
	{"p", TAG_BLOCK, 0, false},
	{"br", TAG_BREAK, 0, false},
	{"b", TAG_PLAIN, HTML_LOOK, false},
	{"strong", TAG_PLAIN, HTML_LOOK, false},
	{"i", TAG_PLAIN, HTML_LOOK, false},
	{"em", TAG_PLAIN, HTML_LOOK, false},
	{"span", TAG_PLAIN, 0, false},
	{"div", TAG_BLOCK, 0, false},
	{"sub", TAG_SUB, 0, false},
	{"sup", TAG_SUP, 0, false},
	{"img", TAG_PICTURE, 0, false},
	{"a", TAG_LINK, 0, false},
	{"li", TAG_ITEM, 0, false},
	{"ul", TAG_LISTED, 0, false},
	{"ol", TAG_NUMBERED, 0, false},
	{"menu", TAG_LISTED, 0, false},
	{"dir", TAG_LISTED, 0, false},
	{"dl", TAG_BLOCK, 0, false},
	{"dt", TAG_BLOCK, 0, false},
	{"dd", TAG_BLOCK, 0, false},
	{"pre", TAG_PRE, 0, false},
	{"code", TAG_PLAIN, 0, false},
	{"tt", TAG_PLAIN, 0, false},
	{"kbd", TAG_PLAIN, 0, false},
	{"samp", TAG_PLAIN, 0, false},
	{"var", TAG_PLAIN, 0, false},
	{"u", TAG_PLAIN, HTML_LOOK, false},
	{"s", TAG_PLAIN, HTML_LOOK, false},
	{"strike", TAG_PLAIN, HTML_LOOK, false},
	{"del", TAG_PLAIN, HTML_LOOK, false},
	{"ins", TAG_PLAIN, HTML_LOOK, false},
	{"mark", TAG_PLAIN, HTML_LOOK, false},
	{"font", TAG_PLAIN, HTML_LOOK, false},
	{"big", TAG_PLAIN, HTML_LOOK, false},
	{"small", TAG_PLAIN, HTML_LOOK, false},
	{"q", TAG_QUOTE, 0, false},
	{"cite", TAG_PLAIN, 0, false},
	{"abbr", TAG_PLAIN, 0, false},
	{"acronym", TAG_PLAIN, 0, false},
	{"dfn", TAG_PLAIN, 0, false},
	{"time", TAG_PLAIN, 0, false},
	{"data", TAG_PLAIN, 0, false},
	{"bdi", TAG_PLAIN, 0, false},
	{"bdo", TAG_PLAIN, 0, false},
	{"wbr", TAG_PLAIN, 0, false},
	{"nobr", TAG_PLAIN, 0, false},
	{"label", TAG_PLAIN, 0, false},
	{"ruby", TAG_PLAIN, 0, false},
	{"rb", TAG_PLAIN, 0, false},
	{"rt", TAG_PLAIN, 0, false},
	{"rp", TAG_PLAIN, 0, false},
	{"html", TAG_PLAIN, 0, false},
	{"body", TAG_BLOCK, 0, false},
	{"head", TAG_PLAIN, 0, false},
	{"title", TAG_PLAIN, 0, true},
	{"meta", TAG_PLAIN, 0, false},
	{"link", TAG_PLAIN, 0, false},
	{"base", TAG_PLAIN, 0, false},
	{"style", TAG_PLAIN, HTML_LOOK, true},
	{"script", TAG_PLAIN, HTML_SCRIPT, true},
	{"noscript", TAG_PLAIN, 0, false},
	{"template", TAG_PLAIN, 0, true},
	{"h1", TAG_BLOCK, 0, false},
	{"h2", TAG_BLOCK, 0, false},
	{"h3", TAG_BLOCK, 0, false},
	{"h4", TAG_BLOCK, 0, false},
	{"h5", TAG_BLOCK, 0, false},
	{"h6", TAG_BLOCK, 0, false},
	{"hr", TAG_BLOCK, 0, false},
	{"center", TAG_BLOCK, 0, false},
	{"blockquote", TAG_BLOCK, 0, false},
	{"address", TAG_BLOCK, 0, false},
	{"article", TAG_BLOCK, 0, false},
	{"aside", TAG_BLOCK, 0, false},
	{"details", TAG_BLOCK, 0, false},
	{"summary", TAG_BLOCK, 0, false},
	{"figure", TAG_BLOCK, 0, false},
	{"figcaption", TAG_BLOCK, 0, false},
	{"footer", TAG_BLOCK, 0, false},
	{"header", TAG_BLOCK, 0, false},
	{"main", TAG_BLOCK, 0, false},
	{"nav", TAG_BLOCK, 0, false},
	{"section", TAG_BLOCK, 0, false},
	{"form", TAG_BLOCK, 0, false},
	{"fieldset", TAG_BLOCK, 0, false},
	{"legend", TAG_BLOCK, 0, false},
	{"table", TAG_BLOCK, HTML_TABLE, false},
	{"caption", TAG_BLOCK, 0, false},
	{"thead", TAG_BLOCK, 0, false},
	{"tbody", TAG_BLOCK, 0, false},
	{"tfoot", TAG_BLOCK, 0, false},
	{"colgroup", TAG_PLAIN, 0, false},
	{"col", TAG_PLAIN, 0, false},
	{"tr", TAG_BLOCK, 0, false},
	{"td", TAG_CELL, 0, false},
	{"th", TAG_CELL, 0, false},
	{"svg", TAG_PLAIN, HTML_PICTURE, true},
	{"canvas", TAG_PLAIN, HTML_PICTURE, true},
	{"picture", TAG_PLAIN, 0, false},
	{"map", TAG_PLAIN, 0, false},
	{"area", TAG_PLAIN, 0, false},
	{"audio", TAG_PLAIN, HTML_MEDIA, true},
	{"video", TAG_PLAIN, HTML_MEDIA, true},
	{"source", TAG_PLAIN, 0, false},
	{"track", TAG_PLAIN, 0, false},
	{"iframe", TAG_PLAIN, HTML_MEDIA, true},
	{"object", TAG_PLAIN, HTML_MEDIA, true},
	{"embed", TAG_PLAIN, HTML_MEDIA, false},
	{"param", TAG_PLAIN, 0, false},
	{"applet", TAG_PLAIN, HTML_MEDIA, true},
	{"input", TAG_PLAIN, HTML_MEDIA, false},
	{"button", TAG_PLAIN, HTML_MEDIA, false},
	{"select", TAG_PLAIN, HTML_MEDIA, false},
	{"option", TAG_BLOCK, 0, false},
	{"textarea", TAG_PLAIN, HTML_MEDIA, false},
	{"math", TAG_PLAIN, HTML_LOOK, false},
	{"semantics", TAG_PLAIN, 0, false},
	{"annotation", TAG_PLAIN, 0, true},
	{"mi", TAG_PLAIN, 0, false},
	{"mo", TAG_PLAIN, 0, false},
	{"mn", TAG_PLAIN, 0, false},
	{"mtext", TAG_PLAIN, 0, false},
	{"mrow", TAG_PLAIN, 0, false},
	{"mfrac", TAG_PLAIN, 0, false},
	{"msqrt", TAG_PLAIN, 0, false},
	{"msup", TAG_PLAIN, 0, false},
	{"msub", TAG_PLAIN, 0, false},
	{"mstyle", TAG_PLAIN, 0, false},
};

const struct tag *tags_find(const char *name, size_t n)
{
	static const struct tag foreign = {"", TAG_PLAIN, 0, false};

	for (size_t i = 0; n > 0 && i < sizeof tags / sizeof *tags; i++)
		if (strncasecmp(tags[i].name, name, n) == 0 && !tags[i].name[n])
			return &tags[i];
	return n > 1 && isalpha((unsigned char)*name) && memchr(name, ':', n) ? &foreign : NULL;
}

/* Those that most fonts have, raised and lowered. */
static const struct {
	const char *plain, *raised, *lowered;
} scripts[] = {
	{"0", "⁰", "₀"}, {"1", "¹", "₁"}, {"2", "²", "₂"},  {"3", "³", "₃"},  {"4", "⁴", "₄"},
	{"5", "⁵", "₅"}, {"6", "⁶", "₆"}, {"7", "⁷", "₇"},  {"8", "⁸", "₈"},  {"9", "⁹", "₉"},
	{"+", "⁺", "₊"}, {"-", "⁻", "₋"}, {"−", "⁻", "₋"},  {"–", "⁻", "₋"},  {"=", "⁼", "₌"},
	{"(", "⁽", "₍"}, {")", "⁾", "₎"}, {"n", "ⁿ", NULL}, {"i", "ⁱ", NULL},
};

static bool by_unicode(bool raised, const char *text, char *out, size_t room)
{
	size_t n = 0, k;

	while (*text && n + 4 < room) {
		for (k = 0; k < sizeof scripts / sizeof *scripts; k++)
			if (strncmp(text, scripts[k].plain, strlen(scripts[k].plain)) == 0)
				break;
		if (k == sizeof scripts / sizeof *scripts || (!raised && !scripts[k].lowered))
			return false;
		text += strlen(scripts[k].plain);
		n += (size_t)snprintf(out + n, room - n, "%s",
				      raised ? scripts[k].raised : scripts[k].lowered);
	}
	return !*text;
}

/* 1st, 2nd, and the like in other languages. */
static bool is_ordinal(char before, const char *text)
{
	size_t n = strlen(text);

	if (!isdigit((unsigned char)before) || n < 2 || n > 4)
		return false;
	while (isalpha((unsigned char)*text))
		text++;
	return !*text;
}

void tags_script(bool raised, char before, char *text, size_t room)
{
	char out[512];
	bool bare = true;

	if (raised && is_ordinal(before, text))
		return;
	for (const char *s = text; *s; s++)
		bare = bare && isalnum((unsigned char)*s);
	if (!by_unicode(raised, text, out, sizeof out)) {
		bare = bare && (!raised || strlen(text) == 1);
		snprintf(out, sizeof out, bare ? "%c%s" : "%c(%s)", raised ? '^' : '_', text);
	}
	if (strlen(out) < room)
		strcpy(text, out);
}
