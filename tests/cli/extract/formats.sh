cp "$DATA/cargo.md" .
for format in json jsonl csv; do bseries extract --format $format cargo.md | head -4; done
