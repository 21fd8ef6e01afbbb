/* What moves: when it begins, where it is halfway, that it ends where it would be without motion,
 * and that nobody waits for it. */
#include <math.h>

#include "stage.h"

#define TWO                                                                                        \
	"title = Two\norder = file\n"                                                              \
	"[question]\nask = First?\ntime = 60\nright = One\nwrong = Two\nwrong = Three\nhint = It " \
	"is one.\n"                                                                                \
	"why = Because one.\nsource = A book\n"                                                    \
	"[question]\nask = Second?\nright = Uno\nwrong = Dos\nbecause = Dos is two.\nwrong = "     \
	"Tres\n"

static void open_with(enum motion motion, bool straight)
{
	struct app_options o = options();

	if (library.n == 0)
		add_pack(TWO);
	o.set.motion = motion;
	o.straight = straight;
	open_app(o);
}

static void open_again(enum motion motion, bool straight)
{
	app_destroy(app);
	app = NULL;
	open_with(motion, straight);
}

/* Time goes by as in the main loop: a step at each moment the frame asks for. */
static void run_ms(int64_t ms)
{
	int64_t until = now_ms + ms;
	const struct frame *f = app_frame(app);

	while (f->wake >= 0 && f->wake <= until) {
		now_ms = f->wake > now_ms ? f->wake : now_ms;
		step((struct event){.kind = EVENT_TICK});
	}
	if (now_ms < until) {
		now_ms = until;
		step((struct event){.kind = EVENT_TICK});
	}
}

static const struct item *text_item(const char *s)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TEXT && strcmp(f->items[i].s, s) == 0)
			return &f->items[i];
	fail_msg("%s says nowhere: %s", f->screen, s);
	return NULL;
}

static int alpha_of(const char *s)
{
	return (int)(text_item(s)->fill >> 24);
}

static float top_of(const char *s)
{
	return text_item(s)->box.y;
}

static const struct spot *spot_of(const char *label)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nspots; i++)
		if (strcmp(f->spots[i].label, label) == 0)
			return &f->spots[i];
	fail_msg("%s has nothing labelled %s", f->screen, label);
	return NULL;
}

/* ---- at rest ---- */

enum { STEPS_MOST = 32 };
static struct frame at_rest[STEPS_MOST];

static void look_or_compare(bool compare, int *n)
{
	const struct frame *f = app_frame(app), *g = &at_rest[*n];

	if (!compare) {
		at_rest[*n] = *f;
		for (int i = 0; i < f->nitems; i++) { /* its own strings move with it */
			struct item *item = &at_rest[*n].items[i];
			if (item->s >= f->chars && item->s < f->chars + FRAME_CHARS)
				item->s = g->chars + (item->s - f->chars);
		}
		(*n)++;
		return;
	}
	assert_string_equal(f->screen, g->screen);
	if (f->nitems != g->nitems)
		fail_msg("%s at %dx%d: %d items at rest, %d without motion", f->screen, f->w, f->h,
			 f->nitems, g->nitems);
	for (int i = 0; i < f->nitems; i++)
		if (!frame_same(f, &f->items[i], g, &g->items[i]))
			fail_msg("%s at %dx%d: item %d of kind %d (%s) differs at rest", f->screen,
				 f->w, f->h, i, (int)f->items[i].kind,
				 f->items[i].s ? f->items[i].s : "");
	assert_int_equal(f->nspots, g->nspots);
	for (int i = 0; i < f->nspots; i++)
		assert_memory_equal(&f->spots[i].box, &g->spots[i].box, sizeof f->spots[i].box);
	assert_int_equal(f->wake, g->wake);
	(*n)++;
}

