cd "$DATA"
status bseries check cargo.txt
status bseries check port-ko.txt
