#include "picture.h"

#include <math.h>
#include <string.h>

#include "hash.h"
#include "motion.h"

enum { ZOOM_MS = 220 };

static const struct question *question_at(const struct app *app, int at)
{
	const struct deck *d = &app->game.deck;

	return &d->item[at].pack->questions[d->item[at].question];
}

static uint64_t name_of(const char *folder, const char *path)
{
	return hash_bytes(hash_bytes(HASH_START, folder, strlen(folder) + 1), path,
			  strlen(path) + 1);
}

static bool is_broken(const struct app *app, const char *folder, const char *path)
{
	uint64_t name = name_of(folder, path);

	for (int i = 0; i < BROKEN_PICTURES; i++)
		if (app->broken_pictures[i] == name)
			return true;
	return false;
}

/* Where the size of this picture is kept, or is to be kept. */
static int size_at(const struct app *app, uint64_t name)
{
	for (int i = 0; i < PICTURE_SIZES; i++)
		if (app->picture_sizes[i].name == name)
			return i;
	return app->npicture_sizes % PICTURE_SIZES;
}

static struct picture make(const struct app *app, const struct pack *pack, const char *path,
			   const struct text *alt)
{
	const char *folder = pack->folder ? pack->folder : ".";

	if (!path)
		return (struct picture){0};
	struct picture p = {.folder = folder,
			    .path = path,
			    .alt = text_in(alt, app_language(app)),
			    .version = app->pictures,
			    .broken = is_broken(app, folder, path)};
	uint64_t name = name_of(folder, path);
	int at = size_at(app, name);
	if (!p.broken && app->picture_sizes[at].name == name) {
		p.w = app->picture_sizes[at].w;
		p.h = app->picture_sizes[at].h;
	}
	return p;
}

struct picture picture_of(const struct app *app, int question)
{
	const struct question *q = question_at(app, question);

	return make(app, app->game.deck.item[question].pack, q->image, &q->alt);
}

struct choices choices_of(const struct app *app, int question)
{
	const struct question *q = question_at(app, question);
	const struct asked *asked = &app->game.asked[question];
	struct choices all = {.n = asked->nshown};

	for (int i = 0; i < all.n; i++) {
		const struct choice *c = &q->choices[asked->shown[i]];
		struct picture p = make(app, app->game.deck.item[question].pack, c->image, &c->alt);

		all.words[i] = choice_words(app, c);
		all.captions[i] = text_in(&c->text, app_language(app));
		if (p.broken) { /* words stand for it */
			all.captions[i] = all.words[i];
			p.path = NULL;
		}
		all.pictures[i] = p;
		all.pictured |= p.path != NULL;
	}
	return all;
}

static void ask_for(struct app *app, const struct pack *pack, const char *path)
{
	const char *folder = pack->folder ? pack->folder : ".";

	if (path && !is_broken(app, folder, path))
		app_effect(app, (struct effect){EFFECT_PICTURE, .folder = folder, .text = path});
}

void picture_ask(struct app *app, int question)
{
	const struct game *g = &app->game;

	if (question >= g->deck.n)
		return;
	const struct question *q = question_at(app, question);
	const struct asked *asked = &g->asked[question];
	const struct pack *pack = g->deck.item[question].pack;
	ask_for(app, pack, q->image);
	for (int i = 0; i < asked->nshown; i++)
		ask_for(app, pack, q->choices[asked->shown[i]].image);
}

void picture_ask_again(struct app *app)
{
	const struct screen *s = app_beneath(app);

	if (s != &screen_question && s != &screen_pause && s != &screen_reveal &&
	    !(s == &screen_preview && app->preview.pack))
		return;
	picture_ask(app, app->review >= 0 ? app->review : app->game.at);
	if (app->review < 0)
		picture_ask(app, app->game.at + 1);
}

void picture_answer(struct app *app, const struct event *ev)
{
	app->pictures++;
	if (ev->index && ev->folder && ev->text && ev->x > 0 && ev->y > 0) {
		uint64_t name = name_of(ev->folder, ev->text);
		int at = size_at(app, name);
		app->npicture_sizes += app->picture_sizes[at].name != name;
		app->picture_sizes[at].name = name;
		app->picture_sizes[at].w = ev->x;
		app->picture_sizes[at].h = ev->y;
	}
	if (ev->index == 0 && ev->folder && ev->text && !is_broken(app, ev->folder, ev->text))
		app->broken_pictures[app->nbroken_pictures++ % BROKEN_PICTURES] =
			name_of(ev->folder, ev->text);
}

