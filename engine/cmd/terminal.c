#include "terminal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "text.h"

static int64_t now_ms(void *clock)
{
	struct timespec t;

	(void)clock;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

int terminal_play(const struct options *asked, const struct library *l)
{
	const struct pack **packs = calloc((size_t)l->n, sizeof(*packs));
	struct winsize size = {0};
	int n = 0;

	if (!packs) {
		fprintf(stderr, "stairwell: packs: %s\n", strerror(ENOMEM));
		return 1;
	}
	for (int i = 0; i < l->n; i++)
		if (l->entries[i].pack)
			packs[n++] = l->entries[i].pack;
	if (isatty(STDOUT_FILENO) && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
	    size.ws_col == 0)
		size.ws_col = 80;
	struct text_options o = {.in = stdin,
				 .out = stdout,
				 .width = size.ws_col,
				 .packs = packs,
				 .npacks = n,
				 .questions = asked->questions,
				 .language = asked->set.language[0] ? asked->set.language : NULL,
				 .game = {.mode = asked->mode,
					  .seed = asked->seed,
					  .clock_percent = asked->set.clock_percent},
				 .now_ms = now_ms};
	int status = text_play(&o);
	free(packs);
	return status;
}
