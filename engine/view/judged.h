/*
 * What happens when an answer turns out right or wrong, as functions of the time since then: cards
 * move to where the reveal has them, turn, and the panel comes up; a streak sparkles. On a reveal
 * that was there before all of this is over. Private to view/.
 */
#ifndef JUDGED_H
#define JUDGED_H

#include "motion.h"
#include "told.h"

/* The reveal has come up from the question it is about. */
bool judged(const struct app *app);

/* How far what begins after `delay_ms` is, 0 to 1; see motion.h. */
float judged_move(const struct app *app, struct ui *ui, int delay_ms, int ms);
float judged_fade(const struct app *app, struct ui *ui, int delay_ms, int ms);

/* How a choice turns; returns where its card, at rest in r, is on its way. */
struct rect judged_card(const struct app *app, struct ui *ui, const struct told *t, int i,
			struct rect r, struct choice_card *c);

/* The question drawn since the mark, at rest at y; the panel, with what belongs to it, out of the
 * way of cards that are `off` px from where they will be; `alone`: before anything else. */
void judged_ask(const struct app *app, struct ui *ui, struct mark since, float y);
void judged_panel(const struct app *app, struct ui *ui, struct mark since, float off, bool alone);

float judged_tick(const struct app *app, struct ui *ui);   /* how much of a tick is drawn */
float judged_flight(const struct app *app, struct ui *ui); /* how far up the player has climbed */
float judged_over(const struct app *app, struct ui *ui);   /* how dark the stair ahead is */
int judged_points(const struct app *app, struct ui *ui, int points); /* counted up to */

/* How large the chip of a streak is, 1 at rest; the sparks that fly from its edge. */
float judged_streak(const struct app *app, struct ui *ui);
void judged_sparks(const struct app *app, struct ui *ui, struct rect chip);

/* What is heard of it: when it turns out, and when the climb begins. */
void judged_enter(struct app *app);
void judged_tock(struct app *app);

#endif
