/*
 * The access options as a bar of tiles, below what a kiosk's visitor plays with. Private to view/.
 *
 * In windows too small for it a question has none: the page of the pause has the same. What comes
 * before and after a game has no pause: there its icons stand in the head.
 */
#ifndef ACCESSBAR_H
#define ACCESSBAR_H

#include "access.h"
#include "ui.h"

struct accessbar {
	int n; /* 0: there is none */
	struct access_choice c[ACCESSES + 1];
	int columns;
	struct style word;
	struct rect tile; /* the first, from the bar's corner */
	float gap;
	float w, h; /* of the whole bar, px */
	float room; /* and with the air and the line above it */
	bool ruled; /* a line sets it apart */
	bool bare;  /* icons alone: words have no room */
	bool back;  /* the first leads back, and stands at the start */
	struct rect page;
};

/* Whether a page of this window has one. */
bool accessbar_is(const struct app *app, const struct ui *ui);

/* Below the rest and as wide; or in the same row, as wide as it needs. */
struct accessbar accessbar_below(const struct app *app, struct ui *ui, float width, bool bare);
struct accessbar accessbar_beside(const struct app *app, struct ui *ui, float width, bool bare);

/* Below the rest, its words given up where it would be higher than `most` with its air. */
struct accessbar accessbar_fit(const struct app *app, struct ui *ui, float width, float most);

/*
 * That of a page that is no page of a game, where it has one: takes its room from the stage, or
 * from the end of the head. What leads back is its first tile then, and the head has none. It is
 * drawn after the page.
 */
struct accessbar accessbar_of_page(const struct app *app, struct ui *ui);
void accessbar_page_draw(struct ui *ui, const struct accessbar *bar);

/* At the bottom of a box; one beside something at its end. */
void accessbar_draw(struct ui *ui, const struct accessbar *bar, struct rect r);

#endif
