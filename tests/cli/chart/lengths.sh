# A year among its quarters is no point of their line: one length of time is drawn.
exec 2>&1
cat >output.csv <<'END'
name,2022,2023,2023 Q1,2023 Q2,2023 Q3,2023 Q4
Output,2070,2110,520,525,530,535
END
bseries load -q output.csv
bseries chart output -o quarters.svg
grep -o '<desc.*</desc>' quarters.svg | sed 's/<[^>]*>//g'
bseries chart output --per year -o years.svg
grep -o '<desc.*</desc>' years.svg | sed 's/<[^>]*>//g'
bseries chart output --per month -o none.svg
bseries chart -q --all -o all
cmp all/*.svg quarters.svg && echo the same
