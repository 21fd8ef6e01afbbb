#include "trial.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "trialchild.h"
#include "wallclock.h"

extern char **environ;

enum { SAID = 1024 };

/* What a child has said so far. */
struct child {
	pid_t pid;
	int fd; /* its standard output */
	char said[SAID];
	size_t n;
};

static struct trial fail(int why)
{
	struct trial t = {.end = TRIAL_FAILED};

	snprintf(t.words, sizeof(t.words), "it could not be tried: %s", strerror(why));
	return t;
}

/* 0, or why there is no child. */
static int start(struct child *c, const char *program, const char *path)
{
	char *const words[] = {"stairwell", TRIAL_WORD, (char *)path, NULL};
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t none;
	int ends[2], why;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return errno;
	sigemptyset(&none);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_adddup2(&files, ends[1], STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawnattr_init(&how);
	posix_spawnattr_setsigmask(&how, &none);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGMASK);
	why = posix_spawn(&c->pid, program, &files, &how, words, environ);
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&files);
	close(ends[1]);
	c->fd = ends[0];
	if (why)
		close(ends[0]);
	return why;
}

/* Until it has said all, or does not get on. False: it does not. */
static bool hear(struct child *c, int step_ms)
{
	int64_t end_ms = wallclock_steady_ms() + TRIAL_WHOLE_MS;
	char bytes[256];

	while (wallclock_steady_ms() < end_ms) {
		struct pollfd on = {c->fd, POLLIN, 0};
		int ready = poll(&on, 1, step_ms);
		if (ready < 0 && errno == EINTR)
			continue;
		ssize_t got = ready > 0 ? read(c->fd, bytes, sizeof(bytes)) : -1;
		if (got <= 0)
			return ready > 0;
		for (ssize_t i = 0; i < got; i++) /* dots are steps; the rest is kept */
			if ((c->n > 0 || bytes[i] != '.') && c->n < SAID - 1)
				c->said[c->n++] = bytes[i];
	}
	return false;
}

/* Out of what it said, in the words of trialchild.h. False: that is not whole. */
static bool take(struct trial *t, const char *said)
{
	int n = 0;

	if (sscanf(said, "%d %d %d %d%n", &t->questions, &t->errors, &t->warnings, &t->spoilt,
		   &n) != 4 ||
	    said[n] != ' ')
		return false;
	n++;
	size_t length = strcspn(said + n, "\n");
	if (!said[n + (int)length])
		return false;
	snprintf(t->words, sizeof(t->words), "%.*s", (int)length, said + n);
	return true;
}

static struct trial judge(const struct child *c, bool ended, int status, int step_ms)
{
	struct trial t = {.end = TRIAL_READ};
	bool cpu = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;

	if (WIFEXITED(status) && WEXITSTATUS(status) == TRIAL_GOOD && take(&t, c->said))
		return t;
	t = (struct trial){.end = TRIAL_CRASHED};
	if (!ended || cpu) {
		t.end = TRIAL_HUNG;
		snprintf(t.words, sizeof(t.words), "reading it took more than %d s",
			 (step_ms + 999) / 1000);
	} else if (WIFEXITED(status) && WEXITSTATUS(status) == TRIAL_SHORT) {
		t.end = TRIAL_FILLED;
		snprintf(t.words, sizeof(t.words), "reading it took more than %d MB of memory",
			 TRIAL_BYTES >> 20);
	} else if (WIFSIGNALED(status)) {
		snprintf(t.words, sizeof(t.words), "reading it ended in a crash (%s)",
			 strsignal(WTERMSIG(status)));
	} else {
		snprintf(t.words, sizeof(t.words), "reading it broke off");
	}
	return t;
}

static struct trial run(const char *program, const char *path, int step_ms)
{
	struct child c = {0};
	int status, why = start(&c, program, path);

	if (why)
		return fail(why);
	step_ms = step_ms > 0 ? step_ms : TRIAL_STEP_MS;
	bool ended = hear(&c, step_ms);
	if (!ended)
		kill(c.pid, SIGKILL);
	close(c.fd);
	while (waitpid(c.pid, &status, 0) < 0)
		if (errno != EINTR)
			return fail(errno);
	return judge(&c, ended, status, step_ms);
}

struct trial trial_run(const char *program, const char *path, int step_ms)
{
	static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

	pthread_mutex_lock(&one);
	struct trial t = run(program, path, step_ms);
	pthread_mutex_unlock(&one);
	return t;
}
