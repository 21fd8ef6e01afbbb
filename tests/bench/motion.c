/*
 * What motion costs: the real program's frames at 1920 by 1080, one every 16 ms of its own time,
 * painted in part as a window would have it, and whole, beside the least that any painter could do:
 * filling that many pixels and copying them once. Usage: bench_motion [THEME]
 */
#include <malloc.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app.h"
#include "paint.h"
#include "present.h"

enum { W = 1920, H = 1080, STEP_MS = 16, MOST = 400, ROUNDS = 3 };

static struct bench {
	struct library library;
	struct fonts *fonts;
	struct painter *painter;
	cairo_surface_t *glass;
	struct app *app;
	const char *theme;
	int64_t now;
	double least; /* ms of a fill and a copy */
} b;

/* What is done before the motion that is measured, and what begins it. A step is a label that is
 * pressed, or what perform() knows. */
static const struct scene {
	const char *name;
	const char *before[8];
	const char *begin;
	int ms;
} scenes[] = {
	{"home: the well moves", {NULL}, NULL, 1600},
	{"home to packs", {NULL}, "Climb", 500},
	{"question in", {"Climb"}, "enter", 800},
	{"focus glides", {"Climb", "enter"}, "down", 300},
	{"the clock's last seconds", {"Climb", "enter", "wait 9000"}, NULL, 3000},
	{"lock in, then reveal", {"Climb", "enter", "wait 1000"}, "answer right", 3500},
	{"lock in, then wrong", {"Climb", "enter", "wait 1000"}, "answer wrong", 3500},
	{"pause", {"Climb", "enter", "wait 1000"}, "escape", 500},
	{"back from the pause", {"Climb", "enter", "wait 1000", "escape"}, "escape", 800},
	{"next question",
	 {"Climb", "enter", "wait 1000", "answer right", "wait 3000"},
	 "enter",
	 1000},
	{"results", {"Climb", "enter", "play to the end"}, "enter", 3000},
};

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void step(struct event ev)
{
	ev.at_ms = b.now;
	app_step(b.app, &ev);
}

static void pass(int ms)
{
	int64_t until = b.now + ms;

	while (b.now < until) {
		int64_t wake = app_frame(b.app)->wake;
		b.now = wake >= 0 && wake < until ? (wake > b.now ? wake : b.now + 1) : until;
		step((struct event){.kind = EVENT_TICK});
	}
}

static void press_key(int key)
{
	step((struct event){.kind = EVENT_KEY, .key = key});
}

static void answer(bool right)
{
	const struct asked *a = game_asked(app_game(b.app));
	int chosen = 0;

	for (int i = 0; i < a->nshown; i++) {
		if ((a->right >> i & 1) != right)
			continue;
		press_key('1' + i);
		if (++chosen == a->need)
			break;
	}
	press_key(KEY_ENTER);
}

static void press(const char *label)
{
	float x, y;
	bool on_page;

	if (!app_find(b.app, label, &x, &y, &on_page)) {
		fprintf(stderr, "bench_motion: no \"%s\" on %s\n", label, app_frame(b.app)->screen);
		exit(1);
	}
	step((struct event){.kind = EVENT_DOWN, .x = x, .y = y, .held = true});
	step((struct event){.kind = EVENT_UP, .x = x, .y = y});
}

static bool is_on(const char *screen)
{
	return strcmp(app_frame(b.app)->screen, screen) == 0;
}

static void perform(const char *what)
{
	int ms;

	if (sscanf(what, "wait %d", &ms) == 1) {
		pass(ms);
	} else if (strcmp(what, "down") == 0) {
		press_key(KEY_DOWN);
	} else if (strcmp(what, "escape") == 0) {
		press_key(KEY_ESCAPE);
	} else if (strcmp(what, "enter") == 0) {
		press_key(KEY_ENTER);
	} else if (strncmp(what, "answer", 6) == 0) {
		answer(strcmp(what, "answer right") == 0);
	} else if (strcmp(what, "play to the end") == 0) {
		const struct game *g = app_game(b.app);
		for (;;) {
			answer(g->at % 3 != 0);
			pass(3000);
			if (g->at + 1 >= g->deck.n)
				return;
			press_key(KEY_ENTER);
			pass(1000);
		}
	} else {
		press(what);
	}
}

static void begin(void)
{
	struct settings set = settings_default();
	struct event first = {.kind = EVENT_TICK, .at_ms = b.now};

	snprintf(set.theme, sizeof(set.theme), "%s", b.theme);
	struct app_options o = {.library = &b.library,
				.measure = fonts_measure(b.fonts),
				.set = set,
				.mode = &game_modes[0],
				.questions = 8,
				.seed = 4,
				.w = W,
				.h = H};
	app_destroy(b.app);
	b.app = app_create(&o, &first);
	if (!b.app)
		exit(1);
}

static int by_value(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;
	return (x > y) - (x < y);
}

