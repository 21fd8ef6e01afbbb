/* The packs to choose from; a pack with mistakes leads to the page that says which. */
#include <math.h>
#include <string.h>

#include "cover.h"
#include "screens.h"

/* Where it was chosen how to play. */
static const struct screen *before(const struct app *app)
{
	if (app->nplayers > 1)
		return &screen_join;
	return app->o.mode->first || app->o.chosen ? &screen_home : &screen_modes;
}

static void act(struct app *app, struct action a, enum by by)
{
	(void)by;
	switch (a.verb) {
	case VERB_BACK:
		if (app->o.kiosk)
			app_home(app);
		else
			app_go(app, before(app));
		break;
	case VERB_SETUP: app_go(app, &screen_setup); break;
	case VERB_PACK: {
		if (app->o.kiosk) {
			visit_choose(app, a.arg);
			break;
		}
		if (a.arg < 0) {
			app_play(app, a.arg);
			break;
		}
		const struct entry *e = &app->o.library->entries[a.arg];
		if (!e->pack || e->diag.errors > 0) {
			app->broken = a.arg;
			app_go(app, &screen_broken);
		} else {
			app_play(app, a.arg);
		}
		break;
	}
	default: break;
	}
}

/* Several packs without mistakes can be played together; in a kiosk, what is without them in those
 * that have some. */
static bool has_all(const struct app *app)
{
	int n = 0;

	for (int i = 0; i < app->o.library->n; i++)
		n += library_mixes(app->o.library, i) &&
		     (app->o.kiosk || app->o.library->entries[i].diag.errors == 0);
	return n > 1;
}

/* Whoever plays their own packs sees those that are broken, too. */
static bool is_shown(const struct app *app, int entry)
{
	return !app->o.kiosk || visit_offers(app, entry);
}

static int count_shown(const struct app *app)
{
	int n = 0;

	for (int i = 0; i < app->o.library->n; i++)
		n += is_shown(app, i);
	return n;
}

static const char *languages(struct ui *ui, const struct pack *p)
{
	const char *all = NULL;
	char tag[16];

	for (int i = -1; p->languages && (i < 0 || p->languages[i]) && i < 4; i++) {
		const char *s = i < 0 ? (p->language ? p->language : "en") : p->languages[i];
		size_t n = strcspn(s, "-");
		if (n >= sizeof tag)
			n = sizeof tag - 1;
		for (size_t k = 0; k < n; k++)
			tag[k] = (char)(s[k] >= 'a' && s[k] <= 'z' ? s[k] - 32 : s[k]);
		tag[n] = '\0';
		all = all ? frame_printf(ui->f, "%s · %s", all, tag)
			  : frame_printf(ui->f, "%s", tag);
	}
	return all ? all : "";
}

/* What a pack is in where it is not in the language that was chosen; NULL: it is. */
static const char *other_language(const struct app *app, const struct pack *p)
{
	return pack_speaks(p, app->set.language) ? NULL
						 : languages_name(&app->written, p->language);
}

static const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/* Its plate and art; id "": of all packs. Returns where it is while it is pressed. */
static struct rect plate(struct ui *ui, struct rect r, float art_h, struct action a, const char *id,
			 bool playable)
{
	const struct theme *t = ui->t;
	struct feel feel = ui_feel(ui, a);
	colour fill =
		ui_tint(feel, (colour[]){t->surface, t->focusfill, t->focusfill, t->focusfill});

	r.y += feel.down;
	if (feel.to == LOOK_FOCUS)
		ui_ring(ui, r, 1.8f, .35f);
	ui_box(ui, r, 1.8f, fill, 0, 0);
	if (art_h > 0)
		cover_draw(ui, (struct rect){r.x, r.y, r.w, art_h}, id, playable, fill);
	ui_box(ui, r, 1.8f, 0, ui_tint(feel, (colour[]){t->hair, t->text3, t->hair, t->focus}),
	       feel.to == LOOK_PRESSED ? .4f : .16f);
	return r;
}

static const struct style CARD_NAME = {FACE_SEMIBOLD, 3.1f, 1.25f, 0};

/* At the sides of a card's texts. */
static float pad(const struct ui *ui)
{
	return ui_px(ui, 2.4f);
}

static const char *title_of(const struct app *app, int entry)
{
	const struct entry *e = &app->o.library->entries[entry];

	return e->pack ? text_in(&e->pack->title, app_language(app)) : file_name(e->path);
}

