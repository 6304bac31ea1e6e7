# Rates beside their levels, the latest time first; of two years each column has one rate that can be held against its levels.
cat >results.md <<'END'
| | 売上高 | | 営業利益 | | 経常利益 | | 純利益 | |
|---|---|---|---|---|---|---|---|---|
| | 百万円 | ％ | 百万円 | ％ | 百万円 | ％ | 百万円 | ％ |
| 2024年3月期 | 84,215 | 6.3 | 5,874 | 12.8 | 6,102 | 10.4 | 4,031 | 15.2 |
| 2023年3月期 | 79,224 | 4.1 | 5,207 | △3.5 | 5,527 | 1.2 | 3,499 | △1.0 |
END
status bseries check --relations results.md 2>&1
sed 's/84,215/84,125/' results.md >swapped.md
status bseries check --relations swapped.md 2>&1
cat >years.md <<'END'
| Year | Sales (EUR million) | Change (%) |
|---|---|---|
| 2024 | 84,215 | 6.3 |
| 2023 | 79,224 | 4.1 |
| 2022 | 76,104 | 2.2 |
| 2021 | 74,466 | 1.9 |
END
status bseries check --relations years.md 2>&1
sed 's/4.1/4.7/' years.md >digit.md
status bseries check --relations digit.md 2>&1
# Shares beside amounts are no growth, and rates at constant prices follow from no levels.
cat >others.md <<'END'
| Year | Exports (EUR million) | Share of total (%) | Imports (EUR million) | Share of total (%) | Sales (EUR million) | Real growth (%) |
|---|---|---|---|---|---|---|
| 2024 | 4,215 | 12.3 | 5,874 | 12.8 | 9,012 | 1.1 |
| 2023 | 3,924 | 11.8 | 5,207 | 13.1 | 8,530 | 2.0 |
END
status bseries check --relations others.md 2>&1
# Rates among rows of amounts differ by points, as the amounts beside them do.
cat >points.md <<'END'
| | Feb-Apr 2023 | Nov-Jan 2024 | Feb-Apr 2024 | Change on quarter | Change on year |
|---|---|---|---|---|---|
| Employment (thousands) | 33,180 | 33,120 | 32,980 | -140 | -200 |
| Unemployment (thousands) | 1,313 | 1,371 | 1,512 | 141 | 199 |
| Employment rate (%) | 75.7 | 74.6 | 74.3 | -0.3 | -1.4 |
| Vacancies (thousands) | 1,055 | 916 | 904 | -12 | -151 |
END
status bseries check --relations points.md 2>&1
sed 's/75.7/57.7/' points.md >swapped-rate.md
status bseries check --relations swapped-rate.md 2>&1
