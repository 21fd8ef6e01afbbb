#include "packbuild.h"

#include <string.h>
#include <strings.h>

#include "packguess.h"
#include "packmeant.h"
#include "utf8.h"

static const char *const places[] = {[IN_PACK] = "in the lines about the pack",
				     [IN_DEFAULTS] = "in [defaults]",
				     [IN_TOPIC] = "in a topic",
				     [IN_QUESTION] = "in a question"};

const struct settings settings_none = {
	.points = -1, .time_s = -1, .pick = NOT_GIVEN, .shuffle = NOT_GIVEN};

struct finding *build_error(struct build *b, const char *code, struct textpos at, size_t width,
			    const char *message)
{
	return ini_say(b->text, SEVERITY_ERROR, code, at, width, "%s", message);
}

/* Whether a finding is of a line that is lost, and nobody knows which key it had. */
static bool loses_a_line(const struct build *b, int finding)
{
	static const char codes[] = "E109 E110 E111 E113 E115 E116";

	for (int k = 0; k < KEYS; k++)
		if (b->scope->suspects >> k & 1 && b->scope->suspect[k] == finding)
			return false;
	return strstr(codes, b->diag->findings[finding].code);
}

/* Errors that came since we last looked belong to the section at hand. */
static void note_errors(struct build *b, bool of_reader)
{
	int errors = b->diag->errors + b->diag->unsaid;

	if (errors == b->errors)
		return;
	for (int i = b->noted; of_reader && i < b->diag->n; i++)
		b->scope->broken = b->scope->broken || loses_a_line(b, i);
	b->scope->broken = b->scope->broken || (of_reader && b->diag->n == DIAG_KEPT);
	b->noted = b->diag->n;
	b->errors = errors;
	b->scope->bad = true;
}

void build_suspect(struct build *b, const char *meant, int finding)
{
	const char *language;
	int key = key_find(&b->keys, meant, strlen(meant), &language);

	if (finding >= DIAG_KEPT || b->where == 0 || b->scope->suspects >> key & 1)
		return;
	b->scope->suspects |= UINT64_C(1) << key;
	b->scope->suspect[key] = finding;
	b->choice_lost = b->choice_lost || key == KEY_RIGHT || key == KEY_WRONG;
}

bool build_raise(struct build *b, int key, const char *whose)
{
	int index = b->scope->suspect[key];

	if (!(b->scope->suspects >> key & 1) || index >= b->diag->n)
		return false;
	return b->diag->findings[index].severity == SEVERITY_ERROR ||
	       diag_raise(b->diag, index, "E324",
			  strcmp(b->diag->findings[index].code, "W404") == 0
				  ? "this indented line was read as text, and %s has no '%s'"
				  : "this key is not known, and %s has no '%s'",
			  whose, key_rows[key].name);
}

static void lay_over(struct settings *below, const struct settings *above)
{
	if (above->source)
		below->source = above->source;
	if (above->tags)
		below->tags = above->tags;
	if (above->ignore)
		below->ignore = above->ignore;
	if (above->points >= 0)
		below->points = above->points;
	if (above->time_s >= 0)
		below->time_s = above->time_s;
	if (above->show)
		below->show = above->show;
	if (above->level)
		below->level = above->level;
	if (above->pick != NOT_GIVEN)
		below->pick = above->pick;
	if (above->shuffle != NOT_GIVEN)
		below->shuffle = above->shuffle;
	below->bad = below->bad || above->bad;
}

/* Closes the section at hand. */
static void leave_section(struct build *b)
{
	note_errors(b, true);
	if (b->where != 0)
		build_doubt_fixes(b);
	if (b->where == IN_QUESTION) {
		build_question(b);
		note_errors(b, false);
		if (b->of_question.ignore)
			diag_ignore(b->diag, b->findings, b->of_question.ignore);
	} else if (b->where != 0) {
		if (b->where != IN_PACK)
			build_settings(b)->bad = build_settings(b)->bad || b->scope->bad;
		b->inherited = settings_none;
		for (int i = 0; i < 3; i++)
			lay_over(&b->inherited, &b->own[i]);
	}
	b->where = 0;
}

