/* Packs: what each kind of line means, what is refused, and the reports of tests/packs/bad_*.ini.
 */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>
#include <dirent.h>

#include "diagprint.h"
#include "pack.h"
#include "packkeys.h"

static struct diag diag;
static struct pack *pack;

static struct pack *read_bytes(const char *bytes, size_t n)
{
	pack_drop(pack);
	diag_finish(&diag);
	diag_init(&diag, "test.ini");
	pack = pack_read(bytes, n, "test.ini", &diag);
	return pack;
}

static struct pack *read_text(const char *text)
{
	return read_bytes(text, strlen(text));
}

/* A pack with a title and this in it, which has nothing wrong. */
static const struct question *read_good(const char *text)
{
	char *whole = NULL;

	assert_true(asprintf(&whole, "title = T\n%s", text) > 0);
	read_text(whole);
	free(whole);
	if (diag.n > 0)
		diag_print(&diag, stderr);
	assert_int_equal(diag.n, 0);
	assert_non_null(pack);
	assert_int_equal(pack->nskipped, 0);
	return pack->questions;
}

static void expect_code(const char *code)
{
	if (diag.n != 1)
		diag_print(&diag, stderr);
	assert_int_equal(diag.n, 1);
	assert_string_equal(diag.findings[0].code, code);
}

#define ANSWERS "right = a\nwrong = b\n"

static void the_example_of_the_guide_reads_as_it_says(void **state)
{
	const struct question *q =
		read_good("[question]\nask   = What is the capital of Australia?\n"
			  "right = Canberra\nwrong = Sydney\nwrong = Melbourne\n\n"
			  "[question]\nask    = Venice is the capital of Italy.\nanswer = false\n");

	(void)state;
	assert_int_equal(pack->nquestions, 2);
	assert_string_equal(pack->title.s, "T");
	assert_string_equal(pack->id, "test");
	assert_string_equal(q[0].ask.s, "What is the capital of Australia?");
	assert_int_equal(q[0].nchoices, 3);
	assert_int_equal(q[0].nright, 1);
	assert_string_equal(q[0].choices[0].text.s, "Canberra");
	assert_true(q[0].choices[0].right);
	assert_false(q[0].choices[1].right);
	assert_int_equal(q[0].line, 2);
	assert_int_equal(q[0].show, PACK_SHOWN);
	assert_int_equal(q[0].pick, PICK_ONE);
	assert_int_equal(q[0].shuffle, SHUFFLE_YES);
	assert_int_equal(q[0].points, -1);
	assert_int_equal(q[0].time_s, -1);
	assert_true(q[1].statement);
	assert_int_equal(q[1].nchoices, 2);
	assert_false(q[1].choices[0].right);
	assert_true(q[1].choices[1].right);
	assert_int_equal(q[1].shuffle, SHUFFLE_NO);
}

static void the_nearest_default_wins(void **state)
{
	const struct question *q = read_good(
		"level = 1\ntime = 10\nsource = P\ntags = p\n[defaults]\nlevel = 2\n"
		"points = 7\nshow = 3\npick = any\nshuffle = no\n"
		"[question]\nask = 1\n" ANSWERS
		"[topic Rivers]\nlevel = hard\nsource = S\nsource = S2\ntags = t, u\n"
		"[question]\nask = 2\n" ANSWERS
		"[question]\nask = 3\nlevel = easy\ntime = 1m30\nsource = Q\n"
		"tags = q, t\nshuffle = keep-last\nshow = 2\npick = one\npoints = 0\n" ANSWERS
		"[topic Lakes]\n[question]\nask = 4\n" ANSWERS);

	(void)state;
	assert_int_equal(q[0].level, 2);
	assert_int_equal(q[0].time_s, 10);
	assert_int_equal(q[0].points, 7);
	assert_int_equal(q[0].show, 3);
	assert_int_equal(q[0].pick, PICK_ANY);
	assert_int_equal(q[0].shuffle, SHUFFLE_NO);
	assert_null(q[0].topic);
	assert_string_equal(q[0].source->text.s, "P");
	assert_string_equal(q[0].tags->text.s, "p");
	assert_int_equal(q[1].level, 5);
	assert_string_equal(q[1].topic->s, "Rivers");
	assert_string_equal(q[1].source->text.s, "S");
	assert_string_equal(q[1].source->next->text.s, "S2");
	assert_null(q[1].source->next->next);
	assert_string_equal(q[1].tags->text.s, "t");
	assert_string_equal(q[1].tags->next->text.s, "u");
	assert_string_equal(q[1].tags->next->next->text.s, "p");
	assert_int_equal(q[2].level, 1);
	assert_int_equal(q[2].time_s, 90);
	assert_int_equal(q[2].points, 0);
	assert_int_equal(q[2].show, 2);
	assert_int_equal(q[2].pick, PICK_ONE);
	assert_int_equal(q[2].shuffle, SHUFFLE_KEEP_LAST);
	assert_string_equal(q[2].source->text.s, "Q");
	assert_null(q[2].source->next);
	assert_string_equal(q[2].tags->text.s, "q");
	assert_ptr_equal(q[2].tags->next, q[1].tags);
	assert_int_equal(q[3].level, 2);
	assert_string_equal(q[3].topic->s, "Lakes");
	assert_string_equal(q[3].source->text.s, "P");
}

