#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mean excess of found makespans over the best known ones.   excess.py BEST_KNOWN RESULTS NAME"""
import csv
import sys

best = {}
with open(sys.argv[1], encoding="utf-8") as table:
    for row in csv.reader(table, delimiter="\t"):
        if len(row) >= 3 and row[2].isdigit():
            best[row[0].lower().removesuffix(".sm")] = int(row[2])
excess = []
with open(sys.argv[2], encoding="utf-8") as results:
    for row in csv.reader(results, delimiter="\t"):
        name = row[0].lower().rsplit("/", 1)[-1].removesuffix(".sm")
        if name in best:
            excess.append(100.0 * (int(row[1]) - best[name]) / best[name])
if excess:
    print(f"{sys.argv[3]}: {len(excess)} instances, mean excess {sum(excess) / len(excess):.3f} %, "
          f"{sum(e <= 0 for e in excess)} at the best known")
