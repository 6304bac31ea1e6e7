exec 2>&1
cat > quay.txt <<'X'
3月末,码头堆场存箱量41.2万箱,同比增长3.6%。前两个月装卸费收入8.3亿元。
X
echo '== a month without a year makes no series, and the summary says what would'
status bseries load quay.txt
status bseries load --format csv --dry-run quay.txt
echo '== the date that it asks for'
status bseries load --dry-run --published 2031-04 quay.txt
status bseries load --published 2031-04 quay.txt
bseries list
echo '== again, and with a date that was mistyped before'
status bseries load --published 2031-04 quay.txt
status bseries load quay.txt
status bseries load --published 2032-04 quay.txt
bseries list
bseries list --sources
bseries verify
