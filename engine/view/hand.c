#include "hand.h"

#include "pad.h"
#include "press.h"
#include "seats.h"
#include "spots.h"

static const int cross_keys[ZONE_KEYS] = {KEY_ESCAPE, KEY_UP,   KEY_ENTER,
					  KEY_LEFT,   KEY_DOWN, KEY_RIGHT};

/* A question that is everybody's. */
static bool buzzes(const struct app *app)
{
	return app->screen == &screen_question && game_by_buzzers(&app->game) &&
	       app->game.phase == PHASE_ASKING;
}

/* False: there is no such choice to be seen. */
static bool choose(struct app *app, int position)
{
	struct action a = {VERB_CHOOSE, position};
	const struct spot *s = spot_find(&app->frame, a);

	if (s && spot_takes_focus(s))
		press_do(app, a, BY_KEY);
	return s;
}

/* A B X Y of a controller are choices, where that is set and one is to be chosen: of several A is
 * what locks them in. What the focus was led to beyond the choices is pressed by A as ever. */
static bool picks(struct app *app, const struct event *ev)
{
	const struct spot *focus = spot_find(&app->frame, app->ui.focus);
	bool led = focus && focus->action.verb != VERB_CHOOSE;

	if (!app->set.pad_picks || app->screen != &screen_question || ev->index > PAD_Y ||
	    game_asked(&app->game)->need > 1 || (ev->index == PAD_A && led))
		return false;
	return choose(app, ev->index - PAD_A);
}

/* ---- as keys ---- */

static enum device device_of(const struct event *ev)
{
	return ev->kind == EVENT_KEY   ? DEVICE_KEYS
	       : ev->kind == EVENT_PAD ? DEVICE_PAD
				       : DEVICE_BUTTONS;
}

/* The home screen's Escape leaves: what lies in a lap does not press that by chance. */
static int tamed(const struct app *app, const struct event *ev, int key)
{
	const struct spot *s = key == KEY_ESCAPE ? spot_of_key(&app->frame, key) : NULL;

	if (!s || s->action.verb != VERB_QUIT)
		return key;
	return ev->kind == EVENT_PAD && ev->index == PAD_START ? KEY_ENTER : KEY_NONE;
}

static void press_as(struct app *app, const struct event *ev, int key)
{
	struct event as = *ev;

	as.kind = EVENT_KEY;
	as.key = tamed(app, ev, key);
	as.mods = 0;
	as.repeat = ev->repeat && key != KEY_F1; /* that is what Start is held for */
	if (as.key != KEY_NONE)
		press_key(app, &as);
}

/* A zone is a cross for those who set up or play a game together; a key that the screen has a use
 * for is that. In a question nobody pauses by chance. */
static int key_of_zone(const struct app *app, const struct event *ev)
{
	int zone, place = zone_place(ev->key, ev->mods, &zone);
	bool together = !seats_play(app) || app->game.nplayers > 1;
	bool asks = app->screen == &screen_question;

	if (place < 0 || !together || buzzes(app) || app->frame.typing ||
	    spot_of_key(&app->frame, ev->key))
		return KEY_NONE;
	return asks && cross_keys[place] == KEY_ESCAPE ? KEY_NONE : cross_keys[place];
}

static void press_plainly(struct app *app, const struct event *ev, int seat)
{
	const struct ui *ui = &app->ui;
	enum plugged kind;
	int key;

	switch (ev->kind) {
	case EVENT_PAD:
		if (ev->index == PAD_SCROLL_UP || ev->index == PAD_SCROLL_DOWN)
			app_scroll(app, ui_px(ui, 8) * (ev->index == PAD_SCROLL_UP ? -1 : 1));
		else if (!picks(app, ev))
			press_as(app, ev, pad_key(ev));
		break;
	case EVENT_BUTTON:
		kind = app->devices[ev->device].kind;
		if (kind != PLUGGED_BUZZ && seat >= 0)
			press_as(app, ev, KEY_ENTER);
		else
			press_as(app, ev, button_key(ev, kind));
		break;
	default:
		key = key_of_zone(app, ev);
		if (seat >= 0 && app->bound[seat].kind == BOUND_KEY &&
		    !spot_of_key(&app->frame, ev->key))
			key = KEY_ENTER;
		if (key != KEY_NONE)
			press_as(app, ev, key);
		else
			press_key(app, ev);
		break;
	}
}

/* ---- a question with buzzers ---- */

