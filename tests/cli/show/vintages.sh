exec 2>&1
cd "$DATA"
export BSERIES_STORE=$HOME/in/bseries.db
bseries load -q cargo.md cargo-june.md
bseries list
bseries show '*other*'
bseries show other --vintages all
bseries show other --vintages first
bseries show other --as-of 2024-05
status bseries show other --as-of soon
