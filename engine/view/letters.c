#include "letters.h"

#include <math.h>
#include <string.h>
#include <unicode/uchar.h>

#include "utf8.h"

enum { COLUMNS = 7, LEAST_PX = 24 };

/* What follows the letters of every alphabet. */
#define ALSO "-."

/* Of languages that are not written in Latin letters. */
static const struct {
	const char *language, *letters;
} alphabets[] = {
	{"be", "АБВГДЕЁЖЗІЙКЛМНОПРСТУЎФХЦЧШЫЬЭЮЯ"},  {"bg", "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ"},
	{"el", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ"},          {"mk", "АБВГДЃЕЖЗЅИЈКЛЉМНЊОПРСТЌУФХЦЧЏШ"},
	{"ru", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"}, {"sr", "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"},
	{"uk", "АБВГҐДЕЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЬЮЯ"},
};

static const char *alphabet(const char *language)
{
	for (size_t i = 0; language && i < sizeof alphabets / sizeof alphabets[0]; i++)
		if (strncmp(alphabets[i].language, language, 2) == 0 &&
		    (language[2] == '\0' || language[2] == '-'))
			return alphabets[i].letters;
	return "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
}

int letters_first(const char *s)
{
	int n = *s != '\0';

	while (n && ((unsigned char)s[n] & 0xC0) == 0x80)
		n++;
	return n;
}

int letters_count(const char *language)
{
	const char *s = alphabet(language);

	return utf8_length(s, strlen(s));
}

static int count(const char *language)
{
	return letters_count(language) + (int)strlen(ALSO);
}

uint32_t letters_at(const char *language, int i)
{
	const char *s = alphabet(language);
	int n = utf8_length(s, strlen(s));
	uint32_t c = 0;

	if (i >= n)
		return (uint32_t)ALSO[i - n];
	while (i-- > 0)
		s += letters_first(s);
	utf8_decode(s, strlen(s), &c);
	return c;
}

int letters_start(const struct app *app)
{
	return (int)letters_at(app->typing.language, 0);
}

void letters_begin(struct app *app, char into[GAME_NAME], int most, const char *language)
{
	app->typing.into = into;
	app->typing.language = language;
	app->typing.offered = into[0] != '\0';
	app->typing.most = most;
}

static int length(const struct app *app)
{
	return utf8_length(app->typing.into, strlen(app->typing.into));
}

bool letters_full(const struct app *app)
{
	return app->typing.most > 0 ? length(app) >= app->typing.most
				    : strlen(app->typing.into) + 1 >= GAME_NAME;
}

/* What a name is made of; initials are letters and figures. */
static bool fits(UChar32 c, bool name)
{
	return u_isalnum(c) || c == '-' || c == '.' ||
	       (name && (c == ' ' || c == '\'' || u_charType(c) == U_NON_SPACING_MARK));
}

bool letters_add(struct app *app, int c)
{
	char *into = app->typing.into, s[4];

	if (!into || !fits(c, app->typing.most == 0))
		return false;
	if (app->typing.offered)
		into[0] = '\0';
	app->typing.offered = false;
	size_t used = strlen(into);
	int n = utf8_encode((uint32_t)(app->typing.most > 0 ? u_toupper(c) : c), s);
	if (letters_full(app) || used + (size_t)n >= GAME_NAME)
		return false;
	memcpy(into + used, s, (size_t)n);
	into[used + (size_t)n] = '\0';
	return true;
}

void letters_delete(struct app *app)
{
	size_t n = strlen(app->typing.into);

	app->typing.offered = false;
	while (n > 0 && ((unsigned char)app->typing.into[--n] & 0xC0) == 0x80)
		;
	app->typing.into[n] = '\0';
}

/* ---- the pad ---- */

static void draw_key(struct ui *ui, struct rect r, const char *letter, uint32_t c)
{
	const struct theme *t = ui->t;
	struct action a = {VERB_LETTER, (int)c};
	struct feel feel = ui_feel(ui, a);
	bool focus = feel.to == LOOK_FOCUS;
	struct style s = ui_sized(STYLE_BUTTON, fminf(3.7f, r.h * .55f / ui->u / ui->text));

	ui_spot(ui, r, letter, a, SPOT_PLAIN, 0, 0);
	r.y += feel.down;
	if (focus)
		ui_ring(ui, r, 1.3f, .4f);
	ui_box(ui, r, 1.3f,
	       ui_tint(feel, (colour[]){t->surface2, t->focusfill, t->focus, t->focusfill}),
	       ui_tint(feel, (colour[]){t->border, t->text3, t->focus, t->focus}),
	       feel.to == LOOK_PRESSED ? .4f : .16f);
	ui_line(ui, s, r.x + roundf(r.w / 2), r.y + r.h / 2, TEXT_CENTRE,
		focus ? t->onfocus : t->text, letter);
}

/* More columns where so many rows would be too low to be touched. */
static int columns_for(int n, float high, float gap)
{
	int columns = COLUMNS;

	while (columns < n && (float)((n + columns - 1) / columns) * (LEAST_PX + gap) - gap > high)
		columns++;
	return columns;
}

void letters_draw(const struct app *app, struct ui *ui, struct rect r)
{
	float gap = ui_px(ui, ui->tiny ? .5f : ui->compact ? .8f : 1.3f);
	int n = count(app->typing.language), columns = columns_for(n, r.h, gap),
	    rows = (n + columns - 1) / columns;
	float w = floorf((r.w - (float)(columns - 1) * gap) / (float)columns),
	      h = floorf((r.h - (float)(rows - 1) * gap) / (float)rows);

	ui->f->typing = true;
	for (int i = 0; i < n; i++) {
		uint32_t c = letters_at(app->typing.language, i);
		int column = i % columns;
		struct rect at = {r.x + (float)column * (w + gap),
				  r.y + (float)(i / columns) * (h + gap), w, h};
		char letter[5] = {0};

		if (column == columns - 1)
			at.w = r.x + r.w - at.x;
		utf8_encode(c, letter);
		draw_key(ui, at, letter, c);
	}
}
