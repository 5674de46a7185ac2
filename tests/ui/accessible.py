#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks the real window as assistive technology hears it, area by area, and asks for the name of everything one can act on.

    accessible.py BUILD SAMPLE     needs a display, a session bus, xdotool and at-spi2-core; speaks TAP

What is drawn or acted on and has no name of its own is announced as nothing, or by the name of its class.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

build, sample = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def skip(why):
    print(f"1..0 # SKIP {why}")
    sys.exit(0)


for needed in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
    if not os.environ.get(needed):
        skip(f"no {needed}")
if not shutil.which("xdotool"):
    skip("no xdotool")
try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError):
    skip("no AT-SPI for Python")

# Roles that a person acts on, or that hold what is read. Rows and cells are named by what is in them.
NAMED = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "spin button", "slider",
    "list", "list box", "table", "tree table", "grid", "tree", "canvas", "drawing area", "image map", "switch", "menu", "link",
    "password text", "dialog", "frame", "page tab list", "chart", "level bar", "progress bar",
}
FROM_CONTENT = {"list item", "table row", "row", "tree item", "menu item", "option"}
CLASS_NAME = re.compile(r"^(Gtk|Adw|Liaison)[A-Z]\w+$")
MOST_CHILDREN = 40
MOST_ROWS = 3  # the rows of a table are alike


def call(function, *words, default=None):
    try:
        return function(*words)
    except GLib.Error:
        return default


def xdotool(*words):
    return subprocess.run(["xdotool", *words], capture_output=True, text=True).stdout.strip()


def name_of(node):
    name = (call(node.get_name) or "").strip()
    return "" if CLASS_NAME.match(name) else name


def children_of(node, most=MOST_CHILDREN):
    for place in range(min(call(node.get_child_count, default=0) or 0, most)):
        child = call(node.get_child_at_index, place)
        if child is not None:
            yield child


def is_visible(node):
    """GTK 4.8 calls what is on a page behind visible too; but it has no size."""
    states = call(node.get_state_set)
    if states is None or not states.contains(Atspi.StateType.VISIBLE):
        return False
    extents = call(node.get_extents, Atspi.CoordType.WINDOW)
    return extents is None or (extents.width > 0 and extents.height > 0)


def first_text(node, depth=0):
    for child in children_of(node):
        found = name_of(child) or (first_text(child, depth + 1) if depth < 6 else "")
        if found:
            return found
    return ""


def is_drawn(node, role):
    """A drawing large enough to be read, or anything else that takes the focus."""
    states = call(node.get_state_set)
    if role == "panel":
        return states is not None and states.contains(Atspi.StateType.FOCUSABLE)
    extents = call(node.get_extents, Atspi.CoordType.WINDOW) if role in ("image", "icon") else None
    return extents is not None and extents.width > 200 and extents.height > 40


def has_text_below(node, depth=0):
    if depth > 8:
        return False
    return any(name_of(child) or has_text_below(child, depth + 1) for child in children_of(node))


def hint(node):
    """What helps to find it in the sources: what is said and shown of it and in it."""
    inside = [call(child.get_role_name) + (f" “{name_of(child)}”" if name_of(child) else "") for child in children_of(node)]
    tip = (call(node.get_description) or "").strip()
    return (f" ({tip})" if tip else "") + (f" holding {', '.join(inside)}" if inside else "")


# Parts that were looked at before and need not be again, and how many children they had.
seen = {}
ONCE = {"tree table", "list item", "table row", "table cell", "scroll bar", "image"}


def walk(node, above, found, met, depth=0):
    """Gathers into @found what should have a name and has none; counts the roles met."""
    role = call(node.get_role_name, default="") or ""
    if role in ONCE:
        known, n = seen.get(hash(node), (None, -1))
        if n == call(node.get_child_count):
            return
        seen[hash(node)] = node, call(node.get_child_count)
    name = name_of(node)
    if depth > 60 or (depth > 1 and not is_visible(node)):
        return
    met[role] = met.get(role, 0) + 1
    if (role in NAMED and not name) or (role in FROM_CONTENT and not name and not has_text_below(node)):
        found.append((role, " > ".join(above[-5:]) + hint(node)))
    if is_drawn(node, role) and not name:
        found.append((f"drawn or focusable {role}", " > ".join(above[-5:]) + hint(node)))
    if role in ("unknown", "invalid", "redundant object"):
        found.append((role, " > ".join(above[-5:]) + hint(node)))
    rows = role == "list" and bool(above) and above[-1].startswith("tree table")
    for child in children_of(node, MOST_ROWS if rows else MOST_CHILDREN):
        walk(child, above + [f"{role} “{name[:30]}”" if name else role], found, met, depth + 1)


