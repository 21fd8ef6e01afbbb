/*
 * A settings file as it lies there: its text, and which line is whose. Private to core/.
 */
#ifndef SETTINGSREAD_H
#define SETTINGSREAD_H

#include "iniread.h"
#include "settings.h"

struct settings_file {
	struct ini_text text; /* empty where there is none to read */
	char *bytes;
	struct settings set;
	int line[SETTINGS]; /* where each stands; 0: it does not */
	int section;        /* line of the first header, where the settings end; 0: there is none */
};

void settings_open(struct settings_file *f, const char *path, struct diag *d);
void settings_close(struct settings_file *f);

#endif
