exec 2>&1
cp "$DATA"/*.txt "$DATA/rain.csv" .
status bseries load --dry-run cargo.txt
ls *.db 2>&1
status bseries load cargo.txt port-ko.txt rain.csv
status bseries load cargo.txt
status bseries load cargo-june.txt
status bseries load --format csv port-ko.txt
