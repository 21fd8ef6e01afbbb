/*
 * Ninety days of a kiosk: days CONFIG.ini [DAYS [VISITS OF A DAY]]
 *
 * The program itself, with its store on the disk, on a clock that this moves: visitors who play to
 * the end, who walk away, who hammer on everything, who change what can be changed, and staff who
 * mistype their PIN, from before the end of daylight saving over the year's end to after its
 * beginning, with months between in which the machine was off, one day on which the clock has lost
 * its battery and one on which it is set back. Each night the kiosk must be as it was in the
 * morning: nobody there, nothing kept open, no memory gone, and the store no larger than what it
 * keeps.
 */
#include <dirent.h>
#include <inttypes.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "diagprint.h"
#include "packs.h"
#include "play.h"
#include "store.h"

enum {
	DAYS = 90,
	VISITS = 40,
	OPENS_H = 9,
	CLOSES_H = 18,
	GROWTH = 64 * 1024, /* bytes, after the first day */
	STRIDE_MS = 100,    /* frames of what moves that are looked at while somebody is there */
};

static struct play play;
static struct kiosk kiosk;
static struct shell shell;
static int64_t at_ms, unix_ms;
static uint64_t chance = 20261122;
static int day, visit;
static long steps, played;         /* played: games that came to their end */
static const char *shown = "none"; /* the screen */
static char data[] = "/tmp/stairwell-days-XXXXXX";

size_t __sanitizer_get_current_allocated_bytes(void) __attribute__((weak));

static void tidy(void)
{
	char command[64];

	snprintf(command, sizeof command, "rm -rf %s", data);
	if (system(command) != 0)
		fprintf(stderr, "days: %s stays\n", data);
}

static void fail(const char *format, ...)
{
	va_list rest;

	va_start(rest, format);
	fprintf(stderr, "days: day %d, visit %d: ", day, visit);
	vfprintf(stderr, format, rest);
	fprintf(stderr, " (screen %s)\n", shown);
	va_end(rest);
	exit(1);
}

/* Steele and Vigna's SplitMix64, by Vigna's description. */
static uint64_t draw(uint64_t below)
{
	uint64_t z = chance += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (z ^ (z >> 31)) % below;
}

/* ---- the clock ---- */

static struct event now(enum event_kind kind)
{
	time_t s = unix_ms / 1000;
	struct tm local;

	localtime_r(&s, &local);
	return (struct event){.kind = kind,
			      .at_ms = at_ms,
			      .unix_ms = unix_ms,
			      .utc_offset_min = (int)(local.tm_gmtoff / 60)};
}

static int64_t local(int year, int month, int mday, int hour)
{
	struct tm t = {.tm_year = year - 1900,
		       .tm_mon = month - 1,
		       .tm_mday = mday,
		       .tm_hour = hour,
		       .tm_isdst = -1};

	return (int64_t)mktime(&t) * 1000;
}

static int64_t next_local(int hour)
{
	time_t s = unix_ms / 1000;
	struct tm t;

	localtime_r(&s, &t);
	t.tm_mday += t.tm_hour >= hour;
	t.tm_hour = hour;
	t.tm_min = t.tm_sec = 0;
	t.tm_isdst = -1;
	return (int64_t)mktime(&t) * 1000;
}

/* ---- hands ---- */

static bool is(const char *screen)
{
	return strcmp(app_frame(play.app)->screen, screen) == 0;
}

static void look(void)
{
	static const char *const screens[] = {"attract", "packs",   "modes",  "question",
					      "reveal",  "results", "scores", "pause",
					      "idle",    "closed",  "pin",    "operator"};
	static bool over;
	const struct frame *f = app_frame(play.app);
	size_t i = 0;

	const struct game *g = app_game(play.app);
	/* those of 1970 are older than what is kept, once the clock is right again */
	played += g && g->phase == PHASE_OVER && !over && day != 70;
	over = g && g->phase == PHASE_OVER;
	shown = f->screen;
	while (i < sizeof screens / sizeof screens[0] && strcmp(screens[i], f->screen) != 0)
		i++;
	if (i == sizeof screens / sizeof screens[0])
		fail("no visitor may be here");
	if (f->full)
		fail("the frame is full");
}

