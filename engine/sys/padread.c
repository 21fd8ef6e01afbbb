#include "padread.h"

#include <stdlib.h>
#include <string.h>

enum {
	PUSHED = 16000, /* of 32767 */
	LET_GO = 12000,
	REPEAT_FIRST_MS = 400,
	REPEAT_MS = 120,
	SCROLL_MS = 60,
	HOLD_START_MS = 800,
};

/* SDL's buttons, and the axis and sign of what it has no button for. */
static const struct {
	int pad, button;
	const char *name;
} buttons[] = {
	{PAD_A, SDL_CONTROLLER_BUTTON_A, "a"},
	{PAD_B, SDL_CONTROLLER_BUTTON_B, "b"},
	{PAD_X, SDL_CONTROLLER_BUTTON_X, "x"},
	{PAD_Y, SDL_CONTROLLER_BUTTON_Y, "y"},
	{PAD_UP, SDL_CONTROLLER_BUTTON_DPAD_UP, "dpup"},
	{PAD_DOWN, SDL_CONTROLLER_BUTTON_DPAD_DOWN, "dpdown"},
	{PAD_LEFT, SDL_CONTROLLER_BUTTON_DPAD_LEFT, "dpleft"},
	{PAD_RIGHT, SDL_CONTROLLER_BUTTON_DPAD_RIGHT, "dpright"},
	{PAD_START, SDL_CONTROLLER_BUTTON_START, "start"},
	{PAD_VIEW, SDL_CONTROLLER_BUTTON_BACK, "back"},
	{PAD_LEFT_SHOULDER, SDL_CONTROLLER_BUTTON_LEFTSHOULDER, "leftshoulder"},
	{PAD_RIGHT_SHOULDER, SDL_CONTROLLER_BUTTON_RIGHTSHOULDER, "rightshoulder"},
	{PAD_RIGHT_STICK, SDL_CONTROLLER_BUTTON_RIGHTSTICK, "rightstick"},
	{PAD_LEFT_TRIGGER, SDL_CONTROLLER_BUTTON_INVALID, "lefttrigger"},
	{PAD_RIGHT_TRIGGER, SDL_CONTROLLER_BUTTON_INVALID, "righttrigger"},
	{PAD_SCROLL_UP, SDL_CONTROLLER_BUTTON_INVALID, "scrollup"},
	{PAD_SCROLL_DOWN, SDL_CONTROLLER_BUTTON_INVALID, "scrolldown"},
};

enum { NBUTTONS = sizeof(buttons) / sizeof(buttons[0]) };

int padread_named(const char *name)
{
	for (int i = 0; i < NBUTTONS; i++)
		if (strcmp(buttons[i].name, name) == 0)
			return buttons[i].pad;
	return -1;
}

const char *padread_name(int pad)
{
	for (int i = 0; i < NBUTTONS; i++)
		if (buttons[i].pad == pad)
			return buttons[i].name;
	return "";
}

struct padread padread_start(void)
{
	return (struct padread){.way = -1, .scrolls = -1, .held = -1, .start_ms = -1};
}

static int of_button(int button)
{
	for (int i = 0; i < NBUTTONS; i++)
		if (buttons[i].button == button && button != SDL_CONTROLLER_BUTTON_INVALID)
			return buttons[i].pad;
	return -1;
}

/* What is pushed far enough, and must come back a bit further than that. */
static bool pushed(int value, bool before)
{
	return abs(value) >= (before ? LET_GO : PUSHED);
}

/* Aslant it stays with the axis it pointed along. */
static int way_of(const struct padread *r)
{
	int x = abs(r->x), y = abs(r->y);
	bool level = r->way == PAD_LEFT || r->way == PAD_RIGHT;
	bool upright = r->way == PAD_UP || r->way == PAD_DOWN;

	x = upright ? x * 2 / 3 : x;
	y = level ? y * 2 / 3 : y;
	if (!pushed(abs(r->x) > abs(r->y) ? r->x : r->y, r->way >= 0))
		return -1;
	if (x > y)
		return r->x < 0 ? PAD_LEFT : PAD_RIGHT;
	return r->y < 0 ? PAD_UP : PAD_DOWN;
}

