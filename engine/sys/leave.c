#include "leave.h"

enum { LEAVE_MS = 1000 };

bool leave_thread(SDL_Thread *thread, SDL_mutex *lock, SDL_cond *news, const bool *left)
{
	int64_t end_ms = (int64_t)SDL_GetTicks64() + LEAVE_MS, wait_ms = LEAVE_MS;

	SDL_LockMutex(lock);
	for (; !*left && wait_ms > 0; wait_ms = end_ms - (int64_t)SDL_GetTicks64())
		SDL_CondWaitTimeout(news, lock, (uint32_t)wait_ms);
	bool gone = *left;
	SDL_UnlockMutex(lock);
	if (gone)
		SDL_WaitThread(thread, NULL);
	else
		SDL_DetachThread(thread);
	return gone;
}
