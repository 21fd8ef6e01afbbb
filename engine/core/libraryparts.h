/*
 * What the parts of the library share: its entries (library.c), and the folders they are found in
 * (librarydir.c). Private to them.
 */
#ifndef LIBRARYPARTS_H
#define LIBRARYPARTS_H

#include "library.h"

/* The file of the pack that a path names, to be freed; NULL: memory is short. */
char *library_file(const char *path);

/* One more pack of a folder, where there is one that the library has not. */
void library_scan_one(struct library *l, const char *folder);

#endif
