#include "seats.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

static const char zones[ZONES][ZONE_KEYS + 1] = {"qweasd", "rtyfgh", "uiojkl", "789456"};
static const char *const zone_names[ZONES] = {"Q W E A S D", "R T Y F G H", "U I O J K L",
					      "Keypad 4–9"};

enum { ZONE_KEYPAD = ZONES - 1 };

int zone_place(int key, int mods, int *zone)
{
	bool keypad = mods & MOD_KEYPAD;

	if (mods & (MOD_CTRL | MOD_ALT) || key <= KEY_SPACE || key > '~')
		return -1;
	for (int z = 0; z < ZONES; z++) {
		const char *at = strchr(zones[z], key);
		if (at && keypad == (z == ZONE_KEYPAD)) {
			*zone = z;
			return (int)(at - zones[z]);
		}
	}
	return -1;
}

/* Keys above the characters move the focus; Enter, Escape and such are everybody's. */
static struct binding of_key(const struct event *ev)
{
	int zone;

	if (zone_place(ev->key, ev->mods, &zone) >= 0)
		return (struct binding){.kind = BOUND_ZONE, .key = zone};
	if (ev->mods & (MOD_CTRL | MOD_ALT) || ev->key < KEY_SPACE || ev->key > '~')
		return (struct binding){0};
	return (struct binding){.kind = BOUND_KEY, .key = ev->key, .button = ev->mods & MOD_KEYPAD};
}

/* What a press comes from. */
static struct binding source(const struct app *app, const struct event *ev)
{
	switch (ev->kind) {
	case EVENT_KEY: return of_key(ev);
	case EVENT_PAD: return (struct binding){.kind = BOUND_DEVICE, .device = ev->device};
	case EVENT_BUTTON:
		if (app->devices[ev->device].kind == PLUGGED_BUZZ)
			return (struct binding){.kind = BOUND_DEVICE, .device = ev->device};
		return (struct binding){
			.kind = BOUND_BUTTON, .device = ev->device, .button = ev->index};
	default: return (struct binding){0};
	}
}

static bool same(const struct binding *a, const struct binding *b)
{
	return a->kind == b->kind && a->key == b->key && a->device == b->device &&
	       a->button == b->button;
}

static int seat_with(const struct app *app, const struct binding *b)
{
	for (int i = 0; b->kind != BOUND_NOT && i < GAME_PLAYERS; i++)
		if (same(&app->bound[i], b))
			return i;
	return -1;
}

bool seats_play(const struct app *app)
{
	const struct screen *s = app_beneath(app);

	return app->playing && (s == &screen_question || s == &screen_reveal ||
				s == &screen_players || s == &screen_pause || s == &screen_results);
}

static int seats_wanted(const struct app *app)
{
	return seats_play(app) ? app->game.nplayers : app->nplayers;
}

int seat_of(const struct app *app, const struct event *ev)
{
	struct binding b = source(app, ev);
	int seat = seat_with(app, &b);

	return seat < seats_wanted(app) ? seat : -1;
}

bool seat_can_bind(const struct app *app, const struct event *ev)
{
	return source(app, ev).kind != BOUND_NOT;
}

bool seat_bind(struct app *app, int seat, const struct event *ev)
{
	struct binding b = source(app, ev);
	int before = seat_with(app, &b);

	if (b.kind == BOUND_NOT || seat < 0 || seat >= GAME_PLAYERS)
		return false;
	if (before >= 0)
		app->bound[before] = (struct binding){0};
	app->bound[seat] = b;
	return true;
}

void seats_begin(struct app *app)
{
	static const int keys[] = {'q', 'u'};

	for (int i = 0; i < GAME_PLAYERS; i++)
		if (app->bound[i].kind != BOUND_NOT)
			return;
	for (int i = 0; i < 2; i++) {
		seat_bind(app, i, &(struct event){.kind = EVENT_KEY, .key = keys[i]});
		app->bound[i].guessed = true;
	}
}

