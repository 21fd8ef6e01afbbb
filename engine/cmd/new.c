/* A starter pack, never over a file that is there. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "about.h"
#include "args.h"
#include "cmd.h"
#include "diag.h"
#include "packkeys.h"
#include "starter.h"
#include "typed.h"

struct new
{
	const char *path, *title;
	bool many;
};

static void take_path(void *into, const char *word)
{
	struct new *n = into;

	n->many = n->path;
	n->path = word;
}

static bool take_title(void *into, const char *value)
{
	((struct new *)into)->title = value;
	return about_is_line(value, key_rows[KEY_TITLE].most);
}

static const struct args_option rows[] = {
	{"--title", "TEXT", "what the pack is called; otherwise as its file",
	 "one line of at most 120 characters", take_title},
	{NULL, NULL, NULL, NULL, NULL},
};

static const struct args_table table = {
	.command = "stairwell new",
	.words = "FILE.ini",
	.about = "Writes a pack to begin with: three questions that show how it is done. A file "
		 "that is\nthere is left alone.",
	.more = "Exit status: 0 good, 1 the file could not be written, 2 wrong usage.",
	.options = rows,
	.word = take_path,
};

/* True: it is written whole. */
static bool write_file(const struct new *n)
{
	struct arena a = {0};
	int fd = open(n->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	FILE *out = fd < 0 ? NULL : fdopen(fd, "w");
	bool good;
	int why;

	if (!out)
		return false;
	starter_write(
		out, n->title ? about_line(&a, n->title, strlen(n->title), key_rows[KEY_TITLE].most)
			      : starter_title(&a, n->path));
	arena_finish(&a);
	good = !ferror(out) && fflush(out) == 0;
	why = errno;
	fclose(out);
	if (!good)
		unlink(n->path);
	errno = why;
	return good;
}

static int complain(const char *shown, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (errno == EEXIST)
		fprintf(stderr,
			"stairwell new: %s is there already, and is left alone; take another "
			"name\n",
			shown);
	else if (errno == ENOENT && slash)
		fprintf(stderr, "stairwell new: there is no folder %.*s; make it first\n",
			(int)(strrchr(shown, '/') - shown), shown);
	else
		fprintf(stderr, "stairwell new: %s: %s\n", shown, strerror(errno));
	return 1;
}

static int make(const struct new *n)
{
	struct diag d; /* shows names as a terminal may have them */
	int status = 0;

	diag_init(&d, n->path);
	if (write_file(n)) {
		const char *name = typed_word(&d.arena, d.path);
		printf("%s is written. Open it in a text editor; then:\n"
		       "  stairwell check %s\n"
		       "  stairwell preview %s\n"
		       "  stairwell play %s\n",
		       d.path, name, name, name);
	} else {
		status = complain(d.path, n->path);
	}
	diag_finish(&d);
	return status;
}

static bool is_ini(const char *path)
{
	size_t n = strlen(path);

	return n > 4 && strcmp(path + n - 4, ".ini") == 0;
}

int cmd_new(int argc, char **argv)
{
	struct new n = {0};
	enum args_end end = args_read(&table, &n, argc, argv);

	if (end == ARGS_HELPED)
		return 0;
	if (end == ARGS_GOOD && (!n.path || n.many || !is_ini(n.path))) {
		fputs("stairwell new: it takes one name that ends in .ini, as in: stairwell new "
		      "capitals.ini\n",
		      stderr);
		end = ARGS_WRONG;
	}
	return end == ARGS_WRONG ? 2 : make(&n);
}
