#include "packguess.h"

#include <string.h>
#include <strings.h>

#include "otherformat.h"
#include "packmeant.h"
#include "packpiece.h"
#include "typed.h"
#include "utf8.h"

const char *guess_key(const struct build *b, const char *word, size_t n)
{
	const char *meant = meant_key(word, n, b->where);

	if (meant || (b->where == IN_QUESTION && meant_choice(word, n)))
		return meant;
	return key_nearest(word, n, b->where);
}

/* The word for `answer`, where `Antwort = falsch` says it in a question without choices. */
static const char *find_truth(const struct build *b, const char *word, size_t n, struct piece text)
{
	uint64_t choices = UINT64_C(1) << KEY_RIGHT | UINT64_C(1) << KEY_WRONG;

	if (b->where != IN_QUESTION || b->nchoices > 0 || b->scope->suspects & choices ||
	    text.end - text.s < 2 || !meant_answer(word, n))
		return NULL;
	return meant_value(KEY_ANSWER, text.s, (size_t)(text.end - text.s));
}

const char *guess_key_of(const struct build *b, const struct ini_value *v, size_t own)
{
	if (own == v->nname && find_truth(b, v->name, own, (struct piece){v->s, v->s + v->n}))
		return "answer";
	return guess_key(b, v->name, own);
}

/* A language written out is one that its key does not take. */
static struct piece short_language(const char *key, struct piece text)
{
	const char *language = strcmp(key, "language") == 0
				       ? meant_language(text.s, (size_t)(text.end - text.s))
				       : NULL;

	return language ? (struct piece){language, language + strlen(language)} : text;
}

static const char *say_choice(struct build *b, struct piece text)
{
	struct quote q = piece_quote(text);

	return diag_text(b->diag, "type: right = %s if it is right, or else: wrong = %s", q.s, q.s);
}

/* `correct = B` names a choice by its place; beside choices as short it is the answer itself, as
 * under a key that is only misspelt. */
static bool names_choice(const struct build *b, const struct ini_value *v)
{
	const char *first = b->nchoices > 0 ? b->choices[0].text.s : NULL;
	uint64_t named = UINT64_C(1) << KEY_RIGHT | UINT64_C(1) << KEY_WRONG;
	bool digit = v->s[0] >= '1' && v->s[0] <= '9';
	bool letter = (v->s[0] | 0x20) >= 'a' && (v->s[0] | 0x20) <= 'z';

	if (v->n != 1 || !(digit || letter) || !meant_key(v->name, v->nname, b->where))
		return false;
	if ((b->scope->suspects & named) == named) /* `option 1`, `option 2` */
		return true;
	return first ? first[0] && first[1] && !(first[0] >= '0' && first[0] <= '9') : letter;
}

const char *guess_unknown_key(struct build *b, const struct ini_value *v, const char *meant)
{
	const char *dot = memchr(v->name, '.', v->nname);
	struct piece text = {v->s, v->s + v->n};
	const char *section = meant_section(v->name, v->nname), *help = NULL;
	struct ini_value other = *v;

	const char *dash = memchr(v->name, '-', v->nname);
	int key = dash ? key_find(&b->keys, v->name, (size_t)(dash - v->name), &help) : -1;

	if (key >= 0 && key < KEYS && key_rows[key].flags & TRANSLATED &&
	    v->name + v->nname - dash <= 4 &&
	    pack_is_language(dash + 1, (size_t)(v->name + v->nname - dash) - 1))
		return diag_text(b->diag, "type: %s.%s = %s", key_rows[key].name, dash + 1,
				 piece_quote(text).s);
	if (meant && (other.key = key_find(&b->keys, meant, strlen(meant), &help)) >= 0 &&
	    key_rows[other.key].words && !dot &&
	    (help = guess_value(b, &other, &key_rows[other.key])))
		return help;
	if (meant && strcmp(meant, "right") == 0 && names_choice(b, v))
		return "type: right = and the words of the choice that is right";
	if (meant)
		return diag_text(b->diag, "type: %s%s = %s", meant, dot ? dot : "",
				 piece_quote(short_language(meant, text)).s);
	if (b->where == IN_QUESTION && meant_choice(v->name, v->nname))
		return say_choice(b, text);
	if (section && strcmp(section, "topic") == 0)
		return diag_text(b->diag, "for a topic, type above its questions: [topic %s]",
				 piece_quote(text).s);
	return diag_text(b->diag, "for a note of your own, type: x-%s = %s", v->name,
			 piece_quote(text).s);
}

