/*
 * Moodle's XML (docs.moodle.org/en/Moodle_XML_format). libxml2 reads it question by question, so
 * that a broken one costs nobody else; the file's own entities are never seen, nothing is fetched.
 * Of its kinds of questions, multichoice and truefalse have a counterpart here; what is to be
 * matched, and gaps with something to choose from, make a question each.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "convert.h"
#include "feedback.h"
#include "moodle.h"
#include "moodlegaps.h"
#include "moodlexml.h"
#include "packkeys.h"
#include "pairs.h"

struct moodle {
	struct making *m;
	struct moodlexml xml;
	bool graded;           /* some question is worth more or less than 1 */
	uint64_t general_said; /* of the general words for right and wrong that were last told */
};

/* ---- texts ---- */

/* Moodle's own format: HTML in which line ends count. */
static const char *with_lines(struct making *m, const char *s)
{
	char *html = NULL;
	const char *plain;
	size_t n;
	FILE *out = open_memstream(&html, &n);

	for (; out && *s; s++)
		if (*s == '\n')
			fputs("<br>", out);
		else
			fputc(*s, out);
	if (out)
		fclose(out);
	plain = making_html(m, html ? html : "", html ? n : 0);
	free(html);
	return plain;
}

/* The <text> of an element, by its format; "" where there is none. */
static const char *text_of(struct moodle *x, const xmlNode *node)
{
	const xmlNode *text = moodlexml_child(node, "text");
	struct making *m = x->m;
	const char *plain;
	char format[32], *s;

	if (!node)
		return "";
	moodlexml_attribute(node, "format", format, sizeof format);
	s = moodlexml_content(text ? text : node);
	if (strcmp(format, "plain_text") == 0 || strcmp(format, "markdown") == 0)
		plain = making_text(m, s, strlen(s));
	else if (strcmp(format, "moodle_auto_format") == 0)
		plain = with_lines(m, s);
	else
		plain = making_html(m, s, strlen(s));
	free(s);
	if (moodlexml_child(node, "file") && !m->html.kinds)
		making_lost(m, "a file");
	return plain;
}

static bool is_usual(const char *s)
{
	static const char *const usual[] = {"",
					    "Your answer is correct.",
					    "Your answer is partially correct.",
					    "Your answer is incorrect.",
					    "Correct",
					    "Incorrect",
					    "Die Antwort ist richtig.",
					    "Die Antwort ist teilweise richtig.",
					    "Die Antwort ist falsch.",
					    "Votre réponse est correcte.",
					    "Votre réponse est partiellement correcte.",
					    "Votre réponse est incorrecte.",
					    "Respuesta correcta",
					    "Respuesta parcialmente correcta.",
					    "Respuesta incorrecta."};

	for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
		if (strcmp(s, usual[i]) == 0)
			return true;
	return false;
}

/* What Moodle says to all that are right, or wrong, is told where it changes. */
static void note_general(struct moodle *x, const xmlNode *q)
{
	static const char *const names[] = {"correctfeedback", "partiallycorrectfeedback",
					    "incorrectfeedback"};
	uint64_t said = 0;

	for (int i = 0; i < 3; i++) {
		const char *s = text_of(x, moodlexml_child(q, names[i]));
		for (; !is_usual(s) && *s; s++)
			said = said * 1099511628211u + (unsigned char)*s;
	}
	if (said && said != x->general_said)
		making_lost(x->m, "the general words for right and wrong answers");
	x->general_said = said;
}

/* ---- questions ---- */

static double fraction(const xmlNode *answer)
{
	char s[32], *comma;

	moodlexml_attribute(answer, "fraction", s, sizeof s);
	if ((comma = strchr(s, ',')))
		*comma = '.';
	return strtod(s, NULL);
}

/* Below 0: it has none. */
static double grade(const xmlNode *q)
{
	char *s = moodlexml_content(moodlexml_child(q, "defaultgrade")), *end;
	double g = strtod(s, &end);

	g = end == s ? -1 : g;
	free(s);
	return g;
}

/* 1 is worth 100 points where questions differ; where all are worth 1, nothing is said. */
static void take_points(struct moodle *x, const xmlNode *q)
{
	double points = round(100 * grade(q));

	if (!x->graded || points < 0)
		return;
	if (points >= key_rows[KEY_POINTS].least && points <= key_rows[KEY_POINTS].most)
		x->m->q.points = (int)points;
	else
		making_lost(x->m, "its grade");
}

