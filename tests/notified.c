/* Stands for the service manager: makes the socket, and writes what it is told, each message on a
 * line of its own behind the milliseconds since the start. notified SOCKET */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int main(int argc, char **argv)
{
	struct sockaddr_un at = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	int64_t from_ms = now_ms();
	char text[4096];
	ssize_t n;

	if (argc != 2 || strlen(argv[1]) >= sizeof at.sun_path)
		return 2;
	strcpy(at.sun_path, argv[1]);
	if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof at) != 0)
		return 1;
	while ((n = recv(fd, text, sizeof text - 1, 0)) >= 0) {
		text[n] = '\0';
		printf("%lld %s\n", (long long)(now_ms() - from_ms), text);
		fflush(stdout);
	}
	return 1;
}
