# 384.6/361.0 - 1 = 6.5 % on the year (printed 5.6), though a rate on the month follows.
cat > wrong.md <<'END'
# 零售情况

2024-07-17

6月份，社会消费品零售总额384.6亿元，去年同月为361.0亿元，同比增长5.6%，环比增长15.1%。
END
status bseries check --format csv wrong.md
sed 's/5.6%/6.5%/' wrong.md > right.md
status bseries check right.md 2>&1