static void tour(bool compare, int *n)
{
	run_ms(200000); /* the well comes to rest */
	look_or_compare(compare, n);
	key(KEY_DOWN);
	run_ms(200000);
	look_or_compare(compare, n);
	key(KEY_UP);
	key(KEY_ENTER);
	run_ms(3000);
	look_or_compare(compare, n);
	press("Set up");
	run_ms(3000);
	look_or_compare(compare, n);
	key(KEY_ESCAPE);
	key(KEY_ENTER); /* straight through what comes in */
	run_ms(3000);
	look_or_compare(compare, n);
	key('1');
	run_ms(100);
	key('2');
	run_ms(700);
	look_or_compare(compare, n);
	key(KEY_ESCAPE);
	run_ms(3000);
	look_or_compare(compare, n);
	key(KEY_ESCAPE);
	run_ms(3200);
	look_or_compare(compare, n);
	step((struct event){.kind = EVENT_MOVE, .x = 300, .y = 500});
	run_ms(500);
	look_or_compare(compare, n);
	press("One");
	run_ms(600);
	look_or_compare(compare, n);
	run_ms(4000);
	assert_screen("reveal");
	look_or_compare(compare, n);
	key(KEY_ENTER);
	run_ms(2000);
	look_or_compare(compare, n);
	press("Dos");
	run_ms(6000);
	look_or_compare(compare, n);
	key(KEY_ENTER);
	run_ms(4000);
	assert_screen("results");
	look_or_compare(compare, n);
	key(KEY_UP);
	run_ms(1000);
	look_or_compare(compare, n);
	key(KEY_ENTER);
	run_ms(2000);
	look_or_compare(compare, n);
	key(KEY_ENTER);
	run_ms(2000);
	look_or_compare(compare, n);
}

static void a_frame_at_rest_is_the_frame_without_motion(void **state)
{
	static const struct {
		int w, h;
		const char *theme;
		int text;
	} ways[] = {{1280, 720, "dark", 100}, {1080, 1920, "paper", 100}, {640, 360, "hc", 100},
		    {320, 240, "dark", 100},  {1200, 1200, "cvd", 100},   {1280, 720, "dark", 200}};
	static const enum motion kinds[] = {MOTION_NONE, MOTION_FULL, MOTION_REDUCED};
	(void)state;

	add_pack(TWO);
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		for (int k = 0; k < 3; k++) {
			struct app_options o = options();
			int n = 0;

			o.set.motion = kinds[k];
			o.set.text_percent = ways[i].text;
			snprintf(o.set.theme, sizeof o.set.theme, "%s", ways[i].theme);
			o.w = ways[i].w;
			o.h = ways[i].h;
			open_app(o);
			tour(k > 0, &n);
			app_destroy(app);
			app = NULL;
		}
	}
}

/* ---- screens ---- */

static void a_screen_fades_in_and_rises_while_its_ground_stays(void **state)
{
	(void)state;
	open_with(MOTION_FULL, false);
	struct item ground = app_frame(app)->items[0];
	key(KEY_ENTER);
	assert_screen("packs");
	assert_int_equal(alpha_of("Choose a pack"), 77);
	assert_memory_equal(&app_frame(app)->items[0], &ground, sizeof ground);
	float from = top_of("Choose a pack");
	assert_int_equal(app_frame(app)->wake, now_ms + 16);
	run_ms(40);
	assert_in_range(alpha_of("Choose a pack"), 90, 220);
	float half = top_of("Choose a pack");
	run_ms(180);
	assert_int_equal(alpha_of("Choose a pack"), 255);
	assert_true(from > half && half > top_of("Choose a pack"));
	assert_float_equal(from - top_of("Choose a pack"), roundf(3 * 7.2f), 0);
	assert_int_equal(app_frame(app)->wake, -1);
}

static void spots_lie_from_the_first_moment_where_they_will_be(void **state)
{
	(void)state;
	open_with(MOTION_FULL, false);
	key(KEY_ENTER);
	struct rect at = spot_of("Two")->box;
	run_ms(1000);
	assert_memory_equal(&at, &spot_of("Two")->box, sizeof at);
}

