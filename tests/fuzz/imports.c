/*
 * Files of other programs, whole, cut off at every byte, and with bytes changed by chance: nothing
 * may crash, and what comes along must be a pack that is read without an error.
 *
 *	imports FOLDER [ROUNDS]
 *
 * The first word of a file's name is its format (tests/import); some rounds are read in all of
 *them.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "about.h"
#include "convert.h"
#include "decode.h"
#include "diagprint.h"
#include "packwrite.h"
#include "rng.h"
#include "utf8.h"

enum { FILE_BYTES = 1 << 16, ROUNDS = 40 };

static const char *path;
static int ran;

static void fail(const char *why, const char *bytes, size_t n)
{
	FILE *out = fopen("imports-failed", "w");

	fprintf(stderr, "%s: %s; see imports-failed\n", path, why);
	if (out) {
		fwrite(bytes, 1, n, out);
		fclose(out);
	}
	abort();
}

static void demand_clean_report(const struct diag *d, const char *bytes, size_t n)
{
	char *s = NULL;
	size_t length;
	FILE *out = open_memstream(&s, &length);

	diag_print(d, out);
	fclose(out);
	if (utf8_bad(s, length) < length)
		fail("a report that is no UTF-8", bytes, n);
	free(s);
}

/* What is written of it is read again, with as many questions and no error. */
static void demand_good_pack(const struct pack *p, const char *bytes, size_t n)
{
	char *s = NULL;
	size_t length;
	FILE *out = open_memstream(&s, &length);
	struct diag d;
	struct pack *again;

	packwrite(out, p);
	fclose(out);
	diag_init(&d, "again.ini");
	again = pack_read(s, length, "again.ini", &d);
	if (!again || d.errors > 0 || again->nquestions != p->nquestions) {
		diag_print(&d, stderr);
		fputs(s, stderr);
		fail("what is written of it has an error", bytes, n);
	}
	pack_drop(again);
	diag_finish(&d);
	free(s);
}

static void read_as(const struct import_format *f, const char *bytes, size_t n)
{
	char *exact = malloc(n ? n : 1), *own; /* so that a sanitizer sees a step beyond the end */
	struct ini_text text;
	struct pack *p = NULL;
	struct diag d;

	ran++;
	memcpy(exact, bytes, n);
	diag_init(&d, path);
	if (decode_open(&text, &own, exact, n, &d))
		p = import_read(f, &text);
	if (!p && d.errors == 0)
		fail("nothing came along, and nothing was said", bytes, n);
	if (p) {
		about_fill(p, &(struct about){0}, path, &d);
		demand_good_pack(p, bytes, n);
	}
	demand_clean_report(&d, bytes, n);
	pack_drop(p);
	diag_finish(&d);
	ini_close(&text);
	free(own);
	free(exact);
}

static size_t change(struct rng *r, char *s, size_t n)
{
	static const char odd[] = "~=#{}:\\%\n\r\"',;<>&[]/^|.) \t\0\xff\xe2\x80"
				  "ABtF0-$";

	for (int i = 1 + (int)rng_below(r, 6); i > 0 && n > 2; i--) {
		size_t at = rng_below(r, (uint32_t)n), more = 1 + rng_below(r, 40);
		switch (rng_below(r, 4)) {
		case 0: s[at] = odd[rng_below(r, sizeof odd)]; break;
		case 1: s[at] = (char)rng_below(r, 256); break;
		case 2: /* left out */
			more = more < n - at ? more : n - at - 1;
			memmove(s + at, s + at + more, n - at - more);
			n -= more;
			break;
		default: /* there twice */
			more = more < n - at ? more : n - at;
			if (n + more > FILE_BYTES)
				break;
			memmove(s + at + more, s + at, n - at);
			n += more;
		}
	}
	return n;
}

static void run_file(const char *folder, const char *name, int rounds)
{
	static char bytes[FILE_BYTES], changed[FILE_BYTES];
	static char whole[4096];
	const struct import_format *own;
	size_t n;
	FILE *in;
	struct rng r;

	snprintf(whole, sizeof whole, "%.*s", (int)strcspn(name, "-"), name);
	own = strstr(name, ".want") ? NULL : import_find(whole);
	snprintf(whole, sizeof whole, "%s/%s", folder, name);
	path = whole;
	in = own ? fopen(whole, "r") : NULL;
	if (!in)
		return;
	n = fread(bytes, 1, FILE_BYTES, in);
	fclose(in);
	for (size_t cut = 0; cut <= n; cut += n < 4000 ? 1 : 97)
		read_as(own, bytes, cut);
	rng_init(&r, n);
	for (int i = 0; i < rounds; i++) {
		memcpy(changed, bytes, n);
		read_as(own, changed, change(&r, changed, n));
		for (const struct import_format *f = import_formats; f->name && i % 8 == 0; f++)
			read_as(f, changed, n);
	}
}

int main(int argc, char **argv)
{
	DIR *folder = argc > 1 ? opendir(argv[1]) : NULL;
	const struct dirent *entry;

	while (folder && (entry = readdir(folder)))
		if (entry->d_name[0] != '.')
			run_file(argv[1], entry->d_name, argc > 2 ? atoi(argv[2]) : ROUNDS);
	if (folder)
		closedir(folder);
	printf("%d readings\n", ran);
	return ran == 0;
}
