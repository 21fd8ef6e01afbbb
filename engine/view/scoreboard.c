/* How the page of the boards looks: the table, the pad for a name, and what chooses another. */
#include <math.h>

#include "controls.h"
#include "initials.h"
#include "naming.h"
#include "scores.h"
#include "scoretable.h"

/* ---- where there is nothing to show ---- */

static const char *const spans[SPANS] = {"Today", "This week", "Ever"};

static void nothing(const struct app *app, struct ui *ui, struct rect r)
{
	static const char *const none[SPANS] = {"No games today", "No games this week",
						"No games yet"};
	const char *head = none[app->scores.span], *line;
	float size = ui_scaled(ui, ui->compact ? 7 : 12), gap = ui_px(ui, 1.6f);
	struct style big =
		ui_sized(STYLE_TITLE, (ui->compact ? 5 : 6.4f) * fminf(1, 1.5f / ui->text));

	line = "Play it through: the first score here is the one to beat.";
	if (!app->o.remembers) {
		head = "No scores are kept";
		line = app->forgets[0] ? frame_printf(ui->f, "%s.", app->forgets)
				       : "This time the game remembers nothing.";
	}
	float width = fminf(r.w - 2 * gap, 66 * ui->u * ui->text);
	struct block a = ui_measure(ui, big, head, width, TEXT_BALANCED),
		     b = ui_measure(ui, STYLE_BODY, line, width, TEXT_BALANCED);
	float x = r.x + roundf((r.w - width) / 2), words = a.h + gap + b.h;
	bool icon = size + gap + words <= r.h, more = words <= r.h; /* what there is room for */
	float all = icon ? size + gap + words : more ? words : a.h;
	float y = r.y + fmaxf(0, roundf((r.h - all) * .42f));

	if (icon) {
		ui_icon(ui, ICON_TROPHY, r.x + r.w / 2, y + size / 2, size, ui->t->text3, 1.4f);
		y += size + gap;
	}
	ui_text(ui, big, (struct rect){x, y, width, a.h}, TEXT_CENTRE | TEXT_BALANCED, ui->t->text,
		head);
	if (more)
		ui_text(ui, STYLE_BODY, (struct rect){x, y + a.h + gap, width, b.h},
			TEXT_CENTRE | TEXT_BALANCED, ui->t->text2, line);
}

/* ---- which board ---- */

enum { CHOICES = SCORES_CHOICES };

static const char *pack_name(const struct app *app)
{
	int at = app->scores.entry;
	const struct pack *p = at < 0 ? NULL : app->o.library->entries[at].pack;

	return p ? text_in(&p->title, app_language(app)) : "All packs";
}

void scores_choices(const struct app *app, struct ui *ui, struct row rows[SCORES_CHOICES])
{
	int length = app->scores.boards.key.length;

	rows[0] = (struct row){.name = "Pack",
			       .line = length ? frame_printf(ui->f, "%d questions", length) : NULL,
			       .action = {VERB_ROW, 0},
			       .kind = CONTROL_CYCLE,
			       .value = pack_name(app),
			       .widest = "A pack of questions",
			       .n = 2,
			       .options = {{.label = "Pack before", .action = {VERB_PACK, -1}},
					   {.label = "Next pack", .action = {VERB_PACK, 1}}}};
	rows[1] = (struct row){.name = "Mode",
			       .action = {VERB_ROW, 1},
			       .kind = CONTROL_CYCLE,
			       .value = app->scores.mode->name,
			       .widest = "A pack of questions",
			       .n = 2,
			       .options = {{.label = "Mode before", .action = {VERB_MODE, -1}},
					   {.label = "Next mode", .action = {VERB_MODE, 1}}}};
	rows[2] = (struct row){
		.name = "When", .line = NULL, .action = {VERB_ROW, 2}, .kind = CONTROL_SEGMENTS};
	for (int s = 0; s < SPANS; s++)
		if (scores_has_span(app, (enum span)s))
			rows[2].options[rows[2].n++] = (struct option){
				.label = app->o.kiosk && app->o.kiosk->boards == BOARDS_EVENT
						 ? "This event"
						 : spans[s],
				.action = {VERB_SPAN, s},
				.on = (int)app->scores.span == s};
}

