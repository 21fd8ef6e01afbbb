/* The page of the PIN: a pad of digits, and how many were typed. */
#include <math.h>
#include <string.h>

#include "screens.h"
#include "staff.h"

enum { COLUMNS = 3, ROWS = 4 };

/* ---- the words ---- */

enum { PARTS = 6 };

/* One below the other; where there is no room for all, the one with the highest `spare` goes
 * first. */
struct part {
	enum { PART_ICON, PART_TEXT, PART_DISCS } kind;
	struct style style;
	const char *text;
	colour ink;
	float above; /* u, before it */
	int spare;   /* 0: it stays */
	bool low;    /* it stands at the foot */
};

struct words {
	int n;
	struct part part[PARTS];
};

static const char *say_state(const struct app *app, struct ui *ui, colour *ink)
{
	const struct staff *s = &app->staff;
	int n = (int)strlen(s->pin);

	*ink = ui->t->text2;
	if (pin_is_locked(app)) {
		*ink = ui->t->bad;
		return frame_printf(ui->f, "Too many wrong tries. This pad is locked for %s.",
				    ui_duration(ui, s->locked_ms - app->now));
	}
	if (s->tried)
		return "One moment…";
	if (s->wrong) {
		*ink = ui->t->bad;
		return "That is not the PIN.";
	}
	return frame_printf(ui->f, "%d digit%s entered", n, n == 1 ? "" : "s");
}

static struct words words_of(const struct app *app, struct ui *ui)
{
	const struct theme *t = ui->t;
	struct style title = STYLE_TITLE, body = ui_sized(STYLE_BODY, 3), small = STYLE_LABEL;
	int64_t left_s = (PIN_CLOSES_MS - staff_idle_ms(app) + 999) / 1000;
	struct words w = {0};
	colour ink;
	const char *state = say_state(app, ui, &ink);

	body.line = 1.45f;
	small.line = 1.3f;
	if (ui->text > 1.5f)
		title.size *= 1.5f / ui->text;
	w.part[w.n++] = (struct part){PART_ICON, .ink = t->focus, .spare = 3};
	w.part[w.n++] = (struct part){PART_TEXT, title, "Operator", t->text, 2, 1, false};
	w.part[w.n++] = (struct part){
		PART_TEXT,
		body,
		"Enter the PIN to change packs, settings and scores, or to leave kiosk mode.",
		t->text2,
		1.6f,
		4,
		false};
	w.part[w.n++] = (struct part){PART_DISCS, .above = 5};
	w.part[w.n++] = (struct part){PART_TEXT, small, state, ink, 2.6f, 0, false};
	w.part[w.n++] = (struct part){PART_TEXT,
				      small,
				      frame_printf(ui->f,
						   "Five wrong tries lock this pad for 5 minutes. "
						   "It closes by itself in %d s.",
						   (int)left_s),
				      t->text3,
				      2.4f,
				      2,
				      true};
	return w;
}

static float disc_size(const struct ui *ui)
{
	return ui_scaled(ui, 4.6f);
}

static float part_height(struct ui *ui, const struct part *p, float width)
{
	if (p->kind == PART_ICON)
		return ui_scaled(ui, 5.4f);
	if (p->kind == PART_DISCS)
		return disc_size(ui);
	return ui_measure(ui, p->style, p->text, width, TEXT_BALANCED).h;
}

static float above(const struct ui *ui, const struct part *p)
{
	return ui_px(ui, ui->compact ? p->above * .5f : p->above);
}

static float words_height(struct ui *ui, const struct words *w, float width)
{
	float h = 0;

	for (int i = 0; i < w->n; i++)
		h += (i > 0 ? above(ui, &w->part[i]) : 0) + part_height(ui, &w->part[i], width);
	return h;
}

/* Leaves out what has no room. */
static void fit_words(struct ui *ui, struct words *w, float width, float height)
{
	while (words_height(ui, w, width) > height) {
		int at = 0;
		for (int i = 1; i < w->n; i++)
			if (w->part[i].spare > w->part[at].spare)
				at = i;
		if (w->part[at].spare == 0)
			break;
		memmove(&w->part[at], &w->part[at + 1], (size_t)(--w->n - at) * sizeof w->part[0]);
	}
}

/* As many as were typed, and one more for what may come; never fewer than any PIN has. */
static void draw_discs(const struct app *app, struct ui *ui, struct rect r)
{
	int typed = (int)strlen(app->staff.pin), n = typed < KIOSK_PIN_LEAST  ? KIOSK_PIN_LEAST
						     : typed < KIOSK_PIN_MOST ? typed + 1
									      : KIOSK_PIN_MOST;
	float size = r.h, gap = roundf(r.h * .522f), wide = (float)n * (size + gap) - gap;

	if (wide > r.w) {
		size = floorf(size * r.w / wide);
		gap = floorf(gap * r.w / wide);
	}
	for (int i = 0; i < n; i++) {
		struct rect at = {r.x + (float)i * (size + gap), r.y + roundf((r.h - size) / 2),
				  size, size};
		bool on = i < typed;
		ui_box(ui, at, ROUND, on ? ui->t->text : 0, on ? ui->t->text : ui->t->text3, .4f);
	}
}

