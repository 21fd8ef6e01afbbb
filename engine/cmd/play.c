/*
 * The game: finds the packs, then plays in a window, in a script or in the terminal.
 */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

#include "audio.h"
#include "cmd.h"
#include "find.h"
#include "packs.h"
#include "pictures.h"
#include "play.h"
#include "record.h"
#include "terminal.h"
#include "window.h"

static int complain(const char *what, const char *why)
{
	fprintf(stderr, "stairwell: %s: %s\n", what, why);
	return 1;
}

/* What is wrong with the packs, once. False: nothing is left to play. */
static bool report_packs(struct play *p)
{
	bool left = p->reported || packs_report(&p->library, &p->options);

	p->reported = p->options.packs.n > 0 || p->options.text;
	return left;
}

static void perform(void *ctx, const struct effect *e)
{
	struct play *p = ctx;

	if (e->kind == EFFECT_KEEP)
		p->changed[e->index] = p->due = true;
	kioskdo_perform(p, e);
	kiosklife_perform(p, e);
	if (p->window)
		window_perform(p->window, e);
}

/* ---- pictures ---- */

static bool open_painter(struct play *p)
{
	char ini[PATH_MAX] = "";

	find_share("fonts/fonts.ini", ini, sizeof(ini));
	p->fonts = fonts_open(ini);
	if (!p->fonts) {
		complain("fonts", "none can be opened; --text plays without");
		return false;
	}
	if (p->kiosk)
		fonts_begin(p->fonts);
	p->pictures = pictures_create(PICTURES_BYTES);
	p->painter = painter_create(p->fonts, p->pictures);
	return p->painter && p->pictures;
}

/* What the fonts lack, once for each that is missing; more comes to light while text is drawn. */
static void note_fonts(struct play *p)
{
	const char *notes = fonts_notes(p->fonts), *line = notes + p->noted;

	for (size_t n; (n = strcspn(line, "\n")) > 0; line += n + 1)
		fprintf(stderr, "stairwell: %.*s\n", (int)n, line);
	p->noted = (size_t)(line - notes);
}

static void note_audio(struct play *p)
{
	const char *note = p->audio ? audio_note(p->audio) : NULL;

	if (note)
		fprintf(stderr, "stairwell: %s\n", note);
}

static bool open_app(struct play *p, int w, int h, struct event first)
{
	const struct options *o = &p->options;
	char folder[PATH_MAX];
	bool own = find_own_packs(folder, sizeof(folder)) &&
		   find_tilde(folder, p->packs_folder, sizeof(p->packs_folder));
	struct app_options a = {
		.library = &p->library,
		.measure = fonts_measure(p->fonts),
		.set = o->set,
		.packs_folder = own ? p->packs_folder : NULL,
		.mode = o->mode,
		.questions = o->questions,
		.seed = o->seed,
		.straight = o->packs.n > 0 && !p->kiosk,
		.chosen = o->mode_given || o->players > 1,
		.repeatable = o->seeded || o->record,
		.nplayers = o->players,
		.party = o->buzzers ? PARTY_BUZZERS : PARTY_TURNS,
		.kiosk = p->kiosk,
		.preview = p->preview,
		.line = p->line,
		.reveal = p->reveal,
		.bare = p->bare,
		.keeps = p->settings[0],
		.mistakes = p->mistakes,
		.w = w,
		.h = h,
	};

	if (!playpast_read(p, &a))
		return false;
	a.state = kioskdo_open(p);
	p->life.volume = a.state.volume;
	p->app = app_create(&a, &first);
	return p->app;
}

static bool late(void *ctx, struct event *answer)
{
	return playwatch_next(ctx, answer) || kioskdo_answer(ctx, answer);
}

/* In a script all work is done at once. */
static bool late_in_script(void *ctx, struct event *answer)
{
	return playset_keep(ctx, answer) || late(ctx, answer);
}

static void was_read(void *ctx, int index)
{
	struct play *p = ctx;

	if (p->read)
		p->read(p, index);
}

bool play_open(struct play *p, int w, int h, struct event first)
{
	return open_painter(p) && open_app(p, w, h, first);
}

struct shell play_shell(struct play *p)
{
	return (struct shell){.app = p->app,
			      .library = &p->library,
			      .record = p->record,
			      .pictures = p->pictures,
			      .keeper = p->keeper,
			      .perform = perform,
			      .late = p->script ? late_in_script : late,
			      .saved = playwatch_saved,
			      .read = was_read,
			      .ctx = p,
			      .audio = p->audio};
}

static int play_script(struct play *p)
{
	struct event first = script_first();
	int w = p->options.w, h = p->options.h;

	if (!play_open(p, w, h, first))
		return 1;
	if (!playrecord_open(p, w, h, first.at_ms))
		return complain(p->options.record, strerror(errno));
	struct shell shell = play_shell(p);
	playwatch_open(p, true);
	playpast_offer(p);
	bool good = script_run(p->script, &shell, p->painter);
	note_fonts(p);
	playpast_note(p);
	fputs(script_error(p->script), stderr);
	return good ? 0 : 1;
}

