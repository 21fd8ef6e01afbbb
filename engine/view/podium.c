#include "podium.h"

#include <math.h>

#include "answers.h"
#include "standing.h"
#include "token.h"

static struct standing standing_of(const struct app *app)
{
	return (struct standing){.game = &app->game,
				 .placed = true,
				 .counted = true,
				 .next = -1,
				 .since = app->tallied ? INT64_MIN / 2 : app->since};
}

/* ---- who wins ---- */

struct title {
	const char *words;
	struct style style;
	float token, gap, words_h, high;
};

static struct title measure_title(const struct app *app, struct ui *ui, float width, float size,
				  float most)
{
	struct title t = {.words = standing_words(ui, &app->game),
			  .style = {FACE_DISPLAY, size, 1.02f, 0}};
	struct block b;

	if (game_scored(&app->game)) { /* else nobody is first */
		t.token = ui_px(ui, ui->compact ? 5 : 8);
		t.gap = ui_px(ui, ui->compact ? 1 : 2);
	}
	if (ui->text > 1.5f)
		t.style.size *= 1.5f / ui->text;
	b = ui_measure(ui, t.style, t.words, width, TEXT_BALANCED);
	while ((b.n > 1 && (b.h > most || b.broken)) && ui_font(ui, t.style) > 16) {
		t.style.size *= .94f;
		b = ui_measure(ui, t.style, t.words, width, TEXT_BALANCED);
	}
	t.words_h = b.h;
	t.high = t.token + t.gap + b.h;
	return t;
}

/* The tokens of all who are first, and that in words. */
static void draw_title(const struct app *app, struct ui *ui, float x, float y, float width,
		       const struct title *t)
{
	float at = x;

	for (int i = 0; i < app->game.nplayers && t->token > 0; i++) {
		if (game_place(&app->game, i) > 1 || at + t->token > x + width)
			continue;
		token_draw(ui, i, at + t->token / 2, y + t->token / 2, t->token);
		at += t->token + t->gap;
	}
	ui_text(ui, t->style, (struct rect){x, y + t->token + t->gap, width, t->words_h},
		TEXT_BALANCED, ui->t->text, t->words);
}

/* ---- the buttons ---- */

static struct button again_button(const struct app *app, const struct ui *ui)
{
	bool listed = ui->focus.verb == VERB_REVIEW;

	return (struct button){
		.kind = BUTTON_PRIMARY,
		.icon = ICON_RELOAD,
		.label = app->game.options.mode->again,
		.action = {VERB_AGAIN, 0},
		.flags = SPOT_MAIN,
		.key1 = !listed   ? 0
			: ui->rtl ? KEY_RIGHT
				  : KEY_LEFT,
		.key2 = listed && ui->focus.arg == 0 ? KEY_UP : 0,
	};
}

/* Both, spread over a width (0: as wide as they are); returns where they end. */
static float draw_buttons(const struct app *app, struct ui *ui, float x, float y, float width)
{
	struct button again = again_button(app, ui);
	struct button home = {
		.icon = ICON_HOME, .label = "Home", .action = {VERB_HOME, 0}, .key1 = KEY_ESCAPE};
	float high = ui_button_height(ui, &again), gap = ui_px(ui, 2);
	float w1 = ui_button_width(ui, &again), w2 = ui_button_width(ui, &home);

	if (width > 0) {
		w1 = floorf((width - gap) * w1 / (w1 + w2));
		w2 = width - gap - w1;
	}
	ui_button(ui, (struct rect){x, y, w1, high}, &again);
	ui_button(ui, (struct rect){x + w1 + gap, y, w2, high}, &home);
	return x + w1 + gap + w2;
}

