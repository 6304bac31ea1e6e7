# A source goes with all it said; what others say comes back into force.
exec 2>&1
cp "$DATA/cargo.md" "$DATA/cargo-june.md" .
bseries load -q cargo.md
bseries load -q cargo-june.md
bseries list --format csv >both.csv
status bseries forget --dry-run cargo-june
status bseries forget cargo-june
status bseries forget cargo-june
bseries load -q cargo-june.md
bseries list --format csv | cmp - both.csv && echo same
status bseries forget 1 2 
bseries list
status bseries verify
status bseries forget 9
