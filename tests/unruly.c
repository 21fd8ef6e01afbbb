/*
 * A kiosk on a real X display among people who want out: unruly PROGRAM CONFIG.ini DATA [EVENTS]
 *
 * First every chord that leads out of something somewhere, one by one; then so many seeded keys,
 * chords, clicks, drags, wheels and closes as fast as they are taken. All the time the program must
 * be there, tell its service that it lives (which it does after presented frames alone), fill the
 * screen, hold the keyboard, and be on a page that is for visitors.
 */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ALIVE_MS = 20000, START_MS = 60000 };

static Display *display;
static Window window;
static pid_t kiosk;
static int notes; /* what a service would be told */
static char status[256], doing[128] = "the start";
static long lives;
static uint64_t chance = 20261122;

static void fail(const char *format, ...)
{
	va_list rest;

	va_start(rest, format);
	fprintf(stderr, "unruly: after %s: ", doing);
	vfprintf(stderr, format, rest);
	fprintf(stderr, "; its status was: %s\n", status);
	va_end(rest);
	if (kiosk > 0)
		kill(kiosk, SIGKILL);
	exit(1);
}

/* Steele and Vigna's SplitMix64, by Vigna's description. */
static uint64_t draw(uint64_t below)
{
	uint64_t z = chance += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return (z ^ (z >> 31)) % below;
}

/* ---- what it says ---- */

static void listen_at(const char *folder)
{
	struct sockaddr_un a = {.sun_family = AF_UNIX};

	if (snprintf(a.sun_path, sizeof a.sun_path, "%s/notify", folder) >= (int)sizeof a.sun_path)
		fail("the folder's name is too long");
	notes = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
	if (notes < 0 || bind(notes, (struct sockaddr *)&a, sizeof a) != 0)
		fail("no socket: %s", strerror(errno));
	setenv("NOTIFY_SOCKET", a.sun_path, 1);
	setenv("WATCHDOG_USEC", "20000000", 1);
}

static void read_notes(int wait_ms)
{
	struct pollfd p = {.fd = notes, .events = POLLIN};
	char said[1024];

	for (; poll(&p, 1, wait_ms) > 0; wait_ms = 0) {
		ssize_t n = recv(notes, said, sizeof said - 1, 0);
		said[n > 0 ? n : 0] = '\0';
		lives += strstr(said, "WATCHDOG=1") != NULL;
		char *word = strstr(said, "STATUS=");
		if (word)
			snprintf(status, sizeof status, "%.*s", (int)strcspn(word + 7, "\n"),
				 word + 7);
	}
}

static void must_live(void)
{
	long before = lives;
	int end;

	for (int waited = 0; lives == before; waited += 100) {
		if (waitpid(kiosk, &end, WNOHANG) == kiosk) {
			kiosk = 0;
			fail("it has ended with status %x", (unsigned)end);
		}
		if (waited > ALIVE_MS)
			fail("no sign of life for %d ms", ALIVE_MS);
		read_notes(100);
	}
}

static Window find(Window at)
{
	Window root, parent, *children, found = 0;
	unsigned n;
	char *name = NULL;

	if (XFetchName(display, at, &name) && name && strcmp(name, "Stairwell") == 0)
		found = at;
	XFree(name);
	if (found || !XQueryTree(display, at, &root, &parent, &children, &n))
		return found;
	for (unsigned i = 0; i < n && !found; i++)
		found = find(children[i]);
	XFree(children);
	return found;
}

/* It fills the screen, above all else, and has the keyboard. */
static void must_fill(void)
{
	XWindowAttributes a, screen;
	Window focus;
	int how;

	XSync(display, False);
	if (!XGetWindowAttributes(display, window, &a) || a.map_state != IsViewable)
		fail("its window is gone");
	XGetWindowAttributes(display, DefaultRootWindow(display), &screen);
	if (a.x > 0 || a.y > 0 || a.width < screen.width || a.height < screen.height)
		fail("its window does not fill the screen: %d x %d", a.width, a.height);
	XGetInputFocus(display, &focus, &how);
	if (focus != window)
		fail("another window has the keyboard");
}