void build_finish(struct build *b)
{
	leave_section(b);
	b->scope = &b->pack_scope; /* what is still to be said is of the pack */
}

static void begin_question(struct build *b, const char *id, size_t n)
{
	const char *like;
	struct finding *f;

	b->q = (struct question){.line = b->header.line, .topic = b->topic};
	b->of_question = b->inherited;
	b->nchoices = b->nright = 0;
	b->truth = -1;
	b->choice_lost = b->asked_above = b->implied = false;
	b->answer = NULL;
	b->findings = b->diag->n;
	b->section_scope.bad = b->inherited.bad;
	if (n == 0)
		return;
	b->q.id = arena_text(&b->pack->arena, id, n);
	if (build_is_name(id, n))
		return;
	f = build_error(b, "E307", b->header, 0, "these words cannot be the ID of a question");
	f->help = "use a-z, 0-9, '-', '_' and '.', at most 39 of them, as in: [question "
		  "tallest-tower]";
	if (f != &b->diag->spare && (like = guess_id(b, id, n)))
		diag_help(b->diag, f, "type: [question %s]", like);
	if (memchr(id, '?', n)) { /* it is what is asked */
		diag_help(b->diag, f, "type: [question], and below it: ask = %s",
			  diag_quote(id, n).s);
		b->asked_above = true;
	}
}

static void begin_topic(struct build *b, const char *name, size_t n)
{
	struct text *topic = arena_take(&b->pack->arena, sizeof *topic);

	b->own[2] = settings_none;
	if (n == 0)
		build_error(b, "E205", b->header, 0, "this topic has no name")->help =
			"give it one, as in: [topic Rivers and lakes]";
	if (topic)
		topic->s = arena_text(&b->pack->arena, name, n);
	b->topic = topic;
}

static size_t first_word(const char *words, size_t n)
{
	size_t first = 0;

	while (first < n && !ini_blank(words[first]))
		first++;
	return first;
}

static void enter(struct build *b, int where, struct textpos at)
{
	b->header = at;
	b->where = where;
	b->scope = b->where == IN_PACK ? &b->pack_scope : &b->section_scope;
	b->source_end = NULL;
	b->strange = -1;
	b->section_scope.seen = b->section_scope.suspects = 0;
	b->section_scope.bad = b->section_scope.broken = b->section_scope.lost = false;
}

void build_implied(struct build *b, struct textpos at)
{
	leave_section(b);
	if (b->stopped)
		return;
	enter(b, IN_QUESTION, at);
	begin_question(b, "", 0);
	b->implied = b->scope->bad = true;
}

/* Where it stands for a question it is read as one. */
static void begin_strange(struct build *b, const char *words, size_t n)
{
	int meant, index = b->diag->n;
	size_t first = first_word(words, n);
	const char *help = guess_header(b, words, n, &meant);
	struct finding *f =
		meant == IN_QUESTION
			? ini_say(b->text, SEVERITY_ERROR, "E207", b->header, 0,
				  "the section [%s] is not known; is it a question?",
				  diag_quote(words, n).s)
			: ini_say(b->text, SEVERITY_WARNING, "W402", b->header, 0,
				  "the section [%s] is not known; its lines are left out",
				  diag_quote(words, n).s);

	f->help = help ? help
		       : "there are [pack], [defaults], [topic NAME], [question] and [question ID]";
	if (word_nearest(section_words, words, first))
		build_fix_section(b, f, words, first, word_nearest(section_words, words, first),
				  n - first - (first < n));
	if (meant == IN_QUESTION) {
		enter(b, IN_QUESTION, b->header);
		begin_question(b, "", 0);
		b->scope->bad = true;
		b->asked_above = n > 0 && words[n - 1] == '?';
	} else if (index < b->diag->n) {
		b->strange = index;
		if (meant == IN_PACK)
			b->strange_pack = index;
	}
}

