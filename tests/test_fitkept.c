/* The fit of a question is sought once: the frames that follow measure hardly anything, and are
 * what a window would show that has just been opened. */
#include "fitkept.h"
#include "together.h"

static struct kiosk kiosk;
static long measured;

static float counted_width(void *ctx, enum face face, float px, float tracking, const char *s,
			   size_t n)
{
	measured++;
	return fixed_width(ctx, face, px, tracking, s, n);
}

#define LONG                                                                                       \
	"that nobody who was there has ever doubted in what was written about it later on, "       \
	"though "                                                                                  \
	"many did try"
#define ASK                                                                                        \
	"ask = Which of all the statements about the one long shot in the stairwell, which was "   \
	"put together from many and shot over weeks with a hidden cut here and there, is "         \
	"one " LONG "?\n"
#define CHOICES                                                                                    \
	"right = The first " LONG "\nwrong = The second " LONG "\nwrong = The third " LONG         \
	"\nwrong = The last " LONG "\n"

static const char bare[] = "title = Long\n[question]\n" ASK CHOICES;

static const char rich[] =
	"title = Long\nlanguage = en\norder = file\n[question]\n" ASK
	"ask.de = Was?\nhint = A hint too: " LONG "\nimage = pictures/stair.jpg\n"
	"alt = A stair\naudio = packs/inner/a.ogg\n" CHOICES
	"[question]\nask = Short?\nright = Yes\nwrong = No\nwrong = " LONG "\n";

static const char pictured[] =
	"title = Pictures\n[question]\n" ASK "right = A stair\nchoice-image = pictures/stair.jpg\n"
	"choice-alt = It\nwrong = A\nwrong = B\nchoice-image = pictures/ring.png\nchoice-alt = "
	"B\nwrong = " LONG "\n";

static struct app_options asking_options(bool in_kiosk, int percent, int w, int h)
{
	struct app_options o = options();

	kiosk = kiosk_default();
	o.kiosk = in_kiosk ? &kiosk : NULL;
	o.measure.width = counted_width;
	o.set.text_percent = percent;
	o.straight = true;
	o.w = w;
	o.h = h;
	return o;
}

static void ask(const char *ini, struct app_options o)
{
	stage_folder = TESTS;
	add_pack(ini);
	assert_non_null(entries[library.n - 1].pack);
	measured = 0;
	open_app(o);
	if (o.nplayers > 1)
		key(KEY_ENTER);
	assert_screen("question");
}

static const struct {
	const char *ini;
	bool in_kiosk;
	int w, h;
} asked[] = {
	{bare, false, 1280, 720}, {bare, true, 1280, 720}, {bare, true, 1080, 1920},
	{rich, false, 1280, 720}, {rich, true, 1280, 720}, {rich, true, 1080, 1920},
};

enum { ASKED = sizeof asked / sizeof asked[0] };

static long first_frame(int i, int percent)
{
	ask(asked[i].ini, asking_options(asked[i].in_kiosk, percent, asked[i].w, asked[i].h));
	return measured;
}

static void a_second_frame_measures_hardly_anything(void **state)
{
	(void)state;
	for (int i = 0; i < ASKED; i++) {
		long all = first_frame(i, 200);
		measured = 0;
		wait_ms(16);
		if (measured > all / 20)
			fail_msg("%d: %ld texts were measured, and %ld at first", i, measured, all);
		close_app(NULL);
	}
}

static void large_letters_do_not_make_the_first_frame_a_long_one(void **state)
{
	(void)state;
	for (int i = 0; i < ASKED; i++) {
		long usual = first_frame(i, 100);
		close_app(NULL);
		long large = first_frame(i, 200);
		close_app(NULL);
		if (large > 5 * usual)
			fail_msg("%d: %ld texts were measured, and %ld at 100 %%", i, large, usual);
	}
}

/* ---- nothing stays of what was before ---- */

static bool same(const void *a, const void *b, int n, size_t size)
{
	return memcmp(a, b, (size_t)n * size) == 0;
}

/* The same frame, by one who has kept nothing. */
static void check_frame(const char *what)
{
	static struct frame kept;
	const struct frame *f = app_frame(app);

	kept = *f;
	wrapper_destroy(app->ui.wrap);
	fits_destroy(app->ui.fits);
	app->ui.wrap = wrapper_create(app->o.measure);
	app->ui.fits = fits_create();
	app_settle(app);
	if (f->nitems != kept.nitems || f->nspots != kept.nspots || f->nlines != kept.nlines ||
	    f->nchars != kept.nchars || f->least != kept.least ||
	    f->scroll_height != kept.scroll_height ||
	    !same(f->items, kept.items, f->nitems, sizeof f->items[0]) ||
	    !same(f->spots, kept.spots, f->nspots, sizeof f->spots[0]) ||
	    !same(f->lines, kept.lines, f->nlines, sizeof f->lines[0]) ||
	    !same(f->chars, kept.chars, f->nchars, 1))
		fail_msg("%s: another frame at %dx%d, text %d %%", what, f->w, f->h,
			 app->set.text_percent);
}

static void settle(const char *what)
{
	wait_ms(0);
	check_frame(what);
}

