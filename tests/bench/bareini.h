/* A pass of libinih over a file with a handler that does nothing: what reading a pack is measured
 * against. */
#ifndef BAREINI_H
#define BAREINI_H

int bareini_pass(const char *path);

#endif
