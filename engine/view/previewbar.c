/* What the preview says of itself below the page, in small letters: what is shown, how, and the key
 * that changes it. */
#include <math.h>
#include <string.h>

#include "preview.h"

static const struct style SMALL = {FACE_MEDIUM, 2.1f, 1.3f, 0};
static const struct style KEYS = {FACE_SEMIBOLD, 2.1f, 1.3f, 0};

enum { PARTS = 12, LINES = 3 };

struct part {
	const char *key, *label;
	enum previewing does;
	enum icon icon;
	colour ink; /* 0: as usual */
};

struct bar {
	struct part part[PARTS];
	int n;
};

static void add(struct bar *b, enum previewing does, const char *key, const char *label)
{
	b->part[b->n++] = (struct part){.key = key, .label = label, .does = does};
}

static const char *language_of(const struct app *app)
{
	const struct languages *l = &app->languages;

	for (int i = 0; i < l->n; i++)
		if (strcmp(l->of[i].tag, app->set.language) == 0)
			return l->of[i].name;
	return app->set.language[0] ? app->set.language : "As written";
}

static const char *reveal_of(const struct app *app, struct ui *ui)
{
	int at = app->preview.reveal;

	if (at == REVEAL_NOT)
		return "Reveal";
	if (at == REVEAL_RIGHT)
		return "As if right";
	if (at == REVEAL_CHOSEN)
		return "As chosen";
	return frame_printf(ui->f, "As if %c", 'A' + at - REVEAL_CHOICE);
}

/* Counted by severity, the worst gives the colour. */
static void add_findings(const struct app *app, struct ui *ui, struct bar *b)
{
	static const char *const names[] = {"note", "warning", "error"};
	const colour inks[] = {ui->t->text2, ui->t->time, ui->t->bad};
	const struct finding *all[64];
	int n = preview_findings(app, all, 64), worst = -1, counts[3] = {0};
	const char *said = NULL;

	for (int i = 0; i < n && i < 64; i++)
		counts[all[i]->severity]++;
	for (int s = SEVERITY_ERROR; s >= SEVERITY_NOTE; s--) {
		if (counts[s] == 0)
			continue;
		worst = worst < 0 ? s : worst;
		said = frame_printf(ui->f, "%s%s%d %s%s", said ? said : "", said ? ", " : "",
				    counts[s], names[s], counts[s] == 1 ? "" : "s");
	}
	if (!said)
		return;
	add(b, PREVIEW_FINDINGS, "W", said);
	b->part[b->n - 1].ink = inks[worst];
	b->part[b->n - 1].icon = worst == SEVERITY_ERROR ? ICON_ERROR : ICON_WARN;
}

static struct bar bar_of(const struct app *app, struct ui *ui, const char *size)
{
	const struct pack *p = app->preview.pack;
	struct bar b = {.n = 0};
	uint64_t deal = app->preview.seed - app->o.seed + 1;

	add(&b, PREVIEW_BEFORE, "P", "Previous");
	add(&b, PREVIEW_AFTER, "N",
	    frame_printf(ui->f, "%s of %s, line %d", ui_number(ui, app->preview.question + 1),
			 ui_number(ui, p->nquestions), p->questions[app->preview.question].line));
	add_findings(app, ui, &b);
	add(&b, PREVIEW_REVEAL, "R", reveal_of(app, ui));
	add(&b, PREVIEW_SIZE, "S", size);
	add(&b, PREVIEW_THEME, "T", ui->t->name);
	add(&b, PREVIEW_TEXT, "X", frame_printf(ui->f, "Text %d %%", app->set.text_percent));
	add(&b, PREVIEW_DEAL, "O", frame_printf(ui->f, "Deal %d", (int)deal));
	if (p->languages && p->languages[0])
		add(&b, PREVIEW_LANGUAGE, "G", language_of(app));
	add(&b, PREVIEW_READ, "F5", "Read again");
	add(&b, PREVIEW_BARE, "F1", "Hide this");
	return b;
}

static float pad_of(const struct ui *ui)
{
	return ui_px(ui, ui->compact ? 1 : 1.4f);
}

static float line_of(const struct ui *ui)
{
	return fmaxf(24, roundf(ui_font(ui, SMALL) * 1.55f)); /* it is pressed, too */
}

static float key_width(struct ui *ui, const struct part *p)
{
	float w = ui_width(ui, KEYS, p->key) + ui_px(ui, .8f);

	return p->icon ? w + roundf(ui_font(ui, SMALL) * 1.3f) : w;
}

static void draw_part(struct ui *ui, const struct part *p, struct rect r)
{
	struct action a = {VERB_PREVIEW, (int)p->does};
	float y = r.y + r.h / 2, x = r.x;
	colour ink = p->ink ? p->ink : ui->t->text2;

	ui_spot(ui, r, p->label, a, SPOT_SILENT, 0, 0);
	x += ui_line(ui, KEYS, x, y, TEXT_START, ui->t->text, p->key) + ui_px(ui, .8f);
	if (p->icon) {
		float size = roundf(ui_font(ui, SMALL) * 1.15f);
		ui_icon(ui, p->icon, x + size / 2, y, size, ink, 2.3f);
		x = r.x + key_width(ui, p);
	}
	if (ui_look(ui, a) == LOOK_HOVER)
		ink = ui->t->text;
	ui_line(ui, SMALL, x, y, TEXT_START, ink, p->label);
}

/* Line after line, as many as there is room for; returns how many there are. */
static int lay(struct ui *ui, const struct bar *b, struct rect r, bool paint)
{
	float pad = pad_of(ui), gap = ui_px(ui, 2.2f), x = r.x + pad, high = line_of(ui);
	int lines = 1, most = ui->compact ? 2 : LINES;

	for (int i = 0; i < b->n; i++) {
		float w = key_width(ui, &b->part[i]) + ui_width(ui, SMALL, b->part[i].label);
		if (x + w > r.x + r.w - pad && x > r.x + pad) {
			if (lines == most)
				break;
			lines++;
			x = r.x + pad;
		}
		float y = r.y + roundf(pad / 2) + (float)(lines - 1) * high;
		if (paint)
			draw_part(ui, &b->part[i], (struct rect){x, y, w, high});
		x += w + gap;
	}
	return lines;
}

/* The size that is said hangs on the height: it is measured with the longest. */
float previewbar_height(const struct app *app, struct ui *ui)
{
	int before = ui->f->nchars;
	struct bar b = bar_of(app, ui, "1920 × 1080 at 100 %");
	int lines = lay(ui, &b, (struct rect){0, 0, ui->w, 0}, false);

	ui->f->nchars = before;
	return (float)lines * line_of(ui) + 2 * roundf(pad_of(ui) / 2);
}

void previewbar_draw(const struct app *app, struct ui *ui, struct rect r, const char *size)
{
	struct bar b = bar_of(app, ui, size);

	ui_box(ui, r, 0, ui->t->surface, 0, 0);
	lay(ui, &b, r, true);
}
