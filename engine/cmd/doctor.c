#include "doctor.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "checkup.h"
#include "find.h"
#include "font.h"
#include "kioskhealth.h"
#include "wallclock.h"

static const char SERVICE[] = "stairwell-kiosk.service";

/* ---- what the machine itself does not tell ---- */

static void see_config(struct health *h, const struct kiosk *k, const char *config, int mistakes)
{
	char help[HEALTH_WORDS];

	if (!config)
		health_add(h, HEALTH_NOTE, "File", "Name one: stairwell kiosk --doctor CONFIG.ini",
			   "none was named, so everything is as it is by itself");
	else
		kioskhealth_file(h, config, mistakes);
	snprintf(help, sizeof(help), "Type: sudo stairwell kiosk --set-pin %s",
		 config ? config : "CONFIG.ini");
	if (k->pin[0])
		health_add(h, HEALTH_GOOD, "PIN", "", "set");
	else
		health_add(h, HEALTH_NOTE, "PIN", help,
			   "none is set, so staff can't reach their page");
}

enum { NAMED = 6 }; /* of what there may be many */

/* Paths where nothing is, and the like. */
static void see_paths(struct health *h, const struct diag *d)
{
	int n = 0;

	for (int i = 0; i < d->n; i++) {
		const struct finding *f = &d->findings[i];
		if (f->severity == SEVERITY_ERROR || n++ >= NAMED)
			continue;
		char help[HEALTH_WORDS];
		snprintf(help, sizeof(help), "%s", f->help ? f->help : "");
		help[0] = (char)toupper((unsigned char)help[0]);
		health_add(h, HEALTH_NOTE, strcmp(f->code, "W807") == 0 ? "Report" : "File", help,
			   "%s", f->message);
	}
}

static void see_packs(struct health *h, const struct play *p, const struct kiosk *k)
{
	const struct library *l = &p->library;
	int bad = 0;

	kioskhealth_packs(h, l, k,
			  "Put packs into a folder, and its path behind packs = in the file");
	for (int i = 0; i < l->n; i++) {
		const struct entry *e = &l->entries[i];
		char help[HEALTH_WORDS];
		if (e->diag.errors == 0 || bad++ >= NAMED)
			continue;
		snprintf(help, sizeof(help), "Type: stairwell check %s", e->path);
		health_add(h, HEALTH_NOTE, "Packs", help, "%d mistake%s in %s", e->diag.errors,
			   e->diag.errors == 1 ? "" : "s", e->path);
	}
}

static void see_fonts(struct health *h)
{
	char ini[PATH_MAX] = "";

	find_share("fonts/fonts.ini", ini, sizeof(ini));
	struct fonts *f = fonts_open(ini);
	const char *notes = f ? fonts_notes(f) : "";

	if (!f)
		health_add(h, HEALTH_BAD, "Fonts", "Install the game again: its fonts are gone",
			   "none can be opened");
	else if (notes[0])
		health_add(h, HEALTH_NOTE, "Fonts", "", "%.*s", (int)strcspn(notes, "\n"), notes);
	else
		health_add(h, HEALTH_GOOD, "Fonts", "", "all there");
	if (f)
		fonts_close(f);
}

static bool is_in(const char *folder, const char *name)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return access(path, F_OK) == 0;
}

static void see_service(struct health *h)
{
	static const char *const folders[] = {"/etc/systemd/system",
					      "/usr/local/lib/systemd/system",
					      "/lib/systemd/system", "/usr/lib/systemd/system"};
	bool there = false;

	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++)
		there = there || is_in(folders[i], SERVICE);
	if (!there)
		health_add(h, HEALTH_NOTE, "Service", "Install the package stairwell-kiosk",
			   "not installed, so the game does not begin with the machine");
	else if (!is_in("/etc/systemd/system/multi-user.target.wants", SERVICE) &&
		 !is_in("/etc/systemd/system/graphical.target.wants", SERVICE))
		health_add(h, HEALTH_NOTE, "Service",
			   "Type: sudo systemctl enable --now stairwell-kiosk",
			   "installed, and not switched on");
	else
		health_add(h, HEALTH_GOOD, "Service", "", "begins with the machine");
}

/* ---- telling ---- */

static void tell(const struct health_line *l)
{
	static const char *const words[] = {"good", "note", "bad"};

	printf("%-4s  %s: %s\n", words[l->level], l->what, l->say);
	if (l->help[0])
		printf("      %s\n", l->help);
}

int doctor(struct play *p, const struct kiosk *k, const char *config, const struct diag *d)
{
	char data[PATH_MAX];
	struct health h = {0};
	int bad = 0, notes = 0;
	bool home = find_data(p->options.data, data, sizeof(data));

	see_config(&h, k, config, d->errors);
	see_paths(&h, d);
	see_packs(&h, p, k);
	checkup_look(&h,
		     &(struct checkup){.root = "",
				       .folder = home ? data : NULL,
				       .user = "stairwell",
				       .now = wallclock_now(),
				       .shown = getenv("WAYLAND_DISPLAY") || getenv("DISPLAY")});
	see_fonts(&h);
	see_service(&h);
	for (int i = 0; i < h.n; i++) {
		tell(&h.line[i]);
		bad += h.line[i].level == HEALTH_BAD;
		notes += h.line[i].level == HEALTH_NOTE;
	}
	printf("%d bad, %d to look at, %d good\n", bad, notes, h.n - bad - notes);
	return bad > 0;
}
