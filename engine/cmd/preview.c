/*
 * A question of a pack as its player will see it: in a window that follows the file, in a script,
 * or as a picture.
 */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "diagprint.h"
#include "lint.h"
#include "outfile.h"
#include "play.h"
#include "shot.h"

/* The options first: rows of the game's table read into them. */
struct wanted {
	struct options options;
	const char *pack, *out;
	const char *no_choice; /* what was asked to be revealed, if that is none */
	bool many;
	int reveal;
};

static void take_pack(void *into, const char *word)
{
	struct wanted *w = into;

	w->many = w->pack;
	w->pack = word;
}

static bool take_out(void *into, const char *value)
{
	size_t n = strlen(value);

	((struct wanted *)into)->out = value;
	return n > 4 && strcasecmp(value + n - 4, ".png") == 0;
}

/* 1, 2, ... or A, B, ...; none: as if right. What is longer than those is the next word. */
static bool take_reveal(void *into, const char *value)
{
	static const char digits[] = "123456", letters[] = "ABCDEF", small[] = "abcdef";
	struct wanted *w = into;

	w->reveal = 1;
	if (!value)
		return true;
	for (int i = 0; i < PACK_SHOWN; i++)
		if (value[0] && !value[1] &&
		    (value[0] == digits[i] || value[0] == letters[i] || value[0] == small[i])) {
			w->reveal = 2 + i;
			return true;
		}
	if (strlen(value) > 2 || !isalnum((unsigned char)value[0]) || access(value, F_OK) == 0)
		return false;
	w->no_choice = value;
	return true;
}

static const char keys[] =
	"Keys: N and P the next and the previous question; R reveals, as if right, then as if "
	"each\n"
	"wrong choice was chosen; S sizes of the screen, T colours, X larger text, O another "
	"order\n"
	"and draw of the choices, G languages, W what could be better, F5 reads the file again, "
	"F1\n"
	"hides all this; Escape goes back. Otherwise it is as in the game: press a choice.\n\n"
	"--size is the window's, or with -o the picture's; --seed chooses the first deal.\n"
	"What is saved is shown at once; where the file has a mistake, the last good version "
	"stays\n"
	"with the message on it. Nothing that is played or set here is kept.\n\n"
	"Exit status: 0 good, 1 the question has a mistake (with -o), 2 wrong usage.";

static enum args_end read_wanted(struct wanted *w, int argc, char **argv)
{
	static const struct args_option own[] = {
		{"-o", "FILE.png",
		 "writes the picture, of the question alone, and needs no display",
		 "a file that ends in .png", take_out},
		{"--reveal", "[CHOICE]",
		 "as it is after the answer: the right one, or the choice with that letter",
		 "a letter from A to F", take_reveal},
	};
	static const char *const shared[] = {
		"--size",     "--theme", "--text-scale", "--language", "--seed",
		"--no-clock", "--set",   "--fullscreen", "--renderer", "--script"};
	enum { OWN = sizeof own / sizeof own[0], SHARED = sizeof shared / sizeof shared[0] };
	struct args_option rows[OWN + SHARED + 1] = {0};

	memcpy(rows, own, sizeof own);
	for (int i = 0; i < SHARED; i++)
		rows[OWN + i] = *options_row(shared[i]);
	const struct args_table table = {
		.command = "stairwell preview",
		.words = "PACK[:LINE]",
		.about = "Shows the question at that line of the pack as its player will see it, "
			 "and "
			 "follows the\nfile as it is saved.",
		.more = keys,
		.options = rows,
		.word = take_pack,
	};
	enum args_end end = args_read(&table, w, argc, argv);
	if (end != ARGS_GOOD)
		return end;
	if (w->no_choice) {
		fprintf(stderr,
			"stairwell preview: --reveal %s: there is no choice %s; it must be a "
			"letter "
			"from A to F\n",
			w->no_choice, w->no_choice);
		return ARGS_WRONG;
	}
	if (!w->pack || w->many) {
		fprintf(stderr, "stairwell preview: %s; see --help\n",
			w->pack ? "shows one pack at a time"
				: "needs a pack, as in capitals.ini:12");
		return ARGS_WRONG;
	}
	return options_refuse(&w->options);
}