enum { NAME_LINES = 5 }; /* of one that is longer than any title should be */

/* Of a title of any usual length: first it takes some lines, then its letters shrink to those of
 * the line below it, then it takes more. */
static struct style name_style(struct ui *ui, const char *title, float room, int *lines)
{
	struct style s = CARD_NAME;
	int most = ui->text >= 1.5f ? 3 : 2;

	for (;;) {
		struct block b = ui_measure(ui, s, title, room, TEXT_BALANCED);
		*lines = b.n;
		if ((b.n <= most && !b.broken) || s.size <= STYLE_LABEL.size)
			return s;
		s.size = fmaxf(STYLE_LABEL.size, s.size * .96f);
	}
}

/* Its first line is in the middle of where one alone would stand. */
static void card_name(struct ui *ui, float x, float y, float room, colour c, const char *title)
{
	int lines;
	struct style s = name_style(ui, title, room, &lines);

	if (lines > NAME_LINES) {
		ui_cut(ui, s, x, y, room, c, title);
		return;
	}
	y -= roundf(ui_font(ui, s) * s.line / 2);
	ui_text(ui, s, (struct rect){x, y, room, 0}, TEXT_BALANCED, c, title);
}

/* A line of a card: before it is cut, letters that have grown go back to what they were. */
static void card_line(struct ui *ui, struct style s, float x, float y, float room, colour c,
		      const char *text)
{
	struct style least = ui_sized(s, s.size / ui->text);

	s = ui_shrunk(ui, s, text, room);
	s.size = fmaxf(s.size, least.size);
	ui_cut(ui, s, x, y, room, c, text);
}

/* From this entry on, the first that is shown, or as many as there are; -1 are all of them. */
static int next_shown(const struct app *app, int entry)
{
	while (entry >= 0 && entry < app->o.library->n && !is_shown(app, entry))
		entry++;
	return entry;
}

/* How much higher the cards of a row are than those whose titles take one line. *entry: its first
 * card; where the next row begins. */
static float more_lines(const struct app *app, struct ui *ui, int *entry, int columns, float room)
{
	float high = roundf(ui_font(ui, CARD_NAME) * CARD_NAME.line), most = high;

	for (int i = 0; i < columns; i++, ++*entry) {
		int lines;
		*entry = next_shown(app, *entry);
		if (*entry < 0)
			continue;
		if (*entry >= app->o.library->n)
			break;
		const char *title = title_of(app, *entry);
		struct style s = name_style(ui, title, room, &lines);
		if (lines <= NAME_LINES)
			most = fmaxf(most, ui_measure(ui, s, title, room, TEXT_BALANCED).h);
	}
	return most - high;
}

/* What all packs are together; the lines stand where they would in a card that is `more` lower. */
static void card_of_all(const struct app *app, struct ui *ui, struct rect r, float art_h,
			float more, unsigned flags)
{
	struct action a = {VERB_PACK, -1};
	int packs = 0, questions = 0;

	for (int i = 0; i < app->o.library->n; i++)
		if (library_mixes(app->o.library, i)) {
			packs++;
			questions += app->o.library->entries[i].pack->nquestions;
		}
	ui_spot(ui, r, "All packs", a, flags, 0, 0);
	r = plate(ui, r, art_h, a, "", true);
	float text_h = r.h - art_h - more, room = r.w - 2 * pad(ui), x = r.x + pad(ui);
	card_name(ui, x, r.y + art_h + text_h * .34f, room, ui->t->text, "All packs");
	card_line(ui, STYLE_LABEL, x, r.y + art_h + more + text_h * .70f, room, ui->t->text2,
		  frame_printf(ui->f, "%d packs · %s questions", packs, ui_number(ui, questions)));
}

