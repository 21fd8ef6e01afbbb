#include "kiosklife.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audio.h"
#include "find.h"
#include "play.h"
#include "service.h"
#include "strikes.h"
#include "window.h"

enum { LEAVE_MS = 5000 };

void kiosklife_begin(struct play *p)
{
	struct kiosklife *l = &p->life;
	char folder[PATH_MAX], strikes[PATH_MAX + 16], words[HEALTH_WORDS + 1024];
	bool home = find_data(p->options.data, folder, sizeof folder);

	l->on = true;
	bool marked = ending_begin(home ? folder : NULL, STAIRWELL_VERSION, &l->last);
	if (!marked) {
		snprintf(l->unmarked, sizeof l->unmarked, "%s",
			 home ? strerror(errno) : "there is no home folder");
		fprintf(stderr, "stairwell: how it ends can't be noted for the next start: %s\n",
			l->unmarked);
	}
	if (ending_words(&l->last, words, sizeof words))
		fprintf(stderr, "stairwell: last time %s\n", words);
	if (!home)
		return;
	snprintf(strikes, sizeof strikes, "%s/strikes", folder);
	l->out = strikes_take(strikes, &l->last);
	if (l->out)
		fprintf(stderr,
			"stairwell: %s was played when the game broke down twice; it sits out\n",
			l->last.pack);
}

/* Whether a pack's own texts and pictures are what is shown there. */
static bool plays(const char *screen)
{
	return strcmp(screen, "question") == 0 || strcmp(screen, "reveal") == 0 ||
	       strcmp(screen, "pause") == 0 || strcmp(screen, "attract") == 0;
}

static void note(const struct play *p)
{
	const char *screen = app_frame(p->app)->screen;
	const struct game *g = app_shown_game(p->app);
	struct ending doing = {0};
	char status[64];

	snprintf(doing.screen, sizeof doing.screen, "%s", screen);
	if (g && plays(screen)) {
		snprintf(doing.question, sizeof doing.question, "%s", game_question(g)->id);
		snprintf(doing.pack, sizeof doing.pack, "%s", game_pack(g)->path);
		doing.hash = game_pack(g)->hash;
	}
	ending_note(&doing);
	snprintf(status, sizeof status, "Shows the screen %s", screen);
	service_says(status);
}

void kiosklife_step(struct play *p, const struct event *now)
{
	if (!p->life.on)
		return;
	note(p);
	if (!p->audio)
		return;
	audio_master(p->audio, kiosk_volume(p->kiosk, p->life.volume,
					    (struct moment){now->unix_ms, now->utc_offset_min}));
	audio_bed(p->audio, app_frame(p->app)->bed);
}

void kiosklife_perform(struct play *p, const struct effect *e)
{
	if (e->kind == EFFECT_OPERATE && e->index == OPERATE_VOLUME)
		p->life.volume = e->value;
}

void kiosklife_health(const struct play *p, struct health *h)
{
	if (!p->life.on)
		return;
	ending_health(&p->life.last, h);
	if (p->life.unmarked[0])
		health_add(h, HEALTH_BAD, "Data folder",
			   "Make it writable, or give another with --data",
			   "how the game ends can't be noted: %s", p->life.unmarked);
	if (p->audio && audio_silent(p->audio))
		health_add(h, HEALTH_BAD, "Sound", "See that the loudspeakers are plugged in",
			   "no device to play on; it is tried again every ten seconds");
}

/* The machine's own units see the file and show a login prompt (stairwell-leave.path). */
static bool ask_to_leave(void)
{
	const char *folder = getenv("RUNTIME_DIRECTORY");
	char path[PATH_MAX];
	int fd = -1;

	if (!folder)
		return false;
	int n = snprintf(path, sizeof path, "%.*s/leave", (int)strcspn(folder, ":"), folder);
	if (n > 0 && n < (int)sizeof path)
		fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (fd < 0) {
		fprintf(stderr, "stairwell: %s: %s\n", path, strerror(errno));
		return false;
	}
	close(fd);
	return true;
}

void kiosklife_end(struct play *p, bool for_good)
{
	if (!p->life.on)
		return;
	p->life.on = false;
	ending_end();
	if (for_good && ask_to_leave() && p->window) {
		struct event ev = window_now(p->window);
		int64_t until_ms = ev.at_ms + LEAVE_MS;
		while (ev.at_ms < until_ms && !(ev.kind == EVENT_QUIT && ev.index == 1))
			window_wait(p->window, until_ms, &ev);
	}
	service_ends();
}
