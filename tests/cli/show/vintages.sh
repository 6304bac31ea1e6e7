exec 2>&1
cd "$DATA"
export BSERIES_STORE=$HOME/in/bseries.db
bseries load -q cargo.md cargo-june.md
bseries list
bseries show '*others*'
bseries show other --vintages
bseries show other --first
bseries show other --as-of 2024-05
status bseries show other --as-of soon
