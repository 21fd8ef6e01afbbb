/*
 * A keeper with a store that notes down what it is told, fails and can be as slow as a disk.
 */
#ifndef LINESTORE_H
#define LINESTORE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <SDL.h>

#include "keeper.h"
#include "saving.h"

/* ---- a store of lines ---- */

static char told[1 << 17];
static size_t ntold;
static enum store_state opened, checked;
static bool broken;      /* every save fails */
static SDL_sem *held_up; /* a save waits for it; NULL: it doesn't */
static SDL_sem *begun;   /* and tells that it waits */

static void note(const char *format, ...)
{
	va_list rest;

	va_start(rest, format);
	ntold += (size_t)vsnprintf(told + ntold, sizeof(told) - ntold, format, rest);
	va_end(rest);
	assert_true(ntold < sizeof(told));
}

static bool save(void)
{
	if (held_up) {
		SDL_SemPost(begun);
		SDL_SemWait(held_up);
	}
	return !broken;
}

struct store *store_open(const char *path, struct store_report *r)
{
	*r = (struct store_report){.state = opened, .why = "the disk is full"};
	snprintf(r->aside, sizeof(r->aside), "%s.aside", path);
	note("open\n");
	return (struct store *)told;
}

void store_close(struct store *s)
{
	if (s)
		note("close\n");
}

void store_rest(struct store *s)
{
	(void)s;
}

const char *store_error(const struct store *s)
{
	(void)s;
	return "the disk is full";
}

enum store_state store_check(struct store *s, struct store_report *r)
{
	(void)s;
	*r = (struct store_report){.state = checked, .aside = "aside", .why = "malformed"};
	note("check\n");
	return checked;
}

bool store_past(struct store *s, struct past *past)
{
	(void)s;
	past->last = 7;
	return true;
}

bool store_wanted(struct store *s, bool (*see)(void *ctx, const char *path), void *ctx)
{
	(void)s;
	return see(ctx, "three.ini");
}

bool store_interrupted(struct store *s, const struct pack *const *packs, int n,
		       struct interrupted *out)
{
	(void)s;
	(void)packs;
	*out = (struct interrupted){.id = 5};
	return n > 0;
}

int64_t store_begin(struct store *s, const struct game *g, const char *language, struct moment now)
{
	(void)s;
	(void)now;
	note("begin %d%s%s\n", g->deck.n, *language ? " in " : "", language);
	return save() ? 9 : 0;
}

bool store_language(struct store *s, int64_t id, const char *language)
{
	(void)s;
	note("language %d %s\n", (int)id, language);
	return save();
}

/* ---- what a kiosk needs: see test_nights.c ---- */

bool store_leave_interrupted(struct store *s, const struct pack *const *packs, int npacks,
			     struct interrupted *room)
{
	(void)s, (void)packs, (void)npacks, (void)room;
	return true;
}

bool store_day_begins(struct store *s, int minute)
{
	(void)s, (void)minute;
	return true;
}

bool store_forget(struct store *s, struct forgetting *f)
{
	f->done = true;
	return s;
}

bool store_months(struct store *s, bool (*see)(void *ctx, int month), void *ctx)
{
	(void)see, (void)ctx;
	return s;
}

bool store_plays(struct store *s, int month, bool (*see)(void *ctx, const struct play_count *c),
		 void *ctx)
{
	(void)month, (void)see, (void)ctx;
	return s;
}

bool store_replies(struct store *s, int month, bool (*see)(void *ctx, const struct reply_count *c),
		   void *ctx)
{
	(void)month, (void)see, (void)ctx;
	return s;
}

bool store_played(struct store *s, struct moment now, int64_t *plays, int64_t *finished)
{
	(void)now, (void)plays, (void)finished;
	return s;
}

bool store_resume(struct store *s, int64_t id)
{
	(void)s;
	note("resume %d\n", (int)id);
	return save();
}

bool store_moves(struct store *s, int64_t id, const struct game *g, const struct made *made, int n)
{
	(void)s;
	for (int i = 0; i < n; i++)
		note("move %d %d at %d of %d\n", (int)id, made[i].move.op, (int)made[i].move.at_ms,
		     g->at + 10 * (made[i].closed + 1));
	return save();
}