static void several_right_answers_are_the_exact_set(void **state)
{
	const struct question *q =
		read_good("[question]\nask = 1\nright = a\nright = b\nwrong = c\n"
			  "[question]\nask = 2\npick = any\nright = a\nright = b\nwrong = c\n");

	(void)state;
	assert_int_equal(q[0].nright, 2);
	assert_int_equal(q[0].pick, PICK_ALL);
	assert_int_equal(q[1].pick, PICK_ANY);
}

static void a_pool_keeps_all_its_choices(void **state)
{
	char text[2000] = "[question]\nask = 1\nshow = 4\nright = r\n";

	(void)state;
	for (int i = 0; i < PACK_CHOICES - 1; i++)
		sprintf(text + strlen(text), "wrong = w%d\n", i);
	assert_int_equal(read_good(text)->nchoices, PACK_CHOICES);
	assert_int_equal(pack->questions->show, 4);
}

static void what_follows_a_choice_belongs_to_it(void **state)
{
	const struct question *q = read_good(
		"[question]\nask = 1\nright = a\nbecause = so\nwrong = b\nbecause = not so\n"
		"choice-image = cover.png\nchoice-alt = a b\nhint = H\nwhy = W\n"
		"image = cover.png\nalt = A\ncredit = C\n");

	(void)state;
	assert_string_equal(q->choices[0].because.s, "so");
	assert_string_equal(q->choices[1].because.s, "not so");
	assert_string_equal(q->choices[1].alt.s, "a b");
	assert_null(q->choices[0].alt.s);
	assert_string_equal(q->hint.s, "H");
	assert_string_equal(q->why.s, "W");
	assert_string_equal(q->alt.s, "A");
	assert_string_equal(q->credit.s, "C");
}

static void a_summary_of_the_others_stays_last(void **state)
{
	const struct question *q =
		read_good("[question]\nask = 1\nright = All of the above.\nwrong = all of it\n"
			  "wrong = None of these\nwrong = Alle genannten\n");

	(void)state;
	assert_true(q->choices[0].last);
	assert_false(q->choices[1].last);
	assert_true(q->choices[2].last);
	assert_true(q->choices[3].last);
}

static void a_translation_goes_to_the_nearest_key_above(void **state)
{
	const struct question *q = read_good(
		"title.de = D\n[question]\nask = one\nask.de = eins\nask.pt-BR = um\n"
		"right = a\nright.de = A\nbecause = x\nbecause.de = X\nwrong = b\nwrong.de = B\n"
		"source = s\nsource.de = S\n");

	(void)state;
	assert_string_equal(text_in(&pack->title, "de"), "D");
	assert_string_equal(text_in(&q->ask, "de-AT"), "eins");
	assert_string_equal(text_in(&q->ask, "DE"), "eins");
	assert_string_equal(text_in(&q->ask, "pt-BR"), "um");
	assert_string_equal(text_in(&q->ask, "pt"), "one");
	assert_string_equal(text_in(&q->ask, "d"), "one");
	assert_string_equal(text_in(&q->ask, NULL), "one");
	assert_string_equal(text_in(&q->choices[0].text, "de"), "A");
	assert_string_equal(text_in(&q->choices[0].because, "de"), "X");
	assert_string_equal(text_in(&q->choices[1].text, "de"), "B");
	assert_string_equal(text_in(&q->source->text, "de"), "S");
	assert_string_equal(pack->languages[0], "de");
	assert_string_equal(pack->languages[1], "pt-br");
	assert_null(pack->languages[2]);
}

static void identity_hangs_on_what_is_asked_and_right(void **state)
{
	char first[40];
	const struct question *q =
		read_good("[question]\nask = 1\nright = a\nwrong = b\n"
			  "[question given.id-1]\nask = 2\nright = a\nwrong = b\n");
	uint64_t right = q->choices[0].id, wrong = q->choices[1].id;

	(void)state;
	assert_string_equal(q[1].id, "given.id-1");
	assert_int_equal(strlen(q[0].id), 18);
	strcpy(first, q[0].id);
	q = read_good(
		"[question]\nask = 1\nhint = h\nwrong = c\nwrong = b\nright = a\nright.de = A\n");
	assert_string_equal(q->id, first);
	assert_true(q->choices[2].id == right);
	assert_true(q->choices[1].id == wrong);
	q = read_good("[question]\nask = 1\nright = b\nwrong = a\n");
	assert_string_not_equal(q->id, first);
	/* FNV-1a 64 of "a", as everybody computes it */
	assert_true(right == UINT64_C(0xaf63dc4c8601ec8c));
}

