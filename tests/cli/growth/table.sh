exec 2>&1
cp "$DATA"/*.md "$DATA/rain.csv" .
bseries load -q rain.csv port-ko.md
bseries growth rainfall
bseries growth 동부두 --format csv
bseries growth 동부두 --format jsonl | tail -1
status bseries growth snow
bseries growth rainfall --form change
bseries growth rainfall --form index --base 2020
status bseries growth rainfall --form index --base 2021
status bseries growth rainfall --base 2020
status bseries growth rainfall --form index --base soon
echo '== why a table has no result'
printf 'week,price\n2025-W13,10120\n2025-W14,10960\n' >weeks.csv
printf 'year,stock\n2025,18450\n' >stock.csv
bseries load -q -s why.db --published 2025-05 weeks.csv stock.csv
bseries growth -s why.db price stock
