/* The file of a kiosk: every key, every mistake at its place, and what the time of day makes of it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "brand.h"
#include "game.h"
#include "kiosk.h"
#include "kioskkeys.h"

static struct kiosk k;
static struct diag d;

static void read_text(const char *text)
{
	char path[] = "/tmp/stairwell-kiosk-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text));
	close(fd);
	diag_init(&d, "kiosk.ini");
	assert_true(kiosk_read(&k, path, &d));
	unlink(path);
}

static int finish(void **state)
{
	(void)state;
	diag_finish(&d);
	return 0;
}

/* A moment in 2030, in the zone of the clock on the wall; 2030-01-07 is a Monday. */
static struct moment on(int day, int hour, int minute)
{
	int64_t days = 21915 + day - 1; /* 2030-01-01 */

	return (struct moment){.unix_ms = ((days * 24 + hour) * 60 + minute) * INT64_C(60000)};
}

static void every_key_is_read(void **state)
{
	(void)state;
	read_text("packs = /srv/quiz\npacks = /srv/more\nmodes = climb, one-take\nquestions = 5\n"
		  "idle = 45s\nwarn = 1m\nlanguages = en, de\nhours = Mon-Fri 09:00-18:00, Sat "
		  "10:00-16:00\npin = $7$salt$hash\nboards = weekly\nnames = generated\n"
		  "day-begins = 05:30\ntitle = City Museum\nheadline = How much do you know?\n"
		  "theme = paper\nbrand = #112233\nprimary = #445566\non-primary = #FFFFFF\n"
		  "rotate = 90\ntext-size = 125\nmotion = reduced\nvolume = 60\n"
		  "quiet = 22:00-08:00\nquiet-volume = 10\ngame-sounds = 50\nquestion-sounds = 70\n"
		  "captions = yes\nclock = off\nreading-speed = slow\nspeed-bonus = no\n"
		  "report = /srv/report\nreport-at = never\nkeep = 90\nsticks = /media\n"
		  "keyboard = no\nbuttons = no\n");
	assert_int_equal(d.n, 0);
	assert_int_equal(k.npacks, 2);
	assert_string_equal(k.packs[1], "/srv/more");
	assert_string_equal(kiosk_mode(&k, 1)->id, "one-take");
	assert_null(kiosk_mode(&k, 2));
	assert_int_equal(k.questions, 5);
	assert_int_equal(k.idle_ms, 45000);
	assert_int_equal(k.warn_ms, 60000);
	assert_int_equal(k.nlanguages, 2);
	assert_string_equal(k.languages[1], "de");
	assert_int_equal(k.hours.n, 2);
	assert_string_equal(k.pin, "$7$salt$hash");
	assert_int_equal(k.boards, BOARDS_WEEK);
	assert_int_equal(k.names, NAMES_GENERATED);
	assert_int_equal(k.day_min, 330);
	assert_string_equal(k.title, "City Museum");
	assert_string_equal(k.set.theme, "paper");
	assert_int_equal(k.brand, 0xFF112233);
	assert_int_equal(k.set.rotation, 90);
	assert_int_equal(k.set.text_percent, 125);
	assert_int_equal(k.quiet_volume, 10);
	assert_int_equal(k.report_min, -1);
	assert_int_equal(k.keep_days, 90);
	assert_int_equal(k.keyboard, 0);
	assert_int_equal(k.buttons, 0);
}

static void a_mistake_is_told_at_its_place_and_the_rest_holds(void **state)
{
	(void)state;
	read_text("idel = 30s\nidle = soon\nboards = dayly\nvolume = 20\nvolume = 30\n");
	assert_int_equal(d.errors, 4);
	assert_string_equal(d.findings[0].code, "E801");
	assert_string_equal(d.findings[0].help, "type: idle = 30s");
	assert_int_equal(d.findings[1].at.line, 2);
	assert_int_equal(d.findings[1].at.column, 8);
	assert_string_equal(d.findings[2].help, "type: boards = daily");
	assert_string_equal(d.findings[3].code, "E311");
	assert_int_equal(k.idle_ms, kiosk_default().idle_ms);
	assert_int_equal(k.volume, 20);
}

static void a_colour_that_cannot_be_seen_is_told_with_its_contrast(void **state)
{
	(void)state;
	read_text("theme = paper\nbrand = #FF9EC7\nprimary =  #777777\n");
	assert_int_equal(d.errors, 2);
	assert_string_equal(d.findings[0].code, "E805");
	assert_int_equal(d.findings[0].at.line, 2);
	assert_int_equal(d.findings[0].at.column, 9);
	assert_non_null(strstr(d.findings[0].message, "1.6 with the page and needs 4.5"));
	assert_int_equal(d.findings[1].at.line, 3);
	assert_int_equal(d.findings[1].at.column, 12);
	assert_non_null(strstr(d.findings[1].message, "4.4 with the words on it and needs 5.5"));
	assert_int_equal(k.brand | k.primary | k.onprimary, 0);
}

static void words_that_cannot_be_read_on_a_button_are_told_with_others(void **state)
{
	(void)state;
	read_text("primary = #FFFFFF\non-primary = #FFFF00\n");
	assert_int_equal(d.n, 1);
	assert_int_equal(d.findings[0].at.line, 2);
	assert_string_equal(d.findings[0].help, "type: on-primary = #000000");
}