static void any_key_completes_what_comes_in(void **state)
{
	(void)state;
	open_with(MOTION_FULL, false);
	key(KEY_ENTER);
	run_ms(50);
	assert_true(alpha_of("Choose a pack") < 255);
	key('z');
	assert_screen("packs");
	assert_int_equal(alpha_of("Choose a pack"), 255);
	assert_int_equal(app_frame(app)->wake, -1);
}

static void what_is_there_from_the_start_has_no_entrance(void **state)
{
	(void)state;
	open_with(MOTION_FULL, true);
	assert_int_equal(alpha_of("First?"), 255);
	assert_int_equal(app_frame(app)->wake, 2000); /* the clock's */
}

/* The same keys, each `gap` ms after the last, end alike however much still moves. */
static void no_key_is_lost_or_late_whatever_moves(void **state)
{
	static const int keys[] = {KEY_ENTER, KEY_DOWN,  KEY_UP, KEY_ENTER, '2',      '1', '1',
				   KEY_ENTER, KEY_ENTER, '3',    KEY_ENTER, KEY_ENTER};
	int nkeys = (int)(sizeof keys / sizeof keys[0]);
	(void)state;

	add_pack(TWO);
	for (int gap = 0; gap <= 500; gap++) {
		uint32_t chosen[2] = {0};
		const char *screen = "";
		int score = 0;
		for (int k = 0; k < 2; k++) {
			open_again(k ? MOTION_FULL : MOTION_NONE, false);
			for (int i = 0; i < nkeys; i++) {
				key(keys[i]);
				run_ms(gap);
			}
			const struct game *g = app_game(app);
			if (k == 0) {
				screen = app_frame(app)->screen;
				chosen[0] = g ? g->asked[0].chosen : 0;
				chosen[1] = g ? g->asked[1].chosen : 0;
				score = g ? g->players[0].score : 0;
				continue;
			}
			assert_string_equal(app_frame(app)->screen, screen);
			if (!g) /* too quick for anybody: a double press is one */
				continue;
			assert_int_equal(g->asked[0].chosen, chosen[0]);
			assert_int_equal(g->asked[1].chosen, chosen[1]);
			assert_int_equal(g->players[0].score, score);
		}
	}
}

static void reduced_motion_fades_briefly_and_moves_nothing(void **state)
{
	(void)state;
	open_with(MOTION_REDUCED, false);
	run_ms(1000);
	assert_int_equal(app_frame(app)->wake, -1); /* the well is still */
	key(KEY_ENTER);
	float top = top_of("Choose a pack");
	assert_int_equal(alpha_of("Choose a pack"), 77);
	run_ms(119);
	assert_true(alpha_of("Choose a pack") > 77);
	run_ms(1);
	assert_int_equal(alpha_of("Choose a pack"), 255);
	assert_float_equal(top, top_of("Choose a pack"), 0);
	assert_int_equal(app_frame(app)->wake, -1);
}

static void without_motion_everything_is_there_at_once(void **state)
{
	(void)state;
	open_with(MOTION_NONE, false);
	assert_int_equal(app_frame(app)->wake, -1);
	key(KEY_DOWN);
	assert_int_equal(app_frame(app)->wake, -1);
	key(KEY_UP);
	key(KEY_ENTER);
	assert_int_equal(alpha_of("Choose a pack"), 255);
	assert_int_equal(app_frame(app)->wake, -1);
}

/* ---- what is touched ---- */

static void the_ring_glides_from_one_card_to_the_next(void **state)
{
	(void)state;
	open_with(MOTION_FULL, false);
	run_ms(200000);
	struct rect from = ring();
	key(KEY_DOWN);
	struct rect now = ring();
	assert_float_equal(now.y, from.y, 0);
	assert_float_equal(now.w, from.w, .5f);
	run_ms(30);
	float half = ring().y;
	run_ms(80);
	struct rect at = spot_of("One Take")->box, end = ring();
	assert_true(from.y < half && half < end.y);
	assert_true(end.y < at.y && end.y > at.y - 10);
}