/* The number behind the last colon of s, which is cut off there; 0: there is none. */
static int cut_number(char *s)
{
	char *colon = strrchr(s, ':');
	long long n = 0;

	if (!colon || !args_integer(colon + 1, 1, 1000000000, &n))
		return 0;
	*colon = '\0';
	return (int)n;
}

/* PACK, PACK:LINE, or PACK:LINE:COLUMN as reports have it. A file of that very name comes first. */
static int read_place(char *place)
{
	int last, line;

	if (access(place, F_OK) == 0)
		return 0;
	last = cut_number(place);
	if (last == 0 || access(place, F_OK) == 0)
		return last;
	line = cut_number(place);
	return line > 0 ? line : last;
}

/* True, and said: the file is there, but what stands behind its colon is no line. */
static bool has_no_line(const char *place)
{
	const char *colon = strrchr(place, ':');
	char *file;
	bool is;

	if (!colon || access(place, F_OK) == 0)
		return false;
	file = strndup(place, (size_t)(colon - place));
	is = file && access(file, F_OK) == 0;
	free(file);
	if (is)
		fprintf(stderr,
			"stairwell preview: %s: there is no line '%s'; lines count from 1, as in "
			"capitals.ini:12\n",
			place, colon + 1);
	return is;
}

/* What can be shown has its findings of quality beside those of reading. */
static void lint(struct play *p, int index)
{
	if (p->library.entries[index].pack && !p->library.entries[index].stale)
		lint_library(&p->library);
}

static bool write_picture(struct play *p, const char *path)
{
	struct outfile out;

	return outfile_open(&out, path) &&
	       outfile_close(&out, shot_save(p->painter, app_frame(p->app), out.to));
}

/* The question alone; with a mistake in it, what that is. */
static int write_out(struct play *p, const char *path)
{
	struct event first = script_first();

	p->bare = true;
	if (!play_open(p, p->options.w, p->options.h, first))
		return 1;
	if (!app_previews(p->app)) {
		diag_print(&p->library.entries[0].diag, stderr);
		return 1;
	}
	if (p->reveal > 0 && !app_reveals(p->app)) {
		fprintf(stderr, "stairwell preview: --reveal: this question has no choice %c\n",
			'A' + p->reveal - 2);
		return 1;
	}
	struct shell shell = play_shell(p);
	shell_begin(&shell, &first); /* its pictures */
	if (write_picture(p, path))
		return 0;
	fprintf(stderr, "stairwell preview: %s: %s\n", path, strerror(errno));
	return 1;
}

static int preview(struct play *p, const struct wanted *w, char *place)
{
	struct entry *e;

	p->line = read_place(place);
	if (has_no_line(place))
		return 2;
	p->reveal = w->reveal;
	p->preview = p->library.keeps_texts = true;
	p->read = lint;
	p->options.set.motion = MOTION_NONE;
	e = library_add(&p->library, place);
	if (!e)
		return 1;
	if (access(e->path, F_OK) != 0) {
		diag_print(&e->diag, stderr);
		return 1;
	}
	lint(p, 0);
	if (p->options.script) {
		p->script = script_open(p->options.script);
		if (!p->script) {
			fprintf(stderr, "stairwell preview: %s: %s\n", p->options.script,
				strerror(errno));
			return 2;
		}
	}
	return w->out ? write_out(p, w->out) : play_run(p);
}

int cmd_preview(int argc, char **argv)
{
	struct wanted w = {0};
	struct play p = {0};
	int status;

	options_init(&w.options);
	w.options.seed = 1; /* the first deal is always the same */
	library_init(&p.library);
	enum args_end end = read_wanted(&w, argc, argv);
	p.options = w.options;
	status = end == ARGS_WRONG ? 2 : 0;
	if (end == ARGS_GOOD) {
		char *place = strdup(w.pack);
		status = place ? preview(&p, &w, place) : 1;
		free(place);
	}
	play_close(&p);
	return status;
}
