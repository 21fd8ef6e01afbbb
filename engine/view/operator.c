/* What staff find behind the PIN: how the machine is, and all they can do about it. */
#include "operator.h"

#include <math.h>

#include "scores.h"
#include "sections.h"
#include "spots.h"

static const struct section_label labels[PARTS] = {
	{ICON_SHIELD, "Health"},   {ICON_BOOK, "Packs"},    {ICON_FOLDER, "Stick"},
	{ICON_SPEAKER, "Sound"},   {ICON_TROPHY, "Boards"}, {ICON_TABLE, "Report"},
	{ICON_LETTERS, "Display"}, {ICON_CLOSE, "Leave"},
};

static void (*const parts[PARTS])(struct column *c) = {
	operator_health, operator_packs,  operator_stick,   operator_sound,
	operator_boards, operator_report, operator_display, operator_leave,
};

/* ---- what pressing does ---- */

static void turn_to(struct app *app, int section)
{
	app->staff.section = section;
	app->staff.opened = -1;
	app->staff.said[0] = '\0';
	app->ui.scroll_at = 0;
	/* at its top: where the sections scroll along, what they lead to may lie below the edge */
	app->ui.focus = (struct action){VERB_SECTION, section};
	app->staff.card_px = 0;
	app_effect(app, (struct effect){.kind = EFFECT_HEALTH});
	if (section == PART_BOARDS && app->o.remembers)
		scores_look(app);
}

static void enter(struct app *app)
{
	app->staff.busy = false;
	app->staff.sure = (struct sure){0};
	app->scores.span = SPAN_EVER;
	staff_begin(app);
	turn_to(app, PART_HEALTH);
}

static void leave(struct app *app)
{
	app_home(app);
}

/* The first press only asks; a double tap is one. */
static bool is_sure(struct app *app, struct action a)
{
	struct sure *s = &app->staff.sure;
	bool asked = s->verb == a.verb && s->arg == a.arg && app->now - s->ms < STAFF_SURE_MS;

	if (asked && app->now - s->ms < TWICE_MS)
		return false;
	*s = asked ? (struct sure){0} : (struct sure){a.verb, a.arg, app->now};
	return asked;
}

static bool asks(enum operation o)
{
	return o == OPERATE_RESET || o == OPERATE_LET_IN || o == OPERATE_STICK ||
	       o == OPERATE_STICK_BACK || o == OPERATE_RESTART || o == OPERATE_LEAVE;
}

/* What is kept at once is so in the app, too. */
static void apply(struct app *app, enum operation o, int *value)
{
	struct kiosk_state *state = &app->o.state;

	switch (o) {
	case OPERATE_VOLUME: state->volume = *value; break;
	case OPERATE_CALIBRATE:
		state->px_per_mm = *value ? operator_card_px(app) / CARD_MM : 0;
		*value = (int)lroundf(state->px_per_mm * 1000);
		app->staff.card_px = 0;
		break;
	case OPERATE_RESET: state->board_since_ms = app->unix_ms; break;
	case OPERATE_RESTART:
	case OPERATE_LEAVE: app->leaving = true; break;
	default: break;
	}
}

static void wish(struct app *app, struct action a)
{
	enum operation o = (enum operation)(a.arg / WISH);
	int value = a.arg % WISH - 1;

	app_focus(app, a);
	if (app->staff.busy || (asks(o) && !is_sure(app, a)))
		return;
	apply(app, o, &value);
	app->staff.busy = !app->leaving;
	app->staff.said[0] = '\0';
	app_effect(app, (struct effect){EFFECT_OPERATE, .index = (int)o, .value = value});
}

static void blank(struct app *app, struct action a)
{
	const struct board *b = &app->scores.boards.span[app->scores.span];

	app_focus(app, a);
	if (app->staff.busy || a.arg >= b->n || !is_sure(app, a))
		return;
	app->staff.busy = true;
	app_effect(app, (struct effect){EFFECT_OPERATE, .index = OPERATE_BLANK,
					.game = b->row[a.arg].game});
}

