/* The boards, and the name of who has just got there. */
#include "scores.h"

#include <stdio.h>
#include <string.h>

#include "letters.h"
#include "naming.h"

/* ---- which board ---- */

/* `own`: where the game kept last stands on them, too. */
static void ask(struct app *app, const struct board_key *key, bool own)
{
	app->scores.read = false;
	app->scores.asked = *key;
	app_effect(app, (struct effect){.kind = EFFECT_BOARDS, .key = *key, .value = own});
}

/* A kiosk may have no boards. */
static bool has_boards(const struct app *app)
{
	return !app->o.kiosk || app->o.kiosk->boards != BOARDS_OFF;
}

void scores_find(struct app *app)
{
	const struct game *g = &app->game;
	struct board_key key = board_key_of(g);

	app->scores.boards = (struct boards){0};
	app->scores.unnamed = app->scores.found = false;
	if (!app->o.remembers || !board_counts(g) || !has_boards(app))
		return;
	app->scores.found = true;
	ask(app, &key, true);
}

void scores_recall(struct app *app)
{
	app->scores.boards = (struct boards){0};
	app->scores.unnamed = app->scores.found = app->scores.asks = false;
	if (app->o.remembers)
		ask(app, &(struct board_key){0}, false);
}

bool scores_has_span(const struct app *app, enum span span)
{
	return !app->o.kiosk || span == kiosk_span(app->o.kiosk);
}

const char *scores_title(const struct app *app)
{
	static const char *const titles[SPANS] = {"Today’s highest", "This week’s highest",
						  "High scores"};

	return titles[app->o.kiosk ? kiosk_span(app->o.kiosk) : SPAN_EVER];
}

const char *scores_highest(const struct app *app)
{
	static const char *const words[SPANS] = {"Today’s highest", "This week’s highest",
						 "Highest so far"};

	return words[kiosk_span(app->o.kiosk)];
}

int scores_place(const struct app *app, enum span *span)
{
	if (!app->scores.found || app->game.players[0].score == 0) /* nothing to be proud of */
		return 0;
	for (int s = SPANS - 1; s >= 0; s--) {
		*span = (enum span)s;
		if (scores_has_span(app, *span) && app->scores.boards.span[s].place > 0)
			return app->scores.boards.span[s].place;
	}
	return 0;
}

static const char *ordinal(struct ui *ui, int n)
{
	static const char *const ends[] = {"th", "st", "nd", "rd"};
	int last = n % 10, teen = n / 10 % 10 == 1;

	return frame_printf(ui->f, "%d%s place", n, ends[last < 4 && !teen ? last : 0]);
}

const char *scores_tell(const struct app *app, struct ui *ui)
{
	static const char *const when[SPANS] = {"today", "this week", "ever"};
	enum span span;
	int place = scores_place(app, &span);

	if (place == 0)
		return NULL;
	if (place == 1 && span == SPAN_EVER)
		return "New best";
	if (app->o.kiosk && app->o.kiosk->boards == BOARDS_EVENT)
		return frame_printf(ui->f, "%s so far", ordinal(ui, place));
	return frame_printf(ui->f, "%s %s", ordinal(ui, place), when[span]);
}

/* The entry of the library that a key names; -1: several packs. */
static int entry_of(const struct app *app, const struct board_key *key)
{
	const struct entry *e = library_find(app->o.library, key->packs);

	return e ? (int)(e - app->o.library->entries) : -1;
}

static bool has_board(const struct mode *m)
{
	return !m->pointless;
}

static int count_mixed(const struct app *app)
{
	int n = 0;

	for (int i = 0; i < app->o.library->n; i++)
		n += library_mixes(app->o.library, i);
	return n;
}

/* The first that can be looked at, from here on in this direction; -1 is all packs. */
static int next_entry(const struct app *app, int from, int by)
{
	int n = app->o.library->n, first = count_mixed(app) > 1 ? -1 : 0;

	for (int k = 0; n > 0 && k <= n; k++) {
		from += by;
		if (from >= n)
			from = first;
		if (from < first)
			from = n - 1;
		if (from < 0 || app->o.library->entries[from].pack)
			return from;
	}
	return -1;
}

