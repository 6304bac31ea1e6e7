# Several loaders that find no store: each has its file in the one that is there in the end, and tells
# of a mistake once.
for name in one two; do
    awk -v name=$name 'BEGIN { print "series,period,value"; for (s = 0; s < 6000; s++) for (t = 0; t < 40; t++)
        printf "%s %d,%d,%d.5\n", name, s, 1980 + t, s + t; print name " 1,2020,1..5" }' > $name.csv
done
printf 'series,period,value\nthree,1979,4.5\n' > three.csv
bseries load -q --keep-going one.csv 2> one.err & one=$!
bseries load -q --keep-going two.csv 2> two.err & two=$!
bseries load -q three.csv
wait $one || echo "one: status $?"
wait $two || echo "two: status $?"
grep -h error one.err two.err
bseries verify
ls bseries.db*
# A file that is not loaded leaves no store that was made for it.
rm bseries.db
printf 'series,period,value\nfour,1979,1..5\nfour,1980,2..5\n' > four.csv
status bseries load -q --keep-going four.csv 2> /dev/null
ls bseries.db* 2> /dev/null | wc -l