static int no_display(struct play *p)
{
	if (p->preview)
		return complain("no display", "-o FILE.png writes a picture without one");
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && !p->options.record) {
		fputs("stairwell: no display; playing in the terminal\n", stderr);
		p->options.text = true;
		playpast_close(p);
		if (options_refuse(&p->options) != ARGS_GOOD)
			return 1;
		return report_packs(p) ? terminal_play(&p->options, &p->library) : 1;
	}
	return complain("no display",
			"--text plays in a terminal or a pipe, --script without either");
}

static int play_window(struct play *p)
{
	const struct options *o = &p->options;
	const char *why;
	int w, h;

	p->window = window_open(o->w, o->h, &o->set, o->renderer, p->kiosk, &why);
	if (!p->window)
		return why ? complain("no window", why) : no_display(p);
	if (why)
		complain("window", why);
	struct event ev = window_now(p->window);
	p->keep_ms = -1;
	window_size(p->window, &w, &h);
	if (!play_open(p, w, h, ev))
		return 1;
	if (!playrecord_open(p, w, h, ev.at_ms))
		return complain(o->record, strerror(errno));
	p->audio = audio_create(o->set.cues, o->set.media, window_wake, p->window);
	struct shell shell = play_shell(p);
	pictures_start(p->pictures, window_wake, p->window);
	if (!o->record) /* what is recorded is to go the same way without what is saved here */
		playwatch_open(p, false);
	if (o->packs.n > 0 || p->kiosk) /* seen before anything is heard */
		window_show(p->window, p->painter, app_frame(p->app));
	playpast_offer(p);
	bool goes_on = shell_begin(&shell, &ev);
	while (goes_on) {
		kiosklife_step(p, &ev);
		window_show(p->window, p->painter, app_frame(p->app));
		note_fonts(p);
		note_audio(p);
		playpast_note(p);
		playset_tell(p, &shell, &ev);
		int64_t wake_ms = app_frame(p->app)->wake;
		if (p->keep_ms >= 0 && (wake_ms < 0 || p->keep_ms < wake_ms))
			wake_ms = p->keep_ms;
		window_wait(p->window, wake_ms, &ev);
		goes_on = shell_step(&shell, &ev) && p->staff.ends == ENDS_NOT;
	}
	kiosklife_end(p, p->staff.ends == ENDS_FOR_GOOD);
	playset_keep(p, &ev);
	note_audio(p);
	return 0;
}

int play_run(struct play *p)
{
	return p->script ? play_script(p) : play_window(p);
}

void play_close(struct play *p)
{
	playpast_close(p);
	playwatch_close(p);
	app_destroy(p->app);
	painter_destroy(p->painter);
	pictures_destroy(p->pictures);
	if (p->fonts)
		fonts_close(p->fonts);
	audio_destroy(p->audio);
	window_close(p->window);
	script_close(p->script);
	library_finish(&p->library);
	options_finish(&p->options);
}

/* ---- the command ---- */

/* The script's own `start` line comes first, so that the command line overrules it. */
static enum args_end read_options(struct play *p, int argc, char **argv)
{
	struct options *o = &p->options;
	bool named = strcmp(argv[0], "play") == 0;
	const char *command = named ? "stairwell play" : "stairwell";
	enum args_end end = options_read(o, command, named, argc, argv);
	char **words;

	if (end != ARGS_GOOD || !o->script)
		return end;
	p->script = script_open(o->script);
	if (!p->script) {
		complain(o->script, strerror(errno));
		return ARGS_WRONG;
	}
	int n = script_start(p->script, &words);
	if (n == 0)
		return end;
	bool packs = o->packs.n > 0, play = n > 1 && strcmp(words[1], "play") == 0;
	char line[PATH_MAX];
	snprintf(line, sizeof(line), "%s:1", o->script);
	options_finish(o);
	options_init(o);
	end = options_read(o, line, true, n - play, words + play);
	if (packs)
		o->packs.n = 0;
	return end == ARGS_GOOD ? options_read(o, command, named, argc, argv) : end;
}

static int play(struct play *p)
{
	if (!p->options.seeded && getrandom(&p->options.seed, 4, 0) != 4)
		p->options.seed = (uint64_t)time(NULL);
	playset_read(p);
	if (!p->options.text)
		playpast_open(p);
	packs_find(&p->library, &p->options);
	if (!report_packs(p))
		return 1;
	return p->options.text ? terminal_play(&p->options, &p->library) : play_run(p);
}

int cmd_play(int argc, char **argv)
{
	struct play p = {0};
	int status;

	options_init(&p.options);
	library_init(&p.library);
	enum args_end end = read_options(&p, argc, argv);
	if (end == ARGS_GOOD)
		end = options_refuse(&p.options);
	status = end == ARGS_GOOD ? play(&p) : end == ARGS_WRONG ? 2 : 0;

	if (!record_close(p.record))
		status = complain(p.options.record, "could not be written to its end");
	play_close(&p);
	return status;
}
