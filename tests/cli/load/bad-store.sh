exec 2>&1
echo 'not a database, and longer than a header of one would be; not a database at all' >bad.db
cp bad.db before.db
mkdir folder
for store in bad.db folder missing/x.db /dev/null; do
    status bseries load --store $store "$DATA/cargo.txt"
done
cmp bad.db before.db
BSERIES_STORE=bad.db status bseries list