void picture_forget(struct app *app)
{
	memset(app->broken_pictures, 0, sizeof app->broken_pictures);
}

static const char *words_of(const struct picture *p)
{
	return p->alt ? p->alt : p->broken ? "This picture can’t be shown" : "Picture";
}

/* An icon, and what the picture shows where there is room for it. */
static void draw_broken(struct ui *ui, struct rect box, const struct picture *p)
{
	float size = fminf(ui_px(ui, 8), fminf(box.w, box.h) * .5f), gap = ui_px(ui, 1.6f);
	struct rect in = ui_inset(box, ui_px(ui, 2), ui_px(ui, 1.6f));
	struct block b = ui_measure(ui, STYLE_LABEL, words_of(p), in.w, TEXT_BALANCED);
	bool told = b.h + gap + size <= in.h && b.w <= in.w;
	float high = size + (told ? gap + b.h : 0), y = box.y + roundf((box.h - high) / 2);

	ui_icon(ui, ICON_PICTURE, box.x + box.w / 2, y + size / 2, size, ui->t->text3, 2.1f);
	if (told)
		ui_text(ui, STYLE_LABEL, (struct rect){in.x, y + size + gap, in.w, b.h},
			TEXT_CENTRE | TEXT_BALANCED, ui->t->text2, words_of(p));
}

static void draw_picture(struct ui *ui, struct rect box, float radius_u, const struct picture *p)
{
	if (p->broken) {
		draw_broken(ui, box, p);
		return;
	}
	struct item *i = frame_add(ui->f, ITEM_PICTURE, box);
	i->radius = fminf(ui_px(ui, radius_u), fminf(box.w, box.h) / 2);
	i->folder = frame_text(ui->f, p->folder, strlen(p->folder));
	i->path = frame_text(ui->f, p->path, strlen(p->path));
	i->s = frame_text(ui->f, words_of(p), strlen(words_of(p)));
	i->version = p->version;
}

void ui_picture(struct ui *ui, struct rect box, float radius_u, const struct picture *p)
{
	const struct theme *t = ui->t;

	ui_box(ui, box, radius_u, t->surface, 0, 0);
	draw_picture(ui, box, radius_u, p);
	if (t->flat || t->lift) /* a white picture on a white card has an edge */
		ui_box(ui, box, radius_u, 0, t->flat ? t->border : t->hair, .16f);
}

void ui_zoom(struct ui *ui, struct rect r, const char *label, struct action a, unsigned flags,
	     int key)
{
	struct feel feel = ui_feel(ui, a);
	const struct theme *t = ui->t;

	ui_spot(ui, r, label, a, flags, key, 0);
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.6f, 0);
	r.y += feel.down;
	ui_box(ui, r, 1.6f,
	       ui_tint(feel, (colour[]){t->surface, t->focusfill, t->focusfill, t->focusfill}),
	       ui_tint(feel, (colour[]){t->border, t->border, t->border, t->focus}),
	       feel.to == LOOK_PRESSED ? .4f : .16f);
	ui_icon(ui, ICON_ZOOM, r.x + r.w / 2, r.y + r.h / 2, roundf(r.h * (r.h < 28 ? .7f : .5f)),
		t->text, 2.4f);
}

float picture_height(const struct picture *p, float width, float most)
{
	return p->w > 0 ? fminf(most, roundf(width * p->h / p->w)) : most;
}

void picture_draw(struct ui *ui, struct rect box, const struct picture *p)
{
	struct action a = {VERB_ZOOM, ZOOM_QUESTION};
	float least = fminf(box.w, box.h), in = fminf(ui_px(ui, .8f), roundf(least * .06f));
	float side =
		fmaxf(24, fminf(ui_scaled(ui, ui->compact ? 5.6f : 7.4f), roundf(least * .32f)));

	side = fmaxf(side, ui->finger);

	ui_picture(ui, box, 1.8f, p);
	if (ui->reach) /* the button stands below, with the others */
		return;
	ui_zoom(ui, (struct rect){box.x + box.w - in - side, box.y + box.h - in - side, side, side},
		"Zoom", a, SPOT_PLAIN, 'z');
	ui_spot(ui, box, words_of(p), a, SPOT_SILENT, 0, 0);
}

