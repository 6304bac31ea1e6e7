# Growth a year between two periods, and why there is none.
exec 2>&1
bseries load -q "$DATA/monthly.csv" "$DATA/parts.csv"
bseries growth visitors total grain share --form compound
bseries growth total grain --form compound --from 2020 --to 2023
bseries growth total --form compound --from 2022 --to 2023 -f json
bseries growth total --form compound --from 2024
bseries growth visitors --form compound --from 2021-03 --to 2023-09 -f jsonl
status bseries growth total --form compound --from soon