static void a_statement_has_the_identities_true_and_false(void **state)
{
	const struct question *q = read_good("[question]\nask = 1\nanswer = TRUE\n");

	(void)state;
	assert_true(q->choices[0].id == UINT64_C(0x5b5c98ef514dbfa5));
	assert_true(q->choices[1].id == UINT64_C(0xb5fae2c14238b978));
	assert_true(q->choices[0].right);
}

static void keys_of_the_pack_are_kept(void **state)
{
	(void)state;
	read_good("quizpack = 1\nid = my.pack-1\nabout = A\nauthor = X\nauthor = Y\nlicence = "
		  "L\nlanguage = en\n"
		  "version = 3\nupdated = 2024-01-01\nhomepage = H\ndraw = 200\norder = "
		  "file\nx-own = z\n"
		  "[question]\nask = 1\n" ANSWERS "x-note = to myself\nlint-ignore = W601\n"
		  "[pack]\ncover = cover.png\n");
	assert_string_equal(pack->id, "my.pack-1");
	assert_string_equal(pack->about.s, "A");
	assert_string_equal(pack->author->text.s, "X");
	assert_string_equal(pack->author->next->text.s, "Y");
	assert_string_equal(pack->licence, "L");
	assert_string_equal(pack->language, "en");
	assert_string_equal(pack->version, "3");
	assert_string_equal(pack->updated, "2024-01-01");
	assert_string_equal(pack->homepage, "H");
	assert_string_equal(pack->cover, "cover.png");
	assert_int_equal(pack->draw, 200);
	assert_true(pack->in_order);
}

static void times_are_seconds_or_minutes(void **state)
{
	const struct question *q = read_good("[question]\nask = 1\ntime = 20\n" ANSWERS
					     "[question]\nask = 2\ntime = 0\n" ANSWERS
					     "[question]\nask = 3\ntime = 2m\n" ANSWERS
					     "[question]\nask = 4\ntime = 1m05\n" ANSWERS);

	(void)state;
	assert_int_equal(q[0].time_s, 20);
	assert_int_equal(q[1].time_s, 0);
	assert_int_equal(q[2].time_s, 120);
	assert_int_equal(q[3].time_s, 65);
}

static void media_of_known_kinds_inside_the_folder_are_taken(void **state)
{
	(void)state;
	read_good(
		"cover = cover.png\n[question]\nask = 1\nimage = inner/a.JPG\naudio = inner/a.ogg\n"
		"right =\nchoice-image = cover.png\nwrong = b\n");
	assert_string_equal(pack->questions->image, "inner/a.JPG");
	assert_null(pack->questions->choices[0].text.s);
	assert_string_equal(pack->questions->choices[0].image, "cover.png");
	assert_string_equal(pack->folder, ".");
}

static void good_packs_have_nothing_to_say(void **state)
{
	static const struct {
		const char *path, *code; /* the note that is due, or NULL */
	} packs[] = {{"good_crlf.ini", NULL},      {"good_bom.ini", "N501"},
		     {"good_utf16le.ini", "N502"}, {"good_utf16be.ini", "N502"},
		     {"good_cr.ini", "N503"},      {"good_indented.ini", NULL}};

	(void)state;
	for (size_t i = 0; i < sizeof packs / sizeof *packs; i++) {
		const struct question *q;
		pack_drop(pack);
		diag_finish(&diag);
		diag_init(&diag, packs[i].path);
		pack = pack_load(packs[i].path, &diag);
		assert_non_null(pack);
		if (packs[i].code)
			expect_code(packs[i].code);
		else
			assert_int_equal(diag.n, 0);
		q = pack->questions;
		assert_int_equal(pack->nquestions, 2);
		assert_string_equal(pack->title.s, "Semi; colons # and = signs: all “text” 日本");
		assert_string_equal(q[0].ask.s, "What; is # this = and : that?");
		assert_string_equal(q[0].choices[0].text.s, "; a # b = c : d");
		assert_string_equal(q[0].choices[1].text.s, "[question]");
		assert_string_equal(q[0].choices[1].because.s,
				    "It goes on over a line.\n  and | keeps  this");
		assert_int_equal(strlen(q[1].ask.s), 600);
		assert_string_equal(q[1].ask.s + 590, "right = ;?");
	}
}

