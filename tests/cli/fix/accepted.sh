# What a person accepted stays as it is printed.
exec 2>&1
cp "$DATA/cargo.md" .
id=$(bseries check -q -f jsonl cargo.md | sed 's/.*"id":"\([0-9a-f]*\)".*/\1/')
bseries check -q --accept "$id" --because "as published" cargo.md
status bseries fix cargo.md