static void the_ring_does_not_fly_across_when_the_window_changes(void **state)
{
	(void)state;
	open_with(MOTION_FULL, false);
	key(KEY_DOWN);
	run_ms(20);
	resize(640, 360);
	struct rect at = spot_of("One Take")->box;
	assert_true(ring().y < at.y && ring().y > at.y - 10);
	key(KEY_ENTER);
	at = spot_of("Two")->box;
	run_ms(16);
	assert_true(fabsf(ring().x - at.x) < 10);
}

/* Its plate lies a little lower than the spot. */
static bool is_sunk(const struct spot *s)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_BOX && f->items[i].box.x == s->box.x &&
		    f->items[i].box.y > s->box.y && f->items[i].box.y < s->box.y + 5)
			return true;
	return false;
}

static void a_tap_within_one_frame_is_seen_to_press(void **state)
{
	(void)state;
	open_with(MOTION_FULL, false);
	key(KEY_ENTER);
	press("Set up");
	run_ms(1000);
	const struct spot *s = spot_of("More questions");
	float x = s->box.x + s->box.w / 2, y = s->box.y + s->box.h / 2;
	click_at(x, y, true);
	assert_true(is_sunk(s));
	run_ms(120);
	assert_false(is_sunk(s));
	assert_int_equal(app_frame(app)->wake, -1);
}

/* ---- home ---- */

static float rise(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_WELL)
			return f->items[i].well.rise;
	fail_msg("there is no well");
	return 0;
}

static void the_well_rises_while_somebody_is_there_and_comes_to_rest(void **state)
{
	(void)state;
	open_with(MOTION_FULL, false);
	assert_float_equal(rise(), 0, 1e-5f);
	assert_true(rise() > 0); /* at 0 it would be painted sharp, for one frame */
	assert_int_equal(app_frame(app)->wake, now_ms + 50);
	run_ms(13000);
	assert_float_equal(rise(), .5f, .01f);
	run_ms(12000);
	step((struct event){.kind = EVENT_MOVE, .x = 5, .y = 5});
	run_ms(30000);
	assert_int_equal(app_frame(app)->wake, now_ms + 50);
	run_ms(60000);
	assert_float_equal(rise(), 0, 0);
	assert_int_equal(app_frame(app)->wake, -1);
	step((struct event){.kind = EVENT_MOVE, .x = 6, .y = 5});
	assert_int_equal(app_frame(app)->wake, now_ms + 50);
	assert_float_equal(rise(), 0, 1e-5f);
}

/* ---- questions ---- */

/* The first question of a pack with many, come in from the packs. */
static void open_many(enum motion motion, const char *mode, int n)
{
	struct app_options o = options();
	char ini[4096];
	int at = sprintf(ini, "title = Many\norder = file\n");

	for (int i = 0; i < n; i++)
		at += sprintf(ini + at,
			      "[question]\nask = Number %d?\ntime = 20\nright = Right\n"
			      "wrong = Wrong\nwrong = Worse\nwrong = Worst\n",
			      i + 1);
	if (library.n == 0)
		add_pack(ini);
	o.set.motion = motion;
	o.questions = n;
	o.w = 1920;
	o.h = 1080;
	open_app(o);
	press(game_mode(mode)->name);
	run_ms(1000);
	press("Many");
	assert_screen("question");
}

static float clock_width(void)
{
	const struct frame *f = app_frame(app);
	float w = 0;

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_BOX && f->items[i].fill == f->theme->time)
			w = f->items[i].box.w;
	return w;
}

/* The size of the letters of a text; 0: it is not there. */
static float px_of(const char *s)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].s && strcmp(f->items[i].s, s) == 0)
			return f->items[i].px;
	return 0;
}

static void the_question_moves_into_the_reveal_at_full_strength(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 3);
	wait_ms(1000);
	float px = px_of("Number 1?"), top = top_of("Number 1?");
	press("Right");
	wait_ms(900);
	assert_screen("reveal");
	assert_true(px_of("Number 1?") == px);
	assert_true(fabsf(top_of("Number 1?") - top) <= 1);
	for (int ms = 0; ms < 500; ms += 20) {
		assert_int_equal(alpha_of("Number 1?"), 255);
		assert_true(px_of("Number 1?") <= px);
		px = px_of("Number 1?");
		wait_ms(20);
	}
	assert_true(top_of("Number 1?") < top);
}

