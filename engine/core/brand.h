/*
 * The colours of a kiosk's file in a theme: where they can be seen well enough they take the place
 * of the theme's own, else those stay. How well is told by contrast.
 */
#ifndef BRAND_H
#define BRAND_H

#include "kiosk.h"
#include "theme.h"

/* The least that something has and needs, and what it lies on. */
struct seen {
	double has, needs;
	const char *on;
};

/* Whether the brand's colour can be seen; *worst: what comes nearest to not, or is not. */
bool brand_holds(const struct theme *t, colour brand, struct seen *worst);

/* The same of the main button, and of the words on it. */
bool brand_button_holds(const struct theme *t, colour primary, struct seen *worst);
bool brand_words_hold(const struct theme *t, colour primary, colour onprimary, struct seen *worst);

/* The theme with what holds of the file's. */
struct theme brand_theme(const struct theme *t, const struct kiosk *k);

#endif