static void load(const char *path)
{
	pack_drop(pack);
	diag_finish(&diag);
	diag_init(&diag, path);
	pack = pack_load(path, &diag);
}

static char *contents(const char *path)
{
	static char text[1 << 16];
	FILE *f = fopen(path, "r");

	if (!f)
		fail_msg("%s is missing", path);
	text[fread(text, 1, sizeof text - 1, f)] = '\0';
	fclose(f);
	return text;
}

static bool is_bad_pack(const char *name, const char *ending)
{
	size_t n = strlen(name);

	return strncmp(name, "bad_", 4) == 0 && n > 4 && strcmp(name + n - 4, ending) == 0;
}

/* Each line of outcomes.txt: a bad pack, how many of its questions play and how many sit out. Of
 * those whose questions are only not as good as they could be (bad_lint_) all play. */
static void a_bad_pack_plays_what_is_good_in_it(void **state)
{
	DIR *folder = opendir(".");
	FILE *anew = getenv("STAIRWELL_RENEW") ? fopen("outcomes.new", "w") : NULL;
	const char *outcomes = contents("outcomes.txt");
	const struct dirent *entry;
	int seen = 0, expected = 0;

	(void)state;
	assert_non_null(folder);
	while ((entry = readdir(folder))) {
		char line[300];
		if (!is_bad_pack(entry->d_name, ".ini"))
			continue;
		load(entry->d_name);
		if (strncmp(entry->d_name, "bad_lint_", 9) == 0) {
			assert_non_null(pack);
			assert_int_equal(pack->nskipped, 0);
			continue;
		}
		snprintf(line, sizeof line, "%s %d %d\n", entry->d_name,
			 pack ? pack->nquestions : 0, pack ? pack->nskipped : 0);
		if (anew)
			fputs(line, anew);
		else if (!strstr(outcomes, line))
			fail_msg("outcomes.txt does not say: %s", line);
		seen++;
	}
	closedir(folder);
	if (anew) {
		fclose(anew);
		assert_int_equal(system("LC_ALL=C sort outcomes.new >outcomes.txt"), 0);
		unlink("outcomes.new");
		return;
	}
	for (const char *p = outcomes; (p = strchr(p, '\n')); p++)
		expected++;
	assert_int_equal(seen, expected);
}

/* Those a small file cannot show are tried below or, of archives, in test_packzip.c and, of
 * screens, in fit.sh, or cannot be brought about. */
static void every_code_is_shown_by_a_bad_pack(void **state)
{
	static const char elsewhere[] = "E101 E102 E103 E104 E115 E116 E204 E323 W406 N501 N503";
	static char all[1 << 20];
	DIR *folder = opendir(".");
	const struct dirent *entry;

	(void)state;
	all[0] = '\0';
	while ((entry = readdir(folder)))
		if (is_bad_pack(entry->d_name, ".txt"))
			strncat(all, contents(entry->d_name), sizeof all - strlen(all) - 1);
	closedir(folder);
	for (const struct code *c = diag_codes; c->code; c++) {
		char shown[10];
		snprintf(shown, sizeof shown, "[%s]\n", c->code);
		bool of_archives = strncmp(c->code + 1, "34", 2) == 0;
		bool of_screens = strncmp(c->code + 1, "64", 2) == 0;
		if (c->code[1] <= '6' && !of_archives && !of_screens &&
		    !strstr(elsewhere, c->code) && !strstr(all, shown))
			fail_msg("no bad pack shows %s", c->code);
		assert_ptr_equal(diag_code(c->code), c);
	}
}

static void a_file_over_256_mib_is_refused(void **state)
{
	char path[] = "/tmp/largeXXXXXX";
	int fd = mkstemp(path);

	(void)state;
	assert_int_equal(ftruncate(fd, (256 << 20) + 1), 0); /* a hole: it takes no room */
	close(fd);
	load(path);
	unlink(path);
	assert_null(pack);
	expect_code("E104");
}

static void a_picture_over_16_mib_is_refused(void **state)
{
	char folder[] = "/tmp/packXXXXXX", path[100], picture[100];
	FILE *f;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/pack.ini", folder);
	snprintf(picture, sizeof picture, "%s/a.png", folder);
	f = fopen(picture, "w");
	assert_int_equal(ftruncate(fileno(f), (16 << 20) + 1), 0);
	fclose(f);
	f = fopen(path, "w");
	fputs("title = T\n[question]\nask = 1\n" ANSWERS
	      "[question]\nask = 2\nimage = a.png\n" ANSWERS,
	      f);
	fclose(f);
	load(path);
	unlink(picture);
	unlink(path);
	rmdir(folder);
	expect_code("E323");
	assert_string_equal(pack->id, folder + 5);
	assert_int_equal(pack->nquestions, 1);
	assert_int_equal(pack->nskipped, 1);
}