static void card(const struct app *app, struct ui *ui, struct rect r, float art_h, float more,
		 int index, unsigned flags)
{
	const struct entry *e = &app->o.library->entries[index];
	const struct theme *t = ui->t;
	struct action a = {VERB_PACK, index};
	const char *title = title_of(app, index);
	bool wrong = e->diag.errors > 0 && !app->o.kiosk;
	const char *other = e->pack && !wrong ? other_language(app, e->pack) : NULL;

	ui_spot(ui, r, other ? frame_printf(ui->f, "%s, %s", title, other) : title, a, flags, 0, 0);
	r = plate(ui, r, art_h, a, e->pack ? e->pack->id : e->path, e->pack != NULL);
	float x = r.x + pad(ui), end = r.x + r.w - pad(ui), text_h = r.h - art_h - more;
	float y1 = r.y + art_h + text_h * .34f, y2 = r.y + art_h + more + text_h * .70f;
	float after = end; /* where the line below the title ends */
	if (wrong) {
		const char *n = frame_printf(ui->f, "%d mistake%s", e->diag.errors,
					     e->diag.errors == 1 ? "" : "s");
		float icon = ui_scaled(ui, 2.9f), w = icon + ui_px(ui, 1.1f);
		w += ui_line(ui, STYLE_STRONG, end, y2, TEXT_END, t->bad, n);
		ui_icon(ui, ICON_ERROR, end - w + icon / 2, y2, icon, t->bad, 2.3f);
		after -= w + ui_px(ui, 1.5f);
	}
	card_name(ui, x, y1, end - x, e->pack ? t->text : t->text2, title);
	const char *count = "Can’t be played";
	if (e->pack) {
		cover_level(ui, x, y2, e->pack);
		x += ui_scaled(ui, 3.7f) + ui_px(ui, 1.3f);
		count = frame_printf(ui->f, "%s question%s", ui_number(ui, e->pack->nquestions),
				     e->pack->nquestions == 1 ? "" : "s");
	}
	x += ui_width(ui, STYLE_LABEL, count);
	const char *all = other ? other : wrong || !e->pack ? "" : languages(ui, e->pack);
	bool both = x + ui_px(ui, 2) + ui_width(ui, STYLE_LABEL, all) <= end;
	if (x <= after && (both || !other))
		ui_line(ui, STYLE_LABEL, x, y2, TEXT_END, t->text2, count);
	if (*all && (both || other))
		ui_line(ui, STYLE_LABEL, end, y2, TEXT_END, t->text2, all);
}

static void empty(const struct app *app, struct ui *ui, struct rect r)
{
	const char *where =
		app->o.packs_folder
			? frame_printf(ui->f, "Put a pack, a file that ends in .ini, into %s.",
				       app->o.packs_folder)
			: "Name a pack on the command line: stairwell play PACK.ini";

	r.w = fminf(r.w, 90 * ui->u);
	struct block b = ui_text(ui, ui_sized(STYLE_QUESTION, 4.4f), r, TEXT_BALANCED, ui->t->text,
				 "No packs were found.");
	r.y += b.h + ui_px(ui, 2);
	ui_text(ui, STYLE_BODY, r, TEXT_BALANCED, ui->t->text2, where);
}

/* What the pack with the focus, or under the pointer, says about itself; NULL: nothing. */
static const char *told_about(const struct app *app, const struct ui *ui)
{
	struct action a = ui->ring ? ui->focus : ui->hover;

	if (a.verb != VERB_PACK || a.arg < 0 || !app->o.library->entries[a.arg].pack)
		return NULL;
	return text_in(&app->o.library->entries[a.arg].pack->about, app_language(app));
}

/* Lower where nothing has to scroll then; none where a card would hardly be seen whole, or letters
 * are large. */
static float art_height(const struct ui *ui, float view, int rows, float text_h, float gap)
{
	float most = ui_px(ui, 20.2f), least = ui_px(ui, ui->reach ? 5 : 10), fits = 0;

	if (ui->compact)
		return 0;
	if (rows > 0)
		fits = floorf((view + gap) / (float)rows - gap - text_h);
	if (fits >= least)
		return fminf(most, fits);
	return view < 1.5f * (most + text_h) || ui->text >= 1.5f ? 0 : most;
}

