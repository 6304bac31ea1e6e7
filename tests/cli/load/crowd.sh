# Many loaders at once that find no store: the one that makes it and those that come while it is made.
for name in 1 2 3 4 5 6 7 8 9 10; do printf 'series,period,value\n%s,1979,4.5\n' $name > $name.csv; done
for round in 1 2 3 4 5 6 7 8 9 10; do
    rm -f bseries.db
    for name in 1 2 3 4 5 6 7 8 9 10; do bseries load -q $name.csv & done
    wait
    bseries verify
done
ls bseries.db*
