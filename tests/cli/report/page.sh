# What a reader sees of one document, without its tags; the same bytes each time. How sure the
# series model is does not matter here.
exec 2>&1
words() { sed '/<style>/,/<\/style>/d; /<script>/,$d; s/<[^>]*>//g' "$1" | sed 's/  */ /g; s/(p = [0-9.]*)/(p = P)/; s/probability of [0-9]*%/probability of P%/; /^ *$/d'; }
status bseries report --no-charts "$DATA/cargo.md" -o page.html
words page.html
bseries report -q --no-charts "$DATA/cargo.md" >again.html
cmp page.html again.html && echo same
bseries report -q "$DATA/cargo.md" -o one.html
SOURCE_DATE_EPOCH=1 TZ=Asia/Seoul bseries report -q "$DATA/cargo.md" -o two.html
cmp one.html two.html && echo same
grep -c '<svg' one.html >/dev/null && echo pictures
# libxml2 knows the elements of HTML 4 only, which says nothing of their nesting.
xmllint --html --nonet --noout one.html 2>&1 | grep 'parser error' | grep -v 'Tag .* invalid' || echo 'well formed'
