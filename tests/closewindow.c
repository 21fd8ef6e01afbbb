/* Asks the front-most window to close, as the cross in a title bar does. Exits 1 where no window
 * can be asked. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <stdbool.h>

static Display *display;

static bool can_be_asked(Window w, Atom close)
{
	Atom *atoms = NULL;
	int n = 0;
	bool can = false;

	if (XGetWMProtocols(display, w, &atoms, &n))
		for (int i = 0; i < n; i++)
			can |= atoms[i] == close;
	XFree(atoms);
	return can;
}

int main(void)
{
	static char *names[] = {"WM_DELETE_WINDOW", "WM_PROTOCOLS", "_NET_WM_NAME", "UTF8_STRING"};
	Window root, parent, *windows;
	Atom atoms[4];
	unsigned n;

	display = XOpenDisplay(NULL);
	if (!display ||
	    !XQueryTree(display, DefaultRootWindow(display), &root, &parent, &windows, &n))
		return 2;
	XInternAtoms(display, names, 4, False, atoms);
	Atom close = atoms[0];
	while (n > 0 && !can_be_asked(windows[n - 1], close))
		n--;
	Window front = n > 0 ? windows[n - 1] : None;
	XFree(windows);
	if (front == None)
		return 1;
	XEvent e = {.xclient = {.type = ClientMessage,
				.window = front,
				.message_type = atoms[1],
				.format = 32}};
	e.xclient.data.l[0] = (long)close;
	XSendEvent(display, front, False, NoEventMask, &e);
	XSync(display, False);
	return 0;
}