static void send(struct event ev)
{
	steps++;
	if (!shell_step(&shell, &ev))
		fail("it has ended");
	look();
}

static void pass(int64_t ms, int64_t stride_ms)
{
	int64_t end_ms = at_ms + ms;

	while (at_ms < end_ms) {
		int64_t wake_ms = app_frame(play.app)->wake, to_ms = end_ms;
		if (wake_ms >= 0 && wake_ms < end_ms)
			to_ms = wake_ms > at_ms + stride_ms ? wake_ms : at_ms + stride_ms;
		to_ms = to_ms > end_ms ? end_ms : to_ms;
		unix_ms += to_ms - at_ms;
		at_ms = to_ms;
		send(now(EVENT_TICK));
	}
}

static void touch(float x, float y, int64_t ms)
{
	struct event ev = now(EVENT_DOWN);

	ev.touch = ev.held = true;
	ev.x = x;
	ev.y = y;
	send(ev);
	if (ms > 0)
		pass(ms, STRIDE_MS);
	ev = now(EVENT_UP);
	ev.touch = true;
	ev.x = x;
	ev.y = y;
	send(ev);
}

static void touch_anywhere(void)
{
	const struct frame *f = app_frame(play.app);

	touch((float)draw((uint64_t)f->w), (float)draw((uint64_t)f->h), 0);
}

/* Some spot that can be pressed; false: there is none. */
static bool touch_some(void)
{
	const struct frame *f = app_frame(play.app);

	for (int tries = 0; tries < 20 && f->nspots > 0; tries++) {
		const struct spot *s = &f->spots[draw((uint64_t)f->nspots)];
		if (s->flags & SPOT_DISABLED)
			continue;
		touch(s->box.x + s->box.w / 2, s->box.y + s->box.h / 2, 0);
		return true;
	}
	return false;
}

static bool touch_label(const char *label)
{
	float x, y;
	bool on_page;

	if (!app_find(play.app, label, &x, &y, &on_page))
		return false;
	touch(x, y, 0);
	return true;
}

static void press(int key)
{
	struct event ev = now(EVENT_KEY);

	ev.key = key;
	send(ev);
}

/* ---- visitors ---- */

/* However it was left, it is nobody's in the end. */
static void walk_away(void)
{
	for (int i = 0; i < 40 && !is("attract") && !is("closed"); i++)
		pass(15000, 1000);
	if (!is("attract") && !is("closed"))
		fail("it waits for somebody who has gone");
}

static void answer(bool right)
{
	const struct game *g = app_game(play.app);
	const struct asked *a = g ? game_asked(g) : NULL;

	for (int i = 0; a && i < a->nshown; i++)
		if ((a->right >> i & 1) == right) {
			const struct choice *c = game_choice(g, i);
			if (!c->text.s || !touch_label(c->text.s))
				press('1' + i);
			return;
		}
}

/* Plays as most do: `most` questions, and looks at what comes then. */
static void play_on(int most)
{
	int answered = 0;

	for (int i = 0; i < 200 && !is("closed"); i++) {
		if (is("attract") && i > 0)
			return;
		if (is("question")) {
			if (answered++ == most)
				return;
			pass((int64_t)draw(6000), STRIDE_MS);
			answer(draw(3) > 0);
			pass(1500, STRIDE_MS);
		} else if (is("reveal")) {
			pass(1000 + (int64_t)draw(5000), STRIDE_MS);
			press(KEY_ENTER);
		} else if (is("attract")) {
			touch_anywhere();
		} else {
			pass(3500, STRIDE_MS);
			if (is("results") && draw(2))
				return;
			touch_some();
		}
		pass(600, STRIDE_MS);
	}
}

static void play_to_the_end(void)
{
	play_on(1000);
}

static void leave_early(void)
{
	play_on(1 + (int)draw(4));
}

