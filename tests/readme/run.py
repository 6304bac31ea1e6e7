#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the examples of README.md for other programs: tests/readme/run.py PROGRAM README DATASETS.

An example is a fenced block of sql, python or r with a fenced block of text behind it, which is what
it prints. Blanks at the ends of lines do not count. A program that is not there is skipped, with a
word; --renew prints what the examples give instead.
"""
import difflib
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```(sql|python|r)\n(.*?)^```\n\n^```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LOADED = ["island-series.csv", "harbour-weekly-ko.txt"]
SKIP = 77


def works(command):
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def runner(language):
    """The command that takes the example on standard input; None when it is not there."""
    if language == "sql":
        return ["sqlite3", "-readonly", "-box", "bseries.db"] if shutil.which("sqlite3") else None
    if language == "r":
        there = works(["Rscript", "-e", "library(DBI); library(RSQLite)"])
        return ["Rscript", "--vanilla", "/dev/stdin"] if there else None
    for python in (sys.executable, "/usr/bin/python3"):
        if works([python, "-c", "import pandas"]):
            return [python, "-"]
    return None


def clean(text):
    return "\n".join(line.rstrip() for line in text.strip("\n").splitlines()) + "\n"


def main():
    renew = "--renew" in sys.argv
    program, readme, datasets = [pathlib.Path(a).resolve() for a in sys.argv[1:] if a != "--renew"]
    examples = BLOCK.findall(readme.read_text(encoding="utf-8"))
    skipped, failed, ran = set(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for name in LOADED:
            shutil.copy(datasets / name, folder)
        subprocess.run([program, "load", "-q", *LOADED], cwd=folder, check=True)
        for language, code, expected in examples:
            command = runner(language)
            if command is None:
                skipped.add(language)
                continue
            done = subprocess.run(command, input=code, cwd=folder, text=True, capture_output=True, check=False)
            got = clean(done.stdout + done.stderr)
            ran += 1
            if renew:
                print(got)
            elif got != clean(expected):
                failed += 1
                sys.stdout.writelines(difflib.unified_diff(
                    clean(expected).splitlines(True), got.splitlines(True), f"README.md ({language})", "printed"))
    for language in sorted(skipped):
        print(f"skipped: what runs {language} is not installed")
    print(f"{ran} of {len(examples)} examples run, {failed} differ")
    if failed or len(examples) < 4:
        return 1
    return SKIP if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
