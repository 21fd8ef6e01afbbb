/*
 * What a visitor of a kiosk can set at any time: how large letters are, contrast, everything within
 * reach, the language; and the way back to the start. Private to view/.
 *
 * Nothing of it is kept: the next visitor finds what the kiosk's file says. A screen shows a choice
 * as it likes and gives its spot the choice's action; whatever the screen, access_act does it.
 */
#ifndef ACCESS_H
#define ACCESS_H

#include "frame.h"
#include "languages.h"

struct app;
struct button;
struct kiosk;
struct ui;

enum access {
	ACCESS_TEXT, /* VERB_ACCESS's arg */
	ACCESS_CONTRAST,
	ACCESS_REACH,
	ACCESS_LISTEN, /* the question's sound again; its verb is VERB_LISTEN */
	ACCESS_LANGUAGE,
	ACCESS_RESTART, /* of the visit; asks once */
	ACCESSES,
	ACCESS_TONGUE = 100, /* and above: speak language arg - ACCESS_TONGUE */
};

enum { ACCESS_SIZES = 5 };
extern const int access_sizes[ACCESS_SIZES]; /* of letters, in percent */

struct access_choice {
	enum icon icon;
	const char *label; /* "Bigger text" */
	const char *brief; /* "Text" */
	const char *value; /* how it is now: "130 %"; NULL: it only does something */
	const char *words; /* what is read aloud, its state as well */
	struct action action;
	int key;
	bool on;   /* it is not as every visitor finds it */
	bool asks; /* to be pressed again; the labels say so */
};

struct access_choice access_choice(const struct app *app, struct ui *ui, enum access what);

/* Whether there is anything to choose: of languages more than one, of sounds one to hear again. */
bool access_offers(const struct app *app, enum access what);

/* The languages that are offered, one by one, from 0: by their own names, `on`: it is spoken now.
 * access_tongues says how many there are. */
int access_tongues(const struct app *app);
struct access_choice access_tongue(const struct app *app, struct ui *ui, int i);

/* Does what an action asks for. False: it is none of these. */
bool access_act(struct app *app, struct action a);

/* The languages of a kiosk, and how they are called; also after its packs have changed. */
void access_read(struct app *app);

#endif
