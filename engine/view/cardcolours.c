#include "cardcolours.h"

struct card_colours card_colours_of(const struct theme *t, enum choice_state state, enum look look)
{
	switch (state) {
	case CHOICE_LOCKED:
		return (struct card_colours){t->lock, t->lockline, t->onlock, t->onlock,
					     t->lock, t->onlock,   .16f};
	case CHOICE_RIGHT:
		return (struct card_colours){t->ok, t->ok, t->onok, t->onok, t->ok, t->onok, .16f};
	case CHOICE_WRONG:
		return (struct card_colours){t->badfill, t->bad, t->onbad, t->bad,
					     t->badfill, t->bad, .42f};
	case CHOICE_DIM:
		return (struct card_colours){0, t->hair, t->text3, 0, t->text3, t->text3, .16f};
	case CHOICE_REMOVED:
		return (struct card_colours){0, t->hair, t->text3, 0, t->text3, t->text3, .16f};
	case CHOICE_SELECTED:
		return (struct card_colours){t->focusfill, t->time, t->text, t->lock,
					     t->onlock,    t->time, .4f};
	case CHOICE_OPEN: break;
	}
	struct card_colours rest = {t->surface, t->border, t->text, t->surface2,
				    t->text2,   t->text2,  .16f};
	if (look == LOOK_REST)
		return rest;
	rest.fill = t->focusfill;
	rest.badge = look == LOOK_FOCUS ? t->focus : t->flat ? t->surface2 : t->hair;
	rest.letter = look == LOOK_FOCUS ? t->onfocus : t->text;
	rest.border = look == LOOK_PRESSED ? t->focus : look == LOOK_HOVER ? t->text3 : t->border;
	rest.border_u = look == LOOK_PRESSED ? .4f : .16f;
	return rest;
}

struct card_colours card_colours_mix(struct card_colours a, struct card_colours b, float t)
{
	/* what has no colour takes the other's, unseen: it is not black on the way */
	colour *from[] = {&a.fill, &a.border, &a.text, &a.badge, &a.letter, &a.tag};
	colour *to[] = {&b.fill, &b.border, &b.text, &b.badge, &b.letter, &b.tag};

	if (t >= 1)
		return b;
	for (int i = 0; i < 6; i++) {
		colour x = *from[i] ? *from[i] : colour_fade(*to[i], 0);
		*to[i] = colour_mix(x, *to[i] ? *to[i] : colour_fade(x, 0), t);
	}
	return b;
}
