/*
 * What screens are made of: measures, text, cards, buttons, hints. Private to view/.
 *
 * Lengths named in u are hundredths of the window's short side (grown on small windows); rects are
 * px. One place turns u into px, and everything lands on whole px.
 */
#ifndef UI_H
#define UI_H

#include <stdbool.h>

#include "event.h"
#include "frame.h"
#include "settings.h"
#include "textwrap.h"

enum device { DEVICE_KEYS, DEVICE_MOUSE, DEVICE_TOUCH, DEVICE_PAD, DEVICE_BUTTONS };

/* What is under the finger, the pointer and the keys. */
struct touched {
	struct action focus, hover, pressed;
	bool ring; /* focus is shown */
};

/* The ring around what has the focus: painted last, so that it may glide over what lies between. */
struct ringed {
	bool on;
	bool scrolls; /* it belongs to the page that scrolls */
	struct rect r;
	float radius_u, gap_u, alpha;
};

enum { CHOICES_AT = 8 };

struct ui {
	struct frame *f;
	const struct theme *t;
	struct wrapper *wrap;
	struct fits *fits; /* of questions, see fitkept.h */
	float w, h, u;
	float text;   /* text size, 1 to 2 */
	float finger; /* px: what a kiosk's visitors press is at least as high and wide; 0: no kiosk
		       */
	float thumb;  /* the same of what leads on */
	float apart;  /* and how far it stands from the next */
	int64_t now;  /* at_ms of this frame */
	enum motion motion;
	bool rtl;             /* the page is drawn from left to right and mirrored at the end */
	const char *language; /* of the texts on the page, as a BCP 47 tag; NULL: not known */
	enum han han;         /* the Chinese characters of that language */
	bool compact;         /* short side under 480 px: one-line head, short labels */
	bool tiny;            /* under 300 px: one column, no hints */
	bool portrait;
	bool column;       /* there is room for the shaft */
	bool reach;        /* all there is to press lies low, see ui_low */
	bool headless;     /* what leads back stands elsewhere than in the head of a page */
	float head_end;    /* px: the head ends here at the latest; 0: where it likes */
	struct rect stage; /* the window within its margins */
	struct action focus, hover, pressed;
	bool ring; /* focus is shown */
	enum device device;
	bool scrolling; /* what is added lies on the page that scrolls */
	int group;
	float scroll_at; /* px the page is moved up by */
	int clip;        /* index of the item that cuts the page off */
	int ltr;         /* index of the first item that ui_ltr_end turns back */
	bool was_rtl;    /* and what rtl was before */

	int64_t hurry_ms;      /* what began to move before this is where it will be */
	int still;             /* items at the back that stay when the screen changes */
	struct touched before; /* what was touched until touched_ms */
	int64_t touched_ms;
	struct rect choice_at[CHOICES_AT]; /* where choices that can be pressed were, by position */
	float ask_at; /* and the question above them: its top; 0: on a page that scrolls */
	float ask_px; /* and the size of its letters */
	struct ringed ringed;
	struct rect ring_at,
		ring_from; /* where it was painted, w 0: nowhere; where it set out at ring_ms */
	int64_t ring_ms;
};

/* Takes the measures of a w x h window. */
void ui_begin(struct ui *ui, struct frame *f, int w, int h, const struct theme *t);
void ui_size(struct ui *ui, int w, int h); /* from now on, in the same frame: what a part of it is
					      laid out for */

float ui_px(const struct ui *ui, float u); /* whole px, at least 1 for anything above 0 */

/* From now on, everything that is pressed is large enough for a kiosk: by parts of the window, and
 * where it is known how many px a millimetre has (else 0), as large as a finger. */
void ui_fingers(struct ui *ui, float px_per_mm);

/* With reach, a box begins here at the highest: what is pressed lies in the lowest 45 %. Without,
 * it is as it was. ui_lower makes the whole stage such a box. */
struct rect ui_low(const struct ui *ui, struct rect r);
void ui_lower(struct ui *ui);

/* Of what is pressed: its height or width, and the gap to the next; in a kiosk not too small. */
float ui_finger(const struct ui *ui, float u);
float ui_gap(const struct ui *ui, float u);

/* What stands beside words or is pressed with them grows as they do, to 1.5 times: icons, squares,
 * switches. */
float ui_scaled(const struct ui *ui, float u);

struct style {
	enum face face;
	float size;     /* u */
	float line;     /* of size */
	float tracking; /* of size */
};

