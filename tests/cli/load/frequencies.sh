exec 2>&1
cat > both.md <<'X'
# Quays

Table 1. Cargo (thousand tonnes)

| Item | 2031 | 2032 | January 2033 | February 2033 |
|---|---|---|---|---|
| Coal | 410 | 425 | 36 | 34 |
| Grain | 210 | 225 | 16 | 14 |
X
cat > months.md <<'X'
# Quays

Table 1. Cargo (thousand tonnes)

| Item | March 2033 | April 2033 |
|---|---|---|
| Coal | 38 | 37 |
X
printf 'item,period,value\nfish,2031,10\nfish,2032,12\nfish,2033-01,1\nfish,2033-02,1.1\n' > fish.csv
echo '== years and months of one row are two series'
bseries load --published 2033-03 both.md fish.csv
bseries list
echo '== months alone go on with them, whichever comes first'
bseries load -q --published 2033-05 months.md
bseries show 'Cargo/Coal*'
bseries load -q --published 2033-05 -s other.db months.md both.md
bseries list -s other.db
bseries verify
