#include "checkup.h"

#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <sys/timex.h>
#include <unistd.h>

#include "diag.h"
#include "kiosk.h"

enum { LINE = 512, DISK_BAD_MB = 50, DISK_LOW_MB = 500 };

static FILE *open_file(const struct checkup *c, const char *path)
{
	char whole[PATH_MAX];

	snprintf(whole, sizeof(whole), "%s%s", c->root, path);
	return fopen(whole, "r");
}

/* Its first line, without the end; false: there is none. */
static bool read_first(const struct checkup *c, const char *path, char line[LINE])
{
	FILE *in = open_file(c, path);
	bool good = in && fgets(line, LINE, in);

	if (in)
		fclose(in);
	if (good)
		line[strcspn(line, "\n")] = '\0';
	return good;
}

static bool is_there(const struct checkup *c, const char *path, int how)
{
	char whole[PATH_MAX];

	snprintf(whole, sizeof(whole), "%s%s", c->root, path);
	return access(whole, how) == 0;
}

/* ---- the display ---- */

enum { EDID = 128, EDID_TIMING = 54 };

/* The picture's size in pixels and millimetres, of the first timing of the screen's own data
 * (VESA E-EDID 3.10.2). */
static bool read_edid(const struct checkup *c, const char *connector, int px[2], int mm[2])
{
	char path[PATH_MAX];
	unsigned char e[EDID], *t = e + EDID_TIMING;

	snprintf(path, sizeof(path), "/sys/class/drm/%s/edid", connector);
	FILE *in = open_file(c, path);
	bool good = in && fread(e, 1, EDID, in) == EDID && (t[0] | t[1]) != 0;
	if (in)
		fclose(in);
	if (!good)
		return false;
	px[0] = t[2] | (t[4] >> 4) << 8;
	px[1] = t[5] | (t[7] >> 4) << 8;
	mm[0] = t[12] | (t[14] >> 4) << 8;
	mm[1] = t[13] | (t[14] & 15) << 8;
	return mm[0] > 0 && mm[1] > 0;
}

static void see_display(struct health *h, const struct checkup *c)
{
	char folder[PATH_MAX], path[PATH_MAX], line[LINE], found[256] = "";
	const struct dirent *at;
	int n = 0, px[2] = {0}, mm[2] = {0};

	snprintf(folder, sizeof(folder), "%s/sys/class/drm", c->root);
	DIR *d = opendir(folder);
	while (d && (at = readdir(d))) {
		snprintf(path, sizeof(path), "/sys/class/drm/%s/status", at->d_name);
		if (!read_first(c, path, line) || strcmp(line, "connected") != 0)
			continue;
		n++;
		snprintf(found, sizeof(found), "%s", diag_quote(at->d_name, strlen(at->d_name)).s);
		if (read_edid(c, at->d_name, px, mm))
			h->px_per_mm = n == 1 ? (float)px[0] / (float)mm[0] : 0;
	}
	if (d)
		closedir(d);
	if (n > 1)
		h->px_per_mm = 0; /* whose it would be is not known */
	if (h->px_per_mm > 0)
		health_add(h, HEALTH_GOOD, "Display", "", "%s, %d x %d, %d x %d mm", found, px[0],
			   px[1], mm[0], mm[1]);
	else if (n > 0)
		health_add(h, HEALTH_GOOD, "Display", "", "%d connected", n);
	else if (c->shown)
		health_add(h, HEALTH_GOOD, "Display", "", "there is one");
	else
		health_add(h, HEALTH_BAD, "Display",
			   "Plug a display in and switch it on: the game begins when there is one",
			   "none is connected");
}

/* ---- touch ---- */

/* One of the blocks of /proc/bus/input/devices. */
struct device {
	char name[LINE], event[32];
	bool direct; /* it is pointed at where the picture is: INPUT_PROP_DIRECT */
};

static void read_line(struct device *d, const char *line)
{
	const char *s;

	if (strncmp(line, "N: Name=\"", 9) == 0)
		snprintf(d->name, sizeof(d->name), "%.*s", (int)strcspn(line + 9, "\"\n"),
			 line + 9);
	else if (strncmp(line, "B: PROP=", 8) == 0)
		d->direct = strtoul(line + 8, NULL, 16) & 2;
	else if (strncmp(line, "H:", 2) == 0 && (s = strstr(line, "event")))
		snprintf(d->event, sizeof(d->event), "%.*s", (int)strcspn(s, " \n"), s);
}

