# Numbers that lack digits: a point with nothing behind it, groups that are not of three.
cat >wrong.txt <<'END'
Output report, May 2025

Capacity use was 75.% in May. Arrivals spent €231. million. Exports were 12,345 tonnes and imports 8,120 tonnes. Visitors numbered 1,04 in June and 8,1350 in July. The fund held 1,234,56 dollars.
END
status bseries check wrong.txt 2>&1
cat >wrong-ko.txt <<'END'
매출은 1조 1,30억 원으로 12,580명이 11,204명보다 2,540억 원을 더 냈고, 3,120명은 8,57억 원을 덜 냈다.
END
status bseries check wrong-ko.txt 2>&1
cat >wrong-ja.txt <<'END'
輸出額は8兆1,30億円で、輸入額は8兆7,726億円、差額は1,520億円であった。
END
status bseries check wrong-ja.txt 2>&1
# Lists without blanks, dates, and ends of sentences are none.
cat >right.txt <<'END'
Exports were 12,345 tonnes and imports 8,120 tonnes. In rooms 1,2 and 3,4 sat 20. Percentages follow. The vote was 5,6 to 3,4; 9,10 are free, and 5,2024 was the date.

1. million is a word
2. percent is another

3,4분기에 12,580명, 2,30대는 1,040명, 7,8월에는 10,11월보다 많았다.
END
status bseries check right.txt 2>&1
# Decimal commas: nothing is said of groups.
printf 'Rates were 3,25 and 4,5 in 2024, of 12,345 loans and 8,120 others, and 1,04 later.\n' >comma.txt
status bseries check comma.txt 2>&1
# Four digits that end in noughts behind 억 or 億, and no 만 or 万 behind them; a mixed figure is none.
cat >scale-ko.txt <<'END'
2024년 6월 조선 수출은 84억4000달러, 기계 수출은 31억5500달러로 나타났다.
END
status bseries check scale-ko.txt 2>&1
cat >scale-ja.txt <<'END'
2024年の輸出額は3億4000円であった。
END
status bseries check scale-ja.txt 2>&1
cat >scale-right.txt <<'END'
2024년 수출은 84억 4천만 달러, 수입은 3조 1500억원, 잔고는 2억 3450원, 이용자는 1억 2000만 명, 예산은 12억 달러였다.
2024年の輸出額は3億4000万円であった。
END
status bseries check scale-right.txt 2>&1
