/*
 * The pictures of packs, decoded and kept: at most so many bytes, the longest unused go first.
 *
 * A picture is asked for, and an event says when it is there or that it can't be shown. Decoding
 * runs on a thread of its own once pictures_start was called, and in line without. All calls are
 * for the thread that made the store; what lies between the two threads is a queue of jobs and a
 * queue of answers.
 *
 * A picture that is kept is not read again, whatever becomes of its file, but for a larger window
 * that has room for more of it.
 */
#ifndef PICTURES_H
#define PICTURES_H

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>

#include "event.h"

enum { PICTURES_BYTES = 160 << 20 };

struct pictures;

struct pictures *pictures_create(size_t most_bytes); /* NULL: no memory */
void pictures_destroy(struct pictures *p); /* waits for the picture under way, a second at most */

/* From now on decodes on a thread, which calls `wake` when there is an answer. False: there is no
 * thread to be had, and it is done in line. */
bool pictures_start(struct pictures *p, void (*wake)(void *ctx), void *ctx);

/* Have this picture ready for a window of w x h; pictures_answer says when. */
void pictures_want(struct pictures *p, const char *folder, const char *path, int w, int h);

/* Takes the next answer, as EVENT_PICTURE; its strings live until the next call. False: none. */
bool pictures_answer(struct pictures *p, struct event *ev);

/* Borrowed until the next pictures_answer; NULL: it is not there. */
cairo_surface_t *pictures_find(struct pictures *p, const char *folder, const char *path);

size_t pictures_bytes(const struct pictures *p);

#endif