static void a_question_comes_in_and_its_choices_after_one_another(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 3);
	const char *first = game_choice(app_game(app), 0)->text.s,
		   *last = game_choice(app_game(app), 3)->text.s;
	float ask = top_of("Number 1?");
	assert_int_equal(alpha_of("Number 1?"), 0);
	run_ms(60);
	assert_true(alpha_of("Number 1?") > 0 && alpha_of(first) > 0);
	assert_int_equal(alpha_of(last), 0);
	run_ms(220);
	assert_int_equal(alpha_of("Number 1?"), 255);
	assert_true(top_of("Number 1?") < ask);
	assert_true(alpha_of(last) < 255);
	float tube = clock_width();
	run_ms(120);
	assert_int_equal(alpha_of(last), 255);
	assert_true(clock_width() > tube);
	assert_int_equal(app_frame(app)->wake, now_ms + 600); /* the clock's next second */
}

/* How often a text is drawn; during a wipe twice. */
static int times_drawn(const char *s)
{
	const struct frame *f = app_frame(app);
	int n = 0;

	for (int i = 0; i < f->nitems; i++)
		n += f->items[i].kind == ITEM_TEXT && strcmp(f->items[i].s, s) == 0;
	return n;
}

static void a_lock_is_wiped_from_the_badge_and_no_letter_loses_its_contrast(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 3);
	run_ms(1000);
	press("Right");
	const struct frame *f = app_frame(app);
	float before = 0;
	for (int ms = 0; ms < 180; ms += 10) {
		assert_int_equal(times_drawn("Right"), 2);
		for (int i = 0; i < f->nitems; i++) {
			const struct item *t = &f->items[i];
			if (t->kind == ITEM_CLIP) {
				assert_true(t->box.w >= before);
				before = t->box.w;
			}
			if (t->kind == ITEM_TEXT && strcmp(t->s, "Right") == 0)
				assert_true(t->fill == f->theme->text ||
					    t->fill == f->theme->onlock);
		}
		run_ms(10);
	}
	assert_int_equal(times_drawn("Right"), 1);
	assert_int_equal(text_item("Wrong")->fill, f->theme->text3);
	assert_int_equal(f->wake, now_ms + 720); /* the end of the hold */
}

/* The clock's number, while it is red. */
static float numeral_px(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TEXT && f->items[i].fill == f->theme->bad)
			return f->items[i].px;
	fail_msg("no number is red");
	return 0;
}

static void the_last_five_seconds_beat_and_are_heard_once_each(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 3);
	run_ms(14999);
	assert_false(heard(CUE_TICK));
	for (int s = 5; s > 0; s--) {
		run_ms(1);
		assert_true(heard(CUE_TICK));
		float rest = numeral_px();
		run_ms(180);
		assert_false(heard(CUE_TICK));
		assert_true(numeral_px() > rest);
		run_ms(180);
		assert_float_equal(numeral_px(), rest, 0);
		assert_int_equal(app_frame(app)->wake, now_ms + 640);
		run_ms(639);
	}
	run_ms(1);
	assert_screen("reveal");
	assert_true(heard(CUE_TIME_UP));
}

/* ---- how an answer turns out ---- */

static struct rect plate_of(const char *s)
{
	const struct frame *f = app_frame(app);
	const struct item *text = text_item(s);

	for (int i = (int)(text - f->items); i >= 0; i--) {
		const struct rect *r = &f->items[i].box;
		if (f->items[i].kind == ITEM_BOX && r->w > 400 * (float)f->w / 1920)
			return *r;
	}
	fail_msg("%s stands on nothing", s);
	return (struct rect){0};
}

