/*
 * Names by letters: a pad of them in the order of the alphabet, for keys, pads and fingers, and
 * what is typed on a keyboard. Private to view/.
 *
 * A screen that asks for a name says where it goes when it begins to (letters_begin), draws the pad
 * (its spots have VERB_LETTER, as what is typed has) and passes VERB_LETTER and VERB_DELETE on.
 * Initials are three characters, in capitals; a name has as many as there is room for.
 */
#ifndef LETTERS_H
#define LETTERS_H

#include "screens.h"

enum { INITIALS = 3 };

/*
 * From now on, until another screen, what is typed goes into this; most: characters, all in
 * capitals; 0: a name. What stands there is offered: the first letter typed begins anew. The
 * alphabet is that of a language, a BCP 47 tag that stays where it is; NULL: Latin.
 */
void letters_begin(struct app *app, char into[GAME_NAME], int most, const char *language);

/* VERB_LETTER, from the pad or a keyboard; false: it is no part of a name, or has no room.
 * VERB_DELETE. */
bool letters_add(struct app *app, int c);
void letters_delete(struct app *app);

bool letters_full(const struct app *app);

/* The pad fills r, in rows of seven. */
void letters_draw(const struct app *app, struct ui *ui, struct rect r);

/* Its first letter: where the focus begins. */
int letters_start(const struct app *app);

/* The alphabet of a language, one by one from 0; those of names alone. */
int letters_count(const char *language);
uint32_t letters_at(const char *language, int i);

/* Bytes of the first character of a name. */
int letters_first(const char *s);

#endif