class Program:
    def __init__(self, folder):
        self.plan = folder / "sample.liaison"
        shutil.copy(sample, self.plan)
        environment = {key: value for key, value in os.environ.items() if key != "GTK_A11Y"}
        environment.update(XDG_STATE_HOME=str(folder / "state"), LANGUAGE="en", G_DEBUG="")
        self.process = subprocess.Popen([build / "src/gtk/liaison", self.plan], env=environment, stderr=subprocess.DEVNULL)
        pid = str(self.process.pid)
        self.wait(lambda: xdotool("search", "--onlyvisible", "--pid", pid), 30)
        self.window = xdotool("search", "--onlyvisible", "--pid", pid).splitlines()[0]
        xdotool("windowsize", self.window, "1600", "1000")
        xdotool("windowfocus", self.window)
        try:
            self.frame = self.wait(self.find_frame, 20)
        except RuntimeError:
            self.process.kill()
            skip("no accessibility bus")
        time.sleep(1.5)

    @staticmethod
    def wait(test, seconds):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = test()
            if found:
                return found
            time.sleep(0.1)
        raise RuntimeError("the window or its tree did not appear")

    def find_frame(self):
        desktop = Atspi.get_desktop(0)
        for application in children_of(desktop):
            if call(application.get_process_id) == self.process.pid:
                # The last one opened: a window of its own, such as the one to go to anything.
                frames = [frame for frame in children_of(application)]
                if frames:
                    return frames[-1]
        return None

    def key(self, *keys):
        xdotool("key", "--delay", "40", *keys)
        time.sleep(1.2)

    def look(self):
        """Rows are filled while the tree is walked, which takes its time: what has no name is looked at again, and only
        what still has none then is a fault."""
        for patience in (1, 3, 6, 0):
            found, met = [], {}
            walk(self.find_frame() or self.frame, [], found, met)
            if not found:
                break
            time.sleep(patience)
        return found, met

    def areas(self):
        """The rows of the sidebar."""
        def search(node, depth=0):
            if call(node.get_role_name) in ("list", "list box") and name_of(node) == "Areas":
                return node
            for child in children_of(node):
                found = search(child, depth + 1) if depth < 20 else None
                if found is not None:
                    return found
            return None

        place = search(self.find_frame())
        return [row for row in children_of(place) if is_visible(row)] if place is not None else []

    def click(self, node):
        extents = node.get_extents(Atspi.CoordType.WINDOW)
        xdotool("mousemove", "--window", self.window, str(extents.x + 40), str(extents.y + extents.height // 2), "click", "1")
        time.sleep(2.5)


def tell(found):
    for role, above in sorted(set(found)):
        print(f"#   a {role} without a name, in {above}")


def main():
    number, failed = 0, 0

    def report(what, found, met):
        nonlocal number, failed
        number += 1
        controls = sum(met.get(role, 0) for role in NAMED)
        good = not found and controls > 3
        failed += not good
        print(f"{'ok' if good else 'not ok'} {number} /accessible/{what} # {sum(met.values())} nodes, {controls} controls", flush=True)
        tell(found)

    with tempfile.TemporaryDirectory() as folder:
        program = Program(pathlib.Path(folder))
        try:
            for row in program.areas():
                area = re.sub(r"\W+", "-", first_text(row).lower())
                if area:
                    program.click(row)
                    report(area, *program.look())
            program.key("alt+2")
            for place, view in enumerate(("table", "timeline", "calendar", "matrix", "rhythm", "process"), 1):
                program.key(f"ctrl+{place}")
                report(f"schedule-{view}", *program.look())
            program.key("ctrl+k")
            report("jump", *program.look())
            program.key("Escape")
            program.key("alt+4", "Tab", "Tab", "Tab", "Down")
            report("inspector", *program.look())
        finally:
            program.process.kill()
            program.process.wait()
    print(f"1..{number}")
    return 1 if failed else 0


sys.exit(main())
