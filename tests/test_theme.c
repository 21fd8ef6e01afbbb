/* Contrast of every text with what lies under it, computed from frames, by the formula of WCAG 2.2.
 */
#include <math.h>

#include "together.h"
#include "walk.h"

static colour over(colour ground, colour c)
{
	return 0xFF000000 | colour_mix(ground | 0xFF000000, c | 0xFF000000, (float)(c >> 24) / 255);
}

static bool covers(const struct item *i, float x, float y)
{
	return x >= i->box.x && x < i->box.x + i->box.w && y >= i->box.y && y < i->box.y + i->box.h;
}

static colour gradient(const struct item *i, float x, float y)
{
	float t = i->across ? (x - i->box.x) / i->box.w : (y - i->box.y) / i->box.h;
	int k = 0;

	while (k < i->nstops && i->stop[k].at <= t)
		k++;
	if (k == 0)
		return i->stop[0].c;
	if (k == i->nstops)
		return i->stop[k - 1].c;
	float span = i->stop[k].at - i->stop[k - 1].at;
	return colour_mix(i->stop[k - 1].c, i->stop[k].c,
			  span > 0 ? (t - i->stop[k - 1].at) / span : 1);
}

/* What item `n` is painted on at a point; *art: a picture shows through, its colours are anybody's.
 */
static colour ground(const struct frame *f, int n, float x, float y, bool *art)
{
	colour c = f->theme->bg0;

	*art = false;
	for (int k = 0; k < n; k++) {
		const struct item *i = &f->items[k];
		colour laid = 0;

		if (!covers(i, x, y))
			continue;
		if (i->kind == ITEM_WELL)
			*art = true;
		else if (i->kind == ITEM_GRADIENT)
			laid = gradient(i, x, y);
		else if (i->kind == ITEM_BOX || i->kind == ITEM_DISC)
			laid = i->fill;
		if (laid >> 24 > 0xE0)
			*art = false;
		c = over(c, laid);
	}
	return c;
}

/* What is promised to each role (WCAG 2.2 asks for 4.5, of large letters for 3). */
static double least_of(const struct theme *t, const struct item *i, colour under)
{
	const colour strong[] = {t->text, t->text2, t->onlock, t->onok, t->onbad};

	if (i->kind != ITEM_TEXT)
		return 3;
	if (under == t->primary)
		return 5.5;
	for (size_t k = 0; k < sizeof strong / sizeof strong[0]; k++)
		if (i->fill == strong[k] && i->fill != t->text3)
			return 7;
	return i->fill != t->text3 && i->px >= 24 ? 3 : 4.5;
}

static void check_point(const struct frame *f, int k, float x, float y)
{
	const struct item *i = &f->items[k];
	bool art;
	colour under = ground(f, k, x, y, &art), c = over(under, i->fill);

	if (!art && colour_contrast(c, under) < least_of(f->theme, i, under))
		fail_msg("%s, %s: «%s» #%06X on #%06X has a contrast of %.2f", f->theme->id,
			 f->screen, i->s ? i->s : "an icon", c & 0xFFFFFF, under & 0xFFFFFF,
			 colour_contrast(c, under));
}

/* Texts and icons stand out from what they are painted on. */
static void check_contrast(void)
{
	const struct frame *f = app_frame(app);
	bool clipped = false;

	for (int k = 0; k < f->nitems; k++) {
		const struct item *i = &f->items[k];
		float y = i->box.y + i->box.h / 2;
		if (i->kind == ITEM_CLIP || i->kind == ITEM_UNCLIP)
			clipped = i->kind == ITEM_CLIP;
		if (clipped && (y < f->scroll.y || y > f->scroll.y + f->scroll.h))
			continue;
		if (i->kind == ITEM_ICON)
			check_point(f, k, i->box.x + i->box.w / 2, y);
		for (uint32_t l = 0; i->kind == ITEM_TEXT && l < i->nlines; l++) {
			const struct line *line = &f->lines[i->line + l];
			check_point(f, k, line->x + line->w / 2, line->y + i->line_height / 2);
		}
	}
}

static const char pack[] =
	"title = Ordinary\norder = file\n"
	"[question]\nask = Which film?\nright = Children of Men\nwrong = Birdman\n"
	"wrong = Rope\nwrong = Russian Ark\nwhy = The takes of 2006 set the bar.\n"
	"hint = It is of 2006.\nsource = A book\n"
	"[question]\nask = A statement to judge.\nanswer = false\n"
	"[question]\nask = Late?\nright = R\nwrong = W\n"
	"[question]\nask = Two of five?\nright = One\nright = Two\nwrong = Three\n"
	"wrong = Four\nwrong = Five\n";

static void every_text_stands_out_on_every_screen_in_every_theme(void **state)
{
	static const char *const modes[] = {"climb", "one-take"};

	(void)state;
	for (const struct theme *t = themes; t->id; t++) {
		for (int m = 0; m < 2; m++) {
			struct app_options o = options();
			strcpy(o.set.theme, t->id);
			o.mode = game_mode(modes[m]);
			walk(pack, o, check_contrast);
		}
	}
}

