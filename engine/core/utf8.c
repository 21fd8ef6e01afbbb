#include "utf8.h"

#include <string.h>
#include <unicode/utf8.h>

int utf8_decode(const char *s, size_t n, uint32_t *code)
{
	int32_t i = 0, length = n > 4 ? 4 : (int32_t)n;
	UChar32 c;

	if (n == 0)
		return 0;
	U8_NEXT(s, i, length, c);
	if (c < 0)
		return 0;
	*code = (uint32_t)c;
	return i;
}

int utf8_encode(uint32_t code, char out[4])
{
	int n = 0;

	U8_APPEND_UNSAFE(out, n, code);
	return n;
}

int utf8_length(const char *s, size_t n)
{
	int count = 0;
	uint32_t code;

	for (size_t i = 0; i < n; count++) {
		int step = utf8_decode(s + i, n - i, &code);
		i += step ? (size_t)step : 1;
	}
	return count;
}

size_t utf8_bad(const char *s, size_t n)
{
	uint64_t word;
	uint32_t code;

	for (size_t i = 0; i < n;) {
		int step;

		while (n - i >= sizeof word) {
			memcpy(&word, s + i, sizeof word);
			if (word & 0x8080808080808080u)
				break;
			i += sizeof word;
		}
		if (i == n)
			break;
		step = utf8_decode(s + i, n - i, &code);
		if (step == 0)
			return i;
		i += (size_t)step;
	}
	return n;
}

bool utf8_unprintable(uint32_t code)
{
	return (code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7f && code < 0xa0) ||
	       code == 0x61c || code == 0x200e || code == 0x200f ||
	       (code >= 0x2028 && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) ||
	       code == 0xfeff;
}

bool utf8_invisible(uint32_t code)
{
	return code == 0xa0 || code == 0xad || (code >= 0x2000 && code <= 0x200f) ||
	       (code >= 0x2028 && code <= 0x202f) || (code >= 0x205f && code <= 0x2064) ||
	       code == 0x3000 || code == 0xfeff;
}

bool utf8_unseen(const char *s, size_t n)
{
	uint32_t code;

	for (int step; n > 0; s += step, n -= (size_t)step) {
		step = utf8_decode(s, n, &code);
		if (step == 0 || (code != '\n' && code != ' ' && !utf8_invisible(code)))
			return false;
	}
	return true;
}
