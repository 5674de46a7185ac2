#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads workbooks that liaisonctl wrote with a reader of other people's, and says what it found.

    read-back.py ENGLISH.xlsx ARABIC.xlsx
"""
import datetime
import sys

import openpyxl

book, arabic = (openpyxl.load_workbook(path) for path in sys.argv[1:3])
sheet = book.worksheets[0]
headings = [cell.value for cell in sheet[1]]
start = headings.index("Start")
title = headings.index("Title")
rows = list(sheet.iter_rows(min_row=2))
assert rows and all(isinstance(row[start].value, datetime.datetime) and row[start].is_date for row in rows)
assert all(row[title].data_type == "s" for row in rows)
assert not any(cell.data_type == "f" for row in rows for cell in row)
assert any(str(row[title].value).startswith("=") for row in rows)
assert sheet.freeze_panes == "A2" and arabic.worksheets[0].freeze_panes == "A2"
assert not sheet.sheet_view.rightToLeft and arabic.worksheets[0].sheet_view.rightToLeft
print("as it was meant")