static float choices_height(struct ui *ui, const struct row *rows, float width, float gap)
{
	float h = 0;

	for (int i = 0; i < CHOICES; i++)
		h += row_fit(ui, &rows[i], width).height + gap;
	return h;
}

static void draw_choices(struct ui *ui, struct rect r, const struct row *rows, float gap)
{
	ui->group = 1;
	for (int i = 0; i < CHOICES; i++) {
		struct row_fit f = row_fit(ui, &rows[i], r.w);
		r.h = f.height;
		row_draw(ui, r, &rows[i], &f);
		r.y += r.h + gap;
	}
	ui->group = 0;
}

/* The same in small: what is chosen, three side by side; a press leads to the next. */
static void draw_pills(struct ui *ui, struct rect r, const struct row *rows)
{
	float gap = ui_px(ui, 1.2f), pad = ui_px(ui, 1.6f), least = r.w * .2f, want[CHOICES],
	      all = 0;
	static const int key[CHOICES] = {'p', 'm', 'w'};

	for (int i = 0; i < CHOICES; i++) {
		want[i] = ui_width(ui, STYLE_STRONG, row_value(&rows[i])) + 2 * pad;
		all += want[i];
	}
	float room = r.w - (CHOICES - 1) * gap;
	want[0] = fmaxf(least, fminf(want[0], room - want[1] - want[2]));
	all = want[0] + want[1] + want[2];
	ui->group = 1;
	for (int i = 0; i < CHOICES; i++) {
		const char *value = row_value(&rows[i]);
		struct feel feel = ui_feel(ui, rows[i].action);
		const struct theme *t = ui->t;

		r.w = floorf(want[i] * fminf(1, room / all));
		ui_spot(ui, r, frame_printf(ui->f, "%s: %s", rows[i].name, value), rows[i].action,
			SPOT_PLAIN, key[i], 0);
		if (feel.to == LOOK_FOCUS)
			ui_ring(ui, r, ROUND, 0);
		ui_box(ui, r, ROUND,
		       ui_tint(feel,
			       (colour[]){t->surface, t->focusfill, t->focusfill, t->focusfill}),
		       ui_tint(feel, (colour[]){t->border, t->text3, t->border, t->focus}),
		       feel.to == LOOK_PRESSED ? .4f : .16f);
		float w = fminf(r.w - 2 * ui_px(ui, .8f), ui_width(ui, STYLE_STRONG, value));
		ui_cut(ui, STYLE_STRONG, r.x + roundf((r.w - w) / 2), r.y + r.h / 2, w, t->text,
		       value);
		r.x += r.w + gap;
	}
	ui->group = 0;
}

/* ---- the page ---- */

static struct button play_button(void)
{
	return (struct button){.kind = BUTTON_PRIMARY,
			       .icon = ICON_PLAY,
			       .label = "Play this",
			       .action = {VERB_PLAY, 0},
			       .flags = SPOT_MAIN};
}

static void stays(struct ui *ui, float x, float y)
{
	ui_line(ui, STYLE_LABEL, x, y, TEXT_START, ui->t->text2, "Scores stay on this machine.");
}

static void panel(struct ui *ui, struct rect r)
{
	ui_shadow(ui, r, 2.4f, true);
	ui_box(ui, r, 2.4f, ui->t->surface, ui->t->hair, .16f);
}

