# Parts of a year go up and down with the seasons, and values that are not evenly apart are no path: nothing is said of them.
cat > right.md <<'EOF'
# 2024년 경제 동향

| 구분 | 24.1분기 | 24.2분기 | 24.3분기 | 24.4분기 | 25.1분기 |
|---|---|---|---|---|---|
| GDP(전기 대비, %) | 1.2 | 0.7 | 0.1 | -0.2 | 0.7 |

| 구분 | 2023.6월 | 2024.5월 | 2024.6월 |
|---|---|---|---|
| 연체율(%) | 0.42 | 0.64 | 0.52 |

| 월 | 처리량(만 톤) | 전월비(%) |
|---|---|---|
| 1월 | 912 | - |
| 2월 | 823 | -9.8 |
| 3월 | 1,107 | 34.5 |
| 4월 | 1,143 | 3.3 |
| 5월 | 1,208 | 5.7 |

The yard built 186,600 boats in the 12 months to June, 8% fewer than in the previous year and far short of the 300,000 that it has room for.
EOF
status bseries check right.md 2>&1
# A point in the wrong place is no season.
cat > wrong.md <<'EOF'
| Passengers (thousand) | 2023 Q1 | 2023 Q2 | 2023 Q3 | 2023 Q4 |
|---|---|---|---|---|
| Ferries | 441.0 | 712.8 | 902.4 | 47.16 |
EOF
status bseries check --format csv wrong.md
