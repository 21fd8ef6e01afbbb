/*
 * A file that is written whole or not at all: beside its place, and then moved there. What a power
 * cut left beside goes when it is written the next time. What is no plain file, as a device or a
 * pipe, is written as it is.
 */
#ifndef OUTFILE_H
#define OUTFILE_H

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>

struct outfile {
	FILE *to;
	int lock; /* of the one beside, which somebody writes as long as there is one */
	char path[PATH_MAX], beside[PATH_MAX + 16]; /* beside: "" where there is none */
};

/* False: errno says why. */
bool outfile_open(struct outfile *o, const char *path);

/* good: what was to be written was; else the file stays as it was. False: it does, see errno. */
bool outfile_close(struct outfile *o, bool good);

/* Both, around these bytes. */
bool outfile_write(const char *path, const char *s, size_t n);

/* Makes the folders that a file of this path lies in, where they are not there; each outlives a
 * power cut. */
void outfile_folders(const char *path);

/* The folder of this file, opened; -1: errno says why. */
int outfile_folder(const char *path);

/* What was done in the folder of this file, a new name above all, outlives a power cut. */
void outfile_sync(const char *path);

#endif
