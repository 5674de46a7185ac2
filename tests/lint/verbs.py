#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every verb of liaisonctl and every option of it stands in the man page and is completed by bash. Speaks TAP.

    verbs.py LIAISONCTL
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COMMON = {"--help", "--json", "--zone", "--language"}


def helps(*words):
    return subprocess.run([sys.argv[1], *words, "--help"], capture_output=True, text=True, check=True).stdout


def section(page, verb):
    """What the man page says under one verb."""
    found = re.search(rf"^\.It Cm {verb}\n(.*?)(?=^\.It Cm |^\.Sh )", page, re.M | re.S)
    return found.group(1) if found else ""


def problems(verb, page, completion):
    synopsis = page[page.index(".Sh SYNOPSIS") : page.index(".Sh DESCRIPTION")]
    told = section(page, verb)
    completed = re.search(rf"^\s+(?:[a-z-]+ \| )*{verb}(?: \| [a-z-]+)*\) words\+=\"([^\"]*)\"", completion, re.M)
    completed = set(completed.group(1).split()) if completed else set()
    if not re.search(rf"^\.Cm {verb}$", synopsis, re.M):
        yield "is not in the synopsis"
    if not told:
        yield "has no place in the man page"
    if verb not in re.search(r'verbs="([^"]*)"', completion).group(1).split():
        yield "is not completed"
    for option in sorted(set(re.findall(r"^  (?:-., )?(--[a-z-]+)", helps(verb), re.M)) - COMMON):
        if not re.search(rf"(?:Fl|,) -{option[2:]}(?= |$)", told, re.M):
            yield f"{option} is not in the man page"
        if option not in completed:
            yield f"{option} is not completed"


page = (ROOT / "data/liaisonctl.1").read_text(encoding="utf-8")
completion = (ROOT / "data/completions/liaisonctl").read_text(encoding="utf-8")
verbs = re.findall(r"^  ([a-z][a-z-]+) ", helps(), re.M)
assert len(verbs) > 10, "the help lists no verbs any more"
print(f"1..{len(verbs)}")
for number, verb in enumerate(verbs, 1):
    found = list(problems(verb, page, completion))
    for problem in found:
        print(f"# {verb} {problem}")
    print(f"{'not ok' if found else 'ok'} {number} {verb}")
sys.exit(0)
