/* Sections of the operator's page: sound, boards, and how large letters are on the display. */
#include <math.h>

#include "access.h"
#include "operator.h"
#include "scores.h"

/* ---- sound ---- */

enum { VOLUME_STEP = 10 };

static void fill_volume(struct column *c, int volume, struct row *r)
{
	int less = volume > VOLUME_STEP ? (volume - 1) / VOLUME_STEP * VOLUME_STEP : 0;
	int more = volume + VOLUME_STEP < 100 ? (volume / VOLUME_STEP + 1) * VOLUME_STEP : 100;

	r->options[r->n++] =
		(struct option){"Volume: less", wish_of(OPERATE_VOLUME, less), volume <= 0, NULL};
	r->options[r->n++] =
		(struct option){"Volume: more", wish_of(OPERATE_VOLUME, more), volume >= 100, NULL};
	r->value = volume ? frame_printf(c->ui->f, "%d%%", volume) : "Off";
	r->widest = "200%";
}

void operator_sound(struct column *c)
{
	const struct app *app = c->app;
	struct moment now = {app->unix_ms, app->utc_offset_min};
	int file = kiosk_volume(app->o.kiosk, -1, now);
	bool own = app->o.state.volume >= 0;
	struct row volume = {.name = "Volume",
			     .line = "Over everything that is heard, and kept.",
			     .action = {VERB_ROW, OPERATOR_ROW},
			     .kind = CONTROL_STEPPER};
	struct tile by_file = {.icon = ICON_CLOCK,
			       .ink = c->ui->t->text2,
			       .name = "As the kiosk’s file says",
			       .line = frame_printf(c->ui->f,
						    own ? "That would be %d%% at this hour."
							: "It is so: %d%% at this hour.",
						    file),
			       .does = "Go by the file",
			       .action = wish_of(OPERATE_VOLUME, -1),
			       .off = !own};
	struct tile test = {.icon = ICON_SPEAKER,
			    .ink = c->ui->t->text2,
			    .name = "A sound to hear it by",
			    .does = "Play it",
			    .action = {VERB_TRY, 0}};

	fill_volume(c, own ? app->o.state.volume : file, &volume);
	column_row(c, &volume);
	column_tile(c, &by_file);
	column_tile(c, &test);
}

/* ---- boards ---- */

static void put_place(struct column *c, const struct board_row *r, int i)
{
	struct ui *ui = c->ui;
	struct tile b = {.icon = ICON_TROPHY,
			 .ink = ui->t->text2,
			 .name = frame_printf(ui->f, "%d. %s", r->place,
					      r->name[0] ? r->name : "Nobody’s name"),
			 .line = frame_printf(ui->f, "%s points", ui_number(ui, r->score)),
			 .action = {VERB_BLANK, i},
			 .does = "Blank name",
			 .asks = true,
			 .off = !r->name[0]};

	column_tile(c, &b);
}

void operator_boards(struct column *c)
{
	const struct app *app = c->app;
	const struct board *b = &app->scores.boards.span[app->scores.span];
	struct row rows[SCORES_CHOICES];
	struct tile anew = {.icon = ICON_RELOAD,
			    .ink = c->ui->t->text2,
			    .name = "All boards",
			    .line = "Empties them. What was played stays in the counts.",
			    .does = "Begin anew",
			    .action = wish_of(OPERATE_RESET, 0),
			    .asks = true};

	if (!app->o.remembers) {
		column_text(c, "There are no boards: nothing can be kept on this machine.");
		return;
	}
	scores_choices(app, c->ui, rows);
	for (int i = 0; i < SCORES_CHOICES; i++)
		column_row(c, &rows[i]);
	for (int i = 0; i < b->n; i++)
		put_place(c, &b->row[i], i);
	if (b->n == 0)
		column_text(c, "Nobody is on this board.");
	column_tile(c, &anew);
}

/* ---- the display ---- */

static const float CAPITAL = .7275f; /* height of Inter's H, of the size of its letters */
static const float LEAST_MM = 6.1f;  /* EN 301 549, 5.1.4: 0.7 degrees from 50 cm */

/* Now; 0: not known. */
static float px_per_mm(const struct app *app)
{
	return app->o.state.px_per_mm > 0 ? app->o.state.px_per_mm : app->staff.health.px_per_mm;
}

float operator_card_px(const struct app *app)
{
	float mm = px_per_mm(app);

	if (app->staff.card_px > 0)
		return app->staff.card_px;
	return CARD_MM * (mm > 0 ? mm : 96 / 25.4f);
}

static float capital_mm(const struct column *c, struct style s, int percent)
{
	float px = roundf(s.size * c->ui->u * (float)percent / 100);

	return fmaxf(12, px) * CAPITAL / px_per_mm(c->app);
}

/* The size from which on the smallest letters are large enough. */
static int enough_percent(const struct column *c)
{
	int percent = 100;

	while (percent < 200 && capital_mm(c, STYLE_LABEL, percent) < LEAST_MM)
		percent += 5;
	return percent;
}

