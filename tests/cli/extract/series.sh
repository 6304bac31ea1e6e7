# The series that a file would be loaded as, without a store.
cd "$DATA"
bseries extract --series port-ko.md
bseries extract --series -q -f csv port-ko.md rain.csv
bseries extract --series -f jsonl rain.csv | head -1
