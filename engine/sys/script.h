/*
 * The shell that needs no display: plays the steps of a file on a clock of its own, which only
 *`wait` and `hold` move. One step a line, `#` for a comment. The first step that fails ends it.
 *
 *	start ARGUMENTS      first line only: how the program is started (a backslash keeps a blank)
 *	size W H             press LABEL          key NAME      repeat NAME
 *	pad NAME             pad 2 NAME           button DEVICE NUMBER
 *	plug DEVICE KIND     unplug DEVICE        type TEXT
 *	click X Y            down, move, up X Y   (a mouse)     wheel LINES     leave
 *	tap X Y              touch, slide, lift X Y  (a finger)
 *	hold 3s key NAME     hold 3s pad NAME     hold 3s click X Y       hold 3s tap X Y
 *	wait 500ms           clock 2026-03-29T01:59:00+01:00
 *	expect TEXT          expect not TEXT      expect screen NAME      expect end
 *	save PACK.ini FILE   remove PACK.ini
 *	shot FILE.png        quit
 *
 * Keys and a controller's buttons have SDL's names, keys after Ctrl+, Alt+ or Shift+ where those
 *are held. Devices and their buttons count from 1. `key Q, pad 2 a` are presses of one moment.
 */
#ifndef SCRIPT_H
#define SCRIPT_H

#include "paint.h"
#include "shell.h"

struct script;

/* NULL: the file can't be read, see errno. */
struct script *script_open(const char *path);
void script_close(struct script *s);

/* Its `start` line as a command line, which lives as long as the script; 0 words when it has none.
 */
int script_start(const struct script *s, char ***words);

/* What the i-th form of a step does, from 0 on; NULL behind the last. */
const char *script_help(int i, const char **name, const char **arguments);

const char *script_kind(enum plugged kind); /* as `plug` names it */

struct event script_first(void); /* the moment every script begins at */

/* True: every step did as it says. Otherwise script_error says where, what, and what was there. */
bool script_run(struct script *s, struct shell *shell, struct painter *painter);
const char *script_error(const struct script *s);

#endif
