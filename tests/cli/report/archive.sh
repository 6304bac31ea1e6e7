# What only the whole archive can doubt is told in the document that printed it.
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
status bseries report --no-charts 2023-*.md -o files.html
grep -c '<article' files.html
bseries load -q 2023-*.md
status bseries report --no-charts -o store.html
grep -o '<article[^>]*>' store.html
grep -A1 'id="F7"' store.html | grep -o '<small>.*</small>'
grep -o '<p class="change">.*' store.html | sed 's/<[^>]*>//g'
