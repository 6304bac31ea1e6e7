# On a narrow terminal the oldest vintages are left out of the triangle, with a word.
needs_terminal
for month in 1 2 3 4 5 6; do
    {
        printf '# Trade\n\nPublished 2024-0%d-15\n\n| Month | Exports (USD) |\n|---|---|\n' $((month + 1))
        for given in 1 2 3 4 5 6; do
            [ $given -gt $month ] || echo "| 2024-0$given | 1827$given${month}00000 |"
        done
    } >p$month.md
done
bseries load -q p?.md
script -qec 'stty cols 80; bseries revisions exports --color never' /dev/null </dev/null | tr -d '\r'
