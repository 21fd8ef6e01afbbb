/*
 * The guide for authors and the tour leave out nothing: every key of the table, in the guide with
 * its own row and in the tour as a line (or, where a tour has no use for it, in a note), and every
 * finding about quality, in the words of the table of codes.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "diag.h"
#include "library.h"
#include "lint.h"
#include "packkeys.h"

static char guide[1 << 18], tour[1 << 18];

static void read_whole(const char *path, char *to, size_t room)
{
	FILE *f = fopen(path, "rb");
	size_t n;

	assert_non_null(f);
	n = fread(to, 1, room, f);
	fclose(f);
	assert_in_range(n, 1, room - 1);
	to[n] = '\0';
}

static int set_up(void **state)
{
	(void)state;
	read_whole(SOURCE "/questions/README.md", guide, sizeof guide);
	read_whole(SOURCE "/questions/tour.ini", tour, sizeof tour);
	return 0;
}

/* The first row of a table of the guide whose first cell names the key, or NULL. */
static const char *row_of(const char *key)
{
	char name[64];

	snprintf(name, sizeof name, "`%s`", key);
	for (const char *row = strstr(guide, "\n| `"); row; row = strstr(row + 1, "\n| `")) {
		const char *cell = strstr(row, name), *end = strstr(row + 3, " |");
		if (cell && cell < end)
			return row;
	}
	return NULL;
}

static void every_key_has_its_row_in_the_guide(void **state)
{
	(void)state;
	for (int k = 0; k < KEYS; k++) {
		char star[64], kept[64];
		const char *row, *end, *cell;

		if (key_rows[k].flags & RESERVED) {
			snprintf(kept, sizeof kept, "`%s`", key_rows[k].name);
			assert_non_null(strstr(guide, kept));
			continue;
		}
		row = row_of(key_rows[k].name);
		if (!row)
			fail_msg("the guide has no row of %s", key_rows[k].name);
		end = strchr(row + 1, '\n');
		snprintf(star, sizeof star, "`%s`*", key_rows[k].name);
		cell = strstr(row, star);
		if ((cell && cell < end) != ((key_rows[k].flags & REPEATED) != 0))
			fail_msg("a star behind %s, or none", key_rows[k].name);
		cell = strstr(row, "May be a default");
		if ((cell && cell < end) != (key_rows[k].where == IN_ANY))
			fail_msg("whether %s may be a default", key_rows[k].name);
		for (int i = 0; key_rows[k].words && key_rows[k].words[i]; i++) {
			snprintf(star, sizeof star, "`%s`", key_rows[k].words[i]);
			cell = strstr(row, star);
			if (!cell || cell > end)
				fail_msg("the row of %s does not name %s", key_rows[k].name,
					 key_rows[k].words[i]);
		}
	}
}

static void every_key_has_its_line_in_the_tour(void **state)
{
	(void)state;
	for (int k = 0; k < KEYS; k++) {
		char line[64], note[64];
		const char *at;
		size_t n;

		if (key_rows[k].flags & RESERVED)
			continue;
		n = (size_t)snprintf(line, sizeof line, "\n%s", key_rows[k].name);
		for (at = strstr(tour, line); at; at = strstr(at + 1, line))
			if (at[n + strspn(at + n, " ")] == '=')
				break;
		snprintf(note, sizeof note, "\n; %s = ", key_rows[k].name);
		if (!at && !strstr(tour, note))
			fail_msg("the tour does not show %s", key_rows[k].name);
	}
}

static void every_finding_about_quality_is_told_in_the_words_of_its_code(void **state)
{
	int rows = 0, codes = 0;

	(void)state;
	for (const struct code *c = diag_codes; c->code; c++) {
		char row[256];
		if (c->code[1] != '6')
			continue;
		snprintf(row, sizeof row, "\n| %s | %s |\n", c->code, c->meaning);
		if (!strstr(guide, row))
			fail_msg("the guide has no row of %s: %s", c->code, c->meaning);
		codes++;
	}
	for (const char *at = guide; (at = strstr(at, "\n| ")); at++)
		rows += strchr("EWN", at[3]) && strspn(at + 4, "0123456789") == 3;
	assert_int_equal(rows, codes);
}

static void the_tour_has_nothing_to_be_said_of(void **state)
{
	struct library library;

	(void)state;
	library_init(&library);
	library.keeps_texts = true;
	assert_non_null(library_add(&library, SOURCE "/questions/tour.ini"));
	lint_library(&library);
	assert_non_null(library.entries[0].pack);
	assert_in_range(library.entries[0].pack->nquestions, 14, 20);
	assert_int_equal(library.entries[0].diag.n, 0);
	library_finish(&library);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_key_has_its_row_in_the_guide),
		cmocka_unit_test(every_key_has_its_line_in_the_tour),
		cmocka_unit_test(every_finding_about_quality_is_told_in_the_words_of_its_code),
		cmocka_unit_test(the_tour_has_nothing_to_be_said_of),
	};
	return cmocka_run_group_tests(tests, set_up, NULL);
}
