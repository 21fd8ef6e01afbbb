/*
 * Open Trivia DB (opentdb.com/api_config.php): {"response_code": 0, "results": [question, ...]},
 * several such answers one after the other, or a list alone. Its four encodings are told apart
 * question by question: HTML entities, RFC 3986 and the older %XX with '+', Base64.
 *
 * Each question is handed to json-c by itself, so that its place is known and a broken one costs
 * nobody else.
 */
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <json.h>

#include "convert.h"
#include "utf8.h"

enum encoding { BY_HTML, BY_URL, BY_BASE64 };

struct opentdb {
	struct making *m;
	const char *s;
	size_t n;
	struct json_tokener *tokener;
	enum encoding encoding; /* of the last question */
};

static int hex(char c)
{
	return isdigit((unsigned char)c) ? c - '0' : tolower((unsigned char)c) - 'a' + 10;
}

static size_t from_url(const char *s, char *out)
{
	char *to = out;

	for (; *s; s++)
		if (*s == '%' && isxdigit((unsigned char)s[1]) && isxdigit((unsigned char)s[2])) {
			*to++ = (char)(hex(s[1]) << 4 | hex(s[2]));
			s += 2;
		} else {
			*to++ = *s == '+' ? ' ' : *s;
		}
	return (size_t)(to - out);
}

static size_t from_base64(const char *s, char *out)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	uint32_t bits = 0;
	int nbits = 0;
	char *to = out;

	for (const char *digit; *s && (digit = strchr(digits, *s)); s++) {
		bits = (bits << 6 | (uint32_t)(digit - digits)) & 0xffff;
		nbits += 6;
		if (nbits >= 8)
			*to++ = (char)(bits >> (nbits -= 8));
	}
	return (size_t)(to - out);
}

/* A copy as it is meant, in the pack's memory. */
static const char *decoded(struct opentdb *o, const char *s)
{
	char *plain = o->encoding == BY_HTML ? html_entities(s, strlen(s)) : malloc(strlen(s) + 1);
	const char *clean;
	size_t n;

	if (!plain)
		return "";
	n = o->encoding == BY_URL      ? from_url(s, plain)
	    : o->encoding == BY_BASE64 ? from_base64(s, plain)
				       : strlen(plain);
	if (utf8_bad(plain, n) < n)
		making_refuse(o->m, "E704", o->m->begun,
			      "this question cannot come along: a text of it is no UTF-8");
	clean = making_text(o->m, plain, n);
	free(plain);
	return clean;
}

static const char *field(struct json_object *q, const char *name)
{
	struct json_object *value;

	return json_object_object_get_ex(q, name, &value) && value ? json_object_get_string(value)
								   : NULL;
}

static bool is_one_of(const char *s, const char *const words[])
{
	while (s && *words && strcmp(s, *words) != 0)
		words++;
	return s && *words;
}

static bool has_percent(const char *s)
{
	s = s ? strchr(s, '%') : NULL;
	return s && isxdigit((unsigned char)s[1]) && isxdigit((unsigned char)s[2]);
}

static bool has_blank(const char *s)
{
	return s && strchr(s, ' ');
}

/* Who has written one question by %XX writes the others so, also those that need none. */
static enum encoding encoding_of(const struct opentdb *o, struct json_object *q)
{
	static const char *const types[] = {"bXVsdGlwbGU=", "Ym9vbGVhbg==", NULL};
	const char *ask = field(q, "question"), *topic = field(q, "category");

	if (is_one_of(field(q, "type"), types))
		return BY_BASE64;
	if (has_blank(ask) || has_blank(topic))
		return BY_HTML;
	return has_percent(ask) || has_percent(topic) || o->encoding == BY_URL ? BY_URL : BY_HTML;
}

static const char *text(struct opentdb *o, struct json_object *q, const char *name)
{
	const char *s = field(q, name);

	if (!s)
		making_refuse(o->m, "E704", o->m->begun,
			      "this question cannot come along: it has no \"%s\"", name);
	return s ? decoded(o, s) : "";
}

static bool is_judged(const char *a, const char *b)
{
	return (strcasecmp(a, "true") == 0 && strcasecmp(b, "false") == 0) ||
	       (strcasecmp(a, "false") == 0 && strcasecmp(b, "true") == 0);
}

