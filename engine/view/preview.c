#include "preview.h"

#include <math.h>
#include <string.h>

#include "finding.h"
#include "listen.h"
#include "picture.h"
#include "place.h"
#include "questionpage.h"

const struct preview_size preview_sizes[] = {
	{0, 0},     {1920, 1080}, {1280, 720},  {1024, 768},
	{640, 360}, {320, 240},   {1080, 1920}, {-1, 0},
};

enum { FINDINGS = 8 };

static const char LAST_GOOD[] = "The question above is its last good version. W hides this.";

static const struct entry *entry_of(const struct app *app)
{
	return &app->o.library->entries[0];
}

static const struct question *question_of(const struct app *app)
{
	return &app->preview.pack->questions[app->preview.question];
}

/* ---- a game of this question ---- */

/* It is the first of a game, and others follow it as they do in the file. */
static void deal(struct app *app)
{
	const struct pack *p = app->preview.pack;
	struct deck *d = &app->deck;
	int wanted = p->draw > 0 ? p->draw : DECK_WANTED;

	memset(d, 0, sizeof *d);
	d->n = wanted < p->nquestions ? wanted : p->nquestions;
	d->nspare = p->nquestions > d->n;
	d->nrounds = 1;
	for (int i = 0; i < d->n + d->nspare; i++) {
		d->item[i].pack = p;
		d->item[i].question = (uint32_t)((app->preview.question + i) % p->nquestions);
	}
}

/* Nothing was answered yet, and the clock stands still. */
static void ask(struct app *app)
{
	const struct game_options o = {.mode = app->o.mode,
				       .seed = app->preview.seed,
				       .clock_percent = app->set.clock_percent,
				       .reading_percent = app->set.reading_percent,
				       .even = !app->set.speed_bonus};

	deal(app);
	game_start(&app->game, &app->deck, &o, app->now);
	game_pause(&app->game, app->now);
	app->playing = true;
	app->locked_ms = app->review = app->saving_ms = -1;
	app->chosen = 0;
	listen_leave(app);
	app->listen.heard = true;
	picture_forget(app);
	picture_ask(app, 0);
}

/* The choice at this position, and as many right ones beside it as are to be chosen. */
static uint32_t with_choice(const struct asked *a, int position)
{
	uint32_t set = 1u << position;

	for (int i = 0, n = 1; i < a->nshown && n < a->need; i++)
		if (a->right >> i & 1 && i != position) {
			set |= 1u << i;
			n++;
		}
	return set;
}

static uint32_t positions(const struct app *app, int reveal)
{
	const struct asked *a = game_asked(&app->game);

	if (reveal == REVEAL_CHOSEN)
		return app->chosen;
	if (reveal == REVEAL_RIGHT)
		return a->need > 1 ? a->right : a->right & -a->right;
	return reveal - REVEAL_CHOICE < a->nshown ? with_choice(a, reveal - REVEAL_CHOICE) : 0;
}

static void reveal_as(struct app *app, int reveal)
{
	uint32_t chosen = app->chosen, set;

	ask(app);
	app->chosen = chosen;
	set = reveal == REVEAL_NOT ? 0 : positions(app, reveal);
	app->preview.reveal = set ? reveal : REVEAL_NOT;
	if (!set)
		return;
	game_resume(&app->game, app->now);
	game_answer(&app->game, set, app->now);
}

/* As if right, then each of the wrong ones, then asked again. */
static int next_reveal(const struct app *app)
{
	const struct asked *a = game_asked(&app->game);
	int at = app->preview.reveal;

	if (at == REVEAL_NOT)
		return REVEAL_RIGHT;
	for (int i = at < REVEAL_CHOICE ? 0 : at - REVEAL_CHOICE + 1; i < a->nshown; i++)
		if (!(a->right >> i & 1))
			return REVEAL_CHOICE + i;
	return REVEAL_NOT;
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
	app->zoomed = 0;
	reveal_as(app, app->preview.reveal);
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
		reveal_as(app, app->o.reveal);
}

void preview_read(struct app *app)
{
	int changed = entry_of(app)->changed;

	look_at(app, changed > 0 ? changed : app->preview.first);
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
		reveal_as(app, app->preview.reveal == REVEAL_RIGHT ? REVEAL_RIGHT : REVEAL_NOT);
		break;
	case PREVIEW_REVEAL:
		app->ui.scroll_at = 0;
		reveal_as(app, next_reveal(app));
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
		reveal_as(app, REVEAL_NOT);
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
		reveal_as(app, REVEAL_CHOICE + position);
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
			reveal_as(app, REVEAL_CHOSEN);
		break;
	case VERB_HELP: help(app, (enum lifeline)a.arg); break;
	case VERB_ZOOM: picture_zoom_to(app, a.arg); break;
	case VERB_LISTEN: listen_press(app); break;
	case VERB_NEXT: turn_by(app, 1); break;
	case VERB_AGAIN: reveal_as(app, REVEAL_NOT); break;
	case VERB_PAUSE:
		if (by == BY_KEY) /* Escape: there is no pause to go to */
			go_back(app);
		break;
	default: break;
	}
}

/* ---- what is seen ---- */

struct stand {
	int w, h; /* what the page is laid out for */
	float x, y, scale;
};

/* The page in the window above the lines at its bottom. */
static struct stand stand_of(const struct app *app, float bar)
{
	const struct preview_size *size = &preview_sizes[app->preview.size];
	float w = (float)app->o.w, h = fmaxf(1, (float)app->o.h - bar);
	struct stand s = {.w = size->w ? size->w : app->o.w, .h = size->h ? size->h : (int)h};

