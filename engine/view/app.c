#include "app.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "access.h"
#include "ascent.h"
#include "brand.h"
#include "caption.h"
#include "course.h"
#include "entrance.h"
#include "fitkept.h"
#include "forget.h"
#include "hand.h"
#include "listen.h"
#include "picture.h"
#include "press.h"
#include "preview.h"
#include "scores.h"
#include "screens.h"
#include "staff.h"

static const struct action NOTHING = {VERB_NONE, 0};

void app_go(struct app *app, const struct screen *s)
{
	listen_leave(app);
	app->from = app->screen;
	app->screen = s;
	app->since = app->now;
	app->ui.focus = app->ui.hover = app->ui.pressed = app->down = NOTHING;
	app->ui.scroll_at = 0;
	app->dragging = false;
	app->zoomed = 0;
	app->typing.into = NULL;
	if (s->enter && !app->uncovers)
		s->enter(app);
}

void app_home(struct app *app)
{
	if (app->o.kiosk)
		visit_end(app);
	else
		app_go(app, &screen_home);
}

void app_focus(struct app *app, struct action a)
{
	app->ui.focus = a;
	app->seeking = true;
}

void app_effect(struct app *app, struct effect e)
{
	assert(app->neffects < (int)(sizeof app->effects / sizeof app->effects[0]));
	app->effects[app->neffects++] = e;
}

void app_cue(struct app *app, enum cue cue, int pitch)
{
	caption_set(app, cue);
	app_effect(app, (struct effect){EFFECT_CUE, .index = (int)cue, .value = pitch});
}

static void keep(struct app *app, enum setting k)
{
	app_effect(app, (struct effect){EFFECT_KEEP, .index = (int)k,
					.value = setting_number(&app->set, k)});
}

void app_set(struct app *app, enum setting k, int value)
{
	setting_put(&app->set, k, value);
	if (k == SETTING_CLOCK && app_unfinished(app))
		app_move(app, OP_CLOCK, (uint32_t)value, app->now);
	keep(app, k);
}

void app_set_language(struct app *app, const char *tag)
{
	setting_take(&app->set, SETTING_LANGUAGE, tag);
	if (app->o.remembers && app_unfinished(app))
		app_effect(app,
			   (struct effect){.kind = EFFECT_LANGUAGE, .text = app->set.language});
	keep(app, SETTING_LANGUAGE);
}

const char *app_language(const struct app *app)
{
	return app->set.language[0] ? app->set.language : NULL;
}

const struct settings *app_settings(const struct app *app)
{
	return &app->set;
}

/* Room to hold as many packs as there may come to be: as there are, or as one game can have. False:
 * memory is short. */
static bool reserve_packs(struct app *app)
{
	int room = app->o.library->n > DECK_ITEMS ? app->o.library->n : DECK_ITEMS;

	if (room <= app->held_room)
		return true;
	const struct pack **held = realloc(app->held, (size_t)(room + 1) * sizeof *held);
	app->held = held ? held : app->held;
	const struct pack **all = realloc(app->all, (size_t)(room + 1) * sizeof *all);
	app->all = all ? all : app->all;
	if (!held || !all)
		return false;
	app->held_room = room;
	return true;
}

struct app *app_create(const struct app_options *o, const struct event *first)
{
	struct app *app = calloc(1, sizeof *app);

	if (!app)
		return NULL;
	app->o = *o;
	app->set = o->set;
	app->now = first->at_ms;
	app->unix_ms = first->unix_ms;
	app->utc_offset_min = first->utc_offset_min;
	app->seed = o->seed;
	forget_begin(app);
	app->ui.wrap = wrapper_create(o->measure);
	app->ui.fits = fits_create();
	if (!app->ui.wrap || !app->ui.fits || !reserve_packs(app)) {
		app_destroy(app);
		return NULL;
	}
	languages_find(&app->languages, o->library, o->set.language);
	languages_written(&app->written, o->library);
	if (o->kiosk)
		access_read(app);
	for (int i = 0; i < THEMES && o->kiosk; i++)
		app->themes[i] = brand_theme(&themes[i], o->kiosk);
	course_reserve(app);
	if (o->kiosk)
		visit_open(app);
	else
		app_go(app, &screen_home);
	if (o->preview)
		preview_open(app);
	else if (o->resume)
		course_resume(app, o->resume);
	else if (o->straight)
		app_play(app, -1);
	else if (o->chosen)
		app_go(app, app->nplayers > 1 ? &screen_join : &screen_packs);
	app->from = NULL;
	app_settle(app);
	return app;
}

void app_destroy(struct app *app)
{
	if (!app)
		return;
	for (int i = 0; i < app->nheld; i++)
		pack_drop(app->held[i]);
	pack_drop(app->preview.pack);
	past_finish(&app->visit.mistakes);
	free(app->held);
	free(app->all);
	wrapper_destroy(app->ui.wrap);
	fits_destroy(app->ui.fits);
	free(app);
}

