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


def main():
    bare = [os.path.join(build, "tests/bench/bare-window")]
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, "sample.liaison")
        with open(sample, "rb") as source, open(copy, "wb") as target:
            target.write(source.read())
        ours = [os.path.join(build, "src/gtk/liaison"), copy]
        rows = [(start(bare), start(ours)) for _ in range(ROUNDS)][1:]
        big = start([os.path.join(build, "src/gtk/liaison"), large])
    print(f"bare libadwaita window   {statistics.median(r[0] for r in rows) * 1000:7.0f} ms")
    print(f"Liaison with the sample  {statistics.median(r[1] for r in rows) * 1000:7.0f} ms")
    print(f"ratio, median of pairs   {statistics.median(r[1] / r[0] for r in rows):7.2f}")
    print(f"with 100,000 events      {big * 1000:7.0f} ms to the window")


main()
