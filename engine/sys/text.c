#include "text.h"

#include <stdlib.h>
#include <unistd.h>

#include "textkeep.h"
#include "textread.h"
#include "texttell.h"

static void look_at_clock(struct text_player *p)
{
	p->now_ms = p->o->now_ms(p->o->clock);
}

/* A lifeline that was asked for; a hint that was had is told again. */
static void help(struct text_player *p, enum lifeline l)
{
	if (game_can(&p->game, l))
		keep_move(p, OP_HELP, (uint32_t)l);
	tell_help(p, l);
}

static void take(struct text_player *p, const struct saying *s)
{
	if (s->what == SAID_ANSWER)
		keep_move(p, OP_ANSWER, s->positions);
	else if (s->what == SAID_HELP)
		help(p, s->lifeline);
	if (*s->why)
		tell(p, "", s->why);
	if (s->what == SAID_NOTHING)
		tell_input(p);
}

/* Reads until the question is answered or its time is over; false: the player leaves. */
static bool read_until_answered(struct text_player *p)
{
	while (p->game.phase == PHASE_ASKING) {
		if (!text_read_line(p))
			return false;
		look_at_clock(p);
		struct saying s = text_understand(p);
		if (s.what == SAID_QUIT)
			return false;
		if (game_due(&p->game, p->now_ms)) /* what is said too late has no effect */
			keep_move(p, OP_TICK, 0);
		else
			take(p, &s);
	}
	return true;
}

/* Several at one keyboard pass it on; a pipe is not passed. False: the player leaves. */
static bool get_ready(struct text_player *p)
{
	if (p->game.phase != PHASE_WAITING)
		return true;
	if (p->game.nplayers > 1) {
		tell_turn(p);
		if (p->prompt && (!text_read_line(p) || text_understand(p).what == SAID_QUIT))
			return false;
	}
	look_at_clock(p);
	keep_move(p, OP_READY, 0);
	return true;
}

/* From the question as it is to the end of the game; false: the player leaves. */
static bool play(struct text_player *p)
{
	const struct game *g = &p->game;

	for (;;) {
		if (g->phase == PHASE_ASKING || g->phase == PHASE_WAITING) {
			if (game_round_begins(g))
				tell_round(p);
			if (!get_ready(p))
				return false;
			tell_question(p);
			if (!read_until_answered(p))
				return false;
		}
		if (g->phase == PHASE_OVER) {
			tell(p, "", "Time is over.");
			fputc('\n', p->o->out);
			return true;
		}
		tell_reveal(p);
		look_at_clock(p);
		keep_move(p, OP_NEXT, 0);
		if (g->phase == PHASE_OVER)
			return true;
	}
}

/* False: there is nothing to ask. */
static bool begin(struct text_player *p)
{
	const struct text_options *o = p->o;
	struct game_options game = o->game;
	struct deck deck;

	if (game.mode->daily && !o->repeatable)
		game.seed = (uint64_t)moment_day(o->now(o->clock));
	for (int i = 0; i < game.nplayers && game.nplayers > 1; i++)
		if (!*game.seats[i].name)
			snprintf(game.seats[i].name, sizeof(game.seats[i].name), "Player %d",
				 i + 1);
	game_deal(&deck, &game,
		  &(struct source){.packs = o->packs,
				   .npacks = o->npacks,
				   .wanted = o->questions,
				   .past = o->past,
				   .repeatable = o->repeatable});
	if (deck.n == 0)
		return false;
	look_at_clock(p);
	game_start(&p->game, &deck, &game, p->now_ms);
	keep_begin(p);
	tell_mode(p);
	return true;
}

static void resume(struct text_player *p)
{
	look_at_clock(p);
	keep_resume(p);
	tell_mode(p);
	tell_resumed(p);
}

int text_play(const struct text_options *o)
{
	struct text_player p = {.o = o};
	const char *no_colour = getenv("NO_COLOR");

	p.colour = o->width > 0 && !(no_colour && *no_colour);
	p.prompt = o->width > 0 && isatty(fileno(o->in));
	prose_init(&p.prose, o->out, o->width);
	if (o->resume)
		resume(&p);
	if (o->resume || begin(&p)) {
		bool kept = !play(&p) && keep_left(&p);
		tell_end(&p);
		if (kept)
			tell(&p, "", "This game is kept: --resume goes on with it.");
	}
	tell_score(&p);
	fflush(o->out);
	prose_finish(&p.prose);
	free(p.line);
	return 0;
}
