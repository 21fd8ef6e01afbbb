/*
 * A walk through every screen with one pack, and every state that its pages have: `look` is called
 * at each. A new screen is one more row of `pages`, or one more step of a question.
 */
#ifndef WALK_H
#define WALK_H

#include "screens.h"
#include "stage.h"

static inline void go_to_packs(void)
{
	key('1');
}

static inline void go_to_setup(void)
{
	key('1');
	press("Set up");
}

static inline void go_to_display(void)
{
	key(KEY_F1);
}

static inline void go_to_sound(void)
{
	go_to_display();
	press("Sound");
}

static inline void go_to_timing(void)
{
	go_to_display();
	press("Timing");
}

static inline void go_to_language(void)
{
	go_to_display();
	press("Language");
}

static inline void go_to_join(void)
{
	press("Pass & Play");
	press("Buzzers");
	press("More players");
}

static inline void go_to_seat(void)
{
	go_to_join();
	press("Player 3");
}

static inline void go_to_hand(void)
{
	go_to_seat();
	press("Press another");
}

static inline void go_to_mistakes(void)
{
	key('1');
	press("Mistaken");
}

static inline void go_to_modes(void)
{
	key('3');
}

static inline void go_to_no_scores(void)
{
	press("High scores");
}

/* With a memory, for as long as the page is shown. */
static inline void go_to_scores(void)
{
	static struct boards boards;

	for (int s = 0; s < SPANS; s++)
		for (int i = 0; i < BOARD_ROWS; i++)
			boards.span[s].row[i] = (struct board_row){"WWW", 12345, 12 - i,
								   .place = i + 1, .mine = i == 3};
	boards.span[SPAN_EVER].n = BOARD_ROWS;
	snprintf(boards.key.mode, sizeof boards.key.mode, "%s", game_modes[0].id);
	app->o.remembers = true;
	press("High scores");
	step((struct event){.kind = EVENT_BOARDS, .boards = &boards});
}

/* From home; Escape leads back there. */
static const struct {
	const char *screen;
	void (*go)(void);
} pages[] = {
	{"home", NULL},
	{"packs", go_to_packs},
	{"modes", go_to_modes},
	{"scores", go_to_no_scores},
	{"scores", go_to_scores},
	{"setup", go_to_setup},
	{"broken", go_to_mistakes},
	{"join", go_to_join},
	{"join", go_to_seat},
	{"join", go_to_hand},
	{"settings", go_to_display},
	{"settings", go_to_sound},
	{"settings", go_to_timing},
	{"settings", go_to_language},
};

static inline void walk_pages(void (*look)(void))
{
	for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
		if (pages[i].go)
			pages[i].go();
		assert_screen(pages[i].screen);
		look();
		for (int k = 0; k < 9 && strcmp(app_frame(app)->screen, "home") != 0; k++)
			key(KEY_ESCAPE);
		assert_screen("home");
		app->o.remembers = false;
	}
}

/* Selects as many as are wanted, among them all that are right, or the first that are not. */
static inline void select_answer(bool right)
{
	const struct asked *a = game_asked(app_game(app));
	int left = a->need;

	for (int i = 0; i < a->nshown && left > 0; i++)
		if ((a->right >> i & 1) == right || (!right && left > a->nshown - i - 1)) {
			key('1' + i);
			left--;
		}
}

static inline void walk_question(int n, void (*look)(void))
{
	look();
	if (n == 0) {
		key(KEY_ESCAPE);
		assert_screen("pause");
		look();
		key(KEY_ESCAPE);
	}
	if (n == 2) { /* nobody answers */
		wait_ms(1000000);
	} else {
		key('h');
		if (n == 0) { /* lifelines used, choices removed */
			key('7');
			key('9');
			look();
		}
		select_answer(n != 1);
		look();
		key(KEY_ENTER);
		assert_says("Locked in");
		look();
		wait_ms(900);
	}
	assert_screen("reveal");
	look();
	key(KEY_ENTER);
}

static inline void walk_game(void (*look)(void))
{
	key('1');
	key(KEY_ENTER);
	for (int n = 0; strcmp(app_frame(app)->screen, "question") == 0; n++)
		walk_question(n, look);
	assert_screen("results");
	look();
	key(KEY_UP);
	look();
	key(KEY_ENTER);
	assert_screen("reveal");
	look();
}

/* One press of these players together. */
static inline void walk_buzz(unsigned players)
{
	app->neffects = 0;
	app->screen->act(app, (struct action){VERB_BUZZ, (int)players}, BY_KEY);
	wait_ms(0);
}

static inline void be_ready(void)
{
	for (int k = 0; k < 3 && strcmp(app_frame(app)->screen, "question") != 0; k++)
		key(KEY_ENTER);
	assert_screen("question");
}

/* With buzzers a single choice counts at once. */
static inline void walk_give(bool right)
{
	bool several = game_asked(app_game(app))->need > 1;

	select_answer(right);
	if (several)
		key(KEY_ENTER);
	wait_ms(0);
}

/* Free, taken after a tie, free again with a choice removed, and answered by another. */
static inline void walk_buzzers(void (*look)(void))
{
	be_ready();
	look();
	walk_buzz(0xFF);
	look();
	int first = app_game(app)->turn;
	walk_give(false);
	if (strcmp(app_frame(app)->screen, "question") == 0) {
		look();
		walk_buzz(1u << (first + 1) % 8);
		look();
		walk_give(true);
	}
	assert_screen("reveal");
	look();
}

/* One question, wrong. */
static inline void walk_answer(void (*look)(void))
{
	be_ready();
	look();
	select_answer(false);
	key(KEY_ENTER);
	wait_ms(900);
	assert_screen("reveal");
	look();
}

/* A game of another mode, or of several players. */
static const struct {
	const char *mode;
	int nplayers;
	enum party party;
	void (*go)(void (*look)(void));
} games[] = {
	{"climb", 8, PARTY_BUZZERS, walk_buzzers}, {"climb", 2, PARTY_TURNS, walk_answer},
	{"sprint", 1, PARTY_TURNS, walk_answer},   {"study", 1, PARTY_TURNS, walk_answer},
	{"daily", 1, PARTY_TURNS, walk_answer},    {"rounds", 1, PARTY_TURNS, walk_answer},
};

static inline void walk_games(const char *ini, struct app_options o, void (*look)(void))
{
	for (size_t i = 0; i < sizeof games / sizeof games[0]; i++) {
		add_pack(ini);
		o.straight = true;
		o.mode = game_mode(games[i].mode);
		o.nplayers = games[i].nplayers;
		o.party = games[i].party;
		open_app(o);
		games[i].go(look);
		close_app(NULL);
	}
}

/* All of it, with this pack, under these options. */
static inline void walk(const char *ini, struct app_options o, void (*look)(void))
{
	add_pack(ini);
	add_pack("title = Mistaken\ntitle.ar = خطأ\n[question]\nask = Q?\nrihgt = R\nwrong = W\n"
		 "[question]\nask = Right?\nright = Yes\nwrong = No\n");
	o.set.motion = MOTION_NONE;
	open_app(o);
	walk_pages(look);
	walk_game(look);
	close_app(NULL);
	walk_games(ini, o, look);
}

#endif
