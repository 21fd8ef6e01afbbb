#include "theme.h"

#include <math.h>
#include <string.h>

#define RGB(c) (0xFF000000u | (c))

const struct theme themes[THEMES + 1] = {
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
		.players = {RGB(0xFF6FAB), RGB(0x63E3FF), RGB(0xFFC24B), RGB(0x8FE388),
			    RGB(0x8992FF), RGB(0xFF6A3D), RGB(0xF6F3EB), RGB(0xDE5CFF)},
		.glow = true,
	},
	{
		.id = "paper",
		.name = "Paper",
		.bg0 = RGB(0xF1EDE3),
		.bg1 = RGB(0xFAF8F2),
		.surface = RGB(0xFFFFFF),
		.surface2 = RGB(0xE9E3D6),
		.focusfill = RGB(0xE3EEF5),
		.border = RGB(0x847D6E),
		.hair = RGB(0xD5CEBD),
		.text = RGB(0x14162A),
		.text2 = RGB(0x3A3E55),
		.text3 = RGB(0x565A70),
		.ink = RGB(0x14162A),
		.brand = RGB(0xB3125D),
		.focus = RGB(0x005C8C),
		.onfocus = RGB(0xFFFFFF),
		.time = RGB(0x985200),
		.lock = RGB(0xFFC24B),
		.onlock = RGB(0x14162A),
		.lockline = RGB(0x14162A),
		.ok = RGB(0x0A6645),
		.onok = RGB(0xFFFFFF),
		.bad = RGB(0xA8321A),
		.badfill = RGB(0xFBE6DE),
		.onbad = RGB(0x14162A),
		.primary = RGB(0xB3125D),
		.onprimary = RGB(0xFFFFFF),
		.players = {RGB(0xC2185B), RGB(0x00708F), RGB(0x9C5800), RGB(0x2E6B12),
			    RGB(0x2F45D0), RGB(0xC0300A), RGB(0x14162A), RGB(0x8E24AA)},
		.lift = true,
	},
	{
		.id = "hc",
		.name = "High contrast",
		.bg0 = RGB(0x000000),
		.bg1 = RGB(0x000000),
		.surface = RGB(0x000000),
		.surface2 = RGB(0x000000),
		.focusfill = RGB(0x000000),
		.border = RGB(0xFFFFFF),
		.hair = RGB(0xFFFFFF),
		.text = RGB(0xFFFFFF),
		.text2 = RGB(0xFFFFFF),
		.text3 = RGB(0xFFFFFF),
		.ink = RGB(0x000000),
		.brand = RGB(0xFFE600),
		.focus = RGB(0xFFE600),
		.onfocus = RGB(0x000000),
		.time = RGB(0xFFE600),
		.lock = RGB(0xFFE600),
		.onlock = RGB(0x000000),
		.lockline = RGB(0x000000),
		.ok = RGB(0xFFFFFF),
		.onok = RGB(0x000000),
		.bad = RGB(0xFFFFFF),
		.badfill = RGB(0x000000),
		.onbad = RGB(0xFFFFFF),
		.primary = RGB(0xFFE600),
		.onprimary = RGB(0x000000),
		.players = {RGB(0xFF8AC0), RGB(0x00E5FF), RGB(0xFFE600), RGB(0x5CFF5C),
			    RGB(0x9AA0FF), RGB(0xFF8A3D), RGB(0xFFFFFF), RGB(0xE57CFF)},
		.flat = true,
	},
	{
		.id = "cvd",
		.name = "Colour-safe",
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
		.brand = RGB(0xF0A6D0),
		.focus = RGB(0xFFFFFF),
		.onfocus = RGB(0x0A0C16),
		.time = RGB(0xF6F3EB),
		.lock = RGB(0xF6F3EB),
		.onlock = RGB(0x0A0C16),
		.lockline = RGB(0xF6F3EB),
		.ok = RGB(0x6CB8FF),
		.onok = RGB(0x04101C),
		.bad = RGB(0xFFA92E),
		.badfill = RGB(0x2B1D08),
		.onbad = RGB(0xF6F3EB),
		.primary = RGB(0xF0A6D0),
		.onprimary = RGB(0x1A0612),
		.players = {RGB(0xCD4D85), RGB(0x67FAF7), RGB(0xDA9F0D), RGB(0xBAFFA6),
			    RGB(0xAFA9FF), RGB(0x7E7639), RGB(0xFFFE00), RGB(0xB039FF)},
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

static double channel(unsigned c)
{
	double v = c / 255.0;

	return v <= .04045 ? v / 12.92 : pow((v + .055) / 1.055, 2.4);
}

double colour_luminance(colour c)
{
	return .2126 * channel(c >> 16 & 255) + .7152 * channel(c >> 8 & 255) +
	       .0722 * channel(c & 255);
}

double colour_contrast(colour a, colour b)
{
	double x = colour_luminance(a), y = colour_luminance(b);

	return x > y ? (x + .05) / (y + .05) : (y + .05) / (x + .05);
}
