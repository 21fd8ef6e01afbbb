/* Rules about one question: where each speaks, what it leaves alone, and the words they go by. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "language.h"
#include "lint.h"
#include "rng.h"
#include "words.h"

static struct library packs;

static void forget(void)
{
	library_finish(&packs);
	library_init(&packs);
	packs.keeps_texts = true;
}

static int clean_up(void **state)
{
	(void)state;
	library_finish(&packs);
	return 0;
}

static const struct entry *lint_bytes(const char *bytes, size_t n)
{
	char path[] = "/tmp/lintXXXXXX.ini";
	int fd = mkstemps(path, 4);

	assert_int_equal(write(fd, bytes, n), (ssize_t)n);
	close(fd);
	forget();
	assert_non_null(library_add(&packs, path));
	unlink(path);
	lint_library(&packs);
	return &packs.entries[0];
}

static const struct entry *lint_text(const char *text)
{
	const struct entry *e = lint_bytes(text, strlen(text));

	assert_int_equal(e->diag.errors, 0);
	return e;
}

/* What is said of one question: "LINE CODE", with commas between. Its `ask` stands in line 1, one
 * word of each line of `question` stands for a key: A ask, R right, W wrong. */
static const char *said_in(const char *language, const char *question)
{
	static char said[400];
	char text[4000];
	size_t n = 0;
	const struct entry *e;
	int first;

	n += (size_t)snprintf(text, sizeof text, "title = Test\n");
	if (language)
		n += (size_t)snprintf(text + n, sizeof text - n, "language = %s\n", language);
	n += (size_t)snprintf(text + n, sizeof text - n, "[question]\n");
	first = language ? 4 : 3;
	for (const char *line = question; *line;
	     line += strcspn(line, "\n"), line += *line == '\n') {
		const char *key = line[1] != ' '   ? ""
				  : line[0] == 'A' ? "ask ="
				  : line[0] == 'R' ? "right ="
				  : line[0] == 'W' ? "wrong ="
						   : "";
		int skip = *key ? 1 : 0;
		n += (size_t)snprintf(text + n, sizeof text - n, "%s%.*s\n", key,
				      (int)strcspn(line, "\n") - skip, line + skip);
	}
	e = lint_text(text);
	said[0] = '\0';
	for (int i = 0; i < e->diag.n; i++) {
		const struct finding *f = &e->diag.findings[i];
		size_t at = strlen(said);
		assert_int_equal(f->at.column, 1);
		assert_non_null(f->help);
		snprintf(said + at, sizeof said - at, "%s%d %s", at ? ", " : "",
			 f->at.line - first + 1, f->code);
	}
	return said;
}

static void check_in(const char *language, const char *question, const char *expected)
{
	const char *said = said_in(language, question);

	if (strcmp(said, expected) != 0)
		fail_msg("in %s, of\n%s\nis said: %s\nand not: %s", language, question, said,
			 expected);
}

static void check(const char *question, const char *expected)
{
	check_in("en", question, expected);
}

/* A finding on a line, in a language that has lists; silence where it is to be left alone. */
static void check_rule(const char *question, const char *expected, bool by_language)
{
	char ignoring[4000];
	const char *code = strchr(expected, ' ') + 1;

	check(question, expected);
	check_in("en-GB", question, expected);
	check_in("eo", question, by_language ? "" : expected);
	snprintf(ignoring, sizeof ignoring, "%s\nlint-ignore = N724, %s", question, code);
	check(ignoring, "");
}

static void the_longest_choice_is_told_where_it_is_right(void **state)
{
	(void)state;
	check_rule("A What does a leaf make?\nW Salt\n"
		   "R Sugar, out of water and a gas of the air\nW Iron rust",
		   "3 W601", false);
	check("A What does a leaf make?\nR Salt\nW Sugar, out of water and a gas of the air\nW "
	      "Rust",
	      "");
	check("A Who?\nR She who came in late\nW He who went\nW They", ""); /* not by so much */
	check("A Where is it?\nR Gabriel García Márquez Museum\nW Bogotá\nW Cali", "");
	check("A Who came?\nR The man who lives in the old house on the hill by the sea\n"
	      "W The man who lives in the new house by the river\nW The man with the dog",
	      "");
	check("A Which two?\nR The man who lives in the old house\nR He\nW She\nW It", "");
}

