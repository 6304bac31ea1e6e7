# A paper that begins with a sentence, a day or a unit has no such title: its series are those of its file. A table by
# itself is data, whichever file it stands in.
printf '지난해 주민등록 인구는 51,826명으로 집계되었다.\n' >population.txt
printf 'October 5, 2017\n\nExports were 195 million dollars in August 2017.\n' >trade.txt
printf '（単位：百万円）\n| | 2022年 | 2023年 |\n|---|---|---|\n| 売上高 | 540 | 512 |\n' >results.txt
printf '平成26年5月21日\n財 務 省\n\n2014年4月の輸出は6兆円であった。\n' >ministry.txt
bseries load -q --published 2019-02 population.txt trade.txt results.txt ministry.txt
bseries list
