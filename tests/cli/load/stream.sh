# A large data file (its text is not kept) is read series by series; it is known the second time, and its lines are cited from it.
awk 'BEGIN { print "series,period,value"; for (s = 0; s < 3600; s++) for (t = 0; t < 240; t++)
    printf "S%04d,%d-%02d,%d.%d\n", s, 2000 + int(t / 12), t % 12 + 1, (s * 31 + t * 7) % 5000 + 100, (s + t) % 10 }' > big.csv
status bseries load --published 2024-01 big.csv 2>&1
status bseries load big.csv 2>&1
bseries list 'S00[01]9'
bseries show S3599 --cite | tail -3
sqlite3 bseries.db 'select count(*), count(distinct series), sum(value) from latest'
awk -F, 'NR > 1 { n++; sum += $3 } END { printf "%d %.1f\n", n, sum }' big.csv
# Sorted by period, the same series again: nothing is new.
(head -1 big.csv; tail -n +2 big.csv | sort -s -t, -k2,2) > by-period.csv
status bseries load by-period.csv 2>&1
# A mistake far down.
sed '500000s/,[^,]*$/,12..5/' big.csv > broken.csv
status bseries load broken.csv 2>&1
sqlite3 bseries.db 'select path from source'
