/* What a key's value does to the pack, the settings of a section or the question in the making. */
#include "packbuild.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "packguess.h"
#include "packmeant.h"

struct settings *build_settings(struct build *b)
{
	switch (b->where) {
	case IN_PACK: return &b->own[0];
	case IN_DEFAULTS: return &b->own[1];
	case IN_TOPIC: return &b->own[2];
	default: return &b->of_question;
	}
}

static struct lines *add_line(struct build *b, const char *s, size_t n)
{
	struct lines *line = arena_take(&b->pack->arena, sizeof *line);

	if (line)
		line->text.s = arena_text(&b->pack->arena, s, n);
	return line && line->text.s ? line : NULL;
}

static bool has_line(const struct lines *l, const char *s, size_t n)
{
	for (; l; l = l->next)
		if (strncmp(l->text.s, s, n) == 0 && l->text.s[n] == '\0')
			return true;
	return false;
}

/* A comma list, in front of what is inherited. */
static void set_tags(struct build *b, const struct lines **tags, const struct ini_value *v)
{
	const struct lines *inherited = *tags, *first = inherited;
	struct lines *last = NULL;
	int count = 0;

	for (const struct lines *l = inherited; l; l = l->next)
		count++;
	for (const char *s = v->s, *comma; s; s = comma ? comma + 1 : NULL) {
		size_t n;
		struct lines *line;
		comma = strchr(s, ',');
		n = comma ? (size_t)(comma - s) : strlen(s);
		while (n > 0 && strchr(" \t\n", *s))
			s++, n--;
		while (n > 0 && strchr(" \t\n", s[n - 1]))
			n--;
		if (n == 0 || has_line(first, s, n))
			continue;
		if (++count > PACK_TAGS) {
			build_error(b, "E325", v->key_at, v->nname,
				    "a question has at most 64 tags, inherited ones too")
				->help = "delete some";
			break;
		}
		if (!(line = add_line(b, s, n)))
			break;
		line->next = inherited;
		if (last)
			last->next = line;
		else
			first = line;
		last = line;
	}
	*tags = first;
}

static void set_source(struct build *b, const struct lines **source, const struct ini_value *v)
{
	struct lines *line = add_line(b, v->s, v->n);

	if (!line)
		return;
	if (b->source_end)
		*b->source_end = line;
	else
		*source = line;
	if (!b->source_end)
		b->nsources = 0;
	b->source_end = (struct lines **)&line->next;
	if (b->nsources++ == PACK_SOURCES)
		ini_say(b->text, SEVERITY_WARNING, "W409", v->key_at, v->nname,
			"there are more sources than are shown")
			->help = "the first eight are shown: write several into one line";
	b->scope->text[KEY_SOURCE] = &line->text;
}

static void add_author(struct build *b, const struct ini_value *v)
{
	struct lines *line = add_line(b, v->s, v->n);

	if (!line)
		return;
	if (b->author_end)
		*b->author_end = line;
	else
		b->pack->author = line;
	b->author_end = (struct lines **)&line->next;
	b->scope->text[KEY_AUTHOR] = &line->text;
}

static void add_choice(struct build *b, const struct ini_value *v, struct text **text)
{
	struct choice *c;

	if (b->nchoices == PACK_CHOICES) {
		build_error(b, "E303", v->key_at, v->nname,
			    "this question has more than 26 choices")
			->help = "delete some, or make two questions of it";
		b->scope->lost = true;
		return;
	}
	b->choice_lost = false;
	b->choice_at[b->nchoices] = v->key_at;
	c = &b->choices[b->nchoices++];
	*c = (struct choice){.right = v->key == KEY_RIGHT};
	b->nright += c->right;
	if (c->right && b->nright == PACK_RIGHT + 1)
		build_error(b, "E304", v->key_at, v->nname,
			    "this question has more than 6 right answers")
			->help = "delete some: no more than 6 fit on a screen";
	if (v->n > 0)
		c->text.s = arena_text(&b->pack->arena, v->s, v->n);
	*text = &c->text;
}

bool build_is_name(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!memchr("abcdefghijklmnopqrstuvwxyz0123456789-_.", s[i], 39))
			return false;
	return n <= PACK_ID;
}

static void say_path(struct build *b, const struct ini_value *v, const struct key_row *row,
		     const struct media_fault *fault)
{
	const char *like = strcmp(fault->code, "E322") <= 0 && diag_keeps(b->diag, SEVERITY_ERROR)
				   ? guess_path(b, v, row)
				   : NULL;

	build_error(b, fault->code, v->at, v->n, fault->message)->help = like ? like : fault->help;
}

