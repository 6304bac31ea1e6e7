cd "$DATA"
bseries extract rain.csv
bseries extract -f jsonl rain.csv | head -1
