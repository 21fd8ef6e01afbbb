#include "setpin.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "outfile.h"
#include "pin.h"

enum { TYPED = 64 };

static int complain(const char *what, const char *why)
{
	fprintf(stderr, "stairwell kiosk: %s: %s\n", what, why);
	return 1;
}

/* None is made: a slip in the path would leave the kiosk without a PIN. */
static int complain_missing(const char *path)
{
	fprintf(stderr,
		"stairwell kiosk: there is no file %s\n"
		"help: a kiosk's own is /etc/stairwell/kiosk.ini; for a new one, type: touch %s\n",
		path, path);
	return 1;
}

/* What it is good for stands nowhere on the screen. */
static int tell(const char *path)
{
	fprintf(stderr,
		"stairwell kiosk: the PIN is in %s; from the kiosk's next start on, hold a finger "
		"in the top left corner for 3 s, or press Ctrl+Alt+O, and type it\n",
		path);
	return 0;
}

/* ---- what is typed ---- */

/* A line without its end; false: there is none. */
static bool read_line(char line[TYPED])
{
	if (!fgets(line, TYPED, stdin))
		return false;
	size_t n = strcspn(line, "\r\n");
	bool whole = line[n] != '\0' || feof(stdin);
	line[n] = '\0';
	return whole;
}

static struct termios shown; /* the terminal, as it was */

static void show(int signal)
{
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
	raise(signal); /* and now for good */
}

static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

enum { ENDS = sizeof ends / sizeof *ends };

/* Without showing it; whoever gives up meanwhile gets a terminal that shows what is typed. */
static bool ask(const char *what, char line[TYPED])
{
	struct sigaction shows = {.sa_handler = show, .sa_flags = (int)SA_RESETHAND}, old[ENDS];
	struct termios hidden;

	if (tcgetattr(STDIN_FILENO, &shown) != 0)
		return false;
	hidden = shown;
	hidden.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK);
	for (int i = 0; i < ENDS; i++)
		sigaction(ends[i], &shows, &old[i]);
	fprintf(stderr, "%s: ", what);
	bool good = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0 && read_line(line);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
	for (int i = 0; i < ENDS; i++)
		sigaction(ends[i], &old[i], NULL);
	fputc('\n', stderr);
	return good;
}

/* False: that was said. */
static bool read_pin(char pin[TYPED])
{
	char again[TYPED] = "";
	char wants[80];
	bool terminal = isatty(STDIN_FILENO);

	snprintf(wants, sizeof wants, "it takes %d to %d digits, and nothing else", KIOSK_PIN_LEAST,
		 KIOSK_PIN_MOST);
	if (!(terminal ? ask("New PIN", pin) : read_line(pin)) || !kiosk_is_pin(pin)) {
		complain("the PIN", wants);
		return false;
	}
	bool same = !terminal || (ask("The same again", again) && strcmp(pin, again) == 0);
	explicit_bzero(again, sizeof again);
	if (!same)
		complain("the PIN", "the two are not the same, so nothing was changed");
	return same;
}

/* ---- the file ---- */

/* The line says what the PIN is; with `comment`, in a comment. */
static bool names_pin(const char *line, bool comment)
{
	line += strspn(line, " \t");
	if (comment) {
		if (*line != '#' && *line != ';')
			return false;
		line += 1 + strspn(line + 1, " \t");
	}
	if (strncasecmp(line, "pin", 3) != 0)
		return false;
	line += 3 + strspn(line + 3, " \t");
	return *line == '=' || *line == ':';
}

/* The whole file; NULL: see errno. */
static char *slurp(const char *path)
{
	FILE *in = fopen(path, "r");
	char *bytes = NULL;
	size_t room = 0;

	if (!in)
		return NULL;
	ssize_t n = getdelim(&bytes, &room, '\0', in);
	bool good = !ferror(in) && (n <= 0 || bytes[n - 1] != '\0');
	fclose(in);
	if (good)
		return n > 0 ? bytes : (free(bytes), calloc(1, 1));
	free(bytes);
	errno = EILSEQ;
	return NULL;
}

/* The place of the first line that names it; NULL: there is none. */
static const char *find(const char *s, bool comment)
{
	for (; *s; s += strcspn(s, "\n"), s += *s == '\n')
		if (names_pin(s, comment))
			return s;
	return NULL;
}

static const char *behind(const char *line)
{
	line += strcspn(line, "\n");
	return line + (*line == '\n');
}

static void put_line(FILE *to, const char *hash, const char *end)
{
	fprintf(to, "pin = %s%s", hash, end);
}

/* The text with that PIN in it: in place of the first line that has one, and without the others. */
static void put_text(FILE *to, const char *s, const char *hash)
{
	const char *end = strstr(s, "\r\n") ? "\r\n" : "\n";
	const char *at = find(s, false), *note = at ? NULL : find(s, true);
	const char *from = at ? at : note ? behind(note) : s + strlen(s);

	fwrite(s, 1, (size_t)(from - s), to);
	if (from > s && from[-1] != '\n')
		fputs(end, to);
	put_line(to, hash, end);
	for (const char *next; *from; from = next) {
		next = behind(from);
		if (!names_pin(from, false))
			fwrite(from, 1, (size_t)(next - from), to);
	}
}

static bool write_file(const char *path, const char *text, const char *hash)
{
	struct outfile o;

	if (!outfile_open(&o, path))
		return false;
	put_text(o.to, text, hash);
	return outfile_close(&o, true);
}

int setpin(const char *path)
{
	char pin[TYPED] = "", hash[KIOSK_PIN], *text = path ? slurp(path) : NULL;
	int status = 1;

	if (path && !text)
		return errno == ENOENT ? complain_missing(path) : complain(path, strerror(errno));
	if (read_pin(pin)) {
		if (!pin_hash(pin, hash))
			complain("the PIN", strerror(errno));
		else if (!path)
			status = (put_line(stdout, hash, "\n"), 0);
		else if (!write_file(path, text, hash))
			complain(path, strerror(errno));
		else
			status = tell(path);
	}
	explicit_bzero(pin, sizeof pin);
	free(text);
	return status;
}
