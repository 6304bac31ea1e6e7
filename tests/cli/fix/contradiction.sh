# The sum holds when either the part or the total is changed, and fails when both are: neither is,
# unless only one of them is likely enough.
exec 2>&1
{
    printf 'Table 1. Cargo (thousand tonnes)\n\nKind\t2021\t2022\t2023\nDry bulk\t400\t450\t505\n'
    printf 'Liquid\t300\t330\t360\nOther\t200\t220\t240\nTotal\t900\t1,000\t1,150\n'
} >cargo.md
status bseries fix --min-probability 0.3 cargo.md
bseries fix -q --min-probability 0.925 cargo.md | grep '^[-+]'
