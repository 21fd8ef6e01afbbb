/*
 * What staff find behind the PIN, section by section: each is a column of tiles that scrolls.
 * Private to view/.
 *
 * A section is laid out twice: once for its height, once to be drawn. What lies far out of sight
 * is only measured.
 */
#ifndef OPERATOR_H
#define OPERATOR_H

#include "controls.h"
#include "screens.h"

enum part {
	PART_HEALTH,
	PART_PACKS,
	PART_STICK,
	PART_SOUND,
	PART_BOARDS,
	PART_REPORT,
	PART_DISPLAY,
	PART_LEAVE,
	PARTS
};

enum { WISH = 100000, OPERATOR_ROW = 100 /* VERB_ROW: from here on what only can be read */ };

static inline struct action wish_of(enum operation o, int value) /* from -1 */
{
	return (struct action){VERB_WISH, (int)o * WISH + value + 1};
}

static const float CARD_MM = 85.6f; /* the width of a bank card, ISO/IEC 7810 ID-1 */

struct column {
	const struct app *app;
	struct ui *ui;
	struct rect view;
	float x, y, w;
	bool paint;
	bool first; /* nothing of it has been drawn yet: what comes has the focus */
};

/* Words with an icon before them, and at their end what a press does. */
struct tile {
	enum icon icon;
	colour ink;
	const char *name, *line, *help; /* line, help: NULL or "" for none */
	const char *does;               /* NULL: nothing, it only can be read */
	struct action action;
	bool asks; /* to be pressed twice */
	bool off;  /* it can't be pressed now */
};

void column_tile(struct column *c, const struct tile *b);
void column_row(struct column *c, struct row *r);
void column_text(struct column *c, const char *text);
struct rect column_room(struct column *c, float height); /* for something else */
bool column_shows(const struct column *c, struct rect r);

/* The sections (operatorparts.c, operatorset.c). */
void operator_health(struct column *c);
void operator_packs(struct column *c);
void operator_stick(struct column *c);
void operator_report(struct column *c);
void operator_leave(struct column *c);
void operator_sound(struct column *c);
void operator_boards(struct column *c);
void operator_display(struct column *c);

/* Whether there is more of this under Packs. */
bool operator_leads(const struct health_line *l);

/* Where the second mark is, px from the first. */
float operator_card_px(const struct app *app);

#endif