static void the_longest_choice_of_a_translation_is_told(void **state)
{
	static const char text[] = "A Who built it?\nR They\nright.de = %s\nW She\nwrong.de = Sie\n"
				   "W We\nlint-ignore = %s";
	char question[300];

	(void)state;
	snprintf(question, sizeof question, text, "Die, die schon vorher dort gewohnt haben",
		 "N724");
	check(question, "2 W601");
	assert_non_null(strstr(packs.entries[0].diag.findings[0].message, "(de)"));
	snprintf(question, sizeof question, text, "Die, die schon vorher dort gewohnt haben",
		 "W601");
	check(question, "");
	snprintf(question, sizeof question, text, "Die von dort", "N724");
	check(question, "");
}

static void questions_that_are_not_translated_are_noted_once(void **state)
{
	static const char ask[] = "[question]\nask = Where is town %d?\n%sright = Here\nwrong = "
				  "There\nwrong = Elsewhere\n";
	static const struct {
		int translated, all;
		bool said;
	} packs_of[] = {{2, 4, true}, {5, 6, true}, {1, 2, false}, {2, 5, false}, {4, 4, false}};

	(void)state;
	for (size_t i = 0; i < sizeof packs_of / sizeof *packs_of; i++) {
		char text[2000] = "title = Test\nlanguage = en\n";
		const struct entry *e;
		for (int k = 0; k < packs_of[i].all; k++) {
			size_t n = strlen(text);
			snprintf(text + n, sizeof text - n, ask, k,
				 k < packs_of[i].translated ? "ask.de = Wo ist sie?\n" : "");
		}
		e = lint_text(text);
		assert_int_equal(e->diag.n, packs_of[i].said);
		if (packs_of[i].said) {
			assert_string_equal(e->diag.findings[0].code, "N636");
			assert_int_equal(e->diag.findings[0].second.line,
					 e->pack->questions[packs_of[i].translated].ask_line);
		}
	}
}

static void all_and_none_of_the_above_are_told(void **state)
{
	(void)state;
	check_rule("A What do cows eat?\nW Grass\nW Hay\nR All of the above", "4 N602", true);
	check_rule("A What do cows eat?\nR Grass\nW Stones\nW NONE OF THESE.", "4 N603", true);
	check("A Which song?\nR All of Me\nW None but the Lonely Heart\nW All these Things", "");
	check_in("de", "A Was essen Kühe?\nW Gras\nW Heu\nR Alle oben genannten", "4 N602");
	check_in("fr", "A Que mangent les vaches ?\nR Herbe\nW Cailloux\nW Aucune de ces réponses",
		 "4 N603");
	check_in("es", "A ¿Qué comen?\nW Hierba\nW Heno\nR Todas las anteriores", "4 N602");
	check_in("it", "A Che cosa mangiano?\nW Erba\nW Fieno\nR Tutte le precedenti", "4 N602");
	check_in("nl", "A Wat eten ze?\nR Gras\nW Steen\nW Geen van bovenstaande", "4 N603");
	check_in("pt", "A O que comem?\nW Erva\nW Feno\nR Todas as anteriores", "4 N602");
}

