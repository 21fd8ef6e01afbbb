#include "shell.h"

#include "picture.h"
#include "record.h"

enum { RELOADS = 64 };

/* What was read again, in answer to which events are due. */
struct loaded {
	int n, index[RELOADS];
};

static void want_picture(struct shell *s, const struct effect *e)
{
	const struct frame *f = app_frame(s->app);

	if (s->pictures)
		pictures_want(s->pictures, e->folder, e->text, f->w, f->h);
}

static void perform(struct shell *s, const struct effect *e, struct loaded *loaded)
{
	switch (e->kind) {
	case EFFECT_PICTURE: want_picture(s, e); break;
	case EFFECT_RELOAD:
		if (loaded->n == RELOADS)
			break;
		library_reload(s->library, e->index);
		loaded->index[loaded->n++] = e->index;
		break;
	default:
		if (s->perform)
			s->perform(s->ctx, e);
	}
}

/* Does what the app asks for, and lets it know what came of it. False: leave. */
static bool follow(struct shell *s, const struct event *ev)
{
	const struct effect *effects;
	struct loaded loaded = {0};
	int n = app_effects(s->app, &effects);

	for (int i = 0; i < n; i++)
		perform(s, &effects[i], &loaded);
	for (int i = 0; i < loaded.n; i++) {
		struct event answer = *ev;
		answer.kind = EVENT_LOADED;
		answer.index = loaded.index[i];
		if (!shell_step(s, &answer))
			return false;
	}
	struct event answer = *ev;
	while (s->pictures && pictures_answer(s->pictures, &answer))
		if (!shell_step(s, &answer))
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
	return app_step(s->app, ev) && follow(s, ev);
}
