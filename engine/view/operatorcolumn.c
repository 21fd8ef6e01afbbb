/* A section of the operator's page as a column: tiles of words, rows of what can be set. */
#include <math.h>

#include "operator.h"

static float gap_of(const struct ui *ui)
{
	return ui_px(ui, ui->compact ? 1.2f : 1.6f);
}

struct rect column_room(struct column *c, float height)
{
	struct rect r = {c->x, c->y, c->w, height};

	c->y += height + gap_of(c->ui);
	return r;
}

/* What a step of the focus can lead to has to be there already. */
bool column_shows(const struct column *c, struct rect r)
{
	return c->paint && r.y + r.h > c->view.y - c->view.h && r.y < c->view.y + 2 * c->view.h;
}

static unsigned main_flag(struct column *c)
{
	unsigned flag = c->first ? SPOT_MAIN : SPOT_PLAIN;

	c->first = false;
	return flag;
}

void column_row(struct column *c, struct row *r)
{
	struct row_fit f = row_fit(c->ui, r, c->w);
	struct rect at = column_room(c, f.height);

	r->flags |= main_flag(c);
	if (!column_shows(c, at))
		return;
	c->ui->group = 1;
	row_draw(c->ui, at, r, &f);
	c->ui->group = 0;
}

void column_text(struct column *c, const char *text)
{
	float high = ui_measure(c->ui, STYLE_LABEL, text, c->w, 0).h;
	struct rect r = column_room(c, high);

	if (column_shows(c, r))
		ui_text(c->ui, STYLE_LABEL, r, 0, c->ui->t->text2, text);
}

/* ---- tiles ---- */

struct fit {
	float pad, icon, words, button, button_h, height, name, line, help;
	bool below; /* the button stands below the words */
};

static struct button button_of(const struct column *c, const struct tile *b)
{
	const struct sure *s = &c->app->staff.sure;
	bool sure = b->asks && s->verb == b->action.verb && s->arg == b->action.arg;

	return (struct button){
		.kind = BUTTON_PILL, .label = sure ? "Press again" : b->does, .action = b->action};
}

static bool says(const char *s)
{
	return s && s[0];
}

static struct fit fit_tile(struct column *c, const struct tile *b)
{
	struct ui *ui = c->ui;
	struct fit f = {.pad = ui_px(ui, ui->compact ? 1.8f : 3), .icon = ui_scaled(ui, 4)};
	float room = c->w - 2 * f.pad - f.icon - ui_px(ui, 2);

	f.words = room;
	if (b->does) {
		struct button wide = {.kind = BUTTON_PILL, .label = b->does};
		f.button = ui_button_width(ui, &wide);
		if (b->asks) { /* it stays as wide when it asks */
			wide.label = "Press again";
			f.button = fmaxf(f.button, ui_button_width(ui, &wide));
		}
		f.button = fminf(f.button, c->w - 2 * f.pad);
		f.button_h = ui_button_height(ui, &wide);
		f.below = room - f.button - ui_px(ui, 2) < 24 * ui->u * ui->text;
		f.words = f.below ? room : room - f.button - ui_px(ui, 2);
	}
	f.name = ui_measure(ui, STYLE_BUTTON, b->name, f.words, 0).h;
	f.line = says(b->line) ? ui_measure(ui, STYLE_LABEL, b->line, f.words, 0).h : 0;
	f.help = says(b->help) ? ui_measure(ui, STYLE_LABEL, b->help, f.words, 0).h + ui_px(ui, .6f)
			       : 0;
	f.height = f.name + f.line + f.help;
	if (f.below)
		f.height += f.button_h + ui_px(ui, 1.4f);
	f.height = fmaxf(f.height, f.below ? 0 : f.button_h) + 2 * ui_px(ui, 1.6f);
	f.height = roundf(fmaxf(f.height, ui_px(ui, ui->compact ? 7 : 8)));
	return f;
}

static void draw_tile(struct column *c, const struct tile *b, const struct fit *f, struct rect r,
		      unsigned flags)
{
	struct ui *ui = c->ui;
	const struct theme *t = ui->t;
	struct feel feel = ui_feel(ui, b->action);
	float words = f->name + f->line + f->help, top = r.y + ui_px(ui, 1.6f);
	float x = r.x + f->pad + f->icon + ui_px(ui, 2);
	float y = f->below ? top : r.y + roundf((r.h - words) / 2);

	if (!b->does)
		ui_spot(ui, r, b->name, b->action, flags, 0, 0);
	ui_shadow(ui, r, 1.8f, false);
	if (!b->does && feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.8f, 0);
	ui_box(ui, r, 1.8f, t->surface, t->hair, .16f);
	ui_icon(ui, b->icon, r.x + f->pad + f->icon / 2, y + f->name / 2, f->icon, b->ink, 2.2f);
	ui_text(ui, STYLE_BUTTON, (struct rect){x, y, f->words, f->name}, 0, t->text, b->name);
	y += f->name;
	if (f->line > 0)
		ui_text(ui, STYLE_LABEL, (struct rect){x, y, f->words, f->line}, 0, t->text2,
			b->line);
	y += f->line;
	if (f->help > 0)
		ui_text(ui, STYLE_LABEL, (struct rect){x, y + ui_px(ui, .6f), f->words, f->help}, 0,
			t->text, b->help);
	if (!b->does)
		return;
	struct button button = button_of(c, b);
	button.flags = b->off ? SPOT_DISABLED : flags;
	struct rect at = {r.x + r.w - f->pad - f->button, r.y + roundf((r.h - f->button_h) / 2),
			  f->button, f->button_h};
	if (f->below) {
		at.x = x + f->button > r.x + r.w - f->pad ? r.x + f->pad : x;
		at.y = r.y + r.h - ui_px(ui, 1.6f) - f->button_h;
	}
	ui_button(ui, at, &button);
}

void column_tile(struct column *c, const struct tile *b)
{
	struct fit f = fit_tile(c, b);
	struct rect r = column_room(c, f.height);
	unsigned flags = b->off ? SPOT_PLAIN : main_flag(c);

	if (column_shows(c, r))
		draw_tile(c, b, &f, r, flags);
}
