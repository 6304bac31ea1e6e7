# A verdict holds until the value changes.
exec 2>&1
cp "$DATA/cargo.txt" .
id=$(bseries check -q -f jsonl cargo.txt | sed -n '1s/.*"id":"\([0-9a-f]*\)".*/\1/p')
status bseries check --accept "$id" --because 'the ministry counts transit too' cargo.txt
cat .bseries-ignore
status bseries check cargo.txt
sed 's/1,150/1,155/' cargo.txt >new && mv new cargo.txt
status bseries check cargo.txt
status bseries check --accept 000000000000 cargo.txt
status bseries check --because x cargo.txt
echo nonsense >.bseries-ignore
status bseries check cargo.txt
