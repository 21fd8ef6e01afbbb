/*
 * Times and durations as people write them, read kindly: "Monday to Friday 9am-6pm". Private to
 * core/.
 */
#ifndef KIOSKGUESS_H
#define KIOSKGUESS_H

#include <stdbool.h>

enum { KIOSK_GUESS = 256 };

/* What was meant by `s`, as a key writes it; false: no idea. Whether the key takes it is to be
 * seen. */
bool kiosk_guess_duration(int row, const char *s, char out[KIOSK_GUESS]);
bool kiosk_guess_minute(int row, const char *s, char out[KIOSK_GUESS]);
bool kiosk_guess_span(int row, const char *s, char out[KIOSK_GUESS]);

long kiosk_between(long n, long least, long most);

#endif
