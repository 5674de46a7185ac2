#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The structure of packs, walked as a reader of PDFs walks it (ISO 32000-1, 14.7 and 14.8).

structure.py LIAISONCTL PLAN makes packs and checks of each: language and title; that all that is drawn
on every page is marked, each mark belongs to one element and each element has its marks; that figures
have an alternative text, tables rows, rows as many cells as their tables have columns, cells at the head
a scope, and headings no gaps. structure.py FILE.pdf... checks
files. TAP on standard output.
"""

import base64
import json
import os
import re
import subprocess
import sys
import tempfile

LEAVES = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", "Figure", "Note", "Link", "Private"}
GROUPS = {"Document", "Table", "TR", "P", "TD", "TH", "Figure", "Link"}
# Operators that put something on the page.
PAINT = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Do", "sh", "Tj", "TJ", "'", '"', "BI"}
TOKEN = re.compile(
    rb"\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)|<<|>>|<[0-9A-Fa-f\s]*>|/[^\s/<>\[\]()]+|\[|\]|[^\s/<>\[\]()]+", re.S)


class Pdf:
    def __init__(self, path):
        plain = subprocess.run(["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=inline",
                                "--decode-level=generalized", path], capture_output=True, check=True)
        self.objects = json.loads(plain.stdout)["qpdf"][1]
        self.faults = []

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects["obj:" + value]
            value = entry["value"] if "value" in entry else entry["stream"]["dict"]
        return value

    def fault(self, text):
        if len(self.faults) < 20:
            self.faults.append(text)

    def content(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])


def list_marks(pdf, number, content):
    """The marks of a page; complains of what is drawn outside them."""
    marks, open_marks, operands = [], [], []
    for token in TOKEN.findall(content):
        text = token.decode("latin-1")
        if text in ("BDC", "BMC"):
            mark = None
            if "/MCID" in operands:
                mark = int(operands[operands.index("/MCID") + 1])
                marks.append(mark)
            open_marks.append(mark)
        elif text == "EMC":
            if not open_marks:
                pdf.fault(f"page {number}: a mark ends that did not begin")
            else:
                open_marks.pop()
        elif text in PAINT:
            if not open_marks:
                pdf.fault(f"page {number}: {text} is outside all marks")
        if re.fullmatch(r"[A-Za-z'\"*]+[0-9]*\*?", text) and not text.startswith("/"):
            operands = []
        else:
            operands.append(text)
    if open_marks:
        pdf.fault(f"page {number}: {len(open_marks)} marks do not end")
    return marks


def check_pages(pdf):
    """Page reference -> its marks."""
    root = pdf.get(pdf.objects["trailer"]["value"]["/Root"])
    pages = {}

    def walk(reference):
        node = pdf.get(reference)
        if node.get("/Type") == "/Pages":
            for kid in node["/Kids"]:
                walk(kid)
            return
        contents = node["/Contents"]
        parts = [contents] if isinstance(contents, str) else contents
        marks = list_marks(pdf, len(pages) + 1, b"\n".join(pdf.content(part) for part in parts))
        if len(set(marks)) != len(marks):
            pdf.fault(f"page {len(pages) + 1}: a mark is used twice")
        pages[reference] = set(marks)

    walk(root["/Pages"])
    return pages


def check_element(pdf, reference, inside, state):
    element = pdf.get(reference)
    kind = element["/S"][1:]
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, list) else [kids]
    page = element.get("/Pg")
    state["kinds"][kind] = state["kinds"].get(kind, 0) + 1
    if kind not in LEAVES | GROUPS:
        pdf.fault(f"{kind} is not known")
    if kind == "Figure" and not element.get("/Alt"):
        pdf.fault("a figure has no alternative text")
    if inside == "Table" and kind != "TR":
        pdf.fault(f"{kind} in a table")
    if kind == "TR" and inside != "Table":
        pdf.fault(f"a row in {inside}")
    if kind in ("TH", "TD") and inside != "TR":
        pdf.fault(f"{kind} in {inside}")
    cell = pdf.get(element.get("/A", {}))
    if kind == "TH":
        if cell.get("/O") != "/Table" or cell.get("/Scope") not in ("/Column", "/Row"):
            pdf.fault("a cell at the head has no scope")
        state["scopes"].add(cell.get("/Scope"))
    if kind in ("TH", "TD"):
        state["width"] += cell.get("/ColSpan", 1)
    if kind == "TR":
        state["width"] = 0
    heading = re.fullmatch(r"H([1-6])", kind)
    if heading:
        level = int(heading.group(1))
        if level > state["level"] + 1:
            pdf.fault(f"H{level} follows H{state['level']}")
        state["level"] = level
    below = []
    for kid in kids:
        if isinstance(kid, int):
            take_mark(pdf, page, kid, state)
            continue
        node = pdf.get(kid)
        if "/MCID" in node:
            take_mark(pdf, node.get("/Pg", page), node["/MCID"], state)
        elif node.get("/Type") == "/OBJR":
            state["links"] += 1
        else:
            if node["/P"] != reference:
                pdf.fault(f"{node['/S']} in {kind} says it is in another element")
            below.append(check_element(pdf, kid, kind, state))
    if kind == "TR" and (not below or set(below) - {"TH", "TD"}):
        pdf.fault(f"a row of {sorted(set(below)) or 'nothing'}")
    if kind == "Table":
        if len(set(state["rows"])) > 1:
            pdf.fault(f"rows of {sorted(set(state['rows']))} cells in one table")
        state["rows"] = []
    if kind == "TR":
        state["rows"].append(state["width"])
    return kind


def take_mark(pdf, page, mark, state):
    marks = state["pages"].get(page)
    if marks is None or mark not in marks:
        pdf.fault(f"an element has mark {mark}, which its page has not, or another element has too")
    else:
        marks.remove(mark)


def check(path):
    pdf = Pdf(path)
    root = pdf.get(pdf.objects["trailer"]["value"]["/Root"])
    if not root.get("/Lang"):
        pdf.fault("no language")
    if pdf.get(root.get("/MarkInfo", {})).get("/Marked") is not True:
        pdf.fault("not marked as tagged")
    if pdf.get(root.get("/ViewerPreferences", {})).get("/DisplayDocTitle") is not True:
        pdf.fault("the title is not shown")
    if not pdf.get(pdf.objects["trailer"]["value"]["/Info"]).get("/Title"):
        pdf.fault("no title")
    state = {"pages": check_pages(pdf), "kinds": {}, "level": 0, "rows": [], "width": 0, "scopes": set(), "links": 0}
    n_pages = len(state["pages"])
    tree = pdf.get(root["/StructTreeRoot"])
    tops = tree["/K"] if isinstance(tree["/K"], list) else [tree["/K"]]
    kinds = [check_element(pdf, top, None, state) for top in tops]
    if kinds != ["Document"]:
        pdf.fault(f"the tree begins with {kinds}")
    left = sum(len(marks) for marks in state["pages"].values())
    if left:
        pdf.fault(f"{left} marks belong to no element")
    state["kinds"].update((scope, 1) for scope in state["scopes"])
    return pdf, n_pages, state["kinds"]


# What every pack of its kind has: a check that finds nothing to check is none.
PACKS = (
    (("--for", "JO"), {"H1", "H2", "Table", "TR", "TH", "TD", "Figure", "Note", "Link", "P",
                      "/Column", "/Row"}),
    (("--for", "FR", "--paper", "a5"), {"H1", "Table", "Figure", "Note"}),
    (("--for", "JP", "--template", "room-cards", "--language", "ja"), {"H1", "P"}),
    (("--for", "NO", "--template", "pocket-card", "--language", "fr"), {"P"}),
)


def main():
    arguments = sys.argv[1:]
    if arguments and arguments[0].endswith(".pdf"):
        for path in arguments:
            pdf, n_pages, kinds = check(path)
            print(path, n_pages, "pages", kinds)
            for fault in pdf.faults:
                print("  ", fault)
        return
    control, plan = arguments
    print(f"1..{len(PACKS)}")
    for number, (wishes, needed) in enumerate(PACKS, 1):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "pack.pdf")
            subprocess.run([control, "pack", plan, *wishes, "-o", path], check=False, stderr=subprocess.DEVNULL,
                           stdout=subprocess.DEVNULL)
            pdf, n_pages, kinds = check(path)
        for kind in sorted(needed - set(kinds)):
            pdf.fault(f"no {kind}")
        for fault in pdf.faults:
            print("#", fault)
        print("not ok" if pdf.faults else "ok", number, "/pack/structure/" + "-".join(w.strip("-") for w in wishes))


main()
