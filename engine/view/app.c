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
#include "forget.h"
#include "hand.h"
#include "listen.h"
#include "mirror.h"
#include "picture.h"
#include "press.h"
#include "preview.h"
#include "scores.h"
#include "screens.h"
#include "spots.h"
#include "staff.h"
#include "told.h"
#include "writing.h"

static const struct action NOTHING = {VERB_NONE, 0};

static bool shows_question(const struct screen *s)
{
	return s == &screen_question || s == &screen_reveal || s == &screen_pause ||
	       s == &screen_results;
}

static bool has_question(const struct app *app)
{
	if (attract_plays(app))
		return true;
	return app->screen == &screen_preview ? app->preview.pack != NULL
					      : shows_question(app->screen);
}

/* Where a pack is played, its texts decide how a page is read: those of the translation that is
 * shown, or the author's own; elsewhere the language that was asked for. */
static void find_direction(const struct app *app, struct ui *ui)
{
	ui->language = app_language(app);
	ui->rtl = writing_is_rtl(ui->language);
	if (has_question(app)) {
		int at = app->screen == &screen_results ? 0 : told_index(app);
		const struct pack *p = app->game.deck.item[at].pack;
		const struct text *ask = &p->questions[app->game.deck.item[at].question].ask;
		const char *s = text_in(ask, app_language(app));

		ui->language = text_language(ask, app_language(app));
		if (!ui->language)
			ui->language = p->language;
		ui->rtl = ui->language ? writing_is_rtl(ui->language)
				       : writing_of(s, strlen(s)).starts_rtl;
	}
	ui->han = writing_han(ui->language);
}

/* What can be pressed on it lies low where a visitor wants that; of other screens all does. */
static bool places_itself(const struct screen *s)
{
	return s == &screen_question || s == &screen_reveal || s == &screen_pause ||
	       s == &screen_results || s == &screen_attract;
}

static const struct theme *theme_now(const struct app *app)
{
	const struct theme *t = theme_lookup(app->set.theme);

	return app->o.kiosk ? &app->themes[t - themes] : t;
}

static void show(struct app *app)
{
	struct ui *ui = &app->ui;

	ui->now = app->now;
	ui->motion = (enum motion)app->set.motion;
	ui->text = (float)app->set.text_percent / 100;
	find_direction(app, ui);
	ui_begin(ui, &app->frame, app->o.w, app->o.h, theme_now(app));
	app->frame.screen = app->screen->name;
	ui->reach = app->reach;
	if (app->o.kiosk)
		ui_fingers(ui, app->o.state.px_per_mm);
	if (app->reach && !places_itself(app->screen))
		ui_lower(ui);
	ui->stage.h -= caption_room(app, ui);
	app->screen->draw(app, ui);
	if (ui->ringed.on)
		ui_ring_paint(ui);
	entrance_draw(app, ui);
	caption_draw(app, ui);
	if (app->o.kiosk)
		visit_wake(app, ui);
	if (ui->rtl)
		frame_mirror(&app->frame);
}

float app_furthest(const struct frame *f)
{
	return fmaxf(0, f->scroll_height - f->scroll.h);
}

void app_scroll(struct app *app, float px)
{
	app->ui.scroll_at = fminf(fmaxf(0, app->ui.scroll_at + px), app_furthest(&app->frame));
}

/* Scrolls so that what has the focus lies on the visible part of the page, with a little air; what
 * has no room there shows its top. */
static void reveal_focus(struct app *app)
{
	const struct frame *f = &app->frame;
	const struct spot *s = spot_find(f, app->ui.focus);
	float air = ui_px(&app->ui, 2);

	if (!s || !(s->flags & SPOT_SCROLLS) || app_furthest(f) == 0)
		return;
	if (app->screen ==
	    &screen_packs) { /* the row with the focus is the middle one, where there is room */
		app_scroll(app, s->box.y + s->box.h / 2 - f->scroll.y - f->scroll.h / 2);
		return;
	}
	air = fmaxf(0, fminf(air, floorf((f->scroll.h - s->box.h) / 2)));
	float above = f->scroll.y + air - s->box.y;
	float below = s->box.y + s->box.h + air - (f->scroll.y + f->scroll.h);
	if (above > 0)
		app->ui.scroll_at = fmaxf(0, app->ui.scroll_at - above);
	else if (below > 0)
		app->ui.scroll_at =
			fminf(app_furthest(f), app->ui.scroll_at + fminf(below, air - above));
}

/* Draws, and again when the picture itself says that focus or scrolling must move. */
void app_settle(struct app *app)
{
	struct frame *f = &app->frame;
	struct ui *ui = &app->ui;

	entrance_ring(app);
	show(app);
	bool moved = false;
	const struct spot *s = spot_find(f, ui->focus);
	if (!s || s->flags & (SPOT_DISABLED | SPOT_SILENT)) {
		struct action main = NOTHING;
		for (int i = 0; i < f->nspots && main.verb == VERB_NONE; i++)
			if (f->spots[i].flags & SPOT_MAIN)
				main = f->spots[i].action;
		moved = !ui_is(main, ui->focus);
		if (moved)
			app_focus(app, main);
		entrance_ring(app);
	}
	if (ui->scroll_at > app_furthest(f)) {
		ui->scroll_at = app_furthest(f);
		moved = true;
	}
	if (moved)
		show(app);
	if (app->seeking) {
		float before = ui->scroll_at;
		reveal_focus(app);
		if (ui->scroll_at != before)
			show(app);
		app->seeking = false;
	}
	entrance_seen(app);
}

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
	if (app->o.remembers && app_unfinished(app) && !app->attract.plays)
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
	if (!app->ui.wrap || !reserve_packs(app)) {
		app_destroy(app);
		return NULL;
	}
	languages_find(&app->languages, o->library, o->set.language);
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
