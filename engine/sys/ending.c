#include "ending.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "outfile.h"
#include "utf8.h"

enum { MARK_BYTES = 2048, LINE_BYTES = MARK_BYTES + 256 };

static const struct fatal {
	int number;
	const char *name;
} fatal[] = {
	{SIGSEGV, "SIGSEGV"}, {SIGABRT, "SIGABRT"}, {SIGBUS, "SIGBUS"},
	{SIGFPE, "SIGFPE"},   {SIGILL, "SIGILL"},   {SIGALRM, "hung"},
};

enum { FATALS = sizeof(fatal) / sizeof(fatal[0]) };

static struct {
	bool on;
	pid_t pid; /* a child of it is another program's business */
	int fd;    /* -1: nothing is marked */
	char path[PATH_MAX], head[128];
	volatile sig_atomic_t told, asked;
	void (*asks)(int); /* SDL's handler of what asks to end */
	volatile sig_atomic_t blind;
	volatile sig_atomic_t now; /* which of the texts is whole */
	bool kept;                 /* it is in the file; else it is tried again with the next one */
	struct {
		char s[MARK_BYTES]; /* filled up with empty lines, so that what follows in the file
				       comes at the same place whichever of them is there */
		size_t n;
	} text[2];
} mark = {.fd = -1};

/* ---- at the end: only what a signal handler may do ---- */

static void put(int fd, const char *s, size_t n)
{
	while (n > 0) {
		ssize_t done = write(fd, s, n);
		if (done <= 0)
			return;
		s += done;
		n -= (size_t)done;
	}
}

static void add_end(const char *name)
{
	char line[32] = "end ";
	size_t n = 4;

	if (mark.fd < 0)
		return;
	for (; *name && n < sizeof line - 1; name++)
		line[n++] = *name;
	line[n++] = '\n';
	if (pwrite(mark.fd, line, n, MARK_BYTES) < 0)
		return; /* then it counts as killed */
}

/* One line. */
static size_t join(char *line, size_t n, const char *s, size_t len)
{
	for (size_t i = 0; i < len && n < LINE_BYTES - 1; i++)
		line[n++] = s[i];
	return n;
}

static void say_end(const char *name)
{
	static const char says[] = "stairwell: the game ends: ";
	const char *s = mark.text[mark.now].s;
	char line[LINE_BYTES];
	size_t n = join(line, 0, says, sizeof says - 1);

	n = join(line, n, name, strlen(name));
	for (size_t left = mark.text[mark.now].n, len; left > 0; s += len + 1, left -= len + 1) {
		for (len = 0; len < left - 1 && s[len] != '\n';)
			len++;
		n = join(line, n, "; ", 2);
		n = join(line, n, s, len);
	}
	line[n++] = '\n';
	put(STDERR_FILENO, line, n);
}

static void take_signal(int number)
{
	const char *name = "";

	for (int i = 0; i < FATALS; i++)
		if (fatal[i].number == number)
			name = fatal[i].name;
	if (getpid() == mark.pid && !mark.told) {
		mark.told = 1;
		add_end(mark.blind ? "display" : name);
		say_end(name);
	}
	signal(SIGABRT, SIG_DFL);
	raise(number == SIGALRM ? SIGABRT : number); /* its handler is the system's again */
}

static void take_asked(int number)
{
	mark.asked = 1;
	mark.asks(number);
}

/* Also where somebody else ends the program. */
void ending_quit(void)
{
	if (!mark.on || getpid() != mark.pid || mark.told || mark.asked)
		return;
	mark.told = 1;
	add_end("display");
	say_end("the display is gone");
}

void ending_thread(char spare[ENDING_SPARE])
{
	stack_t was, stack = {.ss_sp = spare, .ss_size = ENDING_SPARE};

	if (sigaltstack(NULL, &was) == 0 && was.ss_flags & SS_DISABLE)
		sigaltstack(&stack, NULL);
}

void ending_listen(void)
{
	static const int asks[] = {SIGTERM, SIGINT};
	struct sigaction act;

	for (int i = 0; i < 2; i++) {
		if (sigaction(asks[i], NULL, &act) != 0 || act.sa_handler == SIG_DFL ||
		    act.sa_handler == SIG_IGN || act.sa_handler == take_asked)
			continue;
		mark.asks = act.sa_handler;
		act.sa_handler = take_asked;
		sigaction(asks[i], &act, NULL);
	}
}

