#include "kioskmeant.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "kioskguess.h"
#include "kioskkeys.h"
#include "packkeys.h"
#include "packmeant.h"

static bool takes(int row, const char *s)
{
	struct kiosk scratch = kiosk_default();

	return kiosk_take(&scratch, row, s);
}

/* ---- words and colours ---- */

/* Other ways to say a thing, with blanks around each. */
static const struct {
	const char *said, *meant;
} manners[] = {
	{" on true y 1 enabled ", "yes"},
	{" off false n 0 none never disabled ", "no"},
	{" no false 0 disabled ", "off"},
	{" no off false 0 ", "none"},
	{" no off none 0 ", "never"},
	{" no off none mute silent ", "0"},
	{" full max loud on yes ", "100"},
	{" yes on normal true ", "standard"},
	{" yes on true normal ", "full"},
	{" yes on true day today ", "daily"},
	{" week ", "weekly"},
	{" forever always all ", "ever"},
	{" yes on true initials letters ", "wheel"},
	{" random ", "generated"},
	{" light white bright ", "paper"},
	{" black night ", "dark"},
	{" contrast high-contrast ", "hc"},
	{" portrait ", "90"},
	{" landscape normal none no ", "0"},
	{" noon midday ", "12:00"},
	{" midnight ", "00:00"},
	{" white ", "#FFFFFF"},
	{" black ", "#000000"},
	{" red ", "#FF0000"},
	{" green ", "#008000"},
	{" blue ", "#0000FF"},
	{" yellow ", "#FFFF00"},
	{" orange ", "#FFA500"},
	{" purple violet ", "#800080"},
	{" pink ", "#FFC0CB"},
	{" grey gray ", "#808080"},
	{" brown ", "#A52A2A"},
	{" turquoise teal cyan ", "#40E0D0"},
	{" gold ", "#FFD700"},
	{" navy ", "#000080"},
};

static bool guess_manner(int row, const char *s, char out[KIOSK_GUESS])
{
	char word[KIOSK_GUESS];

	snprintf(word, sizeof word, " %s ", s);
	for (char *c = word; *c; c++)
		*c = (char)tolower((unsigned char)*c);
	for (size_t i = 0; i < sizeof manners / sizeof *manners; i++) {
		snprintf(out, KIOSK_GUESS, "%s", manners[i].meant);
		if (strstr(manners[i].said, word) && takes(row, out))
			return true;
	}
	return false;
}

static bool guess_near(int row, const char *s, char out[KIOSK_GUESS])
{
	const struct kiosk_row *r = &kiosk_rows[row];
	const char *words[16] = {NULL}, *const *of = r->words, *near;

	if (r->kind == KIOSK_SETTING || r->kind == KIOSK_TURN)
		of = setting_rows[r->least].words;
	for (int i = 0; r->kind == KIOSK_MODE && game_modes[i].id; i++)
		words[i] = game_modes[i].id;
	near = r->kind == KIOSK_MODE      ? word_nearest(words, s, strlen(s))
	       : r->kind == KIOSK_TONGUES ? meant_language(s, strlen(s))
	       : of                       ? word_nearest(of, s, strlen(s))
					  : NULL;
	snprintf(out, KIOSK_GUESS, "%s", near ? near : "");
	return near;
}

/* Three digits stand for six; the mark may be missing. */
static bool guess_colour(int row, const char *s, char out[KIOSK_GUESS])
{
	s += *s == '#' ? 1 : strncasecmp(s, "0x", 2) == 0 ? 2 : 0;
	size_t n = strspn(s, "0123456789abcdefABCDEF");

	(void)row;
	if (s[n])
		return false;
	if (n == 3)
		snprintf(out, KIOSK_GUESS, "#%c%c%c%c%c%c", s[0], s[0], s[1], s[1], s[2], s[2]);
	else
		snprintf(out, KIOSK_GUESS, "#%s", s);
	return true;
}

/* ---- numbers ---- */

/* 200%, 20 px, -5: the nearest that it takes. */
static bool guess_number(int row, const char *s, char out[KIOSK_GUESS])
{
	const struct kiosk_row *r = &kiosk_rows[row];
	bool set = r->kind == KIOSK_SETTING;
	const struct setting_row *row_set = set ? &setting_rows[r->least] : NULL;
	char *end;
	long n = strtol(s, &end, 10);

	if (end == s)
		return false;
	if (set && row_set->kind == SETTING_NUMBER)
		n = kiosk_between(n, row_set->least, row_set->most);
	else if (r->kind == KIOSK_NUMBER)
		n = kiosk_between(n, r->least, r->most);
	snprintf(out, KIOSK_GUESS, "%ld", n);
	return true;
}

/* ---- one value, or one of a list ---- */

bool kiosk_quoted(const char *s, size_t *open, size_t *close)
{
	static const char *const pairs[][2] = {
		{"\"", "\""}, {"'", "'"}, {"“", "”"}, {"„", "“"}, {"«", "»"}};
	size_t n = strlen(s);

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		*open = strlen(pairs[i][0]);
		*close = strlen(pairs[i][1]);
		if (n >= *open + *close && strncmp(s, pairs[i][0], *open) == 0 &&
		    strcmp(s + n - *close, pairs[i][1]) == 0)
			return true;
	}
	return false;
}

