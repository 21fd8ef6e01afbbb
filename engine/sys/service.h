/*
 * What the service manager is told of an unattended game, through libsystemd. Where none asked to
 * be told (no NOTIFY_SOCKET), all of this does nothing.
 *
 * The watchdog is fed by what was shown, and by nothing else. As the game may run below a
 * compositor that is the service's main program, WATCHDOG_USEC holds for it whoever WATCHDOG_PID
 * is. Somewhat before the manager loses patience SIGALRM comes, so that a hang can say what it was
 * (ending.h).
 */
#ifndef SERVICE_H
#define SERVICE_H

/* A frame was shown: the first one says that the game is ready, the others feed the watchdog. */
void service_shown(void);

/* There is no display to show anything on, and that is no hang. */
void service_waits(void);

/* What goes on, in a few words of ours; `systemctl status` shows them. */
void service_says(const char *status);

/* It ends by itself, which may take as long as it takes. */
void service_ends(void);

#endif
