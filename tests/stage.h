/*
 * What the tests of the screens share: an app with packs from strings, a measure of fixed widths,
 * and hands to press with. No file, no font, no clock.
 */
#ifndef STAGE_H
#define STAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app.h"
#include "utf8.h"

static struct app *app;
static struct library library;
static struct entry entries[40];
static int64_t now_ms;

/* Every character is .55 em wide. */
static float fixed_width(void *ctx, enum face face, float px, float tracking, const char *s,
			 size_t n)
{
	(void)ctx;
	(void)face;
	return (float)utf8_length(s, n) * (px * .55f + tracking);
}

/* Where packs that have pictures say they are. */
static const char *stage_folder = ".";

static inline void add_pack(const char *ini)
{
	char path[512];
	struct entry *e = &entries[library.n++];

	snprintf(path, sizeof path, "%s/pack-%d.ini", stage_folder, library.n);
	memset(e, 0, sizeof *e);
	e->path = strdup(path);
	diag_init(&e->diag, e->path);
	e->pack = pack_read(ini, strlen(ini), e->path, &e->diag);
	library.entries = entries;
}

/* Screens at rest: what moves is test_motion's. */
static struct app_options options(void)
{
	struct settings set = settings_default();

	set.motion = MOTION_NONE;
	return (struct app_options){
		.library = &library,
		.measure = {.width = fixed_width},
		.set = set,
		.packs_folder = "~/quiz",
		.mode = &game_modes[0],
		.seed = 7,
		.w = 1280,
		.h = 720,
	};
}

static void open_app(struct app_options o)
{
	struct event first = {.kind = EVENT_TICK, .at_ms = now_ms = 1000};

	app = app_create(&o, &first);
	assert_non_null(app);
}

static inline int close_app(void **state)
{
	(void)state;
	app_destroy(app);
	app = NULL;
	for (int i = 0; i < library.n; i++) {
		pack_drop(entries[i].pack);
		diag_finish(&entries[i].diag);
		free(entries[i].path);
	}
	memset(&library, 0, sizeof library);
	stage_folder = ".";
	return 0;
}

static bool step(struct event ev)
{
	ev.at_ms = now_ms;
	return app_step(app, &ev);
}

/* What the last step asks for of this kind; NULL: nothing. */
static inline const struct effect *effect_of(enum effect_kind kind)
{
	const struct effect *e;
	int n = app_effects(app, &e);

	for (int i = 0; i < n; i++)
		if (e[i].kind == kind)
			return &e[i];
	return NULL;
}

static inline bool key(int k)
{
	return step((struct event){.kind = EVENT_KEY, .key = k});
}

static void wait_ms(int64_t ms)
{
	now_ms += ms;
	step((struct event){.kind = EVENT_TICK});
}

static inline void click_at(float x, float y, bool touch)
{
	step((struct event){.kind = EVENT_DOWN, .x = x, .y = y, .touch = touch, .held = true});
	step((struct event){.kind = EVENT_UP, .x = x, .y = y, .touch = touch});
}

static void press(const char *label)
{
	float x, y;
	bool on_page;

	if (!app_find(app, label, &x, &y, &on_page))
		fail_msg("nothing on the screen %s is labelled %s", app_frame(app)->screen, label);
	click_at(x, y, false);
}

static inline void resize(int w, int h)
{
	step((struct event){.kind = EVENT_SIZE, .x = (float)w, .y = (float)h});
}

#define assert_screen(name) assert_string_equal(app_frame(app)->screen, name)
#define assert_says(s)      assert_true(frame_says(app_frame(app), s))
#define assert_says_not(s)  assert_false(frame_says(app_frame(app), s))

/* The label of a right, or a wrong, choice on the screen now. */
static const char *choice(bool right)
{
	const struct game *g = app_game(app);
	const struct asked *a = game_asked(g);

	for (int i = 0; i < a->nshown; i++)
		if ((a->right >> i & 1) == right)
			return game_choice(g, i)->text.s;
	return NULL;
}

static inline void answer(bool right)
{
	press(choice(right));
	wait_ms(900);
	assert_screen("reveal");
}

/* The box of the ring that is shown; none: of no width. */
static inline struct rect ring(void)
{
	const struct frame *f = app_frame(app);

	for (int i = f->nitems - 1; i >= 0; i--) {
		const struct item *b = &f->items[i];
		if (b->kind == ITEM_BOX && b->fill == 0 && b->width > 1 &&
		    (b->border & 0xFFFFFF) == (f->theme->focus & 0xFFFFFF))
			return b->box;
	}
	return (struct rect){0};
}

/* The last step let this be heard. */
static inline bool heard(enum cue cue)
{
	const struct effect *e;
	int n = app_effects(app, &e);

	for (int i = 0; i < n; i++)
		if (e[i].kind == EFFECT_CUE && e[i].index == (int)cue)
			return true;
	return false;
}

#endif