struct figures {
	double median, p99, late; /* late: the share of frames over 16 ms */
	double first, part;       /* the first frame; the share of the glass that was painted */
	int n;
};

static struct figures sum_up(double *ms, int n)
{
	struct figures f = {.n = n, .first = ms[0]};

	for (int i = 0; i < n; i++)
		f.late += ms[i] > STEP_MS ? 1.0 / n : 0;
	qsort(ms, (size_t)n, sizeof(*ms), by_value);
	f.median = ms[n / 2];
	f.p99 = ms[n * 99 / 100];
	return f;
}

static struct figures run(const struct scene *s, bool whole)
{
	static double ms[MOST * ROUNDS];
	struct damage d;
	double painted = 0, first = 0;
	int n = 0;

	for (int round = 0; round < ROUNDS; round++) {
		begin();
		for (int i = 0; s->before[i]; i++) {
			perform(s->before[i]);
			pass(700);
		}
		painter_paint(b.painter, b.glass, app_frame(b.app), true, &d);
		if (s->begin)
			perform(s->begin);
		for (int at = 0; at < s->ms; at += STEP_MS) {
			double start = now_ms();
			painter_paint(b.painter, b.glass, app_frame(b.app), whole, &d);
			double took = now_ms() - start;
			long area = 0;
			for (int i = 0; i < d.n; i++)
				area += (long)d.rect[i].w * d.rect[i].h;
			first = n == 0 ? took : first;
			if (area > 0 || whole) {
				painted += (double)area / (W * H);
				ms[n++] = took;
			}
			b.now += STEP_MS;
			step((struct event){.kind = EVENT_TICK});
		}
	}
	struct figures f = {0};
	if (n > 0)
		f = sum_up(ms, n);
	f.first = first;
	f.part = n > 0 ? painted / n : 0;
	f.n = n / ROUNDS;
	return f;
}

static double measure_least(void)
{
	static double ms[MOST];
	unsigned char *pixels = cairo_image_surface_get_data(b.glass), *copy = malloc(W * H * 4);

	for (int i = 0; copy && i < 100; i++) {
		double start = now_ms();
		memset(pixels, i, W * H * 4);
		memcpy(copy, pixels, W * H * 4);
		ms[i] = now_ms() - start;
	}
	free(copy);
	return sum_up(ms, 100).median;
}

/* A thousand questions, each painted: what is kept must not grow. */
static void measure_memory(void)
{
	struct damage d;
	size_t half = 0;

	for (int asked = 0; asked < 1000;) {
		begin();
		perform("Climb");
		pass(700);
		perform("enter");
		for (int i = 0; i < 8; i++, asked++) {
			pass(700);
			painter_paint(b.painter, b.glass, app_frame(b.app), false, &d);
			answer(asked % 2);
			pass(3000);
			painter_paint(b.painter, b.glass, app_frame(b.app), false, &d);
			press_key(KEY_ENTER);
			if (is_on("results"))
				break;
		}
		if (asked < 500)
			half = mallinfo2().uordblks;
	}
	printf("memory in use after 500 questions %zu KiB, after 1000 %zu KiB; %zu KiB kept art\n",
	       half / 1024, mallinfo2().uordblks / 1024, painter_cache_bytes(b.painter) / 1024);
}

int main(int argc, char **argv)
{
	b.theme = argc > 1 ? argv[1] : "dark";
	library_init(&b.library);
	library_scan(&b.library, SOURCE "/questions");
	b.fonts = fonts_open(SOURCE "/fonts/fonts.ini");
	b.painter = b.fonts ? painter_create(b.fonts, NULL) : NULL;
	b.glass = cairo_image_surface_create(CAIRO_FORMAT_RGB24, W, H);
	if (!b.painter)
		return 1;
	b.least = measure_least();
	printf("fill and copy of %d by %d: %.2f ms; below, times that, or ms where said\n", W, H,
	       b.least);
	printf("%-26s %7s %28s   %21s\n", "", "", "what changed", "whole frames");
	printf("%-26s %7s %6s %6s %6s %7s   %6s %6s %7s\n", "", "changes", "first", "median", "p99",
	       ">16 ms", "median", "p99", ">16 ms");
	for (size_t i = 0; i < sizeof(scenes) / sizeof(scenes[0]); i++) {
		struct figures part = run(&scenes[i], false), all = run(&scenes[i], true);
		printf("%-26s %7d %6.2f %6.2f %6.2f %6.0f%%   %6.2f %6.2f %6.0f%%   (%4.1f ms, "
		       "%2.0f%% of the glass)\n",
		       scenes[i].name, part.n, part.first / b.least, part.median / b.least,
		       part.p99 / b.least, part.late * 100, all.median / b.least, all.p99 / b.least,
		       all.late * 100, part.median, part.part * 100);
	}
	measure_memory();
	app_destroy(b.app);
	painter_destroy(b.painter);
	fonts_close(b.fonts);
	cairo_surface_destroy(b.glass);
	library_finish(&b.library);
	return 0;
}