	s.scale = fminf(1, fminf(w / (float)s.w, h / (float)s.h));
	s.x = roundf((w - (float)s.w * s.scale) / 2);
	s.y = roundf((h - (float)s.h * s.scale) / 2);
	return s;
}

/* What the page painted beyond its edges. */
static void cover_rest(struct ui *ui, const struct stand *s)
{
	float w = roundf((float)s->w * s->scale), h = roundf((float)s->h * s->scale);
	const struct rect rest[] = {
		{0, 0, s->x, ui->h},
		{s->x + w, 0, ui->w - s->x - w, ui->h},
		{s->x, 0, w, s->y},
		{s->x, s->y + h, w, ui->h - s->y - h},
	};

	for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++)
		if (rest[i].w > 0 && rest[i].h > 0)
			ui_box(ui, rest[i], 0, ui->t->surface2, 0, 0);
}

static void draw_page(const struct app *app, struct ui *ui, const struct stand *s)
{
	float at = ui->scroll_at;

	ui->text = (float)app->set.text_percent / 100;
	ui_size(ui, s->w, s->h);
	ui->scroll_at = at / s->scale;
	(app->preview.reveal != REVEAL_NOT ? screen_reveal.draw : questionpage_draw)(app, ui);
	if (ui->ringed.on)
		ui_ring_paint(ui);
	ui->ringed.on = false;
	ui->scroll_at = at;
	frame_place(ui->f, 0, 0, s->x, s->y, s->scale);
}

static void draw_findings(const struct app *app, struct ui *ui, float bottom)
{
	const struct finding *all[FINDINGS];
	int n = preview_findings(app, all, FINDINGS), shown = 0, kept = n < FINDINGS ? n : FINDINGS;
	float air = ui_px(ui, ui->compact ? 1.2f : 2), w = ui->w - 2 * air, high = air;
	float line = roundf(ui_font(ui, STYLE_LABEL) * 1.4f), most = bottom * .62f;

	for (; shown < kept; shown++) {
		float one = finding_height(ui, all[shown], w) + air;
		if (shown > 0 && high + one > most)
			break;
		high += one;
	}
	high += app->preview.old || n > shown ? line : 0;
	struct rect r = {0, fmaxf(0, bottom - high), ui->w, fminf(high, bottom)};
	ui_shadow(ui, r, 0, true);
	ui_box(ui, r, 0, ui->t->bg0, app->preview.old ? ui->t->bad : ui->t->text3, .2f);
	ui_clip_begin(ui, r);
	float y = r.y + air;
	for (int i = 0; i < shown; i++) {
		struct rect card = {air, y, w, finding_height(ui, all[i], w)};
		finding_draw(ui, &entry_of(app)->diag, all[i], card);
		y += card.h + air;
	}
	const char *more = n > shown ? frame_printf(ui->f, "%d more", n - shown) : NULL;
	const char *said = !app->preview.old ? more
			   : more            ? frame_printf(ui->f, "%s. %s", more, LAST_GOOD)
					     : LAST_GOOD;
	if (said)
		ui_cut(ui, STYLE_LABEL, air, y - air / 2 + line / 2, w, ui->t->text2, said);
	ui_clip_end(ui);
}

/* By key alone, wherever there are no lines to tell of them. */
static void add_keys(struct ui *ui)
{
	static const struct {
		enum previewing p;
		int key;
	} keys[] = {{PREVIEW_BEFORE, 'p'},      {PREVIEW_AFTER, 'n'},  {PREVIEW_SIZE, 's'},
		    {PREVIEW_THEME, 't'},       {PREVIEW_TEXT, 'x'},   {PREVIEW_LANGUAGE, 'g'},
		    {PREVIEW_DEAL, 'o'},        {PREVIEW_REVEAL, 'r'}, {PREVIEW_FINDINGS, 'w'},
		    {PREVIEW_READ, KEY_F1 + 4}, {PREVIEW_BARE, KEY_F1}};
	const struct rect nowhere = {0, 0, 0, 0};

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		ui_spot(ui, nowhere, "", (struct action){VERB_PREVIEW, (int)keys[i].p}, SPOT_SILENT,
			keys[i].key, 0);
}

static void draw(const struct app *app, struct ui *ui)
{
	if (!app->preview.pack) {
		screen_broken.draw(app, ui);
		add_keys(ui);
		return;
	}
	ui->text = (float)app->o.set.text_percent / 100;
	ui_size(ui, app->o.w, app->o.h);
	float bar = app->preview.bare ? 0 : previewbar_height(app, ui);
	struct stand s = stand_of(app, bar);
	draw_page(app, ui, &s);
	ui->text = (float)app->o.set.text_percent / 100;
	ui_size(ui, app->o.w, app->o.h);
	cover_rest(ui, &s);
	if (preview_tells(app))
		draw_findings(app, ui, ui->h - bar);
	int percent = (int)roundf(s.scale * 100);
	if (bar > 0)
		previewbar_draw(app, ui, (struct rect){0, ui->h - bar, ui->w, bar},
				percent == 100 ? frame_printf(ui->f, "%d × %d", s.w, s.h)
					       : frame_printf(ui->f, "%d × %d at %d %%", s.w, s.h,
							      percent));
	add_keys(ui);
	ui->f->wake = -1; /* the clock stands still */
}

const struct screen screen_preview = {"preview", NULL, act, NULL, draw};
