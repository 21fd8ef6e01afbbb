#include "kioskkeys.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "game.h"
#include "iniread.h"
#include "packkeys.h"
#include "utf8.h"

static const char *const switch_words[] = {"no", "yes", NULL};
static const char *const board_words[] = {"no", "daily", "weekly", "event", "ever", NULL};
static const char *const name_words[] = {"wheel", "generated", "none", NULL};
static const char *const never_words[] = {"never", NULL};

#define IN(member) offsetof(struct kiosk, member), sizeof((struct kiosk *)0)->member
#define SET        offsetof(struct kiosk, set), sizeof(struct settings)

const struct kiosk_row kiosk_rows[KIOSK_KEYS] = {
	/* clang-format off */
	{"packs",           KIOSK_FOLDER,    0, 0, NULL, IN(packs)},
	{"modes",           KIOSK_MODE,      0, 0, NULL, IN(modes)},
	{"questions",       KIOSK_NUMBER,    1, PACK_DRAW, NULL, IN(questions)},
	{"idle",            KIOSK_DURATION,  10000, 3600000, NULL, IN(idle_ms)},
	{"warn",            KIOSK_DURATION,  5000, 300000, NULL, IN(warn_ms)},
	{"languages",       KIOSK_TONGUES,   0, 0, NULL, IN(languages)},
	{"hours",           KIOSK_WEEK,      0, 0, NULL, IN(hours)},
	{"pin",             KIOSK_HASH,      0, 0, NULL, IN(pin)},
	{"boards",          KIOSK_WORD,      0, 0, board_words, IN(boards)},
	{"names",           KIOSK_WORD,      0, 0, name_words, IN(names)},
	{"day-begins",      KIOSK_MINUTE,    0, 0, NULL, IN(day_min)},
	{"title",           KIOSK_TEXT,      0, 0, NULL, IN(title)},
	{"headline",        KIOSK_TEXT,      0, 0, NULL, IN(headline)},
	{"theme",           KIOSK_SETTING,   SETTING_THEME, 0, NULL, SET},
	{"brand",           KIOSK_COLOUR,    0, 0, NULL, IN(brand)},
	{"primary",         KIOSK_COLOUR,    0, 0, NULL, IN(primary)},
	{"on-primary",      KIOSK_COLOUR,    0, 0, NULL, IN(onprimary)},
	{"rotate",          KIOSK_TURN,      SETTING_ROTATION, 0, NULL, SET},
	{"text-size",       KIOSK_SETTING,   SETTING_TEXT, 0, NULL, SET},
	{"motion",          KIOSK_SETTING,   SETTING_MOTION, 0, NULL, SET},
	{"volume",          KIOSK_NUMBER,    0, 100, NULL, IN(volume)},
	{"quiet",           KIOSK_WEEK,      0, 0, NULL, IN(quiet)},
	{"quiet-volume",    KIOSK_NUMBER,    0, 100, NULL, IN(quiet_volume)},
	{"bed",             KIOSK_WORD,      0, 0, switch_words, IN(bed)},
	{"game-sounds",     KIOSK_SETTING,   SETTING_CUES, 0, NULL, SET},
	{"question-sounds", KIOSK_SETTING,   SETTING_MEDIA, 0, NULL, SET},
	{"captions",        KIOSK_SETTING,   SETTING_CAPTIONS, 0, NULL, SET},
	{"clock",           KIOSK_SETTING,   SETTING_CLOCK, 0, NULL, SET},
	{"reading-speed",   KIOSK_SETTING,   SETTING_READING, 0, NULL, SET},
	{"speed-bonus",     KIOSK_SETTING,   SETTING_BONUS, 0, NULL, SET},
	{"report",          KIOSK_DIRECTORY, 0, 0, NULL, IN(report)},
	{"report-at",       KIOSK_MINUTE,    0, 0, never_words, IN(report_min)},
	{"keep",            KIOSK_NUMBER,    7, 36500, NULL, IN(keep_days)},
	{"sticks",          KIOSK_DIRECTORY, 0, 0, NULL, IN(sticks)},
	{"keyboard",        KIOSK_WORD,      0, 0, switch_words, IN(keyboard)},
	{"buttons",         KIOSK_WORD,      0, 0, switch_words, IN(buttons)},
	/* clang-format on */
};

