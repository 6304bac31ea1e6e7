# SPDX-License-Identifier: GPL-3.0-or-later
"""compare.py STORE.json SAFE.xlsx PLAIN.xlsx

STORE.json holds the rows of the view `observation`; SAFE.xlsx is the export for spreadsheets as
LibreOffice keeps it, PLAIN.xlsx the one for programs. Every number of the store must be a number of
the same value in SAFE.xlsx, and no cell there a formula. PLAIN.xlsx proves that the texts are ones
that LibreOffice makes formulas of.
"""
import collections
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def column_of(reference):
    """0 for "A7", 26 for "AA7"."""
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def cell_of(cell, texts):
    """A text, a number, or None; and whether a formula made it."""
    formula = cell.find(MAIN + "f") is not None
    value = cell.find(MAIN + "v")
    if value is None or value.text is None:
        return None, formula
    kind = cell.get("t", "n")
    if kind == "s":
        return texts[int(value.text)], formula
    return (float(value.text) if kind == "n" else value.text), formula


def read(path):
    """The rows of the first sheet as dictionaries by its header, and how many cells are formulas."""
    with zipfile.ZipFile(path) as book:
        shared = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(part.text or "" for part in item.iter(MAIN + "t")) for item in shared]
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    rows = []
    formulas = 0
    for row in sheet.iter(MAIN + "row"):
        cells = {}
        for cell in row:
            value, formula = cell_of(cell, texts)
            cells[column_of(cell.get("r"))] = value
            formulas += formula
        rows.append(cells)
    header = rows[0]
    return [{header[at]: row.get(at) for at in header} for row in rows[1:]], formulas


def key_of(row, value):
    """What names an observation, and its value; an apostrophe that disarms a text is taken off."""
    def plain(text):
        return text[1:] if isinstance(text, str) and text[:1] == "'" else text
    place = (plain(row["source"]), float(row["line"]), float(row["column"]))
    return plain(row["series"]), place, None if value is None else float(value)


def main(store_path, safe_path, plain_path):
    with open(store_path, encoding="utf-8") as file:
        stored = [key_of(row, row["value"]) for row in json.load(file)]
    rows, formulas = read(safe_path)
    problems = [f"{formulas} cells are formulas"] if formulas else []
    for row in rows:
        if isinstance(row["value"], str):
            problems.append(f"{row['series']}: the value {row['value']!r} is a text")
    opened = [key_of(row, row["value"]) for row in rows if not isinstance(row["value"], str)]
    want, have = collections.Counter(stored), collections.Counter(opened)
    problems += [f"only in the store: {item}" for item in (want - have).elements()]
    problems += [f"only in the spreadsheet: {item}" for item in (have - want).elements()]
    if read(plain_path)[1] == 0:
        problems.append("no text of the plain export became a formula: this test proves nothing")
    if len(stored) < 50:
        problems.append(f"only {len(stored)} observations")
    print(*problems[:20], sep="\n")
    print(f"{len(rows)} rows, {len(problems)} problems")
    sys.exit(bool(problems))


main(*sys.argv[1:])
