# A ranking that is broken over a page: the second piece says so, and one chart of all stands below it.
exec 2>&1
printf '〈계약금액 상위 4위 기업〉\n\n순위\t기업\t계약금액(만 위안)\n1\t가온물류\t96,400.50\n2\t한결해운\t81,275.20\n' >ranking.txt
printf '\n순위\t기업\t계약금액(만 위안)\n3\t다솜창고\t64,310.00\n4\t누리통운\t52,008.45\n\n| 발 행 일 | 2024. 6. 14\n' >>ranking.txt
bseries report -q ranking.txt -o page.html
grep -o '<caption>.*\|<th scope="row">.*\|<figure' page.html | sed '/^<figure/!s/<[^>]*>/ /g; s/  */ /g' | sed '/^<figure/q'