/* The table at the start side; at the end what is asked, or what can be chosen. */
static void draw_wide(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	const struct board *b = &app->scores.boards.span[app->scores.span];
	float side = ui_px(ui, 72), gap = ui_px(ui, 6), foot = ui_px(ui, 5);
	struct rect left = {s.x, s.y, s.w - side - gap, s.h},
		    right = {s.x + s.w - side, s.y, side, s.h};
	const char *name = app->o.remembers ? pack_name(app) : "";
	float label = fminf(ui_width(ui, STYLE_LABEL, name), left.w * .4f);
	float top = ui_head(ui, scores_title(app), (struct action){VERB_BACK, 0},
			    left.x + left.w - label - ui_px(ui, 3));

	ui_cut(ui, STYLE_LABEL, left.x + left.w - label, s.y + (top - s.y) / 2, label, ui->t->text2,
	       name);
	struct rect at = {left.x, top + ui_px(ui, 1.4f), left.w, 0};
	at.h = s.y + s.h - foot - at.y;
	struct scoretable t = scoretable_measure(app, ui, at.w, at.h, b->n);
	if (app->o.remembers && b->n > 0)
		scoretable_draw(app, ui, at, &t, false);
	else if (!app->o.remembers || app->scores.read)
		nothing(app, ui, app->o.remembers ? at : (struct rect){s.x, at.y, s.w, at.h});
	if (app->o.remembers)
		stays(ui, s.x, s.y + s.h - foot / 2);
	else
		return;
	if (app->scores.asks) {
		panel(ui, right);
		initials_draw(app, ui, ui_inset(right, ui_px(ui, 4.4f), ui_px(ui, 4)), true);
		return;
	}
	struct row rows[CHOICES];
	struct button play = play_button();
	float button = ui_button_height(ui, &play), between = ui_px(ui, 1.6f);
	scores_choices(app, ui, rows);
	right.y = at.y + t.head;
	draw_choices(ui, right, rows, between);
	ui_button(ui,
		  (struct rect){right.x,
				right.y + choices_height(ui, rows, side, between) + between, side,
				button},
		  &play);
	struct hint hints[] = {{"↑|↓", "Move"}, {"←|→", "Change"}, {"Esc", "Back"}};
	ui_hints(ui, right.x, s.x + s.w, s.y + s.h - foot / 2, hints, 3);
}

/* A kiosk's: one board, and nothing to choose. */
static void draw_only(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	const struct board *b = &app->scores.boards.span[app->scores.span];
	struct button play = play_button();
	float top = ui_head(ui, scores_title(app), (struct action){VERB_BACK, 0}, s.x + s.w);
	float gap = ui_gap(ui, ui->compact ? 1.2f : 2.4f), button = ui_button_height(ui, &play);
	struct rect view = {s.x, top + gap, s.w, s.y + s.h - button - top - 2 * gap};

	play.label = "Play again";
	float wide = ui->portrait || ui->tiny ? s.w : ui_button_width(ui, &play) + ui_px(ui, 4);
	struct rect at = {s.x, s.y + s.h - button, wide, button};
	if (ui->reach && s.w - wide > 58 * ui->u * ui->text) { /* the low page is wide */
		at.x = s.x + s.w - wide;
		view.w -= wide + gap;
		view.h += button + gap;
	}
	ui_button(ui, at, &play);
	struct scoretable t = scoretable_measure(app, ui, view.w, view.h, b->n);
	if (scoretable_height(&t, b->n) > view.h) {
		view.w -= ui_px(ui, 3);
		t = scoretable_measure(app, ui, view.w, view.h, b->n);
	}
	float height = scoretable_height(&t, b->n);
	if (b->n == 0 && app->scores.read)
		nothing(app, ui, view);
	if (b->n == 0)
		return;
	ui_scroll_begin(ui, view);
	ui->group = 2;
	scoretable_draw(app, ui, (struct rect){view.x, view.y - ui->scroll_at, view.w, height}, &t,
			false);
	ui->group = 0;
	ui_scroll_end(ui, height);
}