static void a_negation_is_told_unless_it_is_stressed(void **state)
{
	static const char choices[] = "R Trout\nW Whale\nW Bat";
	static const char *const fine[] = {
		"Which of these is NOT a mammal?",
		"Which of these is *not* a mammal?",
		"Why does a magnet not hold copper?",
		"How do cats not fall?",
		"Which king, who did not rule, built it?",
		"The king did not want it. Who built it?",
		"Who wrote “Do not go gentle”?",
		"Who wrote \"you shall not pass\"?",
		"Who painted Judith Not Alone?",
		"Who wrote the poem 'Do not go' for his father?",
		"Which of these is not only a fish?",
		"Which of these animals can swim or not?",
		"Which animal is it that does not sleep?",
	};
	char question[300];

	(void)state;
	check_rule("A Which of these is not a mammal?\nR Trout\nW Whale\nW Bat", "1 N604", true);
	check("A Of these, which one isn't a mammal?\nR Trout\nW Whale\nW Bat", "1 N604");
	check("A All of these are mammals except:\nR Trout\nW Whale\nW Bat", "1 N604");
	check("A The trout is not a mammal.\nanswer = true", "1 N604");
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
		snprintf(question, sizeof question, "A %s\n%s", fine[i], choices);
		check(question, "");
	}
	check_in("de", "A Welches Tier ist kein Fisch?\nR Wal\nW Hai\nW Aal", "1 N604");
	check_in("de", "A Welches Tier ist KEIN Fisch?\nR Wal\nW Hai\nW Aal", "");
	check_in("fr", "A Quel animal n'est pas un poisson ?\nR Orque\nW Thon\nW Raie", "1 N604");
	check_in("es", "A ¿Qué animal no es un pez?\nR Orca\nW Atún\nW Raya", "1 N604");
	check_in("it", "A Quale animale non è un pesce?\nR Orca\nW Tonno\nW Razza", "1 N604");
	check_in("nl", "A Welk dier is geen vis?\nR Orka\nW Haai\nW Rog", "1 N604");
	check_in("pt", "A Qual animal não é um peixe?\nR Orca\nW Atum\nW Raia", "1 N604");
	check_in("de", "A Was tut man da?\nR Not\nW Hai\nW Aal", "");
}

static void a_word_that_the_right_choice_alone_repeats_is_told(void **state)
{
	(void)state;
	check_rule("A Which river drains the Yukon basin?\nW The Nile\nR The Yukon\nW The Don",
		   "3 W605", true);
	check("A What do pumping stations have?\nR Pumps\nW Bells\nW Sails", "2 W605");
	check("A Which river is it?\nR The Red River\nW The Pearl River\nW The Don", ""); /* both */
	check("A Which town is in Kent?\nR Dover\nW Kent Town\nW Hull", "");
	check("A Which of them was it after that?\nR After that\nW Before\nW Never", "");
	check("A Which carpet is it?\nR A carp\nW A pike\nW An eel", ""); /* another word */
	check_in("de", "A Wozu dienen Pumpen?\nR Zum Pumpen von Wasser\nW Zum Tanz\nW Zum Bau",
		 "2 W605");
	check_in("fr", "A Où sont les pompes ?\nR À la pompe\nW À la mer\nW Au bois", "2 W605");
}

static void an_answer_in_its_own_hint_is_told(void **state)
{
	(void)state;
	check_rule("A Which town is it?\nR Arequipa\nW Lima\nW Cusco\nhint = It is Arequipa.",
		   "5 W619", false);
	check("A Which sea?\nhint = Not the Black Sea, but the North Sea.\nR The Black Sea\nW The "
	      "North Sea\nW The Baltic",
	      "");
	check("A Which sea?\nhint = Think of the black sea on old maps.\nR Black Sea\nW North Sea\n"
	      "W Red Sea",
	      "2 W619");
	check("A Which town?\nalt = Arequipa's square.\nR Arequipa\nW Lima\nW Cusco", "2 W410");
	check("A How many?\nR 4\nW 5\nW 6\nhint = More than 3, and 4 is no bad guess.", "");
	check("A When was it?\nR 1492\nW 1592\nW 1692\nhint = Think of 1492.", "5 W619");
	check("A Is it Lima?\nR Lima\nW Quito\nW Cusco\nhint = Lima lies by the sea.", "2 W605");
	check("A Which town?\nR Lima\nR Cusco\nW Quito\nhint = Lima is one.", "");
	check("A Lima lies by the sea.\nanswer = true\nhint = It is true.", "");
	check_in("eo", "A 1?\nR 利马\nW 库斯科\nW 基多\nhint = 首都是利马。", "5 W619");
}

