/*
 * The pictures of a pack on the glass: in their box, as a choice, and over the whole window.
 * Private to view/.
 *
 * A picture is drawn whole within its box. The app asks for pictures by EFFECT_PICTURE and is told
 * by EVENT_PICTURE how large they are, and which of them can't be shown; those say in words what
 * they would show.
 */
#ifndef PICTURE_H
#define PICTURE_H

#include "screens.h"

/* What app->zoomed and the argument of VERB_ZOOM say: 0 is nothing. */
enum { ZOOM_QUESTION = 1, ZOOM_CHOICE = 2 /* and the choice's position */ };

struct picture picture_of(const struct app *app, int question); /* path NULL: it has none */
struct choices choices_of(const struct app *app, int question);

/* Asks for all pictures of one question of the game; none where there is no such question. */
void picture_ask(struct app *app, int question);
void picture_ask_again(struct app *app); /* for those on the screen, after the window's size */
void picture_forget(struct app *app);    /* what could not be shown may be tried again */
void picture_answer(struct app *app, const struct event *ev);

/* How high a box of this width may be and hold nothing but the picture: `most` while its size is
 * not known. */
float picture_height(const struct picture *p, float width, float most);

/* The picture of a question with its zoom button, whose key is z. */
void picture_draw(struct ui *ui, struct rect box, const struct picture *p);

/* What stands below it on the reveal: whose it is. Returns its height; 0 without. */
float picture_credit(struct ui *ui, struct rect box, const char *credit, bool paint);

/* The picture that is zoomed, over the whole window. Returns where a clock goes, if there is one.
 */
struct rect picture_zoom(const struct app *app, struct ui *ui, int question, bool clock);
void picture_zoom_to(struct app *app, int which); /* 0: back to the page */

#endif
