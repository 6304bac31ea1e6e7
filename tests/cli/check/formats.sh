cd "$DATA"
for format in json jsonl csv; do status bseries check -q --relations --format $format cargo.md; done
bseries check -q --relations --format sarif cargo.md | head -c 200