static void letters_and_numbers_of_a_list_are_told(void **state)
{
	(void)state;
	check_rule("A Which town is it?\nR a) Lima\nW b) Cusco\nW c) Piura", "2 W620", false);
	check("A Which town is it?\nW B. Cusco\nR A. Lima\nW Piura\nW D. Ica", "2 W620");
	assert_string_equal(packs.entries[0].diag.findings[0].help,
			    "leave it out of each choice; here, type: wrong = Cusco");
	check("A Which town is it?\nR (2) Lima\nW (1) Cusco\nW (3) Piura", "2 W620");
	check("A Who was it?\nR A. Lincoln\nW B. Franklin\nW T. Jefferson\nW G. Washington", "");
	check("A Which one?\nR 1. Liga\nW 2. Liga\nW 3. Liga", "");
	check("A Which day?\nR Lima\nW 3. May\nW On 1. June", "");
	check("A What is it?\nR A bee\nW B movie\nW C major", "");
	check("A 1. Which town is it?\nR Lima\nW Cusco\nW Piura", "1 W620");
	check("A 1. Which town is it?\nR Lima\nW Cusco\nW Piura\n[question]\nask = Which lake is "
	      "it?\nR Titicaca\nW Garda\nW Como",
	      "");
	check("A 1.5 times 2 is what?\nR Three\nW Four\nW Five", "");
}

static void a_tick_behind_a_choice_is_told(void **state)
{
	(void)state;
	check_rule("A Which town is it?\nR Lima\nW Cusco (wrong)\nW Piura", "3 W620", false);
	check("A Which town is it?\nR Lima  // correct\nW Cusco\nW Piura", "2 W620");
	assert_string_equal(packs.entries[0].diag.findings[0].help, "type: right = Lima");
	check("A Which town is it?\nR Lima ✓\nW Cusco\nW Piura [falsch!]", "2 W620, 4 W620");
	check("A What is to be done?\nW Turn (right)\nR Turn (left)\nW Go on", "");
	check("A Which divides?\nR a // b\nW a % b\nW a - b", "");
	check("A Which is it?\nR (right)\nW (wrong)\nW )", "");
}

static void an_article_that_fits_some_choices_is_told(void **state)
{
	(void)state;
	check_rule("A The largest bird that lives is an\nW heron\nR ostrich\nW emu", "1 W606",
		   true);
	check("A It is measured with a ____ every day.\nR clock\nW hourglass\nW sundial", "1 W606");
	check("A The time is told by a\nR hourglass\nW clock\nW sundial", "1 W606");
	check("A It is kept in a(n)\nR urn\nW box\nW sack", "");
	check("A It is kept in a/an:\nR urn\nW box\nW sack", "");
	check("A It is kept in a\nR unicorn\nW box\nW European\nW one-way street", "");
	check("A It is what is called an\nR FBI agent\nW 8-track\nW umbrella\nW heir", "");
	check("A Which of these is vitamin A?\nR retinol\nW aspirin\nW carotene", "");
	check_in("de", "A Wer kam a\nR Anna\nW Berta\nW Otto", "");
}

static void an_odd_form_of_the_right_choice_is_told(void **state)
{
	(void)state;
	check_rule("A What colour has it?\nW Green\nW Red\nR blue", "4 W607", false);
	check("A What colour has it?\nR Blue\nW green\nW red", "2 W607");
	check("A What does it do?\nR It shines.\nW It sings\nW It jumps", "2 W607");
	check("A What does it do?\nR It shines\nW It sings.\nW It jumps.", "2 W607");
	check("A What colour has it?\nR blue\nW green\nW Red", "");
	check("A What colour has it?\nR Blue\nW green\nW Red", "");
	check("A Which one plays?\nR iPod\nW Zune\nW Walkman", "");
	check("A What carries it?\nR DNA\nW salt\nW fat", "");
	check("A Which firm?\nR Apple Inc.\nW Sony\nW Nokia", "");
	check("A Which year?\nR 1914\nW Green\nW Red", "2 W611");
}