static void draw(const struct app *app, struct ui *ui)
{
	const struct library *l = app->o.library;
	struct rect s = ui->stage;
	struct button setup = {.kind = BUTTON_PILL,
			       .icon = ICON_SETUP,
			       .label = "Set up",
			       .action = {VERB_SETUP, 0},
			       .key1 = 'p'};

	ui_ground(ui);
	float high = ui_button_height(ui, &setup), w = ui_button_width(ui, &setup);
	float top = ui_head(ui, ui->tiny ? "Packs" : "Choose a pack", (struct action){VERB_BACK, 0},
			    s.x + s.w - w - ui_px(ui, 2));
	if (!app->o.kiosk)
		ui_button(
			ui,
			(struct rect){s.x + s.w - w, s.y + roundf((top - s.y - high) / 2), w, high},
			&setup);

	float foot = ui->tiny || app->o.kiosk ? 0 : ui_px(ui, ui->compact ? 6 : 7);
	float y = top + ui_px(ui, ui->compact ? 1.4f : ui->reach ? .4f : 2.2f);
	struct rect view = {s.x, y, s.w, s.y + s.h - foot - ui_px(ui, 1) - y};
	if (l->n == 0) {
		view.y += ui_px(ui, 4);
		empty(app, ui, view);
	}
	int columns = ui->portrait || ui->tiny || ui->w < 95 * ui->u ? 1
		      : ui->w < 150 * ui->u || ui->text >= 1.5f      ? 2
								     : 3;
	int all = has_all(app), n = count_shown(app) + all, rows = (n + columns - 1) / columns;
	float gap = ui_gap(ui, ui->compact ? 1.4f : ui->reach ? 1.6f : 3), air = ui_px(ui, 1);
	float text_h = fmaxf(ui_finger(ui, ui->reach ? 9.6f : 12),
			     roundf(ui_font(ui, STYLE_STRONG) * (ui->reach ? 3.7f : 4.4f)));
	/* also where it turns out that nothing scrolls */
	float across = view.w - ui_px(ui, 3) - (float)(columns - 1) * gap, all_more = 0, more = 0;
	float room = floorf(across / (float)columns) - 2 * pad(ui);
	for (int i = 0, next = -all; i < rows; i++)
		all_more += more_lines(app, ui, &next, columns, room);
	float art_h = art_height(ui, view.h - 2 * air - all_more, rows, text_h, gap);
	float row = art_h + text_h, y_row = view.y + air - ui->scroll_at;
	/* rounds are of a pack each, and the same questions for everyone are of all */
	int main = all && (app->o.mode->rounds || app->o.mode->daily) ? -1 : 0, entry = -all;
	float height = 2 * air + (float)rows * (row + gap) - gap + all_more;
	bool scrolls = height > view.h;
	if (scrolls)
		view.w -= ui_px(ui, 3);
	across = floorf((view.w - (float)(columns - 1) * gap) / (float)columns);

	ui_scroll_begin(ui, view);
	ui->group = 1;
	for (int i = 0; i < n; i++, entry++) {
		while (entry >= 0 && !is_shown(app, entry)) {
			main += main == entry;
			entry++;
		}
		if (i % columns == 0) {
			int next = entry;
			y_row += i > 0 ? row + more + gap : 0;
			more = more_lines(app, ui, &next, columns, room);
		}
		struct rect r = {view.x + (float)(i % columns) * (across + gap), y_row, across,
				 row + more};
		unsigned flags = entry == main ? SPOT_MAIN : SPOT_PLAIN;
		bool near = r.y + 2 * r.h > view.y && r.y - r.h < view.y + view.h;
		bool end = i == 0 || i == n - 1; /* where the focus goes around */
		if (!near && !end && !ui_is(ui->focus, (struct action){VERB_PACK, entry}))
			continue;
		if (entry < 0)
			card_of_all(app, ui, r, art_h, more, flags);
		else
			card(app, ui, r, art_h, more, entry, flags);
	}
	ui->group = 0;
	ui_scroll_end(ui, height);

	if (foot == 0)
		return;
	float line = s.y + s.h - foot / 2;
	struct hint hints[] = {
		{"P", "Set up"}, {"←|↑|↓|→", "Move"}, {"Enter", "Play"}, {"Esc", "Back"}};
	float x = ui_hints(ui, s.x, s.x + s.w, line, hints, 4);
	const char *about = told_about(app, ui);
	if (about && x - s.x > 30 * ui->u) {
		ui_cut(ui, STYLE_LABEL, s.x, line, x - s.x - ui_px(ui, 4), ui->t->text2, about);
		return;
	}
	if (!app->o.packs_folder)
		return;
	struct style mono = STYLE_MONO;
	float said = ui_width(ui, STYLE_LABEL, "Packs live in ");
	if (s.x + said + ui_width(ui, mono, app->o.packs_folder) + ui_px(ui, 3) > x)
		return;
	ui_ltr_begin(ui);
	ui_line(ui, STYLE_LABEL, s.x, line, TEXT_START, ui->t->text2, "Packs live in");
	said += ui_line(ui, mono, s.x + said, line, TEXT_START, ui->t->text2, app->o.packs_folder);
	ui_ltr_end(ui, s.x, s.x + said);
}

const struct screen screen_packs = {"packs", NULL, act, NULL, draw};
