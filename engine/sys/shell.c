#include "shell.h"

#include <stdio.h>
#include <unistd.h>

#include "audio.h"
#include "keeper.h"
#include "packmedia.h"
#include "pictures.h"
#include "record.h"
#include "sound.h"

enum { ANSWERS = 64 };

/* Events that are due because of what was done. */
struct answers {
	int n;
	struct event ev[ANSWERS];
};

static void answer(struct answers *to, struct event ev)
{
	if (to->n < ANSWERS)
		to->ev[to->n++] = ev;
}

static void want_picture(struct shell *s, const struct effect *e)
{
	const struct frame *f = app_frame(s->app);

	if (s->pictures)
		pictures_want(s->pictures, e->folder, e->text, f->w, f->h);
}

/* Begins to play it, where anything is heard. Returns its length in ms; 0: it can't be played. */
static int play_sound(struct shell *s, const struct effect *e)
{
	snprintf(s->sound_folder, sizeof s->sound_folder, "%s", e->folder);
	snprintf(s->sound, sizeof s->sound, "%s", e->text);
	int fd = media_open(e->folder, e->text, MEDIA_SOUND);
	int64_t ms = fd >= 0 ? sound_length_ms(fd) : 0;

	if (ms <= 0 || ms > MEDIA_SOUND_MS)
		ms = 0;
	if (s->audio && ms > 0)
		audio_play(s->audio, fd, (int)ms);
	else if (fd >= 0)
		close(fd);
	return (int)ms;
}

static void remember(struct shell *s, const struct effect *e, struct answers *answers,
		     const struct event *now)
{
	if (s->keeper)
		keeper_perform(s->keeper, e, app_game(s->app), now);
	else if (e->kind == EFFECT_BOARDS)
		answer(answers, (struct event){.kind = EVENT_BOARDS});
}

static void perform(struct shell *s, const struct effect *e, struct answers *answers,
		    const struct event *now)
{
	switch (e->kind) {
	case EFFECT_PICTURE: want_picture(s, e); break;
	case EFFECT_SOUND:
		answer(answers, (struct event){.kind = EVENT_SOUND,
					       .index = play_sound(s, e),
					       .folder = e->folder,
					       .text = e->text});
		break;
	case EFFECT_RELOAD:
		library_reload(s->library, e->index);
		if (s->read)
			s->read(s->ctx, e->index);
		answer(answers, (struct event){.kind = EVENT_LOADED, .index = e->index});
		break;
	default:
		if (s->perform)
			s->perform(s->ctx, e);
		remember(s, e, answers, now);
		if (s->audio)
			audio_perform(s->audio, e);
	}
}

static bool follow(struct shell *s, const struct event *ev);

static struct event at(struct event answer, const struct event *ev)
{
	answer.at_ms = ev->at_ms;
	answer.unix_ms = ev->unix_ms;
	answer.utc_offset_min = ev->utc_offset_min;
	return answer;
}

/* What the last step asks for is done too, such as how the program is to end. */
static bool step(struct shell *s, const struct event *ev)
{
	bool goes_on = app_step(s->app, ev);

	return follow(s, ev) && goes_on;
}

/* What is answered at once is so again when the record is played. */
static bool step_unrecorded(struct shell *s, struct event answer, const struct event *ev)
{
	answer = at(answer, ev);
	return step(s, &answer);
}

/* Does what the app asks for, and lets it know what came of it. False: leave. */
static bool follow(struct shell *s, const struct event *ev)
{
	const struct effect *effects;
	struct answers answers = {0};
	struct event late = {0};
	int n = app_effects(s->app, &effects);

	for (int i = 0; i < n; i++)
		perform(s, &effects[i], &answers, ev);
	for (int i = 0; i < answers.n; i++)
		if (!step_unrecorded(s, answers.ev[i], ev))
			return false;
	while (s->pictures && pictures_answer(s->pictures, &late))
		if (!step_unrecorded(s, late, ev))
			return false;
	while (s->keeper && keeper_answer(s->keeper, &late))
		if (!step_unrecorded(s, late, ev))
			return false;
	while (s->late && s->late(s->ctx, &late))
		if (!step_unrecorded(s, late, ev))
			return false;
	while (s->audio && audio_answer(s->audio))
		if (!shell_sound_failed(s, ev))
			return false;
	return true;
}

bool shell_begin(struct shell *s, const struct event *first)
{
	return follow(s, first);
}

bool shell_step(struct shell *s, const struct event *ev)
{
	if (s->record)
		record_event(s->record, ev);
	if (s->keeper)
		keeper_tick(s->keeper, ev);
	/* What time has brought is done first: what a hand does then may leave the game that it is
	 * about. */
	bool later = ev->at_ms > s->stepped_ms;
	s->stepped_ms = ev->at_ms;
	if (later && ev->kind != EVENT_TICK && app_game(s->app) &&
	    !step_unrecorded(s, (struct event){.kind = EVENT_TICK}, ev))
		return false;
	return step(s, ev);
}

bool shell_sound_failed(struct shell *s, const struct event *now)
{
	struct event ev = {.kind = EVENT_SOUND, .folder = s->sound_folder, .text = s->sound};

	ev = at(ev, now);
	return shell_step(s, &ev);
}
