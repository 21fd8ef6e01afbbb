#include "languages.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/ustring.h>

/* As it stands in a list, in the language itself; the tag where ICU knows no name. */
static void name(const char *tag, char *out, size_t room)
{
	UDisplayContext how[] = {UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU};
	UErrorCode error = U_ZERO_ERROR;
	char locale[ULOC_FULLNAME_CAPACITY];
	UChar wide[64];
	int32_t n = 0;

	uloc_forLanguageTag(tag, locale, sizeof locale, NULL, &error);
	ULocaleDisplayNames *names = uldn_openForContext(locale, how, 1, &error);
	int32_t nwide = uldn_localeDisplayName(names, locale, wide, 64, &error);
	if (U_SUCCESS(error)) /* filled to the brim is a mere warning, and not ended */
		u_strToUTF8(out, (int32_t)room, &n, wide, nwide, &error);
	uldn_close(names);
	if (U_FAILURE(error) || n == 0 || (size_t)n >= room)
		snprintf(out, room, "%s", tag);
}

static void add(struct languages *l, const char *tag, int packs, int most)
{
	int i = 0;

	while (i < l->n && strcasecmp(l->of[i].tag, tag) != 0)
		i++;
	if (i == most || strlen(tag) >= sizeof l->of[i].tag)
		return;
	if (i == l->n) {
		l->n++;
		l->of[i].packs = 0;
		strcpy(l->of[i].tag, tag);
		name(tag, l->of[i].name, sizeof l->of[i].name);
	}
	l->of[i].packs += packs;
}

static bool is_among(const char **tags, const char *tag)
{
	for (; tags && *tags; tags++)
		if (strcasecmp(*tags, tag) == 0)
			return true;
	return false;
}

void languages_find(struct languages *l, const struct library *library, const char *set)
{
	l->n = l->packs = 0;
	for (int i = 0; i < library->n; i++) {
		const struct pack *p = library->entries[i].pack;
		if (!p)
			continue;
		l->packs++;
		for (int k = 0; p->languages && p->languages[k]; k++)
			add(l, p->languages[k], 1, PACK_LANGUAGES);
	}
	if (*set)
		add(l, set, 0, PACK_LANGUAGES + 1);
	for (int i = 0; i < l->n; i++) {
		const char *tag = l->of[i].tag;
		for (int k = 0; k < library->n; k++) { /* what was written in it needs no other */
			const struct pack *p = library->entries[k].pack;
			if (p && p->language && strcasecmp(p->language, tag) == 0 &&
			    !is_among(p->languages, tag))
				l->of[i].packs++;
		}
	}
}

void languages_written(struct languages *l, const struct library *library)
{
	l->n = l->packs = 0;
	for (int i = 0; i < library->n; i++) {
		const struct pack *p = library->entries[i].pack;
		if (p && p->language)
			add(l, p->language, 1, PACK_LANGUAGES);
	}
}

const char *languages_name(const struct languages *l, const char *tag)
{
	for (int i = 0; i < l->n; i++)
		if (strcasecmp(l->of[i].tag, tag) == 0)
			return l->of[i].name;
	return NULL;
}

/* The one language all packs are written in; NULL: there is none. */
static const char *common_language(const struct library *library)
{
	const char *all = NULL;

	for (int i = 0; i < library->n; i++) {
		const struct pack *p = library->entries[i].pack;
		if (p && (!p->language || (all && strcasecmp(all, p->language) != 0)))
			return NULL;
		all = p ? p->language : all;
	}
	return all;
}

/* First what is written, whatever it is called. */
static void add_written(struct languages *l, const struct library *library)
{
	const char *tag = common_language(library);

	strcpy(l->of[0].name, "As written");
	if (tag)
		name(tag, l->of[0].name, sizeof l->of[0].name);
	l->of[0].tag[0] = '\0';
	l->n = 1;
}

void languages_offer(struct languages *l, const struct library *library,
		     const char tags[][KIOSK_TAG], int n)
{
	l->n = l->packs = 0;
	for (int i = 0; i < n; i++)
		add(l, tags[i], 0, PACK_LANGUAGES + 1);
	if (n > 0)
		return;
	add_written(l, library);
	for (int i = 0; i < library->n; i++) {
		const struct pack *p = library->entries[i].pack;
		for (int k = 0; p && p->languages && p->languages[k]; k++)
			add(l, p->languages[k], 1, PACK_LANGUAGES + 1);
	}
}
