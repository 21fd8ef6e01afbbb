#include "pad.h"

#include <string.h>

static const int pad_keys[PADS] = {
	[PAD_A] = KEY_ENTER,       [PAD_B] = KEY_ESCAPE,       [PAD_X] = KEY_BACKSPACE,
	[PAD_UP] = KEY_UP,         [PAD_DOWN] = KEY_DOWN,      [PAD_LEFT] = KEY_LEFT,
	[PAD_RIGHT] = KEY_RIGHT,   [PAD_START] = KEY_ESCAPE,   [PAD_VIEW] = 'l',
	[PAD_LEFT_SHOULDER] = '7', [PAD_RIGHT_SHOULDER] = '8', [PAD_LEFT_TRIGGER] = '9',
	[PAD_RIGHT_TRIGGER] = 'h', [PAD_RIGHT_STICK] = 'z',
};

/* From the top: blue, orange, green, yellow. */
static const int buzz_keys[] = {KEY_ENTER, KEY_UP, KEY_DOWN, KEY_RIGHT, KEY_ESCAPE};
static const int box_keys[] = {KEY_ENTER, KEY_DOWN, KEY_UP, KEY_ESCAPE, KEY_LEFT, KEY_RIGHT};

static const struct {
	const char *keys, *pad;
} hints[] = {
	{"Enter", "A"},
	{"Esc", "B"},
	{"↑|↓", "↑|↓"},
	{"←|→", "←|→"},
	{"←|↑|↓|→", "←|↑|↓|→"},
	{"Z", "R3"},
	{"L", "View"},
	{"7", "LB"},
	{"8", "RB"},
	{"9", "LT"},
	{"H", "RT"},
	{"Backspace", "X"},
	{"A|B|X|Y", "A|B|X|Y"},
};

int pad_key(const struct event *ev)
{
	if (ev->index < 0 || ev->index >= PADS)
		return KEY_NONE;
	if (ev->index == PAD_START && ev->repeat)
		return KEY_F1;
	return pad_keys[ev->index];
}

int button_key(const struct event *ev, enum plugged kind)
{
	const int *keys = kind == PLUGGED_BUZZ ? buzz_keys : box_keys;
	int n = kind == PLUGGED_BUZZ ? (int)(sizeof buzz_keys / sizeof *buzz_keys)
				     : (int)(sizeof box_keys / sizeof *box_keys);

	return ev->index >= 0 && ev->index < n ? keys[ev->index] : KEY_NONE;
}

const char *pad_hint(const char *keys)
{
	if (strncmp(keys, "1–", strlen("1–")) == 0)
		return "↑|↓";
	for (size_t i = 0; i < sizeof hints / sizeof hints[0]; i++)
		if (strcmp(hints[i].keys, keys) == 0)
			return hints[i].pad;
	size_t n = strcspn(keys, "|"); /* names of a controller's own, of two letters or more */
	for (size_t i = 0; n > 1 && i < sizeof hints / sizeof hints[0]; i++)
		if (strncmp(hints[i].pad, keys, n) == 0 && hints[i].pad[n] == '\0')
			return keys;
	return NULL;
}