static void a_choice_that_names_places_is_told_where_they_move(void **state)
{
	(void)state;
	check_rule("A Which are odd?\nW Thirteen\nW Fifteen\nR Both A and B", "4 W608", true);
	check("A Which are odd?\nR A & B\nW Thirteen\nW Fifteen", "2 W608");
	check("A Which are odd?\nR 1 and 2\nW Thirteen\nW Fifteen", "2 W608");
	check("A Which fly?\nR The first two\nW A swift\nW A tern", "2 W608");
	check("A Which fly?\nR Only A\nW A swift\nW A tern", "2 W608");
	check("A Which are odd?\nshuffle = no\nW Thirteen\nW Fifteen\nR Both A and B", "");
	check("A Which are odd?\nshuffle = keep-last\nW Thirteen\nW Fifteen\nR Both A and B", "");
	check("A Which roots?\nR 1 and 3\nW 2 and 4\nW 5 and 6", "");
	check("A Which son?\nR The first\nW The second\nW The last", "");
	check("A Which groups?\nR A and B\nW A\nW B", "");
	check("A What is it?\nR A bee\nW A wasp\nW A fly", "");
	check_in("de", "A Was fliegt?\nR A und B\nW Mauersegler\nW Möwe", "2 W608");
	check_in("fr",
		 "A Qui vole ?\nR Les deux premières réponses\nW La mouette rieuse\nW La grue",
		 "2 W608");
}

static void ranges_that_overlap_the_right_one_are_told(void **state)
{
	(void)state;
	check_rule("A How many?\nR 10-20\nW 15–30\nW 40-50", "3 W609", true);
	check("A How many?\nR 10 to 20\nW more than 15\nW under 5", "3 W609");
	check("A How many?\nR 7\nW at least 5\nW at most 3", "3 W609");
	check("A How many?\nR 1,500\nW over 1000\nW under 10", "3 W609");
	check("A How many?\nR 10-20\nW 20-30\nW 30 or more", "");
	check("A How many?\nR 5\nW more than 5\nW under 5", "");
	check("A When was it?\nR 1914-1918\nW 1914-1945\nW 1910-1916", "");
	check("A How did it end?\nR 3-2\nW 1-4\nW 2-3", "");
	check("A When is it?\nR 10:30-11:30\nW 10:00-11:00\nW 9:00-12:00", "");
	check("A How much?\nR 5-10 km\nW 6-9 miles\nW 1-2 feet", "");
	check_in("de", "A Wie viele?\nR 10 bis 20\nW mehr als 15\nW unter 5", "3 W609");
	check_in("fr", "A Combien ?\nR 7\nW au moins 5\nW moins de 3", "3 W609");
	check_in("fr", "A Combien ?\nR 7\nW moins de 5\nW plus de 9", "");
	check_in("es", "A ¿Cuántos?\nR 7\nW al menos 5\nW menos de 3", "3 W609");
}

static void twins_are_told(void **state)
{
	(void)state;
	check_rule("A Who is it?\nR Leonardo da Vinci\nW Leonardo Da-Vinci\nW Raphael", "3 W610",
		   false);
	check("A Which river?\nR Mississippi\nW Misissippi\nW Missouri", "3 W610");
	check("A How is it spelt?\nR Mississippi\nW Misissippi\nW Mississipi", "");
	check("A Which town?\nR paris\nW PARIS\nW Paris.", "4 W610");
	check("A Which is written well?\nR Paris\nW PARIS\nW paris", "");
	check("A Which language?\nR C++\nW C#\nW C", "");
	check("A What is it?\nR 3.5\nW 35\nW 53", "");
	check("A Which one?\nR it's\nW its\nW their", "");
	check("A Which country?\nR Austria\nW Australia\nW Slovenia\nW Slovakia", "");
	check_in("it", "A Che cosa?\nR cappello\nW capello\nW stivale", "");
}

static void an_odd_one_out_is_told(void **state)
{
	(void)state;
	check_rule("A Where was it?\nR Paris\nW London\nW 1914", "4 W611", true);
	check("A How many?\nR 12\nW 15\nW Plenty", "4 W611");
	check("A How far?\nR 30\nW 10 km\nW 20 km", "2 W611");
	check("A How far?\nR 10\nW 20\nW 30 km", "4 W611");
	check("A How many?\nR Twelve\nW 15\nW 20", "");
	check("A How long?\nR A week\nW 10 days\nW 20 days", "");
	check("A When?\nR 1066\nW 44 BC\nW 800", "");
	check("A Which novel?\nR 1984\nW Brave New World\nW Ulysses", "");
	check("A Who sings?\nR 50 Cent\nW Eminem\nW Drake", "");
	check("A How many?\nR 5\nW 10\nW 20 or more", "");
	check("A How many?\nR 5\nW 10\nW None", "");
	check("A How many?\nR 5\nW 10\nW Infinitely many", "");
}

