#include "trialchild.h"

#include <SDL.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "hash.h"
#include "mixer.h"
#include "pack.h"
#include "packmedia.h"
#include "pictures.h"
#include "trial.h"

enum {
	LARGEST_FILE = 2 * MEDIA_BYTES, /* what a .quiz has in it comes as a file in memory */
	FILES = 64,
	KINDNESS = 10,
	SEEN = 8192, /* pictures and sounds, each looked at once; a power of two */
	ROOM_PX = 4096,
};

struct reader {
	const struct pack *pack;
	struct pictures *pictures;
	struct mixer *mixer; /* NULL: no sound yet */
	uint64_t seen[SEEN]; /* their hashes, 0: free */
	int nseen, spoilt;
	const char *first; /* that is spoilt */
};

static void limit(int what, rlim_t most)
{
	struct rlimit l = {most, most};

	setrlimit((__rlimit_resource_t)what, &l);
}

/* Where the machine's or the service's memory is short, this process goes and the game stays. */
static void go_first(void)
{
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	if (write(fd, "1000", 4) != 4)
		errno = 0; /* it is as likely as others, then */
	close(fd);
}

static void set_limits(void)
{
	go_first();
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
	close_range(STDERR_FILENO + 1, ~0U, 0);
	limit(RLIMIT_CORE, 0);
	limit(RLIMIT_FSIZE, LARGEST_FILE);
	limit(RLIMIT_NOFILE, FILES);
#ifndef __SANITIZE_ADDRESS__ /* which takes terabytes of addresses */
	limit(RLIMIT_AS, TRIAL_BYTES);
#endif
	if (nice(KINDNESS) < 0)
		errno = 0;
}

/* It has got on, and has as many seconds of the processor as before for what comes. */
static void step(void)
{
	struct rusage used;
	struct rlimit l = {RLIM_INFINITY, RLIM_INFINITY};

	getrusage(RUSAGE_SELF, &used);
	l.rlim_cur =
		(rlim_t)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1 + TRIAL_STEP_MS / 1000;
	setrlimit(RLIMIT_CPU, &l);
	if (write(STDOUT_FILENO, ".", 1) != 1)
		_exit(1); /* nobody listens */
}

static bool is_new(struct reader *r, const char *path)
{
	uint64_t hash = hash_text(HASH_START, path) | 1;
	size_t at = hash / 2 % SEEN;

	while (r->seen[at] && r->seen[at] != hash)
		at = (at + 1) % SEEN;
	if (r->seen[at] || r->nseen == SEEN / 2)
		return !r->seen[at];
	r->seen[at] = hash;
	return ++r->nseen;
}

static bool decode_picture(struct reader *r, const char *path)
{
	struct event there;

	if (!r->pictures)
		r->pictures = pictures_create(PICTURES_BYTES);
	if (!r->pictures)
		return false;
	pictures_want(r->pictures, r->pack->folder, path, ROOM_PX, ROOM_PX);
	return pictures_answer(r->pictures, &there) && there.index;
}

static bool decode_sound(struct reader *r, const char *path)
{
	int fd = media_open(r->pack->folder, path, MEDIA_SOUND);

	if (!r->mixer)
		r->mixer = mixer_create();
	if (r->mixer && mixer_open(r->mixer))
		return mixer_decodes(r->mixer, fd);
	close(fd);
	return true; /* there is no sound here at all */
}

static void decode(struct reader *r, const char *path, bool (*how)(struct reader *, const char *))
{
	if (!path || !is_new(r, path))
		return;
	errno = 0;
	if (!how(r, path)) {
		if (errno == ENOMEM)
			_exit(TRIAL_SHORT);
		r->first = r->first ? r->first : path;
		r->spoilt++;
	}
	step();
}

static void decode_all(struct reader *r)
{
	const struct pack *p = r->pack;

	decode(r, p->cover, decode_picture);
	for (const struct question *q = p->questions; q < p->questions + p->nquestions; q++) {
		decode(r, q->image, decode_picture);
		decode(r, q->audio, decode_sound);
		for (int i = 0; i < q->nchoices; i++)
			decode(r, q->choices[i].image, decode_picture);
	}
}

static bool is_short(const struct diag *d)
{
	for (int i = 0; i < d->n; i++)
		if (strcmp(d->findings[i].code, "E102") == 0 &&
		    strstr(d->findings[i].message, "memory"))
			return true;
	return false;
}

int trial_child(const char *path)
{
	static struct reader r;
	struct diag d;

	setenv("SDL_AUDIODRIVER", "dummy", 1);
	set_limits();
	step();
	diag_init(&d, path);
	r.pack = pack_load(path, &d);
	step();
	if (!r.pack && is_short(&d))
		return TRIAL_SHORT;
	if (r.pack)
		decode_all(&r);
	struct diag words; /* a path of somebody's is made safe to show */
	diag_init(&words, path);
	printf("\n%d %d %d %d %s\n", r.pack ? r.pack->nquestions : 0, d.errors, d.warnings,
	       r.spoilt, r.first ? diag_copy(&words, r.first, strlen(r.first)) : "");
	fflush(stdout);
	_exit(TRIAL_GOOD); /* what the libraries would tidy up is not worth their risk */
}
