/*
 * Colours by role. Roles never mix: brand is progress and the primary action, focus is focus, time
 * is time and locked, ok is right, bad is wrong. Colours are 0xAARRGGBB, straight alpha.
 */
#ifndef THEME_H
#define THEME_H

#include <stdbool.h>
#include <stdint.h>

typedef uint32_t colour;

struct theme {
	const char *id, *name;
	colour bg0, bg1; /* the ground: bg1 at the top, bg0 below */
	colour surface, surface2, focusfill, border, hair;
	colour text, text2, text3, ink;
	colour brand, focus, onfocus, time, lock, onlock, lockline;
	colour ok, onok, bad, badfill, onbad, primary, onprimary;
	colour players[8]; /* of each one's token and stair; the shapes differ too */
	bool glow;         /* emphasis by light */
	bool lift;         /* cards cast a shadow */
	bool flat;         /* lines alone: no light, no shadow, thick borders */
};

enum { THEMES = 4 };

extern const struct theme themes[THEMES + 1];     /* ends with an id of NULL */
const struct theme *theme_lookup(const char *id); /* NULL: there is none */

/* c with its alpha multiplied by a (0 to 1). */
colour colour_fade(colour c, float a);
colour colour_mix(colour a, colour b, float t);

/* By the formulas of WCAG 2.2: 0 to 1, and 1 (none) to 21. */
double colour_luminance(colour c);
double colour_contrast(colour a, colour b);

#endif
