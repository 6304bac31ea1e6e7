# What cannot be read is said, and the page is about the rest.
exec 2>&1
status bseries report -q missing.md -o page.html
ls
status bseries report -q missing.md "$DATA/cargo.md" -o page.html
grep -o '<title>.* – .*</title>' page.html
status bseries report --lang fr "$DATA/cargo.md" -o page.html
status bseries report -o page.html
status bseries report -q "$DATA/cargo.md" -o no/such/folder.html
