#include "making.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "packkeys.h"
#include "utf8.h"

enum { TOPIC = INI_HEADER - 6 /* "topic " */ };

bool making_init(struct making *m, const struct ini_text *source)
{
	*m = (struct making){.source = source, .line = 1};
	m->pack = calloc(1, sizeof *m->pack);
	if (m->pack)
		m->pack->references = 1;
	return m->pack;
}

/* Lines are counted on from the last place, or back from it: the next one is most often near. */
struct textpos making_place(struct making *m, uint32_t at)
{
	const struct ini_text *t = m->source;
	uint32_t seen = m->line_seen;
	const char *p = t->s + (at < seen ? at : seen), *end = t->s + (at < seen ? seen : at);
	int n = 0;

	for (; p < end && (p = memchr(p, t->newline, (size_t)(end - p))); p++)
		n++;
	m->line += at < seen ? -n : n;
	m->line_seen = at;
	return (struct textpos){at, m->line};
}

static struct finding *say(struct making *m, const char *code, uint32_t at, const char *format,
			   va_list args)
{
	char message[600];

	vsnprintf(message, sizeof message, format, args);
	return ini_say(m->source, diag_severity(code), code, making_place(m, at), 0, "%s", message);
}

struct finding *making_say(struct making *m, const char *code, uint32_t at, const char *format, ...)
{
	struct finding *f;
	va_list args;

	va_start(args, format);
	f = say(m, code, at, format, args);
	va_end(args);
	return f;
}

struct finding *making_refuse(struct making *m, const char *code, uint32_t at, const char *format,
			      ...)
{
	struct finding *f;
	va_list args;

	if (m->refused)
		return &m->source->diag->spare;
	m->refused = true;
	va_start(args, format);
	f = say(m, code, at, format, args);
	va_end(args);
	return f;
}

/* Marks of direction are text: Arabic and Hebrew need them. */
static bool is_control(uint32_t code)
{
	return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7f && code < 0xa0) ||
	       code == 0xfeff;
}

/* One at the end of a text, in bytes. */
static size_t blank_before(const char *s, const char *end)
{
	if (end > s && strchr(" \t\n", end[-1]))
		return 1;
	return end - s > 1 && memcmp(end - 2, "\xc2\xa0", 2) == 0 ? 2 : 0;
}

const char *making_text(struct making *m, const char *s, size_t n)
{
	char *out = arena_take(&m->pack->arena, n + 1), *to = out;
	const char *end = s + n;
	uint32_t code;

	if (!out)
		return "";
	while (s < end) {
		int step = utf8_decode(s, (size_t)(end - s), &code);
		if (step == 0) {
			s++;
			continue;
		}
		if ((code == '\r' && (s + 1 == end || s[1] != '\n')) || code == 0x2028 ||
		    code == 0x2029)
			*to++ = '\n';
		else if (!is_control(code) && (to > out || (code != 0xa0 && !strchr(" \t\n", *s))))
			to = mempcpy(to, s, (size_t)step);
		s += step;
	}
	for (size_t blank; (blank = blank_before(out, to)) > 0;)
		to -= blank;
	*to = '\0';
	return out;
}

const char *making_html(struct making *m, const char *s, size_t n)
{
	char *plain = html_text(s, n, &m->html);
	const char *clean = making_text(m, plain ? plain : "", plain ? strlen(plain) : 0);

	free(plain);
	return clean;
}

void making_lost(struct making *m, const char *what)
{
	size_t n = strlen(m->lost);

	if (!strstr(m->lost, what))
		snprintf(m->lost + n, sizeof m->lost - n, "%s%s", n ? ", " : "", what);
}

static void tell_lost(struct making *m)
{
	char words[200];

	if (m->html.kinds & HTML_LOOK && m->nlook++ == 0)
		m->look_at = m->begun;
	if (m->html.kinds & ~(unsigned)HTML_LOOK)
		making_lost(m, html_lost_words(m->html.kinds & ~(unsigned)HTML_LOOK, words,
					       sizeof words));
	if (!*m->lost)
		return;
	if (*m->html.alt)
		making_say(m, "W714", m->begun, "this question comes along without %s (%s)",
			   m->lost, diag_quote(m->html.alt, strlen(m->html.alt)).s);
	else
		making_say(m, "W714", m->begun, "this question comes along without %s", m->lost);
}

void making_begin(struct making *m, uint32_t at)
{
	m->q = (struct question){.topic = m->topic,
				 .line = making_place(m, at).line,
				 .at = at,
				 .show = PACK_SHOWN,
				 .shuffle = SHUFFLE_YES,
				 .points = -1,
				 .time_s = -1};
	m->q.pick = UINT8_MAX; /* until it is known how many are right */
	m->begun = at;
	m->nchoices = 0;
	m->refused = false;
	m->html = (struct html_lost){0};
	m->lost[0] = '\0';
}

struct choice *making_choice(struct making *m, bool right, const char *s, size_t n)
{
	struct choice *c;

