# A large data file is read as a stream; what is found in it is the same as when it comes through a pipe and is read whole.
awk 'BEGIN { print "series,period,value"; for (s = 0; s < 120; s++) for (t = 0; t < 400; t++) {
    value = sprintf("%d.%d", 10000 + s * 31 + t * 7, (s * 3 + t) % 10)
    if (s == 40 && t == 200) value = "21640.0"; if (s == 41 && t == 20) value = "many"; if (s == 41 && t == 21) value = ""
    printf "Berths of the northern and the southern basin as of the daily register S%04d,%d-%02d,%s\n", s, 1950 + int(t / 12), t % 12 + 1, value } }' > big.csv
status bseries check big.csv 2>&1
mkdir pipe
mkfifo pipe/big.csv
for format in text sarif; do
    cat big.csv > pipe/big.csv &
    bseries check --format $format pipe/big.csv 2>&1 | sed 's|pipe/||g' > whole
    bseries check --format $format big.csv 2>&1 | diff - whole && echo the same
done
# A mistake is told as in any other file, and what has a total is read whole.
sed '30000s/,/;/2' big.csv > broken.csv
status bseries check broken.csv 2>&1
sed '2,401s/Berths/Total/' big.csv > total.csv
status bseries check total.csv 2>&1 | tail -2
