/*
 * A picture as data: things to draw, from the back to the front, and the spots that can be pressed.
 *
 * Lengths are pixels of the frame, y grows downwards. A frame owns all its strings, lines and
 * points (in its own fixed stores); it is rebuilt whole and never changed after. When a store is
 * full, more is dropped and `full` says so: a test keeps that from happening. The last of each
 * store is kept for what is pressed, so that nobody is ever left without a button.
 */
#ifndef FRAME_H
#define FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "theme.h"

struct rect {
	float x, y, w, h;
};

struct point {
	float x, y;
};

enum face { FACE_TEXT, FACE_MEDIUM, FACE_SEMIBOLD, FACE_BOLD, FACE_DISPLAY, FACE_MONO, FACES };

enum icon {
	ICON_NONE,
	ICON_CHECK,
	ICON_CROSS,
	ICON_LOCK,
	ICON_SHIELD,
	ICON_CLOCK,
	ICON_UP,
	ICON_STAIRS,
	ICON_PAUSE,
	ICON_PLAY,
	ICON_BACK,
	ICON_NEXT,
	ICON_ARROW,
	ICON_HOME,
	ICON_TROPHY,
	ICON_STAR,
	ICON_PEOPLE,
	ICON_MORE,
	ICON_BOLT,
	ICON_CALENDAR,
	ICON_FLAG,
	ICON_DELETE,
	ICON_TAKE,
	ICON_WARN,
	ICON_ERROR,
	ICON_RELOAD,
	ICON_FOLDER,
	ICON_TABLE,
	ICON_SKIP,
	ICON_BOOK,
	ICON_MINUS,
	ICON_PLUS,
	ICON_HINT,
	ICON_HALF,
	ICON_SWAP,
	ICON_MORE_TIME,
	ICON_CLOSE,
	ICON_SETUP,
	ICON_ZOOM,
	ICON_PICTURE,
	ICON_GEAR,
	ICON_LETTERS,
	ICON_ABOVE,
	ICON_BELOW,
	ICON_CONTRAST,
	ICON_REACH,
	ICON_SPEAKER,
	ICON_GLOBE,
	ICON_PAD,
	ICON_STOP,
	ICON_TOUCH,
	ICON_SHAPE_CIRCLE, /* the players' shapes, filled */
	ICON_SHAPE_TRIANGLE,
	ICON_SHAPE_SQUARE,
	ICON_SHAPE_DIAMOND,
	ICON_SHAPE_STAR,
	ICON_SHAPE_CROSS,
	ICON_SHAPE_HEART,
	ICON_SHAPE_MOON,
	ICONS
};

/* One character, several hands: which of them a text's language asks for. */
enum han { HAN_ANY, HAN_JAPANESE, HAN_KOREAN, HAN_SIMPLIFIED, HAN_TRADITIONAL, HAN_HONG_KONG };

enum item_kind {
	ITEM_BOX,  /* a rounded rectangle: fill, then border inside its edge */
	ITEM_HALO, /* light around a rounded rectangle, none inside it: `spread` px, `fill` with its
		      alpha at the edge */
	ITEM_GLOW, /* a round light that fills `box`: fill's alpha in the middle, none at the rim */
	ITEM_GRADIENT, /* `nstops` colours over `box`, along +y, or along +x with `across` */
	ITEM_BEAMS,    /* the slabs of stair-light of the ground: a lit quad of four points, colour
			  `fill` at its first edge, none at the last */
	ITEM_LINE,     /* a polyline of `width`, round joins and caps */
	ITEM_TUBE, /* a polyline that glows: glow, body of `width`, white core of alpha `core` */
	ITEM_DISC, /* a filled circle in `box`; `dashed` border */
	ITEM_ICON,
	ITEM_TEXT,
	ITEM_WELL,    /* looking up the stair */
	ITEM_PICTURE, /* a pack's picture, whole within `box`, in its middle */
	ITEM_CLIP,    /* what follows is cut to `box`, until ITEM_UNCLIP; not nested */
	ITEM_UNCLIP,
};

/* One line of a text: bytes [start, start+n) of the item's string; x, y is the top left of its line
 * box. */
struct line {
	uint32_t start, n;
	float x, y, w;
};

struct stop {
	float at; /* 0 to 1 */
	colour c;
};

/* The well, after art's spiral: corner k lies at scale q^k. All in px of the frame. */
struct well {
	struct point centre; /* of the outermost ring */
	struct point vanishing;
	float radius, aspect, rotation, turns;
	colour near_rail, far_rail; /* the tubes, from the outermost to the innermost */
	float tint; /* -1: the theme's own violet; else a hue, 0 to 1, that a pack's identity gives
		     */
	float rise; /* 0 to 1: how far the stair has come down by a turn; at 0 it rests, and is
		     painted sharp. 1 is the same picture: what moves goes from there to above 0 */
};

