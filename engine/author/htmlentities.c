/* Entities: libxml2 has those of HTML 4, here are the newer ones that people type. */
#include <ctype.h>
#include <string.h>

#include <libxml/HTMLparser.h>

#include "decode.h"
#include "html.h"
#include "htmltags.h"
#include "utf8.h"

enum { LONGEST = 12 };

static const struct entity {
	const char *name;
	uint16_t code;
} newer[] = {
	{"AMP", '&'},       {"GT", '>'},           {"Hat", '^'},          {"LT", '<'},
	{"NewLine", '\n'},  {"NotEqual", 0x2260},  {"PlusMinus", 0xb1},   {"QUOT", '"'},
	{"Tab", '\t'},      {"approx", 0x2248},    {"ast", '*'},          {"bsol", '\\'},
	{"check", 0x2713},  {"checkmark", 0x2713}, {"colon", ':'},        {"comma", ','},
	{"commat", '@'},    {"cross", 0x2717},     {"dash", 0x2010},      {"div", 0xf7},
	{"dollar", '$'},    {"ell", 0x2113},       {"emptyset", 0x2205},  {"epsi", 0x3b5},
	{"equals", '='},    {"excl", '!'},         {"female", 0x2640},    {"frac13", 0x2153},
	{"frac15", 0x2155}, {"frac23", 0x2154},    {"frac25", 0x2156},    {"frac35", 0x2157},
	{"frac45", 0x2158}, {"frac16", 0x2159},    {"frac56", 0x215a},    {"frac18", 0x215b},
	{"frac38", 0x215c}, {"frac58", 0x215d},    {"frac78", 0x215e},    {"geq", 0x2265},
	{"grave", '`'},     {"half", 0xbd},        {"hbar", 0x210f},      {"horbar", 0x2015},
	{"hyphen", 0x2010}, {"iff", 0x21d4},       {"in", 0x2208},        {"lbrace", '{'},
	{"lbrack", '['},    {"lcub", '{'},         {"leftarrow", 0x2190}, {"leq", 0x2264},
	{"lpar", '('},      {"lsqb", '['},         {"lowbar", '_'},       {"male", 0x2642},
	{"map", 0x21a6},    {"midast", '*'},       {"mp", 0x2213},        {"natural", 0x266e},
	{"num", '#'},       {"numero", 0x2116},    {"percnt", '%'},       {"period", '.'},
	{"phone", 0x260e},  {"plus", '+'},         {"pm", 0xb1},          {"quest", '?'},
	{"rbrace", '}'},    {"rbrack", ']'},       {"rcub", '}'},         {"rightarrow", 0x2192},
	{"rpar", ')'},      {"rsqb", ']'},         {"semi", ';'},         {"setminus", 0x2216},
	{"sharp", 0x266f},  {"flat", 0x266d},      {"sol", '/'},          {"square", 0x25a1},
	{"star", 0x2606},   {"starf", 0x2605},     {"subset", 0x2282},    {"verbar", '|'},
	{"vert", '|'},      {"Vert", 0x2016},      {"wedge", 0x2227},     {"vee", 0x2228},
	{"caron", 0x2c7},   {"ccaron", 0x10d},     {"Ccaron", 0x10c},     {"ecaron", 0x11b},
	{"Ecaron", 0x11a},  {"rcaron", 0x159},     {"Rcaron", 0x158},     {"zcaron", 0x17e},
	{"Zcaron", 0x17d},  {"ncaron", 0x148},     {"Ncaron", 0x147},     {"dcaron", 0x10f},
	{"tcaron", 0x165},  {"uring", 0x16f},      {"Uring", 0x16e},      {"abreve", 0x103},
	{"Abreve", 0x102},  {"gbreve", 0x11f},     {"Gbreve", 0x11e},     {"ubreve", 0x16d},
	{"aogon", 0x105},   {"Aogon", 0x104},      {"eogon", 0x119},      {"Eogon", 0x118},
	{"cacute", 0x107},  {"Cacute", 0x106},     {"nacute", 0x144},     {"Nacute", 0x143},
	{"sacute", 0x15b},  {"Sacute", 0x15a},     {"zacute", 0x17a},     {"Zacute", 0x179},
	{"zdot", 0x17c},    {"Zdot", 0x17b},       {"Idot", 0x130},       {"imath", 0x131},
	{"inodot", 0x131},  {"lstrok", 0x142},     {"Lstrok", 0x141},     {"dstrok", 0x111},
	{"Dstrok", 0x110},  {"odblac", 0x151},     {"Odblac", 0x150},     {"udblac", 0x171},
	{"Udblac", 0x170},  {"scedil", 0x15f},     {"Scedil", 0x15e},     {"tcedil", 0x163},
	{"Tcedil", 0x162},  {"amacr", 0x101},      {"Amacr", 0x100},      {"emacr", 0x113},
	{"Emacr", 0x112},   {"imacr", 0x12b},      {"Imacr", 0x12a},      {"omacr", 0x14d},
	{"Omacr", 0x14c},   {"umacr", 0x16b},      {"Umacr", 0x16a},
};

