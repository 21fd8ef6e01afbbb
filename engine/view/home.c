/* The first page: the name, the well, and what can be played. */
#include <math.h>
#include <string.h>

#include "motion.h"
#include "screens.h"

#define WORD "STAIRWELL"

enum {
	TURN_MS = 24000, /* the stair comes down to the one below it */
	START_MS = 2000, /* until it is as fast as that */
	IDLE_MS = 30000, /* without a press or a move: it begins to come to rest */
	WELL_FRAME_MS = 50,
};

struct rising {
	float turns; /* 0 to 1 */
	bool runs;   /* it is not at rest, nor on its way there */
	bool moves;
};

/* How far the well has risen: as fast as it runs, and from IDLE_MS after the last input slower and
 * slower, to rest where the stair is as it was at first. */
static struct rising rising(const struct app *app)
{
	const double speed = 1.0 / TURN_MS;
	int64_t rest_ms = app->input_ms + IDLE_MS;
	double ran = (double)((app->now < rest_ms ? app->now : rest_ms) - app->well_ms);
	double turns = (double)app->well_turns +
		       speed * (ran < START_MS ? ran * ran / (2 * START_MS) : ran - START_MS / 2);

	if (app->now > rest_ms) {
		double on = (double)(app->now - rest_ms), goal = ceil(turns + .1);
		double lasts = 2 * (goal - turns) / speed;
		if (on >= lasts)
			return (struct rising){0};
		turns += speed * on * (1 - on / (2 * lasts));
	}
	return (struct rising){(float)(turns - floor(turns)), app->now <= rest_ms, true};
}

void home_touched(struct app *app)
{
	struct rising r = rising(app);

	if (!r.runs) {
		app->well_ms = app->now;
		app->well_turns = r.turns;
	}
	app->input_ms = app->now;
}

static void enter(struct app *app)
{
	app->well_ms = app->input_ms = app->now;
	app->well_turns = 0;
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_MODE:
		app->o.mode = &game_modes[a.arg];
		app_go(app, &screen_packs);
		break;
	case VERB_SETTINGS: app_open_settings(app); break;
	case VERB_QUIT: app->leaving = true; break;
	default: break;
	}
}

/* Every letter stands one step higher than the last, on a lit stair. */
static void wordmark(struct ui *ui, float x, float y, float size)
{
	const char *word = WORD;
	struct style s = {FACE_DISPLAY, size, 1, 0};
	float px = roundf(size * ui->u), rise = px * .0674f, track = .018f * px;
	int n = (int)strlen(word);
	float base = y + .7f * px + rise * (float)(n - 1);

	ui_ltr_begin(ui);
	struct item *stair =
		frame_add(ui->f, ITEM_TUBE, (struct rect){x, y, ui->stage.w, base - y + px * .12f});

	stair->width = fmaxf(1, px * .02f);
	stair->fill = ui->t->brand;
	stair->core = ui->t->glow ? .7f : 0;
	stair->glow = ui->t->glow ? 1 : 0;
	stair->spread = 15;
	s.size = px / ui->u / ui->text;
	float start = x;
	for (int i = 0; i < n; i++) {
		const char letter[2] = {word[i], '\0'};
		float w = wrap_width(ui->wrap, s.face, px, 0, letter, 1) + track,
		      foot = base - (float)i * rise;
		float step = foot + px * .055f + stair->width;
		float extra = i == 0 ? px * .05f : track * .5f;

		frame_point(ui->f, stair, x - extra, step);
		frame_point(ui->f, stair, x + w + (i == n - 1 ? px * .05f : 0) - track * .5f, step);
		/* the painter sets the foot of a capital .335 em below the middle of its line */
		ui_line(ui, s, roundf(x), foot - .335f * px, TEXT_START, ui->t->text, letter);
		x += w;
	}
	ui_ltr_end(ui, start, x);
}

static float wordmark_width(struct ui *ui, float size)
{
	float px = roundf(size * ui->u);

	return wrap_width(ui->wrap, FACE_DISPLAY, px, 0, WORD, strlen(WORD)) + 9 * .018f * px;
}

static void scrim(struct ui *ui, bool across, const struct stop *stops, int n)
{
	struct item *i = frame_add(ui->f, ITEM_GRADIENT, (struct rect){0, 0, ui->w, ui->h});

	i->across = across;
	i->nstops = (uint8_t)n;
	memcpy(i->stop, stops, (size_t)n * sizeof *stops);
}

static void draw_well(const struct app *app, struct ui *ui, float menu_end)
{
	colour ground = ui->t->bg0;
	float edge = menu_end / ui->w; /* the menu stands on dark ground */
	struct item *w = frame_add(ui->f, ITEM_WELL, (struct rect){0, 0, ui->w, ui->h});
	float s = fminf(ui->w, ui->h);

	w->well = (struct well){.aspect = 1,
				.rotation = -.14f,
				.turns = 5,
				.tint = -1,
				.near_rail = ui->t->brand,
				.far_rail = ui->t->focus};
	struct rising r = rising(app);
	if (ui->motion == MOTION_FULL && !ui->t->flat && r.moves) {
		w->well.rise = fmaxf(r.turns, 1e-6f); /* at 0 it would rest */
		frame_wake(ui->f, ui->now + WELL_FRAME_MS);
	}
	if (ui->portrait) {
		w->well.centre = (struct point){ui->w * .54f, ui->h * .30f};
		w->well.vanishing = (struct point){ui->w * .545f, ui->h * .25f};
		w->well.radius = s * .74f;
		scrim(ui, false,
		      (struct stop[]){{.30f, colour_fade(ground, 0)},
				      {.46f, colour_fade(ground, .80f)},
				      {.58f, colour_fade(ground, .97f)},
				      {1, ground}},
		      4);
		return;
	}
	float x = ui->w - .509f * s;
	if (x < ui->w * .6f) /* nearly square windows: the well moves aside for the menu */
		x = ui->w * .72f;
	w->well.centre = (struct point){x, ui->h * .5185f};
	w->well.vanishing = (struct point){x + .002f * s, ui->h * .4185f};
	w->well.radius = s * .611f;
	scrim(ui, true,
	      (struct stop[]){{0, ground},
			      {.77f * edge, colour_fade(ground, .97f)},
			      {fminf(.98f, 1.05f * edge), colour_fade(ground, .5f)},
			      {fminf(1, 1.33f * edge), colour_fade(ground, 0)}},
	      4);
	scrim(ui, false,
	      (struct stop[]){{.70f, colour_fade(ground, 0)},
			      {.90f, colour_fade(ground, .88f)},
			      {1, colour_fade(ground, .97f)}},
	      3);
}

