#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the window at random moments while it edits and saves, and looks at what is left.

    kill-window.py BUILD SAMPLE [KILLS [SEED]]     needs a display and xdotool; speaks TAP

After each kill: the plan is readable; a save that was seen on the disk is still there; every edit older than a
second is in the plan or in the journal.
"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

build, sample = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
kills = int(sys.argv[3]) if len(sys.argv) > 3 else int(os.environ.get("LIAISON_TEST_WINDOW_KILLS", "2"))
seed = int(sys.argv[4]) if len(sys.argv) > 4 else 1
chance = random.Random(seed)

# What may be lost: a second of typing, and the time that keys take to arrive: twice what they took at the start, on this
# machine as busy as it is, and no less than this.
MAY_BE_LOST = 1.0
LEAST_DELAY = 0.25


def xdotool(*words):
    return subprocess.run(["xdotool", *words], capture_output=True, text=True).stdout.strip()


def wait_for(test, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if test():
            return True
        time.sleep(0.02)
    return False


class Round:
    def __init__(self, folder, number):
        self.number = number
        self.plan = folder / f"round-{number}.liaison"
        self.state = folder / f"state-{number}"
        self.state.mkdir()
        shutil.copy(sample, self.plan)
        self.typed = []  # (title, when it was entered)
        self.saved = []

    def start(self):
        # A window without a window manager makes GTK 4.8 warn now and then; that is not what is tested here.
        environment = dict(os.environ, XDG_STATE_HOME=str(self.state), LANGUAGE="en", G_DEBUG="")
        self.process = subprocess.Popen([build / "src/gtk/liaison", self.plan], env=environment, stderr=subprocess.DEVNULL)
        pid = str(self.process.pid)
        if not wait_for(lambda: xdotool("search", "--onlyvisible", "--pid", pid), 20):
            raise RuntimeError("no window appeared")
        self.window = xdotool("search", "--onlyvisible", "--pid", pid).splitlines()[0]
        if not any(self.answers(attempt) for attempt in range(10)):
            raise RuntimeError("the window takes no keys")

    def answers(self, attempt):
        """Whether an event that is typed now arrives in the journal: only then does the time run."""
        title = f"Kill {self.number} ready {attempt}"
        xdotool("windowfocus", self.window)
        xdotool("key", "Escape", "alt+2")
        time.sleep(0.5)
        self.type_event(title, 0)
        entered = time.monotonic()
        arrived = wait_for(lambda: title.encode() in self.journal(), 3)
        self.delay = max(LEAST_DELAY, 2 * (time.monotonic() - entered))
        return arrived

    def journal(self):
        return b"".join(path.read_bytes() for path in self.state.rglob("*") if path.is_file())

    def type_event(self, title, number):
        xdotool("key", "ctrl+e")
        xdotool("type", "--delay", "4", f"2613{number % 60:02d}ZOCT27 1h {title}")
        xdotool("key", "Return")

    def enter(self, number):
        title = f"Kill {self.number} entry {number}"
        self.type_event(title, number)
        # It counts from the key press, whether or not the program has written it down.
        self.typed.append((title, time.monotonic()))
        time.sleep(chance.uniform(0.1, 0.6))

    def save(self):
        titles = [title for title, _ in self.typed]
        xdotool("key", "ctrl+s")
        if titles and wait_for(lambda: titles[-1].encode() in self.plan.read_bytes(), chance.uniform(0, 2)):
            self.saved = titles

    def run(self):
        self.start()
        until = time.monotonic() + chance.uniform(2, 6)
        number = 0
        while time.monotonic() < until:
            self.enter(number)
            number += 1
            if chance.random() < 0.4:
                self.save()
        time.sleep(chance.uniform(0, 0.3))
        self.killed = time.monotonic()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def problems(self):
        readable = subprocess.run([build / "src/cli/liaisonctl", "check", "--json", self.plan], capture_output=True)
        if readable.returncode == 2:
            yield "the plan cannot be read"
        text = self.plan.read_bytes()
        for title in self.saved:
            if title.encode() not in text:
                yield f"a save was lost: {title}"
        kept = text + self.journal()
        for title, entered in self.typed:
            if self.killed - entered > MAY_BE_LOST + self.delay and title.encode() not in kept:
                yield f"an edit was lost: {title}"
        if not self.typed:
            yield "nothing was typed"


def main():
    if not os.environ.get("DISPLAY") or shutil.which("xdotool") is None:
        print("1..0 # SKIP needs a display and xdotool")
        return
    print(f"1..{kills}")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, kills + 1):
            this = Round(pathlib.Path(folder), number)
            this.run()
            found = list(this.problems())
            print(f"{'ok' if not found else 'not ok'} {number} /window/kill/{number} "
                  f"# {len(this.typed)} entered, {len(this.saved)} saved", flush=True)
            for problem in found:
                print(f"# {problem}")


main()
