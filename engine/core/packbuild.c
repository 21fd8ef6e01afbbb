#include "packbuild.h"

#include <string.h>
#include <strings.h>

#include "utf8.h"

static const char *const sections[] = {"pack", "defaults", "topic", "question", NULL};
static const char *const section_names[] = {[IN_PACK] = "about the pack",
					    [IN_DEFAULTS] = "in [defaults]",
					    [IN_TOPIC] = "in a [topic]",
					    [IN_QUESTION] = "in a [question]"};

static const struct settings nothing_given = {
	.points = -1, .time_s = -1, .pick = NOT_GIVEN, .shuffle = NOT_GIVEN};

static struct finding *say(struct build *b, const char *code, struct spot at, size_t width,
			   const char *message)
{
	return ini_say(b->text, SEVERITY_ERROR, code, at, width, "%s", message);
}

/* Errors that came since we last looked belong to the section at hand. */
static void note_errors(struct build *b, bool of_reader)
{
	if (b->diag->errors == b->errors)
		return;
	b->errors = b->diag->errors;
	b->scope->bad = true;
	b->scope->broken = b->scope->broken || of_reader;
}

static void lay_over(struct settings *below, const struct settings *above)
{
	if (above->source)
		below->source = above->source;
	if (above->tags)
		below->tags = above->tags;
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
	if (b->where == IN_QUESTION) {
		build_question(b);
		note_errors(b, false);
	} else if (b->where != 0) {
		if (b->where != IN_PACK)
			build_settings(b)->bad = build_settings(b)->bad || b->scope->bad;
		b->inherited = nothing_given;
		for (int i = 0; i < 3; i++)
			lay_over(&b->inherited, &b->own[i]);
	}
}

static void begin_question(struct build *b, const char *id, size_t n)
{
	b->q = (struct question){.line = b->header.line,
				 .topic = b->topic,
				 .points = b->inherited.points,
				 .time_s = b->inherited.time_s,
				 .show = b->inherited.show,
				 .level = b->inherited.level,
				 .pick = b->inherited.pick,
				 .shuffle = b->inherited.shuffle,
				 .source = b->inherited.source,
				 .tags = b->inherited.tags};
	b->nchoices = b->nright = 0;
	b->truth = -1;
	b->has_source = false;
	b->section_scope.bad = b->inherited.bad;
	if (n == 0)
		return;
	b->q.id = arena_text(&b->pack->arena, id, n);
	if (!build_is_name(id, n))
		say(b, "E307", b->header, 0, "this is no ID for a question")->help =
			"a-z, 0-9, '-', '_' and '.', at most 39 of them: [question tallest-tower]";
}

static void begin_topic(struct build *b, const char *name, size_t n)
{
	struct text *topic = arena_take(&b->pack->arena, sizeof *topic);

	b->own[2] = nothing_given;
	b->source_end = NULL;
	if (n == 0)
		say(b, "E205", b->header, 0, "this topic has no name")->help =
			"[topic Rivers and lakes]";
	if (topic)
		topic->s = arena_text(&b->pack->arena, name, n);
	b->topic = topic;
}

void build_section(struct build *b, const char *words, size_t n, struct spot at)
{
	const char *blank = memchr(words, ' ', n), *tab = memchr(words, '\t', n);
	const char *stop = tab && (!blank || tab < blank) ? tab : blank ? blank : words + n;
	const char *rest = stop;
	size_t first = (size_t)(stop - words), more;
	int found = -1;

	leave_section(b);
	if (b->stopped)
		return;
	while (rest < words + n && (*rest == ' ' || *rest == '\t'))
		rest++;
	more = (size_t)(words + n - rest);
	for (int i = 0; sections[i]; i++)
		if (strlen(sections[i]) == first && strncasecmp(sections[i], words, first) == 0)
			found = i;
	b->header = at;
	b->where = found < 0 ? 0 : 1 << found;
	b->scope = b->where == IN_PACK ? &b->pack_scope : &b->section_scope;
	b->section_scope.seen = 0;
	b->section_scope.bad = b->section_scope.broken = b->section_scope.lost = false;
	if (b->where == IN_QUESTION) {
		begin_question(b, rest, more);
	} else if (b->where == IN_TOPIC) {
		begin_topic(b, rest, more);
	} else if (b->where == 0) {
		const char *meant = word_nearest(sections, words, first);
		struct finding *f = ini_say(
			b->text, SEVERITY_WARNING, "W402", at, 0,
			"the section [%.*s] is not known; its lines are left out", (int)n, words);
		f->help = meant ? diag_text(b->diag, "did you mean [%s]?", meant)
				: "there are [pack], [defaults], [topic NAME], [question] and "
				  "[question ID]";
	} else if (more > 0) {
		ini_say(b->text, SEVERITY_ERROR, "E206", at, 0, "[%s] takes no name",
			sections[found])
			->help = diag_text(b->diag, "[%s]", sections[found]);
	}
	note_errors(b, false);
}