void scores_removed(struct app *app, int entry)
{
	if (app->scores.entry > entry)
		app->scores.entry--;
	else if (app->scores.entry == entry)
		app->scores.entry = next_entry(app, -1, 1);
}

/* The next with a board, itself where no other has one. */
static const struct mode *next_mode(const struct app *app, const struct mode *m, int by)
{
	int n = 0, at = (int)(m - game_modes);

	while (game_modes[n].id)
		n++;
	for (int k = 0; k < n; k++) {
		at = (at + by + n) % n;
		if (has_board(&game_modes[at]) && visit_has_mode(app, &game_modes[at]))
			return &game_modes[at];
	}
	return m;
}

/* Asks for the board of what is chosen, as long as its games would be now. */
static void look_up(struct app *app)
{
	const struct library *l = app->o.library;
	struct deal how = {.packs = app->all, .mode = app->scores.mode, .wanted = app->o.questions};

	for (int i = 0; i < l->n && i < app->held_room; i++)
		if (app->scores.entry < 0 ? library_mixes(l, i)
					  : l->entries[i].pack && app->scores.entry == i)
			app->all[how.npacks++] = l->entries[i].pack;
	if (how.npacks == 0)
		return;
	deck_deal(&app->deck, &how);
	struct board_key key = board_key_for(app->scores.mode, &app->deck);
	app->ui.scroll_at = 0;
	ask(app, &key, true);
}

/* What is chosen follows the board that is there. */
static void follow(struct app *app)
{
	const struct board_key *key = &app->scores.boards.key;
	const struct mode *m = game_mode(key->mode);

	if (m && has_board(m))
		app->scores.entry = entry_of(app, key);
	else
		app->scores.entry = next_entry(app, -1, 1);
	app->scores.mode = m && has_board(m)        ? m
			   : has_board(app->o.mode) ? app->o.mode
						    : &game_modes[0];
}

void scores_look(struct app *app)
{
	app->scores.found = false;
	ask(app, &app->scores.boards.key, true);
	follow(app);
}

/* ---- what happens ---- */

static const struct action SAVE = {VERB_SAVE, 0};

/* On a slow disk others may have been asked for meanwhile; no mode: those of any. */
static bool was_asked(const struct app *app, const struct board_key *key)
{
	const struct board_key *asked = &app->scores.asked;

	return !asked->mode[0] ||
	       (strcmp(asked->packs, key->packs) == 0 && strcmp(asked->mode, key->mode) == 0 &&
		asked->length == key->length);
}

void scores_read(struct app *app, const struct event *ev)
{
	enum span span;

	if (ev->boards && !was_asked(app, &ev->boards->key))
		return;
	app->scores.read = true;
	if (ev->boards)
		app->scores.boards = *ev->boards;
	if (app->screen == &screen_scores || app->screen == &screen_attract ||
	    app->screen == &screen_operator)
		follow(app);
	if (app->screen != &screen_results || scores_place(app, &span) == 0)
		return;
	app->scores.unnamed = !app->o.kiosk || app->o.kiosk->names != NAMES_NONE;
	app_cue(app, scores_place(app, &span) == 1 && span == SPAN_EVER ? CUE_BEST : CUE_PLACED, 0);
	if (app->ui.focus.verb == VERB_AGAIN)
		app_focus(app, (struct action){VERB_SCORES, 0});
}

void scores_open_own(struct app *app)
{
	app->scores.asks = app->scores.unnamed;
	app_go(app, &screen_scores);
}

/* Its row, where the table has to scroll to it. */
static void focus_own(struct app *app)
{
	const struct board *b = &app->scores.boards.span[app->scores.span];

	for (int i = 0; i < b->n; i++)
		if (b->row[i].mine)
			app_focus(app, (struct action){VERB_ROW, SCORES_ROW + i});
}

