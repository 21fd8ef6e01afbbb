#include "packbuild.h"

#include <string.h>
#include <strings.h>
#include <unicode/uloc.h>

#include "packmeant.h"

/* The shape of BCP 47: two or three letters, then parts of one to eight letters and digits. */
bool pack_is_language(const char *s, size_t n)
{
	size_t length = 0;
	bool first = true;

	for (size_t i = 0; i <= n; i++) {
		if (i < n && s[i] != '-') {
			bool letter = (s[i] | 0x20) >= 'a' && (s[i] | 0x20) <= 'z';
			if (!letter && (first || s[i] < '0' || s[i] > '9'))
				return false;
			length++;
			continue;
		}
		if (length < (first ? 2u : 1u) || length > (first ? 3u : 8u))
			return false;
		length = 0;
		first = false;
	}
	return true;
}

/* ICU's list: all names of two letters, and several hundred of three. */
bool pack_knows_language(const char *language)
{
	size_t n = strcspn(language, "-");

	for (const char *const *known = uloc_getISOLanguages(); *known; known++)
		if (strlen(*known) == n && strncasecmp(*known, language, n) == 0)
			return true;
	return false;
}

/* The one copy of a language's name, and whether there is such a language; NULL: there are too
 * many, or memory is short. */
static const char *keep_language(struct build *b, const char *s, size_t n, bool *known)
{
	struct pack *p = b->pack;

	for (int i = 0; i < b->nlanguages; i++)
		if (strcmp(p->languages[i], s) == 0) {
			*known = !(b->strange_languages >> i & 1);
			return p->languages[i];
		}
	if (b->nlanguages == PACK_LANGUAGES)
		return NULL;
	if (!p->languages)
		p->languages = arena_take(&p->arena, (PACK_LANGUAGES + 1) * sizeof *p->languages);
	if (!p->languages || !(s = arena_text(&p->arena, s, n)))
		return NULL;
	*known = pack_knows_language(s);
	b->strange_languages |= (uint64_t) !*known << b->nlanguages;
	return p->languages[b->nlanguages++] = s;
}

/* A translation, and where its key stands, as long as the pack is in the making. */
struct placed {
	struct translation translation;
	struct textpos at;
};

struct textpos build_translated_at(const struct translation *t)
{
	return ((const struct placed *)t)->at;
}

static void say_translated_twice(struct build *b, const struct ini_value *v,
				 const struct translation *first)
{
	struct finding *f = ini_say(b->text, SEVERITY_ERROR, "E311", v->key_at, v->nname,
				    "'%s' is given twice", v->name);

	ini_second(b->text, f, build_translated_at(first), "first given here");
	f->help = "keep one of them and delete the other";
	if (b->where == IN_QUESTION && b->nchoices > 1 &&
	    (v->key == KEY_RIGHT || v->key == KEY_WRONG || key_rows[v->key].flags & OF_CHOICE))
		diag_help(b->diag, f, "put each '%s' below the '%s' that it translates", v->name,
			  key_rows[v->key].name);
}

/* A translation that is taken, into a language that can't be meant. */
static void doubt_language(struct build *b, const struct ini_value *v, const char *key,
			   const char *language, bool known)
{
	const char *own = b->pack->language, *meant;
	char two[] = {language[0], language[1], '\0'};
	struct finding *f;

	if (own && strcasecmp(own, language) == 0) {
		f = ini_say(b->text, SEVERITY_WARNING, "W413", v->key_at, v->nname,
			    "the pack itself is in '%s', and this is a translation into it",
			    language);
		diag_help(b->diag, f,
			  "write the text behind %s = and delete this line; or write behind the "
			  "dot the language that is meant",
			  key);
	}
	if (known)
		return;
	f = ini_say(b->text, SEVERITY_WARNING, "W412", v->key_at, v->nname,
		    "no language is known by the short name '%s'", language);
	meant = meant_language(language, strlen(language));
	if (!meant && pack_knows_language(two))
		meant = two;
	if (meant)
		diag_help(b->diag, f, "if it is meant, type: %s.%s = %s", key, meant,
			  diag_quote(v->s, v->n).s);
	else
		diag_help(b->diag, f, "it is as in: %s.de or %s.pt-br", key, key);
}

void build_translation(struct build *b, const struct ini_value *v, const struct key_row *row,
		       const char *language)
{
	size_t n = (size_t)(v->name + v->nname - language);
	bool seen = b->scope->seen >> v->key & 1;
	struct text *text = seen ? b->scope->text[v->key] : NULL;
	struct translation **end;
	struct placed *t;
	const char *kept;
	bool known = true;

	if (!(row->flags & TRANSLATED)) {
		diag_help(b->diag,
			  ini_say(b->text, SEVERITY_WARNING, "W403", v->key_at, v->nname,
				  "'%s' has no translations; this line is left out", row->name),
			  "for a note of your own, type: x-%s = %s", v->name,
			  diag_quote(v->s, v->n).s);
		return;
	}
	if (!pack_is_language(language, n)) {
		struct finding *f = ini_say(b->text, SEVERITY_ERROR, "E313", v->key_at, v->nname,
					    "'%s' is not the short name of a language", language);
		const char *meant = meant_language(language, n);
		if (meant)
			diag_help(b->diag, f, "type: %s.%s = %s", row->name, meant,
				  diag_quote(v->s, v->n).s);
		else
			diag_help(b->diag, f, "it is as in: %s.de or %s.pt-br", row->name,
				  row->name);
		return;
	}
	/* It is of one that was complained of, or of the misspelt one. */
	if (!text && (seen || b->scope->suspects >> v->key & 1))
		return;
	if (!text) {
		diag_help(b->diag,
			  ini_say(b->text, SEVERITY_ERROR, "E314", v->key_at, v->nname,
				  "there is no '%s' above this translation of it", row->name),
			  "add a line above it: %s = the text itself", row->name);
		return;
	}
	for (end = &text->more; *end; end = &(*end)->next)
		if (strcmp((*end)->language, language) == 0) {
			say_translated_twice(b, v, *end);
			return;
		}
	kept = keep_language(b, language, n, &known);
	if (!kept && !b->pack->arena.failed)
		build_error(b, "E326", v->key_at, v->nname,
			    "this pack has translations into more than 64 languages")
			->help = "delete some, or make two packs of it";
	doubt_language(b, v, row->name, language, known);
	if (!kept || !(t = arena_take(&b->pack->arena, sizeof *t)))
		return;
	t->translation.language = kept;
	t->translation.s = arena_text(&b->pack->arena, v->s, v->n);
	t->at = v->key_at;
	*end = &t->translation;
}
