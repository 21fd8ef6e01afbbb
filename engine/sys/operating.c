#include "operating.h"

#include <stdio.h>

static const char *const VOLUME = "volume";
static const char *const SCALE = "px-per-metre";
static const char *const BOARDS = "boards-since";

struct kiosk_state operating_state(struct store *s)
{
	struct kiosk_state state = {.volume = -1};

	if (!s)
		return state;
	state.volume = (int)store_noted_number(s, VOLUME, -1);
	state.px_per_mm = (float)store_noted_number(s, SCALE, 0) / 1000;
	state.board_since_ms = store_noted_number(s, BOARDS, 0);
	return state;
}

bool operating_is(enum operation o)
{
	return o == OPERATE_VOLUME || o == OPERATE_CALIBRATE || o == OPERATE_RESET ||
	       o == OPERATE_BLANK;
}

static bool wish(struct store *s, enum operation o, int value, int64_t game, struct moment now,
		 const char **said)
{
	switch (o) {
	case OPERATE_VOLUME: *said = "Kept"; return store_note_number(s, VOLUME, value);
	case OPERATE_CALIBRATE: *said = "Kept"; return store_note_number(s, SCALE, value);
	case OPERATE_RESET:
		*said = "The boards have begun anew";
		return store_reset_boards(s) && store_note_number(s, BOARDS, now.unix_ms);
	case OPERATE_BLANK: *said = "The name is gone"; return store_blank(s, game);
	default: return false;
	}
}

bool operating_do(struct store *s, enum operation o, int value, int64_t game, struct moment now,
		  char words[OPERATING_WORDS])
{
	const char *said = "";
	bool good = s && wish(s, o, value, game, now, &said);

	snprintf(words, OPERATING_WORDS, "%s",
		 good ? said
		 : s  ? store_error(s)
		      : "nothing can be kept");
	return good;
}
