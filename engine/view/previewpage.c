/* The page in the window, the message on it, the lines below it. */
#include "preview.h"

#include <math.h>

#include "finding.h"
#include "place.h"
#include "questionpage.h"

enum { FINDINGS = 8 };

static const char LAST_GOOD[] = "The question above is its last good version. W hides this.";

struct stand {
	int w, h; /* what the page is laid out for */
	float x, y, scale;
};

/* The page in the window above the lines at its bottom. */
static struct stand stand_of(const struct app *app, float bar)
{
	const struct preview_size *size = &preview_sizes[app->preview.size];
	float w = (float)app->o.w, h = fmaxf(1, (float)app->o.h - bar);
	struct stand s = {.w = size->w ? size->w : app->o.w, .h = size->h ? size->h : (int)h};

	s.scale = fminf(1, fminf(w / (float)s.w, h / (float)s.h));
	s.x = roundf((w - (float)s.w * s.scale) / 2);
	s.y = roundf((h - (float)s.h * s.scale) / 2);
	return s;
}

/* What the page painted beyond its edges. */
static void cover_rest(struct ui *ui, const struct stand *s)
{
	float w = roundf((float)s->w * s->scale), h = roundf((float)s->h * s->scale);
	const struct rect rest[] = {
		{0, 0, s->x, ui->h},
		{s->x + w, 0, ui->w - s->x - w, ui->h},
		{s->x, 0, w, s->y},
		{s->x, s->y + h, w, ui->h - s->y - h},
	};

	for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++)
		if (rest[i].w > 0 && rest[i].h > 0)
			ui_box(ui, rest[i], 0, ui->t->surface2, 0, 0);
}

static void draw_page(const struct app *app, struct ui *ui, const struct stand *s)
{
	float at = ui->scroll_at;

	ui->text = (float)app->set.text_percent / 100;
	ui_size(ui, s->w, s->h);
	ui->scroll_at = at / s->scale;
	(app->preview.reveal != REVEAL_NOT ? screen_reveal.draw : questionpage_draw)(app, ui);
	if (ui->ringed.on)
		ui_ring_paint(ui);
	ui->ringed.on = false;
	ui->scroll_at = at;
	frame_place(ui->f, 0, 0, s->x, s->y, s->scale);
}

/* Where there is no room for the lines of the file, its words have to do. */
static struct finding fitted(struct ui *ui, const struct finding *f, float width, float room)
{
	struct finding fit = *f;

	if (finding_height(ui, f, width) > room)
		fit.nexcerpt = 0;
	return fit;
}

static void draw_findings(const struct app *app, struct ui *ui, float bottom)
{
	const struct finding *all[FINDINGS];
	struct finding fit[FINDINGS];
	int n = preview_findings(app, all, FINDINGS), shown = 0, kept = n < FINDINGS ? n : FINDINGS;
	float air = ui_px(ui, ui->compact ? 1.2f : 2), w = ui->w - 2 * air, high = air;
	float line = roundf(ui_font(ui, STYLE_LABEL) * 1.4f), most = bottom * .62f;

	for (; shown < kept; shown++) {
		fit[shown] = fitted(ui, all[shown], w, bottom - 2 * air - line);
		float one = finding_height(ui, &fit[shown], w) + air;
		if (shown > 0 && high + one > most)
			break;
		high += one;
	}
	high += app->preview.old || n > shown ? line : 0;
	struct rect r = {0, fmaxf(0, bottom - high), ui->w, fminf(high, bottom)};
	ui_spot(ui, r, "Hide the message", (struct action){VERB_PREVIEW, PREVIEW_FINDINGS},
		SPOT_SILENT, 0, 0); /* and nothing below it is pressed */
	ui_shadow(ui, r, 0, true);
	ui_box(ui, r, 0, ui->t->bg0, app->preview.old ? ui->t->bad : ui->t->text3, .2f);
	ui_clip_begin(ui, r);
	float y = r.y + air;
	for (int i = 0; i < shown; i++) {
		struct rect card = {air, y, w, finding_height(ui, &fit[i], w)};
		finding_draw(ui, &app->o.library->entries[0].diag, &fit[i], card);
		y += card.h + air;
	}
	const char *more = n > shown ? frame_printf(ui->f, "%d more", n - shown) : NULL;
	const char *said = !app->preview.old ? more
			   : more            ? frame_printf(ui->f, "%s. %s", more, LAST_GOOD)
					     : LAST_GOOD;
	if (said)
		ui_cut(ui, STYLE_LABEL, air, y - air / 2 + line / 2, w, ui->t->text2, said);
	ui_clip_end(ui);
}

/* By key alone, wherever there are no lines to tell of them. */
static void add_keys(struct ui *ui)
{
	static const struct {
		enum previewing p;
		int key;
	} keys[] = {{PREVIEW_BEFORE, 'p'},      {PREVIEW_AFTER, 'n'},  {PREVIEW_SIZE, 's'},
		    {PREVIEW_THEME, 't'},       {PREVIEW_TEXT, 'x'},   {PREVIEW_LANGUAGE, 'g'},
		    {PREVIEW_DEAL, 'o'},        {PREVIEW_REVEAL, 'r'}, {PREVIEW_FINDINGS, 'w'},
		    {PREVIEW_READ, KEY_F1 + 4}, {PREVIEW_BARE, KEY_F1}};
	const struct rect nowhere = {0, 0, 0, 0};

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		ui_spot(ui, nowhere, "", (struct action){VERB_PREVIEW, (int)keys[i].p}, SPOT_SILENT,
			keys[i].key, 0);
}

/* What is said around the page is in the letters that were asked for, as far as there is room. */
static void size_window(const struct app *app, struct ui *ui)
{
	float text = (float)app->o.set.text_percent / 100;

	ui_size(ui, app->o.w, app->o.h);
	ui->text = fminf(text, ui->tiny ? 1 : ui->compact ? 1.5f : 2);
	ui_size(ui, app->o.w, app->o.h);
}

void previewpage_draw(const struct app *app, struct ui *ui)
{
	if (!app->preview.pack) {
		screen_broken.draw(app, ui);
		add_keys(ui);
		return;
	}
	size_window(app, ui);
	float bar = app->preview.bare ? 0 : previewbar_height(app, ui);
	struct stand s = stand_of(app, bar);
	draw_page(app, ui, &s);
	size_window(app, ui);
	cover_rest(ui, &s);
	if (preview_tells(app))
		draw_findings(app, ui, ui->h - bar);
	int percent = (int)roundf(s.scale * 100);
	if (bar > 0)
		previewbar_draw(app, ui, (struct rect){0, ui->h - bar, ui->w, bar},
				percent == 100 ? frame_printf(ui->f, "%d × %d", s.w, s.h)
					       : frame_printf(ui->f, "%d × %d at %d %%", s.w, s.h,
							      percent));
	add_keys(ui);
	ui->f->wake = -1; /* the clock stands still */
}