static void draw_words(const struct app *app, struct ui *ui, const struct words *w, struct rect r)
{
	float y = r.y;

	for (int i = 0; i < w->n; i++) {
		const struct part *p = &w->part[i];
		float h = part_height(ui, p, r.w);

		y += i > 0 ? above(ui, p) : 0;
		if (p->low)
			y = r.y + r.h - h;
		struct rect at = {r.x, y, r.w, h};
		if (p->kind == PART_ICON)
			ui_icon(ui, ICON_SHIELD, r.x + roundf(h / 2), y + roundf(h / 2), roundf(h),
				p->ink, 2.1f);
		else if (p->kind == PART_DISCS)
			draw_discs(app, ui, at);
		else
			ui_text(ui, p->style, at, TEXT_BALANCED, p->ink, p->text);
		y += h;
	}
}

/* ---- the pad ---- */

struct pad_key {
	struct action action;
	const char *label;
	enum icon icon;
	int key;
};

static void draw_key(struct ui *ui, struct rect r, const struct pad_key *k, unsigned flags)
{
	const struct theme *t = ui->t;
	struct feel feel = ui_feel(ui, k->action);
	bool primary = k->action.verb == VERB_ENTER, bare = k->action.verb == VERB_DELETE;
	bool off = flags & SPOT_DISABLED;
	colour rest = primary ? t->primary : bare ? colour_fade(t->surface2, 0) : t->surface2;
	colour lit = primary ? colour_mix(t->primary, t->text, .15f) : t->focusfill;
	colour edge = primary ? t->primary : t->border;
	colour ink = off ? t->text3 : primary ? t->onprimary : t->text;
	float cx = r.x + roundf(r.w / 2);

	ui->f->pressed = true;
	ui_spot(ui, r, k->label, k->action, flags, k->key, 0);
	r.y += feel.down;
	float cy = r.y + roundf(r.h / 2);
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 2, .4f);
	ui_box(ui, r, 2, off ? 0 : ui_tint(feel, (colour[]){rest, lit, rest, lit}),
	       off ? t->hair : ui_tint(feel, (colour[]){edge, t->text3, edge, t->focus}),
	       feel.to == LOOK_PRESSED ? .4f : .16f)
		->dashed = off;
	if (k->icon)
		ui_icon(ui, k->icon, cx, cy, roundf(r.h * (primary ? .36f : .307f)), ink,
			primary ? 2.8f : 2.1f);
	else
		ui_line(ui,
			(struct style){FACE_DISPLAY, fminf(7.4f, r.h * .6f / ui->u) / ui->text, 1,
				       .012f},
			cx, cy, TEXT_CENTRE, ink, k->label);
	ui->f->pressed = false;
}

static void draw_pad(const struct app *app, struct ui *ui, struct rect r, float gap)
{
	static const char digits[] = "123456789<0+";
	float w = floorf((r.w - (COLUMNS - 1) * gap) / COLUMNS),
	      h = floorf((r.h - (ROWS - 1) * gap) / ROWS);

	ui->f->typing = true;
	ui->group = 1;
	ui_ltr_begin(ui); /* a pad of digits is the same everywhere */
	for (int i = 0; i < COLUMNS * ROWS; i++) {
		struct rect at = {r.x + (float)(i % COLUMNS) * (w + gap),
				  r.y + (float)(i / COLUMNS) * (h + gap), w, h};
		struct pad_key k = {
			{VERB_LETTER, digits[i]}, frame_text(ui->f, &digits[i], 1), ICON_NONE, 0};
		unsigned flags = digits[i] == PIN_MIDDLE ? SPOT_MAIN : SPOT_PLAIN;
		if (digits[i] == '<')
			k = (struct pad_key){
				{VERB_DELETE, 0}, "Delete", ICON_DELETE, KEY_BACKSPACE};
		else if (digits[i] == '+')
			k = (struct pad_key){{VERB_ENTER, 0}, "Enter", ICON_CHECK, 0};
		draw_key(ui, at, &k, pin_takes_digits(app) ? flags : SPOT_DISABLED);
	}
	ui_ltr_end(ui, r.x, r.x + r.w);
	ui->group = 0;
}

/* ---- the page ---- */