void build_section(struct build *b, const char *words, size_t n, struct textpos at)
{
	size_t first = first_word(words, n), blanks = 0, more;
	int found = section_find(words, n);

	leave_section(b);
	if (b->stopped)
		return;
	while (first + blanks < n && ini_blank(words[first + blanks]))
		blanks++;
	more = n - first - blanks;
	enter(b, found < 0 ? 0 : 1 << found, at);
	b->known = b->known || found >= 0;
	if (b->where == IN_QUESTION) {
		begin_question(b, words + n - more, more);
	} else if (b->where == IN_TOPIC) {
		begin_topic(b, words + n - more, more);
	} else if (b->where == 0) {
		begin_strange(b, words, n);
	} else if (more > 0) {
		diag_help(b->diag,
			  ini_say(b->text, SEVERITY_ERROR, "E206", at, 0, "[%s] takes no name",
				  section_words[found]),
			  "type: [%s]", section_words[found]);
	}
	note_errors(b, false);
}

static void say_wrong_place(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	struct finding *f = ini_say(b->text, SEVERITY_ERROR, "E310", v->key_at, v->nname,
				    "'%s' cannot stand %s", row->name, places[b->where]);
	const char *meant = meant_key(v->name, v->nname, b->where);

	if (meant)
		diag_help(b->diag, f, "type: %s = %s", meant, diag_quote(v->s, v->n).s);
	else if (row->where & IN_QUESTION)
		f->help = "begin each question with a line: [question]";
	else
		f->help = "move it to the top of the file";
	if (b->where != IN_QUESTION && !meant) /* what follows is most likely more of the same */
		b->scope->lost = true;
}

/* An `ask` begins a question of its own where there is no header above it, or a question that is
 * whole. It is said once: the next ones are most likely the same mistake. */
static void begin_unheaded(struct build *b, const struct ini_value *v)
{
	bool said = b->implied || b->scope->lost;
	int where = b->where;
	struct textpos first = b->scope->first[KEY_ASK];
	struct finding *f;

	if (b->strange >= 0 &&
	    (said = diag_raise(b->diag, b->strange, "E207",
			       "this section is not known, and there is a question in it")))
		b->diag->findings[b->strange].help =
			"type below it: [question]; and where it is a topic, type in its place, as "
			"in: [topic Rivers]";
	build_implied(b, v->key_at);
	if (said)
		return;
	if (where == IN_QUESTION) {
		f = ini_say(b->text, SEVERITY_ERROR, "E311", v->key_at, v->nname,
			    "'%s' is given twice", v->name);
		ini_second(b->text, f, first, "first given here");
	} else {
		f = ini_say(b->text, SEVERITY_ERROR, "E310", v->key_at, v->nname,
			    "'%s' cannot stand %s", v->name, places[where]);
	}
	f->help = "begin each question with a line: [question]";
}

static bool begins_unheaded(const struct build *b, const struct ini_value *v)
{
	if (v->key != KEY_ASK || v->nname != b->keys.lengths[KEY_ASK])
		return false;
	return b->where != IN_QUESTION
		       ? b->where != 0 || b->strange >= 0
		       : b->scope->seen >> KEY_ASK & 1 &&
				 (b->nchoices > 0 || b->scope->seen >> KEY_ANSWER & 1);
}

static void say_twice(struct build *b, const struct ini_value *v)
{
	struct finding *f = ini_say(b->text, SEVERITY_ERROR, "E311", v->key_at, v->nname,
				    "'%s' is given twice", v->name);

	ini_second(b->text, f, b->scope->first[v->key], "first given here");
	f->help = v->key == KEY_ASK
			  ? "keep one of them and delete the other; where this goes on with "
			    "it, type | in place of ask ="
			  : "keep one of them and delete the other";
}

