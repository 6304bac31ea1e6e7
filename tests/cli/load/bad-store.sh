# What is no store is left as it is.
exec 2>&1
cp "$DATA/rain.csv" .
echo 'not a database, and longer than a header of one would be; not a database at all' >bad.db
cp bad.db before.db
mkdir folder
for store in bad.db folder missing/x.db; do status bseries load --store $store rain.csv; done
cmp bad.db before.db
export BSERIES_STORE=bad.db
status bseries list
