/*
 * The end of a thread that may hang in what is not ours: a device, a decoder.
 */
#ifndef LEAVE_H
#define LEAVE_H

#include <SDL.h>
#include <stdbool.h>

/*
 * Waits a second at most for the thread to set *left and signal `news`, both under the lock, which
 * is not held here. True: it has ended and is no more. False: it goes on by itself, and keeps what
 * it works with.
 */
bool leave_thread(SDL_Thread *thread, SDL_mutex *lock, SDL_cond *news, const bool *left);

#endif
