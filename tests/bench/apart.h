/* A measurement in a process of its own: nothing of one before is warm, or in memory, in the next.
 */
#ifndef APART_H
#define APART_H

#include <stdbool.h>
#include <stddef.h>

double apart_now(void); /* seconds of work of this process, whatever else the machine does */
long apart_kib(void);   /* most memory this process has had in use */

/* Runs it in a child, with n bytes for its result, zero at first; it ends the program where it
 * returns false. */
void apart_run(bool (*run)(const char *path, void *result), const char *path, void *result,
	       size_t n);

#endif
