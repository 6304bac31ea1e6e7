# Sums that no word announces: a row without a label below its parts, and columns side by side that make up another one.
cat > right.md <<'END'
Assets (EUR million)

| | 30 June 2014 | 31 Dec 2013 | 30 June 2013 |
|---|---|---|---|
| Licences | 610 | 585 | 572 |
| Quays | 4 318 | 4 127 | 2 946 |
| Ships | 13 502 | 12 940 | 9 815 |
| Workshops | 2 174 | 1 968 | 1 842 |
| | 20 604 | 19 620 | 15 175 |
| Fuel | 386 | 471 | 352 |
| Fares due | 1 947 | 2 865 | 2 208 |
| Cash | 718 | 1 124 | 1 937 |
| | 3 051 | 4 460 | 4 497 |
| Total assets | 23 655 | 24 080 | 19 672 |

（歳出、単位：千円）

| 費目 | 本年度 | 前年度 | 比較 | 県の補助 | 借入金 | 使用料 | 一般財源 |
|---|---|---|---|---|---|---|---|
| 案内費 | 612,480 | 598,215 | 14,265 | 0 | 0 | 0 | 612,480 |
| 港湾費 | 5,203,771 | 5,018,964 | 184,807 | 381,250 | 0 | 517,306 | 4,305,215 |
| 航路費 | 16,294,538 | 15,876,201 | 418,337 | 6,418,075 | 0 | 946,812 | 8,929,651 |
| 水道費 | 2,847,316 | 3,105,927 | △258,611 | 24,680 | 0 | 402,157 | 2,420,479 |
| 公園費 | 71,208 | 98,364 | △27,156 | 1,125 | 0 | 3,416 | 66,667 |
END
status bseries check right.md 2>&1
sed 's/13 502/15 302/; s/23 655/26 355/; s/8,929,651/8,299,651/' right.md > wrong.md
status bseries check --relations --format csv wrong.md
