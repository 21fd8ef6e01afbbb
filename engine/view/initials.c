#include "initials.h"

#include <math.h>

#include "letters.h"
#include "naming.h"
#include "scores.h"

void initials_slots(const struct app *app, struct ui *ui, struct rect r)
{
	const char *s = app->scores.name;
	float gap = ui_px(ui, ui->compact ? 1.2f : 2), w = floorf((r.w - 2 * gap) / INITIALS);
	bool next = true; /* the first empty one is where the next letter comes */

	for (int i = 0; i < INITIALS; i++) {
		struct rect slot = {r.x + (float)i * (w + gap), r.y, w, r.h};
		int n = letters_first(s);
		bool here = n == 0 && next;

		ui_box(ui, slot, 1.8f, ui->t->bg0, here ? ui->t->focus : ui->t->border,
		       here ? .5f : .2f);
		if (here)
			ui_box(ui,
			       (struct rect){slot.x + roundf(w * .32f),
					     slot.y + r.h - ui_px(ui, ui->compact ? 1.6f : 3.3f),
					     w - 2 * roundf(w * .32f), ui_px(ui, .7f)},
			       ROUND, ui->t->focus, 0, 0);
		if (n > 0)
			ui_line(ui,
				(struct style){FACE_DISPLAY, r.h * .72f / ui->u / ui->text, 1, 0},
				slot.x + roundf(w / 2), slot.y + r.h / 2, TEXT_CENTRE, ui->t->text,
				frame_text(ui->f, s, (size_t)n));
		next = next && n > 0;
		s += n;
	}
}

static void draw_buttons(const struct app *app, struct ui *ui, struct rect r)
{
	float gap = ui_px(ui, 1.3f), w = floorf((r.w - gap) / 2.36f);
	struct button erase = {.icon = ICON_DELETE,
			       .label = "Delete",
			       .action = {VERB_DELETE, 0},
			       .key1 = KEY_BACKSPACE},
		      save = {.kind = BUTTON_PRIMARY,
			      .icon = ICON_CHECK,
			      .label = "Save",
			      .action = {VERB_SAVE, 0}};

	if (!app->scores.name[0])
		erase.flags = save.flags = SPOT_DISABLED;
	ui_button(ui, (struct rect){r.x, r.y, w, r.h}, &erase);
	ui_button(ui, (struct rect){r.x + w + gap, r.y, r.w - w - gap, r.h}, &save);
}

/* What stands over the slots: what is asked for, and why. */
float initials_asking(const struct app *app, struct ui *ui, struct rect r, const char *title)
{
	struct style s = {FACE_SEMIBOLD, 4, 1.15f, 0};
	const char *place = scores_tell(app, ui);
	float icon = ui_scaled(ui, 3), gap = ui_px(ui, 1);
	float high = roundf(ui_font(ui, s) * 1.15f), room = r.w;

	if (place) {
		float w = icon + gap + ui_width(ui, STYLE_STRONG, place);
		if (w + ui_px(ui, 2) + ui_width(ui, STYLE_BUTTON, title) <= r.w) {
			float y = r.y + high / 2, end = r.x + r.w;
			ui_line(ui, STYLE_STRONG, end, y, TEXT_END, ui->t->time, place);
			ui_icon(ui, ICON_STAR, end - w + icon / 2, y, icon, ui->t->time, 1);
			room -= w + ui_px(ui, 2);
		}
	}
	ui_line(ui, ui_shrunk(ui, s, title, room), r.x, r.y + high / 2, TEXT_START, ui->t->text,
		title);
	return high;
}

void initials_pad(const struct app *app, struct ui *ui, struct rect r)
{
	float button = ui_button_height(ui, &(struct button){.kind = BUTTON_PRIMARY});

	draw_buttons(app, ui, (struct rect){r.x, r.y + r.h - button, r.w, button});
	r.h = fminf(r.h - button - ui_px(ui, ui->compact ? 1.2f : 3), 52 * ui->u);
	ui->group = 2;
	letters_draw(app, ui, r);
	ui->group = 0;
}

void initials_draw(const struct app *app, struct ui *ui, struct rect r, bool title)
{
	if (naming_is(app)) {
		naming_draw(app, ui, r, title);
		return;
	}
	float gap = ui_px(ui, ui->compact ? 1.2f : 3);
	float button = ui_button_height(ui, &(struct button){.kind = BUTTON_PRIMARY});

	if (title) {
		float high = initials_asking(app, ui, r, "Enter your initials") + gap;
		r.y += high;
		r.h -= high;
	}
	float slots = roundf(fminf((r.h - button - gap) * .25f, 15 * ui->u));
	initials_slots(app, ui, (struct rect){r.x, r.y, r.w, slots});
	r.y += slots + gap;
	r.h -= slots + gap;
	initials_pad(app, ui, r);
}
