#include "deny.h"

#include <stdio.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "utf8.h"

/* ---- what is compared ---- */

enum { WORD = 64 /* bytes */ };

/* Characters that stand for letters, in one way and in another. */
static const struct {
	UChar32 c, first, second;
} likes[] = {
	{'0', 'O', 'O'}, {'1', 'I', 'L'}, {'2', 'Z', 'Z'}, {'3', 'E', 'E'},
	{'4', 'A', 'A'}, {'5', 'S', 'S'}, {'6', 'G', 'B'}, {'7', 'T', 'T'},
	{'8', 'B', 'B'}, {'9', 'G', 'G'}, {'!', 'I', 'I'}, {'|', 'I', 'L'},
	{'@', 'A', 'A'}, {'$', 'S', 'S'}, {'+', 'T', 'T'}, {0x20AC, 'E', 'E'},
};

/* Cyrillic and Greek letters that look Latin, in capitals. */
static const struct {
	UChar32 c, latin;
} twins[] = {
	{0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x405, 'S'}, {0x406, 'I'}, {0x408, 'J'},
	{0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'}, {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'},
	{0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'}, {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'},
	{0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'}, {0x39A, 'K'}, {0x39C, 'M'}, {0x39D, 'N'},
	{0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'}, {0x3A5, 'Y'}, {0x3A7, 'X'},
};

enum reading { AS_IS = 0, DIGITS = 1, SECOND = 2, TWINS = 4, READINGS = 8 };

static UChar32 read_as(UChar32 c, unsigned how)
{
	for (size_t i = 0; how & DIGITS && i < sizeof likes / sizeof likes[0]; i++)
		if (likes[i].c == c)
			return how & SECOND ? likes[i].second : likes[i].first;
	for (size_t i = 0; how & TWINS && i < sizeof twins / sizeof twins[0]; i++)
		if (twins[i].c == c)
			return twins[i].latin;
	return c;
}

/* Letters lose their marks, but those that make another letter of one keep them. */
static UChar32 bare(UChar32 c)
{
	UErrorCode error = U_ZERO_ERROR;
	UChar parts[16];

	if (c == 0x419 || c == 0x439 || (c >= 0x3040 && c < 0x3100)) /* Й, kana */
		return u_toupper(c);
	const UNormalizer2 *n = unorm2_getNFKDInstance(&error);
	int32_t length = U_SUCCESS(error) ? unorm2_getDecomposition(n, c, parts, 16, &error) : -1;
	if (U_SUCCESS(error) && length > 0) {
		int32_t at = 0;
		U16_NEXT(parts, at, length, c);
	}
	return u_toupper(c);
}

/* The name as it is compared. */
static void fold(const char *name, unsigned how, char out[WORD])
{
	size_t left = strlen(name), used = 0;
	uint32_t code;
	int n;

	for (; (n = utf8_decode(name, left, &code)) > 0; name += n, left -= (size_t)n) {
		UChar32 c = read_as(bare((UChar32)code), how);
		char bytes[4];
		int k = utf8_encode((uint32_t)c, bytes);
		if (!u_isalnum(c) || used + (size_t)k >= WORD)
			continue;
		memcpy(out + used, bytes, (size_t)k);
		used += (size_t)k;
	}
	out[used] = '\0';
}

/* ---- the lists ---- */

static bool speaks(const char *language, const char *of)
{
	return language && strncmp(language, of, 2) == 0;
}

/* Whether one of the words is the name, or in it; words of two letters only where `brief`. */
static bool is_among(const char *words, const char *name, bool within, bool brief)
{
	const size_t length = strlen(name);

	for (size_t n; *words; words += n + (words[n] == ' ')) {
		n = strcspn(words, " ");
		bool there = within ? memmem(name, length, words, n) != NULL
				    : n == length && memcmp(name, words, n) == 0;
		if (there && (brief || (unsigned char)*words >= 128 || u_isdigit(*words) ||
			      utf8_length(words, n) >= 3))
			return true;
	}
	return false;
}

bool deny_name(const char *name, const char *language)
{
	char read[READINGS][WORD];

	for (unsigned how = 0; how < READINGS; how++) {
		unsigned same = 0;
		fold(name, how, read[how]);
		while (strcmp(read[same], read[how]) != 0)
			same++;
		for (const struct deny_words *w = deny_words; same == how && w->language; w++)
			if (is_among(w->whole, read[how], false, speaks(language, w->language)) ||
			    is_among(w->within, read[how], true, true))
				return true;
	}
	return false;
}

/* ---- names that are made up ---- */

/* No pair of these is of anybody's looks, origin or faith. */
static const char *const how[] = {
	"Able",   "Bold",   "Brave",  "Bright", "Calm",   "Clever", "Curious", "Eager",
	"Early",  "Fair",   "Gentle", "Glad",   "Golden", "Happy",  "Honest",  "Keen",
	"Kind",   "Lively", "Lucky",  "Merry",  "Neat",   "Nimble", "Noble",   "Patient",
	"Polite", "Proud",  "Quick",  "Quiet",  "Silver", "Steady", "Sunny",   "Swift",
};
static const char *const who[] = {
	"Badger", "Crane", "Curlew",  "Deer", "Dolphin", "Falcon",  "Finch",  "Fox",
	"Gecko",  "Hare",  "Heron",   "Ibis", "Kestrel", "Koala",   "Lark",   "Lynx",
	"Marten", "Newt",  "Otter",   "Owl",  "Panda",   "Penguin", "Puffin", "Robin",
	"Salmon", "Seal",  "Swallow", "Swan", "Tiger",   "Turtle",  "Wren",   "Zebra",
};

/* Splitmix64: neighbours have nothing in common. */
static uint64_t mix(uint64_t x)
{
	x += UINT64_C(0x9E3779B97F4A7C15);
	x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
	return x ^ x >> 31;
}

void deny_make(uint64_t seed, int number, char *out, size_t room)
{
	uint64_t lot = mix(mix(seed) + (uint64_t)number);
	const size_t nhow = sizeof how / sizeof how[0], nwho = sizeof who / sizeof who[0];

	snprintf(out, room, "%s %s %d", how[lot % nhow], who[lot / nhow % nwho],
		 10 + (int)(lot / nhow / nwho % 90));
}
