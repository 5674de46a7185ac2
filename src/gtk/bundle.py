#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the list of what is compiled into the program: templates below src/gtk, style sheets, icons and the sample."""
import pathlib
import sys

source, resources, output = map(pathlib.Path, sys.argv[1:4])
PREFIX = "/org/liaisonplanner/Liaison"


def files(root, *patterns):
    return sorted(str(path.relative_to(root)) for pattern in patterns for path in root.glob(pattern))


lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<gresources>", f'  <gresource prefix="{PREFIX}">']
lines += [f'    <file preprocess="xml-stripblanks">{name}</file>' for name in files(source, "**/*.ui")]
lines += [f"    <file>{name}</file>" for name in files(resources, "style*.css", "icons/**/*.svg", "sample/sample.liaison")]
lines += ["  </gresource>", "</gresources>", ""]
output.write_text("\n".join(lines), encoding="utf-8")
