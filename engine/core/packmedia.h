/*
 * The pictures and sounds of a pack: whether a path stays in the pack's folder and leads to a file
 * of a known kind and a bearable size, and the file opened if it does. Of what
 * is in it the head is read; nothing is decoded here.
 */
#ifndef PACKMEDIA_H
#define PACKMEDIA_H

#include <stdbool.h>
#include <stddef.h>

enum media { MEDIA_PICTURE, MEDIA_SOUND };

enum { MEDIA_BYTES = 16 << 20, MEDIA_SOUND_MS = 60000 };

/* What is wrong with a path: a row of the codes, a message, and a help where there is one (may be
 * NULL). */
struct media_fault {
	const char *code, *message, *help;
};

/* What was found of a path the last time. */
struct media_known {
	const char *path; /* NULL: nothing yet */
	enum media kind;
	const struct media_fault *fault;
};

/* The folder to look in: opened once, closed by media_finish; NULL is the current one; a NAME.quiz
 * is one too (packzip.h). What a path
 * led to is remembered, so that a thousand questions may share a file. */
enum { MEDIA_KNOWN = 256 };
struct media_folder {
	const char *path;
	int fd; /* -1: not opened yet */
	bool zip;
	struct zipped *zipped; /* all that is in it, once it was looked at; owned */
	int nzipped;
	struct media_known known[MEDIA_KNOWN];
};

void media_init(struct media_folder *folder, const char *path);
void media_finish(struct media_folder *folder);

/* NULL: nothing is wrong. The path is kept: it has to live as long as the folder. */
const struct media_fault *media_check(struct media_folder *folder, const char *path,
				      enum media kind);

/* Whether its name ends as those of that kind do. */
bool media_is_kind(const char *path, enum media kind);

/* packnear.c: the file of that kind in the same folder whose name is nearest to one that is not
 * there: in other capitals, without its ending, or misspelt. False: none is near. */
bool media_nearest(struct media_folder *folder, const char *path, enum media kind, char *out,
		   size_t room);

/* A folder in the pack's folder, to be listed and closed by you; -1: there is none. */
int media_open_folder(struct media_folder *folder, const char *path);

/* The file, to be read and closed by you; -1: something is wrong. folder NULL: the current one. */
int media_open(const char *folder, const char *path, enum media kind);

#endif
