# On a terminal, which script(1) makes. It may show the answers before echoing is switched off; how
# the finding above the question is told is not the matter here.
needs_terminal
cp "$DATA/cargo.md" .
answer() {
    printf "$1" | script -qec "stty -echo; bseries fix --color never --choose $2 cargo.md; echo status \$?" /dev/null |
        tr -d '\r' | grep -E '^(1,010|answer|status|cargo.md: |[-+])'
}
answer 'n\n' ''
answer 'what\ny\n' ''
answer 'y\n' --in-place
grep Total cargo.md