/* Whether a question is at hand that asks and has no answers yet. */
static bool goes_on(const struct build *b)
{
	return b->where == IN_QUESTION && b->scope->seen >> KEY_ASK & 1 && b->nchoices == 0 &&
	       !(b->scope->seen >> KEY_ANSWER & 1);
}

/* Of a line of a table that begins with a question, that alone. */
static struct piece first_column(struct piece p)
{
	for (const char *q = p.s; q + 1 < p.end; q++)
		if (*q == '?' && strchr(";,\t|", q[1]))
			return (struct piece){p.s, q + 1};
	return p;
}

/* What it asks; where a question is at hand that asks something, it begins another one. */
static const char *say_ask(struct build *b, struct piece text, struct textpos at)
{
	if (piece_ends(text, "{")) {
		text.end--;
		text = piece_trim(text);
	}
	if (piece_starts(text, "::")) { /* GIFT's name of a question */
		const char *name_end = memmem(text.s + 2, (size_t)(text.end - text.s) - 2, "::", 2);
		text.s = name_end ? name_end + 2 : text.s;
		text = piece_trim(text);
	}
	if (b->where == IN_QUESTION && !((b->scope->seen | b->scope->suspects) >> KEY_ASK & 1)) {
		build_suspect(b, "ask", b->diag->n);
		return diag_text(b->diag, "type: ask = %s", piece_quote(text).s);
	}
	build_implied(b, at);
	build_suspect(b, "ask", b->diag->n);
	return diag_text(b->diag, "type: [question], and below it: ask = %s", piece_quote(text).s);
}

static struct piece skip_invisible(struct piece p)
{
	uint32_t code;
	int step;

	while ((step = utf8_decode(p.s, (size_t)(p.end - p.s), &code)) && utf8_invisible(code))
		p.s += step;
	return piece_trim(p);
}

static const char *say_key(struct build *b, const char *key, struct piece text)
{
	build_suspect(b, key, b->diag->n);
	text = short_language(key, text);
	return text.s < text.end ? diag_text(b->diag, "type: %s = %s", key, piece_quote(text).s)
				 : diag_text(b->diag, "type: %s = and the text behind it", key);
}

/* `Right answer: Lima`, `Option 2 = Quito`. */
static const char *guess_named(struct build *b, struct piece word, struct piece text,
			       struct textpos at)
{
	static const char *const marks[] = {"$", "@", "\\", ".", "%", NULL};
	char plain[120];
	const char *meant, *section, *help;
	size_t n;

	piece_skip_one(&word, marks);
	n = piece_plain_word(word, plain, sizeof plain);
	meant = n < INI_KEY ? meant_key(plain, n, b->where) : NULL;
	section = meant_section(plain, n);
	if ((piece_ends(word, "]") || piece_ends(word, ")")) && text.s < text.end) {
		size_t own = strcspn(plain, "[(");
		const char *key = meant_key(plain, own, b->where);
		if (key && n - own > 3)
			return diag_text(b->diag, "type: %s.%.*s = %s", key, (int)(n - own - 2),
					 plain + own + 1, piece_quote(text).s);
	}

	if (!meant && b->where == 0)
		return NULL;
	if (meant && strcmp(meant, "ask") == 0 && text.s < text.end)
		return say_ask(b, text, at);
	if (meant)
		return say_key(b, meant, text);
	if ((help = find_truth(b, plain, n, text)))
		return say_key(b, "answer", (struct piece){help, help + strlen(help)});
	if (b->where == IN_QUESTION && meant_choice(plain, n) && text.s < text.end)
		return say_choice(b, text);
	if (section && strcmp(section, "topic") == 0 && text.s < text.end)
		return diag_text(b->diag, "type: [topic %s]", piece_quote(text).s);
	return NULL;
}

/* `ask What is it?`: the '=' behind the key was left out. One further on, in the text, hides that:
 * there only what every question has is taken for a key. */
