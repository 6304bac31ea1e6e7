cd "$DATA"
status bseries check cargo.md
status bseries check port-ko.md
