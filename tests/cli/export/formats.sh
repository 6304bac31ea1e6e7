exec 2>&1
cp "$DATA/rain.csv" .
bseries load -q --published 2024-02-01 rain.csv
bseries export
for format in wide matrix json jsonl; do bseries export -f $format; done
bseries export --wide --for excel | od -c | head -2
bseries export --matrix -o out.csv
cat out.csv
bseries export -o out.jsonl
head -1 out.jsonl
bseries export rainfall -q -o - | head -1
status bseries export --wide --matrix
status bseries export --format wide --matrix
# A name that tells another form is refused.
status bseries export -o out.xlsx
status bseries export -q -f csv -o out.tsv