extern const struct style STYLE_TITLE, STYLE_NUMERAL, STYLE_QUESTION, STYLE_CHOICE, STYLE_BODY,
	STYLE_BUTTON, STYLE_LABEL, STYLE_STRONG, STYLE_MONO;

struct style ui_sized(struct style s, float size);  /* the same in another size, u */
float ui_font(const struct ui *ui, struct style s); /* px, never below 12 */
struct style ui_shrunk(struct ui *ui, struct style s, const char *text,
		       float width); /* so that one line fits */

/* So that every word has room in a line; as it was where that takes less than `least` u. */
struct style ui_whole(struct ui *ui, struct style s, const char *text, float width, float least);

enum {
	TEXT_START = 0,
	TEXT_CENTRE = 1,
	TEXT_END = 2,
	TEXT_MIDDLE = 4,
	TEXT_BOTTOM = 8,
	TEXT_BALANCED = 16,
};

struct block {
	float w, h;  /* px */
	int n;       /* lines */
	bool broken; /* a word had no room in a line */
	float word;  /* px: the widest of those; 0: there is none */
};

struct block ui_measure(struct ui *ui, struct style s, const char *text, float width, int how);
struct block ui_text(struct ui *ui, struct style s, struct rect box, int how, colour c,
		     const char *text);
float ui_width(struct ui *ui, struct style s, const char *text); /* of one line */

/* One line, its middle at y, its start, centre or end at x; returns its width. */
float ui_line(struct ui *ui, struct style s, float x, float y, int how, colour c, const char *text);

/* The same cut to a width with "…"; the item keeps the whole text. */
float ui_cut(struct ui *ui, struct style s, float x, float y, float width, colour c,
	     const char *text);

/* What is added between these reads from left to right on a mirrored page too: an English phrase
 * in parts, keys side by side, code. It spans left to right px. Not nested. */
void ui_ltr_begin(struct ui *ui);
void ui_ltr_end(struct ui *ui, float left, float right);

/* A line through what was written last. */
void ui_strike(struct ui *ui, colour c);

struct rect ui_inset(struct rect r, float x, float y);
enum { ROUND = 99 }; /* a radius, u: the ends are half circles, whatever the height */
struct item *ui_box(struct ui *ui, struct rect r, float radius_u, colour fill, colour border,
		    float border_u);
void ui_halo(struct ui *ui, struct rect r, float radius_u, float spread_u, colour c);
void ui_shadow(struct ui *ui, struct rect r, float radius_u,
	       bool panel); /* where the theme has any */
void ui_ring(struct ui *ui, struct rect r, float radius_u,
	     float gap_u);         /* what has the focus wears it */
void ui_ring_paint(struct ui *ui); /* once all it may lie on is drawn */
struct item *ui_icon(struct ui *ui, enum icon icon, float cx, float cy, float size, colour c,
		     float stroke);

/* Returns its icon. */
struct item *ui_disc(struct ui *ui, float cx, float cy, float size, enum icon icon, colour fill,
		     colour ink, bool dashed);

/* The ground of every screen. */
void ui_ground(struct ui *ui);
colour ui_sky(const struct ui *ui, float y); /* its colour there */

/* What was drawn so far stays where it is when the screen changes. */
void ui_stay(struct ui *ui);

/* What play adds to it: slabs of light from the stair above a question; the brand's light at y (of
 * the height), and a second one from below (0: none). */
void ui_beams(struct ui *ui);
void ui_lights(struct ui *ui, float y, colour below);

struct spot *ui_spot(struct ui *ui, struct rect r, const char *label, struct action a,
		     unsigned flags, int key1, int key2);
bool ui_is(struct action a, struct action b);
enum look { LOOK_REST, LOOK_HOVER, LOOK_FOCUS, LOOK_PRESSED };
enum look ui_look(const struct ui *ui, struct action a);

/* How what can be pressed looks while one look turns into another. */
struct feel {
	enum look from, to;
	float t;    /* 0 to 1: how far */
	float down; /* px: how far it is pressed in */
};
struct feel ui_feel(struct ui *ui, struct action a);
colour ui_tint(struct feel feel, const colour looks[4]); /* one for each look */

enum button_kind { BUTTON_PLAIN, BUTTON_PRIMARY, BUTTON_PILL };
struct button {
	enum button_kind kind;
	enum icon icon; /* before the label */
	enum icon after;
	const char *label;
	struct action action;
	int key1, key2;
	unsigned flags;
	colour tint;  /* of the icon before the label; 0: as the label */
	bool used;    /* it is used up: dim, and struck where neither colour nor light may tell */
	bool resting; /* looks as ever, and can't be pressed now */
	bool early;   /* looks as if it could not be, for presses are for the page before it yet */
};
float ui_button_width(struct ui *ui, const struct button *b);
float ui_button_height(const struct ui *ui, const struct button *b);
void ui_button(struct ui *ui, struct rect r, const struct button *b);

