/* Steps of keys, controllers and buttons. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input.h"
#include "padread.h"
#include "scriptstep.h"

enum { REPEAT_FIRST_MS = 500, REPEAT_MS = 40 };

static bool named_key(struct script *s, const char *name, struct event *ev)
{
	static const struct {
		const char *name;
		int mod;
	} mods[] = {{"Ctrl+", MOD_CTRL}, {"Alt+", MOD_ALT}, {"Shift+", MOD_SHIFT}};
	const char *at = name;

	*ev = (struct event){.kind = EVENT_KEY};
	for (int i = 0; i < 3; i++)
		if (strncmp(at, mods[i].name, strlen(mods[i].name)) == 0) {
			at += strlen(mods[i].name);
			ev->mods |= mods[i].mod;
			i = -1;
		}
	SDL_Keycode code = SDL_GetKeyFromName(at);
	ev->key = input_key(code);
	if (input_is_keypad(code))
		ev->mods |= MOD_KEYPAD;
	if (code != SDLK_UNKNOWN)
		return true;
	const char *near = input_nearest(at);
	if (near)
		return script_fail(s, "expected a key by SDL's name for it: '%s', not '%s'", near,
				   at);
	return script_fail(s,
			   "expected a key by SDL's name for it, such as A, 2, Return, Left or "
			   "PageDown, not '%s'",
			   at);
}

/* "2" at the start of *at, which moves behind it, as 1: people count from one. `otherwise` where
 * there is no number. */
static int numbered(const char **at, int otherwise)
{
	char *end;
	long n = strtol(*at, &end, 10);

	if (end == *at || (*end && *end != ' ') || n < 1 || n > 1000)
		return otherwise;
	*at = end + strspn(end, " ");
	return (int)n - 1;
}

static bool device(struct script *s, const char **at, int otherwise, struct event *ev)
{
	ev->device = numbered(at, otherwise);
	if (ev->device >= 0 && ev->device < DEVICES)
		return true;
	return script_fail(s, "expected the number of a device, from 1 to %d", DEVICES);
}

static bool named_pad(struct script *s, const char *at, struct event *ev)
{
	*ev = (struct event){.kind = EVENT_PAD};
	if (!device(s, &at, 0, ev))
		return false;
	ev->index = padread_named(at);
	return ev->index >= 0 ||
	       script_fail(
		       s,
		       "expected a controller's button by SDL's name, such as a, x, dpup, start "
		       "or leftshoulder, not '%s'",
		       at);
}

static bool named_button(struct script *s, const char *at, struct event *ev)
{
	*ev = (struct event){.kind = EVENT_BUTTON};
	if (!device(s, &at, -1, ev))
		return false;
	ev->index = numbered(&at, -1);
	return (ev->index >= 0 && !*at) ||
	       script_fail(s, "expected the numbers of a device and its button: button 1 3");
}

static const struct {
	const char *step;
	bool (*read)(struct script *s, const char *at, struct event *ev);
} hands[] = {{"key ", named_key}, {"pad ", named_pad}, {"button ", named_button}};

/* Presses of one moment, with ", " between them; each as a step of its own may say which kind it
 * is, else it is as the one before. */
static bool press_all(struct script *s, int kind, const char *rest, bool repeat)
{
	char item[128];
	struct event ev;

	for (bool more = true; more;) {
		const char *comma = strstr(rest, ", ");
		int n = comma ? (int)(comma - rest) : (int)strlen(rest);
		snprintf(item, sizeof(item), "%.*s", n, rest);
		more = comma;
		rest += n + (comma ? 2 : 0);
		const char *at = item + strspn(item, " ");
		for (int i = 0; i < 3; i++)
			if (strncmp(at, hands[i].step, strlen(hands[i].step)) == 0) {
				at += strlen(hands[i].step);
				kind = i;
				break;
			}
		if (!hands[kind].read(s, at, &ev))
			return false;
		ev.repeat = repeat;
		ev.more = more;
		if (ev.kind != EVENT_KEY || ev.key != KEY_NONE)
			script_send(s, ev);
	}
	return true;
}

bool scriptstep_key(struct script *s, const char *rest)
{
	return press_all(s, 0, rest, false);
}

bool scriptstep_pad(struct script *s, const char *rest)
{
	return press_all(s, 1, rest, false);
}

bool scriptstep_button(struct script *s, const char *rest)
{
	return press_all(s, 2, rest, false);
}

bool scriptstep_repeat(struct script *s, const char *rest)
{
	return press_all(s, 0, rest, true);
}

/* The keyboard's own beat; a controller's is padread.c's. */
static bool hold_key(struct script *s, const char *name, int64_t ms)
{
	if (!press_all(s, 0, name, false))
		return false;
	for (int64_t next = REPEAT_FIRST_MS; ms >= next; next = REPEAT_MS) {
		ms -= next;
		if (!script_go(s, next) || !press_all(s, 0, name, true))
			return false;
	}
	return script_go(s, ms);
}

static bool hold_pad(struct script *s, const char *name, int64_t ms)
{
	struct padread r = padread_start();
	int64_t until_ms = s->now.at_ms + ms, due_ms;
	struct event ev;

	if (!named_pad(s, name, &ev))
		return false;
	padread_hold(&r, ev.index, s->now.at_ms);
	script_send(s, ev);
	while ((due_ms = padread_wake(&r)) >= 0 && due_ms <= until_ms) {
		if (!script_go(s, due_ms - s->now.at_ms))
			return false;
		ev.index = padread_again(&r, s->now.at_ms);
		ev.repeat = true;
		script_send(s, ev);
	}
	return script_go(s, until_ms - s->now.at_ms);
}

bool script_hold_hand(struct script *s, const char *rest, int64_t ms, bool *good)
{
	bool pad = strncmp(rest, "pad ", 4) == 0;

	if (!pad && strncmp(rest, "key ", 4) != 0)
		return false;
	*good = (pad ? hold_pad : hold_key)(s, rest + 4, ms);
	return true;
}

static const char *const kinds[] = {
	[PLUGGED_PAD] = "pad", [PLUGGED_BUZZ] = "buzz", [PLUGGED_BUTTONS] = "buttons"};

bool scriptstep_plug(struct script *s, const char *rest)
{
	struct event ev = {.kind = EVENT_DEVICE};

	if (!device(s, &rest, -1, &ev))
		return false;
	size_t n = strcspn(rest, " ");
	for (int i = PLUGGED_PAD; i <= PLUGGED_BUTTONS; i++)
		if (strlen(kinds[i]) == n && strncmp(kinds[i], rest, n) == 0)
			ev.index = i;
	if (ev.index == PLUGGED_NOT)
		return script_fail(s, "expected what is plugged in: pad, buzz or buttons, not '%s'",
				   rest);
	ev.text = rest + n + strspn(rest + n, " ");
	script_send(s, ev);
	return true;
}

bool scriptstep_unplug(struct script *s, const char *rest)
{
	struct event ev = {.kind = EVENT_DEVICE, .text = ""};

	if (!device(s, &rest, -1, &ev))
		return false;
	script_send(s, ev);
	return true;
}

bool scriptstep_type(struct script *s, const char *rest)
{
	char text[256];
	size_t n = strlen(rest);
	bool quoted = n > 1 && rest[0] == '"' && rest[n - 1] == '"';

	snprintf(text, sizeof(text), "%.*s", (int)(quoted ? n - 2 : n), rest + quoted);
	script_send(s, (struct event){.kind = EVENT_TEXT, .text = text});
	return true;
}

const char *script_kind(enum plugged kind)
{
	return kinds[kind];
}