static bool guess(int row, const char *s, char out[KIOSK_GUESS])
{
	static bool (*const ways[])(int row, const char *s, char out[KIOSK_GUESS]) = {
		guess_manner, guess_number, guess_near};
	static bool (*const own[])(int row, const char *s, char out[KIOSK_GUESS]) = {
		[KIOSK_DURATION] = kiosk_guess_duration,
		[KIOSK_COLOUR] = guess_colour,
		[KIOSK_WEEK] = kiosk_guess_span,
		[KIOSK_MINUTE] = kiosk_guess_minute,
		[KIOSK_DIRECTORY] = NULL, /* the last kind */
	};
	enum kiosk_kind kind = kiosk_rows[row].kind;
	size_t open, close;
	char bare[KIOSK_GUESS];

	if (kiosk_quoted(s, &open, &close)) {
		snprintf(bare, sizeof bare, "%.*s", (int)(strlen(s) - open - close), s + open);
		snprintf(out, KIOSK_GUESS, "%s", bare);
		if (takes(row, out))
			return true;
		s = bare;
	}
	if (own[kind] && own[kind](row, s, out) && takes(row, out))
		return true;
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
		if (ways[i](row, s, out) && takes(row, out))
			return true;
	return false;
}

/* ---- what to type ---- */

static void write_example(int row, char out[256])
{
	static const char *const samples[] = {
		[KIOSK_FOLDER] = "/srv/quiz",
		[KIOSK_NUMBER] = "10",
		[KIOSK_TONGUES] = "en",
		[KIOSK_COLOUR] = "#FF4F98",
		[KIOSK_WEEK] = "Mon-Fri 09:00-18:00",
		[KIOSK_TEXT] = "The Town Museum",
		[KIOSK_DIRECTORY] = "/srv/report",
	};
	char wants[256];

	kiosk_key(row, wants, out);
	if (!out[0])
		snprintf(out, 256, "%s", samples[kiosk_rows[row].kind]);
}

/* `key`: what goes before what is to be typed; "" where that is one of several. */
static void fill(int row, const char *value, size_t n, const char *key, const char *path,
		 struct kiosk_slip *s)
{
	const struct kiosk_row *r = &kiosk_rows[row];
	bool line = r->kind == KIOSK_FOLDER || r->kind == KIOSK_TEXT || r->kind == KIOSK_DIRECTORY;
	int over = line ? kiosk_over(r, value, n) : 0;
	const char *is = *key ? " = " : "";
	char meant[256];

	s->n = n;
	snprintf(s->said, sizeof s->said, "%.*s", (int)n, value);
	if (r->kind == KIOSK_HASH)
		snprintf(s->help, sizeof s->help,
			 "type in a terminal: sudo stairwell kiosk --set-pin %s", path);
	else if (line && over > 0)
		snprintf(s->help, sizeof s->help, "leave out at least %d letter%s", over,
			 over == 1 ? "" : "s");
	else if (line && memchr(value, '\n', n))
		snprintf(s->help, sizeof s->help, "type it in one line");
	else if (n > 0 && takes(row, s->said))
		snprintf(s->help, sizeof s->help,
			 "delete it: there are as many before it as can be");
	else if (n > 0 && guess(row, s->said, meant))
		snprintf(s->help, sizeof s->help, "type: %s%s%s", key, is, meant);
	else {
		write_example(row, meant);
		snprintf(s->help, sizeof s->help, "type, for example: %s%s%s", key, is, meant);
	}
}

/* Each item of a list is taken alone, and then, where nothing is wrong with any, with all that
 * stand before it: there may be too many. */
static bool find_item(int row, const char *value, bool alone, const char *path, size_t *next,
		      struct kiosk_slip *out)
{
	const char *at = value + *next, *s;
	char some[2048];
	size_t n, all = strlen(value);

	while (kiosk_item(&at, &s, &n)) {
		const char *from = alone ? s : value;
		snprintf(some, sizeof some, "%.*s", (int)(s + n - from), from);
		if (takes(row, some))
			continue;
		out->at = (size_t)(s - value);
		fill(row, s, n, n == all ? kiosk_rows[row].key : "", path, out);
		*next = alone ? (size_t)(at - value) : all;
		return true;
	}
	return false;
}

bool kiosk_slip(int row, const char *value, const char *path, size_t *next, struct kiosk_slip *out)
{
	size_t n = strlen(value);
	bool first = *next == 0;

	if (!first && *next >= n)
		return false;
	if (kiosk_is_list(row)) {
		if (find_item(row, value, true, path, next, out))
			return true;
		if (!first)
			return false;
		if (find_item(row, value, false, path, next, out))
			return true;
	}
	out->at = 0;
	fill(row, value, n, kiosk_rows[row].key, path, out);
	*next = n + 1;
	return true;
}