/* One below the other: what is asked over the whole page, or all of it on one that scrolls. */
static void draw_tall(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	const struct board *b = &app->scores.boards.span[app->scores.span];
	bool asks = app->scores.asks, both = ui->portrait && !ui->compact && ui->text < 1.5f;
	bool bare = asks && ui->tiny && !naming_is(app); /* the slots stand where the title would */
	float top = ui_head(ui,
			    bare            ? ""
			    : asks && !both ? (naming_is(app) ? naming_title(app) : "Your initials")
					    : scores_title(app),
			    (struct action){VERB_BACK, 0}, s.x + s.w);
	float y = top + ui_gap(ui, ui->compact ? 1.2f : 2.4f), gap = ui_px(ui, 1.2f);
	struct rect view = {s.x, y, s.w, s.y + s.h - y};

	if (!app->o.remembers) {
		nothing(app, ui, view);
		return;
	}
	if (bare) {
		float x = s.x + ui_square_side(ui) + ui_px(ui, 1.6f);
		initials_slots(app, ui, (struct rect){x, s.y, s.x + s.w - x, top - s.y});
		initials_pad(app, ui, view);
		return;
	}
	if (asks && !both) {
		initials_draw(app, ui, view, false);
		return;
	}
	if (asks) {
		bool made = app->o.kiosk && app->o.kiosk->names == NAMES_GENERATED;
		float entry = fminf((made ? 60 : 88) * ui->u, view.h * .52f);
		struct rect at = {s.x, s.y + s.h - entry, s.w, entry};
		struct scoretable t =
			scoretable_measure(app, ui, view.w, at.y - ui_px(ui, 3) - y, b->n);
		scoretable_draw(app, ui, view, &t, false);
		panel(ui, at);
		initials_draw(app, ui, ui_inset(at, ui_px(ui, 4.4f), ui_px(ui, 4)), true);
		return;
	}
	struct row rows[CHOICES];
	struct button play = play_button();
	float button = ui_button_height(ui, &play);
	scores_choices(app, ui, rows);
	ui_button(ui,
		  (struct rect){s.x, s.y + s.h - button,
				ui->portrait || ui->tiny
					? s.w
					: ui_button_width(ui, &play) + ui_px(ui, 4),
				button},
		  &play);
	view.h -= button + ui_px(ui, ui->compact ? 1.2f : 2.4f);
	if (ui->portrait && !ui->compact) {
		float line = roundf(ui_font(ui, STYLE_LABEL) * 1.6f);
		stays(ui, s.x, view.y + view.h - line / 2);
		view.h -= line + gap;
	}
	float over = 0; /* what chooses stands above the table */
	if (ui->compact || ui->text >= 1.5f) {
		float high = ui_button_height(ui, &(struct button){.kind = BUTTON_PILL});
		draw_pills(ui, (struct rect){view.x, view.y, view.w, high}, rows);
		over = high + gap;
	} else {
		draw_choices(ui, view, rows, gap);
		over = choices_height(ui, rows, view.w, gap);
	}
	view.y += over;
	view.h -= over;
	struct scoretable t = scoretable_measure(app, ui, view.w, view.h, b->n);
	float height = scoretable_height(&t, b->n);
	if (height > view.h) {
		view.w -= ui_px(ui, 3);
		t = scoretable_measure(app, ui, view.w, view.h, b->n);
		height = scoretable_height(&t, b->n);
	}
	if (b->n == 0) {
		if (app->scores.read)
			nothing(app, ui, view);
		return;
	}
	ui_scroll_begin(ui, view);
	ui->group = 2;
	scoretable_draw(app, ui, (struct rect){view.x, view.y - ui->scroll_at, view.w, height}, &t,
			height > view.h);
	ui->group = 0;
	ui_scroll_end(ui, height);
}

void scoreboard_draw(const struct app *app, struct ui *ui)
{
	ui_ground(ui);
	ui_lights(ui, .52f, 0);
	if (app->o.kiosk && !app->scores.asks)
		draw_only(app, ui);
	else if (!ui->compact && !ui->portrait && !ui->reach && ui->w >= 140 * ui->u &&
		 ui->text < 1.5f)
		draw_wide(app, ui);
	else
		draw_tall(app, ui);
}
