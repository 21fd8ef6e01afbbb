#include <stdio.h>
#include <stdlib.h>

#include "play.h"
#include "record.h"

/* The command line that starts this very game again. */
bool playrecord_open(struct play *p, int w, int h, int64_t at_ms)
{
	const struct options *o = &p->options;
	const struct settings usual = settings_default();
	char seed[32], size[32], questions[16], players[16], sets[SETTINGS][2 * SETTING_CHARS];
	const char **words =
		calloc((size_t)(o->packs.n + 2 * o->folders.n) + 15 + 2 * SETTINGS, sizeof(*words));
	int n = 0;

	if (!o->record)
		words = (free(words), NULL);
	if (!words)
		return !o->record;
	snprintf(seed, sizeof(seed), "%llu", (unsigned long long)o->seed);
	snprintf(size, sizeof(size), "%dx%d", w, h);
	snprintf(questions, sizeof(questions), "%d", o->questions);
	snprintf(players, sizeof(players), "%d", o->players);
	const char *const pairs[][2] = {
		{"--seed", seed},
		{"--size", size},
		{"--mode", o->mode_given ? o->mode->id : NULL},
		{"--questions", o->questions > 0 ? questions : NULL},
		{"--players", o->players > 0 ? players : NULL},
	};
	words[n++] = "play";
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		for (int k = 0; pairs[i][1] && k < 2; k++)
			words[n++] = pairs[i][k];
	if (o->buzzers)
		words[n++] = "--buzzers";
	for (int k = 0; k < SETTINGS; k++) {
		char text[SETTING_CHARS];
		if (setting_same(&o->set, &usual, (enum setting)k))
			continue;
		setting_text(&o->set, (enum setting)k, text);
		snprintf(sets[k], sizeof(sets[k]), "%s=%s", setting_rows[k].key, text);
		words[n++] = "--set";
		words[n++] = sets[k];
	}
	for (int i = 0; i < o->folders.n; i++) {
		words[n++] = "--packs";
		words[n++] = o->folders.s[i];
	}
	words[n++] = "--";
	for (int i = 0; i < o->packs.n; i++)
		words[n++] = o->packs.s[i];
	p->record = record_open(o->record, words, n, at_ms);
	free(words);
	return p->record;
}
