#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hovers until a tooltip shows, presses on it and moves on: the press must reach what lies beneath.

    tooltip.py BUILD SAMPLE     needs a display and xdotool; speaks TAP
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

build, sample = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
TIMES = 3


def xdotool(*words):
    return subprocess.run(["xdotool", *map(str, words)], capture_output=True, text=True).stdout.strip()


def windows(pid):
    return set(xdotool("search", "--onlyvisible", "--pid", pid).split())


def place(window):
    lines = dict(line.split("=") for line in xdotool("getwindowgeometry", "--shell", window).split())
    return [int(lines[key]) for key in ("X", "Y", "WIDTH", "HEIGHT")]


def wait_for(test, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = test()
        if found:
            return found
        time.sleep(0.05)
    return None


def hover(pid, main):
    """Goes along the header until a tooltip shows; its window."""
    x, y, width, _ = place(main)
    for step in range(20, width, 24):
        xdotool("mousemove", x + step, y + 24)
        xdotool("mousemove_relative", 2, 0)
        shown = wait_for(lambda: windows(pid) - {main}, 0.9)
        if shown:
            return shown.pop()
    return None


def pressed_through(process, main):
    tooltip = hover(process.pid, main)
    if tooltip is None:
        return "no tooltip showed"
    x, y, width, height = place(tooltip)
    # At once, as a quick hand does: the pointer is on the tooltip before it can hide.
    xdotool("mousemove", x + width // 2, y + height // 2, "mousedown", 1)
    xdotool("mousemove_relative", 3, 3)
    time.sleep(1)  # GTK frees what it hid after half a second
    for _ in range(10):
        xdotool("mousemove_relative", 9, 9)
        time.sleep(0.05)
    xdotool("mouseup", 1)
    xdotool("key", "Escape")
    time.sleep(0.5)
    return None if process.poll() is None else f"the program ended: {process.returncode}"


def main():
    if not os.environ.get("DISPLAY") or shutil.which("xdotool") is None:
        print("1..0 # SKIP needs a display and xdotool")
        return
    print(f"1..{TIMES}")
    with tempfile.TemporaryDirectory() as folder:
        plan = pathlib.Path(folder) / "plan.liaison"
        shutil.copy(sample, plan)
        environment = dict(os.environ, XDG_STATE_HOME=folder, LANGUAGE="en", G_DEBUG="")
        process = subprocess.Popen([build / "src/gtk/liaison", plan], env=environment,
                                   stderr=subprocess.DEVNULL)
        window = (wait_for(lambda: windows(process.pid), 20) or {""}).pop()
        time.sleep(1)
        for number in range(1, TIMES + 1):
            problem = pressed_through(process, window)
            print(f"{'ok' if problem is None else 'not ok'} {number} /window/tooltip/{number}", flush=True)
            if problem:
                print(f"# {problem}")
        process.kill()
        process.wait()


main()
