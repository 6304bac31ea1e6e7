exec 2>&1
cd "$DATA"
status bseries check cargo.txt missing.txt port-ko.txt
