/*
 * The PIN that lets staff in, from somebody who may write the kiosk's file: asked for at a terminal
 * without showing it, or read from standard input. In the file its line is replaced, or put where a
 * comment names it, or at the end; all else stays to the byte.
 */
#ifndef SETPIN_H
#define SETPIN_H

/* NULL: the line is printed. The exit status; what is wrong was said. */
int setpin(const char *path);

#endif