static void take_common(struct moodle *x, const xmlNode *q)
{
	struct making *m = x->m;
	const xmlNode *hint = moodlexml_child(q, "hint");
	const xmlNode *tag = moodlexml_child(moodlexml_child(q, "tags"), "tag");
	char *id = moodlexml_content(moodlexml_child(q, "idnumber"));

	m->q.ask.s = text_of(x, moodlexml_child(q, "questiontext"));
	m->q.why.s = text_of(x, moodlexml_child(q, "generalfeedback"));
	m->q.hint.s = text_of(x, hint);
	if (moodlexml_child(q, "image") && !moodlexml_is_word(moodlexml_child(q, "image"), ""))
		m->html.kinds |= HTML_PICTURE; /* before Moodle 2 */
	if (hint && moodlexml_next_child(hint, "hint"))
		making_lost(m, "the hints after the first");
	for (; tag; tag = moodlexml_next_child(tag, "tag")) {
		const char *s = text_of(x, tag);
		making_tag(m, s, strlen(s));
	}
	making_id(m, id, strlen(id));
	free(id);
	take_points(x, q);
}

/* The least fraction of a right answer. With one to choose, that is all, or the most there is; with
 * several, anything above 0. */
static double right_from(struct moodle *x, const xmlNode *q, bool single)
{
	double most = 0;

	if (!single)
		return 1e-6;
	for (const xmlNode *a = moodlexml_child(q, "answer"); a;
	     a = moodlexml_next_child(a, "answer"))
		most = fraction(a) > most ? fraction(a) : most;
	for (const xmlNode *a = moodlexml_child(q, "answer"); a;
	     a = moodlexml_next_child(a, "answer"))
		if (fraction(a) > 0 && fraction(a) < most)
			making_lost(x->m, "the worth of some wrong answers");
	return most > 0 ? most : 1;
}

static void take_multichoice(struct moodle *x, const xmlNode *q)
{
	const xmlNode *one = moodlexml_child(q, "single"),
		      *shuffle = moodlexml_child(q, "shuffleanswers");
	bool single = !moodlexml_is_word(one, "false") && !moodlexml_is_word(one, "0");
	double least = right_from(x, q, single);
	struct making *m = x->m;
	int nright = 0;

	for (const xmlNode *a = moodlexml_child(q, "answer"); a;
	     a = moodlexml_next_child(a, "answer")) {
		bool right = fraction(a) >= least;
		unsigned before = m->html.kinds;
		const char *s;
		struct choice *c;
		m->html.kinds = 0;
		s = text_of(x, a);
		if (!*s && m->html.kinds & HTML_PICTURE)
			making_refuse(m, "E705", moodlexml_line(&x->xml, xmlGetLineNo(a)),
				      "this question cannot come along: an answer of it is a "
				      "picture alone")
				->help = "write in words what the picture shows";
		m->html.kinds |= before;
		c = making_choice(m, right, s, strlen(s));
		c->because.s = text_of(x, moodlexml_child(a, "feedback"));
		nright += right;
	}
	if (single && nright > 1)
		m->q.pick = PICK_ANY;
	if (moodlexml_is_word(shuffle, "false") || moodlexml_is_word(shuffle, "0"))
		m->q.shuffle = SHUFFLE_NO;
	note_general(x, q);
}

static void take_truefalse(struct moodle *x, const xmlNode *q)
{
	struct making *m = x->m;
	const xmlNode *right = NULL;
	const char *said[2] = {NULL, NULL}; /* to who was wrong, to who was right */

	for (const xmlNode *a = moodlexml_child(q, "answer"); a;
	     a = moodlexml_next_child(a, "answer"))
		right = !right || fraction(a) > fraction(right) ? a : right;
	if (!right || fraction(right) <= 0) {
		making_refuse(m, "E704", m->begun,
			      "this question cannot come along: neither true nor false is right");
		return;
	}
	making_statement(m, moodlexml_is_word(moodlexml_child(right, "text"), "true"));
	for (const xmlNode *a = moodlexml_child(q, "answer"); a;
	     a = moodlexml_next_child(a, "answer"))
		said[a == right] = text_of(x, moodlexml_child(a, "feedback"));
	feedback_take(m, said[0], said[1]);
}

