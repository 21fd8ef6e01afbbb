#include "resultbar.h"

#include <math.h>

#include "naming.h"
#include "scores.h"

static void add_button(const struct app *app, struct resultbar *bar, struct button b)
{
	if (bar->n == 0) {
		b.kind = BUTTON_PRIMARY;
		b.flags = SPOT_MAIN;
	}
	b.early = visit_rests(app);
	bar->b[bar->n++] = b;
}

static void fill_bar(const struct app *app, struct ui *ui, struct resultbar *bar)
{
	const struct game_options *o = &app->game.options;
	struct button again = {
		.icon = ICON_RELOAD, .label = o->mode->again, .action = {VERB_AGAIN, 0}};
	struct button mistakes = {.icon = ICON_CROSS,
				  .label = frame_printf(ui->f,
							ui->compact ? "Mistakes: %d"
							: app->owed > app->missed
								? "All my mistakes: %d"
								: "Only my mistakes: %d",
							app->owed),
				  .action = {VERB_MISTAKES, 0},
				  .key1 = 'm'};
	enum span span;

	if (ui->focus.verb == VERB_REVIEW) {
		again.key1 = ui->rtl ? KEY_RIGHT : KEY_LEFT;
		if (ui->focus.arg == 0)
			again.key2 = KEY_UP;
	}
	bool placed = scores_place(app, &span), unnamed = placed && app->scores.unnamed;
	struct button scores = {.icon = ICON_TROPHY,
				.label = !unnamed         ? scores_title(app)
					 : naming_is(app) ? naming_verb(app)
							  : "Enter initials",
				.action = {VERB_SCORES, 0}};

	if (unnamed) /* what is still to be done comes first */
		add_button(app, bar, scores);
	if (!o->mistakes)
		add_button(app, bar, again);
	if (placed && !unnamed)
		add_button(app, bar, scores);
	if (app->owed > 0)
		add_button(app, bar, mistakes);
	add_button(app, bar,
		   (struct button){.icon = ICON_HOME,
				   .label = app->o.kiosk ? "Finish" : "Home",
				   .action = {VERB_HOME, 0},
				   .key1 = KEY_ESCAPE});
}

/* One row of them, from the first to before the last, begins here. */
static void place_row(struct resultbar *bar, int first, int last, float gap, float width,
		      bool spread)
{
	float all = gap * (float)(last - first - 1), x = 0;

	for (int i = first; i < last; i++)
		all += bar->at[i].w;
	for (int i = first; i < last; i++) {
		struct rect *r = &bar->at[i];

		r->x = x;
		r->y = (float)bar->rows * (bar->h + gap);
		if (spread)
			r->w = i == last - 1 ? width - x : floorf(r->w * width / all);
		x += r->w + gap;
	}
	bar->w = fmaxf(bar->w, x - gap);
	bar->rows++;
}

/* Of its words alone, which come first where there is no room for icons. */
static float bare_width(struct ui *ui, struct button b)
{
	b.icon = ICON_NONE;
	return ui_button_width(ui, &b);
}

struct resultbar resultbar_measure(const struct app *app, struct ui *ui, float width, bool spread)
{
	struct resultbar bar = {0};
	float gap = ui_gap(ui, ui->compact ? 1.2f : 2), x = 0;
	int first = 0;

	fill_bar(app, ui, &bar);
	bar.h = ui_button_height(ui, &bar.b[0]);
	float all = 0, bare = 0, room = width - gap * (float)(bar.n - 1);
	for (int i = 0; i < bar.n; i++)
		all += ui_button_width(ui, &bar.b[i]);
	bool crowded = ui->reach && all > room; /* one row, which leaves the answers room */
	for (int i = 0; i < bar.n; i++)
		bare += bare_width(ui, bar.b[i]);
	for (int i = 0; i < bar.n; i++) {
		float w = fminf(width, ui_button_width(ui, &bar.b[i]));
		if (crowded)
			w = floorf(bare_width(ui, bar.b[i]) * room / bare);
		bar.squeezed |= w < ui_button_width(ui, &bar.b[i]);
		if (i > first && x + w > width) {
			place_row(&bar, first, i, gap, width, spread);
			first = i;
			x = 0;
		}
		bar.at[i] = (struct rect){0, 0, w, bar.h};
		x += w + gap;
	}
	place_row(&bar, first, bar.n, gap, width, spread);
	return bar;
}

float resultbar_height(const struct ui *ui, const struct resultbar *bar)
{
	return (float)bar->rows * (bar->h + ui_gap(ui, ui->compact ? 1.2f : 2)) -
	       ui_gap(ui, ui->compact ? 1.2f : 2);
}

void resultbar_draw(struct ui *ui, const struct resultbar *bar, float x, float y)
{
	for (int i = 0; i < bar->n; i++) {
		struct rect r = bar->at[i];
		r.x += x;
		r.y += y;
		ui_button(ui, r, &bar->b[i]);
	}
}
