# A table with thousands of columns: what a cell means is not looked for among all of them, or time
# would grow with their square, and this take longer than a case may.
awk 'BEGIN {
    for (row = 0; row < 30; row++) {
        printf "|"
        for (col = 0; col < 9000; col++)
            printf row == 0 ? " H%d |" : " %d |", row * 37 + col * 11
        if (row == 0) printf "\n|"
        for (col = 0; row == 0 && col < 9000; col++)
            printf "---|"
        printf "\n"
    }
}' > wide.md
bseries extract --format jsonl wide.md | wc -l
