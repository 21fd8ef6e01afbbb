/* Steps of the mouse and of fingers, and what is held. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "scriptstep.h"

static void point(struct script *s, enum event_kind kind, bool touch, float x, float y)
{
	if (!touch && kind == EVENT_DOWN) {
		point(s, EVENT_MOVE, false, x, y);
		s->held = true;
	}
	if (!touch && kind == EVENT_UP)
		s->held = false;
	bool held = kind == EVENT_DOWN || (kind == EVENT_MOVE && (touch || s->held));
	script_send(s, (struct event){.kind = kind, .touch = touch, .held = held, .x = x, .y = y});
}

static void click(struct script *s, bool touch, float x, float y)
{
	point(s, EVENT_DOWN, touch, x, y);
	point(s, EVENT_UP, touch, x, y);
}

/* Finds what is labelled so; what lies beyond the edge of its page is scrolled into sight. */
static bool seek(struct script *s, const char *label, float *x, float *y)
{
	const struct app *app = s->shell->app;
	const struct frame *f = app_frame(app);

	for (float way = 0;;) {
		bool on_page;
		if (!app_find(app, label, x, y, &on_page))
			return false;
		float before = f->scroll_at, edge = *y < f->scroll.y ? 1 : -1;
		if (!on_page || (*y >= f->scroll.y && *y < f->scroll.y + f->scroll.h))
			return true;
		if (way == -edge) /* one notch is more than the page shows */
			return false;
		way = edge;
		script_send(s, (struct event){.kind = EVENT_WHEEL, .y = edge});
		if (s->over || f->scroll_at == before)
			return false;
	}
}

bool scriptstep_press(struct script *s, const char *rest)
{
	float x, y;

	if (!seek(s, rest, &x, &y))
		return script_fail(s, "expected something to press with the label '%s'", rest);
	click(s, false, x, y);
	return true;
}

bool scriptstep_click(struct script *s, const char *rest)
{
	float x, y;

	if (!script_place(s, rest, &x, &y))
		return false;
	click(s, false, x, y);
	return true;
}

bool scriptstep_tap(struct script *s, const char *rest)
{
	float x, y;

	if (!script_place(s, rest, &x, &y))
		return false;
	click(s, true, x, y);
	return true;
}

static bool step_point(struct script *s, const char *rest, enum event_kind kind, bool touch)
{
	float x, y;

	if (!script_place(s, rest, &x, &y))
		return false;
	point(s, kind, touch, x, y);
	return true;
}

bool scriptstep_down(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_DOWN, false);
}

bool scriptstep_move(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_MOVE, false);
}

bool scriptstep_up(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_UP, false);
}

bool scriptstep_touch(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_DOWN, true);
}

bool scriptstep_slide(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_MOVE, true);
}

bool scriptstep_lift(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_UP, true);
}

bool scriptstep_leave(struct script *s, const char *rest)
{
	(void)rest;
	script_send(s, (struct event){.kind = EVENT_LEAVE});
	return true;
}

bool scriptstep_wheel(struct script *s, const char *rest)
{
	char *end;
	float lines = strtof(rest, &end);

	if (end == rest || *end || !isfinite(lines))
		return script_fail(s, "expected a number of lines, such as -1, not '%s'", rest);
	script_send(s, (struct event){.kind = EVENT_WHEEL, .y = lines});
	return true;
}

bool scriptstep_hold(struct script *s, const char *rest)
{
	int64_t ms = script_duration(&rest);
	float x, y;

	if (ms < 0)
		return script_fail(s, "expected a time and what is held: hold 3s key Left");
	bool good;
	if (script_hold_hand(s, rest, ms, &good))
		return good;
	bool touch = strncmp(rest, "tap ", 4) == 0;
	if (!touch && strncmp(rest, "click ", 6) != 0)
		return script_fail(
			s, "expected key NAME, pad NAME, click X Y or tap X Y behind the time");
	if (!script_place(s, rest + (touch ? 4 : 6), &x, &y))
		return false;
	point(s, EVENT_DOWN, touch, x, y);
	if (!script_go(s, ms))
		return false;
	point(s, EVENT_UP, touch, x, y);
	return true;
}
