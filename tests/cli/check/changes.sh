# Changes beside their rates, parts in apposition, and levels whose past stands in a table.
cat > wrong.md <<'END'
# 2023年运行情况

2024年2月20日

2023年实现利润总额655亿元，比上年增加75亿元，增长82.9%。

2023年进口总额655亿元，比上年增加57亿元，增长12.9%。

2023年度の来館者は4,250万人で、前年度より390万人、70.1%増加した。

In 2023 the town employed 24,800 people; 9,920 of them, or 46%, were women.

表1 分区收入（单位：亿元）

| 地区 | 2022年 | 2023年 |
|---|---|---|
| 东区 | 2150 | 2420 |
| 西区 | 1280 | 1440 |

2023年东区收入2420亿元，比上年增加720亿元。
END
status bseries check --format csv wrong.md
cat > right.md <<'END'
# 2023年运行情况

2024年2月20日

2023年实现利润总额655亿元，比上年增加75亿元，增长12.9%。

2023年进口总额655亿元，比上年减少75亿元，下降10.3%。

2023年度の来館者は4,250万人で、前年度より390万人、10.1%増加した。

In 2023 the town employed 24,800 people; 9,920 of them, or 40%, were women.

In 2023 sales rose by 5 million dollars to 655 million dollars, up 12.9% on a comparable basis.

表1 分区收入（单位：亿元）

| 地区 | 2022年 | 2023年 |
|---|---|---|
| 东区 | 2150 | 2420 |
| 西区 | 1280 | 1440 |

2023年东区收入2420亿元，比上年增加270亿元。
END
status bseries check right.md 2>&1
# Two comparisons in one sentence, and changes that are larger than another change.
cat > news.md <<'END'
# News

30 October 2023

Net sales for Q3 2023 were $2,057 million, a decrease of $159 million, or 7.2%, from $2,216 million in Q3 2022; for the nine months ended September 30, 2023, net sales were $6,239 million, a decrease of $676 million, or 9.8%, from $6,915 million in the same period in 2022.

Disposable income increased $248.2 billion, or 5.2 percent, in the second quarter of 2023, compared with an increase of $587.9 billion, or 12.9 percent, in the first quarter.
END
status bseries check news.md 2>&1