/* What it stands on, as it feels: r sinks with it. */
void ui_plate(struct ui *ui, struct rect *r, float radius_u, struct action a);

/* A row of a menu: an icon, a name, at its end a line that is left out where it has no room. */
struct menu_row {
	enum icon icon;
	const char *name, *line;
	const char *instead; /* stands for the name where the line has no room; or NULL */
	const char *brief;   /* stands for the line where that has no room; or NULL */
	float size;          /* of the name, u; 0: as usual */
	struct action action;
	unsigned flags;
	int key1, key2;
};
float ui_row_height(const struct ui *ui);
float ui_row_width(struct ui *ui, const struct menu_row *m); /* without a line */
void ui_row(struct ui *ui, struct rect r, const struct menu_row *m);

/* A square with an icon: pause, back; its side in the head of a page. */
float ui_square_side(const struct ui *ui);
void ui_square(struct ui *ui, struct rect r, enum icon icon, const char *label, struct action a,
	       int key);

struct hint {
	const char *keys; /* separated by '|' */
	const char *does;
};
/*
 * Hints for the keyboard, or for the controller while that is in use, between `from` and x, at
 * whose end they stand; the first are left out where there is no room, those that the controller
 * has no button for, and all while another device is in use. Returns their start.
 */
float ui_hints(struct ui *ui, float from, float x, float y, const struct hint *h, int n);
float ui_key(struct ui *ui, float x, float y,
	     const char *key); /* one key, its start at x; returns its end */

enum choice_state {
	CHOICE_OPEN,
	CHOICE_SELECTED,
	CHOICE_LOCKED,
	CHOICE_RIGHT,
	CHOICE_WRONG,
	CHOICE_DIM,
	CHOICE_REMOVED,
};

/* A picture of a pack; path NULL: none. */
struct picture {
	const char *folder, *path;
	const char *alt; /* what it shows, in words; or NULL */
	int version;
	bool broken; /* it can't be shown: words stand for it */
	float w, h;  /* its pixels; 0: not known yet */
};
void ui_picture(struct ui *ui, struct rect box, float radius_u, const struct picture *p);

/* The button that enlarges one. */
void ui_zoom(struct ui *ui, struct rect r, const char *label, struct action a, unsigned flags,
	     int key);

struct choice_card {
	const char *text, *tag; /* text: NULL for a picture alone; tag: NULL for none */
	const char *words;      /* what it is called; NULL: its text */
	struct picture picture;
	float tag_px;       /* the longest tag of all choices: one row has all in the same place */
	float picture_px;   /* height of the picture, over the text; 0: the card is a row of text */
	struct action zoom; /* verb 0: it can't be enlarged */
	int zoom_key;
	int position;
	enum choice_state state;
	enum choice_state was; /* what it turns from */
	float was_seen;        /* 1 to 0: how much of that is still to be seen */
	float undrawn;         /* 1 to 0: how much of its icon is still to be drawn */
	float laid;            /* px: the width its text is laid out for; 0: its own */
	struct style style;
	float badge_u;
	bool steady;          /* nothing moves for the tag */
	bool apart;           /* the tag has no place beside the text: it stands below that, or, of
				 a steady card, on the edge */
	struct action action; /* verb 0: can't be pressed */
};
bool ui_choice_breaks(struct ui *ui, const struct choice_card *c, float width); /* a word */
bool ui_choice_beside(struct ui *ui, const struct choice_card *c, float width); /* has the tag */
float ui_choice_height(struct ui *ui, const struct choice_card *c, float width, float least_u);
void ui_choice(struct ui *ui, struct rect r, const struct choice_card *c);

/* Head of a page: back, and a title that ends before `end`. Returns its bottom edge. A title with
 * nothing to press beside it may stand above what lies within reach. */
float ui_head(struct ui *ui, const char *title, struct action back, float end);

/* The page that scrolls: begin, add, end with its whole height. */
void ui_scroll_begin(struct ui *ui, struct rect view);
void ui_scroll_end(struct ui *ui, float height);

/* What is added between the two is cut to r, on the page or off it. */
void ui_clip_begin(struct ui *ui, struct rect r);
void ui_clip_end(struct ui *ui);

const char *ui_number(struct ui *ui, int n);        /* 4,250 */
const char *ui_duration(struct ui *ui, int64_t ms); /* 3:42 */

#endif
