# The sum holds when either the part or the total is changed, and fails when both are: neither is,
# unless only one of them is likely enough.
exec 2>&1
cp "$DATA/cargo.md" .
status bseries fix --min-probability 0.3 cargo.md
bseries fix -q --min-probability 0.5 cargo.md | grep '^[-+]'