/* The second mark is where the finger is. */
static void place_mark(struct app *app)
{
	const struct spot *s = spot_find(&app->frame, (struct action){VERB_CARD, 0});

	if (s)
		app->staff.card_px = fmaxf(
			1, fabsf(app->press.x - (app->ui.rtl ? s->box.x + s->box.w : s->box.x)));
}

static void press_row(struct app *app, struct action a)
{
	struct staff *s = &app->staff;
	int row = a.arg - OPERATOR_ROW;

	app_focus(app, a);
	if (s->section == PART_PACKS)
		s->opened = s->opened == row ? -1 : row;
	else if (s->section == PART_HEALTH && row < s->health.n &&
		 operator_leads(&s->health.line[row]))
		turn_to(app, PART_PACKS);
}

static void act(struct app *app, struct action a, enum by by)
{
	if (!(a.verb == VERB_WISH || a.verb == VERB_BLANK))
		app->staff.sure = (struct sure){0};
	switch (a.verb) {
	case VERB_BACK: leave(app); break;
	case VERB_SECTION: turn_to(app, a.arg); break;
	case VERB_LOOK: app_effect(app, (struct effect){.kind = EFFECT_HEALTH}); break;
	case VERB_WISH: wish(app, a); break;
	case VERB_BLANK: blank(app, a); break;
	case VERB_TRY: app_cue(app, CUE_RIGHT, 0); break;
	case VERB_CARD:
		if (a.arg)
			app->staff.card_px = fmaxf(1, operator_card_px(app) + (float)a.arg);
		else if (by == BY_POINTER)
			place_mark(app);
		break;
	case VERB_ROW:
		if (a.arg >= OPERATOR_ROW)
			press_row(app, a);
		else
			scores_turn(app, a);
		break;
	default: scores_turn(app, a); break;
	}
}

static void tick(struct app *app)
{
	const struct sure *s = &app->staff.sure;

	staff_look(app);
	if (app->down.verb == VERB_CARD && app->down.arg == 0 && app->press.kind == EVENT_MOVE)
		place_mark(app);
	if (s->verb && app->now - s->ms >= STAFF_SURE_MS)
		app->staff.sure = (struct sure){0};
	if (staff_idle_ms(app) >= STAFF_CLOSES_MS)
		leave(app);
}

/* ---- the page ---- */

/* How many lines of this width they take. */
static int count_lines(const float wide[PARTS], float gap, float room)
{
	float x = 0;
	int lines = 1;

	for (int i = 0; i < PARTS; i++) {
		if (x > 0 && x + wide[i] > room) {
			x = 0;
			lines++;
		}
		x += wide[i] + gap;
	}
	return lines;
}

/* The sections as pills, in lines of about one length; returns their height. */
static float tabs(struct ui *ui, const struct sections *s, struct rect at, bool paint)
{
	const struct theme *t = ui->t;
	float gap = ui_px(ui, 1), high = fmaxf(ui_px(ui, 7), roundf(ui_font(ui, STYLE_STRONG) * 2));
	float x = at.x, y = at.y, wide[PARTS], room = at.w;

	for (int i = 0; i < PARTS; i++)
		wide[i] = fminf(ui_width(ui, STYLE_STRONG, s->of[i].name) + 2 * ui_px(ui, 2), at.w);
	int lines = count_lines(wide, gap, room);
	while (lines > 1 && count_lines(wide, gap, room - gap) == lines)
		room -= gap;
	for (int i = 0; i < s->n; i++) {
		struct feel feel = ui_feel(ui, (struct action){VERB_SECTION, i});
		bool on = i == s->now;
		float w = wide[i];

		if (x > at.x && x + w > at.x + room) {
			x = at.x;
			y += high + gap;
		}
		struct rect r = {x, y, w, high};
		x += w + gap;
		if (!paint)
			continue;
		ui_spot(ui, r, s->of[i].name, (struct action){VERB_SECTION, i}, SPOT_PLAIN, 0, 0);
		if (feel.to == LOOK_FOCUS)
			ui_ring(ui, r, ROUND, 0);
		ui_box(ui, r, ROUND,
		       on ? t->text
			  : ui_tint(feel, (colour[]){t->surface, t->focusfill, t->focusfill,
						     t->focusfill}),
		       on ? 0 : t->border, .16f);
		ui_line(ui, STYLE_STRONG, r.x + roundf(r.w / 2), r.y + r.h / 2, TEXT_CENTRE,
			on ? t->bg0 : t->text2, s->of[i].name);
	}
	return y + high - at.y;
}

