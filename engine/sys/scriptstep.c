#include "scriptstep.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "input.h"
#include "shot.h"
#include "window.h"

/* ---- what steps are made of ---- */

void script_send(struct script *s, struct event ev)
{
	ev.at_ms = s->now.at_ms;
	ev.unix_ms = s->now.unix_ms;
	ev.utc_offset_min = s->now.utc_offset_min;
	if (!s->over)
		s->over = !shell_step(s->shell, &ev);
}

/* Stops at each moment the frame asked to be woken. */
bool script_go(struct script *s, int64_t ms)
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
		script_send(s, (struct event){.kind = EVENT_TICK});
	}
	s->now.unix_ms += until - s->now.at_ms;
	s->now.at_ms = until;
	return true;
}

/* "500ms" at the start of *at, which moves behind it; -1: it is none. */
int64_t script_duration(const char **at)
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

bool script_place(struct script *s, const char *rest, float *x, float *y)
{
	int end = 0;

	if (sscanf(rest, "%f %f%n", x, y, &end) == 2 && rest[end] == '\0' && isfinite(*x) &&
	    isfinite(*y))
		return true;
	return script_fail(s, "expected two numbers: X Y");
}

/* ---- the steps ---- */

static bool step_size(struct script *s, const char *rest)
{
	float w, h;

	if (!script_place(s, rest, &w, &h))
		return false;
	if (w < WINDOW_LEAST_W || h < WINDOW_LEAST_H || w > WINDOW_MOST || h > WINDOW_MOST)
		return script_fail(s, "expected a size from %d x %d to %d x %d", WINDOW_LEAST_W,
				   WINDOW_LEAST_H, WINDOW_MOST, WINDOW_MOST);
	script_send(s, (struct event){.kind = EVENT_SIZE, .x = w, .y = h});
	return true;
}

static bool step_wait(struct script *s, const char *rest)
{
	int64_t ms = script_duration(&rest);

	if (ms < 0 || *rest)
		return script_fail(s, "expected a time such as 500ms, 3s, 2m, 1h or 1d");
	return script_go(s, ms);
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

static bool shot_failed(struct script *s, const char *path)
{
	const char *slash = strrchr(path, '/');

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
	FILE *to = fopen(rest, "w");
	bool good = to && shot_save(s->painter, app_frame(s->shell->app), to);
	if (to)
		good = fclose(to) == 0 && good;
	return good || shot_failed(s, rest);
}

/* Beside its place, and then moved there, as editors do. */
static bool copy_file(const char *to, const char *from)
{
	char beside[PATH_MAX], bytes[4096];
	FILE *in = fopen(from, "r"), *out = NULL;
	bool good = in && snprintf(beside, sizeof(beside), "%s~", to) < PATH_MAX &&
		    (out = fopen(beside, "w"));

	for (size_t n; good && (n = fread(bytes, 1, sizeof(bytes), in)) > 0;)
		good = fwrite(bytes, 1, n, out) == n;
	good = good && !ferror(in);
	if (in)
		fclose(in);
	if (out)
		good = fclose(out) == 0 && good;
	return good && rename(beside, to) == 0;
}

/* Packs alone: a script from elsewhere is not to write over anything else. */
static bool is_pack(const char *path, size_t n)
{
	return (n > 4 && strncmp(path + n - 4, ".ini", 4) == 0) ||
	       (n > 5 && strncmp(path + n - 5, ".quiz", 5) == 0);
}

static void tell_saved(struct script *s)
{
	if (s->shell->saved)
		s->shell->saved(s->shell->ctx);
	script_send(s, (struct event){.kind = EVENT_TICK});
}

static bool step_save(struct script *s, const char *rest)
{
	size_t n = strcspn(rest, " \t");
	const char *from = rest + n + strspn(rest + n, " \t");
	char to[PATH_MAX];

	if (!is_pack(rest, n) || !*from || n >= sizeof(to))
		return script_fail(s, "expected two files, the first of them a pack: A.ini B.ini");
	snprintf(to, sizeof(to), "%.*s", (int)n, rest);
	if (!copy_file(to, from))
		return script_fail(s, "%s: %s", rest, strerror(errno));
	tell_saved(s);
	return true;
}

static bool step_remove(struct script *s, const char *rest)
{
	if (!is_pack(rest, strlen(rest)))
		return script_fail(s, "expected a pack, a file that ends in .ini, not '%s'", rest);
	if (unlink(rest) != 0)
		return script_fail(s, "%s: %s", rest, strerror(errno));
	tell_saved(s);
	return true;
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
	script_send(s, (struct event){.kind = EVENT_QUIT});
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
	{"press", "LABEL", "a click on the thing with that label", scriptstep_press, false},
	{"key", "NAME", "a key: A, 2, Return, PageDown, Ctrl+Q, Shift+Tab", scriptstep_key, false},
	{"key", "NAME, NAME", "keys of one moment: a tie; also pad and button: key Q, pad 2 a",
	 scriptstep_key, false},
	{"repeat", "NAME", "the same key again, because it is still held", scriptstep_repeat,
	 false},
	{"repeat", "pad NAME", "the same of a controller", scriptstep_repeat, false},
	{"pad", "NAME", "a controller's button: a, b, x, y, dpup, start, leftshoulder, ...",
	 scriptstep_pad, false},
	{"pad", "2 NAME", "of the second device", scriptstep_pad, false},
	{"button", "DEVICE NUMBER", "a button of another device; both count from 1",
	 scriptstep_button, false},
	{"plug", "DEVICE KIND NAME", "a device comes: pad, buzz (a handset) or buttons",
	 scriptstep_plug, false},
	{"unplug", "DEVICE", "and goes", scriptstep_unplug, false},
	{"type", "TEXT", "is typed, where text is wanted; in quotes, if it begins with a blank",
	 scriptstep_type, false},
	{"click", "X Y", "the mouse's left button, down and up", scriptstep_click, false},
	{"down", "X Y", "the mouse's button goes down", scriptstep_down, false},
	{"move", "X Y", "the mouse moves there", scriptstep_move, false},
	{"up", "X Y", "the mouse's button comes up", scriptstep_up, false},
	{"wheel", "LINES", "the mouse's wheel: -1 is one notch down", scriptstep_wheel, false},
	{"leave", "", "the pointer leaves the window", scriptstep_leave, false},
	{"tap", "X Y", "a finger, down and up", scriptstep_tap, false},
	{"touch", "X Y", "a finger comes down", scriptstep_touch, false},
	{"slide", "X Y", "the finger moves there", scriptstep_slide, false},
	{"lift", "X Y", "the finger is lifted", scriptstep_lift, false},
	{"hold", "3s key NAME", "a key is held that long, and repeats", scriptstep_hold, false},
	{"hold", "3s pad NAME", "a controller's button is", scriptstep_hold, false},
	{"hold", "3s click X Y", "the mouse's button is held that long", scriptstep_hold, false},
	{"hold", "3s tap X Y", "a finger is held that long", scriptstep_hold, false},
	{"save", "PACK.ini FILE", "an editor saves what is in FILE as the pack", step_save, false},
	{"remove", "PACK.ini", "the pack's file is deleted", step_remove, false},
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