static void what_is_typed_in_place_of_a_faint_colour_holds(void **state)
{
	struct seen worst;
	char line[200];

	(void)state;
	read_text("theme = paper\nbrand = #FF9EC7\n");
	assert_memory_equal(d.findings[0].help, "type: ", 6);
	snprintf(line, sizeof line, "theme = paper\n%s\n", d.findings[0].help + 6);
	diag_finish(&d);
	read_text(line);
	assert_int_equal(d.n, 0);
	assert_true(brand_holds(theme_lookup("paper"), k.brand, &worst));
}

static void a_brand_is_in_every_theme_where_it_can_be_seen(void **state)
{
	(void)state;
	read_text("brand = #FFD000\nprimary = #FFD000\non-primary = #000000\n");
	assert_int_equal(d.n, 0);
	assert_int_equal(brand_theme(theme_lookup("dark"), &k).brand, 0xFFFFD000);
	assert_int_equal(brand_theme(theme_lookup("hc"), &k).primary, 0xFFFFD000);
	assert_int_equal(brand_theme(theme_lookup("paper"), &k).brand,
			 theme_lookup("paper")->brand);
	assert_int_equal(brand_theme(theme_lookup("paper"), &k).onprimary,
			 theme_lookup("paper")->onprimary);
}

static void it_is_open_in_its_hours_alone(void **state)
{
	(void)state;
	read_text("hours = Mon-Fri 09:00-18:00, Fri 20:00-02:00\n");
	assert_false(kiosk_open(&k, on(7, 8, 59)));
	assert_true(kiosk_open(&k, on(7, 9, 0)));
	assert_false(kiosk_open(&k, on(7, 18, 0)));
	assert_true(kiosk_open(&k, on(11, 23, 0)));
	assert_true(kiosk_open(&k, on(12, 1, 59))); /* a Saturday */
	assert_false(kiosk_open(&k, on(12, 2, 0)));
	assert_false(kiosk_open(&k, on(13, 12, 0)));
}

static void a_day_of_its_own_clock_counts(void **state)
{
	struct moment m = on(7, 8, 30);

	(void)state;
	read_text("hours = 09:00-18:00\nquiet = 09:00-10:00\nquiet-volume = 7\n");
	assert_false(kiosk_open(&k, m));
	m.utc_offset_min = 60;
	assert_true(kiosk_open(&k, m));
	assert_int_equal(kiosk_volume(&k, m), 7);
	assert_int_equal(kiosk_volume(&k, on(7, 10, 0)), 80);
}

static void a_clock_that_is_wrong_closes_nothing(void **state)
{
	struct moment m = {.unix_ms = 3 * 3600000}; /* 1970 */

	(void)state;
	read_text("hours = 09:00-18:00\n");
	assert_true(kiosk_clock_wrong(m));
	assert_true(kiosk_open(&k, m));
	assert_false(kiosk_clock_wrong(on(1, 0, 0)));
}

static void a_value_that_is_none_is_refused(void **state)
{
	static const struct {
		const char *key, *value;
	} bad[] = {
		{"modes", "climbing"},
		{"idle", "60"},
		{"idle", "5s"},
		{"idle", "2h"},
		{"hours", "9-18"},
		{"hours", "Mon 09:00"},
		{"hours", "Mon-Xxx 09:00-10:00"},
		{"hours", "25:00-26:00"},
		{"hours", "24:00-01:00"},
		{"languages", "english!"},
		{"brand", "pink"},
		{"brand", "#12345"},
		{"pin", "1234"},
		{"day-begins", "24:00"},
		{"questions", "0"},
		{"report-at", "noon"},
		{"title", ""},
	};
	struct kiosk was = kiosk_default(), is = was;

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		int row = kiosk_row_find(bad[i].key, strlen(bad[i].key));
		assert_true(row >= 0);
		assert_false(kiosk_take(&is, row, bad[i].value));
		assert_memory_equal(&is, &was, sizeof is);
	}
}

static void every_default_can_be_written(void **state)
{
	char wants[256], value[256];
	const char *key;

	(void)state;
	for (int i = 0; (key = kiosk_key(i, wants, value)); i++) {
		struct kiosk one = kiosk_default();
		assert_true(wants[0]);
		if (value[0])
			assert_true(kiosk_take(&one, i, value));
	}
}

static void the_board_that_counts_is_the_one_that_begins_anew(void **state)
{
	(void)state;
	k = kiosk_default();
	assert_int_equal(kiosk_span(&k), SPAN_TODAY);
	k.boards = BOARDS_WEEK;
	assert_int_equal(kiosk_span(&k), SPAN_WEEK);
	k.boards = BOARDS_EVENT; /* begins anew when the operator says */
	assert_int_equal(kiosk_span(&k), SPAN_EVER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(every_key_is_read, finish),
		cmocka_unit_test_teardown(a_mistake_is_told_at_its_place_and_the_rest_holds,
					  finish),
		cmocka_unit_test_teardown(a_colour_that_cannot_be_seen_is_told_with_its_contrast,
					  finish),
		cmocka_unit_test_teardown(
			words_that_cannot_be_read_on_a_button_are_told_with_others, finish),
		cmocka_unit_test_teardown(what_is_typed_in_place_of_a_faint_colour_holds, finish),
		cmocka_unit_test_teardown(a_brand_is_in_every_theme_where_it_can_be_seen, finish),
		cmocka_unit_test_teardown(it_is_open_in_its_hours_alone, finish),
		cmocka_unit_test_teardown(a_day_of_its_own_clock_counts, finish),
		cmocka_unit_test_teardown(a_clock_that_is_wrong_closes_nothing, finish),
		cmocka_unit_test(a_value_that_is_none_is_refused),
		cmocka_unit_test(every_default_can_be_written),
		cmocka_unit_test(the_board_that_counts_is_the_one_that_begins_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
