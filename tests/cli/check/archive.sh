# One value a bulletin says too little to doubt it; all bulletins of a year together do not.
exec 2>&1
month=1
for value in 1,012 1,024 1,031 1,043 1,056 1,066 1,705 1,089 1,098 1,110 1,122 1,131; do
    date=$(printf '2023-%02d' $month)
    {
        printf '# Port monthly\n\nIssued on %s-28\n\n' $date
        printf 'Table 1. Cargo (tonnes)\n\n| Kind | %s |\n|---|---|\n| Grain | %s |\n' $date $value
    } >$date.md
    month=$((month + 1))
done
status bseries check 2023-*.md
bseries load -q 2023-*.md
status bseries check
status bseries check --relations
status bseries check -q --format csv
id=$(bseries check -q -f jsonl | sed 's/.*"id":"\([0-9a-f]*\)".*/\1/')
status bseries check --accept "$id"
status bseries check
