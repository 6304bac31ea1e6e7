# Refused as a whole with its place; the store is not even made.
exec 2>&1
printf 'a,b,c\n2023,1,2\n2024,5\n' >short.csv
printf 'a,b,c\n2023,1,2\n2024,5,6,7\n' >long.csv
printf 'series,period,value\n"rain,2023,1\nsnow,2024,2\n' >quote.csv
printf 'series,period,value\n' >head.csv
printf 'month,value\n2024-01,10\n2024-13,11\n2024-02,12\n' >month.csv
for file in *.csv; do status bseries load $file; done
ls
