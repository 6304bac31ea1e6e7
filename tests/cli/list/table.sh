exec 2>&1
status bseries list
cp "$DATA"/*.md "$DATA/rain.csv" .
bseries load -q port-ko.md rain.csv
bseries list
bseries list --format csv
bseries list --keys 동부두
bseries list --format jsonl 'rain*'
status bseries list rainfal
bseries list --sources --format csv | sed 's/,[^,]*,[^,]*$//'
# Two patterns name a series once.
bseries list --keys rain 'r*' 동부두 rainfall
