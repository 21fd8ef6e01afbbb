#include "settings.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "game.h"
#include "pack.h"
#include "packkeys.h"

static const char *const theme_words[] = {"dark", "paper", "hc", "cvd", NULL};
static const char *const motion_words[] = {"full", "reduced", "none", NULL};
static const char *const switch_words[] = {"no", "yes", NULL};
static const char *const turn_words[] = {"0", "90", "180", "270", NULL};
static const int turns[] = {0, 90, 180, 270};
static const char *const clock_words[] = {"standard", "double", "off", NULL};
static const int clocks[] = {CLOCK_STANDARD, CLOCK_DOUBLE, CLOCK_OFF};

static const char *const reading_words[] = {"fast", "standard", "slow", "slower", NULL};
static const int readings[] = {75, 100, 150, 200};

#define IN(member) offsetof(struct settings, member), sizeof((struct settings *)0)->member

const struct setting_row setting_rows[SETTINGS] = {
	/* clang-format off */
	[SETTING_THEME]      = {"theme", SETTING_ID, 0, 0, theme_words, NULL, IN(theme)},
	[SETTING_TEXT]       = {"text-size", SETTING_NUMBER, 100, 200, NULL, NULL, IN(text_percent)},
	[SETTING_MOTION]     = {"motion", SETTING_WORD, 0, 0, motion_words, NULL, IN(motion)},
	[SETTING_FULLSCREEN] = {"full-screen", SETTING_WORD, 0, 0, switch_words, NULL, IN(fullscreen)},
	[SETTING_ROTATION]   = {"rotation", SETTING_WORD, 0, 0, turn_words, turns, IN(rotation)},
	[SETTING_CUES]       = {"game-sounds", SETTING_NUMBER, 0, 100, NULL, NULL, IN(cues)},
	[SETTING_MEDIA]      = {"question-sounds", SETTING_NUMBER, 0, 100, NULL, NULL, IN(media)},
	[SETTING_CAPTIONS]   = {"captions", SETTING_WORD, 0, 0, switch_words, NULL, IN(captions)},
	[SETTING_CLOCK]      = {"clock", SETTING_WORD, 0, 0, clock_words, clocks, IN(clock_percent)},
	[SETTING_READING]    = {"reading-speed", SETTING_WORD, 0, 0, reading_words, readings, IN(reading_percent)},
	[SETTING_BONUS]      = {"speed-bonus", SETTING_WORD, 0, 0, switch_words, NULL, IN(speed_bonus)},
	[SETTING_PAD_PICKS]  = {"pad-picks", SETTING_WORD, 0, 0, switch_words, NULL, IN(pad_picks)},
	[SETTING_LANGUAGE]   = {"language", SETTING_TAG, 0, 0, NULL, NULL, IN(language)},
	/* clang-format on */
};

struct settings settings_default(void)
{
	return (struct settings){
		.theme = "dark",
		.text_percent = 100,
		.cues = 80,
		.media = 100,
		.clock_percent = CLOCK_STANDARD,
		.reading_percent = 100,
		.speed_bonus = 1,
	};
}

static void *member(struct settings *s, enum setting k)
{
	return (char *)s + setting_rows[k].at;
}

static const void *seen(const struct settings *s, enum setting k)
{
	return (const char *)s + setting_rows[k].at;
}

int setting_number(const struct settings *s, enum setting k)
{
	switch (setting_rows[k].kind) {
	case SETTING_ID: return word_find(setting_rows[k].words, seen(s, k));
	case SETTING_TAG: return 0;
	default: return *(const int *)seen(s, k);
	}
}

void setting_put(struct settings *s, enum setting k, int number)
{
	const struct setting_row *row = &setting_rows[k];

	assert(row->kind != SETTING_TAG);
	if (row->kind == SETTING_ID)
		snprintf(member(s, k), row->room, "%s", row->words[number]);
	else
		*(int *)member(s, k) = number;
}

void setting_copy(struct settings *to, const struct settings *from, enum setting k)
{
	memcpy(member(to, k), seen(from, k), setting_rows[k].room);
}

bool setting_same(const struct settings *a, const struct settings *b, enum setting k)
{
	char one[SETTING_CHARS], other[SETTING_CHARS];

	setting_text(a, k, one);
	setting_text(b, k, other);
	return strcmp(one, other) == 0;
}

static bool take_number(const struct setting_row *row, const char *text, int *out)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || n < row->least || n > row->most)
		return false;
	*out = (int)n;
	return true;
}

bool setting_take(struct settings *s, enum setting k, const char *text)
{
	const struct setting_row *row = &setting_rows[k];
	size_t n = strlen(text);
	int word;

	switch (row->kind) {
	case SETTING_NUMBER: return take_number(row, text, member(s, k));
	case SETTING_TAG:
		if (n >= row->room || (n > 0 && !pack_is_language(text, n)))
			return false;
		memcpy(member(s, k), text, n + 1);
		return true;
	default:
		word = word_find(row->words, text);
		if (word >= 0)
			setting_put(s, k, row->values ? row->values[word] : word);
		return word >= 0;
	}
}

void setting_text(const struct settings *s, enum setting k, char out[SETTING_CHARS])
{
	const struct setting_row *row = &setting_rows[k];
	int number = setting_number(s, k), word = number;

	if (row->kind == SETTING_NUMBER) {
		snprintf(out, SETTING_CHARS, "%d", number);
	} else if (row->kind == SETTING_WORD) {
		for (word = row->values ? 0 : number; row->values && row->values[word] != number;)
			word++;
		snprintf(out, SETTING_CHARS, "%s", row->words[word]);
	} else {
		snprintf(out, SETTING_CHARS, "%s", (const char *)seen(s, k));
	}
}

int setting_find(const char *key)
{
	for (int k = 0; k < SETTINGS; k++)
		if (strcmp(setting_rows[k].key, key) == 0)
			return k;
	return -1;
}

void setting_wants(enum setting k, char *out, size_t room)
{
	const struct setting_row *row = &setting_rows[k];

	if (row->kind == SETTING_NUMBER)
		snprintf(out, room, "a whole number from %d to %d", row->least, row->most);
	else if (row->kind == SETTING_TAG)
		snprintf(out, room, "a language tag such as de or pt-BR, or nothing");
	else
		words_list(row->words, out, room);
}
