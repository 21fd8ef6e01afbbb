#include <stdio.h>
#include <stdlib.h>

#include "find.h"
#include "play.h"
#include "window.h"

static void say(const char *note)
{
	fprintf(stderr, "stairwell: %s\n", note);
}

/* A script is repeatable: nothing is remembered unless it is told where. What is recorded is to go
 * the same way without what is remembered here. */
void playpast_open(struct play *p)
{
	const struct options *o = &p->options;

	past_init(&p->past);
	p->elsewhere.found = &p->library;
	library_init(&p->elsewhere.library);
	if (o->record || (o->script && !o->data))
		return;
	if (!find_store(o->data, p->store, sizeof(p->store)))
		p->store[0] = '\0';
	p->keeper = keeper_create(p->store, &p->past);
	if (p->keeper && p->kiosk)
		keeper_attend(p->keeper, p->kiosk, &p->library, p->data);
	if (p->keeper && !o->script)
		keeper_start(p->keeper, window_wake, NULL);
}

/* Rebuilt from the packs that were found, and from those it was begun with, wherever they are. */
static const struct interrupted *find_interrupted(struct play *p)
{
	const struct interrupted *found = NULL;
	const struct pack **packs;
	int n;

	if (!p->keeper)
		return NULL;
	keeper_wanted(p->keeper, packs_want, &p->elsewhere);
	packs = packs_list(&p->elsewhere, &n);
	if (packs)
		found = keeper_interrupted(p->keeper, packs, n);
	free(packs);
	return found;
}

bool playpast_read(struct play *p, struct app_options *a)
{
	if (p->keeper) {
		keeper_read(p->keeper);
		playpast_note(p);
		a->past = &p->past;
		a->remembers = keeper_keeps(p->keeper);
	}
	if (!p->options.resume)
		return true;
	a->resume = find_interrupted(p);
	if (!a->resume)
		say("--resume: no game was interrupted that can be gone on with");
	return a->resume;
}

void playpast_offer(struct play *p)
{
	if (!p->keeper)
		return;
	if (p->kiosk) {
		keeper_leave_interrupted(p->keeper);
	} else {
		if (!p->options.resume)
			find_interrupted(p);
		keeper_offer(p->keeper, !p->options.resume);
	}
	keeper_check(p->keeper);
}

void playpast_note(struct play *p)
{
	const char *note = p->keeper ? keeper_note(p->keeper) : NULL;

	if (note)
		say(note);
}

void playpast_close(struct play *p)
{
	if (p->keeper)
		keeper_read(p->keeper); /* all is kept now, or can't be */
	playpast_note(p);
	keeper_destroy(p->keeper);
	p->keeper = NULL;
	past_finish(&p->past);
	library_finish(&p->elsewhere.library);
}
