cp "$DATA/cargo.txt" .
for format in json jsonl csv; do bseries extract --format $format cargo.txt | head -4; done
