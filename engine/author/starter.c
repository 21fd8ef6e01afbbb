#include "starter.h"

#include <ctype.h>
#include <string.h>

#include "about.h"
#include "packkeys.h"

static const char head[] =
	"; A pack of questions: a text file. Lines that begin with ; are notes to yourself.\n"
	"; Change what stands behind the = signs, then see what the program says of it:\n"
	";     stairwell check FILE    stairwell preview FILE    stairwell play FILE\n"
	"\n";

static const char body[] =
	"language = en\n"
	"; author   = who wrote it\n"
	"; licence  = what others may do with it, such as: CC BY 4.0\n"
	"\n"
	"[defaults]\n"
	"; Where the answers can be looked up, for every question below. Write what it is, and "
	"take\n"
	"; the ; away:\n"
	"; source = a book or a page, and whose it is\n"
	"\n"
	"; One right answer, and wrong ones that somebody might believe. The game shuffles them.\n"
	"[question]\n"
	"ask     = What is the capital of Australia?\n"
	"right   = Canberra\n"
	"wrong   = Sydney\n"
	"because = It is the largest city, and many guess it.\n"
	"wrong   = Melbourne\n"
	"wrong   = Perth\n"
	"why     = The two largest cities could not agree, so a new one was built between them.\n"
	"\n"
	"; A statement to judge.\n"
	"[question]\n"
	"ask    = Lake Titicaca lies in two countries.\n"
	"answer = true\n"
	"why    = The border of Peru and Bolivia runs through it.\n"
	"\n"
	"; Several right answers: the player has to find all of them.\n"
	"[question]\n"
	"ask   = Through which of these countries does the equator run?\n"
	"right = Ecuador\n"
	"right = Kenya\n"
	"wrong = Egypt\n"
	"wrong = Chile\n"
	"why   = Ecuador even has its name from it.\n"
	"\n"
	"; More that a question can have, a line each:\n";

/* From the table of keys: what the starter does not show yet. */
static void write_more(FILE *out)
{
	static const enum key shown[] = {KEY_ASK,     KEY_RIGHT, KEY_WRONG, KEY_ANSWER,
					 KEY_BECAUSE, KEY_WHY,   KEY_SOURCE};

	for (int k = 0; k < KEYS; k++) {
		bool skip = !(key_rows[k].where & IN_QUESTION) || key_rows[k].flags & RESERVED;
		for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
			skip = skip || (int)shown[i] == k;
		if (!skip)
			fprintf(out, ";   %-12s = %s\n", key_rows[k].name, key_rows[k].about);
	}
}

void starter_write(FILE *out, const char *title)
{
	fputs(head, out);
	fprintf(out, "%-8s = %s\n", "title", title);
	fputs(body, out);
	write_more(out);
}

const char *starter_title(struct arena *a, const char *path)
{
	const char *end = path + strlen(path), *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	char *title;

	if (strcmp(name, "pack.ini") == 0 && slash) {
		end = slash;
		for (name = slash; name > path && name[-1] != '/';)
			name--;
	} else if (end - name > 4 && strcmp(end - 4, ".ini") == 0) {
		end -= 4;
	}
	title = (char *)about_line(a, name, (size_t)(end - name), key_rows[KEY_TITLE].most);
	for (char *p = title; *p; p++)
		*p = *p == '-' ? ' ' : *p;
	if (!title[strspn(title, " ")])
		return "Questions";
	*title = (char)toupper((unsigned char)*title);
	return title;
}
