#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the examples of tests/spec/*.md: the specification is the test.

usage: run.py --bseries PATH [--only FILE.md:LINE] FILE.md...

An example is a fenced block whose info string begins with "example", then options as key=value words:

    ```example lang=ko published=2023-10-13
    text of a document
    ---
    {"text": "121억 위안", "value": 12100000000, "unit": "CNY"}
    ```

Above the line of three dashes stands a document; below it, one JSON object for each item that `bseries extract` must
print, in order, no more and no fewer. An object names only the keys that the example is about; these must be equal.
Nothing below the dashes: no item may come out. `name=x.csv` gives the document a file name; "→" in the document stands
for a tab, but with `arrows=kept` for itself. With `of=series` the objects are compared with the output of
`bseries extract --series` instead.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal

FENCE = re.compile(r"^(`{3,})example(.*)$")


def examples(path):
    lines = open(path, encoding="utf-8").read().split("\n")
    i = 0
    while i < len(lines):
        m = FENCE.match(lines[i])
        if not m:
            i += 1
            continue
        end = lines.index(m.group(1), i + 1)
        body = lines[i + 1 : end]
        cut = body.index("---")
        options = dict(word.split("=", 1) for word in m.group(2).split())
        arrow = "→" if options.get("arrows") == "kept" else "\t"
        yield {"path": path, "line": i + 1, "options": options, "text": "\n".join(body[:cut]).replace("→", arrow) + "\n",
               "expected": [line for line in body[cut + 1 :] if line.strip()]}
        i = end + 1


def items(bseries, example):
    options = example["options"]
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, options.get("name", "example.txt"))
        with open(path, "w", encoding="utf-8", newline="") as f:
            f.write(example["text"])
        command = [bseries, "extract", path, "--format", "jsonl"]
        for key in ("lang", "published"):
            if key in options:
                command += ["--" + key, options[key]]
        if options.get("of") == "series":
            command.append("--series")
        run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        return None, run.stderr.strip()
    return [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in run.stdout.splitlines()], ""


def check(job):
    bseries, example = job
    where = "%s:%d" % (example["path"], example["line"])
    got, message = items(bseries, example)
    if got is None:
        return where + ": bseries failed: " + message
    try:
        expected = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in example["expected"]]
    except json.JSONDecodeError as e:
        return where + ": the example is not JSON: " + str(e)
    problems = []
    if len(got) != len(expected):
        problems.append("expected %d items, got %d" % (len(expected), len(got)))
    for want, have in zip(expected, got):
        for key, value in want.items():
            if have.get(key) != value:
                problems.append("%r: %s is %s, expected %s" % (have.get("text"), key, have.get(key), value))
    if not problems:
        return None
    shown = [{k: str(v) if isinstance(v, Decimal) else v for k, v in g.items()
              if k in ("text", "value", "unit", "kind", "qualifier", "period")} for g in got]
    return "%s: %s\n    document: %r\n    got: %s" % (where, "; ".join(problems), example["text"],
                                                     "\n         ".join(json.dumps(s, ensure_ascii=False, default=str) for s in shown))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--bseries", required=True)
    p.add_argument("--only", help="run the example at FILE:LINE only")
    p.add_argument("files", nargs="+")
    a = p.parse_args()
    jobs = [(a.bseries, e) for path in a.files for e in examples(path)]
    if a.only:
        jobs = [j for j in jobs if "%s:%d" % (os.path.basename(j[1]["path"]), j[1]["line"]) == a.only]
    with ThreadPoolExecutor(2) as pool:
        failures = [f for f in pool.map(check, jobs) if f]
    for failure in failures:
        print(failure)
    print("%d examples, %d failed" % (len(jobs), len(failures)))
    return 1 if failures or not jobs else 0


if __name__ == "__main__":
    sys.exit(main())