static void tell_touch(struct health *h, const struct checkup *c, const struct device *d)
{
	char node[64], help[HEALTH_WORDS];
	struct quote name = diag_quote(d->name, strlen(d->name));

	snprintf(node, sizeof(node), "/dev/input/%s", d->event);
	if (is_there(c, node, R_OK) || is_there(c, "/run/seatd.sock", F_OK)) {
		health_add(h, HEALTH_GOOD, "Touch", "", "%s", name.s);
		return;
	}
	snprintf(help, sizeof(help), "Type: sudo usermod -aG input %s", c->user);
	health_add(h, HEALTH_BAD, "Touch", help, "%s is there, and may not be read", name.s);
}

static void see_touch(struct health *h, const struct checkup *c)
{
	FILE *in = open_file(c, "/proc/bus/input/devices");
	struct device d = {0};
	char line[LINE];
	int n = 0;

	while (in && fgets(line, sizeof(line), in)) {
		read_line(&d, line);
		if (line[0] != '\n')
			continue;
		if (d.direct && d.event[0] && n++ == 0)
			tell_touch(h, c, &d);
		d = (struct device){0};
	}
	if (in)
		fclose(in);
	if (n == 0)
		health_add(h, HEALTH_NOTE, "Touch",
			   "Plug one in, or let visitors have a mouse, keys or buttons",
			   "there is no touch screen");
}

/* ---- sound, clock, disk ---- */

static void see_sound(struct health *h, const struct checkup *c)
{
	char line[LINE];

	if (read_first(c, "/proc/asound/cards", line) && !strstr(line, "no soundcards")) {
		const char *name = strstr(line, "]: ");
		name = name ? name + 3 : line;
		health_add(h, HEALTH_GOOD, "Sound", "", "%s", diag_quote(name, strlen(name)).s);
		return;
	}
	health_add(h, HEALTH_NOTE, "Sound", "Plug one in if the game is to be heard",
		   "there is no sound card");
}

/* 1: a time server keeps it right; 0: none does; -1: nobody says. */
static int kept_right(const struct checkup *c)
{
	struct timex t = {0};

	if (is_there(c, "/run/systemd/timesync/synchronized", F_OK))
		return 1;
	int state = adjtimex(&t);
	return state < 0 ? -1 : state != TIME_ERROR;
}

static void see_clock(struct health *h, const struct checkup *c)
{
	if (kiosk_clock_wrong(c->now))
		health_add(h, HEALTH_BAD, "Clock",
			   "Type: sudo timedatectl set-time \"2031-12-24 18:00\" (as it is now)",
			   "it is wrong, so hours, boards of a day and the nightly report wait");
	else if (kept_right(c) == 0)
		health_add(h, HEALTH_NOTE, "Clock",
			   "Look at it once a year, or connect a network with a time server",
			   "set, and nobody keeps it right");
	else
		health_add(h, HEALTH_GOOD, "Clock", "", "set");
}

/* The folder, or the one it will be made in. */
static bool find_there(char path[PATH_MAX])
{
	while (access(path, F_OK) != 0) {
		char *slash = strrchr(path, '/');
		if (!slash || slash == path)
			return false;
		*slash = '\0';
	}
	return true;
}

static void see_disk(struct health *h, const struct checkup *c)
{
	char path[PATH_MAX];
	struct statvfs s;

	snprintf(path, sizeof(path), "%s", c->folder ? c->folder : "");
	if (!find_there(path) || statvfs(path, &s) != 0) {
		health_add(h, HEALTH_BAD, "Disk", "Set HOME, or say where with --data",
			   "there is no folder to keep anything in");
		return;
	}
	long long mb = (long long)s.f_bavail * (long long)s.f_frsize / 1000000;
	if (access(path, W_OK) != 0)
		health_add(h, HEALTH_BAD, "Disk",
			   "Let the game write there; until then nothing is kept",
			   "%s can't be written to: %s", path, strerror(errno));
	else if (mb < DISK_LOW_MB)
		health_add(h, mb < DISK_BAD_MB ? HEALTH_BAD : HEALTH_NOTE, "Disk",
			   "Delete what is not needed: a full disk keeps no more games",
			   "%lld MB free", mb);
	else
		health_add(h, HEALTH_GOOD, "Disk", "", "%.1f GB free", (double)mb / 1000);
}

void checkup_look(struct health *h, const struct checkup *c)
{
	see_display(h, c);
	see_touch(h, c);
	see_sound(h, c);
	see_clock(h, c);
	see_disk(h, c);
}

void checkup_running(struct health *h, int64_t ms)
{
	long long minutes = ms / 60000, hours = minutes / 60, days = hours / 24;

	if (days > 0)
		health_add(h, HEALTH_GOOD, "Running", "", "%lld d %lld h", days, hours % 24);
	else
		health_add(h, HEALTH_GOOD, "Running", "", "%lld h %lld min", hours, minutes % 60);
}
