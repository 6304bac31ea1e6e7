# Parts of a whole that words tie to it: right first, then each share wrong.
cat > right.md <<'END'
전체 학교 120곳 중 66곳(55%)이 기준을 충족했다.

120명 중 66명인 55%가 찬성했다.

在120所学校中，有66所（55%）达标。

120校中66校（55%）が基準を満たした。

120人中、66人、55%が賛成した。

Of 120 schools inspected, 66, or 55%, met the standard.

66 of the 120 schools (55%) met the standard, up 10% from 60 a year ago.

A total of 66 (55%) of the 120 schools met the standard.

Of the 4,800 complaints received, 3,120 (65%) were made online, 1,200 (25%) in person and 480 (10%) by telephone.
END
status bseries check right.md 2>&1
sed -e 's/55%/65%/' -e 's/(65%) were/(56%) were/' right.md > wrong.md
status bseries check -f csv wrong.md 2>&1
# Parts of parts, and rates that are none of them.
cat > nested.md <<'END'
Of the 1,000 people surveyed, 620 (62%) own a car, and 310 (50%) use it daily.

Of the 4,800 complaints received, 3,120 (65%) were made online, of which 1,560 (50%) by an app.

전체 120곳 중 60곳(50%)이 기준을 충족했고, 이 중 30곳(50%)은 표창을 받았다.

Sales in 66 of the 120 stores (up 5%) rose.

Output of 66 of the 120 plants fell 12%.
END
status bseries check nested.md 2>&1