bool store_seen(struct store *s, int64_t id, int64_t at_ms)
{
	(void)s;
	note("seen %d at %d\n", (int)id, (int)at_ms);
	return save();
}

bool store_end(struct store *s, int64_t id, const struct game *g, bool finished, struct moment now)
{
	(void)s;
	(void)now;
	note("end %d %d %d\n", (int)id, g->at, finished);
	return save();
}

bool store_leave(struct store *s, int64_t id, struct moment now)
{
	(void)s;
	note("leave %d at %d\n", (int)id, (int)now.unix_ms);
	return save();
}

bool store_name(struct store *s, int64_t id, int player, const char *name)
{
	(void)s;
	note("name %d %d %s\n", (int)id, player, name);
	return save();
}

bool store_boards(struct store *s, const struct board_key *key, int64_t game, struct moment now,
		  struct boards *out)
{
	(void)s;
	(void)now;
	note("boards %s %d\n", key->mode, (int)game);
	*out = (struct boards){.key = *key, .game = game};
	return save();
}

bool store_board_keys(struct store *s, bool (*see)(void *ctx, const struct board_key *key),
		      void *ctx)
{
	struct board_key last = {.mode = "last"};

	(void)s;
	see(ctx, &last);
	return true;
}

bool store_reset_boards(struct store *s)
{
	(void)s;
	note("reset\n");
	return save();
}

bool store_blank(struct store *s, int64_t game)
{
	(void)s;
	note("blank %d\n", (int)game);
	return save();
}

bool store_note_number(struct store *s, const char *key, int64_t number)
{
	(void)s;
	note("%s is %d\n", key, (int)number);
	return save();
}

int64_t store_noted_number(struct store *s, const char *key, int64_t otherwise)
{
	(void)s;
	(void)key;
	return otherwise;
}

/* ---- a game and a keeper ---- */

static const char PACK[] = "title = Three\n"
			   "[question]\nask = One?\nright = R\nwrong = W\n"
			   "[question]\nask = Two?\nright = R\nwrong = W\n"
			   "[question]\nask = Three?\nright = R\nwrong = W\n";

static struct game game;
static struct past past;
static struct pack *pack;
static struct keeper *keeper;
static SDL_atomic_t woken;

static void wake(void *ctx)
{
	SDL_AtomicAdd(ctx, 1);
}

static void open_keeper(bool threaded)
{
	keeper = keeper_create("/nowhere/db", &past);
	assert_non_null(keeper);
	if (threaded)
		keeper_start(keeper, wake, &woken);
}

static int set_up(void **state)
{
	struct deck d;
	struct diag diag;

	(void)state;
	ntold = 0;
	told[0] = '\0';
	opened = checked = STORE_GOOD;
	broken = false;
	past_init(&past);
	diag_init(&diag, "three.ini");
	SDL_AtomicSet(&woken, 0);
	pack = pack_read(PACK, sizeof(PACK) - 1, "three.ini", &diag);
	assert_non_null(pack);
	diag_finish(&diag);
	deck_deal(&d, &(struct deal){.packs = (const struct pack *const[]){pack},
				     .npacks = 1,
				     .mode = &game_modes[0]});
	game_start(&game, &d,
		   &(struct game_options){.mode = &game_modes[0], .clock_percent = CLOCK_STANDARD},
		   1000);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	keeper_destroy(keeper);
	keeper = NULL;
	pack_drop(pack);
	if (held_up)
		SDL_DestroySemaphore(held_up);
	if (begun)
		SDL_DestroySemaphore(begun);
	held_up = begun = NULL;
	return 0;
}

static void perform(struct effect e)
{
	struct event now = {.unix_ms = 4000};

	keeper_perform(keeper, &e, &game, &now);
}

static void move(enum op op, int index)
{
	perform((struct effect){.kind = EFFECT_MOVE,
				.index = index,
				.value = 100 + index,
				.move = {.op = op, .at_ms = 50}});
}

static void seen(int at_ms)
{
	perform((struct effect){.kind = EFFECT_SEEN, .move.at_ms = at_ms});
}

#endif
