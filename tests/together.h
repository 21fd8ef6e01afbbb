/*
 * A game of several on the stage: how it is set up, and steps of it.
 */
#ifndef TOGETHER_H
#define TOGETHER_H

#include "screens.h"
#include "stage.h"

/* Two topics of twenty statements each, all true. */
static inline void add_statements(void)
{
	static char ini[8192];
	char *p = ini + sprintf(ini, "title = Statements\norder = file\n");

	for (int i = 0; i < 40; i++)
		p += sprintf(p, "%s[question]\nask = Statement %d.\nanswer = true\n",
			     i == 0    ? "[topic Stairs]\n"
			     : i == 20 ? "[topic The handrails of very old houses]\n"
				       : "",
			     i + 1);
	add_pack(ini);
}

static inline struct app_options options_together(const char *mode, enum party party, int n)
{
	struct app_options o = options();

	o.mode = game_mode(mode);
	o.party = party;
	o.nplayers = n;
	return o;
}

/* Names of their forty bytes, in several hands. */
static inline void name_long(void)
{
	static const char *const names[GAME_PLAYERS] = {"Wolfeschlegelsteinhausenbergerdorff-Sen",
							"Ada, Countess of Lovelace and her horse",
							"نور الدين محمد عبد الر",
							"アレクサンドラ・コンス",
							"Βασίλειος Παπαδόπου",
							"MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
							"กรุงเทพมหานค",
							"I"};

	for (int i = 0; i < GAME_PLAYERS; i++)
		snprintf(app->seats[i].name, GAME_NAME, "%s", names[i]);
}

static inline void name_short(void)
{
	static const char *const names[GAME_PLAYERS] = {"Ada", "Ben",  "Mina", "Tomasz",
							"Zoe", "Finn", "Ravi", "Lou"};

	for (int i = 0; i < GAME_PLAYERS; i++)
		snprintf(app->seats[i].name, GAME_NAME, "%s", names[i]);
}

/* One question: whoever's turn it is, or `player` with a buzzer, answers after a second. */
static inline void take_turn(int player, bool right)
{
	if (strcmp(app_frame(app)->screen, "players") == 0)
		key(KEY_ENTER);
	assert_screen("question");
	wait_ms(1000);
	if (app->game.turn < 0)
		app_move(app, OP_BUZZ, 1u << player, now_ms);
	uint32_t all = (1u << game_asked(&app->game)->nshown) - 1,
		 set = game_asked(&app->game)->right;
	app_move(app, OP_ANSWER, right ? set : all & ~set, now_ms);
	if (app->game.phase == PHASE_ASKING) /* nobody else tries */
		app_move(app, OP_SKIP, 0, now_ms);
}

static inline void go_on(void)
{
	app_next(app);
	wait_ms(0);
}

#endif
