/* One who plays with others: a name, time, a button. */
#include <math.h>
#include <string.h>

#include "controls.h"
#include "join.h"
#include "letters.h"
#include "seats.h"
#include "token.h"

static const struct style NAME = {FACE_SEMIBOLD, 4.2f, 1.22f, 0};

/* What was typed so far, with the end of it in sight. */
static void draw_name(const struct app *app, struct ui *ui, struct rect r)
{
	const char *name = app->seats[app->seat].name;
	float pad = ui_px(ui, 2.2f), token = ui_scaled(ui, 5), middle = r.y + r.h / 2;
	float x = r.x + pad + token + ui_px(ui, 2), caret = ui_px(ui, .3f);
	float room = r.x + r.w - pad - x - 2 * caret;
	struct style s = NAME;

	ui_box(ui, r, 1.8f, ui->t->bg0, ui->t->border, .2f);
	token_draw(ui, app->seat, r.x + pad + token / 2, middle, token);
	while (ui_width(ui, s, name) > room && ui_font(ui, s) > 12)
		s.size *= .94f;
	float w = *name ? ui_cut(ui, s, x, middle, room, ui->t->text, name) : 0;
	float high = roundf(ui_font(ui, NAME) * 1.2f);
	ui_box(ui, (struct rect){x + w + caret, roundf(middle - high / 2), caret, high}, 0,
	       ui->t->focus, 0, 0);
	if (!*name)
		ui_cut(ui, s, x + 3 * caret, middle, room - 2 * caret, ui->t->text3,
		       token_name(ui, app->seats, app->seat));
}

/* ---- time and button ---- */

static int fill(const struct app *app, struct ui *ui, struct row rows[2])
{
	static const struct {
		const char *label;
		int percent;
	} extras[] = {{"None", 0}, {"+50 %", 50}, {"Double", 100}, {"No clock", -1}};
	int now = app->seats[app->seat].more_percent;

	rows[0] = (struct row){.name = "Extra time",
			       .line = "For this player, in every question",
			       .kind = CONTROL_SEGMENTS,
			       .n = 4};
	for (int i = 0; i < 4; i++)
		rows[0].options[i] = (struct option){.label = extras[i].label,
						     .action = {VERB_EXTRA, extras[i].percent},
						     .on = now == extras[i].percent};
	if (app->party != PARTY_BUZZERS)
		return 1;
	rows[1] = (struct row){.name = "Button",
			       .line = join_hand(app, ui, app->seat),
			       .kind = CONTROL_SEGMENTS,
			       .n = 1};
	rows[1].options[0] =
		(struct option){.label = "Press another", .action = {VERB_HAND, app->seat}};
	return 2;
}

static float draw_rows(const struct app *app, struct ui *ui, struct rect at, bool paint)
{
	struct row rows[2];
	float gap = ui_px(ui, ui->compact ? 1 : 1.4f), top = at.y;
	int n = fill(app, ui, rows);

	for (int i = 0; i < n; i++) {
		struct row_fit f = row_fit(ui, &rows[i], at.w);
		at.h = f.height;
		ui->group = i + 1;
		if (paint)
			row_draw(ui, at, &rows[i], &f);
		at.y += at.h + gap;
	}
	ui->group = 0;
	return at.y - gap - top;
}

/* ---- letters ---- */

static struct button delete_button(void)
{
	return (struct button){
		.label = "Delete", .action = {VERB_DELETE, 0}, .key1 = KEY_BACKSPACE};
}

static float draw_letters(const struct app *app, struct ui *ui, struct rect at, bool paint)
{
	struct button delete = delete_button();
	float gap = ui_px(ui, ui->compact ? .8f : 1.3f), key = fmaxf(ui_px(ui, 7), 24);
	float button = ui_button_height(ui, &delete), pad = 5 * (key + gap) - gap;

	if (!paint)
		return pad + gap + button;
	ui->group = 7;
	letters_draw(app, ui, (struct rect){at.x, at.y, at.w, pad});
	ui_button(ui, (struct rect){at.x, at.y + pad + gap, at.w, button}, &delete);
	ui->group = 0;
	/* its text follows, and Enter is there to press what has the focus */
	ui_spot(ui, (struct rect){0}, "Space", (struct action){VERB_LETTER, -1}, SPOT_SILENT,
		KEY_SPACE, 0);
	return pad + gap + button;
}

