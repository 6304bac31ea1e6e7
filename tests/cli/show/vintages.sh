exec 2>&1
cd "$DATA"
export BSERIES_STORE=$HOME/in/bseries.db
bseries load -q cargo.txt cargo-june.txt
bseries show Other
bseries show Other --vintages all
bseries show Other --vintages first
bseries show Other --as-of 2024-05
status bseries show Other --as-of soon
