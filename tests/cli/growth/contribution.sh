# What parts add to the growth of a whole; a part in another unit is refused.
exec 2>&1
bseries load -q "$DATA/parts.csv"
bseries growth grain steel total --form contribution --of total
bseries growth grain --form contribution-period --of total -f csv | head -n 3
status bseries growth wood --form contribution --of total
status bseries growth grain --form contribution
status bseries growth grain --form contribution --of totl
status bseries growth total --form contribution --of total
status bseries growth grain --of total
