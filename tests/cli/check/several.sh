exec 2>&1
cd "$DATA"
status bseries check --relations cargo.md missing.txt port-ko.md
