exec 2>&1
cd "$DATA"
status bseries check cargo.md missing.txt port-ko.md
