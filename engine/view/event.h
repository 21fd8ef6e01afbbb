/*
 * What happens to the program, as data. The shell fills in the time; nobody asks for it.
 */
#ifndef EVENT_H
#define EVENT_H

#include <stdbool.h>
#include <stdint.h>

enum event_kind {
	EVENT_TICK,    /* time went by, nothing else */
	EVENT_KEY,     /* a key went down */
	EVENT_DOWN,    /* a finger or the left button went down at x, y */
	EVENT_MOVE,    /* a pointer moved to x, y; with `held`, it drags */
	EVENT_UP,      /* it was released at x, y */
	EVENT_LEAVE,   /* the pointer left the window, or a touch was cancelled */
	EVENT_WHEEL,   /* y: lines, positive towards the reader's start */
	EVENT_SIZE,    /* x, y: the window's size in pixels */
	EVENT_WINDOW,  /* `index` 1: the window fills the screen now; 0: no longer */
	EVENT_LOADED,  /* `index`: the library's entry was read again */
	EVENT_PICTURE, /* a picture that was asked for is there, x by y pixels; `index` 0: it can't
			  be shown */
	EVENT_SOUND, /* a sound that was asked for plays, `index` ms long; 0: it can't be played */
	EVENT_KEPT,  /* what was set is in its file (`index` 1), or can't be: `text` says why */
	EVENT_QUIT,  /* the window was closed, or the system asks to end */
};

/* Keys are lower-case ASCII as printed on the key, or one of these. The keypad's digits and Enter
 * are the plain ones. */
enum key {
	KEY_NONE = 0,
	KEY_BACKSPACE = 8,
	KEY_TAB = 9,
	KEY_ENTER = 13,
	KEY_ESCAPE = 27,
	KEY_SPACE = ' ',
	KEY_UP = 256,
	KEY_DOWN,
	KEY_LEFT,
	KEY_RIGHT,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_HOME,
	KEY_END,
	KEY_F1,
	KEY_F11 = KEY_F1 + 10,
	KEY_BACK, /* the back button of a remote control or a phone */
};

enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4 };

struct event {
	enum event_kind kind;
	int64_t at_ms;   /* a clock that never runs backwards */
	int64_t unix_ms; /* the wall clock */
	int utc_offset_min;
	int key; /* enum key or a character */
	int mods;
	bool repeat; /* the key is held down */
	bool touch;  /* a finger, not a mouse */
	bool held;
	float x, y; /* pixels of the frame */
	int index;
	const char *folder, *text; /* pictures and sounds: which; else NULL */
};

#endif