static void a_question_too_long_for_its_time_is_told(void **state)
{
	static const char asks[] =
		"A A farmer has seventeen sheep, and all but nine of them run away on a windy "
		"afternoon in spring. How many has the farmer left?\nR Nine\nW Eight\nW Seven";
	char question[400];
	const struct finding *f;

	(void)state;
	snprintf(question, sizeof question, "%s\ntime = 6", asks);
	check_rule(question, "1 W613", false);
	check(question, "1 W613");
	f = &packs.entries[0].diag.findings[0];
	assert_non_null(strstr(f->message, "8 seconds, and it has 6"));
	assert_string_equal(f->help, "type: time = 19"); /* what it has without one */
	snprintf(question, sizeof question, "%s\ntime = 8", asks);
	check(question, "");
	snprintf(question, sizeof question, "%s\ntime = 0", asks);
	check(question, "");
	check(asks, "");
}

static void a_question_about_nothing_is_told(void **state)
{
	(void)state;
	check_rule(
		"A Which of these statements is true?\nR Lead sinks\nW Iron floats\nW Gold rusts",
		"1 W614", true);
	check("A Australia:\nR Canberra\nW Sydney\nW Perth\n[question]\nask = Where is it from?\n"
	      "R Here\nW There\nW Elsewhere\n[question]\nask = What is it for?\nR Rain\nW Wind\nW "
	      "Snow\n"
	      "[question]\nask = What is it made of?\nR Wool\nW Felt\nW Silk\n[question]\n"
	      "ask = Who made it so?\nR Ada\nW Ben\nW Carl",
	      "1 W614");
	check("A Which of these statements about lead is true?\nR It sinks\nW It floats\nW It "
	      "rusts",
	      "");
	check("A Who was she?\nR Ada\nW Eve\nW Ida", "");
	check("A 2 + 2 =\nR 4\nW 5\nW 6", "");
	check("A dog\nR Hund\nW Katze\nW Kuh", ""); /* all of them are so: words to learn */
	check("A True or false?\nanswer = true", "");
	check_in("de", "A Welche Aussage ist richtig?\nR Blei sinkt\nW Gold rostet\nW Eis glüht",
		 "1 W614");
	check_in("fr", "A Laquelle est vraie ?\nR Plomb\nW Or\nW Fer", "1 W614");
}

static const struct entry *lint_many(int whys, int sources, const char *tail)
{
	static char text[9000];
	size_t n = (size_t)snprintf(text, sizeof text, "title = Test\nlanguage = en\n");

	for (int i = 0; i < 10; i++)
		n += (size_t)snprintf(
			text + n, sizeof text - n,
			"[question]\nask = Where is town %d?\n%s = North\n%s = South\n%s = "
			"East\n%s%s",
			i, i % 3 == 0 ? "right" : "wrong", i % 3 == 1 ? "right" : "wrong",
			i % 3 == 2 ? "right" : "wrong", i < whys ? "why = So it is.\n" : "",
			i < sources ? "source = An atlas\n" : "");
	snprintf(text + n, sizeof text - n, "%s", tail);
	return lint_text(text);
}

static void what_no_question_has_is_told_once(void **state)
{
	const struct entry *e;

	(void)state;
	e = lint_many(0, 10, "");
	assert_int_equal(e->diag.n, 1);
	assert_string_equal(e->diag.findings[0].code, "N617");
	assert_int_equal(e->diag.findings[0].at.line, 0);
	e = lint_many(3, 0, "");
	assert_int_equal(e->diag.n, 2);
	assert_non_null(strstr(e->diag.findings[0].message, "7 of the 10"));
	assert_string_equal(e->diag.findings[1].code, "N618");
	e = lint_many(9, 9, "");
	assert_int_equal(e->diag.n, 2);
	assert_int_equal(e->diag.findings[0].at.line, e->pack->questions[9].ask_line);
	e = lint_many(9, 9, "lint-ignore = N617\n");
	assert_int_equal(e->diag.n, 1); /* source is not left alone */
	e = lint_many(10, 10, "");
	assert_int_equal(e->diag.n, 0);
}

