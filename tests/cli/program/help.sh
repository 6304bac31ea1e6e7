# Every way of asking for help gives the same, on standard output.
status bseries --help
bseries --help >a
for ask in "-h" "help" "--color=always --help"; do
    bseries $ask | sed 's/\x1b\[[0-9;]*m//g' | cmp - a
done
