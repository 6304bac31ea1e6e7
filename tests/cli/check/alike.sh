# Names that are much alike, and of different things: what is held against another is the same thing.
cat >places.txt <<'END'
Trade, May 2031

The deficit in trade in goods with EU countries widened to £5.9 billion in May 2031.

The deficit on trade in goods with non-EU countries increased to £5.7 billion in May 2031.

The full-time employment of the whole region was 1,423,000 in May 2031.

The part-time employment of the whole region was 1,413,000 in May 2031.
END
status bseries check places.txt 2>&1
cat >denied.txt <<'END'
2031年5月景气情况

2031年5月，全省规模以上制造业商务活动指数为48.9%。

2031年5月，全省规模以上非制造业商务活动指数为49.8%。
END
status bseries check denied.txt 2>&1
sed 's/part-time employment of/full-time employment in/' places.txt >again.txt
status bseries check again.txt 2>&1
sed 's/非//' denied.txt >same.txt
status bseries check same.txt 2>&1