struct kiosk kiosk_default(void)
{
	return (struct kiosk){
		.modes = 1,
		.idle_ms = 60000,
		.warn_ms = 20000,
		.set = settings_default(),
		.boards = BOARDS_DAY,
		.day_min = 4 * 60,
		.volume = 80,
		.quiet_volume = 30,
		.bed = 1,
		.report_min = 23 * 60 + 30,
		.keep_days = 400,
		.sticks = "/run/stairwell/sticks",
		.keyboard = 1,
		.buttons = 1,
	};
}

int kiosk_row_find(const char *name, size_t n)
{
	for (int i = 0; i < KIOSK_KEYS; i++)
		if (strlen(kiosk_rows[i].key) == n && memcmp(kiosk_rows[i].key, name, n) == 0)
			return i;
	return -1;
}

bool kiosk_is_pin(const char *pin)
{
	size_t n = strspn(pin, "0123456789");

	return pin[n] == '\0' && n >= KIOSK_PIN_LEAST && n <= KIOSK_PIN_MOST;
}

/* ---- values ---- */

int kiosk_over(const struct kiosk_row *row, const char *s, size_t n)
{
	if (row->kind == KIOSK_TEXT)
		return utf8_length(s, n) - KIOSK_LETTERS;
	return (int)n - ((int)(row->kind == KIOSK_FOLDER ? KIOSK_PATH : row->room) - 1);
}

bool kiosk_is_list(int row)
{
	enum kiosk_kind kind = kiosk_rows[row].kind;

	return kind == KIOSK_MODE || kind == KIOSK_TONGUES || kind == KIOSK_WEEK;
}

bool kiosk_item(const char **at, const char **s, size_t *n)
{
	*s = *at + strspn(*at, " \t\n,");
	*n = strcspn(*s, ",");
	*at = *s + *n;
	while (*n > 0 && (ini_blank((*s)[*n - 1]) || (*s)[*n - 1] == '\n'))
		--*n;
	return *n > 0;
}

static bool next_word(const char **at, char *out, size_t room)
{
	const char *s;
	size_t n;

	if (!kiosk_item(at, &s, &n))
		return false;
	snprintf(out, room, "%.*s", (int)n, s);
	return true;
}

static bool take_modes(unsigned *out, const char *s)
{
	char word[32];
	unsigned modes = 0;

	while (next_word(&s, word, sizeof word)) {
		const struct mode *m = game_mode(word);
		if (!m)
			return false;
		modes |= 1u << (m - game_modes);
	}
	*out = modes ? modes : *out;
	return modes;
}

static bool take_languages(struct kiosk *k, const char *s)
{
	char tags[KIOSK_LANGUAGES][KIOSK_TAG], word[80];
	int n = 0;

	while (next_word(&s, word, sizeof word)) {
		if (n == KIOSK_LANGUAGES || strlen(word) >= KIOSK_TAG ||
		    !pack_is_language(word, strlen(word)))
			return false;
		snprintf(tags[n++], KIOSK_TAG, "%s", word);
	}
	memcpy(k->languages, tags, sizeof tags);
	k->nlanguages = n;
	return n > 0;
}

static bool take_minute(const char **s, int *out)
{
	int h, m, n = 0;

	if (!isdigit((unsigned char)**s) || sscanf(*s, "%2d:%2d%n", &h, &m, &n) != 2 || n < 4 ||
	    h > 24 || m > 59 || h * 60 + m > 24 * 60)
		return false;
	*s += n;
	*out = h * 60 + m;
	return true;
}

