#include "press.h"

#include <math.h>
#include <string.h>

#include "access.h"
#include "hand.h"
#include "naming.h"
#include "spots.h"
#include "utf8.h"

static const struct action NOTHING = {VERB_NONE, 0};

/* Unless what was done has a sound of its own. */
static void sound(struct app *app, int before, enum cue cue)
{
	for (int i = before; i < app->neffects; i++)
		if (app->effects[i].kind == EFFECT_CUE)
			return;
	app_cue(app, cue, 0);
}

void press_do(struct app *app, struct action a, enum by by)
{
	int before = app->neffects;
	bool back = a.verb == VERB_BACK || a.verb == VERB_HOME || a.verb == VERB_RESUME;

	if (!app->o.kiosk || !access_act(app, a))
		app->screen->act(app, a, by);
	sound(app, before, back ? CUE_BACK : CUE_SELECT);
}

static bool page_has_spots(const struct frame *f)
{
	for (int i = 0; i < f->nspots; i++)
		if (f->spots[i].flags & SPOT_SCROLLS && spot_takes_focus(&f->spots[i]))
			return true;
	return false;
}

static void move_focus(struct app *app, int dx, int dy)
{
	const struct frame *f = &app->frame;
	const struct spot *from = spot_find(f, app->ui.focus), *to;

	if (dy && !page_has_spots(f)) { /* a page to be read moves before the focus does */
		float before = app->ui.scroll_at;
		app_scroll(app, (float)dy * ui_px(&app->ui, 8));
		if (app->ui.scroll_at != before)
			return;
	}
	if (from && spot_takes_focus(from))
		to = spot_beside(f, from, dx, dy);
	else
		to = spot_first(f, (app->ui.rtl ? dx > 0 : dx < 0) || dy < 0);
	if (to)
		app_focus(app, to->action);
	else if (dy)
		app_scroll(app, (float)dy * ui_px(&app->ui, 8));
}

static void next_focus(struct app *app, int step)
{
	const struct frame *f = &app->frame;
	const struct spot *from = spot_find(f, app->ui.focus);
	int n = f->nspots, at = from ? (int)(from - f->spots) : step > 0 ? -1 : 0;

	for (int k = 0; k < n; k++) {
		at = (at + step + n) % n;
		if (spot_takes_focus(&f->spots[at])) {
			app_focus(app, f->spots[at].action);
			return;
		}
	}
}

static void press_focus(struct app *app)
{
	const struct spot *s = spot_find(&app->frame, app->ui.focus);
	/* The second half of a double press does not press what has come up meanwhile. */
	bool twice = app->now > app->entered_ms && app->now - app->entered_ms < TWICE_MS &&
		     app->screen != app->entered_from;

	if (!s || !spot_takes_focus(s) || twice)
		return;
	const struct screen *before = app->screen;
	press_do(app, s->action, BY_FOCUS);
	if (app->screen != before) {
		app->entered_ms = app->now;
		app->entered_from = before;
	}
}

static bool is_moving(int key)
{
	return (key >= KEY_UP && key <= KEY_RIGHT) || key == KEY_TAB;
}

void press_key(struct app *app, const struct event *ev)
{
	int key = ev->key == KEY_BACK ? KEY_ESCAPE : ev->key;
	float page = app->frame.scroll.h * .85f;

	if (key == KEY_F11 || (key == KEY_ENTER && ev->mods & MOD_ALT)) {
		if (!ev->repeat)
			app_set(app, SETTING_FULLSCREEN, !app->set.fullscreen);
		return;
	}
	app->ui.ring = true;
	if (key == KEY_F1 && app->screen != &screen_preview) {
		if (!ev->repeat)
			(app->screen == &screen_settings ? app_close_settings
							 : app_open_settings)(app);
		return;
	}
	if (is_moving(key)) { /* a spot may have that key for itself */
		int shift = ev->mods & MOD_SHIFT ? SPOT_SHIFT : 0;
		const struct spot *own = spot_of_key(&app->frame, key | shift);
		if (own) {
			app->screen->act(app, own->action, BY_KEY);
			return;
		}
	}
	switch (key) {
	case KEY_UP: move_focus(app, 0, -1); return;
	case KEY_DOWN: move_focus(app, 0, 1); return;
	case KEY_LEFT: move_focus(app, -1, 0); return;
	case KEY_RIGHT: move_focus(app, 1, 0); return;
	case KEY_TAB: next_focus(app, ev->mods & MOD_SHIFT ? -1 : 1); return;
	case KEY_PAGE_UP: app_scroll(app, -page); return;
	case KEY_PAGE_DOWN: app_scroll(app, page); return;
	case KEY_HOME: app_scroll(app, -1e6f); return;
	case KEY_END: app_scroll(app, 1e6f); return;
	default: break;
	}
	if (ev->repeat) /* a key that is held presses once */
		return;
	if (app->frame.typing && key >= KEY_SPACE && key <= '~' && !(ev->mods & MOD_CTRL))
		return; /* it comes as text */
	if (ev->mods & MOD_CTRL)
		key |= SPOT_CTRL;
	const struct spot *s = spot_of_key(&app->frame, key);
	bool enters = key == KEY_ENTER || key == KEY_SPACE;
	if (!s && (!enters || !spot_find(&app->frame, app->ui.focus)))
		s = spot_of_key(&app->frame, SPOT_ANY);
	if (s)
		press_do(app, s->action, BY_KEY);
	else if (enters)
		press_focus(app);
}

