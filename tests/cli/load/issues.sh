# Yearly reports with the same table make one series, whatever way each names its year.
exec 2>&1
report() { printf "$1\n\nPublished June $2\n\n$3\n\n| Region | Births | Deaths |\n|---|---|---|\n$4" >$2.md; }
report '# Yearbook 2021' 2022 'Table 1. Vital events by region, 2021' '| Aldmoor | 4,512 | 4,020 |\n| Dunmere | 3,400 | 3,310 |\n'
report '# Vital statistics 2022: yearbook' 2023 'Table 3.1 Vital events by region (2022)' '| Aldmoor | 4,460 | 4,101 |\n| Dunmere | 3,371 | 3,298 |\n'
report '# 2023 yearbook' 2024 'Table 2 - Vital events by region in 2023' '| Aldmoor | 4,433 | 4,089 |\n| Dunmere | 3,346 | 3,305 |\n'
bseries load -q *.md
bseries list
bseries show Births@Aldmoor
echo '== the text of a monthly release'
for month in January February March; do
    printf "# Trade in goods, $month 2025\n\nReleased 20 $month 2025\n\nExports were 1,${#month}20 million dollars in $month 2025.\n" >$month.md
done
bseries load -s month.db -q [FJM]*.md
bseries list -s month.db
echo '== tables of one report that differ in their time alone'
cat >both.md <<'END'
# Yearbook

Table 1. Vital events by region, 2024

| Region | Births | Deaths |
|---|---|---|
| Aldmoor | 4,433 | 4,089 |
| Dunmere | 3,346 | 3,305 |

Table 2. Vital events by region, 2023

| Region | Births | Deaths |
|---|---|---|
| Aldmoor | 4,512 | 4,020 |
| Dunmere | 3,400 | 3,310 |
END
bseries load -s both.db -q both.md
bseries list -s both.db
echo '== what a sentence says again of a table is not said twice'
cat >again.md <<'END'
# Trade in goods, March 2025

Exports were 18,774 million dollars in March 2025, and imports 20,020 million dollars.

Table 1. Trade in goods (million US dollars)

| Month | Exports | Imports |
|---|---|---|
| February 2025 | 18,564 | 19,927 |
| March 2025 | 18,774 | 20,020 |
END
bseries load -s again.db -q again.md
bseries list -s again.db
echo '== how numbers are written is no title'
cat >results.txt <<'END'
2025年3月期 第3四半期決算短信〔日本基準〕（連結）

2025年2月6日

（1）連結経営成績（累計）

（百万円未満切捨て、％表示は対前年同四半期増減率）

| | 売上高 | |
|---|---|---|
| | 百万円 | ％ |
| 2025年3月期第3四半期 | 38,456 | 4.2 |
| 2024年3月期第3四半期 | 36,890 | 2.1 |
END
bseries load -s results.db -q results.txt
bseries list -s results.db