static void change_sizes(void)
{
	static const int sizes[][2] = {{1280, 720}, {1280, 800}, {1366, 768},  {720, 1280},
				       {640, 360},  {320, 240},  {1080, 1920}, {1280, 720}};
	static const int texts[] = {100, 115, 150, 200, 130};

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		for (size_t t = 0; t < sizeof texts / sizeof texts[0]; t++) {
			app->set.text_percent = texts[t];
			resize(sizes[i][0], sizes[i][1]);
			check_frame("size and text");
		}
}

/* All that can change around a question while it is asked, there and back. */
static void change_all(void)
{
	static const char *const themes_of[] = {"light", "hc", "dark"};

	for (int reach = 1; reach >= 0; reach--) {
		app->reach = reach;
		settle("reach");
		change_sizes();
	}
	for (int finger = 10; finger >= 0; finger -= 5) {
		app->o.state.px_per_mm = (float)finger;
		settle("finger");
	}
	for (size_t i = 0; i < sizeof themes_of / sizeof themes_of[0]; i++) {
		setting_take(&app->set, SETTING_THEME, themes_of[i]);
		settle("theme");
	}
	for (int on = 1; on >= 0; on--) {
		app->set.captions = on;
		settle("captions");
		app->set.media = on ? 0 : 5;
		settle("sound off");
		app->listen.broken = on;
		settle("no sound");
		setting_take(&app->set, SETTING_LANGUAGE, on ? "de" : "");
		settle("language");
	}
	for (int index = 1; index >= 0; index--) {
		step((struct event){.kind = EVENT_PICTURE,
				    .folder = TESTS,
				    .text = "pictures/stair.jpg",
				    .index = index,
				    .x = 300,
				    .y = 900});
		check_frame(index ? "a picture's size" : "a picture that can't be shown");
	}
	static const char keys[] = {'h', '7', '9', '2', '1', '8'};
	for (size_t i = 0; i < sizeof keys; i++) {
		key(keys[i]);
		check_frame("a lifeline, a choice");
	}
}

static void every_change_is_seen(void **state)
{
	static const char *const packs[] = {bare, rich, pictured};

	(void)state;
	for (int i = 0; i < 6; i++) {
		ask(packs[i / 2], asking_options(i & 1, 200, 1280, 720));
		change_all();
		close_app(NULL);
	}
}

static void and_so_are_the_next_question_and_those_who_play(void **state)
{
	struct app_options o = asking_options(false, 200, 1280, 720);

	(void)state;
	o.party = PARTY_BUZZERS;
	o.nplayers = 3;
	ask(rich, o);
	name_short();
	settle("names");
	for (int player = 0; player < 3; player++) {
		app->screen->act(app, (struct action){VERB_BUZZ, 1 << player}, BY_KEY);
		settle("a turn");
		key('2' + player);
		check_frame("a try");
		settle("and after it");
	}
	wait_ms(2000);
	key(KEY_ENTER);
	check_frame("the next question");
}

/* One after another is another than it was; then all is known. */
static void whatever_is_different_is_another_try(void **state)
{
	static struct ui ui;
	static struct choices choices = {.n = 2, .captions = {"One", "Two"}};
	static struct listening sound;
	static struct fit_try try;
	static struct asking asking = {
		.ask = "What?", .notes = "", .choices = &choices, .sound = &sound};
	float *const sizes[] = {&ui.w,     &ui.h,     &ui.u,      &ui.text,    &ui.finger,
				&ui.thumb, &ui.apart, &try.width, &try.height, &try.low};
	bool *const is[] = {&ui.compact,     &ui.tiny,         &ui.portrait,  &ui.reach,
			    &sound.shown,    &sound.off,       &sound.broken, &sound.barred,
			    &asking.picture, &choices.pictured};
	int *const how[] = {&try.columns, &try.ask, &try.cards, &choices.n};
	const char **const said[] = {&asking.ask,      &asking.notes,
				     &sound.said,      &choices.captions[1],
				     &choices.tags[0], &choices.pictures[1].path};
	enum {
		SIZES = sizeof sizes / sizeof sizes[0],
		IS = sizeof is / sizeof is[0],
		HOW = sizeof how / sizeof how[0],
		SAID = sizeof said / sizeof said[0],
		ALL = SIZES + IS + HOW + SAID,
	};
	bool known;

	(void)state;
	ui.fits = fits_create();
	for (int i = -1; i < ALL; i++) {
		int k = i;
		if (k >= 0 && k < SIZES)
			*sizes[k] += 1;
		else if ((k -= SIZES) >= 0 && k < IS)
			*is[k] = true;
		else if ((k -= IS) >= 0 && k < HOW)
			*how[k] += 1;
		else if ((k -= HOW) >= 0)
			*said[k] = "Other";
		asking.said = fitkept_said(&asking);
		fitkept_at(&ui, &asking, &try, &known);
		if (known)
			fail_msg("change %d is not another try", i);
		fitkept_at(&ui, &asking, &try, &known);
		assert_true(known);
	}
	fits_destroy(ui.fits);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(a_second_frame_measures_hardly_anything, close_app),
		cmocka_unit_test_teardown(large_letters_do_not_make_the_first_frame_a_long_one,
					  close_app),
		cmocka_unit_test_teardown(every_change_is_seen, close_app),
		cmocka_unit_test_teardown(and_so_are_the_next_question_and_those_who_play,
					  close_app),
		cmocka_unit_test(whatever_is_different_is_another_try),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