static void hammer(void)
{
	for (int i = 0; i < 300; i++) {
		if (draw(3) == 0)
			touch_some();
		else
			touch_anywhere();
		if (draw(4) == 0)
			press((int)draw(KEY_F11));
		pass(20 + (int64_t)draw(80), STRIDE_MS);
	}
}

static void change_everything(void)
{
	static const char *const pills[] = {"Deutsch", "Bigger text", "Contrast", "Within reach",
					    "Text",    "Reach",       "Français", "English"};

	for (int i = 0; i < 6; i++) {
		touch_label(pills[draw(sizeof pills / sizeof pills[0])]);
		pass(700, STRIDE_MS);
	}
	play_on(3);
	for (int i = 0; i < 6; i++) {
		touch_label(pills[draw(sizeof pills / sizeof pills[0])]);
		pass(700, STRIDE_MS);
	}
}

static void mistype_the_pin(void)
{
	touch(3, 3, 3500);
	if (!is("pin"))
		fail("a hold in the corner leads nowhere");
	for (int i = 0; i < 4; i++)
		press('0' + (int)draw(10));
	press(KEY_ENTER);
	pass(3000, STRIDE_MS);
	if (is("operator"))
		fail("any PIN will do");
}

static void only_touch_it(void)
{
	touch_anywhere();
}

static void run_visit(void)
{
	static const struct {
		void (*come)(void);
		int share;
	} kinds[] = {{play_to_the_end, 30},   {leave_early, 40},    {hammer, 8},
		     {change_everything, 10}, {mistype_the_pin, 2}, {only_touch_it, 10}};
	int at = (int)draw(100), kind = 0;

	while (at >= kinds[kind].share)
		at -= kinds[kind++].share;
	kinds[kind].come();
	walk_away();
}

/* ---- what a night must find ---- */

/* What is in use. mallinfo2() counts what a thread's cache keeps of what was freed, too: whoever
 * runs this turns that cache off (glibc.malloc.tcache_count=0). */
static size_t memory(void)
{
	struct mallinfo2 m = mallinfo2();

	if (__sanitizer_get_current_allocated_bytes)
		return __sanitizer_get_current_allocated_bytes();
	return m.uordblks + m.hblkhd;
}

/* What the allocator has from the system, used or not; 0: another one counts. */
static size_t heap(void)
{
	struct mallinfo2 m = mallinfo2();

	return __sanitizer_get_current_allocated_bytes ? 0 : m.arena + m.hblkhd;
}

static int handles(void)
{
	DIR *dir = opendir("/proc/self/fd");
	int n = 0;

	while (dir && readdir(dir))
		n++;
	if (dir)
		closedir(dir);
	return n;
}

static int64_t store_bytes(void)
{
	static const char *const ends[] = {"", "-wal", "-shm"};
	int64_t n = 0;

	for (int i = 0; i < 3; i++) {
		char path[PATH_MAX + 8];
		struct stat st;
		snprintf(path, sizeof path, "%s%s", play.store, ends[i]);
		n += stat(path, &st) == 0 ? st.st_size : 0;
	}
	return n;
}

static bool add_play(void *ctx, const struct play_count *c)
{
	*(int64_t *)ctx += c->left_at == 0 ? c->games : 0;
	return true;
}

struct months {
	struct store *store;
	int64_t finished;
};

static bool add_month(void *ctx, int month)
{
	struct months *m = ctx;

	return store_plays(m->store, month, add_play, &m->finished);
}

/* What is for the museum is there in the end: each game that was played, and a report of each month
 * with visitors. */
static void check_kept(int days)
{
	struct months m = {.store = store_open_to_read(play.store, NULL)};
	char folder[64];
	int reports = 0;

	if (!m.store || !store_months(m.store, add_month, &m))
		fail("the store can't be read");
	store_close(m.store);
	snprintf(folder, sizeof folder, "%s/reports", data);
	DIR *dir = opendir(folder);
	for (struct dirent *e; dir && (e = readdir(dir));)
		reports += strstr(e->d_name, ".csv") != NULL;
	if (dir)
		closedir(dir);
	printf("%ld games played, %" PRId64 " counted, %d reports\n", played, m.finished, reports);
	if (m.finished != played)
		fail("games are not counted");
	if (days > 1 && reports == 0)
		fail("there is no report");
}

