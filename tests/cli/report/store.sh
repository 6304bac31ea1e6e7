# Without files the page is about the store; verdicts are respected.
exec 2>&1
bseries load -q "$DATA/cargo.md" "$DATA/port-ko.md"
status bseries report -q --no-charts -o all.html
grep -o '<title>.*</title>' all.html
grep -o '<h3 id="[FTL][0-9]">.*</h3>' all.html
id=$(bseries check -q --ids "$DATA/cargo.md" | sed -n 's/.*= id //p' | head -1)
bseries check -q --accept "$id"
status bseries report -q --no-charts -o less.html
all=$(grep -c '<article' all.html)
[ "$(grep -c '<article' less.html)" = $((all - 1)) ] && echo 'one less'
status bseries report -q --no-charts --lang en "$DATA/port-ko.md" --title 'Ports & <harbours>' -o en.html
grep -o '<html lang="..">' en.html
grep -o '<h1>.*</h1>' en.html
