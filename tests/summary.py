#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single cases in meson's test log and prints "N passed, N failed" as the last line."""
import json
import sys

passed = failed = skipped = 0
with open(sys.argv[1], encoding="utf-8") as log:
    for line in log:
        test = json.loads(line)
        ok = bad = skip = 0
        for out in test.get("stdout", "").splitlines():
            if out.startswith("not ok"):
                bad += 1
            elif out.startswith("ok"):
                if "# SKIP" in out.upper():
                    skip += 1
                else:
                    ok += 1
        if test["result"] in ("SKIP",) and ok + bad + skip == 0:
            skip = 1
        elif test["result"] in ("OK", "EXPECTEDFAIL") and ok + bad + skip == 0:
            ok = 1
        elif test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") and bad == 0:
            bad = 1
        passed, failed, skipped = passed + ok, failed + bad, skipped + skip
        if bad:
            print(f"failed: {test['name']}", file=sys.stderr)
if skipped:
    print(f"skipped: {skipped} (what they need is not here)")
print(f"{passed} passed, {failed} failed")