static void must_be_for_visitors(void)
{
	if (strstr(status, "operator") || strstr(status, "settings") || strstr(status, "home"))
		fail("no visitor may be there");
}

/* ---- hands ---- */

static void key(KeySym sym, bool down)
{
	KeyCode code = XKeysymToKeycode(display, sym);

	if (code)
		XTestFakeKeyEvent(display, code, down, 0);
}

static const struct {
	const char *name;
	KeySym held[3];
	KeySym key;
} chords[] = {
	{"Alt+F4", {XK_Alt_L}, XK_F4},
	{"Alt+Tab", {XK_Alt_L}, XK_Tab},
	{"Alt+Shift+Tab", {XK_Alt_L, XK_Shift_L}, XK_Tab},
	{"Alt+Escape", {XK_Alt_L}, XK_Escape},
	{"Alt+Space", {XK_Alt_L}, XK_space},
	{"Alt+Return", {XK_Alt_L}, XK_Return},
	{"Alt+F1", {XK_Alt_L}, XK_F1},
	{"Alt+F2", {XK_Alt_L}, XK_F2},
	{"Alt+Left", {XK_Alt_L}, XK_Left},
	{"Ctrl+Alt+Delete", {XK_Control_L, XK_Alt_L}, XK_Delete},
	{"Ctrl+Alt+Backspace", {XK_Control_L, XK_Alt_L}, XK_BackSpace},
	{"Ctrl+Alt+Escape", {XK_Control_L, XK_Alt_L}, XK_Escape},
	{"Ctrl+Alt+T", {XK_Control_L, XK_Alt_L}, XK_t},
	{"Ctrl+Alt+L", {XK_Control_L, XK_Alt_L}, XK_l},
	{"Ctrl+Alt+F1", {XK_Control_L, XK_Alt_L}, XK_F1},
	{"Ctrl+Alt+F2", {XK_Control_L, XK_Alt_L}, XK_F2},
	{"Ctrl+Alt+F7", {XK_Control_L, XK_Alt_L}, XK_F7},
	{"Ctrl+Alt+D", {XK_Control_L, XK_Alt_L}, XK_d},
	{"Ctrl+Escape", {XK_Control_L}, XK_Escape},
	{"Ctrl+Shift+Escape", {XK_Control_L, XK_Shift_L}, XK_Escape},
	{"Ctrl+Q", {XK_Control_L}, XK_q},
	{"Ctrl+W", {XK_Control_L}, XK_w},
	{"Ctrl+C", {XK_Control_L}, XK_c},
	{"Ctrl+Z", {XK_Control_L}, XK_z},
	{"Ctrl+D", {XK_Control_L}, XK_d},
	{"Ctrl+N", {XK_Control_L}, XK_n},
	{"Ctrl+O", {XK_Control_L}, XK_o},
	{"Ctrl+P", {XK_Control_L}, XK_p},
	{"Ctrl+Tab", {XK_Control_L}, XK_Tab},
	{"Super", {0}, XK_Super_L},
	{"Super+D", {XK_Super_L}, XK_d},
	{"Super+L", {XK_Super_L}, XK_l},
	{"Super+Tab", {XK_Super_L}, XK_Tab},
	{"Menu", {0}, XK_Menu},
	{"Print", {0}, XK_Print},
	{"Alt+Print", {XK_Alt_L}, XK_Print},
	{"Pause", {0}, XK_Pause},
	{"Escape", {0}, XK_Escape},
	{"F1", {0}, XK_F1},
	{"F5", {0}, XK_F5},
	{"F10", {0}, XK_F10},
	{"F11", {0}, XK_F11},
	{"F12", {0}, XK_F12},
	{"Shift+F10", {XK_Shift_L}, XK_F10},
};

enum { CHORDS = sizeof chords / sizeof chords[0] };

