/*
 * What is safe to put into the file in its author's place: where one meaning alone is near, and
 * where what was misspelt would be taken without another complaint.
 */
#include <string.h>

#include "packbuild.h"
#include "utf8.h"

/* The key takes this value as it stands. */
static bool takes(struct build *b, const struct ini_value *v, int key)
{
	const struct key_row *row = &key_rows[key];
	const char *path;

	if (v->n == 0)
		return false;
	switch (row->type) {
	case TYPE_TEXT:
		if (key == KEY_LANGUAGE)
			return pack_is_language(v->s, v->n);
		return row->most == 0 || utf8_length(v->s, v->n) <= row->most;
	case TYPE_LIST: return true;
	case TYPE_NAME: return build_is_name(v->s, v->n);
	case TYPE_PICTURE:
	case TYPE_SOUND:
		path = arena_text(&b->pack->arena, v->s, v->n);
		return path &&
		       !media_check(&b->media, path,
				    row->type == TYPE_PICTURE ? MEDIA_PICTURE : MEDIA_SOUND);
	default: return build_number(row, v->s, v->n) >= 0;
	}
}

/* It has a place: none of its kind is there yet, and what it belongs to is. */
static bool has_place(const struct build *b, int key)
{
	const struct key_row *row = &key_rows[key];

	if (row->flags & OF_CHOICE)
		return b->nchoices > 0 && !b->choice_lost && !build_choice_has(b, key);
	return row->flags & REPEATED || !((b->scope->seen | b->scope->suspects) >> key & 1);
}

static bool is_new_translation(const struct build *b, int key, const char *language, size_t n)
{
	const struct text *text = b->scope->seen >> key & 1 ? b->scope->text[key] : NULL;

	if (!text || !(key_rows[key].flags & TRANSLATED) || !pack_is_language(language, n))
		return false;
	for (const struct translation *t = text->more; t; t = t->next)
		if (strlen(t->language) == n && memcmp(t->language, language, n) == 0)
			return false;
	return true;
}

void build_fix_key(struct build *b, struct finding *f, const struct ini_value *v, size_t own)
{
	const char *meant = key_meant(v->name, own, b->where), *language;
	int key = meant ? key_find(&b->keys, meant, strlen(meant), &language) : -1;

	if (key < 0 || !takes(b, v, key))
		return;
	if (own == v->nname ? has_place(b, key)
			    : is_new_translation(b, key, v->name + own + 1, v->nname - own - 1))
		diag_fix(b->diag, f, v->key_at.offset, (uint32_t)own, meant, strlen(meant));
}

static void drop_fix(struct build *b, int key)
{
	if (b->scope->suspects >> key & 1 && b->scope->suspect[key] < b->diag->n)
		b->diag->findings[b->scope->suspect[key]].fix = NULL;
}

/* An answer that somebody else's key would become changes the question: only where it has none. */
void build_doubt_fixes(struct build *b)
{
	uint64_t answers = UINT64_C(1) << KEY_RIGHT | UINT64_C(1) << KEY_ANSWER;

	for (int key = 0; key < KEYS; key++)
		if (b->scope->seen >> key & 1 && !(key_rows[key].flags & (REPEATED | OF_CHOICE)))
			drop_fix(b, key);
	if (b->scope->seen & answers) {
		drop_fix(b, KEY_RIGHT);
		drop_fix(b, KEY_ANSWER);
	}
	if (b->scope->seen >> KEY_ANSWER & 1)
		drop_fix(b, KEY_WRONG);
	if (b->nchoices > 0)
		drop_fix(b, KEY_ANSWER);
}

void build_doubt_choice(struct build *b, int key)
{
	if (b->scope->suspects >> key & 1 && b->scope->suspect[key] < b->diag->n &&
	    b->diag->findings[b->scope->suspect[key]].at.line > b->choice_at[b->nchoices - 1].line)
		drop_fix(b, key);
}

void build_fix_section(struct build *b, struct finding *f, const char *words, size_t first,
		       const char *meant, size_t more)
{
	bool named = strcmp(meant, "topic") == 0;
	bool may_be_named = named || strcmp(meant, "question") == 0;

	if (named ? more > 0
		  : more == 0 || (may_be_named && build_is_name(words + first + 1, more)))
		diag_fix(b->diag, f, (uint32_t)(words - b->text->s), (uint32_t)first, meant,
			 strlen(meant));
}

void build_fix_word(struct build *b, struct finding *f, const struct ini_value *v,
		    const struct key_row *row)
{
	const char *meant = row->words ? word_meant(row->words, v->s, v->n) : NULL;

	if (meant)
		build_fix_value(b, f, v, meant, strlen(meant));
}

void build_fix_value(struct build *b, struct finding *f, const struct ini_value *v, const char *fix,
		     size_t n)
{
	if (memcmp(b->text->s + v->at.offset, v->s, v->n) == 0) /* on one line */
		diag_fix(b->diag, f, v->at.offset, (uint32_t)v->n, fix, n);
}

/* en_US, as other programs write it. */
void build_fix_language(struct build *b, struct finding *f, const struct ini_value *v)
{
	char tag[64];
	size_t n = strcspn(v->s, ".@"); /* de_DE.UTF-8 */

	if (n >= sizeof tag)
		return;
	for (size_t i = 0; i < n; i++)
		tag[i] = v->s[i] == '_' ? '-' : v->s[i];
	if (pack_is_language(tag, n))
		build_fix_value(b, f, v, tag, n);
}
