#include "scriptstep.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "input.h"
#include "window.h"

enum { REPEAT_FIRST_MS = 500, REPEAT_MS = 40 };

/* ---- events ---- */

static void send(struct script *s, struct event ev)
{
	ev.at_ms = s->now.at_ms;
	ev.unix_ms = s->now.unix_ms;
	ev.utc_offset_min = s->now.utc_offset_min;
	if (!s->over)
		s->over = !shell_step(s->shell, &ev);
}

/* Stops at each moment the frame asked to be woken. */
static bool go(struct script *s, int64_t ms)
{
	enum { STILL = 1000 }; /* ticks at one moment: more is a frame that never rests */
	int64_t until = s->now.at_ms + ms;

	for (int still = 0; !s->over;) {
		int64_t wake = app_frame(s->shell->app)->wake;
		if (wake < 0 || wake > until)
			break;
		still = wake > s->now.at_ms ? 0 : still + 1;
		if (still > STILL)
			return script_fail(s, "the frame asks to be woken at once, for ever");
		if (wake > s->now.at_ms) {
			s->now.unix_ms += wake - s->now.at_ms;
			s->now.at_ms = wake;
		}
		send(s, (struct event){.kind = EVENT_TICK});
	}
	s->now.unix_ms += until - s->now.at_ms;
	s->now.at_ms = until;
	return true;
}

static void point(struct script *s, enum event_kind kind, bool touch, float x, float y)
{
	if (!touch && kind == EVENT_DOWN) {
		point(s, EVENT_MOVE, false, x, y);
		s->held = true;
	}
	if (!touch && kind == EVENT_UP)
		s->held = false;
	bool held = kind == EVENT_DOWN || (kind == EVENT_MOVE && (touch || s->held));
	send(s, (struct event){.kind = kind, .touch = touch, .held = held, .x = x, .y = y});
}

static void click(struct script *s, bool touch, float x, float y)
{
	point(s, EVENT_DOWN, touch, x, y);
	point(s, EVENT_UP, touch, x, y);
}

/* ---- what steps are made of ---- */

/* "500ms" at the start of *at, which moves behind it; -1: it is none. */
static int64_t duration(const char **at)
{
	static const struct {
		const char *unit;
		int64_t ms;
	} units[] = {{"ms", 1}, {"s", 1000}, {"m", 60000}, {"h", 3600000}, {"d", 86400000}};
	char *end;
	long long n = strtoll(*at, &end, 10);

	if (end == *at || n < 0 || n > 1000000000)
		return -1;
	size_t letters = strcspn(end, " \t");
	for (int i = 0; i < 5; i++)
		if (strlen(units[i].unit) == letters && strncmp(units[i].unit, end, letters) == 0) {
			*at = end + letters + strspn(end + letters, " \t");
			return n * units[i].ms;
		}
	return -1;
}

static bool place(struct script *s, const char *rest, float *x, float *y)
{
	int end = 0;

	if (sscanf(rest, "%f %f%n", x, y, &end) == 2 && rest[end] == '\0' && isfinite(*x) &&
	    isfinite(*y))
		return true;
	return script_fail(s, "expected two numbers: X Y");
}

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

/* ---- the steps ---- */

static bool step_size(struct script *s, const char *rest)
{
	float w, h;

	if (!place(s, rest, &w, &h))
		return false;
	if (w < WINDOW_LEAST_W || h < WINDOW_LEAST_H || w > WINDOW_MOST || h > WINDOW_MOST)
		return script_fail(s, "expected a size from %d x %d to %d x %d", WINDOW_LEAST_W,
				   WINDOW_LEAST_H, WINDOW_MOST, WINDOW_MOST);
	send(s, (struct event){.kind = EVENT_SIZE, .x = w, .y = h});
	return true;
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
		send(s, (struct event){.kind = EVENT_WHEEL, .y = edge});
		if (s->over || f->scroll_at == before)
			return false;
	}
}

static bool step_press(struct script *s, const char *rest)
{
	float x, y;

	if (!seek(s, rest, &x, &y))
		return script_fail(s, "expected something to press with the label '%s'", rest);
	click(s, false, x, y);
	return true;
}

static bool press_key(struct script *s, const char *rest, bool repeat)
{
	struct event ev;

	if (!named_key(s, rest, &ev))
		return false;
	ev.repeat = repeat;
	if (ev.key != KEY_NONE)
		send(s, ev);
	return true;
}

static bool step_key(struct script *s, const char *rest)
{
	return press_key(s, rest, false);
}

