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
# Nor are six months among terms of three; sums since January, each longer than the one before, go on.
cat >terms.csv <<'END'
"(In thousands, except per share amounts)","Three Months Ended","","Six Months Ended",""
"","June 30, 2024","June 30, 2023","June 30, 2024","June 30, 2023"
"Revenue","$ 125,310","$ 118,022","$ 246,770","$ 231,455"
"Net income","12,480","9,911","24,020","18,773"
END
cat >sums.csv <<'END'
name,Jan 2022,Jan-Feb 2022,Jan-Mar 2022,Jan 2023,Jan-Feb 2023,Jan-Mar 2023
Exports,10,21,33,12,25,39
END
bseries load -q terms.csv sums.csv
bseries chart revenue -o terms.svg
grep -o '<desc.*</desc>' terms.svg | sed 's/<[^>]*>//g'
bseries chart exports -o sums.svg
grep -o '<desc.*</desc>' sums.svg | sed 's/<[^>]*>//g'
