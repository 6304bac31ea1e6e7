# Monthly rates belong to neighbouring months: between March and August nothing says what the level grew by in a month.
cat > months.md <<'EOF'
# Harbour dues index

2023-02-10

| Month | Index | Change on month (%) |
|---|---|---|
| 2022 March | 120.0 | 0.8 |
| August | 126.4 | 0.6 |
| September | 127.4 | 0.8 |
| October | 128.7 | 1.0 |
| November | 129.2 | 0.4 |
| December | 130.0 | 0.6 |
EOF
status bseries check --relations months.md 2>&1
# Three months beside nine, and a difference beside the level, are no fault of order.
cat > terms.md <<'EOF'
(In thousands)

| | Three Months Ended March 31, | | Nine Months Ended March 31, | |
| | 2023 | 2022 | 2023 | 2022 |
|---|---|---|---|---|
| Sales | 310 | 302 | 951 | 907 |
| Costs | 205 | 214 | 640 | 655 |
EOF
status bseries check --relations terms.md 2>&1