static void a_pack_has_at_most_a_million_questions(void **state)
{
	enum { MILLION = 1000000 };
	char *text = malloc(64 * (MILLION + 2)), *p = text;

	(void)state;
	assert_non_null(text);
	p += sprintf(p, "title = T\n");
	for (int i = 0; i < MILLION; i++)
		p += sprintf(p, "[question]\nask=%d\nanswer=true\n", i);
	assert_non_null(read_bytes(text, (size_t)(p - text)));
	assert_int_equal(pack->nquestions, MILLION);
	p += sprintf(p, "[question]\nask=x\nanswer=true\n");
	assert_null(read_bytes(text, (size_t)(p - text)));
	expect_code("E204");
	assert_int_equal(diag.findings[0].at.line, 3 * MILLION + 2);
	free(text);
}

static void more_findings_than_are_kept_are_still_counted(void **state)
{
	static char text[60000] = "title = T\n[question]\nask = 1\n" ANSWERS;

	(void)state;
	for (int i = 0; i < 1500; i++)
		sprintf(text + strlen(text), "nonsense%d = x\n", i);
	read_text(text);
	assert_int_equal(diag.n, DIAG_KEPT);
	assert_int_equal(diag.warnings, 1500);
	assert_int_equal(pack->nquestions, 1);
}

static void a_file_in_another_encoding_is_one_mistake_for_all_its_questions(void **state)
{
	static char text[100000] = "title = T\n[question]\nask = 1\n" ANSWERS;
	char *end = text + strlen(text);

	(void)state;
	for (int i = 0; i < 1500; i++)
		end += sprintf(end, "[question]\nask = \xe9%d\n" ANSWERS, i);
	assert_non_null(read_text(text));
	assert_int_equal(diag.n, 1);
	assert_int_equal(diag.errors, 1);
	assert_non_null(strstr(diag.findings[0].message, "and 1499 more lines have such bytes"));
	assert_int_equal(pack->nquestions, 1);
	assert_int_equal(pack->nskipped, 1500);
}

static void nothing_of_a_pack_acts_on_the_terminal(void **state)
{
	char *text = NULL;
	size_t n;
	FILE *out = open_memstream(&text, &n);

	(void)state;
	read_text("title = T\n[question]\nask = \x1b[2J\x7f\xc2\x9b\nright\x1b = \xe2\x80\xae"
		  "x\n\xe2\x80\xae\xff\n");
	diag_print(&diag, out);
	fclose(out);
	assert_true(diag.errors > 1);
	for (size_t i = 0; i < n; i++)
		assert_true(((unsigned char)text[i] >= 0x20 || text[i] == '\n') && text[i] != 0x7f);
	assert_null(strstr(text, "\xe2\x80\xae"));
	assert_null(strstr(text, "\xc2\x9b"));
	free(text);
}

static void a_caret_stays_below_its_character(void **state)
{
	char *text = NULL;
	size_t n;
	FILE *out = open_memstream(&text, &n);

	(void)state;
	read_text("title = T\n[question]\nask =\t日本\x01\n" ANSWERS);
	diag_print(&diag, out);
	fclose(out);
	assert_string_equal(text, "test.ini:3:9: error: there is an invisible control character "
				  "(U+0001) in this line [E108]\n"
				  "     3 | ask =\t日本\xef\xbf\xbd\n       |      \t    ^\nhelp: "
				  "delete it, or type the line "
				  "anew\n");
	free(text);
}

static void versions_of_a_pack_have_different_hashes(void **state)
{
	uint64_t first;

	(void)state;
	read_good("[question]\nask = 1\n" ANSWERS);
	first = pack->hash;
	read_good("[question]\nask = 1\n" ANSWERS);
	assert_true(pack->hash == first);
	read_good("[question]\nask = 1\n" ANSWERS "\n");
	assert_false(pack->hash == first);
}

static void a_kept_pack_outlives_the_first_drop(void **state)
{
	struct pack *mine;

	(void)state;
	read_good("[question]\nask = 1\n" ANSWERS);
	mine = pack_keep(pack);
	pack_drop(pack);
	pack = NULL;
	assert_string_equal(mine->questions->ask.s, "1");
	pack_drop(mine);
	pack_drop(NULL);
}

