/*
 * A kiosk as a visitor finds it, on the stage: packs, and the ways to its screens.
 */
#ifndef VISITED_H
#define VISITED_H

#include "screens.h"
#include "stage.h"

#define QUESTION(n, more)                                                                          \
	"[question q" n "]\nask = Question " n "?\n" more "right = Right " n "\nwrong = Wrong " n  \
	"\nwrong = Other " n "\n"

static const char *const PACK = "title = One\nid = one\nlanguage = en\n" QUESTION("1", "")
	QUESTION("2", "") QUESTION("3", "");
static const char *const OTHER = "title = Two\nid = two\n" QUESTION("4", "") QUESTION("5", "");
static const char *const BROKEN = "title = Broken\n[question]\nask = Q?\n";
static const char *const HEARD =
	"title = Sound\nid = sound\n[question s]\nask = What is it?\naudio = inner/a.ogg\nalt = A "
	"bell.\n"
	"right = A bell\nwrong = A cat\n[question t]\nask = Then?\nright = Yes\nwrong = No\n";

static struct kiosk kiosk;

static inline struct app_options visited(void)
{
	struct app_options o = options();

	kiosk = kiosk_default();
	strcpy(kiosk.pin, "$7$hash");
	o.kiosk = &kiosk;
	o.remembers = true;
	return o;
}

static inline void open_kiosk(void)
{
	add_pack(PACK);
	open_app(visited());
	wait_ms(1000);
}

static inline void start(void)
{
	wait_ms(ATTRACT_REST_MS);
	step((struct event){.kind = EVENT_DOWN, .x = 640, .y = 360, .touch = true, .held = true});
	step((struct event){.kind = EVENT_UP, .x = 640, .y = 360, .touch = true});
	if (strcmp(app_frame(app)->screen, "attract") == 0)
		key(KEY_ENTER);
}

/* Nobody is hurried. */
static inline void start_without_clock(void)
{
	struct app_options o = visited();

	add_pack(PACK);
	o.set.clock_percent = CLOCK_OFF;
	open_app(o);
	wait_ms(1000);
	start();
}

/* One after the other, as a hand does it. */
static inline void hit(int k)
{
	wait_ms(200);
	key(k);
}

static inline int saved(void)
{
	const struct effect *e;
	int n = app_effects(app, &e), number = -1;

	for (int i = 0; i < n; i++)
		if (e[i].kind == EFFECT_MOVE && e[i].index >= 0)
			number = e[i].value;
	return number;
}

/* Locked in, kept, seen. */
static inline void give(bool right)
{
	press(choice(right));
	wait_ms(900);
	int number = saved();
	if (number >= 0)
		step((struct event){.kind = EVENT_SAVED, .index = 1, .number = number});
	assert_screen("reveal");
	wait_ms(REVEAL_REST_MS);
}

static inline void finish(void)
{
	while (strcmp(app_frame(app)->screen, "question") == 0) {
		give(true);
		hit(KEY_ENTER);
	}
	assert_screen("results");
}

static inline bool did(enum effect_kind kind, int value)
{
	const struct effect *e;
	int n = app_effects(app, &e);

	for (int i = 0; i < n; i++)
		if (e[i].kind == kind && e[i].value == value)
			return true;
	return false;
}

static inline void go_results(void)
{
	start();
	finish();
	wait_ms(RESULTS_REST_MS);
}

static inline void go_scores(void)
{
	static struct boards boards;

	go_results();
	boards.key = board_key_of(app_game(app));
	struct board *board = &boards.span[kiosk_span(&kiosk)];
	board->n = board->place = 1;
	board->row[0] = (struct board_row){"", 100, 3, .place = 1, .mine = true};
	step((struct event){.kind = EVENT_BOARDS, .boards = &boards});
	press("Enter initials");
}

static inline void down(float x, float y)
{
	step((struct event){.kind = EVENT_DOWN, .x = x, .y = y, .touch = true, .held = true});
}

static inline void up(float x, float y)
{
	step((struct event){.kind = EVENT_UP, .x = x, .y = y, .touch = true});
}

#endif
