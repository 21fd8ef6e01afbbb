/*
 * What the screens share: the app's state and the table of screens. Private to view/.
 *
 * A screen draws from a const app; it changes the app only in act and tick, both at app->now.
 */
#ifndef SCREENS_H
#define SCREENS_H

#include "app.h"
#include "attract.h"
#include "languages.h"
#include "staff.h"
#include "ui.h"
#include "visit.h"

enum verb {
	VERB_NONE,
	VERB_BACK,
	VERB_HOME,
	VERB_QUIT,
	VERB_SETUP,
	VERB_MODE,
	VERB_PACK, /* arg: which */
	VERB_FEWER,
	VERB_MORE,
	VERB_CLOCK, /* arg of clock: percent */
	VERB_CHOOSE,
	VERB_LOCK,
	VERB_PAUSE,
	VERB_RESUME,
	VERB_RESTART,
	VERB_NEXT,
	VERB_AGAIN,
	VERB_REVIEW,
	VERB_RELOAD,
	VERB_FOLDER,
	VERB_PLAY,
	VERB_COPY,
	VERB_LISTEN,
	VERB_ZOOM, /* arg: which picture, see picture.h; 0: none any more */
	VERB_SETTINGS,
	VERB_SECTION,  /* arg: which */
	VERB_ROW,      /* arg: enum setting */
	VERB_SET,      /* arg: 1000 x setting + value */
	VERB_LANGUAGE, /* arg: 0: as written; else 1 + which of the library's */
	VERB_RESET,    /* arg: which section */

	VERB_HELP, /* question; arg: enum lifeline */
	VERB_SKIP, /* question: nobody wants to answer */
	VERB_BUZZ, /* question; arg: set of players, who pressed in one moment */

	VERB_START, /* attract */

	VERB_ENTER, /* pin: what was typed is all */

	VERB_LOOK,  /* operator: how the machine is now */
	VERB_WISH,  /* arg: WISH x enum operation + value */
	VERB_BLANK, /* arg: row of the board whose name is to go */
	VERB_TRY,   /* a sound */
	VERB_CARD,  /* arg: by how much further apart the marks for a card are, px; 0: where the
		       finger is */

	VERB_ACCESS, /* any screen of a kiosk; arg: see access.h */

	VERB_MODES, /* home */
	VERB_TOGETHER,
	VERB_SCORES,
	VERB_CONTINUE,

	VERB_FEWER_PLAYERS, /* join */
	VERB_MORE_PLAYERS,
	VERB_WAY,   /* arg: enum party */
	VERB_SEAT,  /* arg: which; its page */
	VERB_EXTRA, /* arg: percent of time more */
	VERB_HAND,  /* arg: whose button is to be another */
	VERB_BIND,  /* arg: seat; app->press, of what nobody has yet, is for it (seats.h) */

	VERB_READY, /* players */

	VERB_MISTAKES, /* results */

	VERB_PREVIEW, /* preview; arg: enum previewing */

	VERB_SPAN,   /* scores; arg: enum span */
	VERB_LETTER, /* arg: the character; also one that was typed, where frame.typing is set */
	VERB_DELETE,
	VERB_SAVE,
	VERB_WHEEL,   /* of a kiosk; see naming.h */
	VERB_ANOTHER, /* a made-up name */
};

enum by { BY_KEY, BY_FOCUS, BY_POINTER }; /* its own key; Enter on the focus; a finger or a mouse */

struct screen {
	const char *name;
	void (*enter)(struct app *app); /* may be NULL */
	void (*act)(struct app *app, struct action a, enum by by);
	void (*tick)(struct app *app); /* may be NULL */
	void (*draw)(const struct app *app, struct ui *ui);
};

extern const struct screen screen_home, screen_packs, screen_setup, screen_question, screen_pause,
	screen_reveal, screen_results, screen_broken, screen_settings;

extern const struct screen screen_modes;   /* all modes, each with its line */
extern const struct screen screen_join;    /* who plays together, how, and with which buttons */
extern const struct screen screen_players; /* whose turn it is; the standings between rounds */
extern const struct screen screen_scores;  /* the boards, and the name of who has just got there */

