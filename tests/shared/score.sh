#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Scores the program on documents beside the project, when they are there. The floors are a little
# below what was reached last, so that a step back is seen.
#   score.sh extract|peers BSERIES
set -eu
bseries=$2
shared=../shared
if [ ! -d "$shared" ]; then
    echo "SKIPPED: $shared is not here"
    exit 77
fi
case $1 in
extract)
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    "$bseries" extract "$shared"/seed/*.txt --format jsonl >"$work/out.jsonl" 2>/dev/null
    python3 "$shared/tools/score_extract.py" "$shared/gold/seed_quantities.jsonl" "$work/out.jsonl" --misses --min-f1 0.995
    ;;
peers)
    python3 "$shared/tools/score_peers.py" "$shared/peers/recognizers_dev.jsonl" --bseries "$bseries" --min 0.93
    ;;
esac
