#include "input.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "turn.h"

/* A keycode that several keys share stands first with the one to name it by. */
static const struct {
	SDL_Keycode code;
	int key;
} keys[] = {
	{SDLK_RETURN, KEY_ENTER},
	{SDLK_KP_ENTER, KEY_ENTER},
	{SDLK_RETURN2, KEY_ENTER},
	{SDLK_BACKSPACE, KEY_BACKSPACE},
	{SDLK_KP_BACKSPACE, KEY_BACKSPACE},
	{SDLK_TAB, KEY_TAB},
	{SDLK_ESCAPE, KEY_ESCAPE},
	{SDLK_UP, KEY_UP},
	{SDLK_DOWN, KEY_DOWN},
	{SDLK_LEFT, KEY_LEFT},
	{SDLK_RIGHT, KEY_RIGHT},
	{SDLK_PAGEUP, KEY_PAGE_UP},
	{SDLK_PAGEDOWN, KEY_PAGE_DOWN},
	{SDLK_HOME, KEY_HOME},
	{SDLK_END, KEY_END},
	{SDLK_F1, KEY_F1},
	{SDLK_F11, KEY_F11},
	{SDLK_AC_BACK, KEY_BACK},
	{SDLK_KP_0, '0'},
	{SDLK_KP_1, '1'},
	{SDLK_KP_2, '2'},
	{SDLK_KP_3, '3'},
	{SDLK_KP_4, '4'},
	{SDLK_KP_5, '5'},
	{SDLK_KP_6, '6'},
	{SDLK_KP_7, '7'},
	{SDLK_KP_8, '8'},
	{SDLK_KP_9, '9'},
	{SDLK_KP_PLUS, '+'},
	{SDLK_KP_MINUS, '-'},
	{SDLK_KP_MULTIPLY, '*'},
	{SDLK_KP_DIVIDE, '/'},
	{SDLK_KP_PERIOD, '.'},
};

enum { NKEYS = sizeof(keys) / sizeof(keys[0]) };

int input_key(SDL_Keycode k)
{
	if (k >= SDLK_SPACE && k < SDLK_DELETE)
		return k;
	for (int i = 0; i < NKEYS; i++)
		if (keys[i].code == k)
			return keys[i].key;
	return KEY_NONE;
}

bool input_is_keypad(SDL_Keycode k)
{
	return k >= SDLK_KP_DIVIDE && k <= SDLK_KP_PERIOD && input_key(k) != KEY_ENTER;
}

SDL_Keycode input_code(int key)
{
	if (key >= SDLK_SPACE && key < SDLK_DELETE)
		return key;
	for (int i = 0; i < NKEYS; i++)
		if (keys[i].key == key)
			return keys[i].code;
	return SDLK_UNKNOWN;
}

SDL_Keycode input_keypad_code(int key)
{
	for (int i = 0; i < NKEYS; i++)
		if (keys[i].key == key && input_is_keypad(keys[i].code))
			return keys[i].code;
	return SDLK_UNKNOWN;
}

/* Whether both have the same letters and digits in the same order; of `s`, at least the first. */
static bool alike(const char *name, const char *s)
{
	for (;; name++, s++) {
		while (*name && !isalnum((unsigned char)*name))
			name++;
		while (*s && !isalnum((unsigned char)*s))
			s++;
		if (*s == '\0' || tolower((unsigned char)*name) != tolower((unsigned char)*s))
			return *s == '\0';
	}
}

const char *input_nearest(const char *s)
{
	const char *found = NULL;

	for (int code = 0; code < SDL_NUM_SCANCODES && strlen(s) > 2; code++) {
		const char *name = SDL_GetScancodeName((SDL_Scancode)code);
		if (*name && alike(name, s) && (!found || strlen(name) < strlen(found)))
			found = name;
	}
	return found;
}

/* The digit row types digits everywhere: some layouts, such as AZERTY, want Shift for them. */
static int digit_of(const SDL_Keysym *k)
{
	bool digit = k->sym >= SDLK_0 && k->sym <= SDLK_9;

	if (digit || k->mod & (KMOD_CTRL | KMOD_ALT) || k->scancode < SDL_SCANCODE_1 ||
	    k->scancode > SDL_SCANCODE_0)
		return KEY_NONE;
	return "1234567890"[k->scancode - SDL_SCANCODE_1];
}

static bool read_key(const SDL_KeyboardEvent *e, struct event *ev)
{
	Uint16 mod = e->keysym.mod;

	ev->kind = EVENT_KEY;
	ev->key = digit_of(&e->keysym);
	if (ev->key == KEY_NONE)
		ev->key = input_key(e->keysym.sym);
	ev->mods = (mod & KMOD_SHIFT ? MOD_SHIFT : 0) | (mod & KMOD_CTRL ? MOD_CTRL : 0) |
		   (mod & KMOD_ALT ? MOD_ALT : 0) |
		   (input_is_keypad(e->keysym.sym) ? MOD_KEYPAD : 0);
	ev->repeat = e->repeat;
	return ev->key != KEY_NONE;
}