extern const struct screen screen_attract;  /* a kiosk without a visitor, playing by itself */
extern const struct screen screen_closed;   /* out of hours: black */
extern const struct screen screen_idle;     /* is anybody there? */
extern const struct screen screen_tongues;  /* its languages, where they are many */
extern const struct screen screen_pin;      /* for staff alone */
extern const struct screen screen_operator; /* and what they find behind it */

extern const struct screen screen_preview; /* a question for its author */

enum { HOLD_MS = 900, TWICE_MS = 350, BROKEN_PICTURES = 32, PICTURE_SIZES = 32 };

/* What a player's hand is on (seats.h). */
struct binding {
	enum bound { BOUND_NOT, BOUND_ZONE, BOUND_KEY, BOUND_DEVICE, BOUND_BUTTON } kind;
	int key;    /* of a key; of a zone: which, from 0 */
	int device; /* a whole one, or that of the button */
	int button;
	bool guessed; /* nobody has bound or pressed it yet: any other hand may take its place */
};

/* Where what is typed goes. */
struct typing {
	char *into;   /* GAME_NAME bytes; NULL: nowhere */
	int most;     /* characters; 0: as many as have room, and as they were typed */
	bool offered; /* what stands there is from before */
	const char *language;
};

enum { OVERS = 3 };

/* What lies under another screen (app_open_over), and is come back to. */
struct beneath {
	const struct screen *screen, *from;
	int64_t since;
	struct action focus;
	float scroll_at;
	int zoomed;
	struct typing typing;
};

struct app {
	struct app_options o;
	struct settings set;
	struct ui ui;
	struct frame frame;
	const struct screen *screen;
	const struct screen *from; /* the one before it; NULL: it is the first */
	int64_t now;               /* at_ms of the event that is being worked on */
	int64_t unix_ms;           /* the same on the wall clock */
	int utc_offset_min;
	bool leaving;
	struct effect effects[48];
	int neffects;

	struct game game;
	bool playing; /* game holds a game, begun or over */
	bool earlier; /* game: it was interrupted in an earlier run, and not gone on with yet */
	char forgets[256];    /* what is wrong with the memory; "": nothing */
	int seen_s;           /* game: the second of its clock that was kept last */
	int answers;          /* closed or tried, of all games: the number of the newest */
	int64_t saving_ms;    /* since when an answer is being kept; -1: none is */
	struct typing typing; /* see letters.h; until another screen */
	struct {
		struct boards boards;   /* the last ones that were read */
		struct board_key asked; /* those that were asked for last */
		bool found;             /* they are of the game just played */
		bool read;              /* they were; else they are waited for, or there are none */
		enum span span;         /* the one looked at */
		int entry;              /* the library's entry that is looked at; -1: all */
		const struct mode *mode;
		bool unnamed;         /* the game just played has a place and no name */
		bool asks;            /* its name is being asked for */
		char name[GAME_NAME]; /* typed so far, or last in this session */
	} scores;
	struct { /* of a kiosk's visitor, see naming.h */
		const char *language;
		int at[3]; /* which letter each wheel shows */
		int typed; /* the wheel that the next letter typed is for */
		int made;  /* names that were made up and not taken */
		bool denied;
	} naming;
	bool mistakes; /* the next game asks only what was answered wrong before */
	struct seat seats[GAME_PLAYERS];
	int nplayers; /* of the next game */
	enum party party;
	struct binding bound[GAME_PLAYERS]; /* what the seats press (seats.h) */
	struct {
		enum plugged kind, was; /* now; when it was there last */
		int number;             /* among those of its kind, from 1 */
	} devices[DEVICES];
	struct event press;       /* the last one */
	unsigned buzzing;         /* set of players whose presses are of this moment */
	bool waits_for_hand;      /* the pause is for a device that is gone */
	struct deck deck;         /* of the next game, while it is dealt */
	const struct pack **held; /* the game's packs, kept */
	const struct pack **all;  /* of the library, while a board of them is looked for */
	int nheld, held_room;
	uint64_t seed; /* of the next game */

