#include "kioskhealth.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "packs.h"

void kioskhealth_file(struct health *h, const char *config, int mistakes)
{
	char help[HEALTH_WORDS];

	if (mistakes == 0) {
		health_add(h, HEALTH_GOOD, "File", "", "%s has no mistakes", config);
		return;
	}
	snprintf(help, sizeof(help), "Type: stairwell kiosk --check %s", config);
	health_add(h, HEALTH_BAD, "File", help, "%d mistake%s in %s", mistakes,
		   mistakes == 1 ? "" : "s", config);
}

static bool is_below(const char *path, const char *place)
{
	size_t n = strlen(place);

	while (n > 1 && place[n - 1] == '/')
		n--;
	return strncmp(path, place, n) == 0 && (path[n] == '/' || path[n] == '\0');
}

bool kioskhealth_missing(const struct kiosk *k, const struct library *l, int i)
{
	for (int j = 0; j < l->n; j++)
		if (is_below(l->entries[j].path, k->packs[i]))
			return false;
	return access(k->packs[i], F_OK) != 0;
}

void kioskhealth_packs(struct health *h, const struct library *l, const struct kiosk *k,
		       const char *help)
{
	int good = 0, partly = 0, broken = 0, missing = 0;
	char say[HEALTH_WORDS] = "there is none that can be played";
	size_t n;

	for (int i = 0; i < l->n; i++) {
		const struct entry *e = &l->entries[i];
		good += e->pack && !packs_is_tour(l, e->path);
		partly += e->pack && e->diag.errors > 0;
		broken += !e->pack;
	}
	for (int i = 0; k && i < k->npacks; i++)
		missing += kioskhealth_missing(k, l, i);
	if (good > 0)
		snprintf(say, sizeof(say), "%d can be played", good);
	n = strlen(say);
	if (partly > 0)
		snprintf(say + n, sizeof(say) - n, ", %d of them in part", partly);
	n = strlen(say);
	if (broken > 0)
		snprintf(say + n, sizeof(say) - n, ", %d can't", broken);
	n = strlen(say);
	if (missing > 0)
		snprintf(say + n, sizeof(say) - n, ", %d missing", missing);
	bool well = good > 0 && partly + broken + missing == 0;
	health_add(h,
		   good == 0 ? HEALTH_BAD
		   : well    ? HEALTH_GOOD
			     : HEALTH_NOTE,
		   "Packs", well ? "" : help, "%s", say);
}
