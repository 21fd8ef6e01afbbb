#include "letters.h"

#include <math.h>
#include <string.h>
#include <unicode/uchar.h>

#include "utf8.h"

enum { COLUMNS = 7 };

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

static int count(const char *language)
{
	const char *s = alphabet(language);

	return utf8_length(s, strlen(s)) + (int)strlen(ALSO);
}

/* One letter as a string of its own. */
struct letter {
	char s[8];
};

static struct letter letter_at(const char *language, int i)
{
	const char *s = alphabet(language);
	struct letter l = {0};
	int n = utf8_length(s, strlen(s));

	if (i >= n) {
		l.s[0] = ALSO[i - n];
		return l;
	}
	while (i-- > 0)
		s += letters_first(s);
	memcpy(l.s, s, (size_t)letters_first(s));
	return l;
}

void letters_begin(struct app *app, char into[GAME_NAME], int most, const char *language)
{
	app->typing.into = into;
	app->typing.language = language;
	app->typing.offered = into[0] != '\0';
	app->typing.most = most;
	app->typing.keyed = 0;
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

/* A character, where there is room for it. */
static bool add(struct app *app, const char *s, int n)
{
	if (app->typing.offered)
		app->typing.into[0] = '\0';
	app->typing.offered = false;
	size_t used = strlen(app->typing.into);
	if (letters_full(app) || used + (size_t)n >= GAME_NAME)
		return false;
	memcpy(app->typing.into + used, s, (size_t)n);
	app->typing.into[used + (size_t)n] = '\0';
	return true;
}

bool letters_add(struct app *app, int which)
{
	struct letter l = letter_at(app->typing.language, which);

	app->typing.keyed = l.s[0] >= 'A' && l.s[0] <= 'Z' ? l.s[0] - 'A' + 'a' : l.s[0];
	return add(app, l.s, (int)strlen(l.s));
}

void letters_delete(struct app *app)
{
	size_t n = strlen(app->typing.into);

	app->typing.keyed = 0;
	app->typing.offered = false;
	while (n > 0 && ((unsigned char)app->typing.into[--n] & 0xC0) == 0x80)
		;
	app->typing.into[n] = '\0';
}

/* What a name is made of; initials are letters and figures. */
static bool fits(uint32_t c, bool name)
{
	UChar32 u = (UChar32)c;

	return u_isalnum(u) || u == '-' || u == '.' ||
	       (name && (u == ' ' || u == '\'' || u_charType(u) == U_NON_SPACING_MARK));
}

void letters_text(struct app *app, const char *text)
{
	int keyed = app->typing.keyed;
	uint32_t c;

	if (!app->typing.into || !text)
		return;
	app->typing.keyed = 0;
	for (int n; (n = utf8_decode(text, strlen(text), &c)) > 0; text += n) {
		char out[4];

		if (u_tolower((UChar32)c) == keyed) /* its key has brought it already */
			continue;
		if (!fits(c, app->typing.most == 0))
			continue;
		if (app->typing.most > 0)
			c = (uint32_t)u_toupper((UChar32)c);
		add(app, out, utf8_encode(c, out));
	}
}

/* ---- the pad ---- */

static void draw_key(struct ui *ui, struct rect r, const char *letter, int which)
{
	const struct theme *t = ui->t;
	struct action a = {VERB_LETTER, which};
	struct feel feel = ui_feel(ui, a);
	bool focus = feel.to == LOOK_FOCUS;
	struct style s = ui_sized(STYLE_BUTTON, fminf(3.7f, r.h * .55f / ui->u / ui->text));
	int key = letter[1] ? 0 : letter[0] >= 'A' ? letter[0] - 'A' + 'a' : letter[0];

	ui_spot(ui, r, letter, a, SPOT_PLAIN, key, 0);
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

void letters_draw(const struct app *app, struct ui *ui, struct rect r)
{
	float gap = ui_px(ui, ui->compact ? .8f : 1.3f);
	int n = count(app->typing.language), rows = (n + COLUMNS - 1) / COLUMNS;
	float w = floorf((r.w - (COLUMNS - 1) * gap) / COLUMNS),
	      h = floorf((r.h - (float)(rows - 1) * gap) / (float)rows);

	for (int i = 0; i < n; i++) {
		struct letter l = letter_at(app->typing.language, i);
		int column = i % COLUMNS;

		draw_key(ui,
			 (struct rect){r.x + (float)column * (w + gap),
				       r.y + (float)(i / COLUMNS) * (h + gap),
				       column == COLUMNS - 1 ? r.w - (float)column * (w + gap) : w,
				       h},
			 l.s, i);
	}
}