static const char *guess_unmarked(struct build *b, struct piece line, struct textpos at)
{
	static const uint64_t common =
		UINT64_C(1) << KEY_ASK | UINT64_C(1) << KEY_RIGHT | UINT64_C(1) << KEY_WRONG;
	const char *word_end = line.s, *language;
	struct piece text;
	int key;

	while (word_end < line.end && !piece_blank(*word_end))
		word_end++;
	text = piece_trim((struct piece){word_end, line.end});
	key = key_find(&b->keys, line.s, (size_t)(word_end - line.s), &language);
	if (key < 0 || key >= KEYS || language || text.s == text.end ||
	    key_rows[key].type != TYPE_TEXT || !(key_rows[key].where & b->where) ||
	    (!(common >> key & 1) && memchr(text.s, '=', (size_t)(text.end - text.s))))
		return NULL;
	return key == KEY_ASK ? say_ask(b, text, at) : say_key(b, key_rows[key].name, text);
}

/* Of `- [question]` and `“[question]”` what stands in the brackets, and those. */
static struct piece skip_marks_around(struct piece line)
{
	static const char *const marks[] = {"-", "–", "—", "*", "•", "\"", "'",
					    "“", "„", "”", "‘", "«", "»",  NULL};
	struct piece inner = line;
	const char *close = memrchr(line.s, ']', (size_t)(line.end - line.s));

	while (piece_skip_one(&inner, marks))
		continue;
	return close && piece_starts(inner, "[") ? (struct piece){inner.s, close + 1} : line;
}

/* `(question)`, `question`, `Question 3:`, `<topic Rivers>`. */
static const char *guess_bare_header(struct build *b, struct piece line, struct textpos at)
{
	static const char *const open[] = {"[", "(", "{", "<", "##", "#", "**", NULL};
	const char *word, *section;
	char plain[40];
	bool bracket;
	size_t n;

	line = skip_marks_around(line);
	bracket = piece_skip_one(&line, open);
	word = line.s;

	while (line.end > line.s && strchr("])}>:*.", line.end[-1]))
		line.end--;
	while (word < line.end && !piece_blank(*word))
		word++;
	n = piece_plain_word((struct piece){line.s, word}, plain, sizeof plain);
	section = section_find(plain, n) >= 0 ? plain : meant_section(plain, n);
	if (!section || n == 0)
		return NULL;
	line = piece_trim((struct piece){word, line.end});
	for (const char *p = line.s; p < line.end && !bracket; p++)
		if (*p < '0' || *p > '9')
			return NULL;
	if (strcasecmp(section, "question") == 0) {
		build_implied(b, at);
		return "type: [question]";
	}
	return line.s < line.end ? diag_text(b->diag, "type: [%s %s]", section, piece_quote(line).s)
				 : diag_text(b->diag, "type: [%s]", section);
}

static const char *guess(struct build *b, struct piece line, struct textpos at)
{
	static const char *const comments[] = {"//", "--",   "/*", "*/", "<!--",
					       "%",  "REM ", "'",  NULL};
	static const char *const rules[] = {"---", "===", "***", "___", "* * *", NULL};
	static const char *const ticked[] = {"[x]", "☑", "✓", "✔", "✅", "^", NULL};
	static const char *const crossed[] = {"[ ]", "[]", "☐", "✗", "✘", "❌", "~", NULL};
	static const char *const bullets[] = {"-", "*", "•", "–", "—", "+", "·", "○", "●", NULL};
	struct piece word, text, rest = line;
	const char *help;
	bool choice;

	line = rest = skip_invisible(line);
	if (piece_skip_one(&rest, rules) || piece_starts(rest, "</") ||
	    (rest.end - rest.s == 1 && strchr("{}[]()", *rest.s)))
		return "delete it, or begin it with # as a comment";
	if ((help = guess_bare_header(b, line, at)))
		return help;
	if (piece_skip_one(&rest, comments)) {
		while (piece_ends(rest, "-->") || piece_ends(rest, "*/"))
			rest.end -= piece_ends(rest, "*/") ? 2 : 3;
		rest = piece_trim(rest);
		return diag_text(b->diag, "a comment begins with #; type: # %s",
				 piece_quote(rest).s);
	}
	choice = piece_skip_one(&rest, bullets);
	if (piece_skip_one(&rest, ticked))
		return say_key(b, "right", rest);
	if (piece_skip_one(&rest, crossed))
		return say_key(b, "wrong", rest);
	if (piece_starts(rest, "=") && rest.s + 1 < rest.end && rest.s[1] != '=' &&
	    !piece_blank(rest.s[1]))
		return say_key(b, "right", piece_trim((struct piece){rest.s + 1, rest.end}));
	if (piece_split(rest, &word, &text) && (help = guess_named(b, word, text, at)))
		return help;
	if ((help = guess_unmarked(b, line, at)))
		return help;
	if (piece_numbering(rest)) {
		rest.s += piece_numbering(rest);
		rest = piece_trim(rest);
		choice = !piece_is_asking(rest);
	} else if (piece_lettering(rest)) {
		rest.s += piece_lettering(rest);
		rest = piece_trim(rest);
		choice = true;
	}
	if (rest.s < rest.end && choice && b->where == IN_QUESTION)
		return say_choice(b, rest);
	rest = first_column(rest);
	if (rest.s < rest.end && piece_is_asking(rest) && !goes_on(b) &&
	    !memchr(rest.s, '=', (size_t)(rest.end - rest.s)))
		return say_ask(b, rest, at);
	return NULL;
}

