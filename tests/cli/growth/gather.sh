# Longer periods first, then growth; what does not add up is refused.
exec 2>&1
bseries load -q "$DATA/monthly.csv" "$DATA/parts.csv"
bseries growth visitors --per year --by sum
bseries growth visitors --per quarter --by mean --form value -f csv | head -n 3
bseries growth visitors --per half --by last --form period
bseries growth visitors --as-of 2021 --per quarter --by last --form value | head -n 3
status bseries growth share --per year --by sum
status bseries growth total --per quarter --by sum
status bseries growth visitors --per year
status bseries growth visitors --by sum
status bseries growth visitors --per years --by sum
