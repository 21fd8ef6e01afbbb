/* What is said in the terminal: of a question (texttell.c), of the game (textgame.c). Private to
 * the text*.c files. */
#ifndef TEXTTELL_H
#define TEXTTELL_H

#include "textplayer.h"

/* Nothing is said of a text that is not there. */
void tell(struct text_player *p, const char *label, const char *text);

void tell_mode(struct text_player *p);     /* what is played, where it is not the usual mode */
void tell_resumed(struct text_player *p);  /* where the game stands */
void tell_round(struct text_player *p);    /* a new one, and how all stand */
void tell_turn(struct text_player *p);     /* whose it is */
void tell_question(struct text_player *p); /* as it is now, with what is left of its time */
void tell_input(struct text_player *p);    /* what can be typed */
void tell_help(struct text_player *p, enum lifeline l); /* what it brought */
void tell_reveal(struct text_player *p);
void tell_share(struct text_player *p, int at);      /* how many had the question right */
int text_share(const struct text_player *p, int at); /* percent; -1: too few to say */
void tell_end(struct text_player *p);                /* what there is to say of the whole game */
void tell_score(struct text_player *p);              /* the last line */

#endif
