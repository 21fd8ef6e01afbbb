/* What to type for a value, an ID or a path that cannot be taken. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "packguess.h"
#include "packmeant.h"

enum { ROOM = 200 };

static void trim(char *s)
{
	size_t from = strspn(s, " \t"), n = strlen(s);

	while (n > from && (s[n - 1] == ' ' || s[n - 1] == '\t'))
		n--;
	s[n] = '\0';
	memmove(s, s + from, n - from + 1);
}

/* Without quotes around it, a comment behind it and a full stop at its end. */
static void bare_value(char *s)
{
	static const char *const quotes[] = {"\"", "'", "“", "”", "„", "‘", "’", "«", "»"};
	size_t n;

	for (char *p = s + 1; *s && *p; p++)
		if (strchr(";#", *p) && strchr(" \t", p[-1])) {
			*p = '\0';
			break;
		}
	trim(s);
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
		size_t width = strlen(quotes[i]);
		n = strlen(s);
		if (n >= width && memcmp(s + n - width, quotes[i], width) == 0)
			s[n - width] = '\0';
		if (strncmp(s, quotes[i], width) == 0)
			memmove(s, s + width, strlen(s + width) + 1);
	}
	n = strlen(s);
	while (n > 0 && strchr(".!,;", s[n - 1]))
		s[--n] = '\0';
	trim(s);
}

static int word_number(const char *s)
{
	static const char *const numbers[] = {"zero", "one",   "two",   "three", "four", "five",
					      "six",  "seven", "eight", "nine",  "ten",  NULL};
	return word_find(numbers, s);
}

/* `1.000`, `10 points`, `100%`, `three`: a number, or -1. */
static int loose_number(const char *s)
{
	int number = 0, digits = 0;

	if (word_number(s) >= 0)
		return word_number(s);
	for (; *s >= '0' && *s <= '9' && digits < 7; s++, digits++) {
		number = 10 * number + *s - '0';
		if (strchr(".,' ", s[1]) && s[1] && strspn(s + 2, "0123456789") == 3)
			s++;
	}
	if (digits == 0 || (*s && !strchr(" %*", *s) && (*s | 0x20) < 'a') || *s == '.' ||
	    *s == ',')
		return -1;
	return number;
}

/* `20 s`, `2 minutes`, `1:30` as the key takes it. */
static bool loose_time(const char *s, char *out)
{
	int a, b, used = 0;
	char unit = '\0';

	if (sscanf(s, "%4d : %2d%n", &a, &b, &used) == 2 && used == (int)strlen(s) && a >= 0 &&
	    b >= 0) {
		sprintf(out, a ? "%dm%02d" : "%.0d%d", a, b);
		return true;
	}
	a = (int)strspn(s, "0123456789");
	unit = a > 0 && a < 5 ? (char)(s[a + strspn(s + a, " ")] | 0x20) : 'h';
	for (const char *p = s + a; *p; p++)
		if (*p != ' ' && (*p | 0x20) < 'a')
			return false;
	if (unit != (' ' | 0x20) && unit != 's' && unit != 'm')
		return false;
	sprintf(out, "%.*s%s", a, s, unit == 'm' ? "m" : "");
	return true;
}

const char *guess_value(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	char s[ROOM], typed[ROOM] = "";
	const char *word = NULL;

	if (v->n >= sizeof s)
		return NULL;
	memcpy(s, v->s, v->n + 1);
	bare_value(s);
	if (row->words)
		word = word_find(row->words, s) >= 0 ? s : meant_value(v->key, s, strlen(s));
	if (row->words && !word)
		word = word_nearest(row->words, s, strlen(s));
	if (!word && row->type != TYPE_WORD) {
		if (row->type == TYPE_TIME ? loose_time(s, typed) : loose_number(s) >= 0)
			word = typed;
		if (word && row->type != TYPE_TIME)
			sprintf(typed, "%d", loose_number(s));
	}
	if (!word)
		word = meant_value(v->key, s, strlen(s));
	if (!word || strcmp(word, v->s) == 0 || build_number(row, word, strlen(word)) < 0)
		return NULL;
	return diag_text(b->diag, "type: %s = %s", row->name, word);
}