static int take_day(const char **s)
{
	static const char *const days[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

	for (int d = 0; d < 7; d++)
		if (strncasecmp(*s, days[d], 3) == 0) {
			*s += 3;
			return d;
		}
	return -1;
}

/* `Mon-Fri 09:00-18:00`; without days, all of them. */
static bool take_span(struct kiosk_span *out, const char *s)
{
	struct kiosk_span span = {.days = 127};
	int from = take_day(&s), to = from;

	if (from >= 0) {
		if (*s == '-' && (s++, to = take_day(&s)) < 0)
			return false;
		span.days = 0;
		for (int d = from; span.days |= 1u << d, d != to; d = (d + 1) % 7)
			;
		if (!ini_blank(*s))
			return false;
	}
	s += strspn(s, " \t");
	if (!take_minute(&s, &span.from_min) || *s++ != '-' || !take_minute(&s, &span.to_min) ||
	    *s != '\0' || span.from_min == 24 * 60)
		return false;
	*out = span;
	return true;
}

static bool take_times(struct kiosk_times *out, const char *s)
{
	struct kiosk_times t = {0};
	char word[64];

	while (next_word(&s, word, sizeof word))
		if (t.n == KIOSK_SPANS || !take_span(&t.span[t.n++], word))
			return false;
	if (t.n > 0)
		*out = t;
	return t.n > 0;
}

static bool take_number(const char *s, int least, int most, int *out)
{
	char *end;
	long n = strtol(s, &end, 10);

	if (!isdigit((unsigned char)*s) || *end || n < least || n > most)
		return false;
	*out = (int)n;
	return true;
}

static bool take_duration(const struct kiosk_row *row, const char *s, int64_t *out)
{
	static const struct {
		const char *unit;
		int64_t ms;
	} units[] = {{"s", 1000}, {"m", 60000}, {"h", 3600000}};
	char *end;
	long n = strtol(s, &end, 10);

	end += strspn(end, " ");
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		if (isdigit((unsigned char)*s) && strcmp(end, units[i].unit) == 0 && n < 100000 &&
		    n * units[i].ms >= row->least && n * units[i].ms <= row->most) {
			*out = n * units[i].ms;
			return true;
		}
	return false;
}

static bool take_colour(const char *s, uint32_t *out)
{
	size_t n = strspn(s + (*s == '#'), "0123456789abcdefABCDEF");

	if (*s != '#' || n != 6 || s[7])
		return false;
	*out = 0xFF000000u | (uint32_t)strtoul(s + 1, NULL, 16);
	return true;
}

/* A line that is shown has nothing in it that is no letter. */
static bool take_line(const struct kiosk_row *row, const char *s, char *out)
{
	size_t n = strlen(s);

	if (n == 0 || kiosk_over(row, s, n) > 0 || strchr(s, '\n') || utf8_bad(s, n) != n)
		return false;
	snprintf(out, row->room, "%s", s);
	return true;
}

static bool take_folder(struct kiosk *k, const char *s)
{
	if (*s == '\0' || k->npacks == KIOSK_FOLDERS || strlen(s) >= KIOSK_PATH)
		return false;
	snprintf(k->packs[k->npacks++], KIOSK_PATH, "%s", s);
	return true;
}

bool kiosk_take(struct kiosk *k, int row, const char *s)
{
	const struct kiosk_row *r = &kiosk_rows[row];
	void *at = (char *)k + r->at;
	int word;

	switch (r->kind) {
	case KIOSK_FOLDER: return take_folder(k, s);
	case KIOSK_MODE: return take_modes(at, s);
	case KIOSK_NUMBER: return take_number(s, r->least, r->most, at);
	case KIOSK_DURATION: return take_duration(r, s, at);
	case KIOSK_TONGUES: return take_languages(k, s);
	case KIOSK_SETTING:
	case KIOSK_TURN: return setting_take(at, (enum setting)r->least, s);
	case KIOSK_COLOUR: return take_colour(s, at);
	case KIOSK_WEEK: return take_times(at, s);
	case KIOSK_MINUTE:
		if (r->words && strcmp(s, r->words[0]) == 0) {
			*(int *)at = -1;
			return true;
		}
		return take_minute(&s, &word) && *s == '\0' && word < 24 * 60 &&
		       (*(int *)at = word, true);
	case KIOSK_HASH:
		if (*s != '$' || strlen(s) >= r->room || strchr(s, '\n'))
			return false;
		snprintf(at, r->room, "%s", s);
		return true;
	case KIOSK_WORD:
		word = word_find(r->words, s);
		return word >= 0 && (*(int *)at = word, true);
	case KIOSK_TEXT:
	case KIOSK_DIRECTORY: return take_line(r, s, at);
	}
	return false;
}

/* ---- in words ---- */

void kiosk_wants(int row, char *out, size_t room)
{
	const struct kiosk_row *r = &kiosk_rows[row];
	char ids[128] = "";
	const char *words[16] = {NULL};

	switch (r->kind) {
	case KIOSK_FOLDER: snprintf(out, room, "a folder of packs, or a pack"); break;
	case KIOSK_MODE:
		for (int i = 0; game_modes[i].id; i++)
			words[i] = game_modes[i].id;
		words_list(words, ids, sizeof ids);
		snprintf(out, room, "one or more of %s, with commas between", ids);
		break;
	case KIOSK_NUMBER:
		snprintf(out, room, "a whole number from %d to %d", r->least, r->most);
		break;
	case KIOSK_DURATION:
		snprintf(out, room, "a time such as 45s or 2m, from %d s to %d s", r->least / 1000,
			 r->most / 1000);
		break;
	case KIOSK_TONGUES:
		snprintf(out, room, "up to %d language tags such as en, de, pt-BR",
			 KIOSK_LANGUAGES);
		break;
	case KIOSK_SETTING:
	case KIOSK_TURN: setting_wants((enum setting)r->least, out, room); break;
	case KIOSK_COLOUR: snprintf(out, room, "a colour such as #FF4F98"); break;
	case KIOSK_WEEK:
		snprintf(out, room, "times such as Mon-Fri 09:00-18:00, Sat 10:00-16:00");
		break;
	case KIOSK_MINUTE:
		snprintf(out, room, "a time of day such as 04:00%s%s", r->words ? ", or " : "",
			 r->words ? r->words[0] : "");
		break;
	case KIOSK_HASH:
		snprintf(out, room, "what `stairwell kiosk --set-pin FILE` writes there");
		break;
	case KIOSK_WORD: words_list(r->words, out, room); break;
	case KIOSK_TEXT: snprintf(out, room, "a line of at most %d letters", KIOSK_LETTERS); break;
	case KIOSK_DIRECTORY: snprintf(out, room, "a folder"); break;
	}
}

static void write_default(const struct kiosk_row *r, char *out, size_t room)
{
	struct kiosk k = kiosk_default();
	const void *at = (const char *)&k + r->at;
	char value[SETTING_CHARS];

	out[0] = '\0';
	switch (r->kind) {
	case KIOSK_MODE: snprintf(out, room, "%s", game_modes[0].id); break;
	case KIOSK_NUMBER:
		if (*(const int *)at > 0)
			snprintf(out, room, "%d", *(const int *)at);
		break;
	case KIOSK_DURATION: snprintf(out, room, "%ds", (int)(*(const int64_t *)at / 1000)); break;
	case KIOSK_SETTING:
	case KIOSK_TURN:
		setting_text(&k.set, (enum setting)r->least, value);
		snprintf(out, room, "%s", value);
		break;
	case KIOSK_MINUTE:
		snprintf(out, room, "%02d:%02d", *(const int *)at / 60, *(const int *)at % 60);
		break;
	case KIOSK_WORD: snprintf(out, room, "%s", r->words[*(const int *)at]); break;
	case KIOSK_DIRECTORY: snprintf(out, room, "%s", (const char *)at); break;
	default: break;
	}
}

const char *kiosk_key(int i, char *wants, char *value)
{
	if (i >= KIOSK_KEYS)
		return NULL;
	kiosk_wants(i, wants, 256);
	write_default(&kiosk_rows[i], value, 256);
	return kiosk_rows[i].key;
}
