#include "words.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "utf8.h"

enum { START = 0x811c9dc5, PRIME = 0x01000193 }; /* FNV-1a, 32 bits */

static uint32_t hash_byte(uint32_t hash, unsigned char c)
{
	return (hash ^ c) * (uint32_t)PRIME;
}

static uint32_t hash_code(uint32_t hash, uint32_t code)
{
	char bytes[4];
	int n = utf8_encode(code, bytes);

	for (int i = 0; i < n; i++)
		hash = hash_byte(hash, (unsigned char)bytes[i]);
	return hash;
}

uint32_t words_hash(const char *s)
{
	uint32_t hash = (uint32_t)START;

	for (; *s; s++)
		hash = hash_byte(hash, (unsigned char)*s);
	return hash;
}

uint32_t words_joined(const struct word *w, int n)
{
	uint32_t hash = w[0].hash;

	for (int i = 1; i < n; i++)
		hash = (hash ^ w[i].hash) * (uint32_t)PRIME;
	return hash;
}

static bool stands_alone(uint32_t code)
{
	UErrorCode error = U_ZERO_ERROR;

	if (code < 0xe00)
		return false;
	switch (uscript_getScript((UChar32)code, &error)) {
	case USCRIPT_HAN:
	case USCRIPT_HIRAGANA:
	case USCRIPT_KATAKANA:
	case USCRIPT_THAI:
	case USCRIPT_KHMER:
	case USCRIPT_LAO:
	case USCRIPT_MYANMAR: return true;
	default: return false;
	}
}

/* What a character is to a word. */
struct letter {
	uint32_t code, small;
	int bytes;
	bool part, digit, capital;
};

static struct letter read_letter(const char *s, const char *end)
{
	struct letter l = {.bytes = utf8_decode(s, (size_t)(end - s), &l.code)};

	if (l.bytes == 0) {
		l.bytes = 1;
		return l;
	}
	l.digit = u_isdigit((UChar32)l.code);
	l.part = l.digit || u_isalpha((UChar32)l.code) ||
		 u_getCombiningClass((UChar32)l.code) != 0 ||
		 u_charType((UChar32)l.code) == U_COMBINING_SPACING_MARK ||
		 u_charType((UChar32)l.code) == U_NON_SPACING_MARK;
	l.small = (uint32_t)u_foldCase((UChar32)l.code, U_FOLD_CASE_DEFAULT);
	l.capital = l.small != l.code && u_isupper((UChar32)l.code);
	return l;
}

enum byte { GAP, SMALL, CAPITAL, DIGIT, APOSTROPHE, BEYOND };

static inline enum byte class_of(unsigned char c)
{
	if ((c | 0x20u) - 'a' < 26)
		return c & 0x20 ? SMALL : CAPITAL;
	if (c >= 0x80)
		return BEYOND;
	if (c - (unsigned)'0' < 10)
		return DIGIT;
	return c == '\'' ? APOSTROPHE : GAP;
}

/* A word in the making. */
struct growing {
	struct word w;
	const char *first;
	int letters, capitals, digits;
};

/* An apostrophe belongs to a word when a letter follows it. */
static bool goes_on(const char *s, const char *end)
{
	enum byte byte = s < end ? class_of((unsigned char)*s) : GAP;

	if (byte == BEYOND) {
		struct letter l = read_letter(s, end);
		return l.part && !l.digit;
	}
	return byte == SMALL || byte == CAPITAL;
}

/* Takes one character beyond ASCII into the word, or a place it ends at. Returns its bytes; 0: it
 * is not of this word. */
static int take_beyond(struct growing *g, const char *s, const char *end, bool *ends)
{
	struct letter l = read_letter(s, end);
	bool alone = l.part && stands_alone(l.code);

	*ends = alone;
	if (alone && g->letters > 0)
		return 0;
	if (l.code == 0x2019 && g->letters > 0 && goes_on(s + l.bytes, end)) {
		g->w.hash = hash_byte(g->w.hash, '\'');
		return l.bytes;
	}
	if (!l.part)
		return 0;
	if (g->letters == 0)
		g->w.capital = l.capital;
	g->w.hash = hash_code(g->w.hash, l.small);
	g->letters++;
	g->capitals += l.capital;
	g->digits += l.digit;
	return l.bytes;
}

/* The word that begins at s; it has no letters where none does. Returns where it ends. */
static const char *read_word(struct growing *g, const char *s, const char *end)
{
	const char *limit = end - s > UINT16_MAX - 8 ? s + UINT16_MAX - 8 : end;
	uint32_t hash = (uint32_t)START;
	bool ends = false;
	int bytes;

	*g = (struct growing){.first = s, .w.capital = class_of((unsigned char)*s) == CAPITAL};
	while (s < limit && !ends) {
		unsigned char c = (unsigned char)*s;
		switch (class_of(c)) {
		case SMALL: break;
		case CAPITAL:
			c |= 0x20;
			g->capitals++;
			break;
		case DIGIT: g->digits++; break;
		case APOSTROPHE:
			if (g->letters == 0 || !goes_on(s + 1, end))
				goto done;
			g->letters--;
			break;
		case BEYOND:
			g->w.hash = hash;
			bytes = take_beyond(g, s, end, &ends);
			hash = g->w.hash;
			if (bytes == 0)
				goto done;
			s += bytes;
			continue;
		default: goto done;
		}
		hash = hash_byte(hash, c);
		g->letters++;
		s++;
	}
done:
	g->w.hash = hash;
	return s;
}

int words_split(const char *s, struct word *out, int room)
{
	const char *start = s, *end = s + strlen(s);
	struct growing g;
	uint32_t code;
	int n = 0;

	while (s < end && n < room) {
		enum byte byte = class_of((unsigned char)*s);

		if (byte == GAP || byte == APOSTROPHE) {
			s++;
			continue;
		}
		s = read_word(&g, s, end);
		if (g.letters == 0) {
			int bytes = utf8_decode(s, (size_t)(end - s), &code);
			s += bytes ? bytes : 1;
			continue;
		}
		g.w.at = (uint32_t)(g.first - start);
		g.w.n = (uint16_t)(s - g.first);
		g.w.number = g.digits == g.letters;
		g.w.capitals = g.letters > 1 && g.capitals == g.letters;
		out[n++] = g.w;
	}
	return n;
}
