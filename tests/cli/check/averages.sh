# Averages of a month against the number for the whole time; a row whose share is 100 is the total, whatever it is called.
cat > right.md <<'EOF'
# Figures of 2023

The region reported 197,821 admissions in 2023. On average there were 16,485 admissions a month.

# 临海港2023年生产简报

全年完成货物吞吐量11879万吨，月均990万吨。

# 2023년 수송 실적

4개 노선의 수송 인원은 147,682천 명으로 월평균 12,307천 명이다.

| 소득 종류 | 금액(만 원) | 구성비(%) |
|---|---|---|
| 농업소득 | 1,114 | 23.1 |
| 농업외소득 | 1,999 | 41.4 |
| 이전소득 | 1,525 | 31.6 |
| 비경상소득 | 190 | 3.9 |
| 농가소득 | 4,828 | 100.0 |
EOF
status bseries check right.md 2>&1
sed 's/16,485/14,685/; s/990万/909万/; s/12,307/13,207/; s/1,999/1,899/' right.md > wrong.md
status bseries check --format csv wrong.md
