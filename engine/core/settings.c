#include "settings.h"

#include "game.h"

struct settings settings_default(void)
{
	return (struct settings){
		.theme = "dark",
		.text_percent = 100,
		.cues = 80,
		.media = 100,
		.clock_percent = CLOCK_STANDARD,
	};
}
