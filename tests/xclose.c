/* Asks a window to close, as a window manager does. xclose ID */
#include <X11/Xlib.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	Display *display = argc == 2 ? XOpenDisplay(NULL) : NULL;

	if (!display)
		return 2;
	XEvent ask = {.xclient = {.type = ClientMessage,
				  .window = strtoul(argv[1], NULL, 0),
				  .message_type = XInternAtom(display, "WM_PROTOCOLS", False),
				  .format = 32}};
	ask.xclient.data.l[0] = (long)XInternAtom(display, "WM_DELETE_WINDOW", False);
	XSendEvent(display, ask.xclient.window, False, NoEventMask, &ask);
	return XCloseDisplay(display);
}