static void cards_move_from_where_the_question_had_them(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 3);
	run_ms(1000);
	struct rect was = plate_of("Wrong");
	press("Right");
	run_ms(900);
	assert_screen("reveal");
	struct rect now = plate_of("Wrong");
	assert_memory_equal(&now, &was, sizeof was);
	run_ms(210);
	float half = plate_of("Wrong").y;
	run_ms(210);
	float end = plate_of("Wrong").y;
	assert_true(was.y > half && half > end);
	run_ms(3000);
	assert_float_equal(plate_of("Wrong").y, end, 0);
	assert_int_equal(app_frame(app)->wake, -1);
}

static void points_are_counted_up_to_what_they_are(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 3);
	run_ms(1000);
	press("Right");
	run_ms(1000);
	assert_says("+0");
	char points[16];
	sprintf(points, "+%d", game_points(&app_game(app)->asked[0]));
	run_ms(300);
	assert_says_not(points);
	run_ms(340);
	assert_says(points);
}

static struct rect marker(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_DISC && f->items[i].fill == f->theme->text)
			return f->items[i].box;
	fail_msg("there is no marker");
	return (struct rect){0};
}

static const struct item *tube(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nitems; i++)
		if (f->items[i].kind == ITEM_TUBE)
			return &f->items[i];
	return NULL;
}

static void the_marker_runs_the_flight_and_the_tube_below_stays_as_it_was(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 3);
	run_ms(1000);
	press("Right");
	run_ms(800);
	struct rect from = marker();
	uint32_t below = tube()->npoints;
	run_ms(260);
	assert_screen("reveal");
	assert_float_equal(marker().y, from.y, 0);
	run_ms(350);
	struct rect half = marker();
	assert_true(half.y < from.y && half.x > from.x);
	assert_int_equal(tube()->npoints, below); /* its mask is kept */
	run_ms(350);
	assert_true(marker().y < half.y);
	assert_true(tube()->npoints > below);
}

static void a_stair_of_many_floors_comes_down_while_it_is_climbed(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 16);
	for (int i = 0; i < 9; i++) {
		run_ms(500);
		press("Right");
		run_ms(2500);
		assert_int_equal(app_frame(app)->wake, -1);
		key(KEY_ENTER);
	}
	run_ms(500);
	struct rect from = marker();
	press("Right");
	run_ms(3000);
	assert_float_equal(marker().y, from.y, 1); /* the stair moved, not the player */
	assert_false(app_frame(app)->full);
}

static int sparks(void)
{
	const struct frame *f = app_frame(app);
	int n = 0;

	for (int i = 0; i < f->nitems; i++)
		n += f->items[i].kind == ITEM_DISC &&
		     (f->items[i].fill & 0xFFFFFF) == (f->theme->brand & 0xFFFFFF);
	return n;
}

static void the_third_right_answer_in_a_row_sparkles(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 6);
	for (int i = 0; i < 4; i++) {
		run_ms(500);
		press("Right");
		run_ms(900);
		assert_true(heard(CUE_RIGHT));
		run_ms(160);
		assert_true(heard(CUE_STEP));
		assert_int_equal(heard(CUE_STREAK), i == 2);
		run_ms(100);
		assert_int_equal(sparks(), i == 2 ? 12 : 0);
		run_ms(400);
		assert_int_equal(sparks(), 0);
		key(KEY_ENTER);
	}
}

static void a_wrong_answer_nudges_once_before_the_right_one_lights(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "one-take", 3);
	run_ms(1000);
	press("Wrong");
	run_ms(900);
	assert_true(heard(CUE_CUT));
	float rest = plate_of("Wrong").x;
	run_ms(160);
	assert_true(plate_of("Wrong").x > rest + 4);
	assert_int_equal(times_drawn("Right"), 2); /* dim, and about to be wiped */
	run_ms(90);
	assert_float_equal(plate_of("Wrong").x, rest, 2);
	run_ms(400);
	assert_int_equal(times_drawn("Right"), 1);
	assert_int_equal(text_item("Right")->fill, app_frame(app)->theme->onok);
}