/* However much it is, it is one press. */
static void take_text(struct app *app, const char *text)
{
	int before = app->neffects, n;
	uint32_t c;

	if (!app->frame.typing || !*text)
		return;
	for (; *text && (n = utf8_decode(text, strlen(text), &c)) > 0; text += n)
		app->screen->act(app, (struct action){VERB_LETTER, (int)c}, BY_KEY);
	sound(app, before, CUE_SELECT);
}

const struct spot *press_spot(const struct app *app, float x, float y)
{
	int i = frame_hit(&app->frame, x, y, fmaxf(24, 4 * app->ui.u));

	return i >= 0 && !(app->frame.spots[i].flags & SPOT_DISABLED) ? &app->frame.spots[i] : NULL;
}

static void take_down(struct app *app, const struct event *ev)
{
	const struct spot *s = press_spot(app, ev->x, ev->y);

	app->ui.device = ev->touch ? DEVICE_TOUCH : DEVICE_MOUSE;
	app->ui.ring = false;
	app->dragging = false;
	app->down = app->ui.pressed = s ? s->action : NOTHING;
	app->down_x = ev->x;
	app->down_y = app->drag_y = ev->y;
	if (ev->touch)
		app->ui.hover = NOTHING;
}

static void take_move(struct app *app, const struct event *ev)
{
	const struct spot *s = press_spot(app, ev->x, ev->y);

	if (!ev->held) {
		app->ui.hover = s && !ev->touch ? s->action : NOTHING;
		return;
	}
	if (naming_drag(app, ev->y))
		return;
	float threshold = ui_px(&app->ui, 2);
	if (app_furthest(&app->frame) > 0 && fabsf(ev->y - app->down_y) > threshold)
		app->dragging = true;
	if (app->dragging) {
		app_scroll(app, app->drag_y - ev->y);
		app->ui.pressed = app->down = NOTHING;
	} else {
		app->ui.pressed = s && ui_is(s->action, app->down) ? app->down : NOTHING;
	}
	app->drag_y = ev->y;
}

static void take_up(struct app *app, const struct event *ev)
{
	const struct spot *s = press_spot(app, ev->x, ev->y);
	bool hit =
		s && app->down.verb != VERB_NONE && ui_is(s->action, app->down) && !app->dragging;
	float near = 3 * app->ui.u;
	/* The second half of a double tap does not press what has come up under the finger. */
	bool twice = ev->at_ms > app->last_ms && ev->at_ms - app->last_ms < TWICE_MS &&
		     app->screen != app->last_screen && fabsf(ev->x - app->last_x) < near &&
		     fabsf(ev->y - app->last_y) < near;

	app->ui.pressed = app->down = NOTHING;
	app->dragging = false;
	if (!hit || twice)
		return;
	app->last_ms = ev->at_ms;
	app->last_x = ev->x;
	app->last_y = ev->y;
	app->last_screen = app->screen;
	press_do(app, s->action, BY_POINTER);
}

void press_take(struct app *app, const struct event *ev)
{
	app->press = *ev;
	switch (ev->kind) {
	case EVENT_KEY:
	case EVENT_PAD:
	case EVENT_BUTTON: hand_take(app, ev); break;
	case EVENT_TEXT: take_text(app, ev->text); break;
	case EVENT_DOWN: take_down(app, ev); break;
	case EVENT_MOVE: take_move(app, ev); break;
	case EVENT_UP: take_up(app, ev); break;
	case EVENT_LEAVE: app->ui.hover = app->ui.pressed = app->down = NOTHING; break;
	case EVENT_WHEEL: app_scroll(app, -ev->y * ui_px(&app->ui, 8)); break;
	default: break;
	}
	hand_tell(app, ev);
}
