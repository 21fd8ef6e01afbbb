/* NAME.quiz: made, read and played as the folder is; hostile ones refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>
#include <cmocka.h>

#include "convert.h"
#include "library.h"
#include "packmedia.h"
#include "packzip.h"
#include "rng.h"

static char folder[] = "/tmp/packzipXXXXXX";
static struct diag diag;
static struct pack *pack;

static const char good[] = "title = Good\n[question]\nask = One?\nright = yes\nwrong = no\n";

static int set_up(void **state)
{
	(void)state;
	return !mkdtemp(folder) || chdir(folder) != 0;
}

static int clean_up(void **state)
{
	(void)state;
	pack_drop(pack);
	pack = NULL;
	diag_finish(&diag);
	unlink("a.quiz");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	return chdir("/") != 0 || rmdir(folder) != 0;
}

/* ---- an archive by hand ---- */

static struct archive *zip;

static void zip_begin(void)
{
	zip = archive_write_new();
	archive_write_set_format_zip(zip);
	assert_int_equal(archive_write_open_filename(zip, "a.quiz"), ARCHIVE_OK);
}

static void zip_add_as(const char *name, mode_t type, const char *bytes, size_t n)
{
	struct archive_entry *e = archive_entry_new();

	archive_entry_set_pathname(e, name);
	archive_entry_set_filetype(e, type);
	archive_entry_set_perm(e, 0644);
	if (type == AE_IFLNK)
		archive_entry_set_symlink(e, "/etc/passwd");
	else
		archive_entry_set_size(e, (int64_t)n);
	assert_int_equal(archive_write_header(zip, e), ARCHIVE_OK);
	if (type == AE_IFREG)
		archive_write_data(zip, bytes, n);
	archive_entry_free(e);
}

static void zip_add(const char *name, const char *text)
{
	zip_add_as(name, AE_IFREG, text, strlen(text));
}

static void zip_end(void)
{
	archive_write_close(zip);
	archive_write_free(zip);
}

static void load(const char *path)
{
	pack_drop(pack);
	diag_finish(&diag);
	diag_init(&diag, path);
	pack = pack_load(path, &diag);
}

static void expect_refused(const char *code)
{
	load("a.quiz");
	assert_null(pack);
	assert_int_equal(diag.errors, 1);
	assert_string_equal(diag.findings[0].code, code);
}

/* ---- made and read again ---- */

static void make_quiz(const char *ini)
{
	FILE *out = fopen("a.quiz", "w");

	load(ini);
	assert_non_null(pack);
	assert_non_null(out);
	export_find("quiz")->write(out, pack, &diag);
	assert_int_equal(fclose(out), 0);
	assert_int_equal(diag.errors, 0);
}

static void assert_same_media(const char *one, const char *other, const char *path)
{
	static char a[MEDIA_BYTES], b[MEDIA_BYTES];
	int fd = media_open(one, path, MEDIA_PICTURE),
	    twin = media_open(other, path, MEDIA_PICTURE);
	ssize_t n;

	assert_true(fd >= 0 && twin >= 0);
	n = read(fd, a, sizeof a);
	assert_int_equal(read(twin, b, sizeof b), n);
	assert_memory_equal(a, b, (size_t)n);
	close(fd);
	close(twin);
}

static void a_pack_is_the_same_as_one_file(void **state)
{
	const struct pack *folder_pack;
	int pictures = 0;

	(void)state;
	make_quiz(TESTS "/pictures/pack.ini");
	folder_pack = pack_keep(pack);
	load("a.quiz");
	assert_non_null(pack);
	assert_int_equal(diag.errors, 0);
	assert_string_equal(pack->id, "a");
	assert_string_equal(pack->title.s, folder_pack->title.s);
	assert_int_equal(pack->nquestions, folder_pack->nquestions);
	assert_true(pack->hash == folder_pack->hash);
	for (int i = 0; i < pack->nquestions; i++) {
		const struct question *q = &pack->questions[i];
		assert_string_equal(q->id, folder_pack->questions[i].id);
		if (q->image && ++pictures)
			assert_same_media(folder_pack->folder, pack->folder, q->image);
	}
	assert_true(pictures > 0);
	pack_drop(folder_pack);
}