static float draw_page(const struct app *app, struct ui *ui, struct rect at, bool paint)
{
	float gap = ui_px(ui, ui->compact ? 1.2f : 2.4f),
	      field = fmaxf(ui_px(ui, 9), roundf(ui_font(ui, NAME) * 1.7f));
	bool wide = !ui->portrait && at.w >= 120 * ui->u * ui->text;
	struct rect name = {at.x, at.y, at.w, field}, rest = at, letters = at;

	if (wide) {
		name.w = rest.w = roundf((at.w - gap) * .5f);
		letters.x += rest.w + gap;
		letters.w -= rest.w + gap;
		rest.y += field + gap;
	} else {
		letters.y += field + gap;
		rest.y = letters.y + draw_letters(app, ui, letters, false) + gap;
	}
	if (paint)
		draw_name(app, ui, name);
	float high = draw_letters(app, ui, letters, paint);
	float end = rest.y + draw_rows(app, ui, rest, paint);
	return fmaxf(letters.y + high, end) - at.y;
}

/* ---- "Press your button" ---- */

static void draw_listening(const struct app *app, struct ui *ui, struct rect view)
{
	const char *name = token_said(ui, app->seats, app->seat);
	const char *first = frame_printf(ui->f, "%s, press your button", name);
	char free_hands[SEAT_FREE];
	const char *then = frame_printf(ui->f, "Free: %s", seat_free(app, free_hands));
	struct style s = ui_sized(STYLE_QUESTION, ui->compact ? 4.4f : 5.4f);
	float token = fminf(ui_px(ui, 20), view.h * .3f), gap = ui_px(ui, ui->compact ? 1.6f : 3);

	while (s.size > 3 && ui_measure(ui, s, first, view.w, TEXT_BALANCED).h > view.h * .4f)
		s.size *= .94f;
	float high = ui_measure(ui, s, first, view.w, TEXT_BALANCED).h;
	float last = ui_measure(ui, STYLE_LABEL, then, view.w, TEXT_BALANCED).h;
	token = fminf(token, view.h - high - last - 2 * gap);
	if (token < ui_px(ui, 4))
		token = 0;
	float all = token + high + last + 2 * gap;
	float y = view.y + fmaxf(0, roundf((view.h - all) / 2)) - ui->scroll_at;

	ui_scroll_begin(ui, view);
	ui_spot(ui, (struct rect){0}, first, (struct action){VERB_BIND, app->seat}, SPOT_SILENT, 0,
		0);
	ui_spot(ui, (struct rect){0}, first, (struct action){VERB_BUZZ, 1 << app->seat},
		SPOT_SILENT, 0, 0);
	if (token > 0)
		token_draw(ui, app->seat, view.x + roundf(view.w / 2), y + token / 2, token);
	y += token + gap;
	ui_text(ui, s, (struct rect){view.x, y, view.w, high}, TEXT_CENTRE | TEXT_BALANCED,
		ui->t->text, first);
	ui_text(ui, STYLE_LABEL, (struct rect){view.x, y + high + gap, view.w, last},
		TEXT_CENTRE | TEXT_BALANCED, ui->t->text2, then);
	ui_scroll_end(ui, all);
}

void joinseat_draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	const char *title = frame_printf(ui->f, "Player %d", app->seat + 1);
	float top = ui_head(ui, title, (struct action){VERB_BACK, 0}, s.x + s.w);
	struct button done = {.kind = BUTTON_PRIMARY,
			      .icon = app->listens ? ICON_BACK : ICON_CHECK,
			      .label = app->listens ? "Keep it as it is" : "Done",
			      .action = {VERB_SAVE, 0},
			      .flags = SPOT_MAIN};
	float high = ui_button_height(ui, &done), pad = ui_px(ui, .8f),
	      y = top + ui_px(ui, ui->compact ? 1.2f : 2.8f);
	struct rect view = {s.x, y, s.w, s.y + s.h - high - ui_px(ui, ui->compact ? 1.4f : 3) - y};
	struct rect at = {view.x, 0, view.w, 0};
	float w = ui->portrait || ui->tiny ? s.w : ui_button_width(ui, &done) + ui_px(ui, 4);
	struct rect button = {s.x, s.y + s.h - high, w, high};

	if (app->listens) {
		view.w -= ui_px(ui, 3);
		draw_listening(app, ui, view);
		ui_button(ui, button, &done);
		return;
	}
	if (draw_page(app, ui, at, false) + 2 * pad > view.h)
		at.w = view.w -= ui_px(ui, 3);
	at.y = view.y + pad - ui->scroll_at;
	float height = draw_page(app, ui, at, false) + 2 * pad;
	ui_scroll_begin(ui, view);
	draw_page(app, ui, at, true);
	ui_scroll_end(ui, height);
	ui_button(ui, button, &done);
	struct hint hints[] = {{"A–Z", "Type a name"}, {"Enter", "Done"}, {"Esc", "Back"}};
	if (!ui->portrait && !ui->compact)
		ui_hints(ui, button.x + button.w + ui_px(ui, 3), s.x + s.w, button.y + high / 2,
			 hints, 3);
}
