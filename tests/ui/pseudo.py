#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a pseudo-translation for layout: German grows by two fifths, Japanese becomes full-width letters.

    pseudo.py LANGUAGE BUILD SOURCE    writes BUILD/po/LANGUAGE/LC_MESSAGES/liaison.mo
"""
import pathlib
import re
import subprocess
import sys
import tempfile

language, build, source = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
KEEP = re.compile(r"(\{[a-z0-9_-]+\}|%[0-9$]*[-0-9.]*[a-z]+|<[^>]*>|\\n|_)")
ACCENTS = str.maketrans("aouAOU", "äöüÄÖÜ")


def pseudo(text):
    parts = KEEP.split(text)
    for i in range(0, len(parts), 2):
        if language == "ja":
            parts[i] = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and c not in '"\\' else c for c in parts[i])
        else:
            parts[i] = " ".join(word + word[-3:] if len(word) > 4 else word for word in parts[i].split(" ")).translate(ACCENTS)
    return "".join(parts)


def main():
    subprocess.run(["ninja", "-C", build, "liaison-pot"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    plural = "nplurals=1; plural=0;" if language == "ja" else "nplurals=2; plural=n != 1;"
    with tempfile.NamedTemporaryFile("w", suffix=".po", delete=False, encoding="utf-8") as po:
        subprocess.run(
            ["msgen", "--no-wrap", f"--lang={language}", source / "po/liaison.pot", "-o", po.name], check=True
        )
    lines = pathlib.Path(po.name).read_text(encoding="utf-8").splitlines()
    out, header = [], True
    for line in lines:
        if line.startswith('"Plural-Forms'):
            line = f'"Plural-Forms: {plural}\\n"'
        if line.startswith("msgstr[1]") and language == "ja":
            continue
        if match := re.match(r'(msgstr(?:\[\d\])?) "(.+)"$', line):
            line = f'{match.group(1)} "{pseudo(match.group(2))}"'
        out.append(line)
    text = "\n".join(out) + "\n"
    if "Plural-Forms" not in text:
        text = text.replace('"Content-Transfer-Encoding: 8bit\\n"', f'"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: {plural}\\n"', 1)
    text = text.replace("charset=CHARSET", "charset=UTF-8")
    pathlib.Path(po.name).write_text(text, encoding="utf-8")
    target = build / "po" / language / "LC_MESSAGES"
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(["msgfmt", "-o", target / "liaison.mo", po.name], check=True)
    pathlib.Path(po.name).unlink()


main()
