/*
 * The access options as a bar of tiles, below what a kiosk's visitor plays with. Private to view/.
 *
 * In windows too small for it there is none: the page of the pause has the same.
 */
#ifndef ACCESSBAR_H
#define ACCESSBAR_H

#include "access.h"
#include "ui.h"

struct accessbar {
	int n; /* 0: there is none */
	struct access_choice c[ACCESSES];
	int columns;
	struct style word;
	struct rect tile; /* the first, from the bar's corner */
	float gap;
	float w, h; /* of the whole bar, px */
	float room; /* and with the air and the line above it */
	bool ruled; /* a line sets it apart */
	bool bare;  /* icons alone: words have no room */
};

/* Below the rest and as wide, no higher than `most` with its air, where that can be; or, beside
 * something that leaves this width, in the same row. */
struct accessbar accessbar_fit(const struct app *app, struct ui *ui, float width, float most);
struct accessbar accessbar_beside(const struct app *app, struct ui *ui, float width);

/* At the bottom of a box; one beside something at its end. */
void accessbar_draw(struct ui *ui, const struct accessbar *bar, struct rect r);

#endif
