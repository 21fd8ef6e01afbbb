#include "shell.h"

#include "record.h"

bool shell_step(struct shell *s, const struct event *ev)
{
	enum { RELOADS = 64 };
	const struct effect *effects;
	int loaded[RELOADS], nloaded = 0;

	if (s->record)
		record_event(s->record, ev);
	if (!app_step(s->app, ev))
		return false;
	int n = app_effects(s->app, &effects);
	for (int i = 0; i < n; i++) {
		if (effects[i].kind != EFFECT_RELOAD) {
			if (s->perform)
				s->perform(s->ctx, &effects[i]);
		} else if (nloaded < RELOADS) {
			library_reload(s->library, effects[i].index);
			loaded[nloaded++] = effects[i].index;
		}
	}
	for (int i = 0; i < nloaded; i++) {
		struct event answer = *ev;
		answer.kind = EVENT_LOADED;
		answer.index = loaded[i];
		if (!shell_step(s, &answer))
			return false;
	}
	return true;
}
