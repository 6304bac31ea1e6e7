exec 2>&1
cd "$DATA"
export BSERIES_STORE=$HOME/in/bseries.db
bseries load -q --published 2024-02-01 rain.csv port-ko.md
bseries show rainfall
bseries show rainfall --cite
bseries show 동부두 --cite
bseries show rainfall -f csv
bseries show rainfall -f jsonl | head -1
status bseries show rainfal
status bseries show
