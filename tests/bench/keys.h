/*
 * Keys for a program that runs on a bare X server: its window, and a press of a key in it.
 */
#ifndef KEYS_H
#define KEYS_H

#include <X11/Xlib.h>
#include <X11/Xutil.h>

/* The newest window that is shown: there is no window manager to wrap it. */
static inline Window find_window(Display *d)
{
	Window root, parent, *all = NULL, found = None;
	unsigned n = 0;

	XQueryTree(d, DefaultRootWindow(d), &root, &parent, &all, &n);
	for (unsigned i = 0; i < n; i++) {
		XWindowAttributes a;
		if (XGetWindowAttributes(d, all[i], &a) && a.map_state == IsViewable)
			found = all[i];
	}
	if (all)
		XFree(all);
	return found;
}

static inline void press(Display *d, Window w, KeySym key)
{
	XKeyEvent e = {.type = KeyPress,
		       .display = d,
		       .window = w,
		       .root = DefaultRootWindow(d),
		       .same_screen = True,
		       .keycode = XKeysymToKeycode(d, key)};

	XSendEvent(d, w, True, KeyPressMask, (XEvent *)&e);
	e.type = KeyRelease;
	XSendEvent(d, w, True, KeyReleaseMask, (XEvent *)&e);
	XFlush(d);
}

#endif