static bool is_hand(const struct event *ev)
{
	return ev->kind == EVENT_KEY || ev->kind == EVENT_PAD || ev->kind == EVENT_BUTTON;
}

static bool is_press(const struct event *ev)
{
	return is_hand(ev) || ev->kind == EVENT_DOWN || ev->kind == EVENT_WHEEL;
}

/* What is known by its place in the library is somewhere else. */
static void move_up(struct app *app, int removed)
{
	struct action *focus = &app->ui.focus;

	if (app->screen == &screen_broken && app->broken == removed)
		app_go(app, &screen_packs);
	app->broken -= app->broken > removed;
	if (app->screen == &screen_packs && focus->verb == VERB_PACK && focus->arg > 0 &&
	    focus->arg >= removed)
		focus->arg--;
	scores_removed(app, removed);
}

static void take_loaded(struct app *app, const struct event *ev)
{
	reserve_packs(app);
	languages_find(&app->languages, app->o.library, app->set.language);
	languages_written(&app->written, app->o.library);
	if (app->o.kiosk)
		access_read(app);
	if (app->o.preview)
		preview_read(app);
	else if (ev->number < 0)
		move_up(app, ev->index);
	else if (app->screen == &screen_broken && ev->index == app->broken &&
		 app->o.library->entries[ev->index].diag.errors == 0)
		app_go(app, &screen_packs);
	if (app->o.kiosk)
		visit_loaded(app, ev->number < 0 ? ev->index : -1);
}

bool app_step(struct app *app, const struct event *ev)
{
	struct touched before = entrance_touched(&app->ui);
	const struct screen *screen = app->screen;

	app->neffects = 0;
	if (ev->at_ms > app->now)
		app->now = ev->at_ms;
	app->unix_ms = ev->unix_ms;
	app->utc_offset_min = ev->utc_offset_min;
	if (app->o.kiosk && !visit_take(app, ev)) {
		app_settle(app);
		return !app->leaving;
	}
	if (is_press(ev) || ev->kind == EVENT_SIZE)
		app->ui.hurry_ms = app->now;
	if (is_press(ev) || ev->kind == EVENT_MOVE)
		ascent_touched(app);
	if (app->screen->tick) /* what time has done comes first: a late answer is late */
		app->screen->tick(app);
	switch (ev->kind) {
	case EVENT_SIZE:
		app->o.w = (int)fmaxf(1, ev->x);
		app->o.h = (int)fmaxf(1, ev->y);
		picture_ask_again(app);
		break;
	case EVENT_WINDOW: app->set.fullscreen = ev->index; break;
	case EVENT_LOADED: take_loaded(app, ev); break;
	case EVENT_PICTURE: picture_answer(app, ev); break;
	case EVENT_SOUND: listen_answer(app, ev); break;
	case EVENT_KEPT:
		app->kept = ev->index;
		snprintf(app->unkept, sizeof app->unkept, "%s", ev->index ? "" : ev->text);
		break;
	case EVENT_DEVICE: hand_device(app, ev); break;
	case EVENT_SAVED: course_saved(app, ev); break;
	case EVENT_MEMORY: course_memory(app, ev); break;
	case EVENT_BOARDS: scores_read(app, ev); break;
	case EVENT_PIN:
	case EVENT_HEALTH:
	case EVENT_OPERATED: staff_take(app, ev); break;
	case EVENT_QUIT: return false;
	default: press_take(app, ev); break;
	}
	if (is_hand(ev) && app->screen == screen && !ui_is(before.focus, app->ui.focus) &&
	    app->neffects == 0)
		app_cue(app, CUE_MOVE, 0);
	entrance_feel(app, before, screen);
	app_settle(app);
	return !app->leaving;
}

const struct frame *app_frame(const struct app *app)
{
	return &app->frame;
}

int app_effects(const struct app *app, const struct effect **out)
{
	*out = app->effects;
	return app->neffects;
}

const struct game *app_game(const struct app *app)
{
	return app->playing ? &app->game : NULL;
}

const struct game *app_shown_game(const struct app *app)
{
	return attract_plays(app) ? &app->game : app_game(app);
}

bool app_find(const struct app *app, const char *label, float *x, float *y, bool *on_page)
{
	const struct frame *f = &app->frame;

	for (int exact = 1; exact >= 0; exact--) {
		for (int i = 0; i < f->nspots; i++) {
			const struct spot *s = &f->spots[i];
			bool named = exact ? strcmp(s->label, label) == 0
					   : strncmp(s->label, label, strlen(label)) == 0;
			if (!named || s->flags & SPOT_DISABLED)
				continue;
			*x = s->box.x + s->box.w / 2;
			*y = s->box.y + s->box.h / 2;
			*on_page = s->flags & SPOT_SCROLLS;
			return true;
		}
	}
	return false;
}