	int64_t since; /* when the screen, or the question on it, came up */
	int pictures;  /* counts those that came in */
	uint64_t broken_pictures[BROKEN_PICTURES]; /* those that can't be shown, the last ones */
	int nbroken_pictures;
	struct {
		uint64_t name;
		float w, h;
	} picture_sizes[PICTURE_SIZES]; /* of those that came in, the last ones */
	int npicture_sizes;
	int zoomed;            /* the picture over the whole window, see picture.h; 0: none */
	int64_t zoomed_ms;     /* since when */
	float unzoomed_scroll; /* where the page stood before */

	struct {
		int64_t from_ms; /* when it began */
		int ms;          /* how long it is; 0: not known yet */
		bool plays;
		bool heard;  /* once, or stopped: the clock need not wait for it */
		bool broken; /* it could not be played */
	} listen;            /* the sound of the question */

	struct {
		enum cue cue;
		int number;
		int64_t ms; /* when it was heard */
	} caption;          /* of the last cue that has something to say */

	int together;                   /* join: how many play when several do; 0: not said yet */
	int seat;                       /* join: whose page is shown; -1: that of all */
	bool listens;                   /* join: for the button of that seat */
	int64_t tried_ms[GAME_PLAYERS]; /* players: when each pressed last; -1: not yet */

	bool fresh;        /* question: shown for the first time */
	uint32_t chosen;   /* question: positions toggled so far */
	bool climbs;       /* reveal: the climb is to be heard yet */
	int told_s;        /* question: the second that was counted last */
	int64_t locked_ms; /* question: when the choice was locked in; -1: it is not */
	struct {
		int64_t from_ms; /* -1: it runs */
		int64_t until_ms;
		int64_t took_ms; /* before, on this question */
	} eased;                 /* question: since when its clock stands, for something was set */
	struct {
		int64_t removed_ms, swapped_ms, more_ms;
	} helped; /* question: when choices were removed, it took another's place, its
		     time grew */
	struct {
		const struct pack *pack; /* kept; NULL: the file had no good version of it yet */
		int question;            /* of the pack */
		int first, last;         /* lines of its section in the file, as that is now */
		bool old;      /* what the file has there can't be shown: the pack is of before */
		uint64_t seed; /* of the deal */
		int size;      /* of preview_sizes */
		int reveal;    /* 0: it is asked; else see preview.h */
		bool bare;     /* nothing but the question */
		bool put_away; /* the message about what can't be shown */
		bool opened;   /* what else is to be said of it */
	} preview;
	int review;       /* reveal: the answer looked at from the results; -1: the game's own */
	int64_t input_ms; /* ascent: the last time somebody pressed or moved something */
	int64_t well_ms;  /* ascent: when the well began to rise, and from where */
	float well_turns;
	int owed;           /* results, pause: mistakes of these packs that are not put right */
	int missed;         /* results: of them, those of this game */
	bool tallied;       /* results: looked at before; nothing is counted again */
	char report[16384]; /* broken: what was copied last */
	int broken;         /* broken: the library's entry */

	struct visit visit; /* a kiosk's */
	struct attract attract;
	struct staff staff;
	bool reach;               /* a visitor wants all there is to press low on the screen */
	struct languages tongues; /* of a kiosk, for its visitors */

	struct { /* the ring of the last frame */
		bool on;
		struct action focus;
		const struct screen *screen;
	} ring;
	struct beneath beneath[OVERS]; /* what lies under the screen, the lowest first */
	int overs;                     /* so many */
	bool uncovers;                 /* it is come back to now */
	int section;                   /* settings: the one shown last */
	bool kept;                     /* settings: their file was written */
	char unkept[64]; /* settings: why they can't be kept; "": nothing is known of it */
	struct languages languages;  /* of the library */
	struct languages written;    /* that its packs were written in */
	struct theme themes[THEMES]; /* a kiosk's, in the colours of its file */

	bool seeking;       /* what has the focus is to be brought into sight */
	struct action down; /* what was pressed and not yet released */
	bool dragging;
	float down_x, down_y, drag_y;
	int64_t last_ms; /* the last press that did something, and where */
	float last_x, last_y;
	const struct screen *last_screen;
	int64_t entered_ms; /* when Enter last led to another screen, and from where */
	const struct screen *entered_from;
	struct action sure; /* what was asked for once and is done the second time */
	int64_t sure_ms;
};

