/* What is wrong with a pack, with its lines and what to type instead. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "finding.h"
#include "screens.h"

static const struct entry *entry_of(const struct app *app)
{
	return &app->o.library->entries[app->broken];
}

/* The findings as text for the clipboard; what does not fit is left out. */
static const char *write_report(struct app *app)
{
	static const char *const names[] = {"note", "warning", "error"};
	const struct diag *d = &entry_of(app)->diag;
	size_t used = 0, room = sizeof app->report;

	app->report[0] = '\0';
	for (int i = 0; i < d->n; i++) {
		const struct finding *f = &d->findings[i];
		int n = snprintf(app->report + used, room - used, "%s:%d:%d: %s: %s [%s]\n",
				 d->path, f->at.line, f->at.column, names[f->severity], f->message,
				 f->code);

		if (n > 0 && (size_t)n < room - used && f->help)
			n += snprintf(app->report + used + n, room - used - (size_t)n,
				      "  help: %s\n", f->help);
		if (n < 0 || (size_t)n >= room - used) {
			app->report[used] = '\0';
			break;
		}
		used += (size_t)n;
	}
	return app->report;
}

static const char *write_folder(struct app *app)
{
	const char *path = entry_of(app)->path, *slash = strrchr(path, '/');

	snprintf(app->report, sizeof app->report, "%.*s", slash > path ? (int)(slash - path) : 1,
		 slash ? path : ".");
	return app->report;
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_BACK: app_go(app, &screen_packs); break;
	case VERB_RELOAD:
		app_effect(app, (struct effect){EFFECT_RELOAD, .index = app->broken});
		break;
	case VERB_FOLDER:
		app_effect(app, (struct effect){EFFECT_OPEN, .text = write_folder(app)});
		break;
	case VERB_PLAY: app_play(app, app->broken); break;
	case VERB_COPY:
		app_effect(app, (struct effect){EFFECT_COPY, .text = write_report(app)});
		break;
	default: break;
	}
}

static void count_end(struct ui *ui, float *x, float y, enum icon icon, colour c, int n,
		      const char *what)
{
	float size = ui_scaled(ui, 3.4f);

	if (n == 0)
		return;
	*x -= ui_line(ui, STYLE_STRONG, *x, y, TEXT_END, c,
		      frame_printf(ui->f, "%d %s%s", n, what, n == 1 ? "" : "s"));
	*x -= ui_px(ui, 1) + size;
	ui_icon(ui, icon, *x + size / 2, y, size, c, 2.3f);
	*x -= ui_px(ui, 2.6f);
}

static void draw_findings(const struct app *app, struct ui *ui, struct rect view)
{
	const struct diag *d = &entry_of(app)->diag;
	float gap = ui_px(ui, ui->compact ? 1.4f : 2.2f), y = view.y + 1 - ui->scroll_at;
	int columns = ui->portrait || ui->compact || view.w < 120 * ui->u * ui->text ? 1 : 2;
	float across = floorf((view.w - (float)(columns - 1) * gap) / (float)columns);

	ui_scroll_begin(ui, view);
	for (int i = 0; i < d->n; i += columns) {
		bool pair = columns == 2 && i + 1 < d->n;
		float w = columns == 2 && !pair ? view.w : across,
		      high = finding_height(ui, &d->findings[i], w);
		if (pair)
			high = fmaxf(high, finding_height(ui, &d->findings[i + 1], across));
		if (y + high > view.y && y < view.y + view.h) {
			finding_draw(ui, d, &d->findings[i], (struct rect){view.x, y, w, high});
			if (pair)
				finding_draw(ui, d, &d->findings[i + 1],
					     (struct rect){view.x + across + gap, y,
							   view.w - across - gap, high});
		}
		y += high + gap;
	}
	ui_scroll_end(ui, y - gap + 1 - (view.y - ui->scroll_at));
}

static void draw(const struct app *app, struct ui *ui)
{
	const struct entry *e = entry_of(app);
	struct rect s = ui->stage;
	struct button b[] = {
		{.kind = BUTTON_PRIMARY,
		 .icon = ICON_RELOAD,
		 .label = "Check again",
		 .action = {VERB_RELOAD, 0},
		 .flags = SPOT_MAIN,
		 .key1 = 'r'},
		{.icon = ICON_FOLDER,
		 .label = ui->compact ? "Folder" : "Open folder",
		 .action = {VERB_FOLDER, 0},
		 .key1 = 'o'},
		{.icon = ICON_SKIP,
		 .label = ui->compact ? "Play" : "Play without them",
		 .action = {VERB_PLAY, 0},
		 .key1 = 'p'},
	};
	int n = e->pack && app->screen == &screen_broken ? 3 : 2;

	ui_ground(ui);
	const char *title = e->pack ? "Some questions sit out" : "This pack can’t be played yet";
	float end = s.x + s.w, line = s.y + ui_scaled(ui, 4.5f);
	if (ui->w >= 150 * ui->u && ui->text < 1.5f) {
		count_end(ui, &end, line, ICON_WARN, ui->t->time, e->diag.warnings, "warning");
		count_end(ui, &end, line, ICON_ERROR, ui->t->bad, e->diag.errors, "error");
	}
	float top = ui_head(ui, title, (struct action){VERB_BACK, 0}, end);
	float y = top + ui_px(ui, ui->compact ? .6f : 1.6f),
	      path = roundf(ui_font(ui, STYLE_MONO) * 1.45f);
	ui_cut(ui, STYLE_MONO, s.x, y + path / 2, s.w, ui->t->text2, e->path);
	y += path + ui_px(ui, ui->compact ? 1 : 2.2f);

	float high = ui_button_height(ui, &b[0]), gap = ui_px(ui, 1.8f), across = -gap;
	for (int i = 0; i < n; i++)
		across += ui_button_width(ui, &b[i]) + gap;
	bool stacked = across > s.w && !ui->compact, tight = across > s.w && ui->compact;
	float foot = stacked ? (float)n * (high + ui_px(ui, 1)) - ui_px(ui, 1) : high;
	struct rect view = {s.x, y, s.w - ui_px(ui, 2.5f),
			    s.y + s.h - foot - ui_px(ui, ui->compact ? 1.4f : 3) - y};
	draw_findings(app, ui, view);

	float x = s.x, at = s.y + s.h - foot;
	for (int i = 0; i < n; i++) {
		float w = stacked ? s.w : ui_button_width(ui, &b[i]);
		if (tight && i == 0)
			w = s.w - (float)(n - 1) * (high + gap);
		if (tight && i > 0) /* no room for words: a square for each */
			ui_square(ui, (struct rect){x, at, w = high, high}, b[i].icon, b[i].label,
				  b[i].action, b[i].key1);
		else
			ui_button(ui, (struct rect){x, at, w, high}, &b[i]);
		if (stacked)
			at += high + ui_px(ui, 1);
		else
			x += w + gap;
	}
	struct rect nowhere = {0, 0, 0, 0}; /* by key only */
	ui_spot(ui, nowhere, "Copy report", (struct action){VERB_COPY, 0}, SPOT_SILENT,
		'c' | SPOT_CTRL, 0);
	struct hint hints[] = {{"Ctrl+C", "Copy report"}, {"Esc", "Back"}};
	if (!stacked && !ui->compact)
		ui_hints(ui, x + ui_px(ui, 2), s.x + s.w, at + high / 2, hints, 2);
}

const struct screen screen_broken = {"broken", NULL, act, NULL, draw};