float picture_credit(struct ui *ui, struct rect box, const char *credit, bool paint)
{
	if (!credit)
		return 0;
	float gap = ui_px(ui, .8f);
	struct block b = ui_measure(ui, STYLE_LABEL, credit, box.w, 0);
	if (paint)
		ui_text(ui, STYLE_LABEL, (struct rect){box.x, box.y + box.h + gap, box.w, b.h}, 0,
			ui->t->text2, credit);
	return b.h + gap;
}

static struct picture zoomed(const struct app *app, int question)
{
	const struct choices all = choices_of(app, question);

	return app->zoomed == ZOOM_QUESTION ? picture_of(app, question)
					    : all.pictures[app->zoomed - ZOOM_CHOICE];
}

struct rect picture_zoom(const struct app *app, struct ui *ui, int question, bool clock)
{
	const struct question *q = question_at(app, question);
	struct action close = {VERB_ZOOM, 0};
	struct picture p = zoomed(app, question);
	const char *credit =
		app->zoomed == ZOOM_QUESTION ? text_in(&q->credit, app_language(app)) : NULL;
	const char *caption = p.alt && credit ? frame_printf(ui->f, "%s\n%s", p.alt, credit)
			      : p.alt         ? p.alt
					      : credit;
	float side = fmaxf(fmaxf(24, ui->finger), ui_scaled(ui, ui->compact ? 5.6f : 7.4f));
	float air = ui_px(ui, ui->compact ? 1.2f : 2.4f);
	struct rect s = ui->stage, row = {s.x, s.y, s.w - side - ui_px(ui, 3.2f), side};
	float top = clock ? side + air : 0; /* else the button stands on the picture */
	struct rect box = {s.x, s.y + top, s.w, s.h - top};
	struct rect button = {s.x + s.w - side, s.y, side, side};

	if (ui->reach)
		button.y = s.y + s.h - side;

	ui_ground(ui);
	struct mark new = motion_mark(ui);
	if (caption) { /* a long one is read on a page of its own below the picture */
		float w = fminf(s.w, 88 * ui->u * ui->text);
		struct block b = ui_measure(ui, STYLE_LABEL, caption, w, 0);
		float high = fminf(b.h, roundf(s.h * .34f));
		struct rect view = {s.x, s.y + s.h - high, w, high};
		box.h -= high + air;
		if (b.h > high)
			view.w -= ui_px(ui, 3);
		ui_scroll_begin(ui, view);
		b = ui_text(ui, STYLE_LABEL,
			    (struct rect){view.x, view.y - ui->scroll_at, view.w, 0}, 0,
			    ui->t->text2, caption);
		ui_scroll_end(ui, b.h);
	}
	draw_picture(ui, box, 0, &p);
	if (!clock)
		ui_box(ui, button, 1.6f, ui->t->surface, 0, 0);
	ui_square(ui, button, ICON_CLOSE, "Close", close, KEY_ESCAPE);
	struct spot *spot = &ui->f->spots[ui->f->nspots - 1];
	spot->keys[1] = 'z';
	spot->flags |= SPOT_MAIN;
	ui_spot(ui, box, words_of(&p), close, SPOT_SILENT, 0, 0);
	float there = ease_out(motion_move(ui, app->zoomed_ms, 0, ZOOM_MS));
	float seen = ease_out(motion_fade(ui, app->zoomed_ms, 0, ZOOM_MS));
	motion_shift(ui, new, 0, ui_px(ui, 3) * (1 - there), .3f + .7f * seen);
	return row;
}

void picture_zoom_to(struct app *app, int which)
{
	int from = app->zoomed;

	app->zoomed = which;
	app->zoomed_ms = app->now;
	if (which) {
		app->unzoomed_scroll = app->ui.scroll_at;
		app->ui.scroll_at = 0;
		return;
	}
	app->ui.scroll_at = app->unzoomed_scroll;
	if (app->ui.ring && from >= ZOOM_CHOICE && app->screen == &screen_question)
		app_focus(app, (struct action){VERB_CHOOSE, from - ZOOM_CHOICE});
}
