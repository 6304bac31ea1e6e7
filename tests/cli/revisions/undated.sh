# Sources that do not say when they were published are no vintages where they were loaded on one
# day; what differs among them is told, with what would tell them apart.
exec 2>&1
printf 'Catch by harbour (tonnes)\nHarbour,2037,2038,2039\nWest Quay,412,431,440\nOld Basin,88,91,95\n' >a.csv
sed 's/440/437/; s/,91,/,92,/' a.csv >b.csv
bseries load -q a.csv
bseries revisions quay
bseries load -q b.csv
bseries revisions quay
bseries revisions catch
bseries load -q -p 2040-03 a.csv
bseries load -q -p 2040-06 b.csv
bseries revisions catch