/* The packs good_*.ini of tests/packs that are made of questions as a careful writer has them. */
static void of_good_questions_hardly_anything_is_said(void **state)
{
	static const char *const good[] = {"good_trivia.ini", "good_lessons.ini", "good_wissen.ini",
					   "good_savoir.ini", "good_saber.ini"};
	int questions = 0, counts[1000] = {0};

	(void)state;
	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		char path[400];
		snprintf(path, sizeof path, "%s/packs/%s", TESTS, good[i]);
		forget();
		assert_non_null(library_add(&packs, path));
		lint_library(&packs);
		assert_int_equal(packs.entries[0].diag.errors, 0);
		questions += packs.entries[0].pack->nquestions;
		for (int k = 0; k < packs.entries[0].diag.n; k++)
			counts[atoi(packs.entries[0].diag.findings[k].code + 1)]++;
	}
	assert_true(questions >= 300);
	for (int i = 601; i < 619; i++)
		if (counts[i] * 40 > questions)
			fail_msg("%d is said of %d in %d good questions", i, counts[i], questions);
}

/* Packs of all rules, with bytes put in, taken out and put elsewhere. */
static void no_bytes_break_a_rule(void **state)
{
	static const char odd[] =
		"\n\n\t .,;:-/_?!\"'<>+%=AaBnot0123456789\xc3\xa9\xe2\x80\x99\xf0\x80";
	static char bytes[1 << 16];
	struct rng r;
	glob_t files;

	(void)state;
	assert_int_equal(glob(TESTS "/packs/bad_lint_*.ini", 0, NULL, &files), 0);
	assert_true(files.gl_pathc >= 15);
	rng_init(&r, 618);
	for (int i = 0; i < 600; i++) {
		FILE *f = fopen(files.gl_pathv[(size_t)i % files.gl_pathc], "r");
		size_t n;
		assert_non_null(f);
		n = fread(bytes, 1, sizeof bytes, f);
		fclose(f);
		for (uint32_t k = 1 + rng_below(&r, 60); k > 0; k--)
			bytes[40 + rng_below(&r, (uint32_t)n - 40)] =
				odd[rng_below(&r, sizeof odd - 1)];
		lint_bytes(bytes, rng_below(&r, 4) == 0 ? rng_below(&r, (uint32_t)n) : n);
	}
	globfree(&files);
}

/* ---- words and languages ---- */

static void words_are_letters_in_a_row(void **state)
{
	struct word w[8];

	(void)state;
	assert_int_equal(words_split("Don't stop: 42 men’s ÉTÉ’s", w, 8), 5);
	assert_int_equal(w[0].hash, words_hash("don't"));
	assert_true(w[0].capital && !w[0].capitals);
	assert_true(w[2].number);
	assert_int_equal(w[2].at, 12);
	assert_int_equal(w[3].hash, words_hash("men's"));
	assert_int_equal(w[4].hash, words_hash("été's"));
	assert_int_equal(words_split("ISN'T 'a' l'", w, 8), 3);
	assert_true(w[0].capitals);
	assert_int_equal(w[1].n, 1);
	assert_int_equal(w[2].n, 1);
	assert_int_equal(words_split("日本ab語", w, 8), 4);
	assert_int_equal(w[2].hash, words_hash("ab"));
	assert_int_equal(words_split("one two three", w, 2), 2);
	assert_int_equal(words_split(" ,.;’“", w, 8), 0);
	assert_int_equal(words_split("", w, 8), 0);
}

static void a_very_long_word_is_split(void **state)
{
	static char text[140001];
	static struct word w[8];

	(void)state;
	memset(text, 'a', sizeof text - 1);
	assert_int_equal(words_split(text, w, 8), 3);
	for (size_t i = 0; i < sizeof text - 1; i++)
		text[i] = i % 2 ? '\xa9' : '\xc3'; /* é */
	assert_int_equal(words_split(text, w, 8), 3);
	assert_int_equal(w[0].n % 2, 0);
}

