# A large data file is read series by series; it is known the second time, and its lines are cited from it.
awk 'BEGIN { print "series,period,value"; for (s = 0; s < 350; s++) for (t = 0; t < 600; t++)
    printf "Berths of the northern and the southern basin as of the daily register S%04d,%d-%02d,%d.%d\n", s, 1950 + int(t / 12), t % 12 + 1, (s * 31 + t * 7) % 5000 + 10000, (s + t) % 10 }' > big.csv
status bseries load --published 2024-01 big.csv 2>&1
status bseries load big.csv 2>&1
bseries list -q "*S00[01]9"
bseries show "*S0349" --cite | tail -3
sqlite3 bseries.db 'select count(*), count(distinct series_id), sum(length(numbers)) > 0 from segment'
sqlite3 bseries.db "select count(*), round(sum(value), 1) from latest where series glob '*S000*'"
awk -F, '/S000[0-9],/ { n++; sum += $3 } END { printf "%d|%.1f\n", n, sum }' big.csv
# Its file is gone: the values are there, the line is not.
mv big.csv away.csv
status bseries show "*S0349" --cite 2>&1 | tail -2
# Sorted by period, some of the series again: nothing is new.
(head -1 away.csv; sed -n 2,6001p away.csv | sort -s -t, -k2,2) > by-period.csv
status bseries load by-period.csv 2>&1
# A mistake far down.
sed '100000s/,[^,]*$/,12..5/' away.csv > broken.csv
status bseries load broken.csv 2>&1
sqlite3 bseries.db 'select path from source'