/* Everything that scrolls; returns its height. */
static float page(const struct app *app, struct ui *ui, const struct sections *s, struct rect view,
		  bool paint)
{
	struct column c = {.app = app,
			   .ui = ui,
			   .view = view,
			   .x = view.x,
			   .y = view.y - ui->scroll_at,
			   .w = view.w,
			   .paint = paint,
			   .first = true};
	float air = ui_px(ui, .8f), top = c.y;

	c.y += air;
	if (!ui->column) {
		struct rect at = {c.x, c.y, c.w, 0};
		c.y += tabs(ui, s, at, paint) + ui_px(ui, 1.6f);
	}
	parts[s->now](&c);
	return c.y - top;
}

/* What came of the last wish; else what there is to know. Returns its height. */
static float draw_footer(const struct app *app, struct ui *ui, struct rect s)
{
	const struct staff *f = &app->staff;
	const struct hint hints[] = {{"Tab", "Section"}, {"Esc", "Back to the game"}};
	float high = ui_font(ui, STYLE_STRONG) + 2 * ui_px(ui, .9f), y = s.y + s.h - high / 2;
	const char *words = f->busy      ? "One moment…"
			    : f->said[0] ? f->said
					 : "Closes by itself after two minutes.";
	colour ink = f->said[0] && !f->busy ? (f->good ? ui->t->ok : ui->t->bad) : ui->t->text2;
	float wide = ui_width(ui, STYLE_LABEL, words) + ui_px(ui, 2);

	if (ui->tiny && !f->said[0])
		return 0;
	if (s.w > wide)
		ui_hints(ui, s.x + wide, s.x + s.w, y, hints, ui->column ? 2 : 1);
	ui_cut(ui, STYLE_LABEL, s.x, y, s.w, ink, words);
	return high;
}

static float draw_head(struct ui *ui, struct rect s)
{
	struct button b = {.kind = BUTTON_PILL,
			   .icon = ICON_PLAY,
			   .label = "Back to the game",
			   .action = {VERB_BACK, 0}};
	float w = ui_button_width(ui, &b), high = ui_button_height(ui, &b);
	float head = ui_scaled(ui, 9);
	bool room = w < s.w * .5f && !ui->compact;
	float bottom = ui_head(ui, "Operator", (struct action){VERB_BACK, 0},
			       s.x + s.w - (room ? w + ui_px(ui, 2) : 0));

	if (room)
		ui_button(ui,
			  (struct rect){s.x + s.w - w, s.y + roundf((head - high) / 2), w, high},
			  &b);
	return bottom;
}

static void draw(const struct app *app, struct ui *ui)
{
	struct rect s = ui->stage;
	const struct sections sections = {labels, PARTS, app->staff.section};

	ui_ground(ui);
	float top = draw_head(ui, s), foot = draw_footer(app, ui, s);
	top += ui_px(ui, ui->compact ? 1.2f : 2.6f);
	foot += foot > 0 ? ui_px(ui, ui->compact ? 1.2f : 2.2f) : 0;
	struct rect view = {s.x, top, s.w, s.y + s.h - foot - top};
	if (ui->column) {
		float list = ui_px(ui, 38), between = ui_px(ui, 5), air = ui_px(ui, .8f);
		sections_draw(ui, (struct rect){s.x, top + air, list, view.h - air}, &sections);
		view.x += list + between;
		view.w -= list + between;
	}
	float height = page(app, ui, &sections, view, false);
	if (height > view.h) { /* there is a bar beside it */
		view.w -= ui_px(ui, 3);
		height = page(app, ui, &sections, view, false);
	}
	ui_scroll_begin(ui, view);
	page(app, ui, &sections, view, true);
	ui_scroll_end(ui, height);
	frame_wake(ui->f, app->staff.sign_ms + STAFF_CLOSES_MS);
	if (app->staff.sure.verb)
		frame_wake(ui->f, app->staff.sure.ms + STAFF_SURE_MS);
}

const struct screen screen_operator = {"operator", enter, act, tick, draw};
