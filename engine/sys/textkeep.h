/*
 * The moves of a game in the terminal, each kept before anything is said of it. Private to the
 * text*.c files.
 *
 * Where the store fails, that is said, and what it lacks waits for it (saving.h).
 */
#ifndef TEXTKEEP_H
#define TEXTKEEP_H

#include "textplayer.h"

void keep_begin(struct text_player *p);                          /* p->game has begun */
void keep_resume(struct text_player *p);                         /* o->resume is gone on with */
void keep_move(struct text_player *p, enum op op, uint32_t arg); /* makes it, at p->now_ms */
void keep_seen(struct text_player *p);                           /* the clock goes on */
bool keep_left(
	struct text_player *p); /* it was not played to its end; true: it can be gone on with */

#endif
