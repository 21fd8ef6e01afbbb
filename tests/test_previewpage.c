/* The preview's page at every size: the question is whole, nothing of the preview lies on it. */
#include "checks.h"
#include "iniread.h"
#include "preview.h"

static char path[] = "/tmp/previewXXXXXX";

static const char pack[] =
	"title = A pack\n"
	"[question]\n"
	"ask = Which of these sentences about the stair, its risers, its treads and the landing "
	"between two flights is one that a builder would agree with at once?\n"
	"right = The riser is the upright part of a step\n"
	"because = As it rises.\n"
	"wrong = The tread is the upright part of a step, and the riser is what one stands on\n"
	"wrong = A landing has more steps than a flight\n"
	"wrong = A flight is the space below the stair\n"
	"why = The tread is trodden on.\n"
	"[question]\n"
	"ask = Two?\n"
	"right = Yes\n"
	"right = Also\n"
	"wrong = No\n"
	"[question]\n"
	"ask = Venice is the capital of Italy.\n"
	"answer = false\n";

static const int windows[][2] = {{320, 240},  {640, 360},   {720, 1280},
				 {1280, 720}, {1920, 1080}, {3840, 2160}};

static void save(const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
	if (!app)
		return;
	library_reload(&library, 0);
	step((struct event){.kind = EVENT_LOADED});
}

static int set_up(void **state)
{
	(void)state;
	save(pack);
	library_init(&library);
	library.keeps_texts = true;
	return library_add(&library, path) == NULL;
}

static int tear_down(void **state)
{
	(void)state;
	app_destroy(app);
	app = NULL;
	library_finish(&library);
	return 0;
}

static void open_preview(int line)
{
	struct app_options o = options();

	o.preview = true;
	o.line = line;
	open_app(o);
	assert_screen("preview");
}

/* Where the lines of the preview itself begin. */
static float bar_top(void)
{
	const struct frame *f = app_frame(app);

	for (int i = 0; i < f->nspots; i++)
		if (f->spots[i].action.verb == VERB_PREVIEW && f->spots[i].box.h > 0)
			return f->spots[i].box.y;
	return (float)f->h;
}

/* What is read of the page lies above them, what is read of them within the window. */
static void check_page(void)
{
	const struct frame *f = app_frame(app);
	float top = bar_top();

	const struct preview_size *size = &preview_sizes[app->preview.size];
	bool smaller = size->w > f->w || size->h > f->h * 3 / 4; /* letters are too */

	assert_false(f->full);
	if (!smaller)
		check_texts(f);
	for (int i = 0; i < f->nspots; i++) {
		const struct spot *s = &f->spots[i];
		if (s->flags & SPOT_SCROLLS)
			continue;
		if (s->box.h > 0 && s->action.verb != VERB_PREVIEW && s->box.y + s->box.h > top + 1)
			fail_msg("%s: «%s» lies below the page", where(), s->label);
		if (s->box.h > 0 && (s->box.x < -1 || s->box.x + s->box.w > (float)f->w + 1 ||
				     s->box.y + s->box.h > (float)f->h + 1))
			fail_msg("%s: «%s» lies outside", where(), s->label);
	}
	assert_true(f->wake < 0);
}

static void a_page_of_any_size_lies_whole_above_the_lines_of_the_preview(void **state)
{
	(void)state;
	open_preview(0);
	for (size_t w = 0; w < sizeof windows / sizeof windows[0]; w++) {
		resize(windows[w][0], windows[w][1]);
		for (int text = 0; text < 3; text++, key('x'))
			for (int size = 0; preview_sizes[size].w >= 0; size++, key('s'))
				for (int question = 0; question < 3; question++, key('n')) {
					check_page();
					key('r');
					check_page();
					key(KEY_ESCAPE);
				}
	}
}

