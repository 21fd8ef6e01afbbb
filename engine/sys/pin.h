/*
 * A PIN as it is kept: hashed with scrypt ($7$) by libxcrypt's crypt_r, which takes 0.1 s and 32 MB
 * for each; never on the thread that draws, but in a script.
 */
#ifndef PIN_H
#define PIN_H

#include <stdbool.h>

#include "kiosk.h"

/* False: see errno. */
bool pin_hash(const char *pin, char hash[KIOSK_PIN]);

/* Whether it is the one; never of a hash that is none, nor where memory is short. */
bool pin_right(const char *hash, const char *pin);

#endif