static void live_a_day(int visits)
{
	int64_t opens_ms = next_local(OPENS_H);

	pass(opens_ms - unix_ms, 600000);
	int64_t rest_ms = (int64_t)(CLOSES_H - OPENS_H) * 3600000 / (visits + 1);
	for (visit = 1; visit <= visits; visit++) {
		int64_t begun_ms = at_ms;
		pass(30000, 1000); /* the loop of the attract screen */
		run_visit();
		if (at_ms - begun_ms < rest_ms)
			pass(rest_ms - (at_ms - begun_ms), 60000);
	}
	pass(next_local(0) - unix_ms, 600000);
	if (!is("attract") && !is("closed"))
		fail("somebody is there at night");
}

/* What the wall clock does before a day begins. */
static void turn_clock(void)
{
	static int64_t right_ms; /* while it is wrong */

	switch (day) {
	case 1: unix_ms = local(2031, 10, 10, 6); break;
	case 31: unix_ms = local(2031, 12, 20, 6); break;
	case 61: unix_ms = local(2032, 3, 10, 6); break;
	case 70:
		right_ms = unix_ms;
		unix_ms = 5 * 3600000; /* 1970: its battery is empty */
		break;
	case 71: unix_ms = right_ms + 24 * 3600000; break;
	case 80: unix_ms -= 3 * 3600000; break;
	default: break;
	}
}

static void open_kiosk(const char *config)
{
	struct diag d;

	diag_init(&d, config);
	if (!kiosk_read(&kiosk, config, &d) || d.errors > 0) {
		diag_print(&d, stderr);
		exit(2);
	}
	diag_finish(&d);
	options_init(&play.options);
	library_init(&play.library);
	play.options.script = "-"; /* everything is done in line */
	play.options.data = data;
	play.options.seed = 1;
	play.options.seeded = true;
	kioskset_begin(&play, &kiosk);
	if (!play_open(&play, 1080, 1920, now(EVENT_TICK)))
		fail("it does not open");
	shell = play_shell(&play);
	playwatch_open(&play, true);
	playpast_offer(&play);
	struct event first = now(EVENT_TICK);
	shell_begin(&shell, &first);
}

int main(int argc, char **argv)
{
	int days = argc > 2 ? atoi(argv[2]) : DAYS, visits = argc > 3 ? atoi(argv[3]) : VISITS;
	size_t first_bytes = 0, first_heap = 0, bytes = 0;
	int64_t third_store = 0;
	int first_handles = 0;

	if (argc < 2 || !mkdtemp(data))
		return 2;
	setenv("TZ", "Europe/Berlin", 1);
	tzset();
	unix_ms = local(2031, 10, 10, 6);
	atexit(tidy);
	open_kiosk(argv[1]);
	for (day = 1; day <= days; day++) {
		turn_clock();
		live_a_day(day == 1 && visits < VISITS ? VISITS : visits); /* all has been seen */
		bytes = memory();
		if (day == 1) {
			first_bytes = bytes;
			first_heap = heap();
			first_handles = handles();
		}
		if (day == days / 3 + 1)
			third_store = store_bytes();
		if (getenv("STAIRWELL_DAYS_TELL"))
			printf("day %d: %zu bytes of %zu, %d handles, store %" PRId64
			       ", %ld steps\n",
			       day, bytes, heap(), handles(), store_bytes(), steps);
	}
	printf("%d days, %d visits each, %ld steps: after the first day %+ld bytes in use, %+ld "
	       "from the system, handles %+d, store %" PRId64 " KiB\n",
	       days, visits, steps, (long)bytes - (long)first_bytes,
	       (long)heap() - (long)first_heap, handles() - first_handles, store_bytes() / 1024);
	if (bytes > first_bytes + GROWTH)
		fail("it grows");
	if (handles() != first_handles)
		fail("handles stay open");
	if (days >= DAYS && store_bytes() > third_store + third_store / 2)
		fail("the store grows");
	play_close(&play);
	check_kept(days);
	return 0;
}
