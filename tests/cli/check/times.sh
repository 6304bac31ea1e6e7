# How many times another level a level is: right, then wrong.
cat > right.md <<'END'
보유 대수는 1,240대에서 3,100대로 2.5배 늘었다.

보유 대수는 3,100대로 전년(1,240대)의 2.5배다.

新能源汽车保有量3100辆，是上年1240辆的2.5倍。

保有量由1240辆增至3100辆，增长1.5倍。

保有台数は1,240台から3,100台へと2.5倍に増えた。

Registrations went from 1,240 to 3,100, 2.5 times as many.

Registrations rose 2.5 times to 3,100 from 1,240.

매출은 120억 원에서 250억 원으로 두 배 넘게 늘었다.

会议共召开24次，比上年的12次多1倍。

The board met 24 times, compared with 12 in 2031.

产量由120吨增加到250吨，是五年前的3倍。
END
status bseries check right.md 2>&1
sed -e 's/2\.5/3.5/' -e 's/1\.5倍/3.5倍/' right.md > wrong.md
status bseries check wrong.md 2>&1
