# The same for a command, wherever the wish stands in the line.
bseries help units >a
cat a
bseries units --help | cmp - a
bseries units -h | cmp - a
bseries --help units | cmp - a
bseries units watt --nonsense --help | cmp - a
