#include "preview.h"

#include <string.h>

#include "listen.h"
#include "picture.h"

const struct preview_size preview_sizes[] = {
	{0, 0},     {1920, 1080}, {1280, 720},  {1024, 768},
	{640, 360}, {320, 240},   {1080, 1920}, {-1, 0},
};

static const struct entry *entry_of(const struct app *app)
{
	return &app->o.library->entries[0];
}

static const struct question *question_of(const struct app *app)
{
	return &app->preview.pack->questions[app->preview.question];
}

/* ---- which question ---- */

static void leave_pack(struct app *app)
{
	app->playing = false; /* its question is gone with the pack */
	pack_drop(app->preview.pack);
	app->preview.pack = NULL;
}

static void turn_to(struct app *app, const struct pack *p, int question)
{
	const struct question *q = &p->questions[question];
	bool same = app->preview.pack &&
		    (strcmp(question_of(app)->id, q->id) == 0 || question_of(app)->line == q->line);

	pack_keep(p);
	pack_drop(app->preview.pack);
	app->preview.pack = p;
	app->preview.question = question;
	if (!same) {
		app->preview.reveal = REVEAL_NOT;
		app->ui.scroll_at = 0;
	}
	app->chosen &= app->preview.reveal == REVEAL_CHOSEN ? UINT32_MAX : 0;
	preview_reveal(app, app->preview.reveal);
}

/* The question whose section it is; -1: there is none. */
static int find_at(const struct pack *p, const struct section *s)
{
	for (int i = 0; i < p->nquestions; i++)
		if (p->questions[i].line >= s->first && p->questions[i].line <= s->last)
			return s->question ? i : -1;
	return -1;
}

static int find_from(const struct pack *p, int line)
{
	for (int i = 0; i < p->nquestions; i++)
		if (p->questions[i].line >= line)
			return i;
	return p->nquestions - 1;
}

static int find_id(const struct pack *p, const char *id)
{
	for (int i = 0; i < p->nquestions; i++)
		if (strcmp(p->questions[i].id, id) == 0)
			return i;
	return -1;
}

/* The one that is shown, in a newer pack: by its ID, else by its place. */
static int find_same(const struct app *app, const struct pack *p)
{
	int same = find_id(p, question_of(app)->id);

	return same >= 0 ? same : find_from(p, question_of(app)->line);
}

/* The last good version of the question that begins at this line: as nothing changed before it,
 * that one begins there too. One that is still in the file is another, which has moved on. */
static void turn_to_old(struct app *app, const struct section *s, const struct pack *now)
{
	const struct pack *p = app->preview.pack;
	const struct section one = {s->first, s->first, true};
	int old = p ? find_at(p, &one) : -1;

	if (old >= 0 && !(now && find_id(now, p->questions[old].id) >= 0))
		turn_to(app, p, old);
	else if (p)
		leave_pack(app);
}

/* Shows what the line is about; in no question's section, the one that is shown or the next. */
static void look_at(struct app *app, int line)
{
	const struct entry *e = entry_of(app);
	bool good = e->pack && !e->stale;
	struct section s = preview_section(e->text, line);
	int q = good ? find_at(e->pack, &s) : -1;

	if (good && q < 0 && !s.question) {
		q = app->preview.pack ? find_same(app, e->pack) : find_from(e->pack, line);
		s = preview_section(e->text, e->pack->questions[q].line);
	}
	app->preview.old = q < 0;
	app->preview.put_away = false;
	if (s.question) {
		app->preview.first = s.first;
		app->preview.last = s.last;
	}
	if (q >= 0)
		turn_to(app, e->pack, q);
	else if (s.question)
		turn_to_old(app, &s, good ? e->pack : NULL);
}

void preview_open(struct app *app)
{
	app->preview.seed = app->o.seed;
	app->preview.bare = app->o.bare;
	app->broken = 0;
	app_go(app, &screen_preview);
	look_at(app, app->o.line);
	if (app->preview.pack && app->o.reveal > 0)
		preview_reveal(app, app->o.reveal);
}

void preview_read(struct app *app)
{
	int changed = entry_of(app)->changed;

	look_at(app, changed > 0 ? changed : app->preview.first);
}

bool app_reveals(const struct app *app)
{
	return app->preview.reveal != REVEAL_NOT;
}

bool app_previews(const struct app *app)
{
	return app->preview.pack && !app->preview.old;
}

/* ---- what pressing does ---- */

static void turn_by(struct app *app, int by)
{
	const struct entry *e = entry_of(app);
	const struct pack *p = e->pack && !e->stale ? e->pack : app->preview.pack;

	if (!p)
		return;
	int n = p->nquestions, at = app->preview.pack == p ? app->preview.question
				    : app->preview.pack    ? find_same(app, p)
							   : find_from(p, app->preview.first);
	int to = app->preview.pack ? (at + by + n) % n : at;
	if (p == e->pack)
		look_at(app, p->questions[to].line);
	else
		turn_to(app, p, to);
}