void app_go(struct app *app, const struct screen *s);
void app_home(struct app *app);   /* to where it all begins */
void app_settle(struct app *app); /* draws what is so now */
void app_focus(struct app *app, struct action a);

/* The page that scrolls: how far it goes, px; and by how much more. */
float app_furthest(const struct frame *f);
void app_scroll(struct app *app, float px);
void app_effect(struct app *app, struct effect e);

/* Sets something, and has the shell do and keep it. */
void app_set(struct app *app, enum setting k, int value);
void app_set_language(struct app *app, const char *tag);

/* A screen over whatever is shown, and back there; the same of the settings. */
void app_open_over(struct app *app, const struct screen *s);
void app_close_over(struct app *app);
const struct screen *app_beneath(const struct app *app); /* the one that is not over any */
void app_open_settings(struct app *app);
void app_close_settings(struct app *app);

/* Lets a cue be heard, and read where captions are on. */
void app_cue(struct app *app, enum cue cue, int pitch);

/* The language texts are asked for in; NULL: the author's own. */
const char *app_language(const struct app *app);

/* The next games are of one player and this mode: on to the packs. */
void app_choose_mode(struct app *app, const struct mode *m);

/* Begins a game with one entry of the library, or with all (-1). False: nothing to ask. */
bool app_play(struct app *app, int entry);
bool app_play_again(struct app *app); /* the same packs, another deal */

/* A move of the game, which keeps it. Where it closes the question, the screen stays until the
 * answer is kept; app_closed then says so, once, and the reveal can come. */
void app_move(struct app *app, enum op op, uint32_t arg, int64_t at_ms);
bool app_closed(struct app *app);
bool app_tick(struct app *app); /* OP_TICK, where time has ended something */

/* On from an answer: to the next question, to who is next, or to the results. */
void app_next(struct app *app);

/* The game that can be gone on with, left for the home screen or interrupted in an earlier run;
 * NULL: none. Going on with it leads to the pause, and app_resume from there. */
const struct game *app_unfinished(const struct app *app);
void app_continue(struct app *app);
void app_resume(struct app *app);

/* The parts of a page of play: the shaft or the strip, the head, and what is left for the rest. */
struct head {
	int question;      /* index */
	bool pause;        /* it can be paused */
	const char *clock; /* seconds left, for windows too small for a number beside the tube; or
			      NULL */
	colour clock_colour;
};
struct rect play_page(const struct app *app, struct ui *ui, const struct head *head);
struct rect play_room(const struct ui *ui); /* the same, and nothing is drawn */

enum icon mode_icon(const struct mode *m);

/* What a choice says: its text; of a picture without one, what it shows. */
const char *choice_words(const struct app *app, const struct choice *c);

/* The choices of a question as they are shown. */
struct choices {
	int n;
	const char *words[PACK_SHOWN];    /* what each is called */
	const char *captions[PACK_SHOWN]; /* its text; NULL: a picture alone */
	const char *tags[PACK_SHOWN];     /* NULL: none */
	struct picture pictures[PACK_SHOWN];
	bool pictured; /* any of them is a picture: the cards are a grid */
};

/* The choices as cards, in columns. */
struct cards {
	int columns, n;
	float height, heights[PACK_SHOWN]; /* px; of all, of each row */
	float width, gap;
	struct style style;
	float badge_u;
	float picture; /* height of the pictures, px; 0: none are */
	float tag;     /* width of the longest tag, px */
	bool breaks;   /* a word of a choice has no room in a line */
	bool labels;   /* they have room for tags on their edges */
	bool apart;    /* the tags have no place beside the texts */
};
/* `labels`: the cards are high enough for tags on their edges, where those have no other place. */
struct cards cards_measure(struct ui *ui, const struct choices *choices, int columns,
			   struct style s, float least_u, float gap_u, float badge_u, float width,
			   bool labels);

/*
 * The same with pictures, in a grid whose columns make them largest: pictures `least_px` to
 * `most_px` high, together no higher than `height`, where that can be.
 */
struct cards cards_grid(struct ui *ui, const struct choices *choices, struct style s, float gap_u,
			float badge_u, float width, float height, float least_px, float most_px);
struct choice_card cards_card(const struct cards *c, const struct choices *choices, int i);
struct rect cards_place(const struct cards *c, int i, float x, float y);

#endif
