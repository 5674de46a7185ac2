#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time from start to the first painted window, against a bare libadwaita window, in turns.

    window.py BUILD SAMPLE LARGE
"""
import ctypes
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zlib

build, sample, large = sys.argv[1:4]
ROUNDS = 7


class Screen:
    """The pixels of the display, asked for over the X protocol: what a person would see."""

    # Without a window manager windows stand at the origin: a part that the headers and the first column of all fall into.
    WIDTH, HEIGHT = 900, 400

    def __init__(self):
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XDefaultRootWindow.restype = ctypes.c_ulong
        x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
        x11.XGetImage.restype = ctypes.POINTER(self.Image)
        x11.XGetImage.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_int, ctypes.c_uint, ctypes.c_uint,
                                  ctypes.c_ulong, ctypes.c_int]
        x11.XDestroyImage.argtypes = [ctypes.POINTER(self.Image)]
        self.x11 = x11
        self.display = x11.XOpenDisplay(None)
        self.root = x11.XDefaultRootWindow(self.display)

    class Image(ctypes.Structure):
        _fields_ = [("width", ctypes.c_int), ("height", ctypes.c_int), ("xoffset", ctypes.c_int), ("format", ctypes.c_int),
                    ("data", ctypes.c_void_p), ("byte_order", ctypes.c_int), ("unit", ctypes.c_int), ("bit_order", ctypes.c_int),
                    ("pad", ctypes.c_int), ("depth", ctypes.c_int), ("bytes_per_line", ctypes.c_int)]

    def look(self):
        """A number that changes with the picture, and how many kinds of pixel a few lines of it hold."""
        image = self.x11.XGetImage(self.display, self.root, 0, 0, self.WIDTH, self.HEIGHT, 0xFFFFFFFF, 2)
        size = image.contents.bytes_per_line * self.HEIGHT
        data = ctypes.string_at(image.contents.data, size)
        self.x11.XDestroyImage(image)
        kinds = {data[place : place + 4] for place in range(0, size // 6, 404)}
        return zlib.crc32(data), len(kinds)


def start(screen, command, settle):
    """Seconds until something is painted, and until the picture has not changed for @settle seconds any more."""
    blank, _ = screen.look()
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    first = last = None
    seen = blank
    while time.monotonic() < begin + 30:
        now, kinds = screen.look()
        at = time.monotonic()
        if now != seen:
            seen, last = now, at
            if first is None and kinds > 1:
                first = at
        if first is not None and at - last > settle:
            break
        time.sleep(0.002)
    process.kill()
    process.wait()
    time.sleep(0.1)
    missing = float("nan")
    return (first - begin if first else missing), (last - begin if last else missing)


def longest_silence(command, seconds):
    """The longest time in ms the program's main loop did not answer while it loads, and when it first did."""
    import gi

    gi.require_version("Gio", "2.0")
    from gi.repository import Gio, GLib

    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    longest, first = 0.0, None
    while time.monotonic() - begin < seconds:
        asked = time.monotonic()
        try:
            bus.call_sync("org.liaisonplanner.Liaison", "/org/liaisonplanner/Liaison", "org.gtk.Actions", "List", None,
                          None, Gio.DBusCallFlags.NO_AUTO_START, 5000, None)
        except GLib.Error:
            time.sleep(0.005)
            continue
        answered = time.monotonic()
        if first is None:
            first = answered - begin
        else:
            longest = max(longest, answered - asked)
        time.sleep(0.002)
    process.kill()
    process.wait()
    return longest * 1000, first


def main():
    bare = [os.path.join(build, "tests/bench/bare-window")]
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "sample.liaison")
        with open(sample, "rb") as source, open(copy, "wb") as target:
            target.write(source.read())
        ours = [os.path.join(build, "src/gtk/liaison"), copy]
        screen = Screen()
        rows = [(start(screen, bare, 0.3), start(screen, ours, 1.0)) for _ in range(ROUNDS)][1:]
        big = start(screen, [os.path.join(build, "src/gtk/liaison"), large], 3.0)
        silence, first = longest_silence([os.path.join(build, "src/gtk/liaison"), large], 8)
    middle = statistics.median
    print(f"bare libadwaita window, painted          {middle(bare[0] for bare, _ in rows) * 1000:7.0f} ms")
    print(f"Liaison with the sample, painted         {middle(ours[0] for _, ours in rows) * 1000:7.0f} ms")
    print(f"  ratio, median of pairs                 {middle(ours[0] / bare[0] for bare, ours in rows):7.2f}")
    print(f"  until the sample stands there whole    {middle(ours[1] for _, ours in rows) * 1000:7.0f} ms")
    print(f"  ratio, median of pairs                 {middle(ours[1] / bare[0] for bare, ours in rows):7.2f}")
    print(f"with 100,000 events, painted             {big[0] * 1000:7.0f} ms, standing there whole {big[1] * 1000:.0f} ms")
    print(f"  first answer of its main loop after {first or float('nan'):.2f} s, then never silent longer than {silence:.0f} ms")


main()
