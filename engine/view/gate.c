#include "gate.h"

#include <math.h>

#include "pad.h"
#include "screens.h"

static const struct screen *const where_back[] = {
	&screen_question, &screen_pause, &screen_reveal,   &screen_packs, &screen_modes,
	&screen_scores,   &screen_pin,   &screen_operator, NULL};
static const struct screen *const where_written[] = {&screen_scores, &screen_pin, &screen_operator,
						     NULL};
static const struct screen *const where_staff[] = {&screen_pin, &screen_operator, NULL};

static const struct allowed {
	int first, last;
	int mods; /* that may be held */
	int apart_ms;
	bool repeats;
	const struct screen *const *on; /* NULL: all */
} keys[] = {
	{KEY_SPACE, '~', MOD_SHIFT | MOD_KEYPAD, GATE_PRESS_MS, false, NULL},
	{KEY_ENTER, KEY_ENTER, MOD_SHIFT | MOD_KEYPAD, GATE_PRESS_MS, false, NULL},
	{KEY_TAB, KEY_TAB, MOD_SHIFT, GATE_MOVE_MS, true, NULL},
	{KEY_UP, KEY_END, MOD_SHIFT | MOD_KEYPAD, GATE_MOVE_MS, true, NULL},
	{KEY_BACKSPACE, KEY_BACKSPACE, MOD_SHIFT, GATE_MOVE_MS, false, where_written},
	{KEY_ESCAPE, KEY_ESCAPE, 0, GATE_PRESS_MS, false, where_back},
	{KEY_BACK, KEY_BACK, 0, GATE_PRESS_MS, false, where_back},
};

static const enum passage {
	PASSES_NEVER,
	PASSES,
	PASSES_KEY,
	PASSES_TEXT,
	PASSES_BUTTON,
	PASSES_FINGER,
	PASSES_END, /* where the system asks for it */
} events[] = {
	[EVENT_TICK] = PASSES,        [EVENT_KEY] = PASSES_KEY,    [EVENT_DOWN] = PASSES_FINGER,
	[EVENT_MOVE] = PASSES_FINGER, [EVENT_UP] = PASSES_FINGER,  [EVENT_LEAVE] = PASSES_FINGER,
	[EVENT_WHEEL] = PASSES,       [EVENT_SIZE] = PASSES,       [EVENT_WINDOW] = PASSES,
	[EVENT_LOADED] = PASSES,      [EVENT_PICTURE] = PASSES,    [EVENT_SOUND] = PASSES,
	[EVENT_KEPT] = PASSES,        [EVENT_PAD] = PASSES_BUTTON, [EVENT_BUTTON] = PASSES_BUTTON,
	[EVENT_DEVICE] = PASSES,      [EVENT_TEXT] = PASSES_TEXT,  [EVENT_SAVED] = PASSES,
	[EVENT_MEMORY] = PASSES,      [EVENT_BOARDS] = PASSES,     [EVENT_PIN] = PASSES,
	[EVENT_HEALTH] = PASSES,      [EVENT_OPERATED] = PASSES,   [EVENT_QUIT] = PASSES_END,
};

struct gate gate_start(void)
{
	return (struct gate){.corner_ms = -1, .key_ms = INT64_MIN / 2, .let_ms = INT64_MIN / 2};
}

static bool is_on(const struct app *app, const struct screen *const *list)
{
	while (*list && *list != app->screen)
		list++;
	return *list;
}

/* ---- keys ---- */

static const struct allowed *row_of(const struct app *app, int key, int mods)
{
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		const struct allowed *a = &keys[i];
		if (key >= a->first && key <= a->last)
			return !(mods & ~a->mods) && (!a->on || is_on(app, a->on)) ? a : NULL;
	}
	return NULL;
}

