# Tables that were saved as data files: several units in one statement, changes of one name, rows
# whose values are missing.
exec 2>&1
iconv -t CP949 >people.csv <<'END'
시도별 인구이동 (2024년 6월)
"(단위: 명, %)"
시도,순이동자수,증감률
서울,"1,234,567",23.4
부산,"876,543",-1.2
대구,"",
인천,"654,321(p)",0.8
광주,-,…
END
iconv -t SHIFT_JIS >trade.csv <<'END'
輸出入統計 令和6年5月分（速報）
"（単位：百万円、％）"
品目,輸出,前年同月比,輸入,前年同月比
食料品,"45,678",3.2,"123,456",△1.5
原料品,"23,456",▲4.1,"98,765",2.2
END
iconv -t GB18030 >industry.tsv <<'END'
2024年1-6月工业增加值
单位：亿元
地区	工业增加值	同比增长
东部	12,345.6	5.6
中部	6,543.2	6.1
END
printf 'item,2022,2023\nAll,100,110\nMen,,\nNorth,30,35\nSouth,20,21\nWomen,,\nNorth,31,36\nSouth,19,18\n' >groups.csv
for file in people.csv trade.csv industry.tsv groups.csv; do
    echo "== $file"
    bseries load -q --published 2024-07 -s $file.db $file
    bseries export -s $file.db
done