static void write_text(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

static void copy_picture(const char *to)
{
	char command[300];

	snprintf(command, sizeof command, "cp '%s/pictures/tiny.png' '%s'", TESTS, to);
	assert_int_equal(system(command), 0);
}

static void names_in_any_script_come_along(void **state)
{
	(void)state;
	copy_picture("k\xc3\xa4se.png");
	copy_picture("\xe6\x97\xa5\xe6\x9c\xac 1.png");
	write_text("p.ini", "title = T\n[question]\nask = 1\nimage = k\xc3\xa4se.png\nalt = x\n"
			    "right = a\nwrong = b\nchoice-image = \xe6\x97\xa5\xe6\x9c\xac 1.png\n"
			    "wrong = c\n");
	make_quiz("p.ini");
	load("a.quiz");
	assert_non_null(pack);
	assert_int_equal(diag.errors, 0);
	assert_same_media(".", pack->folder, "k\xc3\xa4se.png");
	unlink("k\xc3\xa4se.png");
	unlink("\xe6\x97\xa5\xe6\x9c\xac 1.png");
	unlink("p.ini");
}

/* What would be refused when it is read is not written. */
static void a_name_that_no_quiz_can_have_is_told(void **state)
{
	FILE *out = fopen("a.quiz", "w");

	(void)state;
	copy_picture("a:b.png");
	write_text("p.ini", "title = T\n[question]\nask = 1\nimage = a:b.png\nalt = x\n"
			    "right = a\nwrong = b\n");
	load("p.ini");
	assert_int_equal(diag.errors, 0);
	export_find("quiz")->write(out, pack, &diag);
	fclose(out);
	assert_int_equal(diag.errors, 1);
	assert_string_equal(diag.findings[diag.n - 1].code, "E753");
	unlink("a:b.png");
	unlink("p.ini");
}

static size_t read_quiz(char *bytes, size_t room)
{
	FILE *f = fopen("a.quiz", "r");
	size_t n;

	assert_non_null(f);
	n = fread(bytes, 1, room, f);
	fclose(f);
	return n;
}

static void the_same_pack_gives_the_same_bytes(void **state)
{
	static char one[1 << 22], other[1 << 22];
	size_t n;

	(void)state;
	make_quiz(TESTS "/pictures/pack.ini");
	n = read_quiz(one, sizeof one);
	make_quiz(TESTS "/pictures/pack.ini");
	assert_int_equal(read_quiz(other, sizeof other), n);
	assert_memory_equal(one, other, n);
}

static void a_folder_in_the_zip_is_seen_through(void **state)
{
	(void)state;
	zip_begin();
	zip_add("capitals/pack.ini", good);
	zip_add("capitals/notes.txt", "mine");
	zip_add("__MACOSX/capitals/._pack.ini", "junk");
	zip_end();
	load("a.quiz");
	assert_non_null(pack);
	assert_int_equal(diag.errors, 0);
}

static void a_library_finds_it(void **state)
{
	struct library l;

	(void)state;
	zip_begin();
	zip_add("pack.ini", good);
	zip_end();
	library_init(&l);
	l.keeps_texts = true;
	assert_true(library_scan(&l, "."));
	assert_int_equal(l.n, 1);
	assert_non_null(l.entries[0].pack);
	assert_string_equal(l.entries[0].bytes ? "text" : "", "text");
	library_finish(&l);
}

static void a_picture_that_is_not_in_it_is_missing(void **state)
{
	(void)state;
	zip_begin();
	zip_add("pack.ini",
		"title = T\n[question]\nask = 1\nimage = a.png\nright = a\nwrong = b\n");
	zip_end();
	load("a.quiz");
	assert_null(pack);
	assert_string_equal(diag.findings[0].code, "E322");
	assert_int_equal(diag.findings[0].at.line, 4);
}

/* ---- refused ---- */

static void paths_that_lead_out_are_refused(void **state)
{
	static const char *const names[] = {"../a.png", "/etc/a.png", "b/../../a.png", "..\\a.png",
					    "C:a.png",  "..",         "a/.."};

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		zip_begin();
		zip_add("pack.ini", good);
		zip_add(names[i], "x");
		zip_end();
		expect_refused("E342");
	}
}

static void links_are_refused(void **state)
{
	(void)state;
	zip_begin();
	zip_add("pack.ini", good);
	zip_add_as("a.png", AE_IFLNK, NULL, 0);
	zip_end();
	expect_refused("E342");
}

static void a_name_twice_is_refused(void **state)
{
	(void)state;
	zip_begin();
	zip_add("pack.ini", good);
	zip_add("a.png", "x");
	zip_add("a.png", "y");
	zip_end();
	expect_refused("E342");
}

static void two_packs_in_one_are_refused(void **state)
{
	(void)state;
	zip_begin();
	zip_add("pack.ini", good);
	zip_add("b/pack.ini", good);
	zip_end();
	expect_refused("E342");
}

static void too_many_files_are_refused(void **state)
{
	char name[32];

	(void)state;
	zip_begin();
	zip_add("pack.ini", good);
	for (int i = 0; i < PACKZIP_ENTRIES; i++) {
		snprintf(name, sizeof name, "%d.png", i);
		zip_add(name, "");
	}
	zip_end();
	expect_refused("E342");
}

