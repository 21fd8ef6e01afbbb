/* Sections of the operator's page: health, packs, the stick, the report, and the way out. */
#include <string.h>

#include "finding.h"
#include "operator.h"

enum { PACKS_SHOWN = 150, FINDINGS_SHOWN = 12 };

static struct action reading(int row)
{
	return (struct action){VERB_ROW, OPERATOR_ROW + row};
}

/* ---- health ---- */

static void level_looks(const struct ui *ui, enum health_level level, struct tile *b)
{
	static const enum icon icons[] = {ICON_CHECK, ICON_WARN, ICON_ERROR};
	const colour inks[] = {ui->t->ok, ui->t->time, ui->t->bad};

	b->icon = icons[level];
	b->ink = inks[level];
}

/* What can't be set on these pages. */
static void tell_file(struct column *c)
{
	const char *file = c->app->o.kiosk->file;

	column_text(c, frame_printf(c->ui->f,
				    "Hours, modes, questions and the PIN are changed in %s; then "
				    "press Restart, under Leave.",
				    file[0] ? file : "a file, which the game was started without"));
}

bool operator_leads(const struct health_line *l)
{
	return strcmp(l->what, "Packs") == 0 && l->level != HEALTH_GOOD;
}

static void put_line(struct column *c, int i)
{
	const struct health_line *l = &c->app->staff.health.line[i];
	struct tile b = {.name = frame_printf(c->ui->f, "%s: %s", l->what, l->say),
			 .line = l->help,
			 .does = operator_leads(l) ? "See them" : NULL,
			 .action = reading(i)};

	level_looks(c->ui, l->level, &b);
	column_tile(c, &b);
}

void operator_health(struct column *c)
{
	const struct health *h = &c->app->staff.health;
	int bad = 0, notes = 0;

	for (int i = 0; i < h->n; i++) {
		bad += h->line[i].level == HEALTH_BAD;
		notes += h->line[i].level == HEALTH_NOTE;
	}
	struct tile top = {
		.name = h->n == 0 ? "Looking…"
			: bad     ? frame_printf(c->ui->f, "%d of %d need somebody", bad, h->n)
			: notes   ? "All goes well; some things are worth a look"
				  : "All is well",
		.line = h->n ? frame_printf(c->ui->f, "Today: %lld begun, %lld finished",
					    (long long)h->plays_today, (long long)h->finished_today)
			     : NULL,
		.does = "Look again",
		.action = {VERB_LOOK, 0}};
	level_looks(c->ui, bad ? HEALTH_BAD : notes ? HEALTH_NOTE : HEALTH_GOOD, &top);
	column_tile(c, &top);
	tell_file(c);
	for (int level = HEALTH_BAD; level >= HEALTH_GOOD; level--)
		for (int i = 0; i < h->n; i++)
			if ((int)h->line[i].level == level)
				put_line(c, i);
}

/* ---- packs ---- */

static void put_findings(struct column *c, const struct diag *d)
{
	int shown = d->n < FINDINGS_SHOWN ? d->n : FINDINGS_SHOWN;

	for (int i = 0; i < shown; i++) {
		const struct finding *f = &d->findings[i];
		struct rect r = column_room(c, finding_height(c->ui, f, c->w));

		if (column_shows(c, r))
			finding_draw(c->ui, d, f, r);
	}
	if (d->n > shown)
		column_text(c, frame_printf(c->ui->f, "And %d more: stairwell check %s",
					    d->n - shown, d->path));
}

static const char *counted(struct ui *ui, int n, const char *what)
{
	return frame_printf(ui->f, "%d %s%s", n, what, n == 1 ? "" : "s");
}

/* A file by its name; one that packs call alike with its folder. */
static const char *file_of(const struct entry *e)
{
	const char *name = strrchr(e->path, '/');

	if (name && strcmp(name, "/pack.ini") == 0)
		while (name > e->path && *--name != '/')
			;
	return name ? name + (*name == '/') : e->path;
}

static void put_pack(struct column *c, int i)
{
	const struct entry *e = &c->app->o.library->entries[i];
	struct ui *ui = c->ui;
	bool opened = c->app->staff.opened == i;
	struct tile b = {.name = e->pack ? text_in(&e->pack->title, app_language(c->app))
					 : frame_printf(ui->f, "%s can’t be played", file_of(e)),
			 .help = e->diag.n == 0 ? NULL
				 : opened       ? "Press to close"
						: "Press to see what is wrong",
			 .action = reading(i)};
	const char *said = e->pack ? counted(ui, e->pack->nquestions, "question") : "";
	if (e->stale)
		said = frame_printf(ui->f, "%s, as they were before the file was changed", said);
	if (e->diag.errors)
		said = frame_printf(ui->f, "%s%s%s", said, said[0] ? " · " : "",
				    counted(ui, e->diag.errors, "error"));
	if (e->diag.warnings)
		said = frame_printf(ui->f, "%s%s%s", said, said[0] ? " · " : "",
				    counted(ui, e->diag.warnings, "warning"));
	b.line = frame_printf(ui->f, "%s · %s", said, e->path);
	level_looks(ui,
		    !e->pack || e->stale                 ? HEALTH_BAD
		    : e->diag.errors || e->diag.warnings ? HEALTH_NOTE
							 : HEALTH_GOOD,
		    &b);
	if (e->out)
		b.name = frame_printf(ui->f, "%s sits out", file_of(e));
	column_tile(c, &b);
	if (e->out)
		column_tile(c, &(struct tile){.icon = ICON_RELOAD,
					      .ink = ui->t->text2,
					      .name = "It ended the game before",
					      .line = "Its next game may do so again.",
					      .does = "Let it in again",
					      .action = wish_of(OPERATE_LET_IN, i),
					      .asks = true});
	if (opened)
		put_findings(c, &e->diag);
}