static const char *count(const struct app *app, struct ui *ui)
{
	int packs = 0, questions = 0;

	for (int i = 0; i < app->o.library->n; i++) {
		if (!app->o.library->entries[i].pack)
			continue;
		packs++;
		questions += app->o.library->entries[i].pack->nquestions;
	}
	return frame_printf(ui->f, "%d pack%s · %s question%s", packs, packs == 1 ? "" : "s",
			    ui_number(ui, questions), questions == 1 ? "" : "s");
}

/* Hints, or what is wrong with the memory. */
static float foot_height(const struct app *app, struct ui *ui)
{
	float least = ui->tiny ? 0 : ui_px(ui, 6), w = ui->stage.w - ui_px(ui, 2.2f);

	if (ui->tiny || !app->forgets[0])
		return least;
	return fmaxf(least, ui_measure(ui, STYLE_LABEL, app->forgets, w, 0).h + ui_px(ui, 1));
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	int modes = 0;

	while (modes < 2 && game_modes[modes].id)
		modes++;
	ui_ground(ui);
	float row = ui_row_height(ui);
	float gap = ui_px(ui, .5f), foot = foot_height(app, ui);
	float menu_h = (float)(modes + 2) * (row + gap) - gap,
	      menu_w = ui->portrait ? s.w : fminf(s.w, 82 * ui->u * fminf(ui->text, 1.4f));
	draw_well(app, ui, s.x + menu_w);
	ui_stay(ui);

	float left = s.x + (ui->compact || ui->portrait ? 0 : ui_px(ui, 2.2f));
	float size = 21.5f;

	if (ui->portrait || wordmark_width(ui, size) > s.w)
		size = fminf(26, 21.5f * s.w / wordmark_width(ui, 21.5f));
	float room = s.h - menu_h - foot - ui_px(ui, 4);
	size = fminf(size, room / ui->u / 1.34f);
	float word_y = s.y + (ui->portrait ? ui_px(ui, 2) : ui_px(ui, 1)),
	      word_h = 1.34f * size * ui->u;
	float least = word_y + word_h + ui_px(ui, 2);
	if (size >= 5)
		wordmark(ui, left, word_y, size);
	else /* the menu needs all the room there is */
		least = s.y;

	float menu_y =
		ui->portrait ? s.y + s.h - foot - menu_h - ui_px(ui, 8) : s.y + ui_px(ui, 36.5f);
	if (ui->compact || menu_y + menu_h + foot > s.y + s.h)
		menu_y = fmaxf(least, s.y + s.h - foot - menu_h - ui_px(ui, 1));
	struct rect page = {s.x, menu_y, menu_w, fminf(menu_h, s.y + s.h - foot - menu_y)};
	if (menu_h > page.h)
		page.w -= ui_px(ui, 3);
	ui->group = 1;
	ui_scroll_begin(ui, page);
	struct rect r = {page.x, page.y - ui->scroll_at, page.w, row};
	for (int i = 0; i < modes; i++, r.y += row + gap)
		ui_row(ui, r,
		       &(struct menu_row){.icon = mode_icon(&game_modes[i]),
					  .name = game_modes[i].name,
					  .line = game_modes[i].line,
					  .action = {VERB_MODE, i},
					  .flags = i == 0 ? SPOT_MAIN : SPOT_PLAIN,
					  .key1 = '1' + i});
	ui_row(ui, r,
	       &(struct menu_row){
		       .icon = ICON_GEAR, .name = "Settings", .action = {VERB_SETTINGS, 0}});
	r.y += row + gap;
	ui_row(ui, r,
	       &(struct menu_row){.icon = ICON_CLOSE,
				  .name = "Quit",
				  .action = {VERB_QUIT, 0},
				  .key1 = KEY_ESCAPE,
				  .key2 = 'q'});
	ui_scroll_end(ui, menu_h);
	ui->group = 0;

	if (ui->tiny)
		return;
	if (app->forgets[0]) { /* in place of the hints, which can be read elsewhere */
		struct rect line = {left, s.y + s.h - foot, s.x + s.w - left, foot};
		ui_text(ui, STYLE_LABEL, line, TEXT_MIDDLE, ui->t->text2, app->forgets);
		return;
	}
	float y = s.y + s.h - foot / 2;
	struct hint hints[] = {{"↑|↓", "Move"}, {"Enter", "Select"}, {"F1", "Settings"}};
	float x = ui_hints(ui, left, s.x + s.w, y, hints, 3);
	if (left + ui_width(ui, STYLE_LABEL, count(app, ui)) + ui_px(ui, 2) <= x)
		ui_line(ui, STYLE_LABEL, left, y, TEXT_START, ui->t->text2, count(app, ui));
}

const struct screen screen_home = {"home", enter, act, NULL, draw};
