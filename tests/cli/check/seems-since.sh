# A change since last year beside the level of last month, and shares of a whole that stands further off: right, then wrong.
cat > right.md <<'END'
2031年9月空置率由上月3.52%降為3.41%，較上年同月增0.07個百分點，1-9月平均空置率為3.38%，較上年同期降低0.15個百分點。

2031年三季度毛利率由上季25.1%升至26.4%，同比下降0.8个百分点。

2031年9月拆借利率由去年同月的3.52%降至3.41%，环比提高0.02个百分点。

9월 공실률은 전월 3.5%에서 3.4%로 하락했고 전년 동월 대비 0.2%p 상승했다.

9月の空室率は前月の2.5%から2.4%に低下し、前年同月より0.2ポイント上昇した。

The vacancy rate fell from 4.4% last month to 4.3%, up 0.2 percentage points from a year earlier.

2031年，临江市共接待访客5210.40万人次，比上年增长8.2%。灯塔共接待访客3105.25万人次，同比增长6.1%。星级灯塔接待访客2610.75万人次，占全市接待总量50.11%。
END
status bseries check right.md 2>&1
cat > wrong.md <<'END'
2031年9月空置率由上月3.52%降為3.41%，較上月減0.21個百分點。

2031年三季度毛利率由上季25.1%升至26.4%，环比提高3.1个百分点。

9월 공실률은 전월 3.5%에서 3.4%로 전월 대비 0.4%p 하락했다.

The vacancy rate fell from 4.4% last month to 4.3%, down 0.4 percentage points from the previous month.
END
status bseries check -f csv wrong.md 2>&1 | cut -d, -f 2-6,9,10
