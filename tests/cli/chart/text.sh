# What stands in a picture, from its SVG: the same words in every font.
exec 2>&1
bseries load -q "$DATA/port-ko.md"
bseries list --format csv
bseries chart '*' -o all.svg
grep -o '>[^<>]*</text>' all.svg | sed 's/^>//; s/<.*//'
grep -o '<desc.*</desc>' all.svg
