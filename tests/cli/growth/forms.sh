# Each form on three years of months, and on yearly values with a zero, a negative value and a gap.
exec 2>&1
bseries load -q "$DATA/monthly.csv" "$DATA/parts.csv"
for form in period annualised log change index value average trend log-trend seasonal; do
    echo "== $form"
    bseries growth visitors --form "$form" >"$form.txt"
    head -n 5 "$form.txt"
    echo ...
    tail -n 3 "$form.txt"
done
echo "== average, centred"
bseries growth visitors --form average --window 4 --centred -f csv | head -n 5
echo "== zero, negative, gap"
bseries growth total grain
bseries growth total grain --form log -f csv
echo "== share"
bseries growth share -f csv | tail -n 2
echo "== flat"
printf 'year,flat (t)\n2020,5\n2021,5\n2022,5\n' >flat.csv
bseries load -q flat.csv
bseries growth flat --form trend
bseries growth flat