static void the_table_of_keys_answers_for_each_of_its_rows(void **state)
{
	struct key_index index;
	const char *language;

	(void)state;
	key_index_init(&index);
	for (int k = 0; k < KEYS; k++) {
		assert_int_equal(
			key_find(&index, key_rows[k].name, strlen(key_rows[k].name), &language), k);
		assert_null(language);
	}
	assert_int_equal(key_find(&index, "ask.de", 6, &language), KEY_ASK);
	assert_string_equal(language, "de");
	assert_int_equal(key_find(&index, "x-y", 3, &language), KEY_PRIVATE);
	assert_int_equal(key_find(&index, "asks", 4, &language), -1);
	assert_string_equal(key_nearest("wrnog", 5, IN_QUESTION), "wrong");
	assert_string_equal(key_nearest("scource", 7, IN_QUESTION), "source");
	assert_string_equal(key_nearest("whie", 4, IN_QUESTION), "why");
	assert_null(key_nearest("what", 4, IN_QUESTION));
	assert_null(key_nearest("elephant", 8, IN_QUESTION));
}

static void headers_with_blanks_in_them_are_counted(void **state)
{
	static char text[8000] = "title = T\n";

	(void)state;
	for (int i = 0; i < 60; i++)
		sprintf(text + strlen(text), "%s[ question ]\nask = %d\n" ANSWERS,
			i % 2 ? "\t" : "", i);
	assert_non_null(read_text(text));
	assert_int_equal(diag.n, 0);
	assert_int_equal(pack->nquestions, 60);
	assert_non_null(read_text("title = T\r[ question ]\rask = 1\rright = a\rwrong = b\r"));
	assert_int_equal(pack->nquestions, 1);
}

static void brackets_in_a_text_take_no_memory(void **state)
{
	enum { SIZE = 1 << 20 };
	char *text = malloc(SIZE + 100);
	size_t n;

	(void)state;
	assert_non_null(text);
	n = (size_t)sprintf(text, "title = T\n[question]\nask = 1\n" ANSWERS "x-own = ");
	for (size_t i = 0; i < SIZE - 4; i += 2)
		memcpy(text + n + i, "[q", 2);
	assert_non_null(read_bytes(text, n + SIZE - 4));
	assert_int_equal(diag.n, 0);
	assert_true(pack->arena.total < 100000);
	free(text);
}

static void each_section_begins_its_sources_anew(void **state)
{
	const struct question *q = read_good(
		"[defaults]\nsource = D\n[question]\nask = 1\nsource = Q\nsource = R\n" ANSWERS
		"[defaults]\nsource = E\n[question]\nask = 2\n" ANSWERS);

	(void)state;
	assert_string_equal(q[0].source->text.s, "Q");
	assert_string_equal(q[0].source->next->text.s, "R");
	assert_null(q[0].source->next->next);
	assert_string_equal(q[1].source->text.s, "E");
	assert_null(q[1].source->next);
}

static void defaults_add_to_the_tags_of_the_pack(void **state)
{
	const struct question *q = read_good("tags = p\n[defaults]\ntags = d, p\n"
					     "[question]\nask = 1\ntags = q\n" ANSWERS);

	(void)state;
	assert_string_equal(q->tags->text.s, "q");
	assert_string_equal(q->tags->next->text.s, "d");
	assert_string_equal(q->tags->next->next->text.s, "p");
	assert_null(q->tags->next->next->next);
}

/* The work of a list with no bound grows with its square: ten times as many would take a hundred
 * times as long. Its memory tells that it stopped. */
static void lists_without_end_stop_at_their_limit(void **state)
{
	enum { MANY = 40000 };
	char *text = malloc(MANY * 24 + 100), *p = text;

	(void)state;
	assert_non_null(text);
	p += sprintf(p, "title = T\n[question]\nask = 1\n" ANSWERS "[question]\nask = 2\n" ANSWERS
			"tags = 0");
	for (int i = 1; i < MANY; i++)
		p += sprintf(p, ",%d", i);
	assert_non_null(read_bytes(text, (size_t)(p - text)));
	expect_code("E325");
	assert_int_equal(pack->nskipped, 1);
	assert_true(pack->arena.total < 100000);
	p = text + sprintf(text, "title = T\n[question]\nask = 1\n" ANSWERS
				 "[question]\nask = 2\n" ANSWERS);
	for (int i = 0; i < MANY; i++)
		p += sprintf(p, "ask.en-%05d = T\n", i);
	assert_non_null(read_bytes(text, (size_t)(p - text)));
	assert_int_equal(diag.errors, MANY - PACK_LANGUAGES);
	assert_int_equal(pack->nskipped, 1);
	assert_true(pack->arena.total < 100000);
	free(text);
}

static void findings_that_nobody_keeps_take_no_memory(void **state)
{
	enum { MANY = 20000 };
	char *text = malloc(MANY * 32 + 100), *p = text;
	size_t memory[2];

	(void)state;
	assert_non_null(text);
	p += sprintf(p, "title = T\n[question]\nask = 1\n" ANSWERS);
	for (int i = 0; i < 2; i++) {
		for (int k = 0; k < (i ? MANY - DIAG_KEPT : DIAG_KEPT); k++)
			p += sprintf(p, "nonsense = x\n");
		assert_non_null(read_bytes(text, (size_t)(p - text)));
		memory[i] = diag.arena.total;
	}
	assert_int_equal(diag.warnings, MANY);
	assert_int_equal(memory[0], memory[1]);
	free(text);
}