static void draw_panel(struct ui *ui, struct rect r)
{
	float edge = ui_px(ui, .16f);

	if (ui->compact) /* small windows spare the frame */
		return;
	r = ui_inset(r, -edge, -edge);
	ui_shadow(ui, r, 2.4f, true);
	ui_box(ui, r, 2.4f, ui->t->surface, ui->t->hair, .16f);
}

/* How the parts of a page lie, px. */
struct plan {
	float px, py; /* around everything */
	float gap;    /* between keys */
	float between;
	float button, air; /* Cancel, and what is before it */
};

static float keys_high(const struct plan *p, float key)
{
	return ROWS * (key + p->gap) - p->gap;
}

static float keys_wide(const struct plan *p, float key)
{
	return COLUMNS * (key + p->gap) - p->gap;
}

/* Words beside the pad. */
static void draw_beside(const struct app *app, struct ui *ui, const struct plan *p,
			struct words *words, const struct button *cancel)
{
	struct rect s = ui->stage;
	float key = fminf(ui_px(ui, 15), floorf((s.h - 2 * p->py + p->gap) / ROWS - p->gap));
	float pad = keys_wide(p, key), keys = keys_high(p, key), foot = p->button + p->air;
	float wide = fminf(ui_px(ui, 52 * ui->text), s.w - 2 * p->px - p->between - pad);

	fit_words(ui, words, wide, s.h - 2 * p->py - foot);
	float high = fmaxf(keys, words_height(ui, words, wide) + foot);
	struct rect r = {0, 0, 2 * p->px + wide + p->between + pad, 2 * p->py + high};
	r.x = s.x + roundf((s.w - r.w) / 2);
	r.y = s.y + roundf((s.h - r.h) / 2);
	draw_panel(ui, r);
	r = ui_inset(r, p->px, p->py);
	draw_words(app, ui, words, (struct rect){r.x, r.y, wide, high - foot});
	draw_pad(app, ui,
		 (struct rect){r.x + r.w - pad, r.y + roundf((high - keys) / 2), pad, keys},
		 p->gap);
	ui_button(ui,
		  (struct rect){r.x, r.y + high - p->button,
				fminf(wide, ui_button_width(ui, cancel)), p->button},
		  cancel);
}

/* Words above it, where the window is high. */
static void draw_above(const struct app *app, struct ui *ui, const struct plan *p,
		       struct words *words, const struct button *cancel)
{
	struct rect s = ui->stage;
	float wide = s.w - 2 * p->px, foot = p->button + p->air;
	float room = s.h - 2 * p->py - p->between - foot;

	fit_words(ui, words, wide, room - keys_high(p, ui_px(ui, 11)));
	float said = words_height(ui, words, wide);
	float key = fminf(floorf((room - said + p->gap) / ROWS - p->gap),
			  floorf((wide + p->gap) / COLUMNS - p->gap));
	key = fminf(key, ui_px(ui, 18));
	float keys = keys_high(p, key);
	struct rect r = {s.x, 0, s.w, 2 * p->py + said + p->between + keys + foot};
	r.y = s.y + roundf((s.h - r.h) / 2);
	draw_panel(ui, r);
	r = ui_inset(r, p->px, p->py);
	draw_words(app, ui, words, (struct rect){r.x, r.y, wide, said});
	draw_pad(app, ui, (struct rect){r.x, r.y + said + p->between, wide, keys}, p->gap);
	ui_button(ui, (struct rect){r.x, r.y + r.h - p->button, wide, p->button}, cancel);
}

void pin_draw(const struct app *app, struct ui *ui)
{
	struct button cancel = {.icon = ICON_CROSS,
				.label = "Cancel",
				.action = {VERB_BACK, 0},
				.flags = pin_takes_digits(app) ? SPOT_PLAIN : SPOT_MAIN,
				.key1 = KEY_ESCAPE};
	bool small = ui->compact, beside = ui->stage.w > ui->stage.h;
	struct plan p = {
		.px = ui_px(ui, small ? .5f : 6.4f),
		.py = ui_px(ui, small ? .5f : 5.4f),
		.gap = ui_px(ui, small ? 1 : 1.8f),
		.between = ui_px(ui, small    ? 2.4f
				     : beside ? 9
					      : 4),
		.button = ui_button_height(ui, &cancel),
		.air = ui_px(ui, small ? 1.2f : 2.4f),
	};
	struct words words = words_of(app, ui);

	ui_ground(ui);
	(beside ? draw_beside : draw_above)(app, ui, &p, &words, &cancel);
	frame_wake(ui->f, app->now + 1000 - staff_idle_ms(app) % 1000);
	if (pin_is_locked(app))
		frame_wake(ui->f, app->now + (app->staff.locked_ms - app->now - 1) % 1000 + 1);
}
