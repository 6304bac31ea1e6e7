cp "$DATA/port-ko.md" .
bseries extract port-ko.md
