# What is forgotten leaves room behind, until the store is compacted.
exec 2>&1
cp "$DATA/rain.csv" .
bseries load -q rain.csv
bseries export >before.csv
awk 'BEGIN { print "series,period,value"; for (s = 0; s < 300; s++) for (t = 0; t < 50; t++)
    printf "row %d,%d,%d.5\n", s, 1950 + t, s * t }' >many.csv
bseries load -q many.csv
bseries forget -q many.csv
bseries compact 2>&1 | sed 's/[0-9]* kB/N kB/g'
bseries compact 2>&1 | sed 's/[0-9]* kB/N kB/g'
test "$(stat -c %s bseries.db)" -lt 400000 && echo small
bseries export | cmp - before.csv && echo same
status bseries verify