static void put_letters(struct column *c)
{
	struct ui *ui = c->ui;
	int now = c->app->set.text_percent, enough = enough_percent(c);
	float smallest = capital_mm(c, STYLE_LABEL, now);
	bool small = smallest < LEAST_MM;
	const char *list = "";

	for (int i = 0; i < ACCESS_SIZES; i++)
		list = frame_printf(ui->f, "%s%s%d%%: %.1f and %.1f mm", list, i ? " · " : "",
				    access_sizes[i],
				    (double)capital_mm(c, STYLE_QUESTION, access_sizes[i]),
				    (double)capital_mm(c, STYLE_LABEL, access_sizes[i]));
	struct tile b = {
		.icon = small ? ICON_WARN : ICON_CHECK,
		.ink = small ? ui->t->time : ui->t->ok,
		.name = frame_printf(ui->f,
				     "A capital H of a question is %.1f mm high, of the smallest "
				     "words %.1f mm",
				     (double)capital_mm(c, STYLE_QUESTION, now), (double)smallest),
		.line = frame_printf(ui->f, "By text size, of both: %s", list),
		.help = !small ? NULL
			: capital_mm(c, STYLE_LABEL, enough) < LEAST_MM
				? "A capital H should be at least 6.1 mm high to be read from "
				  "50 cm (EN 301 549): this display is too small for that."
				: frame_printf(ui->f,
					       "A capital H should be at least 6.1 mm high to be "
					       "read from 50 cm (EN 301 549): write text-size = %d "
					       "into the kiosk’s file.",
					       enough),
		.action = {VERB_ROW, OPERATOR_ROW}};
	column_tile(c, &b);
}

static void draw_mark(struct ui *ui, float x, struct rect r)
{
	float w = ui_px(ui, .5f);

	ui_box(ui, (struct rect){roundf(x - w / 2), r.y, w, r.h}, 0, ui->t->focus, 0, 0);
}

/* Two marks as far apart as a card is wide; a finger moves the second one. */
static void put_card(struct column *c)
{
	struct ui *ui = c->ui;
	float card = fminf(operator_card_px(c->app), c->w - ui_px(ui, 2));
	struct rect r = column_room(c, ui_px(ui, 16)), inner;

	if (!column_shows(c, r))
		return;
	struct action a = {VERB_CARD, 0};
	ui_spot(ui, r, "The card’s edge", a, SPOT_SILENT, 0, 0);
	ui_box(ui, r, 1, ui->t->bg0, ui->t->hair, .16f);
	inner = (struct rect){r.x, r.y, card, r.h};
	ui_box(ui, inner, 1, colour_fade(ui->t->focus, .16f), 0, 0);
	draw_mark(ui, r.x, r);
	draw_mark(ui, r.x + card, r);
}

void operator_display(struct column *c)
{
	const struct app *app = c->app;
	struct ui *ui = c->ui;
	float mm = px_per_mm(app), card = operator_card_px(app);
	bool own = app->o.state.px_per_mm > 0;
	int turned = setting_number(&app->set, SETTING_ROTATION);
	struct tile size = {
		.icon = mm > 0 ? ICON_CHECK : ICON_WARN,
		.ink = mm > 0 ? ui->t->ok : ui->t->time,
		.name = mm <= 0 ? "How large the display is, it does not say"
				: frame_printf(ui->f, "The picture is %.0f × %.0f mm",
					       (double)(ui->w / mm), (double)(ui->h / mm)),
		.line = mm <= 0 ? "Measure it with a bank card, below."
				: frame_printf(ui->f, "%d × %d pixels, %s · turned by %d°",
					       (int)ui->w, (int)ui->h,
					       own ? "measured with a card"
						   : "as the display says of itself",
					       turned),
		.action = {VERB_ROW, OPERATOR_ROW + 1}};
	struct row apart = {.name = "Hold a bank card to the left mark",
			    .line = "Move the right mark to the card’s other edge: 85.6 mm.",
			    .action = {VERB_ROW, OPERATOR_ROW + 2},
			    .kind = CONTROL_STEPPER,
			    .n = 2,
			    .options = {{.label = "Narrower", .action = {VERB_CARD, -1}},
					{.label = "Wider", .action = {VERB_CARD, 1}}},
			    .value = frame_printf(ui->f, "%.0f", (double)card),
			    .widest = "0000"};
	struct tile keep = {.icon = ICON_CHECK,
			    .ink = ui->t->text2,
			    .name = frame_printf(ui->f, "%.2f pixels to a millimetre",
						 (double)(card / CARD_MM)),
			    .does = "Keep this",
			    .action = wish_of(OPERATE_CALIBRATE, 1)};
	struct tile forget = {.icon = ICON_RELOAD,
			      .ink = ui->t->text2,
			      .name = "As the display says of itself",
			      .does = "Go by that",
			      .action = wish_of(OPERATE_CALIBRATE, 0),
			      .off = !own};

	if (mm > 0)
		put_letters(c);
	column_tile(c, &size);
	column_row(c, &apart);
	put_card(c);
	column_tile(c, &keep);
	column_tile(c, &forget);
}