static void a_page_is_laid_out_for_its_size_and_never_enlarged(void **state)
{
	(void)state;
	open_preview(0);
	resize(1920, 1080);
	for (int i = 0; i < 5; i++)
		key('s');
	assert_says("320 × 240");
	assert_says_not("320 × 240 at");
	float least = 4000, most = 0;
	const struct frame *f = app_frame(app);
	for (int i = 0; i < f->nspots; i++)
		if (f->spots[i].action.verb == VERB_CHOOSE) {
			least = fminf(least, f->spots[i].box.x);
			most = fmaxf(most, f->spots[i].box.x + f->spots[i].box.w);
		}
	assert_true(least >= 800 && most <= 1120);
}

static void a_message_has_room_at_any_size(void **state)
{
	(void)state;
	open_preview(0);
	save("title = A pack\n[question]\nask = One?\nright = Yes\n"
	     "wrong =\nlevle = 7\npick = never\n");
	assert_says("last good version");
	for (size_t w = 0; w < sizeof windows / sizeof windows[0]; w++)
		for (int percent = 100; percent <= 200; percent += 50) {
			app->o.set.text_percent = percent;
			resize(windows[w][0], windows[w][1]);
			assert_says("Error");
			assert_false(app_frame(app)->full);
			press("Hide the message");
			assert_says_not("Error");
			check_page();
			key('w');
		}
}

/* Whatever a file says there, a line of it is in one section. */
static void every_line_of_a_file_belongs_to_a_section(void **state)
{
	static const struct {
		const char *text;
		int line, first, last;
		bool question;
	} lines[] = {
		{"", 1, 0, 0, false},
		{"title = A\n", 1, 0, 1, false},
		{"title = A\n[question]\nask = 1\n", 1, 0, 1, false},
		{"title = A\n[question]\nask = 1\n", 2, 2, 3, true},
		{"title = A\n[question]\nask = 1", 99, 2, 3, true},
		{"[question]\nask = 1\n  [sic] 2\n[question]\n", 3, 1, 3, true},
		{"[question]\nask = 1\n  [Question two]\nask = 2\n", 4, 3, 4, true},
		{"[question]\nask = 1\n[topic x]\nlevel = 1\n[question]\n", 4, 3, 4, false},
		{"[question]\r\nask = 1\r\n[question]\r\n", 2, 1, 2, true},
		{"[question]\rask = 1\r[question]\r", 3, 3, 3, true},
		{"[", 1, 1, 1, false},
		{"  [", 1, 0, 1, false},
		{"[question", 1, 1, 1, true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		struct ini_text t = {0};
		struct diag d;
		diag_init(&d, "a.ini");
		ini_open(&t, lines[i].text, strlen(lines[i].text), &d);
		struct section s = preview_section(&t, lines[i].line);
		if (s.first != lines[i].first || s.last != lines[i].last ||
		    s.question != lines[i].question)
			fail_msg("%zu: %d to %d, %d", i, s.first, s.last, s.question);
		ini_close(&t);
		diag_finish(&d);
	}
	assert_int_equal(preview_section(NULL, 3).last, 0);
}

/* A file cut off at any byte is shown, or what is wrong with it. */
static void a_file_that_is_cut_off_anywhere_is_shown(void **state)
{
	char cut[sizeof pack];

	(void)state;
	open_preview(3);
	for (size_t n = 0; n < sizeof pack; n++) {
		memcpy(cut, pack, n);
		cut[n] = '\0';
		save(cut);
		assert_screen("preview");
		save(pack);
		assert_true(app_previews(app));
	}
	for (size_t n = 0; n < sizeof pack; n++) {
		memcpy(cut, pack, n);
		cut[n] = '\0';
		save(cut);
		key("nprwstxo"[n % 8]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_page_of_any_size_lies_whole_above_the_lines_of_the_preview, set_up,
			tear_down),
		cmocka_unit_test_setup_teardown(a_page_is_laid_out_for_its_size_and_never_enlarged,
						set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_message_has_room_at_any_size, set_up, tear_down),
		cmocka_unit_test(every_line_of_a_file_belongs_to_a_section),
		cmocka_unit_test_setup_teardown(a_file_that_is_cut_off_anywhere_is_shown, set_up,
						tear_down),
	};
	int fd = mkstemp(path);

	if (fd < 0)
		return 1;
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	remove(path);
	return failed;
}
