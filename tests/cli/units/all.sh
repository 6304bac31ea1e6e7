bseries units | head -5
bseries units --format csv | awk -F, 'NR > 1 { print $1 }' | sort | uniq -d
