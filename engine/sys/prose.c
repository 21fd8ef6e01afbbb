#include "prose.h"
#include "utf8.h"

#include <stdint.h>
#include <string.h>

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

enum { REPLACEMENT = 0xfffd, TAB_COLUMNS = 4 };

/* Characters that steer a terminal, or make text read other than it is. */
static const struct {
	uint32_t first, last;
} harmful[] = {
	{0x00, 0x08},     {0x0b, 0x1f},     {0x7f, 0x9f},     {0x2028, 0x202e},
	{0x2066, 0x206f}, {0xfeff, 0xfeff}, {0xfff9, 0xfffb}, {0xe0001, 0xe0001},
};

/* The next character as it may be shown; *used: its bytes. */
static uint32_t next_character(const char *s, size_t n, int *used)
{
	uint32_t code;

	*used = utf8_decode(s, n, &code);
	if (*used == 0) {
		*used = 1;
		return REPLACEMENT;
	}
	for (size_t i = 0; i < sizeof(harmful) / sizeof(*harmful); i++)
		if (code >= harmful[i].first && code <= harmful[i].last)
			return REPLACEMENT;
	return code;
}

static int columns_of(uint32_t code)
{
	int8_t category = u_charType((UChar32)code);
	int width = u_getIntPropertyValue((UChar32)code, UCHAR_EAST_ASIAN_WIDTH);

	if (code == '\t')
		return TAB_COLUMNS;
	if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
	    category == U_FORMAT_CHAR)
		return 0;
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

static int columns(const char *s, size_t n)
{
	int sum = 0, used;

	for (size_t i = 0; i < n; i += (size_t)used)
		sum += columns_of(next_character(s + i, n - i, &used));
	return sum;
}

static void put(const struct prose *p, uint32_t code)
{
	char bytes[4];

	if (code == '\t' && p->width > 0)
		fprintf(p->out, "%*s", TAB_COLUMNS, "");
	else
		fwrite(bytes, 1, (size_t)utf8_encode(code, bytes), p->out);
}

/* Writes one word; where it is wider than a whole line, it goes on in the next one. */
static void put_word(const struct prose *p, const char *s, size_t n, int indent, int *column)
{
	int used;

	for (size_t i = 0; i < n; i += (size_t)used) {
		uint32_t code = next_character(s + i, n - i, &used);
		int wide = columns_of(code);

		if (p->width > 0 && *column + wide > p->width && *column > indent) {
			fprintf(p->out, "\n%*s", indent, "");
			*column = indent;
		}
		put(p, code);
		*column += wide;
	}
}

static size_t without_spaces(const char *s, size_t n)
{
	while (n > 0 && s[n - 1] == ' ')
		n--;
	return n;
}

/* Writes one line of the text, in as many lines of the terminal as it needs. */
static void put_line(const struct prose *p, const char *s, size_t n, int indent, int column)
{
	UErrorCode status = U_ZERO_ERROR;
	UText text = UTEXT_INITIALIZER;
	size_t from = 0, spaces = 0; /* spaces: those before `from` that wait for a word */

	if (!p->breaks) {
		put_word(p, s, n, indent, &column);
		return;
	}
	utext_openUTF8(&text, s, (int64_t)n, &status);
	ubrk_setUText(p->breaks, &text, &status);
	while (from < n) {
		int32_t end = U_SUCCESS(status) ? ubrk_next(p->breaks) : UBRK_DONE;
		size_t to = end == UBRK_DONE ? n : (size_t)end;
		size_t word = without_spaces(s + from, to - from);
		int wide = columns(s + from, word);

		if (column + (int)spaces + wide > p->width && column > indent && word > 0) {
			fprintf(p->out, "\n%*s", indent, "");
			column = indent;
			spaces = 0;
		}
		if (word > 0) {
			put_word(p, s + from - spaces, spaces + word, indent, &column);
			spaces = 0;
		}
		spaces += to - from - word;
		from = to;
	}
	utext_close(&text);
}

void prose_init(struct prose *p, FILE *out, int width)
{
	UErrorCode status = U_ZERO_ERROR;

	*p = (struct prose){.out = out, .width = width};
	if (width > 0)
		p->breaks = ubrk_open(UBRK_LINE, "", NULL, 0, &status);
}

void prose_finish(struct prose *p)
{
	if (p->breaks)
		ubrk_close(p->breaks);
}

void prose_write(struct prose *p, const char *label, const char *text)
{
	int column = columns(label, strlen(label));
	int indent = column <= p->width / 2 ? column : 0;

	fputs(label, p->out);
	for (;; column = indent) {
		size_t n = strcspn(text, "\n");

		put_line(p, text, n, indent, column);
		fputc('\n', p->out);
		if (text[n] == '\0')
			break;
		text += n + 1;
		fprintf(p->out, "%*s", indent, "");
	}
}

void prose_clean(char *out, size_t room, const char *s)
{
	size_t n = strlen(s), at = 0;
	int used;

	for (size_t i = 0; i < n; i += (size_t)used) {
		uint32_t code = next_character(s + i, n - i, &used);
		char bytes[4];
		size_t wide = (size_t)utf8_encode(code == '\n' || code == '\t' ? ' ' : code, bytes);

		if (at + wide >= room)
			break;
		memcpy(out + at, bytes, wide);
		at += wide;
	}
	out[at] = '\0';
}

int prose_columns(const char *s)
{
	return columns(s, strlen(s));
}
