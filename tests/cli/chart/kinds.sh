# Every kind, the same bytes twice; what does not suit the series says why.
exec 2>&1
cat >parts.csv <<'END'
series,period,value,unit
coal,2021,40,TWh
coal,2022,35,TWh
coal,2023,30,TWh
wind,2021,10,TWh
wind,2022,15,TWh
wind,2023,25,TWh
total,2021,50,TWh
total,2022,50,TWh
total,2023,55,TWh
END
bseries load -q --published 2024-02-01 parts.csv
sed 's/wind,2023,25/wind,2023,26/' parts.csv >later.csv
bseries load -q --published 2024-06-01 later.csv
for kind in line panels bar slope dumbbell index growth contribution share step spark; do
    bseries chart -q coal wind total --kind $kind --lang en -o one.svg || echo "$kind: $?"
    bseries chart -q coal wind total --kind $kind --lang en >two.svg
    cmp one.svg two.svg
    echo "$kind: $(grep -o '<desc.*</desc>' one.svg | sed 's/<[^>]*>//g')"
done
bseries chart -q wind --kind revisions -o one.svg
echo "revisions: $(grep -o '<desc.*</desc>' one.svg | sed 's/<[^>]*>//g')"
# Contributions by hand: coal 100 (30 - 35) / 50 = -10.0, wind 100 (26 - 15) / 50 = 22.0.
status bseries chart coal --kind revisions -o one.svg
status bseries chart coal --kind contribution -o one.svg
status bseries chart coal --kind slope --from 2023 -o one.svg
status bseries chart coal --kind bar --log -o one.svg
# Two rates far apart, of which neither would be seen to move on one axis, have a panel each.
{
    echo 'date,jobless rate (%),activity rate (%)'
    for month in 1,4.1,66.7 2,3.7,66.6 3,3.9,66.6 4,4.1,66.7 5,4.0,66.8; do echo "2024-0$month"; done
} > rates.csv
bseries load -q rates.csv --store rates.db
bseries chart --store rates.db '*' -o rates.svg
grep -o '>[^<>]*rate[^<>]*</text>' rates.svg | sed 's/^>//; s/<.*//'
# Vintages of one series, and a panel for each of several; another kind draws the newest, with a word.
bseries chart -q wind --vintages -o two.svg
bseries chart -q wind --kind revisions -o one.svg
cmp one.svg two.svg
bseries chart coal wind total --vintages --lang en -o one.svg
grep -o 'published earlier' one.svg | head -1
bseries chart wind --vintages --kind line -o one.svg
