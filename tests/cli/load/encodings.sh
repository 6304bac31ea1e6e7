# The same table in every encoding gives the same series, and the encoding is said.
command -v iconv >/dev/null || skip "there is no iconv"
for encoding in UTF-8 UTF-16 CP949; do
    iconv -f UTF-8 -t $encoding "$DATA/port-ko.md" >$encoding.md
    bseries load --store $encoding.db $encoding.md 2>/dev/null | head -1
    bseries export --store $encoding.db -f csv | cut -d, -f1-9 >$encoding.csv
    cmp UTF-8.csv $encoding.csv
done
