# Lists with strokes, a year for each: right, then wrong. A multiple with a name of its own and the
# revision of a forecast are no growth.
cat > right.md <<'END'
预计2034/2035/2036年净利润为5.2/6.1/7.3亿元，同比增长21%/17%/20%，对应PE为18.2/15.1/13.0倍。

2034-2036年营业收入分别为52.4/60.3/68.1亿元，同比分别+11.2%/+15.1%/+12.9%，净利润分别为5.2/6.1/7.3亿元，同比分别+21.0%/+17.3%/+19.7%。

2034-2036年营业收入为52.4/60.3/68.1亿元（前值50.0/58.0/66.0亿元），同比+11%/+15%/+13%，净利润增长21%/27%/10%。
END
status bseries check right.md 2>&1
sed -e 's/17%/27%/' -e 's/15.1%/25.1%/' right.md > wrong.md
status bseries check wrong.md 2>&1
cat > decoys.md <<'END'
公司2034年、2035年每股收益分别为0.50元、0.60元，股价对应PE分别为18倍、15倍。

预计2033年收入6.1亿元，2034年收入7.3亿元，上调幅度10%。

公司2034-2036年EPS分别为0.12元、0.15元、0.20元，对应P/E分别为25倍、20倍、15倍。

上调2034-2036年净利润预测至2.16亿元、2.63亿元、3.24亿元，比前次调高20.0%、25.2%、35.0%。
END
status bseries check decoys.md 2>&1
