#include "devices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "padread.h"
#include "plugs.h"

enum { HANDSETS = 4, HANDSET_BUTTONS = 5, OPEN = 16, NEWS = 2 * DEVICES, PLACE = 128, NAME = 64 };

/* What has a number, or had it: then it is kept for when it comes back. */
struct number {
	bool taken, there;
	SDL_JoystickGUID guid;
	char place[PLACE]; /* its serial number, else its path; "" where it has none */
	int part;          /* which handset of a set */
	char name[NAME];
};

struct device {
	SDL_Joystick *joystick; /* NULL: nothing is open here */
	SDL_GameController *pad;
	SDL_JoystickID id;
	enum plugged kind;
	int nparts, numbers[HANDSETS];
	struct padread read;
};

struct devices {
	char folder[256];
	void (*wake)(void *ctx);
	void *ctx;
	struct plugs *plugs;
	SDL_atomic_t look; /* something may have come or gone */
	bool on;
	struct device open[OPEN];
	struct number numbers[DEVICES];
	int nnews;
	struct news {
		int number;
		enum plugged kind;
		char name[NAME]; /* the number may be another's by the time it is told */
	} news[NEWS];            /* of devices that have come and gone, for devices_tell */
	char told[NAME];
};

/* ---- numbers ---- */

static bool same_guid(SDL_JoystickGUID a, SDL_JoystickGUID b)
{
	return memcmp(&a, &b, sizeof(a)) == 0;
}

/* The one it had; else one of its kind; else a new one; else one that somebody may miss. -1: 32
 * others are there. */
static int find_number(const struct devices *d, const struct number *of)
{
	int kind = -1, fresh = -1, any = -1;

	for (int i = DEVICES - 1; i >= 0; i--) {
		const struct number *n = &d->numbers[i];
		if (n->there)
			continue;
		any = i;
		if (!n->taken)
			fresh = i;
		else if (same_guid(n->guid, of->guid) && n->part == of->part)
			kind = i;
	}
	for (int i = 0; i < DEVICES; i++) {
		const struct number *n = &d->numbers[i];
		if (n->taken && !n->there && same_guid(n->guid, of->guid) && n->part == of->part &&
		    *of->place && strcmp(n->place, of->place) == 0)
			return i;
	}
	return kind >= 0 ? kind : fresh >= 0 ? fresh : any;
}

static void tell(struct devices *d, int number, enum plugged kind)
{
	if (d->nnews == NEWS)
		return;
	struct news *n = &d->news[d->nnews++];
	n->number = number;
	n->kind = kind;
	memcpy(n->name, d->numbers[number].name, sizeof(n->name));
}

static void take_number(struct devices *d, struct device *v, int part, const char *name,
			const char *place)
{
	struct number n = {.taken = true,
			   .there = true,
			   .guid = SDL_JoystickGetGUID(v->joystick),
			   .part = part};

	snprintf(n.place, sizeof(n.place), "%s", place ? place : "");
	if (v->kind == PLUGGED_BUZZ)
		snprintf(n.name, sizeof(n.name), "Buzz! handset %d", part + 1);
	else
		snprintf(n.name, sizeof(n.name), "%s", name ? name : "");
	int at = find_number(d, &n);
	if (at < 0)
		return;
	d->numbers[at] = n;
	v->numbers[v->nparts++] = at;
	tell(d, at, v->kind);
}

/* ---- coming and going ---- */

static struct device *find(struct devices *d, SDL_JoystickID id)
{
	for (int i = 0; i < OPEN; i++)
		if (d->open[i].joystick && d->open[i].id == id)
			return &d->open[i];
	return NULL;
}

static bool is_buzz(int index)
{
	return SDL_JoystickGetDeviceVendor(index) == 0x054c &&
	       (SDL_JoystickGetDeviceProduct(index) == 0x0002 ||
		SDL_JoystickGetDeviceProduct(index) == 0x1000);
}

static void add(struct devices *d, int index)
{
	struct device *v = NULL;

	if (find(d, SDL_JoystickGetDeviceInstanceID(index)))
		return;
	for (int i = 0; i < OPEN && !v; i++)
		if (!d->open[i].joystick)
			v = &d->open[i];
	if (!v)
		return;
	*v = (struct device){.read = padread_start()};
	v->kind = is_buzz(index)                ? PLUGGED_BUZZ
		  : SDL_IsGameController(index) ? PLUGGED_PAD
						: PLUGGED_BUTTONS;
	if (v->kind == PLUGGED_PAD) {
		v->pad = SDL_GameControllerOpen(index);
		v->joystick = v->pad ? SDL_GameControllerGetJoystick(v->pad) : NULL;
	} else {
		v->joystick = SDL_JoystickOpen(index);
	}
	if (!v->joystick) /* it is listed, but may not be read */
		return;
	v->id = SDL_JoystickInstanceID(v->joystick);
	const char *place = SDL_JoystickGetSerial(v->joystick);
	if (!place)
		place = SDL_JoystickPath(v->joystick);
	for (int part = 0; part < (v->kind == PLUGGED_BUZZ ? HANDSETS : 1); part++)
		take_number(d, v, part, SDL_JoystickName(v->joystick), place);
}

static void drop(struct devices *d, struct device *v)
{
	for (int i = 0; i < v->nparts; i++) {
		d->numbers[v->numbers[i]].there = false;
		tell(d, v->numbers[i], PLUGGED_NOT);
	}
	if (v->pad)
		SDL_GameControllerClose(v->pad);
	else
		SDL_JoystickClose(v->joystick);
	v->joystick = NULL;
}