void operator_packs(struct column *c)
{
	const struct library *l = c->app->o.library;
	int shown = l->n < PACKS_SHOWN ? l->n : PACKS_SHOWN;

	for (int i = 0; i < shown; i++)
		put_pack(c, i);
	if (l->n > shown)
		column_text(c, frame_printf(c->ui->f, "And %d more packs.", l->n - shown));
	if (l->n == 0)
		column_text(c, "There are no packs. Put some into a folder of the kiosk’s file, "
			       "or bring them on a stick.");
}

/* ---- the stick ---- */

void operator_stick(struct column *c)
{
	const struct health *h = &c->app->staff.health;
	const struct theme *t = c->ui->t;
	bool usable = h->stick.there && h->stick.packs > 0;
	struct tile stick = {
		.icon = ICON_FOLDER,
		.ink = usable && !h->stick.errors ? t->ok
		       : h->stick.there           ? t->time
						  : t->text2,
		.name = h->stick.there ? h->stick.name : "No stick is plugged in",
		.line = !h->stick.there
				? "Bring the packs in a folder called “stairwell” on a USB stick."
			: h->stick.packs + h->stick.errors == 0
				? "There is no pack in its folder “stairwell”."
				: frame_printf(c->ui->f, "%s can be played%s",
					       counted(c->ui, h->stick.packs, "pack"),
					       usable ? ", in place of all that are in play now"
						      : ""),
		.help = h->stick.there && h->stick.errors
				? frame_printf(c->ui->f, "%s in: %s",
					       counted(c->ui, h->stick.errors, "mistake"),
					       h->stick.wrong)
				: NULL,
		.does = "Use these packs",
		.action = wish_of(OPERATE_STICK, 0),
		.asks = true,
		.off = !usable};
	struct tile back = {.icon = ICON_BACK,
			    .ink = t->text2,
			    .name = "The packs before",
			    .line = !h->back   ? "No packs have come from a stick yet."
				    : h->taken ? "Those that were played before these, in "
						 "place of all that are in play now."
					       : "Those of the stick again, in place of all that "
						 "are in play now.",
			    .does = "Put them back",
			    .action = wish_of(OPERATE_STICK_BACK, 0),
			    .asks = true,
			    .off = !h->back};
	struct tile look = {.icon = ICON_RELOAD,
			    .ink = t->text2,
			    .name = "Just plugged in?",
			    .line = "A stick can take some seconds.",
			    .does = "Look again",
			    .action = {VERB_LOOK, 0}};

	column_tile(c, &stick);
	column_tile(c, &back);
	column_tile(c, &look);
}

/* ---- the report ---- */

void operator_report(struct column *c)
{
	const struct app *app = c->app;
	const struct health *h = &app->staff.health;
	const struct theme *t = c->ui->t;
	const char *folder = app->o.kiosk->report;
	struct tile b = {.icon = ICON_TABLE,
			 .ink = t->text2,
			 .name = "Into the folder",
			 .line = folder[0] ? folder : "In the game’s own data folder.",
			 .does = "Write it",
			 .action = wish_of(OPERATE_REPORT, 0),
			 .off = !app->o.remembers};
	struct tile stick = {.icon = ICON_FOLDER,
			     .ink = t->text2,
			     .name = "Onto the stick",
			     .line = !h->stick.there      ? "No stick is plugged in."
				     : !h->stick.writable ? "The stick can’t be written to."
							  : h->stick.name,
			     .does = "Write it",
			     .action = wish_of(OPERATE_REPORT, 1),
			     .off = !app->o.remembers || !h->stick.there || !h->stick.writable};

	column_text(c, "Plays, where they ended, and what was answered, as tables for a "
		       "spreadsheet. Nothing in them says who played.");
	column_tile(c, &b);
	column_tile(c, &stick);
}

/* ---- the way out ---- */

void operator_leave(struct column *c)
{
	const struct theme *t = c->ui->t;
	bool watched = c->app->o.state.watched;
	struct tile restart = {
		.icon = ICON_RELOAD,
		.ink = t->text2,
		.name = "Restart the game",
		.line = watched ? "It is back in a few seconds, as its file says by then."
				: "It ends; start it again the way it was started.",
		.does = "Restart",
		.action = wish_of(OPERATE_RESTART, 0),
		.asks = true};
	struct tile leave = {.icon = ICON_CLOSE,
			     .ink = t->text2,
			     .name = "Leave kiosk mode",
			     .line = watched ? "The game ends and stays so until the machine is "
					       "started again, or somebody types: systemctl "
					       "start stairwell-kiosk"
					     : "The game ends.",
			     .does = "Leave",
			     .action = wish_of(OPERATE_LEAVE, 0),
			     .asks = true};

	column_tile(c, &restart);
	column_tile(c, &leave);
}
