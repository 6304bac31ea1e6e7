# On a narrow terminal nothing is wider than it.
for width in 40 60 80; do
    COLUMNS=$width bseries check --help | awk -v width=$width '
        length($0) > width && !/^  bseries/ { print width ": " $0 }'
done
COLUMNS=40 bseries check --help | sed -n '/^Options/,/--delimiter/p'