static const char *told(const char *head, const char *ask)
{
	static char text[2000];
	const struct entry *e;
	size_t n = (size_t)snprintf(text, sizeof text, "title = Test\n%s", head);

	for (int i = 0; i < 3; i++)
		n += (size_t)snprintf(text + n, sizeof text - n,
				      "[question]\nask = %s %d\nright = a\nwrong = b\nwrong = c\n",
				      ask, i);
	e = lint_text(text);
	return language_of_pack(e->pack);
}

static void a_language_is_told_by_small_words(void **state)
{
	static const char *const asks[][2] = {
		{"en", "What is the name of the king who built this tower?"},
		{"de", "Wie heißt der König, der diesen Turm gebaut hat?"},
		{"fr", "Quel est le nom du roi qui a fait construire cette tour ?"},
		{"es", "¿Cómo se llama el rey que mandó construir esta torre en la costa?"},
		{"it", "Come si chiama il re che ha fatto costruire questa torre?"},
		{"nl", "Hoe heet de koning die deze toren heeft laten bouwen?"},
		{"pt", "Qual é o nome do rei que mandou construir esta torre?"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof asks / sizeof *asks; i++)
		assert_string_equal(told("", asks[i][1]), asks[i][0]);
	assert_null(told("", "Mikä on pääkaupunki?"));
	assert_null(told("", "Canberra?"));
	assert_string_equal(told("language = fi\n", asks[0][1]), "fi");
}

static void a_lexicon_knows_words_and_phrases(void **state)
{
	static struct lexicon l;
	struct word w[8];

	(void)state;
	lexicon_open(&l, "EN-us");
	assert_string_equal(l.language, "en");
	assert_true(lexicon_kinds(&l, words_hash("the")) & WORD_STOP);
	assert_int_equal(lexicon_kinds(&l, words_hash("tower")), 0);
	assert_int_equal(words_split("None of the above", w, 8), 4);
	assert_int_equal(lexicon_kinds(&l, words_joined(w, 4)), WORD_NONE);
	lexicon_open(&l, "english");
	assert_null(l.language);
	lexicon_open(&l, NULL);
	assert_int_equal(lexicon_kinds(&l, words_hash("the")), 0);
	for (const struct language *known = languages; known->tag; known++) {
		int used = 0;
		lexicon_open(&l, known->tag);
		for (int i = 0; i < LEXICON; i++)
			used += l.hashes[i] != 0;
		assert_true(used > 150 && used < LEXICON * 3 / 4);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_longest_choice_is_told_where_it_is_right),
		cmocka_unit_test(the_longest_choice_of_a_translation_is_told),
		cmocka_unit_test(questions_that_are_not_translated_are_noted_once),
		cmocka_unit_test(all_and_none_of_the_above_are_told),
		cmocka_unit_test(a_negation_is_told_unless_it_is_stressed),
		cmocka_unit_test(a_word_that_the_right_choice_alone_repeats_is_told),
		cmocka_unit_test(an_answer_in_its_own_hint_is_told),
		cmocka_unit_test(letters_and_numbers_of_a_list_are_told),
		cmocka_unit_test(a_tick_behind_a_choice_is_told),
		cmocka_unit_test(an_article_that_fits_some_choices_is_told),
		cmocka_unit_test(an_odd_form_of_the_right_choice_is_told),
		cmocka_unit_test(a_choice_that_names_places_is_told_where_they_move),
		cmocka_unit_test(ranges_that_overlap_the_right_one_are_told),
		cmocka_unit_test(twins_are_told),
		cmocka_unit_test(an_odd_one_out_is_told),
		cmocka_unit_test(a_question_too_long_for_its_time_is_told),
		cmocka_unit_test(a_question_about_nothing_is_told),
		cmocka_unit_test(what_no_question_has_is_told_once),
		cmocka_unit_test(of_good_questions_hardly_anything_is_said),
		cmocka_unit_test(no_bytes_break_a_rule),
		cmocka_unit_test(words_are_letters_in_a_row),
		cmocka_unit_test(a_very_long_word_is_split),
		cmocka_unit_test(a_language_is_told_by_small_words),
		cmocka_unit_test(a_lexicon_knows_words_and_phrases),
	};

	return cmocka_run_group_tests(tests, NULL, clean_up);
}
