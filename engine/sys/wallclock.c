#include "wallclock.h"

#include <time.h>

struct moment wallclock_now(void)
{
	struct timespec t;
	struct tm local = {0};

	clock_gettime(CLOCK_REALTIME, &t);
	localtime_r(&t.tv_sec, &local);
	return (struct moment){(int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000,
			       (int)(local.tm_gmtoff / 60)};
}

int64_t wallclock_steady_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
