#include "writing.h"

#include <string.h>
#include <strings.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

bool writing_is_rtl(const char *language)
{
	return language && uloc_isRightToLeft(language);
}

/* Whether one of the parts of a tag is this: a language, a script, a region. */
static bool has_part(const char *tag, const char *part)
{
	for (size_t n = strlen(part); *tag; tag += *tag == '-') {
		size_t length = strcspn(tag, "-");
		if (length == n && strncasecmp(tag, part, n) == 0)
			return true;
		tag += length;
	}
	return false;
}

enum han writing_han(const char *language)
{
	static const struct {
		const char *part;
		enum han han;
	} parts[] = {
		{"Hans", HAN_SIMPLIFIED}, {"HK", HAN_HONG_KONG},     {"MO", HAN_HONG_KONG},
		{"TW", HAN_TRADITIONAL},  {"Hant", HAN_TRADITIONAL}, {"ja", HAN_JAPANESE},
		{"ko", HAN_KOREAN},       {"yue", HAN_HONG_KONG},    {"zh", HAN_SIMPLIFIED},
	};

	for (size_t i = 0; language && i < sizeof parts / sizeof parts[0]; i++)
		if (has_part(language, parts[i].part))
			return parts[i].han;
	return HAN_ANY;
}

/* The air that letters with marks above and below need: half of the size between lines for scripts
 * that stack marks, a little less for square ones. */
static float line_of(UScriptCode script)
{
	switch (script) {
	case USCRIPT_LATIN:
	case USCRIPT_GREEK:
	case USCRIPT_CYRILLIC:
	case USCRIPT_COMMON:
	case USCRIPT_INHERITED: return 0;
	case USCRIPT_HAN:
	case USCRIPT_HIRAGANA:
	case USCRIPT_KATAKANA:
	case USCRIPT_HANGUL:
	case USCRIPT_BOPOMOFO: return 1.4f;
	case USCRIPT_HEBREW:
	case USCRIPT_ARMENIAN:
	case USCRIPT_GEORGIAN: return 1.25f;
	default: return 1.5f;
	}
}

bool writing_is_code(const char *s, size_t n)
{
	bool lines = false, columns = false;

	for (size_t i = 0; i < n && !(lines && columns); i++) {
		bool blanks = s[i] == '\t' || (i + 1 < n && s[i] == ' ' && s[i + 1] == ' ');
		lines = lines || s[i] == '\n';
		columns = columns || (blanks && !(i > 0 && strchr(" .?!:", s[i - 1])));
	}
	return lines && columns;
}

struct writing writing_of(const char *s, size_t n)
{
	struct writing w = {0};
	bool begun = false;

	for (size_t at = 0; at < n;) {
		unsigned char byte = (unsigned char)s[at];
		if (byte < 0x80) {
			begun = begun || (unsigned)((byte | 0x20) - 'a') < 26;
			at++;
			continue;
		}
		UErrorCode error = U_ZERO_ERROR;
		UChar32 c;
		U8_NEXT(s, at, n, c);
		if (c < 0)
			continue;
		UCharDirection d = u_charDirection(c);
		bool rtl = d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC;
		w.starts_rtl = w.starts_rtl || (rtl && !begun);
		w.has_rtl = w.has_rtl || rtl;
		begun = begun || rtl || d == U_LEFT_TO_RIGHT;
		float line = line_of(uscript_getScript(c, &error));
		if (line > w.line)
			w.line = line;
	}
	return w;
}
