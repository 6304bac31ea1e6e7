# One page made of the rows of all commands, in troff that man takes without a complaint.
bseries help --man >page
head -8 page
grep -c '^\.SS ' page
bseries completion --commands | while read -r command; do
    grep -q "^\.SS $command\$" page || echo "$command is not in the manual"
done
if command -v groff >/dev/null; then groff -man -Kutf8 -Tutf8 -ww page 2>&1 >/dev/null; fi
