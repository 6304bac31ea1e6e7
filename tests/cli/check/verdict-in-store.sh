# Where the store is checked, the verdict is kept in it.
exec 2>&1
cp "$DATA/cargo.md" .
bseries load -q cargo.md
id=$(bseries check -q -f jsonl | sed -n '1s/.*"id":"\([0-9a-f]*\)".*/\1/p')
status bseries check --reject "$id"
status bseries check --relations --ids
status bseries check --accept "$id"
status bseries check --relations
ls -A