static bool passes_key(struct app *app, int key, int mods, bool repeat)
{
	struct gate *g = &app->visit.gate;
	const struct allowed *a = row_of(app, key, mods);
	int64_t before = g->key_ms;
	int apart = !a || (app->frame.typing && a->first == KEY_SPACE) ? GATE_MOVE_MS : a->apart_ms;

	if (!repeat) /* what was shut out is a key that was pressed all the same */
		g->key_ms = app->now;
	if (!a || (repeat && !a->repeats) || (!repeat && app->now - before < apart) ||
	    app->now - g->let_ms < GATE_MOVE_MS)
		return false;
	g->let_ms = app->now;
	return true;
}

static bool has_keyboard(const struct app *app)
{
	return app->o.kiosk->keyboard || is_on(app, where_staff);
}

/* By the key that the button stands for; the stick that scrolls stands for none. */
static bool passes_button(struct app *app, const struct event *ev)
{
	bool pad = ev->kind == EVENT_PAD;
	bool scrolls = pad && (ev->index == PAD_SCROLL_UP || ev->index == PAD_SCROLL_DOWN);
	int key = pad ? pad_key(ev) : button_key(ev, app->devices[ev->device].kind);

	if (!app->o.kiosk->buttons && !is_on(app, where_staff))
		return false;
	return passes_key(app, scrolls ? KEY_PAGE_UP : key, 0, ev->repeat);
}

bool gate_is_chord(const struct event *ev)
{
	return ev->kind == EVENT_KEY && ev->key == 'o' && !ev->repeat &&
	       ev->mods == (MOD_CTRL | MOD_ALT);
}

/* ---- fingers ---- */

static bool in_corner(const struct app *app, float x, float y)
{
	float side = 12 * app->ui.u;

	return y < side && (app->ui.rtl ? (float)app->o.w - x : x) < side;
}

static void rest(struct app *app, const struct event *ev)
{
	struct gate *g = &app->visit.gate;

	g->x = ev->x;
	g->y = ev->y;
	g->still_ms = app->now;
}

static bool passes_finger(struct app *app, const struct event *ev)
{
	struct gate *g = &app->visit.gate;
	bool down = g->finger == FINGER_DOWN;

	switch (ev->kind) {
	case EVENT_DOWN:
		if (down)
			return false;
		g->finger = FINGER_DOWN;
		g->corner_ms = in_corner(app, ev->x, ev->y) ? app->now : -1;
		rest(app, ev);
		return true;
	case EVENT_MOVE:
		if (!ev->held)
			return true;
		if (hypotf(ev->x - g->x, ev->y - g->y) > 2 * app->ui.u)
			rest(app, ev);
		if (!in_corner(app, ev->x, ev->y))
			g->corner_ms = -1;
		return down;
	default: g->finger = FINGER_UP; return down || ev->kind == EVENT_LEAVE;
	}
}

void gate_shut(struct app *app)
{
	struct gate *g = &app->visit.gate;

	g->mute = true;
	if (g->finger == FINGER_DOWN)
		g->finger = FINGER_SHUT;
	app->ui.pressed = app->down = (struct action){VERB_NONE, 0};
	app->dragging = false;
}

void gate_tick(struct app *app)
{
	const struct gate *g = &app->visit.gate;

	if (g->finger == FINGER_DOWN && app->now - g->still_ms >= GATE_STUCK_MS)
		gate_shut(app);
}

int64_t gate_held_ms(const struct app *app)
{
	const struct gate *g = &app->visit.gate;

	return g->finger != FINGER_UP && g->corner_ms >= 0 ? app->now - g->corner_ms : -1;
}

bool gate_lets(struct app *app, const struct event *ev)
{
	struct gate *g = &app->visit.gate;

	switch (events[ev->kind]) {
	case PASSES: return true;
	case PASSES_KEY:
		g->mute = !has_keyboard(app) || !passes_key(app, ev->key, ev->mods, ev->repeat);
		return !g->mute;
	case PASSES_TEXT: return has_keyboard(app) && !g->mute;
	case PASSES_BUTTON: return passes_button(app, ev);
	case PASSES_FINGER: return passes_finger(app, ev);
	case PASSES_END: return ev->index == 1;
	default: return false;
	}
}