/* A place in the window, in pixels, as one of the frame. */
static void set_place(const struct input *in, float x, float y, struct event *ev)
{
	ev->x = x;
	ev->y = y;
	turn_back(in->rotation, (float)in->w, (float)in->h, &ev->x, &ev->y);
}

static void set_point(const struct input *in, int x, int y, struct event *ev)
{
	set_place(in, (float)x * in->scale_x, (float)y * in->scale_y, ev);
}

enum { STUCK_MS = 10000 };
#define REST .01f /* of the window: what trembles rests */

static void rest(struct input *in, const SDL_TouchFingerEvent *e)
{
	in->rest_x = e->x;
	in->rest_y = e->y;
	in->rest_ms = e->timestamp;
}

/* What has lain still for long stands in nobody's way. */
static void forget_stuck(struct input *in, const SDL_TouchFingerEvent *e)
{
	if (e->type != SDL_FINGERDOWN || !in->following || e->timestamp - in->rest_ms < STUCK_MS)
		return;
	in->contacts = 0;
	in->following = false;
}

static bool read_finger(struct input *in, const SDL_TouchFingerEvent *e, struct event *ev)
{
	forget_stuck(in, e);
	bool mine = in->following && e->fingerId == in->first;

	ev->touch = true;
	set_place(in, e->x * (float)in->w, e->y * (float)in->h, ev);
	switch (e->type) {
	case SDL_FINGERDOWN:
		in->contacts++;
		if (in->contacts == 1) {
			in->first = e->fingerId;
			in->following = true;
			rest(in, e);
			ev->kind = EVENT_DOWN;
			ev->held = true;
			return true;
		}
		if (in->contacts > 2 && !in->palm) {
			bool was = in->following;
			in->palm = true;
			in->following = false;
			ev->kind = EVENT_LEAVE;
			return was;
		}
		return false;
	case SDL_FINGERMOTION:
		if (mine && hypotf(e->x - in->rest_x, e->y - in->rest_y) > REST)
			rest(in, e);
		ev->kind = EVENT_MOVE;
		ev->held = true;
		return mine;
	default:
		if (in->contacts > 0)
			in->contacts--;
		if (mine)
			in->following = false;
		if (in->contacts == 0)
			in->palm = false;
		ev->kind = EVENT_UP;
		return mine;
	}
}

static bool read_mouse(const struct input *in, const SDL_MouseButtonEvent *e, struct event *ev)
{
	ev->kind = e->type == SDL_MOUSEBUTTONDOWN ? EVENT_DOWN : EVENT_UP;
	ev->held = e->type == SDL_MOUSEBUTTONDOWN;
	set_point(in, e->x, e->y, ev);
	return e->button == SDL_BUTTON_LEFT && e->which != SDL_TOUCH_MOUSEID;
}

/* A finger that is lifted elsewhere is never heard of again. */
static bool read_window(struct input *in, const SDL_WindowEvent *e, struct event *ev)
{
	bool leave = e->event == SDL_WINDOWEVENT_LEAVE, was = in->following;

	if (e->event == SDL_WINDOWEVENT_CLOSE) {
		ev->kind = EVENT_QUIT;
		ev->index = 0;
		return true;
	}
	if (!leave && e->event != SDL_WINDOWEVENT_FOCUS_LOST)
		return false;
	in->contacts = 0;
	in->following = in->palm = false;
	ev->kind = EVENT_LEAVE;
	return leave || was;
}

bool input_read(struct input *in, const SDL_Event *e, struct event *ev)
{
	switch (e->type) {
	case SDL_KEYDOWN: return read_key(&e->key, ev);
	case SDL_FINGERDOWN:
	case SDL_FINGERMOTION:
	case SDL_FINGERUP: return read_finger(in, &e->tfinger, ev);
	case SDL_MOUSEBUTTONDOWN:
	case SDL_MOUSEBUTTONUP: return read_mouse(in, &e->button, ev);
	case SDL_MOUSEMOTION:
		ev->kind = EVENT_MOVE;
		ev->held = e->motion.state & SDL_BUTTON_LMASK;
		set_point(in, e->motion.x, e->motion.y, ev);
		return e->motion.which != SDL_TOUCH_MOUSEID;
	case SDL_MOUSEWHEEL:
		ev->kind = EVENT_WHEEL;
		ev->y = e->wheel.preciseY;
		if (e->wheel.direction == SDL_MOUSEWHEEL_FLIPPED)
			ev->y = -ev->y;
		return ev->y != 0;
	case SDL_TEXTINPUT:
		ev->kind = EVENT_TEXT;
		ev->text = e->text.text;
		return true;
	case SDL_WINDOWEVENT: return read_window(in, &e->window, ev);
	case SDL_QUIT: /* a signal, or the display is gone */
		ev->kind = EVENT_QUIT;
		ev->index = 1;
		return true;
	default: return false;
	}
}