/* It would take minutes, were its end looked for at each of them. */
static void what_only_begins_like_tags_is_read_once(void **state)
{
	enum { MANY = 1000000, TEXTS = 8 };
	char *text = malloc(TEXTS * (MANY + 100)), *p = text;

	(void)state;
	assert_non_null(text);
	p = stpcpy(p, "title = T\n");
	for (int i = 0; i < TEXTS; i++) {
		p = stpcpy(p, "[question]\nask = ");
		memset(p, '<', MANY);
		for (int k = 1; i % 2 == 1 && k < MANY; k += 2)
			p[k] = 'b';
		p = stpcpy(p + MANY, "\n" ANSWERS);
	}
	read_bytes(text, (size_t)(p - text));
	for (int i = 0; i < diag.n; i++)
		assert_string_not_equal(diag.findings[i].code, "N506");
	free(text);
}

static void as_many_findings_are_kept_and_sorted_as_are_asked_for(void **state)
{
	enum { MANY = 50000 };
	struct diag d;

	(void)state;
	diag_init(&d, "test");
	d.more = MANY - DIAG_KEPT;
	for (int i = 0; i < MANY + 10; i++) /* each line has two, the last lines first */
		diag_add(&d, SEVERITY_WARNING, "W401", (struct place){(MANY - i) / 2 + 1, 1}, "%d",
			 i);
	diag_add(&d, SEVERITY_ERROR, "E102", (struct place){0, 0}, "last");
	assert_int_equal(d.n, MANY);
	assert_int_equal(d.warnings, MANY + 10);
	diag_sort(&d);
	assert_string_equal(d.findings[0].message, "last");
	for (int i = 2; i < d.n; i++)
		assert_true(d.findings[i - 1].at.line < d.findings[i].at.line ||
			    atoi(d.findings[i - 1].message) < atoi(d.findings[i].message));
	diag_finish(&d);
}

static void an_error_takes_the_place_of_a_warning(void **state)
{
	static char text[60000] = "title = T\n[question]\nask = 1\n" ANSWERS;
	int errors = 0;

	(void)state;
	for (int i = 0; i < 1500; i++)
		sprintf(text + strlen(text), "nonsense%d = x\n", i);
	strcat(text, "[question]\nask = 2\nright = a\n[question]\nask = 3\nlevel = 9\n" ANSWERS);
	read_text(text);
	assert_int_equal(diag.n, DIAG_KEPT);
	assert_int_equal(diag.errors, 2);
	assert_int_equal(diag.warnings, 1500);
	for (int i = 0; i < diag.n; i++) {
		const struct finding *f = &diag.findings[i];
		if (f->severity != SEVERITY_ERROR)
			continue;
		errors++;
		assert_true(f->at.line > 1500);
		assert_non_null(f->help);
		assert_true(f->nexcerpt > 0);
	}
	assert_int_equal(errors, 2);
}

static void pictures_and_sounds_are_part_of_an_identity(void **state)
{
	static const char *const rows[] = {
		"[question]\nask = 1\n" ANSWERS,
		"[question]\nask = 1\nimage = cover.png\n" ANSWERS,
		"[question]\nask = 1\naudio = inner/a.ogg\n" ANSWERS,
		"[question]\nask = 1\nright =\nchoice-image = cover.png\nwrong = b\n",
		"[question]\nask = 1\nright =\nchoice-image = inner/a.JPG\nwrong = b\n",
	};
	char all[1000] = "";

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		strcat(all, rows[i]);
	read_good(all);
	assert_int_equal(pack->nquestions, 5);
	read_good("[question]\nask = 1\nright =\nchoice-image = cover.png\nwrong =\n"
		  "choice-image = inner/a.JPG\n");
	assert_true(pack->questions->choices[0].id != pack->questions->choices[1].id);
}

static void a_link_that_stays_in_the_folder_is_followed(void **state)
{
	(void)state;
	read_good("[question]\nask = 1\nimage = link.png\n" ANSWERS);
	assert_string_equal(pack->questions->image, "link.png");
}

static bool old_kernel;
static int opened;

long __wrap_syscall(long number, long a, long b, long c, long d);
long __real_syscall(long number, long a, long b, long c, long d);

long __wrap_syscall(long number, long a, long b, long c, long d)
{
	opened += number == SYS_openat2;
	if (!old_kernel)
		return __real_syscall(number, a, b, c, d);
	errno = ENOSYS;
	return -1;
}

