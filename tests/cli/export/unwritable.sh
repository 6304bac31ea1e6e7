# A file appears whole or not at all.
exec 2>&1
bseries load -q "$DATA/rain.csv"
mkdir folder
status bseries export -o folder
status bseries export -o missing/out.csv
[ -e /dev/full ] || skip "there is no /dev/full"
code=0
bseries export >/dev/full || code=$?
echo "status $code"
echo old >out.csv
status bseries export snow -o out.csv
cat out.csv
ls
