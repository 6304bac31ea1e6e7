# Sums that no word announces: a row without a label below its parts, and columns side by side that make up another one.
cat > right.md <<'END'
Assets (EUR million)

| | 30 Sept 2009 | 31 Dec 2008 | 30 Sept 2008 |
|---|---|---|---|
| Goodwill | 490 | 417 | 419 |
| Intangible assets | 5 256 | 3 713 | 1 233 |
| Property | 12 401 | 11 288 | 8 739 |
| Investments | 1 825 | 1 631 | 1 533 |
| | 19 972 | 17 049 | 11 924 |
| Inventories | 424 | 562 | 428 |
| Receivables | 2 527 | 3 616 | 2 833 |
| Cash | 664 | 1 031 | 2 083 |
| | 3 615 | 5 209 | 5 344 |
| Total assets | 23 587 | 22 258 | 17 268 |

（歳出、単位：千円）

| 款 | 本年度 | 前年度 | 比較 | 国庫支出金 | 地方債 | その他 | 一般財源 |
|---|---|---|---|---|---|---|---|
| 議会費 | 481,364 | 423,756 | 57,608 | 0 | 0 | 0 | 481,364 |
| 総務費 | 4,986,813 | 4,849,553 | 137,260 | 449,474 | 0 | 405,609 | 4,131,730 |
| 民生費 | 17,488,726 | 17,195,174 | 293,552 | 7,932,954 | 0 | 825,923 | 8,729,849 |
| 衛生費 | 3,509,648 | 3,958,851 | △449,203 | 19,495 | 0 | 349,617 | 3,140,536 |
| 労働費 | 64,385 | 105,469 | △41,084 | 897 | 0 | 2,543 | 60,945 |
END
status bseries check right.md 2>&1
sed 's/12 401/14 201/; s/23 587/25 387/; s/8,729,849/8,792,849/' right.md > wrong.md
status bseries check --relations --format csv wrong.md