/* All pages of eight but their questions, in turns and with buzzers. */
static void players_stand_out_on_every_page(void **state)
{
	(void)state;
	for (const struct theme *t = themes; t->id; t++)
		for (enum party party = PARTY_TURNS; party <= PARTY_BUZZERS; party++) {
			struct app_options o = options_together("rounds", party, GAME_PLAYERS);

			strcpy(o.set.theme, t->id);
			add_statements();
			open_app(o);
			name_short();
			assert_true(app_play(app, 0));
			wait_ms(0);
			for (int i = 0; app->game.phase != PHASE_OVER; i++) {
				if (strcmp(app_frame(app)->screen, "players") == 0)
					check_contrast();
				take_turn(i % GAME_PLAYERS, i % 3 > 0);
				go_on();
			}
			assert_screen("results");
			check_contrast();
			app_go(app, &screen_join);
			wait_ms(0);
			check_contrast();
			app->screen->act(app, (struct action){VERB_SEAT, 5}, BY_FOCUS);
			wait_ms(0);
			check_contrast();
			close_app(NULL);
		}
}

/* The looks that the walk has not: under the pointer, under a finger, chosen among several. */
static void a_choice_stands_out_in_every_state(void **state)
{
	(void)state;
	for (const struct theme *t = themes; t->id; t++) {
		struct app_options o = options();
		float x, y;
		bool on_page;

		strcpy(o.set.theme, t->id);
		o.set.motion = MOTION_NONE;
		o.straight = true;
		add_pack(pack);
		open_app(o);
		assert_true(app_find(app, "Birdman", &x, &y, &on_page));
		step((struct event){.kind = EVENT_MOVE, .x = x, .y = y});
		check_contrast();
		step((struct event){.kind = EVENT_DOWN, .x = x, .y = y, .held = true});
		check_contrast();
		close_app(NULL);
	}
}

/* The thumb of the bar, of the way it runs on. */
static void how_far_a_page_is_scrolled_is_seen(void **state)
{
	(void)state;
	for (const struct theme *t = themes; t->id; t++) {
		struct app_options o = options();
		strcpy(o.set.theme, t->id);
		o.set.text_percent = 200;
		o.w = 640;
		o.h = 360;
		open_app(o);
		press("Settings");
		const struct frame *f = app_frame(app);
		assert_true(f->scroll_height > f->scroll.h);
		int n = f->nitems - 1;
		while (n > 0 && f->items[n].kind != ITEM_UNCLIP)
			n--;
		const struct item *track = &f->items[n + 1], *thumb = &f->items[n + 2];
		assert_int_equal(track->kind, ITEM_BOX);
		assert_true(track->box.x == thumb->box.x && track->box.w == thumb->box.w);
		assert_true(thumb->box.h < track->box.h);
		assert_true(colour_contrast(thumb->fill, track->fill) >= 3);
		close_app(NULL);
	}
}

/* A ring, and the edge of a card, are seen against the ground of the page. */
static void edges_stand_out_from_the_ground(void **state)
{
	(void)state;
	for (const struct theme *t = themes; t->id; t++) {
		const colour grounds[] = {t->bg0, t->bg1};
		for (int k = 0; k < 2; k++) {
			assert_true(colour_contrast(t->focus, grounds[k]) >= 3);
			assert_true(colour_contrast(over(grounds[k], t->border), grounds[k]) >= 3);
		}
		assert_true(colour_contrast(t->focus, t->focusfill) >= 3);
	}
}

static void every_player_stands_out_from_what_is_under_it(void **state)
{
	(void)state;
	for (const struct theme *t = themes; t->id; t++) {
		const colour grounds[] = {t->bg0, t->bg1, t->surface, t->surface2, t->focusfill};
		for (int p = 0; p < GAME_PLAYERS; p++)
			for (int k = 0; k < 5; k++)
				assert_true(colour_contrast(t->players[p], grounds[k]) >= 3);
	}
}

static void right_and_wrong_differ_without_colour(void **state)
{
	(void)state;
	for (const struct theme *t = themes; t->id; t++)
		assert_true(fabs(colour_luminance(t->ok) - colour_luminance(t->badfill)) > .1);
}

static void a_theme_is_found_by_its_name(void **state)
{
	(void)state;
	assert_string_equal(theme_lookup("hc")->name, "High contrast");
	assert_null(theme_lookup("beige"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(every_text_stands_out_on_every_screen_in_every_theme,
					  close_app),
		cmocka_unit_test_teardown(players_stand_out_on_every_page, close_app),
		cmocka_unit_test_teardown(a_choice_stands_out_in_every_state, close_app),
		cmocka_unit_test_teardown(how_far_a_page_is_scrolled_is_seen, close_app),
		cmocka_unit_test(edges_stand_out_from_the_ground),
		cmocka_unit_test(every_player_stands_out_from_what_is_under_it),
		cmocka_unit_test(right_and_wrong_differ_without_colour),
		cmocka_unit_test(a_theme_is_found_by_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
