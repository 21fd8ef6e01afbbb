/* The values of a pack: whether a key may stand where it does, and whether it can be taken. */
#include "packbuild.h"

#include <string.h>

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

/* What was said of the ':' of a line is not worth a word where the line cannot stay. */
static struct finding *say_in_place(struct build *b, const struct ini_value *v, const char *code,
				    const char *message)
{
	struct finding *f = b->diag->n > 0 ? &b->diag->findings[b->diag->n - 1] : NULL;

	if (!f || f->at.line != v->key_at.line || strcmp(f->code, "E117") != 0)
		return build_error(b, code, v->key_at, v->nname, message);
	f->code = code;
	f->message = message;
	f->at = ini_place(b->text, v->key_at);
	f->width = (int)v->nname;
	f->fix = NULL;
	return f;
}

static void say_twice(struct build *b, const struct ini_value *v)
{
	struct finding *f =
		say_in_place(b, v, "E311", diag_text(b->diag, "'%s' is given twice", v->name));

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
			  "for a note of your own, type: x-%s = %s", row->name,
			  diag_quote(v->s, v->n).s);
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

	if (row->type == TYPE_TEXT && v->n > 0 && utf8_unseen(v->s, v->n)) {
		build_error(b, "E315", v->key_at, v->nname,
			    "behind this '=' there is nothing that can be seen")
			->help = "type the text anew, or delete the line";
		return false;
	}
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

static void take_value(struct build *b, const struct ini_value *v)
{
	const struct key_row *row = &key_rows[v->key];
	size_t own = b->keys.lengths[v->key]; /* behind it: a dot and a language */
	bool translation = v->nname > own;

	if (!is_allowed(b, v, row, translation))
		return;
	build_note_habits(b, v);
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
	build_note_errors(b, true);
	if (v->key == KEY_ASK && begins_unheaded(b, v))
		begin_unheaded(b, v);
	if (b->where == 0 || b->scope->lost || v->key == KEY_PRIVATE)
		return;
	b->known = b->known || has_equals(b, v);
	if (v->key < 0) {
		const char *dot = memchr(v->name, '.', v->nname);
		size_t own = dot ? (size_t)(dot - v->name) : v->nname;
		const char *meant = guess_key_of(b, v, own);
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
	build_note_errors(b, false);
}
