#include <stdio.h>
#include <sys/random.h>

#include "find.h"
#include "play.h"

void kioskset_begin(struct play *p, const struct kiosk *k)
{
	struct options *o = &p->options;
	int fullscreen = o->set.fullscreen;

	p->kiosk = k;
	if ((o->script && !o->data) || !find_data(o->data, p->data, sizeof(p->data)))
		p->data[0] = '\0';
	o->set = k->set;
	o->set.fullscreen = fullscreen;
	snprintf(o->set.language, sizeof(o->set.language), "%s", k->languages[0]);
	o->questions = k->questions;
	for (int i = 0; i < k->npacks; i++)
		words_add(&o->packs, k->packs[i]);
	if (!o->seeded && getrandom(&o->seed, 4, 0) != 4)
		o->seed = 1;
	playpast_open(p);
	kioskpacks_begin(p);
}
