#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "diagprint.h"
#include "find.h"
#include "play.h"
#include "window.h"

enum { KEEP_MS = 1000 };

/* The command line, else the file, else the default. A script is repeatable: it reads none unless
 * it is told where. */
void playset_read(struct play *p)
{
	struct options *o = &p->options;
	struct diag d;

	if (o->script && !o->data)
		return;
	if (!find_settings(o->data, p->settings, sizeof(p->settings))) {
		p->settings[0] = '\0';
		return;
	}
	diag_init(&d, p->settings);
	struct settings kept = settings_read(p->settings, &d);
	for (int k = 0; k < SETTINGS; k++)
		if (!o->given[k])
			setting_copy(&o->set, &kept, (enum setting)k);
	p->mistakes = d.errors;
	if (d.errors + d.warnings > 0)
		diag_print(&d, stderr);
	diag_finish(&d);
}

bool playset_keep(void *play, struct event *answer)
{
	struct play *p = play;

	if (!p->due || !p->settings[0])
		return false;
	p->due = false;
	bool good = settings_write(p->settings, app_settings(p->app), p->changed);
	const char *why = good ? NULL : strerror(errno);
	bool news = p->kept != (good ? KEPT : UNKEPT);

	if (good)
		memset(p->changed, 0, sizeof(p->changed));
	else if (news)
		fprintf(stderr, "stairwell: settings can't be kept: %s: %s\n", p->settings, why);
	p->kept = good ? KEPT : UNKEPT;
	*answer = (struct event){.kind = EVENT_KEPT, .index = good, .text = why};
	return news;
}

/* A key that repeats changes something at every beat, and a disk has other things to do: it is
 * written when the settings are left, or a second after the first change. */
static bool may_wait(struct play *p, int64_t at_ms)
{
	bool open = strcmp(app_frame(p->app)->screen, "settings") == 0;

	if (p->due && p->keep_ms < 0)
		p->keep_ms = at_ms + KEEP_MS;
	if (p->keep_ms >= 0 && open && at_ms < p->keep_ms)
		return true;
	p->keep_ms = -1;
	return false;
}

/* Only now, as nobody waits for a disk to see what was changed. */
void playset_tell(struct play *p, struct shell *shell, const struct event *now)
{
	struct event answer;

	if (may_wait(p, now->at_ms) || !playset_keep(p, &answer))
		return;
	answer.at_ms = now->at_ms;
	answer.unix_ms = now->unix_ms;
	answer.utc_offset_min = now->utc_offset_min;
	shell_step(shell, &answer);
	window_show(p->window, p->painter, app_frame(p->app));
}