static float draw_answers_title(struct ui *ui, float x, float y)
{
	struct style s = ui_sized(STYLE_TITLE, 5.6f);

	if (ui->text > 1.5f)
		s.size *= 1.5f / ui->text;
	float high = fmaxf(ui_px(ui, 6.4f), ui_font(ui, s));
	ui_line(ui, s, x, y + high / 2, TEXT_START, ui->t->text, "All answers");
	return y + high + ui_px(ui, 1.5f);
}

/* ---- the page ---- */

/* All players at the start side, their answers at the end. False: there is no room for that. */
static bool draw_wide(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	struct standing all = standing_of(app);
	float side = ui_px(ui, 72), gap = ui_px(ui, 6), foot = ui_px(ui, 6);
	struct button again = again_button(app, ui);
	float button = ui_button_height(ui, &again), air = ui_px(ui, 3.6f);
	struct rect rows = {s.x, 0, side, 0};
	float high = standing_rows(app, ui, rows, &all, false);
	struct title title = measure_title(app, ui, side, 17, 24 * ui->u);

	if (ui->compact || ui->portrait || ui->w < 140 * ui->u || ui->text >= 1.5f ||
	    title.high + high + button + 2 * air > s.h)
		return false;
	draw_title(app, ui, s.x, s.y, side, &title);
	rows.y = s.y + s.h - button - air - high;
	standing_rows(app, ui, rows, &all, true);
	draw_buttons(app, ui, s.x, s.y + s.h - button, 0);

	float x = s.x + side + gap, end = s.x + s.w, top = draw_answers_title(ui, x, s.y);
	struct rect view = {x - ui_px(ui, .7f), top, end - x + ui_px(ui, .7f) - ui_px(ui, 2.5f),
			    s.y + s.h - foot - ui_px(ui, 2) - top};
	ui_scroll_begin(ui, view);
	answers_draw(app, ui, view, 0);
	struct hint hints[] = {{"↑|↓", "Review"}, {"Esc", "Home"}};
	ui_hints(ui, x, end, s.y + s.h - foot / 2, hints, 2);
	return true;
}

/* One page that scrolls; the buttons stay below it. */
static void draw_tall(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	struct standing all = standing_of(app);
	struct button again = again_button(app, ui);
	float button = ui_button_height(ui, &again), y = s.y + s.h - button;
	bool narrow = ui->portrait || ui->tiny;
	struct rect view = {s.x, s.y, s.w - ui_px(ui, ui->compact ? 1.2f : 2.5f),
			    y - ui_px(ui, ui->compact ? 1.4f : 3) - s.y};
	struct title title = measure_title(app, ui, view.w, ui->compact ? 11 : 15, view.h * .3f);
	float gap = ui_px(ui, ui->compact ? 1.6f : 3), at = view.y - ui->scroll_at;

	ui_scroll_begin(ui, view);
	draw_title(app, ui, view.x, at, view.w, &title);
	at += title.high + gap;
	at += standing_rows(app, ui, (struct rect){view.x, at, view.w, 0}, &all, true) + gap;
	at = draw_answers_title(ui, view.x, at);
	answers_draw(app, ui, view, at - (view.y - ui->scroll_at));
	float end = draw_buttons(app, ui, s.x, y, narrow ? s.w : 0);
	struct hint hints[] = {{"↑|↓", "Review"}, {"Esc", "Home"}};
	if (!narrow)
		ui_hints(ui, end + ui_px(ui, 3), s.x + s.w, y + button / 2, hints, 2);
}

void podium_draw(const struct app *app, struct ui *ui)
{
	int leads = 0;

	while (game_place(&app->game, leads) > 1)
		leads++;
	if (game_scored(&app->game) && ui->t->glow && !ui->compact)
		frame_add(ui->f, ITEM_GLOW,
			  (struct rect){ui->stage.x - 40 * ui->u, -40 * ui->u, 100 * ui->u,
					100 * ui->u})
			->fill = colour_fade(token_colour(ui, leads), .16f);
	ui_stay(ui);
	if (!draw_wide(app, ui))
		draw_tall(app, ui);
}
