#include "finding.h"

#include <math.h>
#include <string.h>

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

float finding_height(struct ui *ui, const struct finding *f, float width)
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
}

void finding_draw(struct ui *ui, const struct diag *d, const struct finding *f, struct rect r)
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

	ui_ltr_begin(ui); /* English, and lines of a file */
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
	ui_ltr_end(ui, r.x, r.x + r.w);
}
