/* The bytes of a line: their kinds, and what is said of those that are no text. */
#include "iniline.h"

#include <string.h>

#include "utf8.h"

/* What kinds of bytes a line has, eight at a time; the last eight may overlap those before. */
int inibytes_scan(const char *s, size_t n)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u, blanks = 0x20 * ones;
	uint64_t high = 0, controls = 0, semicolons = 0, word = blanks;
	const char *last = n < sizeof word ? s : s + n - sizeof word;

	for (;; s += sizeof word) {
		if (s > last)
			s = last;
		if (n < sizeof word)
			memcpy(&word, s, n);
		else
			memcpy(&word, s, sizeof word);
		high |= word;
		controls |= (word - blanks) & ~word;
		controls |= ((word ^ 0x7f * ones) - ones) & ~(word ^ 0x7f * ones);
		semicolons |= ((word ^ ';' * ones) - ones) & ~(word ^ ';' * ones);
		if (s == last)
			break;
	}
	return (high & tops ? SCAN_HIGH : 0) | (controls & tops ? SCAN_CONTROL : 0) |
	       (semicolons & tops ? SCAN_SEMICOLON : 0);
}

/* Says it once for the text: mostly every letter with an accent is stored that way. */
static void say_not_utf8(struct reader *r, const char *bad, bool comment)
{
	struct bad_lines *b = &r->bad_lines[comment];

	if (b->n++ > 0) {
		r->text->diag->unsaid += !comment;
		return;
	}
	b->first = r->line;
	b->code = comment ? "W408" : "E107";
	ini_say(r->text, comment ? SEVERITY_WARNING : SEVERITY_ERROR, b->code, iniline_at(r, bad),
		1, "this character is not stored as UTF-8 (its byte is 0x%02X)",
		(unsigned char)*bad)
		->help = "save the file again, with the encoding UTF-8: many editors offer it "
			 "where they ask for the file's name";
}

/* Bytes of the control character there; 0: it is none. */
static int control_at(const char *p, const char *end)
{
	unsigned char c = (unsigned char)*p;

	if (c == 0xc2 && end - p > 1 && (unsigned char)p[1] < 0xa0)
		return 2;
	return (c < 0x20 && c != '\t') || c == 0x7f;
}

/* Without them, the rest of the comment says the same. */
static void fix_comment(const struct reader *r, struct finding *f, const char *p, const char *end)
{
	struct diag *d = r->text->diag;
	char *clean = f == &d->spare ? NULL : arena_take(&d->arena, (size_t)(end - p) + 1);
	const char *start = p;
	size_t n = 0;

	if (!clean)
		return;
	while (p < end) {
		int control = control_at(p, end);
		if (control == 0)
			clean[n++] = *p;
		p += control ? control : 1;
	}
	diag_fix(d, f, (uint32_t)(start - r->text->s), (uint32_t)(end - start), clean, n);
}

void inibytes_check(struct reader *r, const char *s, const char *end, int kinds, bool comment)
{
	enum severity severity = comment ? SEVERITY_WARNING : SEVERITY_ERROR;

	if (kinds & SCAN_HIGH) {
		const char *bad = s + utf8_bad(s, (size_t)(end - s));
		if (bad < end) {
			say_not_utf8(r, bad, comment);
			return;
		}
	}
	for (const char *p = s; p < end; p++) {
		unsigned char c = (unsigned char)*p;
		int n = control_at(p, end);
		if (n == 0)
			continue;
		struct finding *f =
			ini_say(r->text, severity, comment ? "W408" : "E108", iniline_at(r, p), 1,
				"there is an invisible control character (U+%04X) in this line",
				n > 1 ? (unsigned char)p[1] : c);
		f->help = "delete it, or type the line anew";
		if (comment)
			fix_comment(r, f, p, end);
		return;
	}
}
