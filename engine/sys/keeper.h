/*
 * The store on a thread of its own, so that no frame waits for a disk. Under a script it works in
 * line: keeper_create without keeper_start.
 *
 * The app's effects of memory go in, each with a copy of the game where it needs one, into a queue
 * of bounded length whose memory is there from the start. What came of them comes out as events, in
 * their order. The caller never waits: where the disk hangs so long that the queue is full, where
 * the clock stood is forgotten first, then what comes is refused, and that is said once; of a game
 * of which a move was refused only its end is kept. What is in the queue when the keeper is
 * destroyed is done first.
 *
 * What could not be kept waits and is kept with what comes next (saving.h); an answer of it was
 * told as not kept all the same.
 */
#ifndef KEEPER_H
#define KEEPER_H

#include "app.h"
#include "kiosk.h"
#include "store.h"

struct keeper;

/* For the store at this path, which must live as long ("": there is no home to keep one in); what
 * is known of questions is read into `past`, which is the caller's again once keeper_read has come
 * back. NULL: memory is short. */
struct keeper *keeper_create(const char *path, struct past *past);
void keeper_destroy(struct keeper *k); /* NULL is fine */

/*
 * It is a kiosk's: days begin when its file says, each night the report is written and what is too
 * old is forgotten, and an operator's wishes that concern the store are done. Its words for
 * questions are those of the library, which is looked at by the caller's thread alone; `data` is
 * the folder of what is kept. Before the store is open.
 */
void keeper_attend(struct keeper *k, const struct kiosk *kiosk, const struct library *library,
		   const char *data);

/* Whether it does this wish of an operator. */
bool keeper_does(const struct keeper *k, enum operation o);

/* Closes as left what a crash interrupted, and as finished what was over. */
void keeper_leave_interrupted(struct keeper *k);

/* Time went by: begins what is due each night. Whoever has nothing else to wait for calls it once
 * in a while. */
void keeper_tick(struct keeper *k, const struct event *now);

/* From now on there is a thread, which opens the store and calls wake when there is an answer.
 * Where there is none to be had it is done in line. */
void keeper_start(struct keeper *k, void (*wake)(void *ctx), void *ctx);

/* Waits until the store is open and the past is read. What is wrong with the memory, in words
 * without a path and a full stop; NULL: nothing. */
const char *keeper_read(struct keeper *k);

/* Of a kiosk: from now on the PIN of this hash is tried here (see guard.h). Its state is
 * what it has kept of itself. Both wait. */
void keeper_guard(struct keeper *k, const char *pin);
struct kiosk_state keeper_state(struct keeper *k);

/* What the program knows of itself; EFFECT_HEALTH adds it to what the machine (checkup.h) and
 * today's plays are like. */
void keeper_know(struct keeper *k, const struct health *known);

/* Whether there is a store that keeps. */
bool keeper_keeps(const struct keeper *k);

/* The files of the packs of games that were interrupted; false: stop. */
void keeper_wanted(struct keeper *k, bool (*see)(void *ctx, const char *path), void *ctx);

/* The game that was interrupted, rebuilt from these packs; NULL: none. Until the next call. */
const struct interrupted *keeper_interrupted(struct keeper *k, const struct pack *const *packs,
					     int npacks);

/* Has what is remembered told as EVENT_MEMORY, where there is something to tell: that game, unless
 * it is gone on with already, or what is wrong with the memory. */
void keeper_offer(struct keeper *k, bool interrupted);

/* Has the whole file looked through; EVENT_MEMORY where it is not sound. */
void keeper_check(struct keeper *k);

void keeper_perform(struct keeper *k, const struct effect *e, const struct game *g,
		    const struct event *now);
bool keeper_answer(struct keeper *k, struct event *answer); /* one that is due; until the next */

/* What there is to say on standard error, each thing once; NULL: nothing new. Until the next. */
const char *keeper_note(struct keeper *k);

#endif
