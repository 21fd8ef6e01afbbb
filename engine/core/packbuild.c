/* The sections of a pack: where each begins and ends, and what it hands down. */
#include "packbuild.h"

#include <string.h>

#include "packguess.h"

/* Whether a finding is of a line that is lost, and nobody knows which key it had. */
static bool loses_a_line(const struct build *b, int finding)
{
	static const char codes[] = "E109 E110 E111 E113 E115 E116";

	for (int k = 0; k < KEYS; k++)
		if (b->scope->suspects >> k & 1 && b->scope->suspect[k] == finding)
			return false;
	return strstr(codes, b->diag->findings[finding].code);
}

void build_note_errors(struct build *b, bool of_reader)
{
	int errors = b->diag->errors + b->diag->unsaid;

	if (errors == b->errors)
		return;
	for (int i = b->noted; of_reader && i < b->diag->n; i++)
		b->scope->broken = b->scope->broken || loses_a_line(b, i);
	b->scope->broken = b->scope->broken || (of_reader && b->diag->n == diag_most(b->diag));
	b->noted = b->diag->n;
	b->errors = errors;
	b->scope->bad = true;
}

void build_suspect(struct build *b, const char *meant, int finding)
{
	const char *language;
	int key = key_find(&b->keys, meant, strlen(meant), &language);

	if (finding >= diag_most(b->diag) || b->where == 0 || b->scope->suspects >> key & 1)
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
	build_note_errors(b, true);
	if (b->where != 0)
		build_doubt_fixes(b);
	if (b->where == IN_QUESTION) {
		build_question(b);
		build_note_errors(b, false);
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
	build_note_errors(b, false);
}
