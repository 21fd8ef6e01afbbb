#include "pin.h"

#include <crypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What `setting` (a hash, or the start of one) makes of it. */
static bool hash_as(const char *setting, const char *pin, char hash[KIOSK_PIN])
{
	struct crypt_data *d = calloc(1, sizeof *d);
	const char *got = d ? crypt_r(pin, setting, d) : NULL;
	bool good = got && got[0] != '*' && strlen(got) < KIOSK_PIN;

	if (good)
		snprintf(hash, KIOSK_PIN, "%s", got);
	if (d)
		explicit_bzero(d, sizeof *d);
	free(d);
	return good;
}

bool pin_hash(const char *pin, char hash[KIOSK_PIN])
{
	char setting[CRYPT_GENSALT_OUTPUT_SIZE];

	return crypt_gensalt_rn("$7$", 0, NULL, 0, setting, sizeof setting) &&
	       hash_as(setting, pin, hash);
}

/* How long it takes does not tell where they differ. */
static bool same(const char a[KIOSK_PIN], const char b[KIOSK_PIN])
{
	unsigned differ = 0;

	for (int i = 0; i < KIOSK_PIN; i++)
		differ |= (unsigned)(a[i] ^ b[i]);
	return differ == 0;
}

bool pin_right(const char *hash, const char *pin)
{
	char made[KIOSK_PIN] = {0}, kept[KIOSK_PIN] = {0};

	snprintf(kept, sizeof kept, "%s", hash);
	return kept[0] == '$' && hash_as(kept, pin, made) && same(made, kept);
}
