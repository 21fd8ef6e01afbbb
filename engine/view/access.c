#include "access.h"

#include <string.h>
#include <strings.h>

#include "listen.h"
#include "questionpage.h"
#include "screens.h"

enum { FEW_TONGUES = 3, SURE_MS = 5000 };

const int access_sizes[ACCESS_SIZES] = {100, 115, 130, 150, 200};

static const struct {
	enum icon icon;
	const char *label, *brief;
} looks[ACCESSES] = {
	[ACCESS_TEXT] = {ICON_LETTERS, "Bigger text", "Text"},
	[ACCESS_CONTRAST] = {ICON_CONTRAST, "Contrast", "Contrast"},
	[ACCESS_REACH] = {ICON_REACH, "Within reach", "Reach"},
	[ACCESS_LISTEN] = {ICON_SPEAKER, "Listen", "Listen"},
	[ACCESS_LANGUAGE] = {ICON_GLOBE, "Language", "Language"},
	[ACCESS_RESTART] = {ICON_HOME, "Restart", "Restart"},
};

/* ---- how it is ---- */

static bool contrasts(const struct app *app)
{
	return strcmp(app->set.theme, "hc") == 0;
}

int access_tongues(const struct app *app)
{
	return app->tongues.n;
}

/* Which of them is spoken; the first where it is none of them. */
static int tongue_now(const struct app *app)
{
	for (int i = 0; i < app->tongues.n; i++)
		if (strcasecmp(app->tongues.of[i].tag, app->set.language) == 0)
			return i;
	return 0;
}

/* It was pressed once, here, and not long ago. */
static bool asks(const struct app *app)
{
	return app->sure.verb == VERB_ACCESS && app->sure_ms >= app->since &&
	       app->now - app->sure_ms < SURE_MS;
}

/* There is room for it: some rows of what is pressed. On a small screen everything is within reach.
 */
static bool reaches(const struct app *app)
{
	const struct ui *ui = &app->ui;

	return !ui->compact && ui->h * .45f - ui_px(ui, 5) >= 4.6f * ui->finger;
}

bool access_offers(const struct app *app, enum access what)
{
	if (what == ACCESS_LANGUAGE)
		return app->tongues.n > 1;
	if (what == ACCESS_REACH)
		return app->reach || reaches(app);
	return what != ACCESS_LISTEN || listen_again(app);
}

struct access_choice access_choice(const struct app *app, struct ui *ui, enum access what)
{
	struct access_choice c = {.icon = looks[what].icon,
				  .label = looks[what].label,
				  .brief = looks[what].brief,
				  .words = looks[what].label,
				  .action = {VERB_ACCESS, (int)what}};

	switch (what) {
	case ACCESS_TEXT:
		c.on = app->set.text_percent != app->o.set.text_percent;
		c.value = frame_printf(ui->f, "%d %%", app->set.text_percent);
		c.words = frame_printf(ui->f, "%s: %s", c.label, c.value);
		break;
	case ACCESS_CONTRAST:
		c.on = contrasts(app);
		c.value = c.on ? "On" : "Off";
		c.words = c.on ? "Contrast: on" : "Contrast: off";
		break;
	case ACCESS_REACH:
		c.on = app->reach;
		c.value = c.on ? "On" : "Off";
		c.words = c.on ? "Within reach: on" : "Within reach: off";
		break;
	case ACCESS_LISTEN:
		c.action = (struct action){VERB_LISTEN, 0};
		c.key = 'l';
		if (app->listen.plays) {
			c.icon = ICON_STOP;
			c.label = c.brief = c.words = "Stop";
		}
		break;
	case ACCESS_LANGUAGE:
		c.value = c.label = c.brief = app->tongues.of[tongue_now(app)].name;
		c.words = frame_printf(ui->f, "Language: %s", c.label);
		break;
	case ACCESS_RESTART:
		c.asks = asks(app);
		if (!c.asks)
			break;
		c.icon = ICON_WARN;
		c.label = "Press again to end your game";
		c.brief = "Sure?";
		c.words = "Sure? Press again to end your game";
		frame_wake(ui->f, app->sure_ms + SURE_MS);
		break;
	default: break;
	}
	return c;
}

struct access_choice access_tongue(const struct app *app, struct ui *ui, int i)
{
	const char *name = app->tongues.of[i].name;
	bool on = i == tongue_now(app);

	return (struct access_choice){
		.icon = ICON_GLOBE,
		.label = name,
		.brief = name,
		.words = on ? frame_printf(ui->f, "%s, chosen", name) : name,
		.action = {VERB_ACCESS, ACCESS_TONGUE + i},
		.on = on,
	};
}

/* ---- what pressing does ---- */

static void grow(struct app *app)
{
	int i = 0;

	while (i < ACCESS_SIZES && access_sizes[i] <= app->set.text_percent)
		i++;
	app->set.text_percent = access_sizes[i % ACCESS_SIZES];
	app->seeking = true;
}

static void contrast(struct app *app)
{
	const char *own = app->o.set.theme, *other = strcmp(own, "hc") == 0 ? "dark" : own;

	setting_take(&app->set, SETTING_THEME, contrasts(app) ? other : "hc");
}

static void speak(struct app *app, int i)
{
	app_set_language(app, app->tongues.of[i].tag);
	if (app->screen == &screen_tongues)
		app_close_over(app);
}

static void restart(struct app *app, struct action a)
{
	if (!asks(app)) {
		app->sure = a;
		app->sure_ms = app->now;
		return;
	}
	if (app->now - app->sure_ms >= TWICE_MS) /* a double tap is one */
		app_home(app);
}

bool access_act(struct app *app, struct action a)
{
	bool again = a.arg == ACCESS_RESTART;

	if (a.verb != VERB_ACCESS)
		return false;
	if (!again)
		app->sure = (struct action){VERB_NONE, 0};
	switch (a.arg) {
	case ACCESS_TEXT: grow(app); break;
	case ACCESS_CONTRAST: contrast(app); break;
	case ACCESS_REACH: app->reach = !app->reach; break;
	case ACCESS_LANGUAGE:
		if (app->tongues.n > FEW_TONGUES)
			app_open_over(app, &screen_tongues);
		else if (app->tongues.n > 1)
			speak(app, (tongue_now(app) + 1) % app->tongues.n);
		break;
	case ACCESS_RESTART: restart(app, a); break;
	default:
		if (a.arg >= ACCESS_TONGUE && a.arg < ACCESS_TONGUE + app->tongues.n)
			speak(app, a.arg - ACCESS_TONGUE);
		break;
	}
	if (!again && app->screen == &screen_question)
		questionpage_ease(app);
	return true;
}

void access_read(struct app *app)
{
	const struct kiosk *k = app->o.kiosk;

	languages_offer(&app->tongues, app->o.library, k->languages, k->nlanguages);
}