static void say_no_choice(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	bool statement = b->scope->seen >> KEY_ANSWER & 1;
	struct finding *f = ini_say(b->text, SEVERITY_ERROR, "E308", v->key_at, v->nname,
				    "there is no choice above this '%s'", row->name);

	f->help = "move it below the right or the wrong answer that it speaks of";
	if (statement && v->key == KEY_BECAUSE)
		diag_help(b->diag, f, "type: why = %s", diag_quote(v->s, v->n).s);
	else if (statement)
		f->help = "delete it: a statement has no choices of its own";
}

static bool is_allowed(struct build *b, const struct ini_value *v, const struct key_row *row,
		       bool translation)
{
	if (row->flags & RESERVED) {
		diag_help(b->diag,
			  ini_say(b->text, SEVERITY_ERROR, "E309", v->key_at, v->nname,
				  "'%s' is kept for a later version of the format", row->name),
			  "for a note of your own, type: x-%s", row->name);
		return false;
	}
	if (!(row->where & b->where)) {
		say_wrong_place(b, v, row);
		return false;
	}
	if (translation)
		return true;
	if (row->flags & OF_CHOICE && b->choice_lost)
		return false;
	if (row->flags & OF_CHOICE && b->nchoices == 0) {
		say_no_choice(b, v, row);
		return false;
	}
	if (b->scope->seen >> v->key & 1 && !(row->flags & (REPEATED | OF_CHOICE))) {
		say_twice(b, v);
		return false;
	}
	return true;
}

bool build_choice_has(const struct build *b, int key)
{
	const struct choice *c = &b->choices[b->nchoices - 1];

	return key == KEY_BECAUSE ? c->because.s : key == KEY_CHOICE_IMAGE ? c->image : c->alt.s;
}

static bool fits(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	int n;

	if (v->n == 0 && (!(row->flags & MAY_BE_EMPTY) || memchr(v->name, '.', v->nname))) {
		build_error(b, "E315", v->key_at, v->nname, "nothing stands behind this '='")
			->help = "write something behind it, or delete the line";
		return false;
	}
	if (row->type != TYPE_TEXT || row->most == 0 || v->n <= (size_t)row->most)
		return true;
	n = utf8_length(v->s, v->n);
	if (n <= row->most)
		return true;
	ini_say(b->text, SEVERITY_ERROR, "E316", v->key_at, v->nname,
		"'%s' has %d characters; at most %d fit on a screen", v->name, n, row->most)
		->help = "make it shorter";
	return false;
}

/* A pair of quotes around the whole, and none of them inside: their bytes. */
static bool find_quotes(const struct ini_value *v, size_t *opening, size_t *closing)
{
	static const char *const pairs[][2] = {{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"„", "“"},
					       {"„", "”"},   {"‘", "’"}, {"«", "»"}, {"»", "«"}};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		const char *close;
		*opening = strlen(pairs[i][0]);
		*closing = strlen(pairs[i][1]);
		if (strncmp(v->s, pairs[i][0], *opening) != 0)
			continue;
		close = strstr(v->s + *opening, pairs[i][1]);
		if (close && close + *closing == v->s + v->n)
			return true;
	}
	return false;
}

static void note_quotes(struct build *b, const struct ini_value *v)
{
	size_t opening, closing;

	if (v->n < 3 || ((unsigned char)v->s[0] < 0x80 && v->s[0] != '"' && v->s[0] != '\''))
		return;
	if (!find_quotes(v, &opening, &closing))
		return;
	diag_help(b->diag,
		  ini_say(b->text, SEVERITY_NOTE, "N504", v->at, opening,
			  "the player sees the quotes around this text too"),
		  "if they are not meant, type: %s = %s", v->name,
		  diag_quote(v->s + opening, v->n - opening - closing).s);
}