static void next_theme(struct app *app)
{
	int n = setting_number(&app->set, SETTING_THEME) + 1;

	setting_put(&app->set, SETTING_THEME, themes[n].id ? n : 0);
}

static void next_text(struct app *app)
{
	int at = app->set.text_percent;

	app->set.text_percent = at < 150 ? 150 : at < 200 ? 200 : 100;
}

static void next_language(struct app *app)
{
	const struct languages *l = &app->languages;
	int at = 0;

	while (app->set.language[0] && at < l->n && strcmp(l->of[at++].tag, app->set.language) != 0)
		;
	setting_take(&app->set, SETTING_LANGUAGE, at < l->n ? l->of[at].tag : "");
}

static void next_size(struct app *app)
{
	app->preview.size++;
	if (preview_sizes[app->preview.size].w < 0)
		app->preview.size = 0;
	app->ui.scroll_at = 0;
}

static void put_away(struct app *app)
{
	if (app->preview.old)
		app->preview.put_away = !app->preview.put_away;
	else
		app->preview.opened = !app->preview.opened;
}

static void act_preview(struct app *app, enum previewing p)
{
	switch (p) {
	case PREVIEW_BEFORE: turn_by(app, -1); break;
	case PREVIEW_AFTER: turn_by(app, 1); break;
	case PREVIEW_SIZE: next_size(app); break;
	case PREVIEW_THEME: next_theme(app); break;
	case PREVIEW_TEXT: next_text(app); break;
	case PREVIEW_LANGUAGE: next_language(app); break;
	case PREVIEW_DEAL:
		app->preview.seed++;
		preview_reveal(app,
			       app->preview.reveal == REVEAL_RIGHT ? REVEAL_RIGHT : REVEAL_NOT);
		break;
	case PREVIEW_REVEAL:
		app->ui.scroll_at = 0;
		preview_reveal(app, preview_next_reveal(app));
		break;
	case PREVIEW_FINDINGS: put_away(app); break;
	case PREVIEW_READ: app_effect(app, (struct effect){EFFECT_RELOAD, .index = 0}); break;
	case PREVIEW_BARE: app->preview.bare = !app->preview.bare; break;
	}
}

/* One step back: from the message, from the reveal, from it all. */
static void go_back(struct app *app)
{
	if (preview_tells(app))
		put_away(app);
	else if (app->preview.pack && app->preview.reveal != REVEAL_NOT)
		preview_reveal(app, REVEAL_NOT);
	else
		app->leaving = true;
}

static void choose(struct app *app, int position)
{
	const struct asked *a = game_asked(&app->game);

	if (app->preview.reveal != REVEAL_NOT || a->removed >> position & 1)
		return;
	if (a->need > 1)
		app->chosen ^= 1u << position;
	else
		preview_reveal(app, REVEAL_CHOICE + position);
}

static void help(struct app *app, enum lifeline l)
{
	if (app->preview.reveal != REVEAL_NOT || !game_can(&app->game, l))
		return;
	if (l == LIFELINE_SWAP) {
		turn_by(app, 1);
		return;
	}
	game_resume(&app->game, app->now);
	game_help(&app->game, l, app->now);
	game_pause(&app->game, app->now);
	app->chosen &= ~game_asked(&app->game)->removed;
}

static void act(struct app *app, struct action a, enum by by)
{
	if (a.verb == VERB_PREVIEW) {
		if (app->preview.pack || a.arg <= PREVIEW_AFTER || a.arg == PREVIEW_READ)
			act_preview(app, (enum previewing)a.arg);
		return;
	}
	if (!app->preview.pack) {
		if (a.verb == VERB_BACK)
			app->leaving = true;
		else
			screen_broken.act(app, a, by);
		return;
	}
	switch (a.verb) {
	case VERB_CHOOSE: choose(app, a.arg); break;
	case VERB_LOCK:
		if (app->chosen)
			preview_reveal(app, REVEAL_CHOSEN);
		break;
	case VERB_HELP: help(app, (enum lifeline)a.arg); break;
	case VERB_ZOOM: picture_zoom_to(app, a.arg); break;
	case VERB_LISTEN: listen_press(app); break;
	case VERB_NEXT: turn_by(app, 1); break;
	case VERB_AGAIN: preview_reveal(app, REVEAL_NOT); break;
	case VERB_PAUSE:
		if (by == BY_KEY) /* Escape: there is no pause to go to */
			go_back(app);
		break;
	default: break;
	}
}

const struct screen screen_preview = {"preview", NULL, act, NULL, previewpage_draw};