/* Without its accent: what stands for a letter of two bytes; NULL: nothing does. */
static const char *plain_letter(const char *s, size_t n)
{
	static const char *const letters[][2] = {
		{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "ae"}, {"Ö", "oe"}, {"Ü", "ue"},
		{"ß", "ss"}, {"á", "a"},  {"à", "a"},  {"â", "a"},  {"ã", "a"},  {"å", "a"},
		{"é", "e"},  {"è", "e"},  {"ê", "e"},  {"ë", "e"},  {"í", "i"},  {"î", "i"},
		{"ó", "o"},  {"ô", "o"},  {"õ", "o"},  {"ø", "o"},  {"ú", "u"},  {"û", "u"},
		{"ñ", "n"},  {"ç", "c"},
	};

	for (size_t i = 0; n >= 2 && i < sizeof letters / sizeof *letters; i++)
		if (memcmp(s, letters[i][0], 2) == 0)
			return letters[i][1];
	return NULL;
}

const char *guess_id(struct build *b, const char *words, size_t n)
{
	char id[PACK_ID + 1];
	size_t at = 0;

	for (size_t i = 0; i < n && at < PACK_ID; i++) {
		const char *plain = plain_letter(words + i, n - i);
		if (plain) {
			i++;
			for (; *plain && at < PACK_ID; plain++)
				id[at++] = *plain;
			continue;
		}
		char c = words[i] >= 'A' && words[i] <= 'Z' ? (char)(words[i] | 0x20) : words[i];
		if (c != '-' && build_is_name(&c, 1))
			id[at++] = c;
		else if (at > 0 && id[at - 1] != '-')
			id[at++] = '-';
	}
	while (at > 0 && id[at - 1] == '-')
		at--;
	return at > 0 ? diag_text(b->diag, "%.*s", (int)at, id) : NULL;
}

const char *guess_path(struct build *b, const struct ini_value *v, const struct key_row *row)
{
	static const char *const keys[] = {[MEDIA_PICTURE] = "image", [MEDIA_SOUND] = "audio"};
	enum media kind = row->type == TYPE_PICTURE ? MEDIA_PICTURE : MEDIA_SOUND;
	enum media other = kind == MEDIA_PICTURE ? MEDIA_SOUND : MEDIA_PICTURE;
	char path[ROOM], found[2 * ROOM];
	const char *name = path;
	int drop = 0;

	if (v->n >= sizeof path)
		return NULL;
	memcpy(path, v->s, v->n + 1);
	bare_value(path);
	path[strcspn(path, ",;|")] = '\0';
	trim(path);
	if (strstr(path, "://") && strncasecmp(path, "file:", 5) != 0)
		return NULL;
	for (char *p = path; *p; p++)
		if (*p == '\\')
			*p = '/';
	while (strncmp(path + drop, "./", 2) == 0)
		drop += 2;
	name = path + drop;
	if (v->key != KEY_COVER && v->key != KEY_CHOICE_IMAGE && media_is_kind(name, other))
		return diag_text(b->diag, "type: %s = %s", keys[other], name);
	if (media_nearest(&b->media, name, kind, found, sizeof found) && strcmp(found, v->s) != 0)
		return diag_text(b->diag, "type: %s = %s", row->name, found);
	if (strchr(v->s, '\\') && name[0] != '/' && !strchr(name, ':') && !strstr(name, ".."))
		return diag_text(b->diag, "type: %s = %s", row->name, name);
	if (strrchr(name, '/'))
		name = strrchr(name, '/') + 1;
	if (name != path && *name && media_is_kind(name, kind) &&
	    (strchr(v->s, '\\') || strchr(v->s, ':') || v->s[0] == '/' || strstr(v->s, "..")))
		return diag_text(b->diag, "put the file beside the pack, and type: %s = %s",
				 row->name, name);
	return NULL;
}
