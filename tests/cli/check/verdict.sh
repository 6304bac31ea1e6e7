# A verdict holds until the value changes.
exec 2>&1
cp "$DATA/cargo.md" .
id=$(bseries check -q -f jsonl cargo.md | sed -n '1s/.*"id":"\([0-9a-f]*\)".*/\1/p')
status bseries check --accept "$id" --because 'the ministry counts transit too' cargo.md
cat .bseries-ignore
status bseries check --relations cargo.md
sed 's|\t1,010$|\t11,100|' cargo.md >new && mv new cargo.md
status bseries check --relations cargo.md
status bseries check --accept 000000000000 cargo.md
status bseries check --because x cargo.md
echo nonsense >.bseries-ignore
status bseries check --relations cargo.md
