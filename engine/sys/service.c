#include "service.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <systemd/sd-daemon.h>

#include "wallclock.h"

enum { MEAL_MS = 900 };

static struct {
	bool ready;
	int64_t fed_ms;
	char status[96];
} told;

/* Microseconds the manager waits for a sign; 0: for ever. */
static unsigned long patience_us(void)
{
	const char *us = getenv("WATCHDOG_USEC");

	return us ? strtoul(us, NULL, 10) : 0;
}

static void set_alarm(unsigned long us)
{
	struct itimerval in = {.it_value = {(time_t)(us / 1000000), (suseconds_t)(us % 1000000)}};

	setitimer(ITIMER_REAL, &in, NULL);
}

static void feed(void)
{
	unsigned long us = patience_us();
	int64_t at_ms = wallclock_steady_ms();

	if (us == 0 || at_ms - told.fed_ms < MEAL_MS)
		return;
	told.fed_ms = at_ms;
	sd_notify(0, "WATCHDOG=1");
	set_alarm(us / 4 * 3);
}

void service_shown(void)
{
	if (!told.ready)
		sd_notify(0, "READY=1");
	told.ready = true;
	feed();
}

void service_waits(void)
{
	if (told.ready)
		feed();
}

void service_says(const char *status)
{
	if (strcmp(told.status, status) == 0)
		return;
	snprintf(told.status, sizeof told.status, "%s", status);
	sd_notifyf(0, "STATUS=%s", told.status);
}

void service_ends(void)
{
	set_alarm(0);
	sd_notify(0, "STOPPING=1");
	told.ready = false;
	told.status[0] = '\0';
}
