cd "$DATA"
for format in json jsonl csv; do status bseries check -q --format $format cargo.md; done
bseries check -q --format sarif cargo.md | head -c 200
