/* Loaded before a program, makes each sync of its files take SLOW_MS longer, as a slow disk does.
 */
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static void dawdle(void)
{
	const char *ms = getenv("SLOW_MS");
	long n = ms ? strtol(ms, NULL, 10) : 0;

	nanosleep(&(struct timespec){n / 1000, n % 1000 * 1000000}, NULL);
}

int fsync(int fd)
{
	dawdle();
	return (int)syscall(SYS_fsync, fd);
}

int fdatasync(int fd)
{
	dawdle();
	return (int)syscall(SYS_fdatasync, fd);
}
