# "-" is standard input; several files follow each other in one list.
bseries extract -f csv - <"$DATA/port-ko.txt" | head -3
cd "$DATA"
bseries extract -f csv cargo.txt port-ko.txt | cut -d, -f1 | uniq -c | sed 's/^ *//'
