#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every catalogue: complete for the languages that promise it, placeholders and mnemonics kept. Speaks TAP."""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
COMPLETE = {"ar", "de", "fr", "ja"}
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_-]*)\}")


def unquote(line):
    text = line[line.index('"') + 1 : line.rindex('"')]
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def entries(path):
    """Yields (flags, msgid, [msgstr...]) for each message."""
    flags, fields, key = set(), {}, None
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if line.startswith("#,"):
            flags |= {flag.strip() for flag in line[2:].split(",")}
        elif line.startswith("#"):
            continue
        elif match := re.match(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?) "', line):
            key = match.group(1)
            fields[key] = unquote(line)
        elif line.startswith('"') and key:
            fields[key] += unquote(line)
        elif not line.strip():
            if "msgid" in fields and fields["msgid"]:
                yield flags, fields
            flags, fields, key = set(), {}, None


def template():
    """The messages there are to translate, extracted now as the build does."""
    arguments = re.findall(r"'(--[^']+)'", (ROOT / "po/meson.build").read_text(encoding="utf-8"))
    names = [line for line in (ROOT / "po/POTFILES.in").read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]
    messages = set()
    for language, endings in ((["--language=C"], (".c", ".h")), ([], (".ui",))):
        with tempfile.NamedTemporaryFile(suffix=".pot") as pot:
            sources = [name for name in names if name.endswith(endings)]
            command = ["xgettext", *language, *arguments, "-o", pot.name, *sources]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            messages |= {fields["msgid"] for _, fields in entries(pathlib.Path(pot.name))}
    return messages


def problems(path, language, wanted_messages):
    if language in COMPLETE:
        known = {fields["msgid"] for _, fields in entries(path)}
        for msgid in sorted(wanted_messages - known):
            yield f"not in the catalogue: {msgid[:60]!r}"
    for flags, fields in entries(path):
        msgid = fields["msgid"]
        strings = [text for key, text in fields.items() if key.startswith("msgstr")]
        wanted = set(PLACEHOLDER.findall(msgid + fields.get("msgid_plural", "")))
        if language in COMPLETE and ("fuzzy" in flags or not all(strings)):
            yield f"not translated: {msgid[:60]!r}"
        if "fuzzy" in flags:
            continue
        for text in filter(None, strings):
            found = set(PLACEHOLDER.findall(text))
            if not found <= wanted or (len(strings) == 1 and found != wanted):
                yield f"placeholders differ: {msgid[:60]!r}"


def main():
    wanted = template()
    catalogues = sorted((ROOT / "po").glob("*.po"))
    print(f"1..{1 + 2 * len(catalogues)}")
    check = subprocess.run([sys.executable, ROOT / "po/potfiles.py", "--check"], capture_output=True, text=True)
    print(f"{'ok' if check.returncode == 0 else 'not ok'} 1 /translations/potfiles-current {check.stderr.strip()}")
    number = 1
    for path in catalogues:
        found = list(problems(path, path.stem, wanted))
        number += 1
        print(f"{'ok' if not found else 'not ok'} {number} /translations/{path.stem}/whole-and-kept")
        for problem in found[:20]:
            print(f"# {problem}")
        format_check = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", path], capture_output=True, text=True)
        number += 1
        print(f"{'ok' if format_check.returncode == 0 else 'not ok'} {number} /translations/{path.stem}/well-formed")
        for line in format_check.stderr.splitlines()[:10]:
            print(f"# {line}")


main()
