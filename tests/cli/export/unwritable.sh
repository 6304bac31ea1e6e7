# A file appears whole or not at all.
exec 2>&1
cp "$DATA/rain.csv" .
bseries load -q rain.csv
mkdir folder
status bseries export -o folder
status bseries export -o missing/out.csv
echo old >out.csv
status bseries export snow -o out.csv
cat out.csv
ls
