#!/usr/bin/python3
"""In the machine: a touch screen made with uinput, moved by lines of a FIFO.

tap X Y [MS]   a finger at these thousandths of the screen, for so long
"""
import fcntl, os, struct, time

EV_SYN, EV_KEY, EV_ABS = 0, 1, 3
BTN_TOUCH, ABS_X, ABS_Y, MT_SLOT, MT_X, MT_Y, MT_ID = 0x14A, 0, 1, 0x2F, 0x35, 0x36, 0x39
UI_SET_EVBIT, UI_SET_KEYBIT, UI_SET_ABSBIT, UI_SET_PROPBIT = 0x40045564, 0x40045565, 0x40045567, 0x4004556E
UI_DEV_CREATE, UI_DEV_SETUP, UI_ABS_SETUP = 0x5501, 0x405C5503, 0x401C5504
FIFO = "/run/finger"

u = os.open("/dev/uinput", os.O_WRONLY)
for bit in (EV_KEY, EV_ABS):
    fcntl.ioctl(u, UI_SET_EVBIT, bit)
fcntl.ioctl(u, UI_SET_KEYBIT, BTN_TOUCH)
fcntl.ioctl(u, UI_SET_PROPBIT, 1)  # INPUT_PROP_DIRECT
for axis, most in ((ABS_X, 1000), (ABS_Y, 1000), (MT_SLOT, 9), (MT_X, 1000), (MT_Y, 1000), (MT_ID, 65535)):
    fcntl.ioctl(u, UI_SET_ABSBIT, axis)
    fcntl.ioctl(u, UI_ABS_SETUP, struct.pack("H2x6i", axis, 0, 0, most, 0, 0, 10 if axis in (ABS_X, ABS_Y, MT_X, MT_Y) else 0))
fcntl.ioctl(u, UI_DEV_SETUP, struct.pack("4H80sI", 3, 1, 2, 1, b"Test touch screen", 0))
fcntl.ioctl(u, UI_DEV_CREATE)


def send(*events):
    for kind, code, value in events + ((EV_SYN, 0, 0),):
        os.write(u, struct.pack("llHHi", 0, 0, kind, code, value))


if os.path.exists(FIFO):
    os.unlink(FIFO)
os.mkfifo(FIFO)
touch = 0
lines = os.fdopen(os.open(FIFO, os.O_RDWR), "r")
for line in lines:
    _, x, y, *ms = line.split()
    x, y, touch = int(x), int(y), touch + 1
    send((EV_ABS, MT_SLOT, 0), (EV_ABS, MT_ID, touch), (EV_ABS, MT_X, x), (EV_ABS, MT_Y, y),
         (EV_KEY, BTN_TOUCH, 1), (EV_ABS, ABS_X, x), (EV_ABS, ABS_Y, y))
    time.sleep(int(ms[0]) / 1000 if ms else 0.12)
    send((EV_ABS, MT_SLOT, 0), (EV_ABS, MT_ID, -1), (EV_KEY, BTN_TOUCH, 0))
