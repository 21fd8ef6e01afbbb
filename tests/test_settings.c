/* The settings' file: what goes in comes out, mistakes are found, nothing is lost. */
#include <dirent.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "game.h"
#include "settings.h"

static char folder[64], file[128], broken[160];
static struct diag diag;

static int set_up(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/stairwell-settings-XXXXXX");
	assert_non_null(mkdtemp(folder));
	snprintf(file, sizeof file, "%s/settings.ini", folder);
	snprintf(broken, sizeof broken, "%s.broken", file);
	diag_init(&diag, file);
	return 0;
}

static int tear_down(void **state)
{
	char command[128];

	(void)state;
	diag_finish(&diag);
	chmod(folder, 0700);
	snprintf(command, sizeof command, "rm -rf %s", folder);
	return system(command);
}

static void put(const char *text)
{
	FILE *out = fopen(file, "w");

	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

static const char *get(const char *path)
{
	static char text[8192];
	FILE *in = fopen(path, "r");

	if (!in)
		return NULL;
	text[fread(text, 1, sizeof text - 1, in)] = '\0';
	fclose(in);
	return text;
}

static struct settings read_it(void)
{
	diag_finish(&diag);
	diag_init(&diag, file);
	return settings_read(file, &diag);
}

static bool change(enum setting k, const char *text)
{
	struct settings s = settings_default();
	bool changed[SETTINGS] = {0};

	changed[k] = true;
	assert_true(setting_take(&s, k, text));
	return settings_write(file, &s, changed);
}

static int files(void)
{
	DIR *d = opendir(folder);
	int n = -2;

	while (readdir(d))
		n++;
	closedir(d);
	return n;
}

static void no_file_is_no_mistake(void **state)
{
	(void)state;
	struct settings s = read_it(), usual = settings_default();

	assert_int_equal(diag.n, 0);
	for (int k = 0; k < SETTINGS; k++)
		assert_true(setting_same(&s, &usual, (enum setting)k));
	put("");
	read_it();
	assert_int_equal(diag.n, 0);
}

static void what_is_written_is_read(void **state)
{
	static const char *const others[SETTINGS] = {
		[SETTING_THEME] = "cvd",     [SETTING_TEXT] = "135",
		[SETTING_MOTION] = "none",   [SETTING_FULLSCREEN] = "yes",
		[SETTING_ROTATION] = "270",  [SETTING_CUES] = "0",
		[SETTING_MEDIA] = "40",      [SETTING_CAPTIONS] = "yes",
		[SETTING_CLOCK] = "double",  [SETTING_READING] = "slower",
		[SETTING_BONUS] = "no",      [SETTING_PAD_PICKS] = "yes",
		[SETTING_LANGUAGE] = "pt-BR"};
	struct settings want = settings_default(), got;
	char text[SETTING_CHARS];

	(void)state;
	for (int k = 0; k < SETTINGS; k++) {
		bool changed[SETTINGS] = {0};
		changed[k] = true;
		assert_true(setting_take(&want, (enum setting)k, others[k]));
		assert_true(settings_write(file, &want, changed));
		got = read_it();
		assert_int_equal(diag.n, 0);
		for (int o = 0; o < SETTINGS; o++)
			assert_true(setting_same(&got, &want, (enum setting)o));
		setting_text(&got, (enum setting)k, text);
		assert_string_equal(text, others[k]);
	}
	assert_int_equal(got.clock_percent, CLOCK_DOUBLE);
	assert_int_equal(got.reading_percent, 200);
	assert_int_equal(got.speed_bonus, 0);
	assert_int_equal(got.rotation, 270);
	assert_true(change(SETTING_LANGUAGE, ""));
	assert_string_equal(read_it().language, "");
	assert_int_equal(diag.n, 0);
	assert_int_equal(files(), 1);
}

static void only_what_changed_is_touched(void **state)
{
	(void)state;
	put("# mine\ntheme = PAPER   \n\n; and this\nhologram = very\n\tbright = and so\n"
	    "text-size = 125\n[later]\nmotion = sideways\n# end");
	assert_int_equal(read_it().text_percent, 125);
	assert_int_equal(diag.errors + diag.warnings, 0);
	assert_true(change(SETTING_TEXT, "150"));
	assert_true(change(SETTING_MOTION, "reduced"));
	assert_string_equal(get(file),
			    "# mine\ntheme = PAPER   \n\n; and this\nhologram = very\n\tbright = "
			    "and so\ntext-size = 150\nmotion = reduced\n[later]\nmotion = "
			    "sideways\n# end\n");
	assert_null(get(broken));
}

static void the_file_keeps_its_line_ends_its_mark_and_its_mode(void **state)
{
	static const char *const files[][2] = {
		{"theme = paper\rtext-size = 150\r",
		 "theme = hc\rtext-size = 150\rmotion = none\r"},
		{"theme = paper\rtext-size = 150", "theme = hc\rtext-size = 150\rmotion = none\r"},
		{"theme = paper\r\ntext-size = 150",
		 "theme = hc\r\ntext-size = 150\r\nmotion = none\r\n"},
		{"\xEF\xBB\xBFtheme = paper\n", "\xEF\xBB\xBFtheme = hc\nmotion = none\n"},
	};
	struct stat st;

	(void)state;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		put(files[i][0]);
		chmod(file, 0644);
		assert_true(change(SETTING_THEME, "hc"));
		assert_true(change(SETTING_MOTION, "none"));
		assert_string_equal(get(file), files[i][1]);
		assert_int_equal(stat(file, &st), 0);
		assert_int_equal(st.st_mode & 0777, 0644);
		assert_string_equal(read_it().theme, "hc");
		unlink(file);
	}
}

