bseries check --list
bseries check --list --format csv | head -1
bseries check --explain sum
# Every listed check explains itself.
bseries check --list --format csv | sed '1d;s/,.*//' | while read -r code; do
    bseries check --explain "$code" | grep -q . || echo "nothing on $code"
done
