# "-" is standard input; several files follow each other in one list.
bseries extract -f csv - <"$DATA/rain.csv" | head -3
cd "$DATA"
bseries extract -f csv cargo.md port-ko.md | cut -d, -f1 | uniq -c | sed 's/^ *//'
