exec 2>&1
cp "$DATA"/*.md "$DATA/rain.csv" .
status bseries load --dry-run cargo.md
ls *.db
status bseries load cargo.md port-ko.md rain.csv
status bseries load cargo.md
status bseries load cargo-june.md
status bseries load --dry-run cargo-june.md
status bseries load --format csv port-ko.md
status bseries load -q port-ko.md