static const char *read_path(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	const char *path = arena_text(&b->pack->arena, v->s, v->n);
	enum media kind = row->type == TYPE_PICTURE ? MEDIA_PICTURE : MEDIA_SOUND;
	const struct media_fault *fault = path ? media_check(&b->media, path, kind) : NULL;

	if (fault)
		say_path(b, v, row, fault);
	return path;
}

static struct text *pack_text(struct pack *p, int key)
{
	return key == KEY_TITLE ? &p->title : &p->about;
}

static const char **pack_words(struct pack *p, int key)
{
	switch (key) {
	case KEY_ID: return &p->id;
	case KEY_LICENCE: return &p->licence;
	case KEY_LANGUAGE: return &p->language;
	case KEY_VERSION: return &p->version;
	case KEY_UPDATED: return &p->updated;
	default: return &p->homepage;
	}
}

static struct text *question_text(struct build *b, int key)
{
	switch (key) {
	case KEY_ASK: return &b->q.ask;
	case KEY_HINT: return &b->q.hint;
	case KEY_WHY: return &b->q.why;
	case KEY_ALT: return &b->q.alt;
	case KEY_CREDIT: return &b->q.credit;
	case KEY_BECAUSE: return &b->choices[b->nchoices - 1].because;
	default: return &b->choices[b->nchoices - 1].alt;
	}
}

static void set_quizpack(struct build *b, const struct ini_value *v)
{
	if (build_read_number(v->s, v->n, 1, 1) == 1)
		return;
	if (build_read_number(v->s, v->n, 2, 9999999) > 0) {
		ini_say(b->text, SEVERITY_ERROR, "E203", v->at, v->n,
			"this pack is of format %s, and this program reads format 1", v->s)
			->help = "install a newer version of the program";
		b->stopped = true;
	} else {
		build_say_value(b, v, "type: quizpack = 1");
	}
}

static void set_inherited(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	bool in_question = b->where == IN_QUESTION;
	struct settings *s = build_settings(b);
	int number = 0;

	if (v->key == KEY_SOURCE) {
		set_source(b, &s->source, v);
		return;
	}
	if (v->key == KEY_TAGS) {
		if (!in_question)
			s->tags = b->where == IN_TOPIC
					  ? (b->own[1].tags ? b->own[1].tags : b->own[0].tags)
				  : b->where == IN_DEFAULTS ? b->own[0].tags
							    : NULL;
		set_tags(b, &s->tags, v);
		return;
	}
	number = build_read_value(b, v, row);
	if (number < 0 && (in_question || (v->key != KEY_PICK && v->key != KEY_SHUFFLE)))
		return;
	if (number < 0) { /* it is the questions that sit out */
		number = NOT_KNOWN;
		b->errors++;
	}
	switch (v->key) {
	case KEY_PICK: s->pick = (uint8_t)number; break;
	case KEY_SHOW: s->show = (uint8_t)number; break;
	case KEY_SHUFFLE: s->shuffle = (uint8_t)number; break;
	case KEY_LEVEL: s->level = (uint8_t)number; break;
	case KEY_POINTS: s->points = number; break;
	default: s->time_s = number; break;
	}
}

/* The first part of two letters behind the language itself: its country. NULL: none. */
static const char *find_country(const char *tag)
{
	const char *part = strchr(tag, '-');

	while (part && strcspn(part + 1, "-") != 2)
		part = strchr(part + 1, '-');
	return part ? part + 1 : NULL;
}

static void check_language(struct build *b, const struct ini_value *v)
{
	const char *meant = meant_language(v->s, v->n), *country;
	bool shaped = pack_is_language(v->s, v->n);
	char tag[64];
	struct finding *f;

	if (shaped && v->n < sizeof tag && (country = find_country(v->s)) &&
	    strncasecmp(country, "uk", 2) == 0) {
		memcpy(tag, v->s, v->n + 1);
		memcpy(tag + (country - v->s), "GB", 2);
		f = ini_say(b->text, SEVERITY_WARNING, "W407", v->at, v->n,
			    "'%s' is not the short name of a language: its country is GB", v->s);
		diag_help(b->diag, f, "type: language = %s", tag);
		build_fix_value(b, f, v, tag, v->n);
		return;
	}
	if (shaped && pack_knows_language(v->s))
		return;
	f = ini_say(b->text, SEVERITY_WARNING, "W407", v->at, v->n,
		    "'%s' is not the short name of a language", diag_quote(v->s, v->n).s);
	f->help = meant ? diag_text(b->diag, "type: language = %s", meant)
			: "it is as in: language = en or language = pt-BR";
	if (!shaped)
		build_fix_language(b, f, v);
}

