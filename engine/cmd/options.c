#include "options.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void words_add(struct words *w, const char *s)
{
	const char **more = realloc(w->s, (size_t)(w->n + 1) * sizeof(*more));
	if (!more)
		abort();
	w->s = more;
	w->s[w->n++] = s;
}

static void take_pack(void *into, const char *word)
{
	words_add(&((struct options *)into)->packs, word);
}

static bool take_folder(void *into, const char *value)
{
	words_add(&((struct options *)into)->folders, value);
	return true;
}

static bool take_mode(void *into, const char *value)
{
	struct options *o = into;
	const struct mode *m = game_mode(value);

	if (m)
		o->mode = m;
	o->mode_given = true;
	return m;
}

static bool take_questions(void *into, const char *value)
{
	long long n;
	bool good = args_integer(value, 1, PACK_DRAW, &n);
	((struct options *)into)->questions = (int)n;
	return good;
}

static bool take_players(void *into, const char *value)
{
	long long n;
	bool good = args_integer(value, 1, GAME_PLAYERS, &n);
	((struct options *)into)->players = (int)n;
	return good;
}

static bool take_buzzers(void *into, const char *value)
{
	(void)value;
	return ((struct options *)into)->buzzers = true;
}

static bool take_resume(void *into, const char *value)
{
	(void)value;
	return ((struct options *)into)->resume = true;
}

static bool take_seed(void *into, const char *value)
{
	struct options *o = into;
	char *end;

	errno = 0;
	o->seed = strtoull(value, &end, 10);
	o->seeded = true;
	return value[0] >= '0' && value[0] <= '9' && *end == '\0' && errno == 0;
}

static bool give(struct options *o, enum setting k, const char *value)
{
	o->given[k] = true;
	return setting_take(&o->set, k, value);
}

static bool take_no_clock(void *into, const char *value)
{
	(void)value;
	return give(into, SETTING_CLOCK, "off");
}

static bool take_language(void *into, const char *value)
{
	return *value && give(into, SETTING_LANGUAGE, value);
}

static bool take_theme(void *into, const char *value)
{
	return give(into, SETTING_THEME, value);
}

static bool take_text_scale(void *into, const char *value)
{
	struct options *o = into;
	double scale;
	bool good = args_fraction(value, 1, 2, &scale);

	if (good)
		setting_put(&o->set, SETTING_TEXT, (int)lround(scale * 100));
	o->given[SETTING_TEXT] = true;
	return good;
}

static bool take_set(void *into, const char *value)
{
	char key[SETTING_CHARS];
	size_t n = strcspn(value, "=");

	snprintf(key, sizeof key, "%.*s", n < sizeof key ? (int)n : 0, value);
	int k = setting_find(key);
	if (k < 0) /* options_refuse says which there are */
		((struct options *)into)->no_setting = value;
	return k < 0 || (value[n] && give(into, (enum setting)k, value + n + 1));
}

static bool take_data(void *into, const char *value)
{
	((struct options *)into)->data = value;
	return *value;
}

static bool take_size(void *into, const char *value)
{
	struct options *o = into;
	int end = 0;
	return sscanf(value, "%5dx%5d%n", &o->w, &o->h, &end) == 2 && value[end] == '\0' &&
	       o->w >= WINDOW_LEAST_W && o->h >= WINDOW_LEAST_H && o->w <= WINDOW_MOST &&
	       o->h <= WINDOW_MOST;
}

static bool take_fullscreen(void *into, const char *value)
{
	(void)value;
	return give(into, SETTING_FULLSCREEN, "yes");
}

static bool take_renderer(void *into, const char *value)
{
	return window_renderer(value, &((struct options *)into)->renderer);
}

static bool take_text(void *into, const char *value)
{
	(void)value;
	return ((struct options *)into)->text = true;
}

static bool take_script(void *into, const char *value)
{
	((struct options *)into)->script = value;
	return true;
}

static bool take_record(void *into, const char *value)
{
	((struct options *)into)->record = value;
	return true;
}

