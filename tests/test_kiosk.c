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

static bool read_bytes(const char *s, size_t n)
{
	char path[] = "/tmp/stairwell-kiosk-XXXXXX";
	int fd = mkstemp(path);

	assert_true(fd >= 0 && write(fd, s, n) == (ssize_t)n);
	close(fd);
	diag_init(&d, "kiosk.ini");
	bool good = kiosk_read(&k, path, &d);
	unlink(path);
	return good;
}

static void read_text(const char *text)
{
	assert_true(read_bytes(text, strlen(text)));
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

static void what_a_file_named_without_a_folder_names_lies_beside_it(void **state)
{
	char path[] = "stairwell-kiosk-XXXXXX";

	(void)state;
	assert_int_equal(chdir("/tmp"), 0);
	int fd = mkstemp(path);
	assert_int_equal(write(fd, "packs = a.ini\n", 14), 14);
	close(fd);
	diag_init(&d, path);
	assert_true(kiosk_read(&k, path, &d));
	unlink(path);
	assert_string_equal(k.packs[0], "./a.ini"); /* not the pack `a.ini` that came with us */
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
		  "quiet = 22:00-08:00\nquiet-volume = 10\nbed = no\ngame-sounds = "
		  "50\nquestion-sounds = 70\n"
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
	assert_int_equal(k.bed, 0);
	assert_int_equal(k.report_min, -1);
	assert_int_equal(k.keep_days, 90);
	assert_int_equal(k.keyboard, 0);
	assert_int_equal(k.buttons, 0);
}

static void folders_are_named_from_where_the_file_is(void **state)
{
	(void)state;
	read_text("packs = more/quiz\nreport = numbers\nsticks = plugged\n");
	assert_int_equal(d.n, 0);
	assert_string_equal(k.packs[0], "/tmp/more/quiz");
	assert_string_equal(k.report, "/tmp/numbers");
	assert_string_equal(k.sticks, "/tmp/plugged");
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
	assert_int_equal(kiosk_volume(&k, -1, m), 7);
	assert_int_equal(kiosk_volume(&k, -1, on(7, 10, 0)), 80);
	assert_int_equal(kiosk_volume(&k, 50, m), 7);
	assert_int_equal(kiosk_volume(&k, 3, m), 3);
	assert_int_equal(kiosk_volume(&k, 50, on(7, 10, 0)), 50);
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

/* A wrong value of each key, where in it the mistake begins, and what is said to type. */
static const struct {
	const char *key, *value;
	int at, width;
	const char *help;
} slips[] = {
	{"packs", "", -8, 5, "type, for example: packs = /srv/quiz"},
	{"modes", "climb,  onetake", 8, 7, "type: one-take"},
	{"questions", "200%", 0, 4, "type: questions = 200"},
	{"idle", "60", 0, 2, "type: idle = 60s"},
	{"idle", "1 ms", 0, 4, "type, for example: idle = 60s"},
	{"idle", "30 millis", 0, 9, "type, for example: idle = 60s"},
	{"idle", "1 Hour", 0, 6, "type: idle = 60m"},
	{"warn", "2 minutes", 0, 9, "type: warn = 2m"},
	{"warn", "5 months", 0, 8, "type, for example: warn = 20s"},
	{"warn", "20 SECS.", 0, 8, "type: warn = 20s"},
	{"languages", "en, Deutsch", 4, 7, "type: de"},
	{"languages", "en, xx", 4, 2,
	 "type the short name of a language, such as en, de or pt-BR, or delete it"},
	{"hours", "Mon-Fri 09:00-18:00, 9-12", 21, 4, "type: 09:00-12:00"},
	{"hours", "Monday to Friday 9am-6.30 pm", 0, 28, "type: hours = Mon-Fri 09:00-18:30"},
	{"hours", "9-5", 0, 3, "type: hours = 09:00-17:00"},
	{"hours", "Mon-Fri 9am-5", 0, 13, "type: hours = Mon-Fri 09:00-17:00"},
	{"hours", "Sat 12-5", 0, 8, "type: hours = Sat 12:00-17:00"},
	{"hours", "1-5pm", 0, 5, "type: hours = 13:00-17:00"},
	{"hours", "9-5pm", 0, 5, "type: hours = 09:00-17:00"},
	{"hours", "9-12pm", 0, 6, "type: hours = 09:00-12:00"},
	{"hours", "9.30am-1 pm", 0, 11, "type: hours = 09:30-13:00"},
	{"hours", "6pm-12", 0, 6, "type: hours = 18:00-24:00"},
	{"hours", "7pm-2am", 0, 7, "type: hours = 19:00-02:00"},
	{"hours", "closed", 0, 6, "type, for example: hours = Mon-Fri 09:00-18:00"},
	{"pin", "1234", 0, 4, "type in a terminal: sudo stairwell kiosk --set-pin kiosk.ini"},
	{"boards", "off", 0, 3, "type: boards = no"},
	{"names", "whell", 0, 5, "type: names = wheel"},
	{"day-begins", "11:30pm", 0, 7, "type: day-begins = 23:30"},
	{"title", "\"The Town Museum\"", 0, 17, "type: title = The Town Museum"},
	{"headline", "„Weißt du’s?“", 0, 13, "type: headline = Weißt du’s?"},
	{"theme", "light", 0, 5, "type: theme = paper"},
	{"brand", "pink", 0, 4, "type: brand = #FFC0CB"},
	{"primary", "#FFF", 0, 4, "type: primary = #FFFFFF"},
	{"on-primary", "000000", 0, 6, "type: on-primary = #000000"},
	{"rotate", "90°", 0, 3, "type: rotate = 90"},
	{"text-size", "250%", 0, 4, "type: text-size = 200"},
	{"motion", "off", 0, 3, "type: motion = none"},
	{"volume", "mute", 0, 4, "type: volume = 0"},
	{"quiet", "22-8", 0, 4, "type: quiet = 22:00-08:00"},
	{"quiet", "18.30-7.00", 0, 10, "type: quiet = 18:30-07:00"},
	{"quiet-volume", "-5", 0, 2, "type: quiet-volume = 0"},
	{"bed", "off", 0, 3, "type: bed = no"},
	{"game-sounds", "lots", 0, 4, "type, for example: game-sounds = 80"},
	{"question-sounds", "\"50\"", 0, 4, "type: question-sounds = 50"},
	{"captions", "on", 0, 2, "type: captions = yes"},
	{"clock", "no", 0, 2, "type: clock = off"},
	{"reading-speed", "normal", 0, 6, "type: reading-speed = standard"},
	{"speed-bonus", "true", 0, 4, "type: speed-bonus = yes"},
	{"report", "'/srv/report'", 0, 13, "type: report = /srv/report"},
	{"report-at", "no", 0, 2, "type: report-at = never"},
	{"keep", "1 day", 0, 5, "type: keep = 7"},
	{"sticks", "", -9, 6, "type, for example: sticks = /run/stairwell/sticks"},
	{"keyboard", "off", 0, 3, "type: keyboard = no"},
	{"buttons", "maybe", 0, 5, "type, for example: buttons = yes"},
};

enum { SLIPS = sizeof slips / sizeof slips[0] };

static void read_slip(int i)
{
	char text[200];

	snprintf(text, sizeof text, "; mine\n%s = %s\n", slips[i].key, slips[i].value);
	read_text(text);
}

static void each_slip_is_underlined_and_what_to_type_is_said(void **state)
{
	bool met[KIOSK_KEYS] = {false};

	(void)state;
	for (int i = 0; i < SLIPS; i++) {
		int value = (int)strlen(slips[i].key) + 4;
		const struct finding *f = d.findings;

		met[kiosk_row_find(slips[i].key, strlen(slips[i].key))] = true;
		read_slip(i);
		f = d.findings;
		assert_int_equal(d.n, 1);
		assert_int_equal(f->at.line, 2);
		if (f->at.column != value + slips[i].at || f->width != slips[i].width)
			fail_msg("%s = %s: underlined from %d on, %d wide", slips[i].key,
				 slips[i].value, f->at.column, f->width);
		assert_string_equal(f->help, slips[i].help);
		diag_finish(&d);
	}
	for (int i = 0; i < KIOSK_KEYS; i++)
		if (!met[i])
			fail_msg("no wrong value of %s is tried", kiosk_rows[i].key);
	diag_init(&d, "kiosk.ini");
}

/* What is said holds; a faint colour is another story. */
static void what_is_typed_in_place_of_a_slip_is_taken(void **state)
{
	(void)state;
	for (int i = 0; i < SLIPS; i++) {
		const char *typed = strstr(slips[i].help, ": ");
		char text[200];

		if (!typed || strstr(typed, "--set-pin"))
			continue;
		snprintf(text, sizeof text, strstr(typed, " = ") ? "%.0s%s\n" : "%s = %s\n",
			 slips[i].key, typed + 2);
		read_text(text);
		for (int n = 0; n < d.n; n++)
			if (strcmp(d.findings[n].code, "E805") != 0)
				fail_msg("%s: %s", text, d.findings[n].message);
		diag_finish(&d);
	}
	diag_init(&d, "kiosk.ini");
}

static void each_item_of_a_list_is_told_at_its_own_place(void **state)
{
	(void)state;
	read_text("hours = 9-12, Sat 10:00-12:00,\n   Sun – 5\nmodes =\n  climb,\n  sprnt\n");
	assert_int_equal(d.n, 3);
	assert_int_equal(d.findings[0].at.line, 1);
	assert_int_equal(d.findings[0].at.column, 9);
	assert_int_equal(d.findings[1].at.line, 2);
	assert_int_equal(d.findings[1].at.column, 4);
	assert_int_equal(d.findings[1].width, 7);
	assert_int_equal(d.findings[2].at.line, 5);
	assert_int_equal(d.findings[2].at.column, 3);
	assert_string_equal(d.findings[2].help, "type: sprint");
	assert_int_equal(k.hours.n, 0);
}

static void a_list_may_go_on_behind_a_bar(void **state)
{
	(void)state;
	read_text("modes = climb,\n  | sprint\n  |, one-take\n");
	assert_int_equal(d.n, 0);
	assert_non_null(kiosk_mode(&k, 2));
	diag_finish(&d);
	read_text("modes = climb,\n  |sprnt\n");
	assert_int_equal(d.n, 1);
	assert_int_equal(d.findings[0].at.line, 2);
	assert_int_equal(d.findings[0].at.column, 4);
}

static const struct finding *slip_at(int line)
{
	for (int i = 0; i < d.n; i++)
		if (d.findings[i].at.line == line && strcmp(d.findings[i].code, "E312") == 0)
			return &d.findings[i];
	fail_msg("no slip in line %d", line);
	return NULL;
}

/* As text pasted from a word processor has. */
static void control_characters_in_a_list_hide_no_place(void **state)
{
	(void)state;
	read_text("modes = climb, a\x07"
		  "b, foo");
	assert_int_equal(slip_at(1)->at.column, 16);
	diag_finish(&d);
	read_text("hours = Mon-Fri 9-5\x0bSat 10-4, Sun 1-2");
	assert_int_equal(slip_at(1)->at.column, 9);
	diag_finish(&d);
	assert_true(read_bytes("modes = climb, a\0b, \0\n  climb,\n  foo", 36));
	assert_int_equal(slip_at(3)->at.column, 3);
	diag_finish(&d);
	read_text("modes = climb, \a?,\r\n \rx\ry,\r\n foo\r\nwarn = 20s ?\r\n");
	assert_int_equal(slip_at(3)->at.column, 2);
	diag_finish(&d);
	read_text("modes = \a\a\a");
	assert_int_equal(slip_at(1)->at.column, 9);
}

/* Pieces of kiosk files and of what is no text, put together in thousands of ways: each is read
 * to its end, and what is said of it lies within it. */
static void whatever_bytes_a_file_has_it_is_read(void **state)
{
	static const struct {
		const char *s;
		size_t n;
	} pieces[] = {
#define PIECE(s) {s, sizeof(s) - 1}
		PIECE("modes = "),     PIECE("hours = "),
		PIECE("languages = "), PIECE("quiet = "),
		PIECE("title = "),     PIECE("packs = "),
		PIECE("idle = "),      PIECE("brand = "),
		PIECE("climb"),        PIECE("a\ab"),
		PIECE("9-5"),          PIECE("Sat 12-5pm"),
		PIECE("de"),           PIECE("\"„x“"),
		PIECE("30 ms"),        PIECE("?"),
		PIECE(", "),           PIECE(","),
		PIECE("\n"),           PIECE("\n"),
		PIECE("\r\n"),         PIECE("\n  "),
		PIECE("\n | "),        PIECE("\n ; x?\n"),
		PIECE("\0"),           PIECE("\x07"),
		PIECE("\x0b"),         PIECE("\x1b"),
		PIECE("\x1e"),         PIECE("\x1f"),
		PIECE("\x7f"),         PIECE("\r"),
		PIECE("\xe4"),         PIECE("\xff\xfe"),
		PIECE("\xc2\x85"),     PIECE(";"),
		PIECE("\xef\xbb\xbf"), PIECE("[kiosk]"),
		PIECE("#112233"),      PIECE("\t"),
#undef PIECE
	};
	unsigned seed = 1;

	(void)state;
	for (int i = 0; i < 10000; i++) {
		char text[400];
		size_t n = 0;

		for (int left = 4 + i % 20; left > 0; left--) {
			seed = seed * 1103515245u + 12345u;
			size_t p = (seed >> 16) % (left % 4 ? sizeof pieces / sizeof *pieces : 8);
			memcpy(text + n, pieces[p].s, pieces[p].n);
			n += pieces[p].n;
		}
		read_bytes(text, n);
		for (int f = 0; f < d.n; f++)
			assert_in_range(d.findings[f].at.line, 0, 25);
		diag_finish(&d);
	}
	diag_init(&d, "kiosk.ini");
}

static void what_is_too_many_is_told_where_it_begins(void **state)
{
	(void)state;
	read_text("languages = en, de, fr, es, it, nl, da, fi, pl, pt, ja, ko\n"
		  "packs=a\npacks=b\npacks=c\npacks=d\npacks=e\npacks=f\npacks=g\npacks=h\n"
		  "packs = i\n");
	assert_int_equal(d.n, 2);
	assert_int_equal(d.findings[0].at.column, 53);
	assert_int_equal(d.findings[0].width, 2);
	assert_non_null(strstr(d.findings[0].help, "delete"));
	assert_int_equal(d.findings[1].at.line, 10);
	assert_non_null(strstr(d.findings[1].help, "delete"));
}

static void a_title_that_is_too_long_is_told_by_how_much(void **state)
{
	char text[300];

	(void)state;
	snprintf(text, sizeof text, "title = %0130d\n", 1);
	read_text(text);
	assert_int_equal(d.n, 1);
	assert_string_equal(d.findings[0].help, "leave out at least 11 letters");
}

/* And not its bytes. */
static void the_letters_of_a_title_count(void **state)
{
	char line[600] = "headline = ";

	(void)state;
	for (int i = 0; i < KIOSK_LETTERS; i++)
		strcat(line, "😀");
	read_text(line);
	assert_int_equal(d.n, 0);
	assert_string_equal(k.headline, line + strlen("headline = "));
	diag_finish(&d);
	strcat(line, "é");
	read_text(line);
	assert_int_equal(d.n, 1);
	assert_non_null(strstr(d.findings[0].message, "a line of at most 119 letters"));
	assert_string_equal(d.findings[0].help, "leave out at least 1 letter");
}

static void quotation_marks_around_a_path_are_left_out(void **state)
{
	(void)state;
	read_text("packs = \"/srv/quiz\"\ntitle = “Us”\n");
	assert_int_equal(d.errors, 0);
	assert_int_equal(d.warnings, 2);
	assert_string_equal(k.packs[0], "/srv/quiz");
	assert_string_equal(k.title, "“Us”");
}

/* Whatever else can be wrong with a line. */
static void every_other_mistake_says_what_to_type_too(void **state)
{
	static const char *const lines[] = {
		"idle",
		"idle 60s",
		"idle: 60s",
		"= 60s",
		"frobnicate = yes",
		"what is this = yes",
		"a-key-that-is-far-too-long-for-anybody-to-read-it = 1",
		"[kiosk]",
		"[kiosk",
		"[kiosk] idle = 60s",
		"idle = 60s\nidle = 70s",
		"idle = 60s\n  # mine",
		"idle = 60s\n  volum = 20",
		"title = Us\x01",
		"title = Us\xff",
		"# Us\xff",
		"brand = #101010",
		"primary = #777777",
		"primary = #808080\non-primary = #7f7f7f",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		char text[200];

		snprintf(text, sizeof text, "%s\n", lines[i]);
		read_text(text);
		if (d.n == 0)
			fail_msg("%s: nothing is said", lines[i]);
		for (int n = 0; n < d.n; n++)
			if (!d.findings[n].help || d.findings[n].at.column < 1)
				fail_msg("%s: %s", lines[i], d.findings[n].message);
		diag_finish(&d);
	}
	diag_init(&d, "kiosk.ini");
}

/* Of every grey as a button, in every theme. */
static void every_faint_colour_is_told_with_another(void **state)
{
	static const char *const ids[] = {"dark", "paper", "hc", "cvd"};

	(void)state;
	for (int i = 0; i < 4 * 52; i++) {
		char text[200];
		int grey = i % 52 * 5;

		snprintf(text, sizeof text, "theme = %s\nprimary = #%02X%02X%02X\n", ids[i / 52],
			 grey, grey, grey);
		read_text(text);
		for (int n = 0; n < d.n; n++)
			if (!d.findings[n].help)
				fail_msg("%s: %s", text, d.findings[n].message);
		diag_finish(&d);
	}
	diag_init(&d, "kiosk.ini");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(what_a_file_named_without_a_folder_names_lies_beside_it,
					  finish),
		cmocka_unit_test_teardown(every_key_is_read, finish),
		cmocka_unit_test_teardown(folders_are_named_from_where_the_file_is, finish),
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
		cmocka_unit_test_teardown(each_slip_is_underlined_and_what_to_type_is_said, finish),
		cmocka_unit_test_teardown(what_is_typed_in_place_of_a_slip_is_taken, finish),
		cmocka_unit_test_teardown(each_item_of_a_list_is_told_at_its_own_place, finish),
		cmocka_unit_test_teardown(a_list_may_go_on_behind_a_bar, finish),
		cmocka_unit_test_teardown(control_characters_in_a_list_hide_no_place, finish),
		cmocka_unit_test_teardown(whatever_bytes_a_file_has_it_is_read, finish),
		cmocka_unit_test_teardown(what_is_too_many_is_told_where_it_begins, finish),
		cmocka_unit_test_teardown(a_title_that_is_too_long_is_told_by_how_much, finish),
		cmocka_unit_test_teardown(the_letters_of_a_title_count, finish),
		cmocka_unit_test_teardown(quotation_marks_around_a_path_are_left_out, finish),
		cmocka_unit_test_teardown(every_other_mistake_says_what_to_type_too, finish),
		cmocka_unit_test_teardown(every_faint_colour_is_told_with_another, finish),
		cmocka_unit_test(a_value_that_is_none_is_refused),
		cmocka_unit_test(every_default_can_be_written),
		cmocka_unit_test(the_board_that_counts_is_the_one_that_begins_anew),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
