#include "record.h"

#include <stdio.h>
#include <stdlib.h>

#include "input.h"
#include "padread.h"
#include "script.h"

struct record {
	FILE *out;
	int64_t at_ms;        /* when the last step written was */
	struct event pending; /* a press or a move that the next event may make one step with; or
				 EVENT_TICK */
	bool joins;           /* the line is not ended: the next press is of the same moment */
};

struct record *record_open(const char *path, const char *const *words, int n, int64_t at_ms)
{
	FILE *out = fopen(path, "w");
	struct record *r = out ? calloc(1, sizeof(*r)) : NULL;

	if (!r) {
		if (out)
			fclose(out);
		return NULL;
	}
	r->out = out;
	r->at_ms = at_ms;
	fputs("start", out);
	for (int i = 0; i < n; i++) {
		fputc(' ', out);
		for (const char *c = words[i]; *c; c++) {
			if (*c == ' ' || *c == '\t' || *c == '\r' || *c == '\\')
				fputc('\\', out);
			fputc(*c, out);
		}
	}
	fputc('\n', out);
	fflush(out);
	return r;
}

static void write_key(FILE *out, const struct event *ev)
{
	SDL_Keycode code = ev->mods & MOD_KEYPAD ? input_keypad_code(ev->key) : input_code(ev->key);

	fprintf(out, "%s %s%s%s%s", ev->repeat ? "repeat" : "key",
		ev->mods & MOD_CTRL ? "Ctrl+" : "", ev->mods & MOD_ALT ? "Alt+" : "",
		ev->mods & MOD_SHIFT ? "Shift+" : "", SDL_GetKeyName(code));
}

/* Presses of one moment stand in one line. */
static void write_hand(struct record *r, const struct event *ev)
{
	if (r->joins)
		fputs(", ", r->out);
	if (ev->kind == EVENT_KEY)
		write_key(r->out, ev);
	else if (ev->kind == EVENT_PAD)
		fprintf(r->out, "%spad %d %s", ev->repeat ? "repeat " : "", ev->device + 1,
			padread_name(ev->index));
	else
		fprintf(r->out, "button %d %d", ev->device + 1, ev->index + 1);
	r->joins = ev->more;
	if (!r->joins)
		fputc('\n', r->out);
}

static void write_device(FILE *out, const struct event *ev)
{
	if (ev->index == PLUGGED_NOT)
		fprintf(out, "unplug %d", ev->device + 1);
	else
		fprintf(out, "plug %d %s ", ev->device + 1, script_kind((enum plugged)ev->index));
	for (const char *c = ev->index ? ev->text : ""; *c; c++)
		fputc((unsigned char)*c < ' ' ? ' ' : *c, out);
	fputc('\n', out);
}

static void write_pointer(FILE *out, const char *mouse, const char *finger, const struct event *ev)
{
	fprintf(out, "%s %.9g %.9g\n", ev->touch ? finger : mouse, (double)ev->x, (double)ev->y);
}

static void write_wait(struct record *r, int64_t until_ms)
{
	if (until_ms > r->at_ms)
		fprintf(r->out, "wait %lldms\n", (long long)(until_ms - r->at_ms));
	r->at_ms = until_ms;
}

static void write_step(struct record *r, const struct event *ev)
{
	write_wait(r, ev->at_ms);
	switch (ev->kind) {
	case EVENT_KEY:
	case EVENT_PAD:
	case EVENT_BUTTON: write_hand(r, ev); break;
	case EVENT_DEVICE: write_device(r->out, ev); break;
	case EVENT_TEXT: fprintf(r->out, "type \"%s\"\n", ev->text); break;
	case EVENT_DOWN: write_pointer(r->out, "down", "touch", ev); break;
	case EVENT_MOVE: write_pointer(r->out, "move", "slide", ev); break;
	case EVENT_UP: write_pointer(r->out, "up", "lift", ev); break;
	case EVENT_LEAVE: fputs("leave\n", r->out); break;
	case EVENT_WHEEL: fprintf(r->out, "wheel %.9g\n", (double)ev->y); break;
	case EVENT_SIZE: fprintf(r->out, "size %.9g %.9g\n", (double)ev->x, (double)ev->y); break;
	case EVENT_QUIT: fputs("quit\n", r->out); break;
	case EVENT_TICK:
	case EVENT_WINDOW:
	case EVENT_LOADED:
	case EVENT_KEPT:
	case EVENT_SAVED:
	case EVENT_MEMORY:
	case EVENT_BOARDS:
	case EVENT_PIN:
	case EVENT_HEALTH:
	case EVENT_OPERATED:
	case EVENT_PICTURE: break;
	case EVENT_SOUND: fputs("sound failed\n", r->out); break;
	}
}

static void flush(struct record *r)
{
	if (r->pending.kind != EVENT_TICK)
		write_step(r, &r->pending);
	r->pending.kind = EVENT_TICK;
}

/* What was to be of the same moment has not come. */
static void end_line(struct record *r)
{
	if (r->joins)
		fputc('\n', r->out);
	r->joins = false;
}

static bool same_place(const struct event *a, const struct event *b)
{
	return a->touch == b->touch && a->x == b->x && a->y == b->y;
}

/* A press and its release in one place and at one time are a click: a button that is held may do
 * something by itself. Of moves in a row the last one counts, but a drag is its whole way. */
void record_event(struct record *r, const struct event *ev)
{
	struct event *p = &r->pending;
	bool hand = ev->kind == EVENT_KEY || ev->kind == EVENT_PAD || ev->kind == EVENT_BUTTON;

	if (r->joins && !hand && !(ev->kind == EVENT_TICK && ev->more))
		end_line(r);
	switch (ev->kind) {
	case EVENT_TICK:
	case EVENT_WINDOW:
	case EVENT_LOADED:
	case EVENT_KEPT:
	case EVENT_SAVED:
	case EVENT_MEMORY:
	case EVENT_BOARDS:
	case EVENT_PIN:
	case EVENT_HEALTH:
	case EVENT_OPERATED:
	case EVENT_PICTURE: return;
	case EVENT_MOVE:
		if (p->kind != EVENT_MOVE || p->held || ev->held || p->touch != ev->touch)
			flush(r);
		*p = *ev;
		return;
	case EVENT_DOWN:
		if (p->kind != EVENT_MOVE || !same_place(p, ev))
			flush(r);
		*p = *ev;
		return;
	case EVENT_UP:
		if (p->kind == EVENT_DOWN && p->at_ms == ev->at_ms && same_place(p, ev)) {
			write_wait(r, ev->at_ms);
			write_pointer(r->out, "click", "tap", ev);
			p->kind = EVENT_TICK;
			fflush(r->out);
			return;
		}
		break;
	default: break;
	}
	flush(r);
	write_step(r, ev);
	fflush(r->out);
}

bool record_close(struct record *r)
{
	if (!r)
		return true;
	end_line(r);
	flush(r);
	bool good = !ferror(r->out);
	good = fclose(r->out) == 0 && good;
	free(r);
	return good;
}