struct item {
	enum item_kind kind;
	struct rect box; /* where it is; what it paints outside by glow is known to the painter */
	float radius, width, spread, core, glow;
	colour fill, border;
	bool dashed, hatched, across;
	uint8_t icon, face, nstops;
	bool rtl;          /* text: its base direction; icon: it points the other way */
	uint8_t han;       /* text: enum han, whose Chinese characters */
	float part;        /* icon: how much of its strokes is drawn, 0 to 1 */
	float px;          /* text: size in px */
	float tracking;    /* text: px between characters */
	float line_height; /* text: px */
	const char *s; /* text: the whole string, also what is read aloud and expected by scripts;
			  picture: what it shows, in words */
	const char *folder, *path; /* picture: a pack's folder and the path in it */
	int version;               /* picture: another number when it has to be painted again */
	uint32_t line, nlines;     /* text: into frame.lines */
	uint32_t point, npoints;   /* lines, tubes, beams: into frame.points */
	struct stop stop[4];
	struct well well;
};

/* What pressing does: a verb of the current screen and its number. */
struct action {
	int verb; /* enum verb of screens.h; 0: none */
	int arg;
};

enum { SPOT_CTRL = 0x10000, SPOT_SHIFT = 0x20000, SPOT_ANY = 0x40000 };

enum spot_flags {
	SPOT_PLAIN = 0,
	SPOT_MAIN = 1,     /* takes the focus when the screen is entered */
	SPOT_SILENT = 2,   /* can be pressed by pointer and key, never focused */
	SPOT_DISABLED = 4, /* shown, told, not pressed */
	SPOT_SCROLLS = 8,  /* lies on the page that scrolls */
};

struct spot {
	struct rect box;
	const char *label; /* what is read aloud, and what `press` in a script names */
	struct action action;
	int keys[2]; /* keys that press it from anywhere on the screen, with SPOT_CTRL where Ctrl is
			held; 0: none. Arrows and Tab (with SPOT_SHIFT) do so before they move
			the focus; SPOT_ANY: any that does nothing else */
	unsigned flags;
	int group; /* arrows wrap within a group */
};

enum {
	FRAME_ITEMS = 1024,
	FRAME_SPOTS = 320,
	FRAME_LINES = 4096,
	FRAME_POINTS = 8192,
	FRAME_CHARS = 131072,
	SPARE_ITEMS = 128, /* of these, for what is pressed */
	SPARE_LINES = 128,
	SPARE_CHARS = 16384,
};

struct frame {
	int w, h;
	const struct theme *theme;
	const char *screen; /* its name */
	int64_t wake;       /* when it will next change by itself, in at_ms; -1: never */
	int nitems, nspots, nlines, npoints, nchars;
	bool full;
	bool typing; /* what is typed is wanted as text: EVENT_TEXT, and not as the keys of spots */
	bool pressed;       /* what is added now can be pressed */
	struct rect scroll; /* the part that scrolls, and its whole height; h 0: none */
	float scroll_height, scroll_at;
	bool bed; /* a kiosk's own sound goes on while this is shown; volumes are the shell's matter
		   */
	bool least; /* of a question or its answer: the letters are as small as they may get */
	struct item items[FRAME_ITEMS];
	struct spot spots[FRAME_SPOTS];
	struct line lines[FRAME_LINES];
	struct point points[FRAME_POINTS];
	char chars[FRAME_CHARS];
	struct item spare_item; /* what is added to a full frame */
	struct spot spare_spot;
};

void frame_clear(struct frame *f, int w, int h, const struct theme *t);

/* The next item, zeroed but for its kind and box; a scratch one when the frame is full: never NULL.
 */
struct item *frame_add(struct frame *f, enum item_kind kind, struct rect box);

/* A copy of s that lives as long as the frame. "" when the frame is full. */
const char *frame_text(struct frame *f, const char *s, size_t n);
void frame_more(struct frame *f, const char *s); /* goes on with the newest string, "" is none */
const char *frame_printf(struct frame *f, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void frame_line(struct frame *f, struct item *i,
		struct line l); /* one more line of the newest item, unless its text is missing */
void frame_point(struct frame *f, struct item *i, float x,
		 float y); /* one more point of the newest item */

/* The frame changes by itself at this moment, unless it does so before. */
void frame_wake(struct frame *f, int64_t at_ms);

/* The front-most spot under a point, widened to at least `least` px each way; -1: none. */
int frame_hit(const struct frame *f, float x, float y, float least);

/* Whether two items, each with its frame's stores, look the same. What a painter paints again is
 * where they don't. */
bool frame_same(const struct frame *f, const struct item *i, const struct frame *g,
		const struct item *j);

/* Whether any text of the frame, whole and unwrapped, or any label, contains s. */
bool frame_says(const struct frame *f, const char *s);

#endif
