/* What is wrong with a pack, with its lines and what to type instead. */
#include <math.h>
#include <stdio.h>
#include <string.h>

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

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

static const char *place(struct ui *ui, const struct diag *d, const struct finding *f)
{
	if (f->at.line <= 0)
		return frame_printf(ui->f, "%s", base_name(d->path));
	return frame_printf(ui->f, "%s:%d:%d", base_name(d->path), f->at.line, f->at.column);
}

/* A finding's message as a sentence: reports begin small and have no full stop. */
static const char *sentence(struct ui *ui, const char *s)
{
	size_t n = strlen(s);
	bool stop = n > 0 && strchr(".?!", s[n - 1]);
	char first = s[0] >= 'a' && s[0] <= 'z' ? (char)(s[0] - 32) : s[0];

	return n ? frame_printf(ui->f, "%c%s%s", first, s + 1, stop ? "" : ".") : s;
}

struct sizes {
	float pad_x, pad_y, gap, code_line, code_pad;
	struct style message, fix;
};

static struct sizes sizes(struct ui *ui)
{
	return (struct sizes){
		.pad_x = ui_px(ui, ui->compact ? 1.6f : 2.8f),
		.pad_y = ui_px(ui, ui->compact ? 1.4f : 2.4f),
		.gap = ui_px(ui, 1),
		.code_line = roundf(ui_font(ui, STYLE_MONO) * 1.45f),
		.code_pad = ui_px(ui, 1.1f),
		.message = {FACE_SEMIBOLD, 3, 1.3f, 0},
		.fix = STYLE_LABEL,
	};
}

static float finding_height(struct ui *ui, const struct finding *f, float width)
{
	struct sizes z = sizes(ui);
	float w = width - 2 * z.pad_x,
	      h = 2 * z.pad_y + roundf(ui_font(ui, STYLE_STRONG) * 1.25f) + z.gap;
	int before = ui->f->nchars; /* what is only measured takes no room in the frame */

	h += ui_measure(ui, z.message, sentence(ui, f->message), w, 0).h;
	if (f->nexcerpt)
		h += z.gap + (float)f->nexcerpt * z.code_line + 2 * z.code_pad;
	if (f->help)
		h += z.gap + ui_measure(ui, z.fix, frame_printf(ui->f, "Fix: %s", f->help), w, 0).h;
	ui->f->nchars = before;
	return h;
}

static void draw_code(struct ui *ui, const struct finding *f, struct rect r, colour c)
{
	struct sizes z = sizes(ui);
	float number =
		ui_width(ui, STYLE_MONO, frame_printf(ui->f, "%d ", f->first_line + f->nexcerpt)) +
		ui_px(ui, 1.4f);
	float y = r.y + z.code_pad;

	ui_ltr_begin(ui);
	ui_box(ui, r, 1.2f, ui->t->bg0, 0, 0);
	for (int i = 0; i < f->nexcerpt; i++, y += z.code_line) {
		bool hot = f->first_line + i == f->at.line;
		if (hot) {
			ui_box(ui, (struct rect){r.x, y, r.w, z.code_line}, 0, colour_fade(c, .18f),
			       0, 0);
			ui_box(ui, (struct rect){r.x, y, ui_px(ui, .55f), z.code_line}, 0, c, 0, 0);
		}
		float x = r.x + ui_px(ui, 1.4f), middle = y + z.code_line / 2;
		ui_line(ui, STYLE_MONO, x, middle, TEXT_START, hot ? ui->t->text : ui->t->text3,
			frame_printf(ui->f, "%d", f->first_line + i));
		ui_cut(ui, STYLE_MONO, x + number, middle, r.x + r.w - ui_px(ui, 1.4f) - x - number,
		       hot ? ui->t->text : ui->t->text2, f->excerpt[i]);
	}
	ui_ltr_end(ui, r.x, r.x + r.w);
}

static void draw_finding(struct ui *ui, const struct diag *d, const struct finding *f,
			 struct rect r)
{
	static const char *const names[] = {"Note", "Warning", "Error"};
	const struct theme *t = ui->t;
	struct sizes z = sizes(ui);
	colour c = f->severity == SEVERITY_ERROR     ? t->bad
		   : f->severity == SEVERITY_WARNING ? t->time
						     : t->text2;
	float x = r.x + z.pad_x, y = r.y + z.pad_y, w = r.w - 2 * z.pad_x,
	      icon = ui_scaled(ui, 3.2f);
	float line = roundf(ui_font(ui, STYLE_STRONG) * 1.25f);

	ui_box(ui, r, 2, t->surface, t->hair, .16f);
	ui_icon(ui, f->severity == SEVERITY_ERROR ? ICON_ERROR : ICON_WARN, x + icon / 2,
		y + line / 2, icon, c, 2.3f);
	float at = x + icon + ui_px(ui, 1.4f);
	at += ui_line(ui, STYLE_STRONG, at, y + line / 2, TEXT_START, c, names[f->severity]) +
	      ui_px(ui, 1.4f);
	ui_cut(ui, STYLE_MONO, at, y + line / 2, x + w - at, t->text, place(ui, d, f));
	y += line + z.gap;
	y += ui_text(ui, z.message, (struct rect){x, y, w, 0}, 0, t->text, sentence(ui, f->message))
		     .h;
	if (f->nexcerpt) {
		y += z.gap;
		struct rect code = {x, y, w, (float)f->nexcerpt * z.code_line + 2 * z.code_pad};
		draw_code(ui, f, code, c);
		y += code.h;
	}
	if (f->help)
		ui_text(ui, z.fix, (struct rect){x, y + z.gap, w, 0}, 0, t->text2,
			frame_printf(ui->f, "Fix: %s", f->help));
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
			draw_finding(ui, d, &d->findings[i], (struct rect){view.x, y, w, high});
			if (pair)
				draw_finding(ui, d, &d->findings[i + 1],
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
	int n = e->pack ? 3 : 2;

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