static void catch_signals(void)
{
	static char spare[ENDING_SPARE];
	struct sigaction act = {.sa_handler = take_signal,
				.sa_flags = (int)(SA_ONSTACK | SA_RESETHAND)};

	ending_thread(spare);
	for (int i = 0; i < FATALS; i++)
		sigaction(fatal[i].number, &act, NULL);
}

static void leave_signals(void)
{
	for (int i = 0; i < FATALS; i++)
		signal(fatal[i].number, SIG_DFL);
}

/* ---- what was ---- */

/* Nothing of a file's may act on a terminal or the journal, or look like a line of ours. */
static void copy_plain(char *out, size_t room, const char *s)
{
	size_t left = strlen(s), n = 0;

	while (left > 0) {
		uint32_t code;
		int len = utf8_decode(s, left, &code);
		bool good = len > 0 && code >= ' ' && !utf8_unprintable(code);
		size_t take = len > 0 ? (size_t)len : 1, gives = good ? take : 1;
		if (n + gives >= room)
			break;
		memcpy(out + n, good ? s : "?", gives);
		n += gives;
		s += take;
		left -= take;
	}
	out[n] = '\0';
}

static void read_boot(char *out, size_t room)
{
	FILE *in = fopen("/proc/sys/kernel/random/boot_id", "re");

	out[0] = '\0';
	if (in && fgets(out, (int)room, in))
		out[strcspn(out, "\n")] = '\0';
	if (in)
		fclose(in);
}

/* A line's first word says what the rest is. */
static void take_line(struct ending *e, char *boot, size_t room, char *line)
{
	char *rest = strchr(line, ' ');
	const struct {
		const char *word;
		char *to;
		size_t room;
	} rows[] = {
		{"boot", boot, room},
		{"version", e->version, sizeof e->version},
		{"screen", e->screen, sizeof e->screen},
		{"question", e->question, sizeof e->question},
		{"pack", e->pack, sizeof e->pack},
		{"end", e->signal, sizeof e->signal},
	};

	if (!rest)
		return;
	*rest++ = '\0';
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (strcmp(line, rows[i].word) == 0)
			copy_plain(rows[i].to, rows[i].room, rest);
	if (strcmp(line, "hash") == 0)
		e->hash = strtoull(rest, NULL, 16);
}

static void judge(struct ending *e, const char *was, const char *boot)
{
	if (strcmp(e->signal, "hung") == 0)
		e->how = ENDED_HUNG;
	else if (strcmp(e->signal, "display") == 0)
		e->how = ENDED_LOST;
	else if (e->signal[0])
		e->how = ENDED_CRASHED;
	else
		e->how = strcmp(was, boot) == 0 ? ENDED_KILLED : ENDED_POWER;
	if (e->how != ENDED_CRASHED)
		e->signal[0] = '\0';
}

