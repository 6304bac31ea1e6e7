cd "$DATA"
bseries extract --explain port-ko.txt:6
bseries extract --explain port-ko.txt:11:4 | head -8
status bseries extract --explain port-ko.txt:1
status bseries extract --explain port-ko.txt:99
