cd "$DATA"
status bseries check --relations cargo.md
status bseries check port-ko.md
