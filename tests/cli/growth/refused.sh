# What makes no sense is refused, with the reason.
exec 2>&1
bseries load -q "$DATA/monthly.csv" "$DATA/parts.csv"
status bseries growth total --form seasonal
status bseries growth total --form log-trend
status bseries growth visitors --form seasonal --window 8
status bseries growth visitors --form average --window 1
status bseries growth visitors --form average --window many
status bseries growth visitors --window 3
status bseries growth visitors --form trend --level 100
status bseries growth visitors --form tend
status bseries growth visitor
status bseries growth vistors