	if (m->nchoices == PACK_CHOICES)
		making_refuse(m, "E702", m->begun, "this question has more than %d choices",
			      PACK_CHOICES);
	else
		m->nchoices++;
	c = &m->choices[m->nchoices - 1];
	*c = (struct choice){.right = right};
	c->text.s = making_text(m, s, n);
	return c;
}

void making_statement(struct making *m, bool truth)
{
	m->q.statement = true;
	m->q.choices = pack_statement(truth);
	m->q.nchoices = 2;
	m->q.nright = 1;
	m->q.shuffle = SHUFFLE_NO;
}

static const char *one_line(struct making *m, const char *s, size_t n)
{
	const char *text = making_text(m, s, n);

	for (char *end = strchr(text, '\n'); end; end = strchr(end, '\n'))
		*end = ' ';
	return text;
}

void making_topic(struct making *m, uint32_t at, const char *name, size_t n)
{
	const char *s = one_line(m, name, n);
	struct text *topic;
	int length = utf8_length(s, strlen(s));

	if (m->topic && strcmp(m->topic->s, s) == 0)
		return;
	if (length > TOPIC) {
		making_say(m, "W714", at,
			   "a topic's name of %d characters cannot come along; at most %d fit",
			   length, TOPIC);
		s = "";
	} else if (strcspn(s, "]") < strcspn(s, "[") && strchr(s, '[')) { /* in its header */
		making_say(m, "W714", at, "a topic's name with ] before a [ cannot come along: %s",
			   diag_quote(s, strlen(s)).s);
		s = "";
	}
	m->topic = topic = *s ? arena_take(&m->pack->arena, sizeof *topic) : NULL;
	if (topic)
		topic->s = s;
}

/* One that is there already is not added again. */
static void add_line(struct making *m, const struct lines **list, const char *text, int most)
{
	struct lines *line;

	for (; *list && strcmp((*list)->text.s, text) != 0; most--)
		list = (const struct lines **)&(*list)->next;
	if (*list || !*text)
		return;
	if (most <= 0) {
		making_lost(m, "the tags beyond the 64th");
		return;
	}
	if (!(line = arena_take(&m->pack->arena, sizeof *line)))
		return;
	line->text.s = text;
	*list = line;
}

void making_tag(struct making *m, const char *s, size_t n)
{
	for (const char *end = s + n, *stop; s < end; s = stop + 1) {
		stop = memchr(s, ',', (size_t)(end - s));
		stop = stop ? stop : end;
		add_line(m, &m->q.tags, one_line(m, s, (size_t)(stop - s)), PACK_TAGS);
	}
}

void making_source(struct making *m, const char *s, size_t n)
{
	if (utf8_length(s, n) > key_rows[KEY_SOURCE].most)
		making_lost(m, "a source that is too long");
	else
		add_line(m, &m->q.source, making_text(m, s, n), INT32_MAX);
}

static bool grow(struct making *m)
{
	int room = m->room ? 2 * m->room : 64;
	struct question *more;

	if (m->pack->nquestions < m->room)
		return true;
	more = realloc(m->pack->questions, (size_t)room * sizeof *more);
	if (!more)
		return false;
	m->pack->questions = more;
	m->room = room;
	return true;
}

bool making_end(struct making *m)
{
	struct question *q = &m->q;
	struct choice *kept = NULL;

	making_check(m);
	if (!m->refused && !q->statement)
		kept = arena_take(&m->pack->arena, (size_t)m->nchoices * sizeof *kept);
	if (m->refused || (!q->statement && !kept) || !grow(m)) {
		m->nskipped++;
		return false;
	}
	if (kept) {
		memcpy(kept, m->choices, (size_t)m->nchoices * sizeof *kept);
		q->choices = kept;
		q->nchoices = m->nchoices;
	}
	q->id_given = q->id != NULL;
	if (q->pick == UINT8_MAX)
		q->pick = q->nright > 1 ? PICK_ALL : PICK_ONE;
	m->pack->questions[m->pack->nquestions++] = *q;
	tell_lost(m);
	return true;
}

struct pack *making_finish(struct making *m)
{
	struct pack *p = m->pack;
	struct question *kept;
	size_t bytes = (size_t)p->nquestions * sizeof *kept;

	kept = arena_take(&p->arena, bytes + 1);
	if (kept && p->nquestions > 0)
		memcpy(kept, p->questions, bytes);
	if (m->nlook > 0)
		making_say(
			m, "N723", m->look_at,
			"bold, italics or colour cannot come along: %d question%s, this one first",
			m->nlook, m->nlook == 1 ? "" : "s");
	making_forget(m);
	free(p->questions);
	p->questions = kept;
	p->nskipped = m->nskipped;
	m->pack = NULL;
	if (kept && p->nquestions > 0)
		return p;
	if (m->nskipped == 0)
		diag_add(m->source->diag, SEVERITY_ERROR, "E701", (struct place){0, 0},
			 "there is no question in this file");
	pack_drop(p);
	return NULL;
}