static void enter(struct app *app)
{
	enum span span;
	bool own = app->from == &screen_results;

	app->scores.span = own && scores_place(app, &span) ? span
			   : app->o.kiosk                  ? kiosk_span(app->o.kiosk)
							   : SPAN_EVER;
	if (!own)
		app->scores.asks = false;
	if (!app->o.remembers)
		return;
	if (own)
		follow(app);
	else
		scores_look(app);
	if (own && !app->scores.asks)
		focus_own(app);
	if (!app->scores.asks)
		return;
	const char *language = app->game.deck.item[0].pack->language;
	language = app_language(app) ? app_language(app) : language;
	if (naming_is(app)) {
		naming_begin(app, language);
		return;
	}
	letters_begin(app, app->scores.name, INITIALS, language);
	app_focus(app,
		  app->scores.name[0] ? SAVE : (struct action){VERB_LETTER, letters_start(app)});
}

static void save(struct app *app)
{
	struct boards *b = &app->scores.boards;

	if (naming_is(app) && !naming_takes(app)) {
		app_cue(app, CUE_BACK, 0);
		return;
	}
	for (int s = 0; s < SPANS; s++)
		for (int i = 0; i < b->span[s].n; i++)
			if (b->span[s].row[i].mine)
				snprintf(b->span[s].row[i].name, GAME_NAME, "%s", app->scores.name);
	app_effect(app, (struct effect){.kind = EFFECT_NAME, .text = app->scores.name});
	app_cue(app, CUE_SELECT, 0);
	app->typing.into = NULL;
	app->scores.asks = app->scores.unnamed = false;
	app->ui.scroll_at = 0;
	focus_own(app);
}

static void leave(struct app *app)
{
	if (app->scores.found)
		app_go(app, &screen_results);
	else
		app_home(app);
}

static void play(struct app *app)
{
	app->o.mode = app->scores.mode;
	app->nplayers = 1;
	app->mistakes = false;
	app_play(app, app->scores.entry);
}

/* Enter on what is chosen goes on to the next. */
static void press_row(struct app *app, int row)
{
	switch (row) {
	case 0:
		app->scores.entry = next_entry(app, app->scores.entry, 1);
		look_up(app);
		break;
	case 1:
		app->scores.mode = next_mode(app, app->scores.mode, 1);
		look_up(app);
		break;
	case 2:
		do
			app->scores.span = (app->scores.span + 1) % SPANS;
		while (!scores_has_span(app, app->scores.span));
		break;
	default: break;
	}
}

void scores_turn(struct app *app, struct action a)
{
	switch (a.verb) {
	case VERB_SPAN:
		app->scores.span = (enum span)a.arg;
		app->ui.scroll_at = 0;
		break;
	case VERB_PACK:
		app->scores.entry = next_entry(app, app->scores.entry, a.arg);
		look_up(app);
		break;
	case VERB_MODE:
		app->scores.mode = next_mode(app, app->scores.mode, a.arg);
		look_up(app);
		break;
	case VERB_ROW: press_row(app, a.arg); break;
	default: break;
	}
}

static void act(struct app *app, struct action a, enum by by)
{
	switch (a.verb) {
	case VERB_BACK: leave(app); break;
	case VERB_LETTER:
		if (naming_is(app)) {
			naming_act(app, a);
			break;
		}
		letters_add(app, a.arg);
		if (letters_full(app) || by == BY_KEY)
			app_focus(app, SAVE);
		break;
	case VERB_DELETE: letters_delete(app); break;
	case VERB_WHEEL:
	case VERB_ANOTHER: naming_act(app, a); break;
	case VERB_SAVE: save(app); break;
	case VERB_PLAY: play(app); break;
	default: scores_turn(app, a); break;
	}
}

const struct screen screen_scores = {"scores", enter, act, NULL, scoreboard_draw};
