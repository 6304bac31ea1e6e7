cd "$DATA"
for severity in note warning error never; do
    status bseries check -q --relations --fail-on $severity --format csv cargo.md | tail -1
done
status bseries check -q --min-probability 1 cargo.md
