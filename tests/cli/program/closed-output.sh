# A closed standard output is an error only for what writes to it.
code=0
bseries units >&- || code=$?
echo "units: $code"
bseries units --format=xml >&- 2>/dev/null || code=$?
echo "usage: $code"
bseries units </dev/null 2>&- | head -1
bseries units <&- | head -1
