/* The sheet to print: what stands on it, and that its key is right. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <libxml/HTMLparser.h>

#include "convert.h"
#include "print.h"

static struct diag diag;
static char *sheet;

static void print_pack(const char *ini, const char *path)
{
	struct pack *p;
	size_t n;
	FILE *out;

	free(sheet);
	out = open_memstream(&sheet, &n);
	diag_finish(&diag);
	diag_init(&diag, path);
	p = pack_read(ini, strlen(ini), path, &diag);
	assert_non_null(p);
	export_find("print")->write(out, p, &diag);
	fclose(out);
	pack_drop(p);
}

static int clean_up(void **state)
{
	(void)state;
	free(sheet);
	sheet = NULL;
	diag_finish(&diag);
	return 0;
}

static int nerrors;

/* Tags of HTML 5 are new to libxml2, and it cannot know. */
static void on_error(void *ctx, xmlErrorPtr e)
{
	(void)ctx;
	nerrors += e->code != XML_HTML_UNKNOWN_TAG;
}

static void demand_good_html(void)
{
	htmlDocPtr doc;

	nerrors = 0;
	xmlSetStructuredErrorFunc(NULL, on_error);
	doc = htmlReadMemory(sheet, (int)strlen(sheet), NULL, "UTF-8", HTML_PARSE_NONET);
	xmlSetStructuredErrorFunc(NULL, NULL);
	assert_non_null(doc);
	xmlFreeDoc(doc);
	assert_int_equal(nerrors, 0);
}

static const char plain[] =
	"title = Capitals & <more>\nauthor = Ada\nlicence = CC0\nlanguage = en\n"
	"[defaults]\nsource = An atlas\n"
	"[topic Europe]\n"
	"[question]\nask = Which is <b>?\nright = Oslo \"x\"\nwrong = Rome\nwrong = Bern\n"
	"because = In the Alps.\nwhy = It lies north.\n"
	"[question]\nask = Oslo is in Norway.\nanswer = true\n"
	"[question]\nask = Which are even?\nright = 2\nright = 4\nwrong = 3\nwrong = None of the "
	"above\n";

static void everything_is_on_the_sheet_and_escaped(void **state)
{
	(void)state;
	print_pack(plain, "plain.ini");
	demand_good_html();
	assert_non_null(strstr(sheet, "<title>Capitals &amp; &lt;more&gt;</title>"));
	assert_non_null(strstr(sheet, "Ada · CC0"));
	assert_non_null(strstr(sheet, "Which is &lt;b&gt;?"));
	assert_non_null(strstr(sheet, "Oslo &quot;x&quot;"));
	assert_non_null(strstr(sheet, "Tick all that are right."));
	assert_non_null(strstr(sheet, "It lies north."));
	assert_non_null(strstr(sheet, "In the Alps."));
	assert_null(strstr(sheet, "http"));
	assert_null(strstr(sheet, "<script"));
}

static void a_source_of_all_questions_is_said_once(void **state)
{
	const char *first;

	(void)state;
	print_pack(plain, "plain.ini");
	first = strstr(sheet, "An atlas");
	assert_non_null(first);
	assert_null(strstr(first + 1, "An atlas"));
}

/* The letter in the key is that of the box. */
static void the_key_names_what_stands_on_the_sheet(void **state)
{
	char ini[4096] = "title = T\n", box[80], answer[80];
	int firsts = 0;

	(void)state;
	for (int i = 0; i < 20; i++)
		sprintf(ini + strlen(ini),
			"[question]\nask = Which is %d?\nright = yes%d\nwrong = a%d\nwrong = b%d\n",
			i, i, i, i);
	print_pack(ini, "many.ini");
	for (int i = 0; i < 20; i++) {
		int found = 0;
		for (char letter = 'A'; letter <= 'C'; letter++) {
			snprintf(box, sizeof box,
				 "%c</span><div><span class=\"text\" dir=\"auto\">yes%d<", letter,
				 i);
			snprintf(answer, sizeof answer,
				 "answer\"><b>%c</b> – <span class=\"text\" dir=\"auto\">yes%d<",
				 letter, i);
			found += strstr(sheet, box) && strstr(sheet, answer);
			firsts += letter == 'A' && strstr(sheet, box);
		}
		assert_int_equal(found, 1);
	}
	assert_in_range(firsts, 2, 12);
}

static void what_stays_last_in_a_game_does_so_on_paper(void **state)
{
	(void)state;
	print_pack(
		"title = T\n[question]\nask = A?\nright = All of the above\nwrong = b\nwrong = c\n"
		"[question]\nask = B?\nright = 1\nwrong = 2\nwrong = 3\nshuffle = no\n",
		"last.ini");
	assert_non_null(strstr(sheet, "answer\"><b>C</b> – <span class=\"text\" dir=\"auto\">All"));
	assert_non_null(strstr(sheet, "answer\"><b>A</b> – <span class=\"text\" dir=\"auto\">1<"));
}

static void pictures_are_within_the_file_and_a_lost_one_leaves_its_words(void **state)
{
	(void)state;
	print_pack("title = T\n[question]\nask = A?\nimage = bar.png\nalt = A \"card\"\n"
		   "right = a\nwrong = b\n",
		   TESTS "/pictures/x.ini");
	demand_good_html();
	assert_non_null(strstr(sheet, "<img src=\"data:image/png;base64,iVBORw0KGgo"));
	assert_non_null(strstr(sheet, "alt=\"A &quot;card&quot;\""));
}

static void a_sheet_in_hebrew_reads_from_the_right(void **state)
{
	(void)state;
	print_pack("title = T\nlanguage = he\n[question]\nask = A?\nanswer = false\n", "he.ini");
	assert_non_null(strstr(sheet, "<html lang=\"he\" dir=\"rtl\">"));
	assert_non_null(strstr(sheet, "לא נכון"));
}

static void what_the_paper_has_no_place_for_is_told(void **state)
{
	(void)state;
	print_pack(
		"title = T\n[question one]\nask = A?\nright = a\nwrong = b\nhint = h\ntime = 20\n",
		"lost.ini");
	for (int i = 0; i < diag.n; i++)
		assert_true(strcmp(diag.findings[i].code, "N752") == 0 ||
			    strcmp(diag.findings[i].code, "N612") == 0);
	assert_true(diag.notes >= 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(everything_is_on_the_sheet_and_escaped, clean_up),
		cmocka_unit_test_teardown(a_source_of_all_questions_is_said_once, clean_up),
		cmocka_unit_test_teardown(the_key_names_what_stands_on_the_sheet, clean_up),
		cmocka_unit_test_teardown(what_stays_last_in_a_game_does_so_on_paper, clean_up),
		cmocka_unit_test_teardown(
			pictures_are_within_the_file_and_a_lost_one_leaves_its_words, clean_up),
		cmocka_unit_test_teardown(a_sheet_in_hebrew_reads_from_the_right, clean_up),
		cmocka_unit_test_teardown(what_the_paper_has_no_place_for_is_told, clean_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
