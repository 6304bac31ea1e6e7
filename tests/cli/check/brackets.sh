# Rates in brackets behind the level that they are held against.
cat > right.md <<'END'
2031년 펌프 매출은 648억 원(2030년 589억 원, +10.0%), 밸브 매출은 312억 원(2030년 330억 원, △5.5%)이다.

2031年度のポンプ売上高は648億円（前年度589億円、＋10.0％）だった。

2031年泵类收入64.8亿元（上年58.9亿元，+10.0%）。

Results for 2031. Pumps: $64.8 million (2030: $58.9 million, +10.0%). Valves: $31.2 million (previous year: $33.0 million; down 5.5 percent).

实业收入按项目列示。

| 项目 | 本期金额 | 上年同期金额 | 变动比例（%） |
|---|---:|---:|---:|
| 泵类 | 64.80 | 58.90 | 10.02 |
| 阀门 | 31.20 | 33.00 | -5.45 |
| 其他 | 11.40 | 10.70 | 6.54 |

구직자는 1,240명(2030년 1,180명, 4.1%)이고 4.1%는 실업률이다.
END
bseries check right.md
sed 's/10\.0%/16.0%/; s/10\.0％/16.0％/; s/6\.54/5.64/' right.md > wrong.md
status bseries check wrong.md
