#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Previews a workbook of 10,000 rows and 20 columns, against LibreOffice turning it into CSV, process against process.

    exchange-in.py BUILD [ROUNDS]

Prints the least time of each and the peak memory, as ratios. Needs soffice (Debian: libreoffice-calc-nogui).
"""
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.sax.saxutils import escape

ROWS = 10000
HEADINGS = ["Serial", "Title", "Type", "Status", "Start", "Duration", "Site", "Participants", "Nations", "Description",
            "Track", "Functional area", "Priority", "Set-up time", "Tear-down time", "People expected", "Dress", "Link",
            "Notes", "Not before"]


def column(index):
    return chr(ord("A") + index)


def make_row(n):
    day = 46300 + n % 12 + (n % 20 + 2) / 24
    return ["E%05d" % n, "Serial %d of the training week, group %d" % (n, n % 17),
            ["Briefing", "Training serial", "Board", "Travel"][n % 4], ["Draft", "Confirmed", "Proposed"][n % 3],
            day, "%dh30" % (1 + n % 5), "Range %d" % (n % 40), "Relief HQ; Civil Protection" if n % 2 else "Relief HQ",
            ["NO, FR", "Poland", "Norway; Germany", "all"][n % 4],
            "What is done and why, in a sentence or two that differs a little: %d." % (n * 7919 % 10007),
            "Track %d" % (n % 6), "Operations", n % 100, "30m", "15 min", n % 250, "Working dress",
            "https://example.org/%d" % n, "Note %d" % n, "2027-10-%02d 06:00" % (1 + n % 28)]


def make_workbook(path):
    strings, order = {}, []

    def shared(text):
        if text not in strings:
            strings[text] = len(order)
            order.append(text)
        return strings[text]

    lines = []
    for number, row in enumerate([HEADINGS] + [make_row(n) for n in range(1, ROWS + 1)], 1):
        cells = []
        for index, value in enumerate(row):
            place = column(index) + str(number)
            if isinstance(value, float):
                cells.append('<c r="%s" s="1"><v>%.10f</v></c>' % (place, value))
            elif isinstance(value, int):
                cells.append('<c r="%s"><v>%d</v></c>' % (place, value))
            else:
                cells.append('<c r="%s" t="s"><v>%d</v></c>' % (place, shared(value)))
        lines.append('<row r="%d">%s</row>' % (number, "".join(cells)))
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    parts = {
        "[Content_Types].xml": '<Types xmlns="%s/content-types"><Default Extension="rels" ContentType="application/vnd.'
        'openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/><Override PartName="/xl/styles.xml" '
        'ContentType="%sstyles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="%ssharedStrings+xml"/></Types>'
        % (package, kind, kind, kind, kind),
        "_rels/.rels": '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>' % (package, relations),
        "xl/workbook.xml": '<workbook %s xmlns:r="%s"><sheets><sheet name="Schedule" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>" % (main, relations),
        "xl/_rels/workbook.xml.rels": '<Relationships xmlns="%s/relationships"><Relationship Id="rId1" Type="%s/worksheet" '
        'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="%s/styles" Target="styles.xml"/><Relationship '
        'Id="rId3" Type="%s/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        % (package, relations, relations, relations),
        "xl/styles.xml": '<styleSheet %s><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1">'
        '<border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf '
        'numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>' % main,
        "xl/worksheets/sheet1.xml": "<worksheet %s><sheetData>%s</sheetData></worksheet>" % (main, "".join(lines)),
        "xl/sharedStrings.xml": "<sst %s>%s</sst>" % (main, "".join("<si><t>%s</t></si>" % escape(t) for t in order)),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)


def tree_memory(pid):
    """The resident memory of a process and its children now, in KiB: soffice is a shell script."""
    pages = 0
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            if int(name) != pid and not is_below(int(name), pid):
                continue
            with open("/proc/%s/status" % name) as file:
                pages += sum(int(line.split()[1]) for line in file if line.startswith("VmRSS"))
        except (OSError, ValueError):
            pass
    return pages


def peak_memory(pid):
    """The most that a process ever had, in KiB."""
    try:
        with open("/proc/%d/status" % pid) as file:
            return sum(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
    except (OSError, ValueError):
        return 0


def is_below(pid, ancestor):
    while pid > 1:
        with open("/proc/%d/stat" % pid) as file:
            pid = int(file.read().rsplit(")", 1)[1].split()[1])
        if pid == ancestor:
            return True
    return False


def run(command, accepted=(0,)):
    """Seconds, CPU seconds and peak resident memory in KiB, shared libraries and all, of a command and what it starts.

    A single process is taken at the peak that the kernel knows; several at the largest sum that was seen, 50 times a
    second, which can only be too small: the comparison never favours us.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        peak = max(peak, tree_memory(process.pid), peak_memory(process.pid))
        time.sleep(0.02)
    elapsed = time.monotonic() - start
    if process.returncode not in accepted:
        sys.exit("%s failed: %d" % (command[0], process.returncode))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    plan = pathlib.Path(__file__).resolve().parent.parent / "fixtures/import/plan.liaison"
    if shutil.which("soffice") is None:
        print("exchange in: soffice is not here (Debian: libreoffice-calc-nogui)")
        return
    with tempfile.TemporaryDirectory() as folder:
        workbook = os.path.join(folder, "rows.xlsx")
        make_workbook(workbook)
        ours = [str(build / "src/cli/liaisonctl"), "import", str(plan), "events", workbook, "--dry-run", "--json"]
        theirs = ["soffice", "-env:UserInstallation=file://" + folder + "/profile", "--headless", "--convert-to", "csv",
                  "--outdir", folder, workbook]
        run(theirs)  # makes the profile
        pairs = [(run(ours, (0, 1)), run(theirs)) for _ in range(rounds)]
    for name, index, unit in (("seconds", 0, "%.2f"), ("CPU seconds", 1, "%.2f"), ("peak KiB", 2, "%d")):
        a, b = min(pair[0][index] for pair in pairs), min(pair[1][index] for pair in pairs)
        print(("preview of 10,000 rows against soffice, %s: " + unit + " / " + unit + " = %.2f") % (name, a, b, a / b))


main()