static void a_value_over_two_lines_goes_whole(void **state)
{
	(void)state;
	put("theme =\n  paper\nclock =\n double\n captions = yes\n");
	assert_string_equal(read_it().theme, "paper");
	assert_true(change(SETTING_THEME, "hc"));
	assert_true(change(SETTING_CLOCK, "off"));
	assert_string_equal(get(file), "theme = hc\nclock = off\n captions = yes\n");
}

static void mistakes_are_found_and_the_rest_counts(void **state)
{
	static const struct {
		const char *text, *code;
		int line, column;
		const char *help;
	} cases[] = {
		{"theme = beige\ntext-size = 125\n", "E312", 1, 9, NULL},
		{"text-size = 125\ntheme = papre\n", "E312", 2, 9, "type: theme = paper"},
		{"text-size = 125\nmotion =\n", "E312", 2, 1, NULL},
		{"text-size = 125\ngame-sounds = 101\n", "E312", 2, 15, NULL},
		{"text-size = 125\ngame-sounds = 5 %\n", "E312", 2, 15, NULL},
		{"text-size = 125\nrotation = 45\n", "E312", 2, 12, NULL},
		{"text-size = 125\nlanguage = d\n", "E312", 2, 12, NULL},
		{"text-size = 125\nlanguage = de-aaaaaaaa-aaaaaaaa-aaaaaaaa-aaaaaaaa\n", "E312", 2,
		 12, NULL},
		{"text-size = 125\ntext-size = 130\n", "E311", 2, 1, NULL},
		{"text-size = 125\nno equals\n", "E109", 2, 1, NULL},
		{"text-size = 125\nclock: off\n", "E117", 2, 6, "type: clock = off"},
		{"text-size = 125\nmoton = none\n", "W401", 2, 1, "type: motion = none"},
		{"text-size = 125\ntheme = \x01\n", "E108", 2, 9, NULL},
		{"text-size = 125\ntheme = \xff\n", "E107", 2, 9, NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		put(cases[i].text);
		assert_int_equal(read_it().text_percent, 125);
		assert_true(diag.n >= 1);
		const struct finding *f = &diag.findings[0];
		assert_string_equal(f->code, cases[i].code);
		assert_int_equal(f->at.line, cases[i].line);
		assert_int_equal(f->at.column, cases[i].column);
		if (cases[i].help)
			assert_string_equal(f->help, cases[i].help);
	}
}

static void a_file_with_errors_is_kept_aside_and_written_without_them(void **state)
{
	static const char bad[] = "theme = beige\n  and more\ntext-size = 125\nwhat\nlater = 1\n";

	(void)state;
	put(bad);
	read_it();
	assert_true(diag.errors > 0);
	assert_true(change(SETTING_MOTION, "none"));
	assert_string_equal(get(broken), bad);
	assert_string_equal(get(file), "text-size = 125\nlater = 1\nmotion = none\n");
	read_it();
	assert_int_equal(diag.n, 0);
	put(bad);
	assert_true(change(SETTING_THEME, "hc"));
	assert_string_equal(read_it().theme, "hc");
	assert_int_equal(diag.n, 0);
	assert_int_equal(files(), 2);
}

static void what_is_no_text_is_kept_aside(void **state)
{
	(void)state;
	FILE *out = fopen(file, "w");
	for (int i = 0; i < 4096; i++)
		fputc(i % 7, out);
	fclose(out);
	read_it();
	assert_true(diag.errors > 0);
	assert_true(change(SETTING_THEME, "hc"));
	assert_string_equal(read_it().theme, "hc");
	assert_int_equal(diag.n, 0);
	assert_non_null(get(broken));
}

static void a_folder_in_its_place_is_moved_aside(void **state)
{
	(void)state;
	mkdir(file, 0700);
	read_it();
	assert_string_equal(diag.findings[0].code, "E103");
	assert_true(change(SETTING_THEME, "hc"));
	assert_string_equal(read_it().theme, "hc");
	rmdir(broken);
}

static void folders_are_made(void **state)
{
	(void)state;
	snprintf(file, sizeof file, "%s/a/b/settings.ini", folder);
	assert_true(change(SETTING_THEME, "hc"));
	assert_string_equal(read_it().theme, "hc");
}

static void a_link_stays_a_link(void **state)
{
	char target[96];
	struct stat st;

	(void)state;
	snprintf(target, sizeof target, "%s/dotfiles", folder);
	put("theme = hc\n");
	rename(file, target);
	assert_int_equal(symlink(target, file), 0);
	assert_true(change(SETTING_THEME, "cvd"));
	assert_int_equal(lstat(file, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_string_equal(get(target), "theme = cvd\n");
}

static void where_nothing_can_be_written_the_old_file_stays(void **state)
{
	(void)state;
	put("theme = hc\n");
	if (geteuid() == 0) { /* who may do anything is stopped by a file where a folder belongs */
		char old[128];
		strcpy(old, file);
		strcat(file, "/deeper/settings.ini");
		assert_false(change(SETTING_THEME, "cvd"));
		assert_int_equal(errno, ENOTDIR);
		strcpy(file, old);
	} else {
		chmod(folder, 0500);
		assert_false(change(SETTING_THEME, "cvd"));
		assert_int_equal(errno, EACCES);
		chmod(folder, 0700);
	}
	assert_string_equal(get(file), "theme = hc\n");
	assert_int_equal(files(), 1);
}

/* The disk is full: see the test's link options. */
static bool full;
int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __wrap_fsync(int fd)
{
	if (!full)
		return __real_fsync(fd);
	errno = ENOSPC;
	return -1;
}

static void when_writing_fails_the_old_file_survives(void **state)
{
	(void)state;
	put("theme = hc\nwhat\n");
	full = true;
	bool good = change(SETTING_THEME, "cvd");
	full = false;
	assert_false(good);
	assert_int_equal(errno, ENOSPC);
	assert_string_equal(get(file), "theme = hc\nwhat\n");
	assert_int_equal(files(), 1);
}

#define file_test(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		file_test(no_file_is_no_mistake),
		file_test(what_is_written_is_read),
		file_test(only_what_changed_is_touched),
		file_test(the_file_keeps_its_line_ends_its_mark_and_its_mode),
		file_test(a_value_over_two_lines_goes_whole),
		file_test(mistakes_are_found_and_the_rest_counts),
		file_test(a_file_with_errors_is_kept_aside_and_written_without_them),
		file_test(what_is_no_text_is_kept_aside),
		file_test(a_folder_in_its_place_is_moved_aside),
		file_test(folders_are_made),
		file_test(a_link_stays_a_link),
		file_test(where_nothing_can_be_written_the_old_file_stays),
		file_test(when_writing_fails_the_old_file_survives),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
