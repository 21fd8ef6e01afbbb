#include "brand.h"

#include <math.h>

/* Where contrast is what a theme is for, it needs that of texts. */
static bool holds(const struct theme *t, colour c, colour ground, double needs, const char *on,
		  struct seen *worst)
{
	*worst = (struct seen){colour_contrast(c, ground), t->flat ? fmax(needs, 7) : needs, on};
	return worst->has >= worst->needs;
}

bool brand_holds(const struct theme *t, colour brand, struct seen *worst)
{
	return holds(t, brand, t->bg0, 4.5, "the page", worst) &&
	       holds(t, brand, t->surface, 4.5, "a card", worst);
}

bool brand_button_holds(const struct theme *t, colour primary, struct seen *worst)
{
	return holds(t, primary, t->bg0, 3, "the page", worst);
}

bool brand_words_hold(const struct theme *t, colour primary, colour onprimary, struct seen *worst)
{
	return holds(t, onprimary, primary, 5.5, "the button", worst);
}

struct theme brand_theme(const struct theme *t, const struct kiosk *k)
{
	struct theme out = *t;
	struct seen worst;
	colour primary = k->primary ? k->primary : t->primary,
	       on = k->onprimary ? k->onprimary : t->onprimary;

	if (k->brand && brand_holds(t, k->brand, &worst))
		out.brand = k->brand;
	if (brand_button_holds(t, primary, &worst) && brand_words_hold(t, primary, on, &worst)) {
		out.primary = primary;
		out.onprimary = on;
	}
	return out;
}