static void say_wrong_place(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	struct finding *f = ini_say(b->text, SEVERITY_ERROR, "E310", v->key_at, v->nname,
				    "'%s' cannot stand %s", row->name, section_names[b->where]);

	if (row->where & IN_QUESTION)
		f->help = "begin each question with [question] on a line of its own";
	else
		f->help = "it belongs to the top of the file";
	if (b->where != IN_QUESTION) /* what follows is most likely more of the same */
		b->scope->lost = true;
}

static void say_twice(struct build *b, const struct ini_value *v)
{
	struct finding *f = ini_say(b->text, SEVERITY_ERROR, "E311", v->key_at, v->nname,
				    "'%s' is given twice", v->name);

	f->second = ini_place(b->text, b->scope->first[v->key]);
	f->aside = "first given here";
	f->help = "take one of them out";
	if (v->key == KEY_ASK) {
		f->help = "begin each question with [question] on a line of its own";
		b->scope->lost = true;
	}
}

static bool is_allowed(struct build *b, const struct ini_value *v, const struct key_row *row,
		       bool translation)
{
	if (row->flags & RESERVED) {
		ini_say(b->text, SEVERITY_ERROR, "E309", v->key_at, v->nname,
			"'%s' is kept for a later version of the format", row->name)
			->help = diag_text(b->diag, "for a note of your own: x-%s", row->name);
		return false;
	}
	if (!(row->where & b->where)) {
		say_wrong_place(b, v, row);
		return false;
	}
	if (translation)
		return true;
	if (row->flags & OF_CHOICE && b->nchoices == 0) {
		ini_say(b->text, SEVERITY_ERROR, "E308", v->key_at, v->nname,
			"there is no choice above this '%s'", row->name)
			->help = "it belongs below the right or wrong it speaks of";
		return false;
	}
	if (b->scope->seen >> v->key & 1 && !(row->flags & (REPEATED | OF_CHOICE))) {
		say_twice(b, v);
		return false;
	}
	return true;
}

static bool is_given_for_choice(const struct build *b, int key)
{
	const struct choice *c = &b->choices[b->nchoices - 1];

	return key == KEY_BECAUSE ? c->because.s : key == KEY_CHOICE_IMAGE ? c->image : c->alt.s;
}

static bool fits(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	int n;

	if (v->n == 0 && (!(row->flags & MAY_BE_EMPTY) || memchr(v->name, '.', v->nname))) {
		say(b, "E315", v->key_at, v->nname, "nothing stands behind this '='")->help =
			"write the value, or take the line out";
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
	const char *dot = memchr(v->name, '.', v->nname);

	if (!is_allowed(b, v, row, dot != NULL))
		return;
	if (dot) {
		if (fits(b, v, row))
			build_translation(b, v, row, dot + 1);
		return;
	}
	if (row->flags & OF_CHOICE && is_given_for_choice(b, v->key)) {
		say_twice(b, v);
		return;
	}
	b->scope->seen |= UINT64_C(1) << v->key;
	b->scope->first[v->key] = v->key_at;
	b->scope->text[v->key] = NULL;
	if (fits(b, v, row) || v->key == KEY_RIGHT || v->key == KEY_WRONG)
		build_store(b, v, row);
}

void build_value(struct build *b, const struct ini_value *v)
{
	note_errors(b, true);
	if (b->where == 0 || b->stopped || b->scope->lost || v->key == KEY_PRIVATE)
		return;
	if (v->key < 0) {
		const char *meant = key_nearest(v->name, v->nname);
		struct finding *f = ini_say(b->text, SEVERITY_WARNING, "W401", v->key_at, v->nname,
					    "the key '%s' is not known; it is left out", v->name);
		f->help = meant ? diag_text(b->diag, "did you mean '%s'?", meant)
				: diag_text(b->diag, "for a note of your own: x-%s", v->name);
		return;
	}
	take_value(b, v);
	note_errors(b, false);
}