static void press_chord(int i)
{
	for (int k = 0; k < 3 && chords[i].held[k]; k++)
		key(chords[i].held[k], true);
	key(chords[i].key, true);
	key(chords[i].key, false);
	for (int k = 2; k >= 0; k--)
		if (chords[i].held[k])
			key(chords[i].held[k], false);
	XFlush(display);
}

/* As a window manager does for the cross in a title bar. */
static void ask_to_close(void)
{
	XEvent e = {.xclient = {.type = ClientMessage,
				.window = window,
				.message_type = XInternAtom(display, "WM_PROTOCOLS", False),
				.format = 32}};

	e.xclient.data.l[0] = (long)XInternAtom(display, "WM_DELETE_WINDOW", False);
	XSendEvent(display, window, False, NoEventMask, &e);
	XFlush(display);
}

static void click(int button)
{
	XTestFakeButtonEvent(display, (unsigned)button, True, 0);
	XTestFakeButtonEvent(display, (unsigned)button, False, 0);
}

static void move(void)
{
	XTestFakeMotionEvent(display, -1, (int)draw((uint64_t)DisplayWidth(display, 0)),
			     (int)draw((uint64_t)DisplayHeight(display, 0)), 0);
}

static void do_something(void)
{
	int what = (int)draw(100);

	if (what < 30) {
		KeySym sym = XK_space + (KeySym)draw(95);
		key(sym, true);
		key(sym, false);
	} else if (what < 45) {
		static const KeySym syms[] = {XK_Return, XK_Up,   XK_Down, XK_Left,
					      XK_Right,  XK_Tab,  XK_Home, XK_End,
					      XK_Prior,  XK_Next, XK_F1,   XK_BackSpace};
		KeySym sym = syms[draw(sizeof syms / sizeof syms[0])];
		key(sym, true);
		key(sym, false);
	} else if (what < 55) {
		press_chord((int)draw(CHORDS));
	} else if (what < 90) {
		move();
		click(draw(6) ? 1 : 1 + (int)draw(9));
	} else if (what < 97) {
		move();
		XTestFakeButtonEvent(display, 1, True, 0);
		move();
		XTestFakeButtonEvent(display, 1, False, 0);
	} else {
		ask_to_close();
	}
}

/* ---- the whole ---- */

static void start(const char *program, const char *config, const char *data)
{
	kiosk = fork();
	if (kiosk == 0) {
		execl(program, program, "kiosk", "--data", data, config, (char *)NULL);
		_exit(127);
	}
	for (int waited = 0; !window && waited < START_MS; waited += 100) {
		read_notes(100);
		window = lives > 0 ? find(DefaultRootWindow(display)) : 0;
	}
	if (!window)
		fail("no window");
	must_live();
}

int main(int argc, char **argv)
{
	long events = argc > 4 ? atol(argv[4]) : 10000;

	if (argc < 4)
		return 2;
	display = XOpenDisplay(NULL);
	if (!display)
		fail("no display");
	listen_at(argv[3]);
	start(argv[1], argv[2], argv[3]);
	for (int i = 0; i < CHORDS; i++) {
		snprintf(doing, sizeof doing, "%s", chords[i].name);
		press_chord(i);
		must_live();
		must_fill();
		must_be_for_visitors();
	}
	snprintf(doing, sizeof doing, "a request to close");
	ask_to_close();
	must_live();
	must_fill();
	for (long i = 1; i <= events; i++) {
		snprintf(doing, sizeof doing, "event %ld", i);
		do_something();
		XFlush(display);
		read_notes(0);
		must_be_for_visitors();
		if (i % 250 == 0) {
			must_live();
			must_fill();
		}
	}
	snprintf(doing, sizeof doing, "SIGTERM");
	int end = -1;
	kill(kiosk, SIGTERM);
	waitpid(kiosk, &end, 0);
	if (end != 0)
		fail("it ended with status %x", (unsigned)end);
	printf("%d chords and %ld events: never out, never dead; %ld signs of life\n", CHORDS,
	       events, lives);
	return 0;
}
