/* A clock must not run while choices are out of sight: every question that comes with the game
 * shows all of its choices at once, on every ordinary screen, however large its letters are set. */
#include "access.h"
#include "checks.h"

static const char *const packs[] = {"one-shot", "stairwell-fight", "stunts", "tour"};

static const int sizes[][2] = {{1280, 720}, {1920, 1080}, {1080, 1920}, {1366, 768}};

static struct kiosk kiosk;
static char text[256 * 1024];

static void add_own_pack(const char *name)
{
	char path[512];

	snprintf(path, sizeof path, SOURCE "/questions/%s.ini", name);
	FILE *f = fopen(path, "r");
	assert_non_null(f);
	text[fread(text, 1, sizeof text - 1, f)] = '\0';
	fclose(f);
	stage_folder = SOURCE "/questions";
	add_pack(text);
	assert_int_equal(entries[0].diag.errors, 0);
}

/* All are there, none on a page that scrolls. */
static void check_choices(void)
{
	const struct frame *f = app_frame(app);
	int n = 0;

	for (int i = 0; i < f->nspots; i++) {
		const struct spot *s = &f->spots[i];
		if (s->action.verb != VERB_CHOOSE)
			continue;
		n++;
		if (s->flags & SPOT_SCROLLS || s->box.y < 0 || s->box.y + s->box.h > (float)f->h)
			fail_msg("%s, reach %d: «%s» is out of sight", where(), app->reach,
				 s->label);
	}
	assert_int_equal(n, game_asked(app_game(app))->nshown);
}

static void look(void)
{
	static const int texts[] = {100, 130, 150, 200};

	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
		for (int k = 0; k < 8; k++) {
			app->set.text_percent = texts[k / 2];
			app->reach = false;
			resize(sizes[i][0], sizes[i][1]);
			app->reach = k % 2 && app->o.kiosk && access_offers(app, ACCESS_REACH);
			wait_ms(0);
			check_choices();
			check_texts(app_frame(app));
		}
}

static void see_all(const char *pack, const struct kiosk *of)
{
	struct app_options o = options();

	add_own_pack(pack);
	o.kiosk = of;
	o.straight = !of;
	o.mode = game_mode("climb");
	o.questions = entries[0].pack->nquestions;
	if (of)
		kiosk.questions = o.questions;
	open_app(o);
	if (of)
		press("Touch to start");
	for (int n = 0; strcmp(app_frame(app)->screen, "question") == 0; n++) {
		look();
		app->set.text_percent = 100;
		app->reach = false;
		resize(1280, 720);
		assert_in_range(n, 0, o.questions);
		wait_ms(500);
		hit('1');
		hit(game_asked(app_game(app))->need > 1 ? KEY_ENTER : '1');
		wait_ms(1000);
		assert_screen("reveal");
		wait_ms(3000);
		hit(KEY_ENTER);
	}
	close_app(NULL);
}

static void on_a_desktop(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof packs / sizeof packs[0]; i++)
		see_all(packs[i], NULL);
}

static void in_a_kiosk_within_reach_or_not(void **state)
{
	(void)state;
	kiosk = kiosk_default();
	kiosk.keyboard = 1;
	for (size_t i = 0; i < sizeof packs / sizeof packs[0]; i++)
		see_all(packs[i], &kiosk);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_teardown(f, close_app)
	const struct CMUnitTest tests[] = {
		TEST(on_a_desktop),
		TEST(in_a_kiosk_within_reach_or_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
