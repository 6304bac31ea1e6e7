# Sentences that never end, in one line: the time that they take grows with their length, and no
# faster: where it grew with the square, this took longer than a case may.
repeat()
{
    awk -v text="$1" 'BEGIN { for (i = 0; i < 8000; i++) printf "%s", text }' > "$2"
}
repeat '생산은 1,200톤에서 1,610톤으로 12.6% 늘고 수출은 23억 달러로 줄었으며, ' ko.txt
repeat 'output rose from 1,200 to 1,610 tonnes, up 12.6% while sales fell to 23 million, ' en.txt
repeat '产量为1200吨，比上年同期增长12.6%，出口23亿美元，预计全年达50万辆，' zh.txt
repeat '生産は前年同月比12.6％増の1200トン、輸出は23億ドル、同3％増となり、' ja.txt
repeat '5,' marks.txt
repeat '매출(전년 30억 원은 각각 3%, 4% 증가하여 ' open.txt
awk 'BEGIN { printf "2023년 "; for (i = 0; i < 80000; i++) printf "서울 5명, " }' > far.txt
for file in ko.txt en.txt zh.txt ja.txt marks.txt open.txt far.txt; do
    bseries extract --format jsonl "$file" | wc -l
done
bseries check --fail-on never open.txt > found
wc -l < found