static bool is_day(int year, int month, int day)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return year > 0 && month > 0 && month <= 12 && day > 0 &&
	       day <= days[month - 1] + (leap && month == 2);
}

/* 2026-01-31; another way to write a day is good for a guess. */
static void check_day(struct build *b, const struct ini_value *v)
{
	int first, second, third, used = 0, at = 0;
	struct finding *f;

	if (sscanf(v->s, "%4d%*1[-./]%n%2d%*1[-./]%4d%n", &first, &at, &second, &third, &used) !=
		    3 ||
	    (size_t)used != v->n)
		first = second = third = 0;
	if (at == 5 && v->n == 10 && v->s[4] == '-' && v->s[7] == '-' &&
	    is_day(first, second, third))
		return;
	f = ini_say(b->text, SEVERITY_WARNING, "W414", v->at, v->n,
		    "'%s' is not a day of the calendar", diag_quote(v->s, v->n).s);
	f->help = "it is as in: updated = 2026-01-31";
	if (at == 5 && is_day(first, second, third))
		diag_help(b->diag, f, "type: updated = %04d-%02d-%02d", first, second, third);
	else if (third > 999 && is_day(third, second, first) &&
		 (first > 12 || first == second || strchr(v->s, '.')))
		diag_help(b->diag, f, "type: updated = %04d-%02d-%02d", third, second, first);
	else if (third > 999 && second > 12 && is_day(third, first, second))
		diag_help(b->diag, f, "type: updated = %04d-%02d-%02d", third, first, second);
}

void build_store(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	struct text *text = NULL;
	int number;

	switch ((enum key)v->key) {
	case KEY_QUIZPACK: set_quizpack(b, v); break;
	case KEY_AUTHOR: add_author(b, v); return;
	case KEY_COVER: b->pack->cover = read_path(b, v, row); break;
	case KEY_DRAW:
		number = build_read_value(b, v, row);
		b->pack->draw = number > 0 ? number : 0;
		break;
	case KEY_ORDER: b->pack->in_order = build_read_value(b, v, row) == 1; break;
	case KEY_TITLE:
	case KEY_ABOUT: text = pack_text(b->pack, v->key); break;
	case KEY_LANGUAGE:
		check_language(b, v);
		*pack_words(b->pack, v->key) = arena_text(&b->pack->arena, v->s, v->n);
		break;
	case KEY_ID:
		if (!build_is_name(v->s, v->n)) {
			const char *like = guess_id(b, v->s, v->n);
			build_say_value(
				b, v,
				like ? diag_text(b->diag, "type: id = %s", like)
				     : "it can have a-z, 0-9, '-', '_' and '.', at most 39 of "
				       "them");
		}
		/* fall through */
	case KEY_LICENCE:
	case KEY_VERSION:
	case KEY_UPDATED:
	case KEY_HOMEPAGE:
		if (v->key == KEY_UPDATED)
			check_day(b, v);
		*pack_words(b->pack, v->key) = arena_text(&b->pack->arena, v->s, v->n);
		break;
	case KEY_RIGHT:
	case KEY_WRONG: add_choice(b, v, &b->scope->text[v->key]); return;
	case KEY_ANSWER:
		if (word_find(row->words, v->s) >= 0 || word_nearest(row->words, v->s, v->n)) {
			b->truth = build_read_value(b, v, row);
		} else { /* what to say hangs on the choices */
			b->answer = arena_text(&b->pack->arena, v->s, v->n);
			b->answer_at = v->at;
		}
		break;
	case KEY_CHOICE_IMAGE: b->choices[b->nchoices - 1].image = read_path(b, v, row); break;
	case KEY_IMAGE: b->q.image = read_path(b, v, row); break;
	case KEY_AUDIO: b->q.audio = read_path(b, v, row); break;
	case KEY_ASK:
	case KEY_HINT:
	case KEY_WHY:
	case KEY_ALT:
	case KEY_CREDIT:
	case KEY_BECAUSE:
	case KEY_CHOICE_ALT: text = question_text(b, v->key); break;
	case KEY_LINT_IGNORE:
		build_check_ignored(b, v);
		build_settings(b)->ignore = arena_text(&b->pack->arena, v->s, v->n);
		break;
	default: set_inherited(b, v, row); return;
	}
	if (text) {
		text->s = arena_text(&b->pack->arena, v->s, v->n);
		b->scope->text[v->key] = text;
	}
}