static const struct args_option rows[] = {
	{"--mode", "ID",
	 "climb (each right answer is a floor), one-take (a wrong one ends it), sprint (two\n"
	 "minutes), study (no clock; what was wrong comes back), daily (the same ten for\n"
	 "everyone), rounds (a pack or a topic each)",
	 "climb, one-take, sprint, study, daily or rounds", take_mode},
	{"--players", "N", "several, one after the other: climb, one-take and rounds",
	 "a number from 1 to 8", take_players},
	{"--buzzers", NULL, "with --players: whoever presses first answers", NULL, take_buzzers},
	{"--questions", "N",
	 "how many, of each player; otherwise what suits the mode: what the pack says, or 12",
	 "a number from 1 to 200", take_questions},
	{"--resume", NULL, "goes on with the game that was interrupted", NULL, take_resume},
	{"--seed", "N",
	 "the same seed, packs and options give the same quiz, whatever was asked before",
	 "a whole number from 0", take_seed},
	{"--no-clock", NULL, "no time limit; a sprint goes on to the last question there is", NULL,
	 take_no_clock},
	{"--packs", "DIR", "a folder of packs, before those found by themselves; repeatable",
	 "a folder", take_folder},
	{"--language", "TAG",
	 "the packs' texts in this language where they have it, as de or pt-BR",
	 "a language tag such as de or pt-BR", take_language},
	{"--text-scale", "N", "larger text, 1 to 2", "a number from 1 to 2", take_text_scale},
	{"--theme", "ID", "the colours: dark, paper, hc (high contrast), cvd (colour-safe)",
	 "dark, paper, hc or cvd", take_theme},
	{"--size", "WxH", "the window's size in pixels, 1280x720 when not given",
	 "a size such as 1280x720, from 320x240 to 16384x16384", take_size},
	{"--fullscreen", NULL, "the whole screen; F11 leaves it", NULL, take_fullscreen},
	{"--set", "KEY=VALUE", "a setting for this run alone, as in the settings file; repeatable",
	 "a setting as the settings file has it, such as motion=reduced", take_set},
	{"--data", "DIR",
	 "where settings and scores are kept, made when missing; also with --script", "a folder",
	 take_data},
	{"--renderer", "NAME", "auto, software or gpu: how frames reach the screen",
	 "auto, software or gpu", take_renderer},
	{"--text", NULL,
	 "plays in the terminal, needs no display: for a remote shell, a braille line,\n"
	 "a screen reader, a pipe; anything but --buzzers",
	 NULL, take_text},
	{"--script", "FILE",
	 "plays the steps in FILE on a clock of its own, needs no display; exits 1 at\n"
	 "the first step that fails; `stairwell help script` lists the steps",
	 "a file", take_script},
	{"--record", "FILE",
	 "writes what happens to FILE, to be played again with --script; of this play\n"
	 "nothing is remembered, and nothing of earlier play is there",
	 "a file", take_record},
	{NULL, NULL, NULL, NULL, NULL},
};

const struct args_option *options_row(const char *name)
{
	const struct args_option *row = rows;

	while (strcmp(row->name, name) != 0)
		row++;
	return row;
}

static const char places[] =
	"Packs are looked for in each --packs folder, then in $XDG_DATA_HOME/stairwell/questions\n"
	"(by itself ~/.local/share/stairwell/questions), then in the folder installed with the\n"
	"game, or the source tree's questions/ when this was built in it.\n\n"
	"Settings are kept in settings.ini in the --data folder, or else in\n"
	"$XDG_CONFIG_HOME/stairwell (by itself ~/.config/stairwell). What is given here holds for\n"
	"this run and is not kept. What was played is kept in stairwell.db in the --data folder, "
	"or\n"
	"else in $XDG_DATA_HOME/stairwell (by itself ~/.local/share/stairwell).";

void options_init(struct options *o)
{
	*o = (struct options){
		.mode = &game_modes[0], .set = settings_default(), .w = 1280, .h = 720};
}

