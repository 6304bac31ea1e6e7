# 384.6/361.0 - 1 = 6.5 % on the year (printed 5.6), though a rate on the month follows.
cat > wrong.md <<'END'
# 零售情况

2024-07-17

6月份，社会消费品零售总额384.6亿元，去年同月为361.0亿元，同比增长5.6%，环比增长15.1%。
END
status bseries check --format csv wrong.md
sed 's/5.6%/6.5%/' wrong.md > right.md
status bseries check right.md 2>&1
# Each rate has the level behind its own time; where the second has none, that of the first is not its base.
cat > asides.md <<'END'
Sales of $12,600 million were up 5.0% on the previous quarter ($12,000 million) and 12.5% on a year earlier ($11,200 million).

Costs of $12,600 million were up 5.0% on the previous quarter ($12,000 million) and 12.5% on a year earlier.
END
status bseries check asides.md 2>&1
sed 's/12.5% on a year earlier (/15.2% on a year earlier (/' asides.md > wrong.md
status bseries check --format csv wrong.md 2>&1
