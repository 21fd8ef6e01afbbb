#include "theme.h"

#include <string.h>

#define RGB(c) (0xFF000000u | (c))

const struct theme themes[] = {
	{
		.id = "dark",
		.name = "Stairwell",
		.bg0 = RGB(0x090B15),
		.bg1 = RGB(0x10142A),
		.surface = RGB(0x161A2E),
		.surface2 = RGB(0x20263F),
		.focusfill = RGB(0x20263F),
		.border = RGB(0x606A98),
		.hair = RGB(0x2B3252),
		.text = RGB(0xF6F3EB),
		.text2 = RGB(0xC6CBDF),
		.text3 = RGB(0x9FA7C6),
		.ink = RGB(0x0A0C16),
		.brand = RGB(0xFF4F98),
		.focus = RGB(0x63E3FF),
		.onfocus = RGB(0x0A0C16),
		.time = RGB(0xFFC24B),
		.lock = RGB(0xFFC24B),
		.onlock = RGB(0x0A0C16),
		.lockline = RGB(0xFFC24B),
		.ok = RGB(0x46E0A6),
		.onok = RGB(0x06140E),
		.bad = RGB(0xFF8159),
		.badfill = RGB(0x2E1519),
		.onbad = RGB(0xF6F3EB),
		.primary = RGB(0xFF4F98),
		.onprimary = RGB(0x16040C),
		.glow = true,
	},
	{.id = NULL},
};

const struct theme *theme_lookup(const char *id)
{
	for (const struct theme *t = themes; t->id; t++)
		if (strcmp(t->id, id) == 0)
			return t;
	return NULL;
}

colour colour_fade(colour c, float a)
{
	return (c & 0xFFFFFF) | (colour)((float)(c >> 24) * a + 0.5f) << 24;
}

colour colour_mix(colour a, colour b, float t)
{
	colour mixed = 0;

	for (int shift = 0; shift < 32; shift += 8) {
		float x = (float)(a >> shift & 0xFF), y = (float)(b >> shift & 0xFF);
		mixed |= (colour)(x + (y - x) * t + 0.5f) << shift;
	}
	return mixed;
}