const char *guess_line(struct build *b, const char *line, size_t n, struct textpos at, bool again)
{
	const char *help = guess(b, piece_trim((struct piece){line, line + n}), at);

	if (!help && again) /* nobody is told what it may have been */
		b->scope->broken = true;
	return help;
}

const char *guess_header(struct build *b, const char *words, size_t n, int *section)
{
	struct piece all = piece_trim((struct piece){words, words + n}), word, rest, left = all;
	char plain[INI_HEADER + 1];
	const char *meant = NULL;

	*section = 0;
	if (piece_starts(all, "/") || piece_starts(all, "end"))
		return "delete it: a question ends where the next one begins";
	if (!piece_split(all, &word, &rest)) { /* `[topic: Rivers]` */
		word = all;
		for (word.end = word.s; word.end < all.end && !piece_blank(*word.end);)
			word.end++;
		rest = piece_trim((struct piece){word.end, all.end});
	}
	while (piece_skip_one(&left, (const char *const[]){"[", NULL}))
		word = left;
	n = piece_plain_word(word, plain, sizeof plain);
	if (piece_is_asking(all)) {
		*section = IN_QUESTION;
		return diag_text(b->diag,
				 "for a question, type: [question], and below it: ask = %s",
				 piece_quote(all).s);
	}
	meant = word_nearest(section_words, plain, n);
	if (!meant)
		meant = meant_section(plain, n);
	if (!meant && n > 0 && strspn(plain, "0123456789.") == n)
		meant = "question";
	if (!meant)
		return NULL;
	*section = 1 << section_find(meant, strlen(meant));
	if (*section == IN_QUESTION && rest.s < rest.end &&
	    !build_is_name(rest.s, (size_t)(rest.end - rest.s)))
		rest.s = rest.end;
	if (!(*section & (IN_QUESTION | IN_TOPIC)))
		rest.s = rest.end;
	return diag_text(b->diag, "type: [%s%s%s]", meant, rest.s < rest.end ? " " : "",
			 piece_quote(rest).s);
}

bool guess_format(struct build *b, int from, bool known)
{
	const struct otherformat *o = known ? otherformat_signed(b->text->s, b->text->n)
					    : otherformat_find(b->text->s, b->text->n);
	struct diag *d = b->diag;
	struct finding *f;

	if (!o)
		return false;
	diag_forget(d, from);
	f = diag_add(d, SEVERITY_ERROR, "E118", (struct place){0, 0}, "this is %s, not a pack",
		     o->name);
	if (o->import)
		diag_help(d, f, "make a pack of it with: stairwell import %s %s -o pack.ini",
			  o->import, typed_word(&d->arena, d->path));
	else if (known)
		f->help = "save it as plain text, with the encoding UTF-8; in TextEdit: Format, "
			  "Make Plain Text";
	else
		f->help = "copy its questions into a new text file, and write them as in: "
			  "[question], ask = ..., right = ..., wrong = ...";
	return true;
}