void seat_pressed(struct app *app, int seat)
{
	app->bound[seat].guessed = false;
}

int seat_unbound(const struct app *app)
{
	for (int i = 0; i < seats_wanted(app); i++)
		if (app->bound[i].kind == BOUND_NOT)
			return i;
	return -1;
}

int seat_wanting(const struct app *app)
{
	int seat = seat_unbound(app);

	for (int i = 0; seat < 0 && i < seats_wanted(app); i++)
		if (app->bound[i].guessed)
			seat = i;
	return seat;
}

static bool on_device(const struct binding *b)
{
	return b->kind == BOUND_DEVICE || b->kind == BOUND_BUTTON;
}

int seat_lost(const struct app *app)
{
	for (int i = 0; i < seats_wanted(app); i++) {
		const struct binding *b = &app->bound[i];
		if (on_device(b) && app->devices[b->device].kind == PLUGGED_NOT)
			return i;
	}
	return -1;
}

const char *seat_binding_name(const struct app *app, int seat, char out[NAME_BOUND])
{
	const struct binding *b = &app->bound[seat];
	bool buzz = app->devices[b->device].was == PLUGGED_BUZZ;
	int number = app->devices[b->device].number;

	out[0] = '\0';
	switch (b->kind) {
	case BOUND_NOT: break;
	case BOUND_ZONE: snprintf(out, NAME_BOUND, "%s", zone_names[b->key]); break;
	case BOUND_KEY:
		if (b->key == KEY_SPACE)
			snprintf(out, NAME_BOUND, "Space");
		else
			snprintf(out, NAME_BOUND, "%s %c", b->button ? "Keypad" : "Key",
				 toupper(b->key));
		break;
	case BOUND_DEVICE:
		snprintf(out, NAME_BOUND, "%s %d", buzz ? "Buzz!" : "Gamepad", number);
		break;
	case BOUND_BUTTON:
		if (number > 1)
			snprintf(out, NAME_BOUND, "Button %d, box %d", b->button + 1, number);
		else
			snprintf(out, NAME_BOUND, "Button %d", b->button + 1);
		break;
	}
	return out;
}

static size_t add_free(char out[SEAT_FREE], size_t at, const char *name)
{
	int n = snprintf(out + at, SEAT_FREE - at, "%s, ", name);

	return n > 0 && (size_t)n < SEAT_FREE - at ? at + (size_t)n : at;
}

const char *seat_free(const struct app *app, char out[SEAT_FREE])
{
	size_t at = 0;

	for (int z = 0; z < ZONES; z++) {
		struct binding zone = {.kind = BOUND_ZONE, .key = z};
		if (seat_with(app, &zone) < 0)
			at = add_free(out, at, zone_names[z]);
	}
	for (int i = 0; i < DEVICES; i++) {
		struct binding whole = {.kind = BOUND_DEVICE, .device = i};
		bool buzz = app->devices[i].kind == PLUGGED_BUZZ;
		char name[NAME_BOUND];

		if ((app->devices[i].kind != PLUGGED_PAD && !buzz) || seat_with(app, &whole) >= 0)
			continue;
		snprintf(name, sizeof name, "%s %d", buzz ? "Buzz!" : "Gamepad",
			 app->devices[i].number);
		if (at + strlen(name) + 20 < SEAT_FREE)
			at = add_free(out, at, name);
	}
	snprintf(out + at, SEAT_FREE - at, at > 0 ? "any other key" : "any key");
	return out;
}

void seats_device(struct app *app, const struct event *ev)
{
	int most = 0;

	for (int i = 0; i < DEVICES; i++)
		if (app->devices[i].was == (enum plugged)ev->index && app->devices[i].number > most)
			most = app->devices[i].number;
	app->devices[ev->device].kind = (enum plugged)ev->index;
	if (ev->index == PLUGGED_NOT || app->devices[ev->device].was == (enum plugged)ev->index)
		return;
	app->devices[ev->device].was = (enum plugged)ev->index;
	app->devices[ev->device].number = most + 1;
}
