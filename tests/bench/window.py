#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time from start to the first mapped window, against a bare libadwaita window, in turns.

    window.py BUILD SAMPLE LARGE
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

build, sample, large = sys.argv[1:4]
ROUNDS = 7


def mapped(pid, deadline):
    while time.monotonic() < deadline:
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(pid)], capture_output=True, text=True)
        if found.stdout.strip():
            return True
        time.sleep(0.002)
    return False


def start(command):
    begin = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ok = mapped(process.pid, begin + 30)
    took = time.monotonic() - begin
    process.kill()
    process.wait()
    return took if ok else float("nan")


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
        rows = [(start(bare), start(ours)) for _ in range(ROUNDS)][1:]
        big = start([os.path.join(build, "src/gtk/liaison"), large])
        silence, first = longest_silence([os.path.join(build, "src/gtk/liaison"), large], 8)
    print(f"bare libadwaita window   {statistics.median(r[0] for r in rows) * 1000:7.0f} ms")
    print(f"Liaison with the sample  {statistics.median(r[1] for r in rows) * 1000:7.0f} ms")
    print(f"ratio, median of pairs   {statistics.median(r[1] / r[0] for r in rows):7.2f}")
    print(f"with 100,000 events      {big * 1000:7.0f} ms to the window")
    print(f"  first answer of its main loop after {first or float('nan'):.2f} s, then never silent longer than {silence:.0f} ms")


main()
