#include "kioskdo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "font.h"
#include "kioskhealth.h"
#include "play.h"

struct kiosk_state kioskdo_open(struct play *p)
{
	struct kiosk_state state = {.volume = -1};

	if (!p->kiosk)
		return state;
	snprintf(p->staff.guard.hash, sizeof(p->staff.guard.hash), "%s", p->kiosk->pin);
	if (p->keeper) {
		keeper_guard(p->keeper, p->kiosk->pin);
		state = keeper_state(p->keeper);
	}
	state.watched = getenv("NOTIFY_SOCKET");
	return state;
}

static void answer(struct kioskdo *k, struct kioskdo_answer a)
{
	if (k->n < KIOSKDO_ANSWERS)
		k->answers[k->n++] = a;
}

static void operated(struct kioskdo *k, enum operation o, bool good, const char *words)
{
	struct kioskdo_answer a = {EVENT_OPERATED, good, (int)o, 0, ""};

	snprintf(a.words, sizeof(a.words), "%s", words);
	answer(k, a);
}

/* In a script, which has all in line. */
static void try_pin(struct play *p, const struct effect *e)
{
	struct kioskdo_answer a = {.kind = EVENT_PIN, .asked = e->value};

	a.index = guard_try(&p->staff.guard, NULL, e->text, e->move.at_ms, &a.number);
	answer(&p->staff, a);
}

static void operate(struct play *p, const struct effect *e)
{
	enum operation o = (enum operation)e->index;

	if (o == OPERATE_RESTART || o == OPERATE_LEAVE)
		p->staff.ends = o == OPERATE_LEAVE ? ENDS_FOR_GOOD : ENDS_AGAIN;
	else if (!kioskpacks_operate(p, e) && (!p->keeper || !keeper_does(p->keeper, o)))
		operated(&p->staff, o, false, "This can't be done here");
}

/* What this program knows of itself. */
static void know(struct play *p, struct health *h)
{
	const char *notes = fonts_notes(p->fonts);

	kioskpacks_health(p, h);
	if (p->kiosk->file[0])
		kioskhealth_file(h, p->kiosk->file, p->file_mistakes);
	if (notes[0])
		health_add(h, HEALTH_NOTE, "Fonts", "", "%.*s", (int)strcspn(notes, "\n"), notes);
	else
		health_add(h, HEALTH_GOOD, "Fonts", "", "all there");
	health_add(h, HEALTH_GOOD, "Network", "", "not needed");
	kiosklife_health(p, h);
	health_add(h, HEALTH_GOOD, "Version", "", "%s", STAIRWELL_VERSION);
}

/* The keeper adds what there is to see on the machine, and answers. */
static void look(struct play *p)
{
	struct health *h = &p->staff.health;

	*h = (struct health){0};
	know(p, h);
	if (p->keeper) {
		keeper_know(p->keeper, h);
		return;
	}
	health_add(h, HEALTH_BAD, "Memory of play", "Set HOME, or say where with --data",
		   "there is no folder to keep anything in");
	answer(&p->staff, (struct kioskdo_answer){.kind = EVENT_HEALTH});
}

void kioskdo_perform(struct play *p, const struct effect *e)
{
	switch (e->kind) {
	case EFFECT_PIN:
		if (!p->keeper)
			try_pin(p, e);
		break;
	case EFFECT_HEALTH: look(p); break;
	case EFFECT_OPERATE: operate(p, e); break;
	default: break;
	}
}

bool kioskdo_answer(struct play *p, struct event *out)
{
	struct kioskdo *k = &p->staff;

	if (k->n == 0)
		return false;
	struct kioskdo_answer a = k->answers[0];
	k->n--;
	for (int i = 0; i < k->n; i++)
		k->answers[i] = k->answers[i + 1];
	snprintf(k->told, sizeof(k->told), "%s", a.words);
	*out = (struct event){.kind = a.kind,
			      .index = a.index,
			      .number = a.number,
			      .asked = a.asked,
			      .text = k->told[0] ? k->told : NULL,
			      .health = a.kind == EVENT_HEALTH ? &k->health : NULL};
	return true;
}