static void take_answers(struct opentdb *o, struct json_object *q)
{
	const char *right = text(o, q, "correct_answer"), *wrong;
	struct json_object *list;
	size_t n;

	if (!json_object_object_get_ex(q, "incorrect_answers", &list) ||
	    !json_object_is_type(list, json_type_array)) {
		making_refuse(o->m, "E704", o->m->begun,
			      "this question cannot come along: it has no list of "
			      "\"incorrect_answers\"");
		return;
	}
	n = json_object_array_length(list);
	making_choice(o->m, true, right, strlen(right));
	for (size_t i = 0; i < n; i++) {
		const char *s = json_object_get_string(json_object_array_get_idx(list, i));
		wrong = decoded(o, s ? s : "");
		if (n == 1 && is_judged(right, wrong))
			making_statement(o->m, strcasecmp(right, "true") == 0);
		making_choice(o->m, false, wrong, strlen(wrong));
	}
}

static void take_level(struct opentdb *o, struct json_object *q)
{
	static const char *const words[] = {"easy", "medium", "hard"};
	const char *level = field(q, "difficulty");

	if (!level)
		return;
	level = decoded(o, level);
	for (int i = 0; i < 3; i++)
		if (strcasecmp(level, words[i]) == 0)
			o->m->q.level = (uint8_t)(1 + 2 * i);
	if (*level && o->m->q.level == 0)
		making_lost(o->m, "its difficulty, which is none of easy, medium and hard");
}

/* A question with all that the Open Trivia DB gives is taken for one of theirs. */
static void take_question(struct opentdb *o, struct json_object *q, size_t at)
{
	enum { KNOWN = 6 };
	static const char source[] = "Open Trivia Database, https://opentdb.com";
	static const char *const known[KNOWN + 1] = {
		"type",           "difficulty",        "category", "question",
		"correct_answer", "incorrect_answers", NULL};
	const char *topic = field(q, "category");
	struct making *m = o->m;
	int nknown = 0;

	o->encoding = encoding_of(o, q);
	topic = topic ? decoded(o, topic) : "";
	making_topic(m, (uint32_t)at, topic, strlen(topic));
	making_begin(m, (uint32_t)at);
	m->q.ask.s = text(o, q, "question");
	take_answers(o, q);
	take_level(o, q);
	json_object_object_foreach(q, key, value)
	{
		(void)value;
		nknown += is_one_of(key, known);
		if (!is_one_of(key, known))
			making_lost(m, diag_quote(key, strlen(key)).s);
	}
	if (nknown == KNOWN)
		making_source(m, source, sizeof source - 1);
	if (making_end(m) && nknown == KNOWN)
		m->pack->licence = "CC BY-SA 4.0";
}

/* What stands at `at` cannot be read; where to go on. */
static size_t skip(struct opentdb *o, size_t begun, size_t at, const char *why)
{
	const char *next;

	making_begin(o->m, (uint32_t)begun);
	making_refuse(o->m, "E704", (uint32_t)(at < o->n ? at : begun),
		      "this question cannot come along: %s", why)
		->help = "look for a quote, a comma or a bracket that is missing";
	making_end(o->m);
	next = at < o->n ? memchr(o->s + at, '{', o->n - at) : NULL;
	return next ? (size_t)(next - o->s) : o->n;
}

static size_t take_element(struct opentdb *o, size_t at)
{
	size_t room = o->n - at, end;
	struct json_object *q;
	enum json_tokener_error error;

	json_tokener_reset(o->tokener);
	q = json_tokener_parse_ex(o->tokener, o->s + at, room < INT_MAX ? (int)room : INT_MAX);
	error = json_tokener_get_error(o->tokener);
	end = at + json_tokener_get_parse_end(o->tokener);
	if (error == json_tokener_continue)
		return skip(o, at, o->n, "the file ends within it");
	if (!q)
		return skip(o, at, end > at ? end : at + 1, "its JSON is broken here");
	take_question(o, q, at);
	json_object_put(q);
	return end;
}

/* The questions of a list, from behind its '['; where it ends. */
static size_t take_list(struct opentdb *o, size_t at)
{
	while (at < o->n && o->s[at] != ']')
		if (o->s[at] == '{')
			at = take_element(o, at);
		else if (isspace((unsigned char)o->s[at]) || o->s[at] == ',')
			at++;
		else
			at = skip(o, at, at, "it does not begin with a {");
	return at;
}

/* The next '[' that is not in a text. */
static size_t find_list(const struct opentdb *o, size_t at)
{
	bool quoted = false;

	for (; at < o->n; at++)
		if (o->s[at] == '"')
			quoted = !quoted;
		else if (quoted && o->s[at] == '\\')
			at++;
		else if (!quoted && o->s[at] == '[')
			break;
	return at;
}

void import_opentdb(struct making *m)
{
	struct opentdb o = {m, m->source->s, m->source->n, json_tokener_new(), BY_HTML};

	if (!o.tokener)
		return;
	for (size_t at = find_list(&o, 0); at < o.n; at = find_list(&o, at + 1))
		at = take_list(&o, at + 1);
	json_tokener_free(o.tokener);
}