static bool points(int pad)
{
	return (pad >= PAD_UP && pad <= PAD_RIGHT) || pad == PAD_SCROLL_UP ||
	       pad == PAD_SCROLL_DOWN;
}

void padread_hold(struct padread *r, int pad, int64_t now_ms)
{
	if (pad == PAD_START)
		r->start_ms = now_ms;
	if (!points(pad))
		return;
	r->held = pad;
	r->due_ms = now_ms + (pad >= PAD_SCROLL_UP ? SCROLL_MS : REPEAT_FIRST_MS);
}

static void let_go(struct padread *r, int pad)
{
	if (pad == PAD_START)
		r->start_ms = -1;
	if (pad == r->held)
		r->held = -1;
}

/* Points somewhere else: what it pointed at before is held no longer. */
static int turn(struct padread *r, int *way, int to)
{
	if (to == *way)
		return -1;
	let_go(r, *way);
	*way = to;
	return to;
}

static int pull(bool *trigger, int value, int pad)
{
	bool before = *trigger;

	*trigger = pushed(value, before);
	return *trigger && !before ? pad : -1;
}

static int read_axis(struct padread *r, const SDL_ControllerAxisEvent *e)
{
	switch (e->axis) {
	case SDL_CONTROLLER_AXIS_LEFTX: r->x = e->value; return turn(r, &r->way, way_of(r));
	case SDL_CONTROLLER_AXIS_LEFTY: r->y = e->value; return turn(r, &r->way, way_of(r));
	case SDL_CONTROLLER_AXIS_RIGHTY:
		if (!pushed(e->value, r->scrolls >= 0))
			return turn(r, &r->scrolls, -1);
		return turn(r, &r->scrolls, e->value < 0 ? PAD_SCROLL_UP : PAD_SCROLL_DOWN);
	case SDL_CONTROLLER_AXIS_TRIGGERLEFT:
		return pull(&r->triggers[0], e->value, PAD_LEFT_TRIGGER);
	case SDL_CONTROLLER_AXIS_TRIGGERRIGHT:
		return pull(&r->triggers[1], e->value, PAD_RIGHT_TRIGGER);
	default: return -1;
	}
}

int padread_event(struct padread *r, const SDL_Event *e, int64_t now_ms)
{
	int pad = -1;

	switch (e->type) {
	case SDL_CONTROLLERBUTTONDOWN: pad = of_button(e->cbutton.button); break;
	case SDL_CONTROLLERBUTTONUP: let_go(r, of_button(e->cbutton.button)); return -1;
	case SDL_CONTROLLERAXISMOTION: pad = read_axis(r, &e->caxis); break;
	default: break;
	}
	if (pad >= 0)
		padread_hold(r, pad, now_ms);
	return pad;
}

int padread_peek(const struct padread *r, const SDL_Event *e)
{
	struct padread then = *r;

	return padread_event(&then, e, 0);
}

int padread_again(struct padread *r, int64_t now_ms)
{
	if (r->start_ms >= 0 && now_ms >= r->start_ms + HOLD_START_MS) {
		r->start_ms = -1;
		return PAD_START;
	}
	if (r->held < 0 || now_ms < r->due_ms)
		return -1;
	r->due_ms = now_ms + (r->held >= PAD_SCROLL_UP ? SCROLL_MS : REPEAT_MS);
	return r->held;
}

int64_t padread_wake(const struct padread *r)
{
	int64_t start_ms = r->start_ms >= 0 ? r->start_ms + HOLD_START_MS : -1;

	if (r->held < 0)
		return start_ms;
	return start_ms >= 0 && start_ms < r->due_ms ? start_ms : r->due_ms;
}