void options_finish(struct options *o)
{
	free(o->packs.s);
	free(o->folders.s);
}

/* ---- what goes with what ---- */

static enum args_end refuse(const char *what, const char *why)
{
	fprintf(stderr, "stairwell: %s %s\n", what, why);
	return ARGS_WRONG;
}

static bool breaks_line(const struct words *w)
{
	for (int i = 0; i < w->n; i++)
		if (strchr(w->s[i], '\n'))
			return true;
	return false;
}

/* Of n words that there are to choose from. */
static void tell_one(const char *word, int i, int n)
{
	fprintf(stderr, "%s%s", word, i == n - 1 ? "\n" : i == n - 2 ? " or " : ", ");
}

static enum args_end refuse_mode(const struct mode *mode)
{
	const char *ids[16];
	int n = 0;

	for (const struct mode *m = game_modes; m->id; m++)
		if (m->together)
			ids[n++] = m->id;
	fprintf(stderr, "stairwell: --players: %s is for one; several can play ", mode->id);
	for (int i = 0; i < n; i++)
		tell_one(ids[i], i, n);
	return ARGS_WRONG;
}

static enum args_end refuse_setting(const char *setting)
{
	fprintf(stderr, "stairwell: --set %s: there is no such setting; it must be ", setting);
	for (int i = 0; i < SETTINGS; i++)
		tell_one(setting_rows[i].key, i, SETTINGS);
	return ARGS_WRONG;
}

static enum args_end refuse_questions(const struct mode *mode)
{
	fprintf(stderr, "stairwell: --questions does not go with --mode %s, which asks ", mode->id);
	if (mode->whole_ms > 0)
		fputs("as many as there is time for", stderr);
	else
		fprintf(stderr, "%d", mode->questions);
	fputs(": leave one of them out\n", stderr);
	return ARGS_WRONG;
}

enum args_end options_refuse(const struct options *o)
{
	static const char leave[] = "does not go with --text: leave one of them out";
	static const char resumed[] = "does not go with --resume, which goes on with the game as "
				      "it was: leave one of them out";

	if (o->no_setting)
		return refuse_setting(o->no_setting);
	if (o->record && (breaks_line(&o->packs) || breaks_line(&o->folders)))
		return refuse("--record:", "a path with a line break in it cannot be recorded");
	if (o->text && o->script)
		return refuse("--script", leave);
	if (o->text && o->record)
		return refuse("--record", leave);
	if (o->text && o->buzzers)
		return refuse("--buzzers", "can't be played in a terminal, which does not tell who "
					   "pressed first: leave out --text");
	if (o->buzzers && o->players < 2)
		return refuse("--buzzers", "needs --players: a number from 2 to 8");
	if (o->players > 1 && !o->mode->together)
		return refuse_mode(o->mode);
	if (o->questions > 0 && o->mode->questions > 0)
		return refuse_questions(o->mode);
	if (!o->resume)
		return ARGS_GOOD;
	return o->record          ? refuse("--record", resumed)
	       : o->seeded        ? refuse("--seed", resumed)
	       : o->mode_given    ? refuse("--mode", resumed)
	       : o->players > 0   ? refuse("--players", resumed)
	       : o->questions > 0 ? refuse("--questions", resumed)
				  : ARGS_GOOD;
}

enum args_end options_read(struct options *o, const char *command, bool packs, int argc,
			   char **argv)
{
	const struct args_table table = {
		.command = command,
		.words = packs ? "[PACK...]" : "",
		.about = packs ? "Plays these packs (.ini files, or folders with a pack.ini or of "
				 "packs), merged and\n"
				 "shuffled, straight from the first question. Without a PACK it "
				 "opens on the home screen,\nor where --mode and --players lead."
			       : "The game, from its home screen or where --mode and --players "
				 "lead, with all packs found.",
		.more = places,
		.options = rows,
		.word = packs ? take_pack : NULL,
	};
	return args_read(&table, o, argc, argv);
}