static size_t number(const char *s, size_t n, uint32_t *code)
{
	bool hex = n > 2 && (s[2] == 'x' || s[2] == 'X');
	size_t i = hex ? 3 : 2, first = i;
	uint32_t v = 0;

	for (; i < n && i < first + 9; i++) {
		if (isdigit((unsigned char)s[i]))
			v = v * (hex ? 16 : 10) + (uint32_t)(s[i] - '0');
		else if (hex && isxdigit((unsigned char)s[i]))
			v = v * 16 + (uint32_t)(tolower((unsigned char)s[i]) - 'a' + 10);
		else
			break;
	}
	if (i == first || (i < n && isdigit((unsigned char)s[i])) || v == 0 || v > 0x10ffff ||
	    (v >= 0xd800 && v < 0xe000))
		return 0;
	*code = v < 0x100 ? decode_windows_1252((unsigned char)v) : v; /* as every browser does */
	return i < n && s[i] == ';' ? i + 1 : i;
}

static size_t named(const char *s, size_t n, uint32_t *code)
{
	char name[LONGEST + 1];
	const htmlEntityDesc *old;
	size_t i = 1;

	while (i < n && i <= LONGEST && isalnum((unsigned char)s[i])) {
		name[i - 1] = s[i];
		i++;
	}
	if (i == 1 || i == n || s[i] != ';')
		return 0;
	name[i - 1] = '\0';
	if ((old = htmlEntityLookup((const xmlChar *)name))) {
		*code = old->value;
		return i + 1;
	}
	for (size_t k = 0; k < sizeof newer / sizeof *newer; k++)
		if (strcmp(newer[k].name, name) == 0) {
			*code = newer[k].code;
			return i + 1;
		}
	return 0;
}

size_t html_entity(const char *s, size_t n, uint32_t *code)
{
	if (n < 3 || *s != '&')
		return 0;
	return s[1] == '#' ? number(s, n, code) : named(s, n, code);
}

void html_put(FILE *out, uint32_t code)
{
	char s[4];

	if (code >= 0x20 || code == '\n' || code == '\t')
		fwrite(s, 1, (size_t)utf8_encode(code, s), out);
}

char *html_entities(const char *s, size_t n)
{
	char *plain = NULL;
	size_t length;
	FILE *out = open_memstream(&plain, &length);
	uint32_t code;

	for (size_t i = 0, step; out && i < n; i += step) {
		const char *next = memchr(s + i, '&', n - i);
		if (s[i] != '&') {
			step = next ? (size_t)(next - s) - i : n - i;
			fwrite(s + i, 1, step, out);
		} else if ((step = html_entity(s + i, n - i, &code)) > 0) {
			html_put(out, code);
		} else {
			step = 1;
			putc('&', out);
		}
	}
	if (out)
		fclose(out);
	return plain;
}