/* What is no button to answer with: it pauses, shows and tells, whoever presses it. */
static bool is_anyones(const struct event *ev)
{
	return ev->kind == EVENT_PAD &&
	       (ev->index == PAD_START || ev->index == PAD_VIEW || ev->index == PAD_RIGHT_STICK ||
		ev->index == PAD_SCROLL_UP || ev->index == PAD_SCROLL_DOWN);
}

/* The cross and the stick of a controller: to lift one can push another way for a moment. */
static bool is_direction(const struct event *ev)
{
	return ev->kind == EVENT_PAD && ev->index >= PAD_UP && ev->index <= PAD_RIGHT;
}

/* A hand with one button goes from choice to choice: the one it stands on when the turn is over is
 * the answer. */
static void choose_next(struct app *app)
{
	struct action focus = app->ui.focus;
	int from = focus.verb == VERB_CHOOSE ? focus.arg : -1;

	for (int k = 1; k <= PACK_SHOWN; k++) {
		struct action a = {VERB_CHOOSE, (from + k) % PACK_SHOWN};
		const struct spot *s = spot_find(&app->frame, a);
		if (!s || !spot_takes_focus(s))
			continue;
		app->ui.ring = true;
		app_focus(app, a);
		app_cue(app, CUE_MOVE, 0);
		return;
	}
}

/* Whose turn it is answers, each hand in its way; one button goes from choice to choice. */
static void answer(struct app *app, const struct event *ev)
{
	bool buzz = app->devices[ev->device].kind == PLUGGED_BUZZ;
	int zone, place = zone_place(ev->key, ev->mods, &zone);

	if (ev->kind == EVENT_PAD) {
		if (!picks(app, ev) && ev->index != PAD_B)
			press_as(app, ev, pad_key(ev));
	} else if (ev->repeat) {
		return;
	} else if (ev->kind == EVENT_KEY && place >= 0) {
		choose(app, place);
	} else if (ev->kind == EVENT_BUTTON && buzz && ev->index > 0) {
		choose(app, ev->index - 1);
	} else {
		choose_next(app);
	}
}

/* While one of them has the turn, what nobody has is theirs only where it may be: the keyboard of
 * one who sits at it, and anything of one who has nothing of their own. */
static bool is_kept_out(const struct app *app, const struct event *ev)
{
	int turn = app->game.turn;
	enum bound kind = turn >= 0 ? app->bound[turn].kind : BOUND_NOT;

	if (kind == BOUND_NOT || is_anyones(ev))
		return false;
	if (ev->kind != EVENT_KEY)
		return true;
	bool answers = ev->key == KEY_ENTER || ev->key == KEY_TAB ||
		       (ev->key >= KEY_SPACE && ev->key <= KEY_RIGHT);
	return answers && kind != BOUND_ZONE && kind != BOUND_KEY;
}

/* A device that nobody has is pressed where all may: it is the hand of one who has none, or only a
 * guessed one. Returns whose; -1: nobody's. */
static int join_in(struct app *app, const struct event *ev)
{
	int seat = seat_wanting(app);
	bool presses = ev->kind != EVENT_KEY && !is_direction(ev) && !is_anyones(ev) && !ev->repeat;

	return app->game.turn < 0 && presses && seat >= 0 && seat_bind(app, seat, ev) ? seat : -1;
}

/* True: it was a player's own, or nobody's business. */
static bool take_in_question(struct app *app, const struct event *ev, int seat)
{
	if (seat < 0)
		seat = join_in(app, ev);
	if (seat < 0)
		return is_kept_out(app, ev);
	if (is_anyones(ev))
		return false;
	if (app->game.turn == seat)
		answer(app, ev);
	else if (app->game.turn < 0 && !ev->repeat && !is_direction(ev) &&
		 game_may_buzz(&app->game, seat))
		app->buzzing |= 1u << seat;
	return true;
}

void hand_tell(struct app *app, const struct event *ev)
{
	unsigned players = app->buzzing;

	if (ev->more || players == 0)
		return;
	app->buzzing = 0;
	if (buzzes(app) && app->game.turn < 0)
		press_do(app, (struct action){VERB_BUZZ, (int)players}, BY_KEY);
}

/* ---- who has none, and who has lost it ---- */

/* The screen asks for a hand of somebody; a controller's cross leads to other things on it, and so
 * do keys that it has a use for. */
