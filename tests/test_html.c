/* HTML as plain text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "html.h"

static struct html_lost lost;

static void is(const char *html, const char *plain)
{
	char *s;

	lost = (struct html_lost){0};
	s = html_text(html, strlen(html), &lost);
	assert_string_equal(s, plain);
	free(s);
}

static void entities_are(const char *html, const char *plain)
{
	char *s = html_entities(html, strlen(html));

	assert_string_equal(s, plain);
	free(s);
}

static void entities_become_characters(void **state)
{
	(void)state;
	entities_are("&quot;Caf&eacute;&quot; &amp; &#039;B&auml;r&#39;", "\"Café\" & 'Bär'");
	entities_are("&#x41;&#X42; &hellip; &Delta;&pi; &lbrace;&Zcaron;&rcub;", "AB … Δπ {Ž}");
	entities_are("2 &lt; 3 &gt; 1, <b>&nbsp;", "2 < 3 > 1, <b>\xc2\xa0");
	entities_are("&#146;", "’");
	is("&#8220;a&#8221; &frac13; <br>&percnt;", "“a” ⅓\n%");
}

static void what_is_no_entity_stays(void **state)
{
	(void)state;
	entities_are("AT&T R&B; Q&A &nosuch; & &# &#; &#xg; &#0; &#xd800; &#99999999999;",
		     "AT&T R&B; Q&A &nosuch; & &# &#; &#xg; &#0; &#xd800; &#99999999999;");
	is("<p>AT&T &nosuch; &amp;lt; &", "AT&T &nosuch; &lt; &");
	entities_are("", "");
	is("", "");
}

static void paragraphs_and_breaks_end_lines(void **state)
{
	(void)state;
	is("<p>One</p><p>Two</p>", "One\nTwo");
	is("<p dir=\"ltr\">One<br/>Two<br></p>\n<div>Three</div>four", "One\nTwo\nThree\nfour");
	is("a<br><br>b<br><br><br>c", "a\n\nb\n\nc");
	is("<p>&nbsp;</p><p>a&nbsp; </p>", "a");
	is("<ul><li>x</li><li>y</li></ul>", "- x\n- y");
	is("<ol><li>x<li>y</ol>z", "1. x\n2. y\nz");
	is("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc");
	assert_int_equal(lost.kinds, HTML_TABLE);
}

static void blanks_count_once_but_in_pre(void **state)
{
	(void)state;
	is("  a \n\t b  <span> c</span>  ", "a b c");
	is("a\nb  c", "a b c");
	is("<pre>\nfor i:\n    f(i)\n</pre>", "for i:\n    f(i)");
	is("<p>What?</p><pre>a  b</pre><p>c  d</p>", "What?\na  b\nc d");
}

static void small_text_is_unicodes_or_marked(void **state)
{
	(void)state;
	is("H<sub>2</sub>O, x<sup>2</sup>, 10<sup>-3</sup>, e<sup>n+1</sup>",
	   "H₂O, x², 10⁻³, eⁿ⁺¹");
	is("x<sub>max</sub>, x<sub>i,j</sub>, 2<sup>k</sup>, e<sup>2x</sup>",
	   "x_max, x_(i,j), 2^k, e^(2x)");
	is("the 1<sup>st</sup>, 2<sup>nd</sup> x <sub>1</sub>", "the 1st, 2nd x ₁");
	is("x<sup></sup><sub>y<sup>2</sup></sub>", "x_(y²)");
}

static void what_only_looks_like_a_tag_stays(void **state)
{
	(void)state;
	is("<p>if a<b and c>d</p>", "if a<b and c>d");
	is("<p>vector<int> x<y, 1 < 2 <3 <-- a</p>", "vector<int> x<y, 1 < 2 <3 <-- a");
	is("a <!-- b --> c<!DOCTYPE html> <![if x]>d<![endif]> <o:p>e</o:p>", "a c d e");
	is("<p>\\(x < y\\) $$\\frac{1}{2}$$</p>", "\\(x < y\\) $$\\frac{1}{2}$$");
	is("<p>x <b", "x <b");
	is("<b >x</b >y<p />z<i\t>w</i>", "xy\nzw");
}

static void what_is_lost_is_told(void **state)
{
	char words[200];

	(void)state;
	is("<img src=\"@@PLUGINFILE@@/a%20b.png\" alt=\"A &amp; B\"> What?", "What?");
	assert_int_equal(lost.kinds, HTML_PICTURE);
	assert_string_equal(lost.picture, "@@PLUGINFILE@@/a%20b.png");
	assert_string_equal(lost.alt, "A & B");
	is("<b>Not</b> this<script>x()</script><style>b{}</style><video>no</video>", "Not this");
	assert_string_equal(html_lost_words(lost.kinds, words, sizeof words),
			    "sound, film or a field, bold, italics or colour, a script");
	is("<p>plain</p>", "plain");
	assert_int_equal(lost.kinds, 0);
}

static void links_keep_their_address(void **state)
{
	(void)state;
	is("see <a href=\"https://example.org/x\">this page</a>.",
	   "see this page (https://example.org/x).");
	is("see <a href=\"https://example.org/\">example.org</a>.", "see example.org.");
	assert_int_equal(lost.kinds, 0);
	is("see <a href=\"../x\">this</a>.", "see this.");
	assert_int_equal(lost.kinds, HTML_LINK);
}

static void hostile_text_is_borne(void **state)
{
	static const char *const pieces[] = {"<b>",    "<a x=\"", "<a x='", "<!--", "<",
					     "</b>",   "<ol>",    "<sub>",  "&",    "<pre>\n",
					     "<a b c", "<svg>",   "&#",     "<?x",  "</svg>",
					     "<p>",    "<table>", "\xff",   "<a =", "<script>"};
	enum { PIECES = sizeof pieces / sizeof *pieces, BYTES = 200000 };
	char *many = malloc(BYTES + 1);

	(void)state;
	for (int i = 0; i < PIECES; i++) {
		size_t n = 0, step = strlen(pieces[i]), other = strlen(pieces[(i + 3) % PIECES]);
		while (n + step + other < BYTES) {
			memcpy(many + n, pieces[i], step);
			n += step;
			if (i % 2) {
				memcpy(many + n, pieces[(i + 3) % PIECES], other);
				n += other;
			}
		}
		lost = (struct html_lost){0};
		free(html_text(many, n, &lost));
		free(html_entities(many, n));
	}
	free(many);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(entities_become_characters),
		cmocka_unit_test(what_is_no_entity_stays),
		cmocka_unit_test(paragraphs_and_breaks_end_lines),
		cmocka_unit_test(blanks_count_once_but_in_pre),
		cmocka_unit_test(small_text_is_unicodes_or_marked),
		cmocka_unit_test(what_only_looks_like_a_tag_stays),
		cmocka_unit_test(what_is_lost_is_told),
		cmocka_unit_test(links_keep_their_address),
		cmocka_unit_test(hostile_text_is_borne),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