static void take_matching(struct moodle *x, const xmlNode *q)
{
	struct pairs pairs = {.n = 0};

	for (const xmlNode *sub = moodlexml_child(q, "subquestion"); sub;
	     sub = moodlexml_next_child(sub, "subquestion"))
		if (!pairs_add(&pairs, text_of(x, sub), text_of(x, moodlexml_child(sub, "answer"))))
			making_refuse(x->m, "E702", x->m->begun,
				      "this question has more than %d choices", PACK_CHOICES);
	note_general(x, q);
	pairs_take(x->m, &pairs);
}

static void take_gaps(struct moodle *x, const xmlNode *q)
{
	moodlegaps_take(x->m, q);
}

static const struct kind {
	const char *name, *what;
	void (*take)(struct moodle *x, const xmlNode *q);
} kinds[] = {
	{"multichoice", NULL, take_multichoice},
	{"multichoiceset", NULL, take_multichoice},
	{"truefalse", NULL, take_truefalse},
	{"matching", NULL, take_matching},
	{"match", NULL, take_matching},
	{"shortanswer", "its answer is to be typed", NULL},
	{"numerical", "its answer is a number to be typed", NULL},
	{"essay", "its answer is a text to be written", NULL},
	{"cloze", NULL, take_gaps},
	{"gapselect", NULL, take_gaps},
	{"ddwtos", NULL, take_gaps},
	{"ddimageortext", "things are to be dragged onto a picture", NULL},
	{"ddmarker", "things are to be dragged onto a picture", NULL},
	{"ordering", "its answers are to be put in order", NULL},
	{"calculated", "its numbers are drawn anew each time", NULL},
	{"calculatedsimple", "its numbers are drawn anew each time", NULL},
	{"calculatedmulti", "its numbers are drawn anew each time", NULL},
	{"description", "it is a text without a question", NULL},
	{NULL, NULL, NULL},
};

static void take_question(struct moodle *x, const xmlNode *q)
{
	const struct kind *kind = kinds;
	struct making *m = x->m;
	char name[60];

	moodlexml_attribute(q, "type", name, sizeof name);
	while (kind->name && strcmp(kind->name, name) != 0)
		kind++;
	making_begin(m, (uint32_t)x->xml.at);
	if (x->xml.error_line > 0) /* what follows it may stand anywhere */
		making_refuse(m, "E704", moodlexml_line(&x->xml, x->xml.error_line),
			      "this question cannot come along: its XML is broken here")
			->help = "look for a tag that is not closed, or a < that should be &lt;";
	if (kind->take) {
		take_common(x, q);
		kind->take(x, q);
	} else if (kind->name) {
		making_refuse(m, "E705", m->begun, "this question cannot come along: %s (%s)",
			      kind->what, name);
	} else {
		making_refuse(m, "E705", m->begun,
			      "this question cannot come along: its kind, '%s', is not known here",
			      diag_quote(name, strlen(name)).s);
	}
	making_end(m);
}

static void each_question(struct moodle *x, void (*call)(struct moodle *x, const xmlNode *q))
{
	x->xml = (struct moodlexml){.text = x->m->source};
	while (moodlexml_next(&x->xml)) {
		xmlDoc *doc = moodlexml_parse(&x->xml);
		const xmlNode *q = doc ? xmlDocGetRootElement(doc) : NULL;
		if (q)
			call(x, q);
		xmlFreeDoc(doc);
	}
}

static void look_at_grade(struct moodle *x, const xmlNode *q)
{
	double g = grade(q);

	x->graded = x->graded || (moodlexml_child(q, "answer") && g >= 0 && fabs(g - 1) > 1e-6);
}

static void take(struct moodle *x, const xmlNode *q)
{
	char name[60], *category;

	moodlexml_attribute(q, "type", name, sizeof name);
	if (strcmp(name, "category") == 0) {
		category =
			moodlexml_content(moodlexml_child(moodlexml_child(q, "category"), "text"));
		moodle_topic(x->m, (uint32_t)x->xml.at, category, strlen(category));
		free(category);
	} else {
		take_question(x, q);
	}
}

void import_moodle(struct making *m)
{
	struct moodle x = {.m = m};

	each_question(&x, look_at_grade);
	each_question(&x, take);
}