static const struct spot *asked_for(const struct app *app, const struct event *ev)
{
	bool back = ev->kind == EVENT_PAD && ev->index == PAD_B;
	bool used = ev->kind == EVENT_KEY && spot_of_key(&app->frame, ev->key);

	if (is_direction(ev) || back || used || is_anyones(ev) || ev->repeat || app->frame.typing ||
	    !seat_can_bind(app, ev))
		return NULL;
	for (int i = 0; i < app->frame.nspots; i++)
		if (app->frame.spots[i].action.verb == VERB_BIND)
			return &app->frame.spots[i];
	return NULL;
}

/* A screen other than the question shows who presses: their own spot of VERB_BUZZ. */
static const struct spot *own_of(const struct app *app, const struct event *ev, int seat)
{
	if (seat < 0 || ev->repeat || is_anyones(ev) || buzzes(app))
		return NULL;
	return spot_find(&app->frame, (struct action){VERB_BUZZ, 1 << seat});
}

static void go_on(struct app *app)
{
	bool waits = app->waits_for_hand && seat_lost(app) < 0;

	if (waits)
		app->waits_for_hand = false;
	if (waits && app->screen == &screen_pause)
		app->screen->act(app, (struct action){VERB_RESUME, 0}, BY_KEY);
}

/* Another device than the one that is gone becomes its player's. */
static bool take_over(struct app *app, const struct event *ev)
{
	int lost = seats_play(app) ? seat_lost(app) : -1;

	if (lost < 0 || ev->kind == EVENT_KEY || ev->repeat || !seat_bind(app, lost, ev))
		return false;
	app_cue(app, CUE_SELECT, 0);
	go_on(app);
	return true;
}

/* A key of a zone that writes, or that the screen has a use for, is not pressed as a hand. */
static bool is_meant(const struct app *app, const struct event *ev)
{
	return !ev->repeat &&
	       (ev->kind != EVENT_KEY || !(app->frame.typing || spot_of_key(&app->frame, ev->key)));
}

void hand_take(struct app *app, const struct event *ev)
{
	int seat = seat_of(app, ev);

	if (ev->kind != EVENT_KEY && app->devices[ev->device].kind == PLUGGED_NOT)
		seats_device(app,
			     &(struct event){.kind = EVENT_DEVICE,
					     .device = ev->device,
					     .index = ev->kind == EVENT_PAD ? PLUGGED_PAD
									    : PLUGGED_BUTTONS});
	app->ui.device = device_of(ev);
	if (seat < 0 && take_over(app, ev))
		return;
	if (seat >= 0 && is_meant(app, ev))
		seat_pressed(app, seat);
	const struct spot *asked = seat < 0 ? asked_for(app, ev) : own_of(app, ev, seat);
	if (asked)
		press_do(app, asked->action, BY_KEY);
	else if (!buzzes(app) || !take_in_question(app, ev, seat))
		press_plainly(app, ev, seat);
}

static bool is_play(const struct screen *s)
{
	return s == &screen_question || s == &screen_reveal || s == &screen_players;
}

static void wait_for_hand(struct app *app)
{
	app->waits_for_hand = true;
	if (app->screen == &screen_settings && is_play(app->beneath[0].screen))
		app->beneath[0].screen = &screen_pause;
	else if (app->screen == &screen_question) /* the clock stops, what is held is taken back */
		app->screen->act(app, (struct action){VERB_PAUSE, 0}, BY_KEY);
	else if (is_play(app->screen))
		app_go(app, &screen_pause);
}

void hand_device(struct app *app, const struct event *ev)
{
	int before = seat_lost(app);
	bool play = app->playing && app->game.phase != PHASE_OVER && game_by_buzzers(&app->game);

	seats_device(app, ev);
	if (play && before < 0 && seat_lost(app) >= 0)
		wait_for_hand(app);
	go_on(app);
}

const char *hand_message(const struct app *app, struct ui *ui)
{
	int lost = app->waits_for_hand ? seat_lost(app) : -1;

	if (lost < 0)
		return NULL;
	const char *name = app->game.options.seats[lost].name;
	const struct binding *b = &app->bound[lost];
	bool buzz = app->devices[b->device].was == PLUGGED_BUZZ;
	const char *thing = b->kind == BOUND_BUTTON ? "button" : buzz ? "buzzer" : "gamepad";
	if (!*name)
		name = frame_printf(ui->f, "Player %d", lost + 1);
	return frame_printf(ui->f,
			    "%s’s %s is gone: plug it in again, or press a button on another", name,
			    thing);
}
