# A wide table of years and months: a row that has the one or the other is one series, and no empty
# one beside it.
exec 2>&1
cat >wide.csv <<'END'
series,2036,2036-11,2036-12,2037,2037-01
Tram trips,,310,325,,301
Ferry trips,88,,,91,
Bus trips,1200,101,..,1240,104
END
bseries load wide.csv
bseries list
bseries show bus
