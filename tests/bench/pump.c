/*
 * Plays a game in a real window and says how long the program ever went without a look at what the
 * system has for it: what is pressed meanwhile gets its time late.
 *
 *     pump SECONDS [ARGUMENTS of `stairwell play`...]
 *
 * Keys are sent from a second connection to the server, one every 130 ms. Prints the longest and
 * the 99th percentile of the gaps between two looks, in ms, without the time spent waiting: first
 * of what the program's thread ran for, then of what a clock says, which on a busy machine is more.
 * The first line is of questions, where buzzers are pressed: while one is shown, is being painted,
 * or was shown last. The second is of all other screens.
 */
#include <SDL.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "keys.h"
#include "watch.h"
#include "window.h"

enum { GAPS = 1 << 20, START_MS = 1500, EVERY_MS = 130 };

static pthread_t player; /* the thread that waits, which a signal has to wake */
enum { QUESTIONS, OTHERS };
static double gaps[2][2][GAPS], looked_ms[2]; /* of which screen; CPU, clock */
static int ngaps[2], screen = OTHERS;
static volatile bool plays; /* the start is over */
static int seconds;

void __real_SDL_PumpEvents(void);
int __real_SDL_WaitEventTimeout(SDL_Event *e, int ms);
void __real_window_show(struct window *win, struct painter *painter, const struct frame *f);
void __wrap_SDL_PumpEvents(void);
int __wrap_SDL_WaitEventTimeout(SDL_Event *e, int ms);
void __wrap_window_show(struct window *win, struct painter *painter, const struct frame *f);

static double ran_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void gap_begins(void)
{
	looked_ms[0] = ran_ms();
	looked_ms[1] = now_ms();
}

static void gap_ends(void)
{
	int *n = &ngaps[screen];

	if (!plays || looked_ms[1] == 0 || *n == GAPS)
		return;
	gaps[screen][0][*n] = ran_ms() - looked_ms[0];
	gaps[screen][1][(*n)++] = now_ms() - looked_ms[1];
}

void __wrap_SDL_PumpEvents(void)
{
	gap_ends();
	__real_SDL_PumpEvents();
	gap_begins();
}

int __wrap_SDL_WaitEventTimeout(SDL_Event *e, int ms)
{
	gap_ends();
	int came = __real_SDL_WaitEventTimeout(e, ms);
	gap_begins();
	return came;
}

/* The step that leads to a frame counts as the one shown until then; where nobody looked between,
 * as the new one. */
void __wrap_window_show(struct window *win, struct painter *painter, const struct frame *f)
{
	screen = strcmp(f->screen, "question") == 0 ? QUESTIONS : OTHERS;
	__real_window_show(win, painter, f);
}

/* Round and round: a choice, locked in, and on. */
static void *play(void *ctx)
{
	static const KeySym keys[] = {XK_Down, XK_Down, XK_Up, XK_1, XK_1, XK_Return, XK_Return};
	Display *d = ctx;

	nap(START_MS);
	Window w = find_window(d);
	plays = true;
	for (double until_ms = now_ms() + 1000.0 * seconds; w && now_ms() < until_ms;)
		for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
			press(d, w, keys[i]);
			nap(EVERY_MS);
		}
	pthread_kill(player, SIGTERM);
	return NULL;
}

static int by_value(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;
	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	Display *d = XOpenDisplay(NULL);
	pthread_t hand;

	seconds = argc > 1 ? atoi(argv[1]) : 0;
	if (!d || seconds <= 0)
		return 2;
	player = pthread_self();
	argv[1] = "play";
	pthread_create(&hand, NULL, play, d);
	int status = cmd_play(argc - 1, argv + 1);
	pthread_join(hand, NULL);
	for (int s = QUESTIONS; s <= OTHERS; s++) {
		int n = ngaps[s];
		for (int i = 0; i < 2 && n > 0; i++) {
			qsort(gaps[s][i], (size_t)n, sizeof(double), by_value);
			printf("%.1f %.1f%c", gaps[s][i][n - 1], gaps[s][i][n * 99 / 100],
			       i ? '\n' : ' ');
		}
	}
	return status;
}
