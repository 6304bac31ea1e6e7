#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Compares what the program says of a document with the files beside it.
#   compare.sh BSERIES DOCUMENT      in the folder of the document
set -u
bseries=$1
document=$2
name=${document%.*}
export ASAN_OPTIONS="detect_leaks=1:exitcode=99"
"$bseries" extract "$document" --format jsonl 2>/dev/null | diff -u "$name.extract.jsonl" - || exit 1
found=$("$bseries" check "$document" 2>/dev/null)
code=$?
[ "$code" -eq 1 ] || { echo "check ended with $code, expected 1"; exit 1; }
printf '%s\n' "$found" | diff -u "$name.check.txt" -