static void a_reveal_come_back_to_is_at_rest(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 3);
	run_ms(1000);
	press("Right");
	run_ms(3000);
	struct rect at = plate_of("Wrong");
	press("Pause");
	key(KEY_ESCAPE);
	assert_screen("reveal");
	assert_false(heard(CUE_RIGHT));
	run_ms(300);
	struct rect now = plate_of("Wrong");
	assert_memory_equal(&now, &at, sizeof at);
}

static void results_are_counted_within_the_room_they_will_need(void **state)
{
	(void)state;
	open_many(MOTION_FULL, "climb", 4);
	for (int i = 0; i < 4; i++) {
		run_ms(500);
		press("Right");
		run_ms(2000);
		key(KEY_ENTER);
	}
	assert_screen("results");
	assert_true(heard(CUE_COUNT));
	assert_says("Floor 0");
	float streak = text_item("best streak")->box.x;
	run_ms(185);
	assert_says("Floor 2");
	assert_float_equal(text_item("best streak")->box.x, streak, 0);
	run_ms(175);
	assert_says("Floor 4");
	run_ms(440);
	char score[16];
	sprintf(score, "%d,%03d", app_game(app)->players[0].score / 1000,
		app_game(app)->players[0].score % 1000);
	assert_says(score);
	assert_float_equal(text_item("best streak")->box.x, streak, 0);
	assert_int_equal(app_frame(app)->wake, -1);
}

/* ---- what is heard ---- */

static void presses_are_heard(void **state)
{
	(void)state;
	open_with(MOTION_FULL, false);
	key(KEY_DOWN);
	assert_true(heard(CUE_MOVE));
	key(KEY_UP);
	key(KEY_ENTER);
	assert_true(heard(CUE_SELECT));
	key(KEY_ESCAPE);
	assert_true(heard(CUE_BACK));
	key(KEY_ENTER);
	run_ms(1000);
	key(KEY_ENTER);
	assert_screen("question");
	run_ms(10);
	assert_false(heard(CUE_SELECT));
}

int main(void)
{
#define motion_test(f) cmocka_unit_test_teardown(f, close_app)
	const struct CMUnitTest tests[] = {
		motion_test(a_frame_at_rest_is_the_frame_without_motion),
		motion_test(a_screen_fades_in_and_rises_while_its_ground_stays),
		motion_test(spots_lie_from_the_first_moment_where_they_will_be),
		motion_test(any_key_completes_what_comes_in),
		motion_test(what_is_there_from_the_start_has_no_entrance),
		motion_test(no_key_is_lost_or_late_whatever_moves),
		motion_test(reduced_motion_fades_briefly_and_moves_nothing),
		motion_test(without_motion_everything_is_there_at_once),
		motion_test(the_ring_glides_from_one_card_to_the_next),
		motion_test(the_ring_does_not_fly_across_when_the_window_changes),
		motion_test(a_tap_within_one_frame_is_seen_to_press),
		motion_test(the_well_rises_while_somebody_is_there_and_comes_to_rest),
		motion_test(the_question_moves_into_the_reveal_at_full_strength),
		motion_test(a_question_comes_in_and_its_choices_after_one_another),
		motion_test(a_lock_is_wiped_from_the_badge_and_no_letter_loses_its_contrast),
		motion_test(the_last_five_seconds_beat_and_are_heard_once_each),
		motion_test(cards_move_from_where_the_question_had_them),
		motion_test(points_are_counted_up_to_what_they_are),
		motion_test(the_marker_runs_the_flight_and_the_tube_below_stays_as_it_was),
		motion_test(a_stair_of_many_floors_comes_down_while_it_is_climbed),
		motion_test(the_third_right_answer_in_a_row_sparkles),
		motion_test(a_wrong_answer_nudges_once_before_the_right_one_lights),
		motion_test(a_reveal_come_back_to_is_at_rest),
		motion_test(results_are_counted_within_the_room_they_will_need),
		motion_test(presses_are_heard),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
