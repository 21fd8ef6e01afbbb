/*
 * Which hands are whose: a zone of the keyboard, a single key, a game controller, a Buzz! handset,
 * or one button of another device belongs to one player of a game together. Private to view/.
 *
 * Zones have six keys, for choices A to F, and as a cross elsewhere: the upper row is back, up and
 * OK, the lower one left, down and right. What was bound stays so from game to game; a device that
 * is unplugged keeps its player, who is `lost` until it comes back or another one is pressed.
 *
 * A screen that wants presses of what nobody has yet has a spot of VERB_BIND with the seat they
 * are for (SPOT_SILENT where it is no button): they come to it as that action, and app->press is
 * the event to hand on to seat_bind.
 */
#ifndef SEATS_H
#define SEATS_H

#include "screens.h"

enum { ZONES = 4, ZONE_KEYS = 6, NAME_BOUND = 48, SEAT_FREE = 256 };

/* Whose press it is; -1: nobody's. Keys that a screen or the program itself needs (arrows, Enter,
 * Tab, Escape, F1, F11, with Ctrl or Alt) are nobody's, always. */
int seat_of(const struct app *app, const struct event *ev);

/* Where nothing is bound yet, two can play at one keyboard at once: their hands lie at its ends. It
 * is a guess, which the first press of either makes true (seat_pressed); until then what is pressed
 * of what nobody has takes its place. */
void seats_begin(struct app *app);
void seat_pressed(struct app *app, int seat);

/* Whether it is something that a seat can have. */
bool seat_can_bind(const struct app *app, const struct event *ev);

/* That is now this seat's, and no other's any more; false: it can't be bound. */
bool seat_bind(struct app *app, int seat, const struct event *ev);

/* A game is on the screen, not one that is set up; the others are of the seats of either. */
bool seats_play(const struct app *app);
int seat_unbound(const struct app *app); /* the first without a binding; -1: all have one */
int seat_wanting(const struct app *app); /* that one; else the first with one that is a guess */

/* "Q W E A S D", "Gamepad 2", "Buzz! 3", "Button 5", "Key P"; "" for one without. `out` holds it.
 */
const char *seat_binding_name(const struct app *app, int seat, char out[NAME_BOUND]);

/* What nobody has of zones and devices: "R T Y F G H, Gamepad 2, any other key". */
const char *seat_free(const struct app *app, char out[SEAT_FREE]);

/* The first whose device is gone; -1: none. */
int seat_lost(const struct app *app);

/* The key's number in its zone, 0 to 5; -1: it is in none. */
int zone_place(int key, int mods, int *zone);

/* A device has come (ev->index: enum plugged) or gone. */
void seats_device(struct app *app, const struct event *ev);

#endif
