exec 2>&1
status bseries list
bseries load -q "$DATA/port-ko.txt" "$DATA/rain.csv"
bseries list
bseries list --format csv
bseries list --keys 동부두
bseries list --format jsonl 'rain*'
status bseries list rainfal
bseries list --sources --format csv | sed 's/,[^,]*,[^,]*$//; s|,[^,]*/data/|,|'
