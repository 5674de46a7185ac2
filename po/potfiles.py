#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes po/POTFILES.in: every source that holds a translatable string, sorted. With --check only compares."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MARK = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|liaison_words_(?:format|get)_plural|liaison_words_get_context)\s?\(|translatable="yes"')
HEAD = "# SPDX-License-Identifier: GPL-3.0-or-later\n# Written by po/potfiles.py: run it when a file with strings comes or goes.\n"


def has_strings(path):
    if path.name in ("meson.build",):
        return False
    return MARK.search(path.read_text(encoding="utf-8")) is not None


def main():
    names = sorted(
        str(path.relative_to(ROOT))
        for pattern in ("src/**/*.c", "src/**/*.h", "src/**/*.ui", "data/*.desktop.in", "data/*.metainfo.xml.in")
        for path in ROOT.glob(pattern)
        if path.suffix in (".in",) or has_strings(path)
    )
    wanted = HEAD + "".join(name + "\n" for name in names)
    target = ROOT / "po" / "POTFILES.in"
    if "--check" in sys.argv:
        if not target.exists() or target.read_text(encoding="utf-8") != wanted:
            sys.exit("po/POTFILES.in is not current: run po/potfiles.py")
        return
    target.write_text(wanted, encoding="utf-8")


main()
