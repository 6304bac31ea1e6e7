# --name value, --name=value, -nvalue, -n value and clustered flags mean the same; options may stand
# before the command and behind the operands.
bseries units --format csv kilowatt >a
cat a
bseries units --format=csv kilowatt | cmp - a
bseries units -f csv kilowatt | cmp - a
bseries units -fcsv kilowatt | cmp - a
bseries units kilowatt -qfcsv | cmp - a
bseries --quiet --color never units kilowatt -f csv | cmp - a
bseries units --format json --format csv kilowatt | cmp - a
