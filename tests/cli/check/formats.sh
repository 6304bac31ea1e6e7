cd "$DATA"
for format in json jsonl csv; do status bseries check -q --format $format cargo.txt; done
bseries check -q --format sarif cargo.txt | head -c 200
