/* The modes, each a row. */
#include "game.h"

#include <string.h>

#define ONE(l) (1u << LIFELINE_##l)
#define ALL    (ONE(FIFTY) | ONE(SWAP) | ONE(TIME) | ONE(HINT))

const struct mode game_modes[] = {
	{.id = "climb",
	 .name = "Climb",
	 .line = "Every right answer is one floor up",
	 .again = "Climb again",
	 .first = true,
	 .together = true,
	 .lifelines = ALL},
	{.id = "one-take",
	 .name = "One Take",
	 .line = "One wrong answer ends the run",
	 .again = "New take",
	 .first = true,
	 .wrong_ends = true,
	 .together = true,
	 .lifelines = ONE(HINT)},
	{.id = "sprint",
	 .name = "Sprint",
	 .line = "As many as you can in two minutes",
	 .again = "Sprint again",
	 .whole_ms = 120000,
	 .questions = PACK_DRAW,
	 .lifelines = ONE(HINT)},
	{.id = "study",
	 .name = "Study",
	 .line = "No clock, no points; what was wrong comes back",
	 .again = "Study again",
	 .returns = true,
	 .pointless = true,
	 .lifelines = ONE(HINT)},
	{.id = "daily",
	 .name = "Daily",
	 .line = "The same ten questions for everyone, new each day",
	 .again = "Once more",
	 .daily = true,
	 .questions = 10,
	 .lifelines = ONE(HINT)},
	{.id = "rounds",
	 .name = "Rounds",
	 .line = "A pack or a topic a round, the standings between",
	 .again = "Play again",
	 .together = true,
	 .rounds = true,
	 .lifelines = ALL},
	{0},
};

const struct mode *game_mode(const char *id)
{
	for (const struct mode *m = game_modes; m->id; m++)
		if (strcmp(m->id, id) == 0)
			return m;
	return NULL;
}