static void media_are_found_on_an_old_kernel_too(void **state)
{
	(void)state;
	old_kernel = true;
	read_text("title = T\n[question]\nask = 1\nimage = inner/a.JPG\n" ANSWERS);
	assert_int_equal(diag.n, 0);
	read_text("title = T\n[question]\nask = 1\nimage = inner/b.JPG\n" ANSWERS);
	assert_string_equal(diag.findings[0].code, "E322");
	read_text("title = T\n[question]\nask = 1\nimage = out.png\n" ANSWERS);
	assert_string_equal(diag.findings[0].code, "E320");
	old_kernel = false;
}

static void a_file_is_looked_into_once_however_many_questions_share_it(void **state)
{
	(void)state;
	opened = 0;
	read_good("[question]\nask = 1\nimage = cover.png\n" ANSWERS
		  "[question]\nask = 2\nimage = cover.png\n" ANSWERS
		  "[question]\nask = 3\nimage = cover.png\naudio = inner/a.ogg\n" ANSWERS);
	assert_int_equal(opened, 2);
}

static void a_word_that_is_misspelt_is_not_taken_for_one_that_cannot_stand_there(void **state)
{
	(void)state;
	assert_string_equal(key_nearest("autor", 5, IN_PACK), "author");
	assert_null(key_nearest("autor", 5, IN_QUESTION));
}

static int go_to_packs(void **state)
{
	(void)state;
	return chdir(TESTS "/packs");
}

static int clean_up(void **state)
{
	(void)state;
	pack_drop(pack);
	diag_finish(&diag);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_example_of_the_guide_reads_as_it_says),
		cmocka_unit_test(the_nearest_default_wins),
		cmocka_unit_test(several_right_answers_are_the_exact_set),
		cmocka_unit_test(a_pool_keeps_all_its_choices),
		cmocka_unit_test(what_follows_a_choice_belongs_to_it),
		cmocka_unit_test(a_summary_of_the_others_stays_last),
		cmocka_unit_test(a_translation_goes_to_the_nearest_key_above),
		cmocka_unit_test(identity_hangs_on_what_is_asked_and_right),
		cmocka_unit_test(a_statement_has_the_identities_true_and_false),
		cmocka_unit_test(keys_of_the_pack_are_kept),
		cmocka_unit_test(times_are_seconds_or_minutes),
		cmocka_unit_test(media_of_known_kinds_inside_the_folder_are_taken),
		cmocka_unit_test(good_packs_have_nothing_to_say),
		cmocka_unit_test(a_bad_pack_plays_what_is_good_in_it),
		cmocka_unit_test(every_code_is_shown_by_a_bad_pack),
		cmocka_unit_test(a_file_over_256_mib_is_refused),
		cmocka_unit_test(a_picture_over_16_mib_is_refused),
		cmocka_unit_test(a_pack_has_at_most_a_million_questions),
		cmocka_unit_test(more_findings_than_are_kept_are_still_counted),
		cmocka_unit_test(a_file_in_another_encoding_is_one_mistake_for_all_its_questions),
		cmocka_unit_test(nothing_of_a_pack_acts_on_the_terminal),
		cmocka_unit_test(a_caret_stays_below_its_character),
		cmocka_unit_test(versions_of_a_pack_have_different_hashes),
		cmocka_unit_test(a_kept_pack_outlives_the_first_drop),
		cmocka_unit_test(the_table_of_keys_answers_for_each_of_its_rows),
		cmocka_unit_test(headers_with_blanks_in_them_are_counted),
		cmocka_unit_test(brackets_in_a_text_take_no_memory),
		cmocka_unit_test(each_section_begins_its_sources_anew),
		cmocka_unit_test(defaults_add_to_the_tags_of_the_pack),
		cmocka_unit_test(lists_without_end_stop_at_their_limit),
		cmocka_unit_test(findings_that_nobody_keeps_take_no_memory),
		cmocka_unit_test(what_only_begins_like_tags_is_read_once),
		cmocka_unit_test(as_many_findings_are_kept_and_sorted_as_are_asked_for),
		cmocka_unit_test(an_error_takes_the_place_of_a_warning),
		cmocka_unit_test(pictures_and_sounds_are_part_of_an_identity),
		cmocka_unit_test(a_link_that_stays_in_the_folder_is_followed),
		cmocka_unit_test(media_are_found_on_an_old_kernel_too),
		cmocka_unit_test(a_file_is_looked_into_once_however_many_questions_share_it),
		cmocka_unit_test(
			a_word_that_is_misspelt_is_not_taken_for_one_that_cannot_stand_there),
	};

	return cmocka_run_group_tests(tests, go_to_packs, clean_up);
}
