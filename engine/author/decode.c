#include "decode.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"

/* 0x80 to 0x9f, as the WHATWG's encoding standard has them: the five that are not in use stay as
 * they are. */
static const uint16_t windows_1252[32] = {
	0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
	0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

uint32_t decode_windows_1252(unsigned char c)
{
	return c >= 0x80 && c < 0xa0 ? windows_1252[c - 0x80] : c;
}

static bool is_utf16(const char *s, size_t n)
{
	return n >= 2 && (memcmp(s, "\xff\xfe", 2) == 0 || memcmp(s, "\xfe\xff", 2) == 0);
}

/* The text with its odd bytes decoded, to be freed; NULL: memory is short. */
static char *decode(const char *s, size_t n, size_t *out_n, int *odd, size_t *first)
{
	char *out = malloc(3 * n + 1), *to = out;

	*odd = 0;
	while (out && n > 0) {
		size_t good = utf8_bad(s, n);
		to = mempcpy(to, s, good);
		s += good;
		n -= good;
		if (n == 0)
			break;
		if ((*odd)++ == 0)
			*first = (size_t)(to - out);
		to += utf8_encode(decode_windows_1252((unsigned char)*s), to);
		s++;
		n--;
	}
	*out_n = out ? (size_t)(to - out) : 0;
	return out;
}

static int line_at(const struct ini_text *t, size_t offset)
{
	const char *p = t->s, *end = t->s + offset;
	int line = 1;

	for (; (p = memchr(p, t->newline, (size_t)(end - p))); p++)
		line++;
	return line;
}

bool decode_open(struct ini_text *t, char **own, const char *bytes, size_t n, struct diag *d)
{
	size_t first = 0;
	int odd = 0;

	*own = NULL;
	if (!is_utf16(bytes, n) && utf8_bad(bytes, n) < n && !memchr(bytes, '\0', n)) {
		*own = decode(bytes, n, &n, &odd, &first);
		bytes = *own ? *own : bytes;
	}
	if (!ini_open(t, bytes, n, d))
		return false;
	if (odd > 0 && *own) {
		first -= (size_t)(t->s - bytes); /* the byte-order mark is not of the text */
		ini_say(t, SEVERITY_NOTE, "N721",
			(struct textpos){(uint32_t)first, line_at(t, first)}, 1,
			"%d byte%s of this file %s no UTF-8, this one first; read as Windows-1252",
			odd, odd == 1 ? "" : "s", odd == 1 ? "is" : "are")
			->help =
			"look whether accents and quotes came out well; save the file as UTF-8";
	}
	return true;
}