static void read_last(const char *boot, struct ending *e)
{
	char line[MARK_BYTES], was[64] = "";
	struct stat file;
	int fd = open(mark.path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	FILE *in = fd >= 0 ? fdopen(fd, "r") : NULL;

	if (!in) {
		if (fd >= 0)
			close(fd);
		return;
	}
	if (fstat(fd, &file) == 0)
		e->unix_ms = (int64_t)file.st_mtim.tv_sec * 1000;
	while (fgets(line, sizeof line, in)) {
		line[strcspn(line, "\n")] = '\0';
		take_line(e, was, sizeof was, line);
	}
	fclose(in);
	judge(e, was, boot);
}

/* ---- what is ---- */

/* The other of the two texts, so that there is always a whole one. */
static void write_mark(const struct ending *doing)
{
	int next = !mark.now;
	char *s = mark.text[next].s;
	char question[sizeof doing->question], pack[sizeof doing->pack];

	copy_plain(question, sizeof question, doing->question);
	copy_plain(pack, sizeof pack, doing->pack);
	int n = snprintf(s, MARK_BYTES, "%sscreen %s\n", mark.head, doing->screen);
	if (doing->hash)
		n += snprintf(s + n, (size_t)(MARK_BYTES - n),
			      "question %s\nhash %016llx\npack %s\n", question,
			      (unsigned long long)doing->hash, pack);
	memset(s + n, '\n', (size_t)(MARK_BYTES - n));
	if (mark.kept && memcmp(s, mark.text[mark.now].s, MARK_BYTES) == 0)
		return;
	mark.text[next].n = (size_t)n;
	mark.now = next; /* first, so that what is said of an end is never older than the file */
	mark.kept = mark.fd < 0 || pwrite(mark.fd, s, MARK_BYTES, 0) >= 0;
}

bool ending_begin(const char *folder, const char *version, struct ending *last)
{
	static bool once;
	char boot[64];

	*last = (struct ending){.how = ENDED_WELL};
	read_boot(boot, sizeof boot);
	int n = folder ? snprintf(mark.path, sizeof mark.path, "%s/running", folder) : 0;
	bool fits = n > 0 && n < (int)sizeof mark.path;
	if (fits) {
		read_last(boot, last);
		outfile_folders(mark.path);
	}
	mark.fd = fits ? open(mark.path,
			      O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
			      0666)
		       : -1;
	int error = errno;
	snprintf(mark.head, sizeof mark.head, "boot %s\nversion %s\n", boot, version);
	mark.pid = getpid();
	mark.told = mark.asked = 0;
	mark.on = true;
	memset(mark.text, 0, sizeof mark.text);
	mark.kept = false;
	write_mark(&(struct ending){.screen = "start"});
	if (!once)
		atexit(ending_quit);
	once = true;
	catch_signals();
	/* Its name in the folder is to outlive a power cut, or that would pass for an end in order.
	 */
	bool good = mark.fd >= 0 && fsync(mark.fd) == 0;
	if (good)
		outfile_sync(mark.path);
	else if (mark.fd < 0)
		errno = error;
	return good;
}

void ending_note(const struct ending *doing)
{
	if (mark.on)
		write_mark(doing);
}

void ending_see(bool display)
{
	mark.blind = !display;
}

void ending_end(void)
{
	if (!mark.on)
		return;
	mark.on = false;
	leave_signals();
	if (mark.fd < 0)
		return;
	if (!mark.told)
		unlink(mark.path);
	close(mark.fd);
	mark.fd = -1;
}

/* ---- in words ---- */

static void say_when(const struct ending *e, char *out, size_t room)
{
	time_t at = (time_t)(e->unix_ms / 1000);
	struct tm local;

	localtime_r(&at, &local);
	if (strftime(out, room, "%Y-%m-%d %H:%M", &local) == 0)
		out[0] = '\0';
}

static bool say(const struct ending *e, const char *pack, char *out, size_t room)
{
	static const char *const how[] = {
		[ENDED_CRASHED] = "the game crashed",
		[ENDED_HUNG] = "the game hung and was ended",
		[ENDED_KILLED] = "the game was killed",
		[ENDED_LOST] = "the display went away under the game",
		[ENDED_POWER] = "the power was cut, or the machine started anew",
	};
	char when[32], crash[24] = "", asked[sizeof e->question + sizeof e->pack + 32] = "";

	if (e->how == ENDED_WELL)
		return false;
	say_when(e, when, sizeof when);
	if (e->signal[0])
		snprintf(crash, sizeof crash, " (%s)", e->signal);
	if (e->hash)
		snprintf(asked, sizeof asked, ", at the question %s of %s", e->question, pack);
	snprintf(out, room, "%s%s about %s, on the screen %s%s", how[e->how], crash, when,
		 e->screen[0] ? e->screen : "start", asked);
	return true;
}

bool ending_words(const struct ending *e, char *out, size_t room)
{
	return say(e, e->pack, out, room);
}

void ending_health(const struct ending *e, struct health *h)
{
	static const char *const help[] = {
		[ENDED_CRASHED] = "Look whether that question is as it should be; the journal "
				  "says more: journalctl -u stairwell-kiosk",
		[ENDED_HUNG] = "The journal says more: journalctl -u stairwell-kiosk",
		[ENDED_KILLED] = "The journal says more: journalctl -u stairwell-kiosk",
		[ENDED_LOST] = "See that the display's cable holds",
		[ENDED_POWER] =
			"Nothing is lost; the machine may also be switched off by its button",
	};
	bool bad = e->how == ENDED_CRASHED || e->how == ENDED_HUNG;
	const char *slash = strrchr(e->pack, '/');
	char words[HEALTH_WORDS];

	if (say(e, slash ? slash + 1 : e->pack, words, sizeof words))
		health_add(h, bad ? HEALTH_BAD : HEALTH_NOTE, "Last end", help[e->how], "%s",
			   words);
	else
		health_add(h, HEALTH_GOOD, "Last end", "", "in order");
}