static void a_bomb_is_refused_before_it_grows(void **state)
{
	enum { SIZE = 64 << 20 };
	char *zeros = calloc(1, SIZE);

	(void)state;
	memset(zeros, '\n', SIZE);
	zip_begin();
	zip_add_as("pack.ini", AE_IFREG, zeros, SIZE);
	zip_end();
	free(zeros);
	expect_refused("E342");
}

static void a_picture_that_is_a_bomb_is_too_large(void **state)
{
	enum { SIZE = 64 << 20 };
	char *zeros = calloc(1, SIZE);

	(void)state;
	zip_begin();
	zip_add("pack.ini",
		"title = T\n[question]\nask = 1\nimage = a.png\nright = a\nwrong = b\n");
	zip_add_as("a.png", AE_IFREG, zeros, SIZE);
	zip_end();
	free(zeros);
	load("a.quiz");
	assert_string_equal(diag.findings[0].code, "E323");
}

static void write_bytes(const char *bytes, size_t n)
{
	FILE *f = fopen("a.quiz", "w");

	assert_non_null(f);
	fwrite(bytes, 1, n, f);
	fclose(f);
}

/* The size as the zip tells it: behind the mark of the file, and in its directory. */
static void more_than_a_gigabyte_is_refused(void **state)
{
	static char bytes[1 << 12];
	static const struct {
		const char *mark;
		size_t at;
	} sizes[] = {{"PK\3\4", 22}, {"PK\1\2", 24}};
	size_t n;

	(void)state;
	zip_begin();
	zip_add("pack.ini", good);
	zip_end();
	n = read_quiz(bytes, sizeof bytes);
	for (int i = 0; i < 2; i++) {
		char *entry = memmem(bytes, n, sizes[i].mark, 4);
		assert_non_null(entry);
		memcpy(entry + sizes[i].at, "\xff\xff\xff\x7f", 4);
	}
	write_bytes(bytes, n);
	expect_refused("E342");
}

static void what_is_no_zip_is_refused(void **state)
{
	(void)state;
	write_bytes(good, strlen(good));
	expect_refused("E341");
	write_bytes("", 0);
	expect_refused("E341");
	zip_begin();
	zip_add("capitals.ini", good);
	zip_end();
	expect_refused("E343");
}

static void a_folder_of_that_name_is_a_folder(void **state)
{
	(void)state;
	assert_int_equal(mkdir("b.quiz", 0700), 0);
	assert_false(packzip_is("b.quiz"));
	assert_true(packzip_is("nowhere.quiz"));
	rmdir("b.quiz");
}

/* Cut short anywhere, or with bytes changed, it is read or refused; nothing else happens. */
static void broken_ones_do_no_harm(void **state)
{
	static char bytes[1 << 22], broken[1 << 22];
	struct rng rng;
	size_t n;

	(void)state;
	zip_begin();
	zip_add("pack.ini", good);
	zip_add("a.png", "not a picture");
	zip_end();
	n = read_quiz(bytes, sizeof bytes);
	for (size_t i = 0; i < n; i++) {
		write_bytes(bytes, i);
		load("a.quiz");
		assert_true(pack || diag.errors > 0);
	}
	rng_init(&rng, 1);
	for (int i = 0; i < 1000; i++) {
		memcpy(broken, bytes, n);
		for (int k = 0; k < 4; k++)
			broken[rng_below(&rng, (uint32_t)n)] = (char)rng_below(&rng, 256);
		write_bytes(broken, n);
		load("a.quiz");
		assert_true(pack || diag.errors > 0);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, clean_up)
	const struct CMUnitTest tests[] = {
		TEST(a_pack_is_the_same_as_one_file),
		TEST(names_in_any_script_come_along),
		TEST(a_name_that_no_quiz_can_have_is_told),
		TEST(the_same_pack_gives_the_same_bytes),
		TEST(a_folder_in_the_zip_is_seen_through),
		TEST(a_library_finds_it),
		TEST(a_picture_that_is_not_in_it_is_missing),
		TEST(paths_that_lead_out_are_refused),
		TEST(links_are_refused),
		TEST(a_name_twice_is_refused),
		TEST(two_packs_in_one_are_refused),
		TEST(too_many_files_are_refused),
		TEST(a_bomb_is_refused_before_it_grows),
		TEST(a_picture_that_is_a_bomb_is_too_large),
		TEST(more_than_a_gigabyte_is_refused),
		TEST(what_is_no_zip_is_refused),
		TEST(a_folder_of_that_name_is_a_folder),
		TEST(broken_ones_do_no_harm),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
