cd "$DATA"
bseries extract --explain port-ko.md:6
bseries extract --explain port-ko.md:11:4 | head -8
status bseries extract --explain port-ko.md:1
status bseries extract --explain port-ko.md:99