/* Opens SDL's joysticks when the first one is there, closes them after the last. */
static void look(struct devices *d)
{
	bool any = plugs_any(d->folder);

	if (!d->on && any)
		d->on = SDL_InitSubSystem(SDL_INIT_GAMECONTROLLER) == 0;
	else if (d->on && !any && SDL_NumJoysticks() == 0) {
		for (int i = 0; i < OPEN; i++)
			if (d->open[i].joystick)
				drop(d, &d->open[i]);
		SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
		d->on = false;
	}
}

static void changed(void *ctx)
{
	struct devices *d = ctx;

	SDL_AtomicSet(&d->look, 1);
	d->wake(d->ctx);
}

struct devices *devices_open(const char *folder, void (*wake)(void *ctx), void *ctx)
{
	struct devices *d = calloc(1, sizeof(*d));

	if (!d)
		return NULL;
	snprintf(d->folder, sizeof(d->folder), "%s", folder);
	d->wake = wake;
	d->ctx = ctx;
	d->plugs = plugs_watch(folder, changed, d);
	look(d);
	return d;
}

void devices_close(struct devices *d)
{
	if (!d)
		return;
	plugs_close(d->plugs);
	for (int i = 0; i < OPEN; i++)
		if (d->open[i].joystick)
			drop(d, &d->open[i]);
	if (d->on)
		SDL_QuitSubSystem(SDL_INIT_GAMECONTROLLER);
	free(d);
}

/* ---- events ---- */

/* A set says red, yellow, green, orange, blue of each handset in turn; they stand on it as red,
 * blue, orange, green, yellow. */
static bool read_button(const struct device *v, int button, struct event *ev)
{
	int part = v->kind == PLUGGED_BUZZ ? button / HANDSET_BUTTONS : 0;

	ev->kind = EVENT_BUTTON;
	ev->index = button;
	if (v->kind == PLUGGED_BUZZ)
		ev->index = (HANDSET_BUTTONS - button % HANDSET_BUTTONS) % HANDSET_BUTTONS;
	if (part >= v->nparts)
		return false;
	ev->device = v->numbers[part];
	return true;
}

static bool read_pad(struct device *v, const SDL_Event *e, struct event *ev)
{
	ev->kind = EVENT_PAD;
	ev->index = padread_event(&v->read, e, ev->at_ms);
	ev->device = v->numbers[0];
	return ev->index >= 0 && v->nparts > 0;
}

bool devices_read(struct devices *d, const SDL_Event *e, struct event *ev)
{
	struct device *v;

	if (!d)
		return false;
	switch (e->type) {
	case SDL_JOYDEVICEADDED: add(d, e->jdevice.which); return false;
	case SDL_JOYDEVICEREMOVED:
		v = find(d, e->jdevice.which);
		if (v)
			drop(d, v);
		look(d);
		return false;
	case SDL_JOYBUTTONDOWN:
		v = find(d, e->jbutton.which);
		return v && !v->pad && read_button(v, e->jbutton.button, ev);
	case SDL_CONTROLLERBUTTONDOWN:
	case SDL_CONTROLLERBUTTONUP:
	case SDL_CONTROLLERAXISMOTION:
		v = find(d, e->cdevice.which);
		return v && v->pad && read_pad(v, e, ev);
	default: return false;
	}
}

bool devices_presses(const struct devices *d, const SDL_Event *e)
{
	struct event ev;

	for (int i = 0; d && i < OPEN; i++) {
		const struct device *v = &d->open[i];
		if (!v->joystick || v->nparts == 0)
			continue;
		if (e->type == SDL_JOYBUTTONDOWN && v->id == e->jbutton.which)
			return !v->pad && read_button(v, e->jbutton.button, &ev);
		if ((e->type == SDL_CONTROLLERBUTTONDOWN || e->type == SDL_CONTROLLERAXISMOTION) &&
		    v->id == e->cdevice.which)
			return v->pad && padread_peek(&v->read, e) >= 0;
	}
	return false;
}

bool devices_tell(struct devices *d, int64_t now_ms, struct event *ev)
{
	if (!d)
		return false;
	if (SDL_AtomicSet(&d->look, 0))
		look(d);
	if (d->nnews > 0) {
		const struct news *news = &d->news[0];
		memcpy(d->told, news->name, sizeof(d->told));
		ev->kind = EVENT_DEVICE;
		ev->device = news->number;
		ev->index = (int)news->kind;
		ev->text = d->told;
		d->nnews--;
		memmove(d->news, d->news + 1, (size_t)d->nnews * sizeof(*d->news));
		return true;
	}
	for (int i = 0; i < OPEN; i++) {
		struct device *v = &d->open[i];
		bool numbered = v->joystick && v->pad && v->nparts > 0;
		int pad = numbered ? padread_again(&v->read, now_ms) : -1;
		if (pad < 0)
			continue;
		ev->kind = EVENT_PAD;
		ev->index = pad;
		ev->device = v->numbers[0];
		ev->repeat = true;
		return true;
	}
	return false;
}

int64_t devices_wake(const struct devices *d)
{
	int64_t wake_ms = -1;

	for (int i = 0; d && i < OPEN; i++) {
		const struct device *v = &d->open[i];
		int64_t ms = v->joystick && v->pad ? padread_wake(&v->read) : -1;
		if (ms >= 0 && (wake_ms < 0 || ms < wake_ms))
			wake_ms = ms;
	}
	return wake_ms;
}
