/*
 * The program as a fold: app_step takes an event, app_frame shows what came of it, app_effects says
 * what the shell is to do. Nothing here reads a clock, a file or a device.
 *
 *	do {
 *		show(app_frame(app));
 *		perform(app_effects(app));
 *		wait(app_frame(app)->wake, &ev);
 *	} while (app_step(app, &ev));
 */
#ifndef APP_H
#define APP_H

#include "event.h"
#include "frame.h"
#include "game.h"
#include "health.h"
#include "kept.h"
#include "kiosk.h"
#include "library.h"
#include "measure.h"
#include "settings.h"

struct app;

struct app_options {
	struct library *library; /* borrowed; only EVENT_LOADED says that it changed */
	struct measure measure;
	struct settings set;
	const char
		*packs_folder; /* what the packs screen says of where packs live; NULL: nothing */
	const struct mode *mode;
	int questions;     /* 0: the pack's own number */
	uint64_t seed;     /* of the first game; later ones follow from it */
	bool keeps;        /* what is set is kept, in a file; EVENT_KEPT says how that went */
	int mistakes;      /* that were in it */
	bool straight;     /* begin with the first question, of all packs of the library together */
	bool chosen;       /* begin where packs are chosen for the mode, or who plays */
	struct past *past; /* borrowed: what was asked before, and answers are noted in it; NULL:
			      every question is new */
	bool repeatable;   /* the seed was given: what was asked before has no say in the deal */
	bool remembers;    /* there is a store: games are kept, answers waited for */
	const struct interrupted *resume; /* begin with this game; NULL: don't */
	bool preview; /* of the library's only entry, which keeps its text: no game */
	int line;     /* preview: in its file; 0: the first question */
	int reveal;   /* preview: 0: as it is asked; 1: answered right; 1 + n: with choice n */
	bool bare;    /* preview: nothing but the question */
	const struct kiosk *kiosk; /* borrowed: unattended, as it says; NULL: somebody's own */
	struct kiosk_state state;  /* of the kiosk */
	int nplayers;              /* who play at first; 0: 1 */
	enum party party;
	int w, h;
};

enum effect_kind {
	EFFECT_RELOAD,  /* read the library's entry `index` again, then EVENT_LOADED */
	EFFECT_OPEN,    /* show the folder `text` in the desktop's file manager */
	EFFECT_COPY,    /* put `text` on the clipboard */
	EFFECT_KEEP,    /* the setting `index` was changed: do as it says, and keep it */
	EFFECT_CUE,     /* let cue `index` be heard, `value` semitones higher */
	EFFECT_SOUND,   /* play the pack's sound `text` of `folder`, then EVENT_SOUND */
	EFFECT_HUSH,    /* stop it */
	EFFECT_PICTURE, /* have the pack's picture `text` of `folder` ready, then EVENT_PICTURE */
	EFFECT_BEGIN,   /* a game (app_game) began, shown in the language `text`: keep it */
	EFFECT_RESUME,  /* the interrupted game is gone on with: keep it further */
	EFFECT_MOVE,    /* `move` was made in it; where it closed the question `index`, or a try at
			   it, EVENT_SAVED when that is on the disk; `value` numbers these. index -1:
			   it did not */
	EFFECT_SEEN,    /* the game's clock stands at `move.at_ms`: keep that, it need not last */
	EFFECT_END,     /* the game is over (`value` 1), or was left for good (0) */
	EFFECT_NAME,    /* the player of the game that was kept last is called `text` */
	EFFECT_BOARDS,  /* read the boards of `key` (no mode: of the game that ended last), with the
			   game kept last (`value` 1), then EVENT_BOARDS */
	EFFECT_LANGUAGE, /* the game is shown in the language `text` from now on */
	EFFECT_FORGET,   /* the interrupted game will not be gone on with */
	EFFECT_PIN,     /* whether `text` is the PIN, "": whether one may be tried, at `move.at_ms`,
			   then EVENT_PIN; `value` numbers these */
	EFFECT_HEALTH,  /* look at the machine, then EVENT_HEALTH */
	EFFECT_OPERATE, /* do what an operator wishes, enum operation `index`, then EVENT_OPERATED;
			   OPERATE_RESTART and OPERATE_LEAVE say how the program ends */
};

/* The game's own sounds (sys/ makes them, view/ says when, with the words of the caption). */
enum cue {
	CUE_SELECT,
	CUE_BACK,
	CUE_MOVE,
	CUE_QUESTION,
	CUE_LOCK,
	CUE_RIGHT,
	CUE_WRONG,
	CUE_CUT,
	CUE_STEP, /* the six steps of a flight */
	CUE_STREAK,
	CUE_TICK,
	CUE_TIME_UP,
	CUE_HINT,
	CUE_COUNT,
	CUE_BUZZ,   /* somebody has the turn */
	CUE_PLACED, /* a score is on the board */
	CUE_BEST,   /* and it is the best */
	CUE_IDLE,   /* is anybody there? */
	CUES
};

struct effect {
	enum effect_kind kind;
	int index;
	int value; /* cue: semitones higher; setting: its new number, if it is one */
	struct move move;
	struct board_key key;
	int64_t game;              /* OPERATE_BLANK: which */
	const char *folder, *text; /* live until the next step */
};

/* `first` gives the time it all begins. NULL: no memory. */
struct app *app_create(const struct app_options *o, const struct event *first);
void app_destroy(struct app *app);

bool app_step(struct app *app, const struct event *ev);            /* false: leave */
const struct frame *app_frame(const struct app *app);              /* valid until the next step */
int app_effects(const struct app *app, const struct effect **out); /* of the last step */

/* Whether the question that is previewed is as the file has it now. */
bool app_previews(const struct app *app);
/* Whether it is shown after the answer. */
bool app_reveals(const struct app *app);

/* What is set now. */
const struct settings *app_settings(const struct app *app);

/* What the score line says, for whoever asks at the end; NULL before the first game. */
const struct game *app_game(const struct app *app);

/* The one whose questions are shown: that, or the one that a kiosk without a visitor plays by
 * itself; NULL: none is. */
const struct game *app_shown_game(const struct app *app);

/* Where to press the spot with this label, in px; on_page: it lies on the page that scrolls,
 * perhaps out of sight. False: there is none, or it can't be pressed. */
bool app_find(const struct app *app, const char *label, float *x, float *y, bool *on_page);

#endif
