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
	EVENT_LOADED,  /* `index`: the library's entry was read again; `number` 1: it is new; -1: it
			  was  removed, and those behind it have moved up */
	EVENT_PICTURE, /* a picture that was asked for is there, x by y pixels; `index` 0: it can't
			  be shown */
	EVENT_SOUND,  /* a sound that was asked for plays, `index` ms long; 0: it can't be played */
	EVENT_KEPT,   /* what was set is in its file (`index` 1), or can't be: `text` says why */
	EVENT_PAD,    /* a button of game controller `device` went down: `index` of enum pad; with
			 `repeat`, it is still held */
	EVENT_BUTTON, /* a button of another device went down: `index` is its number */
	EVENT_DEVICE, /* the device `device`, called `text`, is there, `index` an enum plugged; 0:
			 it is gone. One that comes back has the number it had */
	EVENT_TEXT,   /* `text` was typed, UTF-8; its keys come as EVENT_KEY before it */
	EVENT_SAVED,  /* the answer `number` is kept (`index` 1), or can't be: `text` says why */
	EVENT_MEMORY, /* what is remembered was read: `interrupted`, or NULL; `text`: what is wrong
			 with the memory, or NULL */
	EVENT_BOARDS, /* `boards` that were asked for; NULL: there is no memory */
	EVENT_PIN, /* what came of EFFECT_PIN: `index` 1: it is right; `number`: seconds for which
		      none is taken; 0: one may be tried */
	EVENT_HEALTH,   /* `health` was looked at */
	EVENT_OPERATED, /* the operation `number` is done (`index` 1), or can't be; `text`: what
			   came of it, in words, without a full stop */
	EVENT_QUIT,     /* the window was closed; `index` 1: the system asks to end */
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

enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4, MOD_KEYPAD = 8 /* the key is on the keypad */ };

/* Buttons of a game controller, by their place (A is the lower one). The left stick counts as the
 * cross, the right one scrolls. */
enum pad {
	PAD_A,
	PAD_B,
	PAD_X,
	PAD_Y,
	PAD_UP,
	PAD_DOWN,
	PAD_LEFT,
	PAD_RIGHT,
	PAD_START,
	PAD_VIEW,
	PAD_LEFT_SHOULDER,
	PAD_RIGHT_SHOULDER,
	PAD_LEFT_TRIGGER,
	PAD_RIGHT_TRIGGER,
	PAD_RIGHT_STICK, /* pressed */
	PAD_SCROLL_UP,   /* the right stick, pushed; repeats */
	PAD_SCROLL_DOWN,
	PADS
};

enum { DEVICES = 32 };

enum plugged {
	PLUGGED_NOT,
	PLUGGED_PAD,
	PLUGGED_BUZZ,    /* a Buzz! handset: 0 is the big button, 1 to 4 the others from the top */
	PLUGGED_BUTTONS, /* anything else */
};

struct boards;
struct health;
struct interrupted;

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
	bool more;  /* another press of the same moment follows: they are a tie */
	int device; /* pads and buttons: below DEVICES */
	float x, y; /* pixels of the frame */
	int index;
	int number;                  /* of an answer: EFFECT_MOVE's value */
	int asked;                   /* of an answer: EFFECT_PIN's value */
	const char *folder, *text;   /* pictures and sounds: which; else NULL */
	const struct boards *boards; /* these until the step is over */
	const struct interrupted *interrupted;
	const struct health *health;
};

#endif
