/* The numbers of a month, as they are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "numbers.h"
#include "stored.h"

static struct store *store;
static struct run run;
static char reports[128], text[1 << 16], why[256], names[NUMBERS_FILES][NUMBERS_NAME];

static const char *read_file(const char *name)
{
	char path[400];
	size_t n = 0;
	FILE *f;

	snprintf(path, sizeof path, "%s/%s", reports, name);
	f = fopen(path, "rb");
	if (f) {
		n = fread(text, 1, sizeof text - 1, f);
		fclose(f);
	}
	text[n] = '\0';
	return text;
}

static void play(const struct pack *p, const char *mode, int right, int answers)
{
	struct game_options o = {.mode = game_mode(mode), .seed = 1, .nplayers = 1};

	memset(&run, 0, sizeof run);
	run.unix_ms = INT64_C(1700049600000); /* 15 November 2023, 13:00 on the wall */
	assert_true(begin_run(&run, store, &p, 1, &o, 2));
	if (answers < 0) {
		play_plainly(&run, right);
		assert_true(end_run(&run));
		return;
	}
	while (answers-- > 0) {
		make_move(&run, OP_ANSWER, pick(game_asked(&run.game), right-- > 0), 100);
		make_move(&run, OP_NEXT, 0, 100);
	}
	assert_true(store_leave(store, run.id, moment(run.unix_ms)));
}

static const struct pack *read_pack(void)
{
	static const char bytes[] = "title = Größe, \"quoted\"\nid = p\norder = file\n"
				    "[question one]\nask = What is it?\n  |And where?\n"
				    "right = Yes\nwrong = =1+2\n"
				    "[question two]\nask = Is it?\nanswer = true\n";
	struct diag d;

	diag_init(&d, "p.ini");
	const struct pack *p = pack_read(bytes, sizeof bytes - 1, "p.ini", &d);
	diag_finish(&d);
	assert_non_null(p);
	return p;
}

static bool write_month(const struct numbers *n, const char *into)
{
	struct tables t;
	bool good = numbers_make(n, 202311, &t, why, sizeof why) &&
		    tables_write(&t, into, why, sizeof why);

	for (int i = 0; good && i < NUMBERS_FILES; i++)
		snprintf(names[i], NUMBERS_NAME, "%s", t.file[i].name);
	tables_finish(&t);
	return good;
}

static void a_month_is_told_in_two_tables(void **state)
{
	const struct pack *p = read_pack();
	struct numbers n = {.store = store, .packs = &p, .npacks = 1};
	int months[3];

	(void)state;
	play(p, "climb", 2, -1);
	play(p, "climb", 0, -1);
	play(p, "climb", 1, 1);
	play(p, "climb", 0, 0);
	assert_true(store_name(store, 1, 0, "Mina"));
	assert_int_equal(numbers_months(store, 0, months, 3), 1);
	assert_int_equal(months[0], 202311);
	assert_int_equal(numbers_months(store, 202312, months, 3), 0);
	assert_true(write_month(&n, reports));
	assert_string_equal(names[0], "stairwell-2023-11-plays.csv");
	assert_string_equal(
		read_file(names[0]),
		"\xEF\xBB\xBF"
		"day,hour,language,packs,mode,plays,finished,left,left_at_1,left_at_2,left_at_3,"
		"left_at_4,left_at_5,left_at_6,left_at_7,left_at_8,left_at_9,left_at_10,left_at_11,"
		"left_at_12,left_later\r\n"
		"2023-11-15,13,,\"Größe, \"\"quoted\"\"\",climb,4,2,2,1,1,0,0,0,0,0,0,0,0,0,0,0"
		"\r\n");
	assert_string_equal(names[1], "stairwell-2023-11-questions.csv");
	assert_string_equal(
		read_file(names[1]),
		"\xEF\xBB\xBF"
		"pack,question,text,asked,right,right_percent,late,commonest_wrong,times,"
		"times_percent\r\n"
		"\"Größe, \"\"quoted\"\"\",one,What is it? And where?,3,2,67,0,'=1+2,1,33\r\n"
		"\"Größe, \"\"quoted\"\"\",two,Is it?,2,1,50,0,false,1,50\r\n");
	n.npacks = 0; /* it is not here any more */
	assert_true(write_month(&n, reports));
	assert_non_null(strstr(read_file(names[1]), "\r\np,one,,3,2,67,0,"));
	pack_drop(p);
}

static void where_nothing_can_be_written_the_earlier_table_stays(void **state)
{
	struct numbers n = {.store = store};
	char path[300];

	(void)state;
	assert_true(write_month(&n, reports));
	snprintf(path, sizeof path, "%s/stairwell-2023-11-plays.csv", reports);
	assert_int_equal(access(path, F_OK), 0);
	assert_false(write_month(&n, path)); /* no folder */
	assert_string_equal(why, "Not a directory");
	store_close(store);
	snprintf(path, sizeof path, "%s/x/y", file);
	n.store = store = store_open(path, NULL);
	assert_false(write_month(&n, reports));
	assert_string_equal(why, store_error(store));
	assert_non_null(strstr(read_file("stairwell-2023-11-plays.csv"), "left_later"));
}

static int set_up(void **state)
{
	make_folder(state);
	store = store_open(file, NULL);
	snprintf(reports, sizeof reports, "%s/a/reports", folder);
	return store ? 0 : -1;
}

static int tear_down(void **state)
{
	store_close(store);
	return drop_folder(state);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_month_is_told_in_two_tables),
		TEST(where_nothing_can_be_written_the_earlier_table_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
