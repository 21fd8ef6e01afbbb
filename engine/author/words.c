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

static bool is_apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019;
}

/* What a character is to a word. */
struct letter {
	uint32_t code, small;
	int bytes;
	bool part, digit, capital;
};

static struct letter read_letter(const char *s, const char *end)
{
	unsigned char c = (unsigned char)*s;
	struct letter l = {.code = c, .small = c, .bytes = 1};

	if (c < 0x80) {
		l.capital = c >= 'A' && c <= 'Z';
		l.digit = c >= '0' && c <= '9';
		l.part = l.capital || l.digit || (c >= 'a' && c <= 'z');
		l.small = l.capital ? c | 0x20u : c;
		return l;
	}
	l.bytes = utf8_decode(s, (size_t)(end - s), &l.code);
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

int words_split(const char *s, struct word *out, int room)
{
	const char *start = s, *end = s + strlen(s);
	int n = 0;

	while (s < end && n < room) {
		struct letter l = read_letter(s, end);
		const char *first = s;
		int letters = 0, capitals = 0, digits = 0;
		struct word w = {.hash = (uint32_t)START};

		if (!l.part) {
			s += l.bytes;
			continue;
		}
		w.capital = l.capital;
		do {
			w.hash = hash_code(w.hash, l.small);
			letters++;
			capitals += l.capital;
			digits += l.digit;
			s += l.bytes;
			if (s >= end || stands_alone(l.code))
				break;
			l = read_letter(s, end);
			if (is_apostrophe(l.code) && s + l.bytes < end) {
				struct letter next = read_letter(s + l.bytes, end);
				l.part = next.part && !next.digit;
				l.small = '\'';
			}
		} while (l.part && !stands_alone(l.code) && s - first < UINT16_MAX - 8);
		w.at = (uint32_t)(first - start);
		w.n = (uint16_t)(s - first);
		w.number = digits == letters;
		w.capitals = letters > 1 && capitals == letters;
		out[n++] = w;
	}
	return n;
}
