exec 2>&1
bseries load -q "$DATA/rain.csv" "$DATA/port-ko.txt"
bseries growth rainfall
bseries growth 동부두 --format csv
bseries growth 동부두 --format jsonl | tail -1
status bseries growth snow