/* Where there are two of these marks in a text, they are most likely meant. */
static void note_comment(struct build *b, const struct ini_value *v)
{
	size_t mark = strcspn(v->s, ";#"), end = mark;

	if (mark == 0 || mark + 1 >= v->n || v->s[mark - 1] != ' ' || v->s[mark + 1] != ' ' ||
	    mark + 1 + strcspn(v->s + mark + 1, ";#") < v->n)
		return;
	while (end > 0 && v->s[end - 1] == ' ')
		end--;
	diag_help(b->diag,
		  ini_say(b->text, SEVERITY_NOTE, "N505", v->key_at, v->nname,
			  "the player sees the '%c' in this text, and what stands behind it",
			  v->s[mark]),
		  "a comment has a line of its own; without it, type: %s = %s", v->name,
		  diag_quote(v->s, end).s);
}

/* What other formats take for quotes and comments is text here. */
static void note_habits(struct build *b, const struct ini_value *v)
{
	size_t mark;

	if (v->key != KEY_ASK && v->key != KEY_RIGHT && v->key != KEY_WRONG)
		return;
	note_quotes(b, v);
	if (v->s[0] == '=' || v->s[0] == '>')
		build_note_mark(b, v);
	mark = strcspn(v->s, ";#<&*\\`");
	if (mark == v->n) /* nearly every text ends here */
		return;
	note_comment(b, v);
	build_note_markup(b, v, mark);
}

static void take_value(struct build *b, const struct ini_value *v)
{
	const struct key_row *row = &key_rows[v->key];
	size_t own = b->keys.lengths[v->key]; /* behind it: a dot and a language */
	bool translation = v->nname > own;

	if (!is_allowed(b, v, row, translation))
		return;
	note_habits(b, v);
	if (translation) {
		if (fits(b, v, row))
			build_translation(b, v, row, v->name + own + 1);
		return;
	}
	if (row->flags & OF_CHOICE && build_choice_has(b, v->key)) {
		say_twice(b, v);
		return;
	}
	if (row->flags & OF_CHOICE)
		build_doubt_choice(b, v->key);
	b->scope->seen |= UINT64_C(1) << v->key;
	b->scope->first[v->key] = v->key_at;
	b->scope->text[v->key] = NULL;
	if (fits(b, v, row) || v->key == KEY_RIGHT || v->key == KEY_WRONG)
		build_store(b, v, row);
}

/* A word with a colon behind it is no sign of a pack: other formats have those. */
static bool has_equals(const struct build *b, const struct ini_value *v)
{
	const char *s = b->text->s + v->key_at.offset, *end = b->text->s + v->at.offset;

	return memchr(s, '=', (size_t)(end - s));
}

void build_value(struct build *b, const struct ini_value *v)
{
	note_errors(b, true);
	if (v->key == KEY_ASK && begins_unheaded(b, v))
		begin_unheaded(b, v);
	if (b->where == 0 || b->scope->lost || v->key == KEY_PRIVATE)
		return;
	b->known = b->known || has_equals(b, v);
	if (v->key < 0) {
		const char *dot = memchr(v->name, '.', v->nname);
		size_t own = dot ? (size_t)(dot - v->name) : v->nname;
		const char *meant = guess_key(b, v->name, own);
		int index = b->diag->n;
		struct finding *f = ini_say(b->text, SEVERITY_WARNING, "W401", v->key_at, v->nname,
					    "the key '%s' is not known; it is left out", v->name);
		if (f != &b->diag->spare)
			f->help = guess_unknown_key(b, v, meant);
		build_fix_key(b, f, v, own);
		if (meant && !dot) {
			build_suspect(b, meant, index);
		} else if (b->where == IN_QUESTION && meant_choice(v->name, own)) {
			build_suspect(b, "right", index);
			build_suspect(b, "wrong", index);
		}
		return;
	}
	take_value(b, v);
	note_errors(b, false);
}