static bool step_repeat(struct script *s, const char *rest)
{
	return press_key(s, rest, true);
}

static bool step_click(struct script *s, const char *rest)
{
	float x, y;

	if (!place(s, rest, &x, &y))
		return false;
	click(s, false, x, y);
	return true;
}

static bool step_tap(struct script *s, const char *rest)
{
	float x, y;

	if (!place(s, rest, &x, &y))
		return false;
	click(s, true, x, y);
	return true;
}

static bool step_point(struct script *s, const char *rest, enum event_kind kind, bool touch)
{
	float x, y;

	if (!place(s, rest, &x, &y))
		return false;
	point(s, kind, touch, x, y);
	return true;
}

static bool step_down(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_DOWN, false);
}

static bool step_move(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_MOVE, false);
}

static bool step_up(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_UP, false);
}

static bool step_touch(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_DOWN, true);
}

static bool step_slide(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_MOVE, true);
}

static bool step_lift(struct script *s, const char *rest)
{
	return step_point(s, rest, EVENT_UP, true);
}

static bool step_leave(struct script *s, const char *rest)
{
	(void)rest;
	send(s, (struct event){.kind = EVENT_LEAVE});
	return true;
}

static bool step_wheel(struct script *s, const char *rest)
{
	char *end;
	float lines = strtof(rest, &end);

	if (end == rest || *end || !isfinite(lines))
		return script_fail(s, "expected a number of lines, such as -1, not '%s'", rest);
	send(s, (struct event){.kind = EVENT_WHEEL, .y = lines});
	return true;
}

static bool step_wait(struct script *s, const char *rest)
{
	int64_t ms = duration(&rest);

	if (ms < 0 || *rest)
		return script_fail(s, "expected a time such as 500ms, 3s, 2m, 1h or 1d");
	return go(s, ms);
}

static bool hold_key(struct script *s, const char *name, int64_t ms)
{
	if (!press_key(s, name, false))
		return false;
	for (int64_t next = REPEAT_FIRST_MS; ms >= next; next = REPEAT_MS) {
		ms -= next;
		if (!go(s, next) || !press_key(s, name, true))
			return false;
	}
	return go(s, ms);
}

static bool step_hold(struct script *s, const char *rest)
{
	int64_t ms = duration(&rest);
	float x, y;

	if (ms < 0)
		return script_fail(s, "expected a time and what is held: hold 3s key Left");
	if (strncmp(rest, "key ", 4) == 0)
		return hold_key(s, rest + 4, ms);
	bool touch = strncmp(rest, "tap ", 4) == 0;
	if (!touch && strncmp(rest, "click ", 6) != 0)
		return script_fail(s, "expected key NAME, click X Y or tap X Y behind the time");
	if (!place(s, rest + (touch ? 4 : 6), &x, &y))
		return false;
	point(s, EVENT_DOWN, touch, x, y);
	if (!go(s, ms))
		return false;
	point(s, EVENT_UP, touch, x, y);
	return true;
}

