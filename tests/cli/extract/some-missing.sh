# What can be read is read; the status tells that something could not.
exec 2>&1
cd "$DATA"
status bseries extract -q missing.txt rain.csv
code=0
bseries extract -q -f csv missing.txt rain.csv | wc -l
