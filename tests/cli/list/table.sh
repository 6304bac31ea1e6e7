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
echo '== a glob that no whole key matches finds parts, whatever their case'
printf 'region,indicator,period,value\nNorth,Live births,2023,5\nSouth,Live births,2023,7\nSouth,Deaths,2023,6\n' >vital.csv
bseries load -q -s vital.db --published 2024-05 vital.csv
bseries list -s vital.db 'births@*'
bseries list -s vital.db '*@s?uth'
echo '== series without a group stay with their file'
printf 'year,tea,salt\n2020,5,1\n2021,6,2\n' >a.csv
printf 'year,rice,oil\n2020,7,3\n2021,8,4\n' >b.csv
bseries load -q -s two.db --published 2024-05 a.csv b.csv
bseries list -s two.db --keys