static bool step_clock(struct script *s, const char *rest)
{
	struct tm tm = {0};
	char sign = '+';
	int hours = 0, minutes = 0, end = 0;
	int n = sscanf(rest, "%4d-%2d-%2dT%2d:%2d:%2d%n%c%2d:%2d%n", &tm.tm_year, &tm.tm_mon,
		       &tm.tm_mday, &tm.tm_hour, &tm.tm_min, &tm.tm_sec, &end, &sign, &hours,
		       &minutes, &end);

	if (n == 7 && sign == 'Z')
		end++;
	if ((n != 9 && n != 7 && n != 6) || rest[end] || (n == 9 && sign != '+' && sign != '-'))
		return script_fail(s, "expected a moment such as 2026-03-29T01:59:00+01:00");
	tm.tm_year -= 1900;
	tm.tm_mon -= 1;
	s->now.utc_offset_min = (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
	s->now.unix_ms = ((int64_t)timegm(&tm) - (int64_t)s->now.utc_offset_min * 60) * 1000;
	return true;
}

static bool step_expect(struct script *s, const char *rest)
{
	if (strcmp(rest, "end") == 0)
		return s->over || script_fail(s, "expected the program to have ended");
	if (s->over)
		return script_fail(s, "expected %s, but the program has ended", rest);
	const struct frame *f = app_frame(s->shell->app);
	if (strncmp(rest, "screen ", 7) == 0)
		return strcmp(f->screen, rest + 7) == 0 ||
		       script_fail(s, "expected the screen %s", rest + 7);
	if (strncmp(rest, "not ", 4) == 0)
		return !frame_says(f, rest + 4) ||
		       script_fail(s, "expected not to find: %s", rest + 4);
	return frame_says(f, rest) || script_fail(s, "expected to find: %s", rest);
}

static bool shot_failed(struct script *s, const char *path, cairo_status_t status)
{
	const char *slash = strrchr(path, '/');

	if (status != CAIRO_STATUS_WRITE_ERROR || errno == 0)
		return script_fail(s, "%s: %s", path, cairo_status_to_string(status));
	if (errno == ENOENT && slash)
		return script_fail(s, "%s: there is no folder %.*s", path, (int)(slash - path),
				   path);
	return script_fail(s, "%s: %s", path, strerror(errno));
}

static bool step_shot(struct script *s, const char *rest)
{
	size_t n = strlen(rest);

	if (n < 5 || strcasecmp(rest + n - 4, ".png") != 0)
		return script_fail(s, "expected the name of a picture that ends in .png, not '%s'",
				   rest);
	const struct frame *f = app_frame(s->shell->app);
	cairo_surface_t *to = cairo_image_surface_create(CAIRO_FORMAT_RGB24, f->w, f->h);
	struct damage d;

	painter_paint(s->painter, to, f, true, &d);
	errno = 0;
	cairo_status_t status = cairo_surface_write_to_png(to, rest);
	bool good = status == CAIRO_STATUS_SUCCESS || shot_failed(s, rest, status);
	cairo_surface_destroy(to);
	return good;
}

static bool step_sound(struct script *s, const char *rest)
{
	if (strcmp(rest, "failed") != 0)
		return script_fail(s, "expected 'failed' behind it, not '%s'", rest);
	s->over = !shell_sound_failed(s->shell, &s->now);
	return true;
}

static bool step_quit(struct script *s, const char *rest)
{
	(void)rest;
	send(s, (struct event){.kind = EVENT_QUIT});
	return true;
}

/* `start` is taken out before the first step is played. */
static bool step_start(struct script *s, const char *rest)
{
	(void)rest;
	return script_fail(s, "expected 'start' on the first line alone");
}

const struct scriptstep scriptsteps[] = {
	{"start", "ARGUMENTS", "first line only: how the program is started", step_start, false},
	{"size", "W H", "the window's size in pixels", step_size, false},
	{"press", "LABEL", "a click on the thing with that label", step_press, false},
	{"key", "NAME", "a key: A, 2, Return, PageDown, Ctrl+Q, Shift+Tab", step_key, false},
	{"repeat", "NAME", "the same key again, because it is still held", step_repeat, false},
	{"click", "X Y", "the mouse's left button, down and up", step_click, false},
	{"down", "X Y", "the mouse's button goes down", step_down, false},
	{"move", "X Y", "the mouse moves there", step_move, false},
	{"up", "X Y", "the mouse's button comes up", step_up, false},
	{"wheel", "LINES", "the mouse's wheel: -1 is one notch down", step_wheel, false},
	{"leave", "", "the pointer leaves the window", step_leave, false},
	{"tap", "X Y", "a finger, down and up", step_tap, false},
	{"touch", "X Y", "a finger comes down", step_touch, false},
	{"slide", "X Y", "the finger moves there", step_slide, false},
	{"lift", "X Y", "the finger is lifted", step_lift, false},
	{"hold", "3s key NAME", "a key is held that long, and repeats", step_hold, false},
	{"hold", "3s click X Y", "the mouse's button is held that long", step_hold, false},
	{"hold", "3s tap X Y", "a finger is held that long", step_hold, false},
	{"sound", "failed", "the sound that plays could not be played after all", step_sound,
	 false},
	{"wait", "500ms", "time goes by: ms, s, m, h or d", step_wait, true},
	{"clock", "2026-03-29T01:59:00+01:00", "sets the wall clock", step_clock, false},
	{"expect", "TEXT", "is on the screen now", step_expect, true},
	{"expect", "not TEXT", "is not on the screen now", step_expect, true},
	{"expect", "screen NAME", "which screen it is: home, packs, question, reveal, results, ...",
	 step_expect, true},
	{"expect", "end", "the program has ended", step_expect, true},
	{"shot", "FILE.png", "the frame as a picture", step_shot, false},
	{"quit", "", "the window is closed", step_quit, false},
	{NULL, NULL, NULL, NULL, false},
};
