# Numbers that only look like the balance, the earlier level, the total or the running total of others.
cat > right.md <<'END'
Imports in July were $0.6 billion more than June imports of $139.4 billion, and exports $3.5 billion less than June exports of $114.8 billion. In July, the goods gap increased $4.6 billion from June to $38.8 billion.

등록 인구는 34,474,814명으로 1월말에 비해 5,259명(0.02%) 늘었고, 전년 동기에 늘어난 9,218명에 비해 덜 늘었다.

전체 설비용량은 충남이 25GW로 가장 높은 비중(19%)이고, 경기 20GW(16%), 경북 14GW(11%) 순이다. 신재생 설비용량은 전남이 3.8GW로 18% 비중이며 전북 2.9GW(14%), 충남 2.7GW(13%) 순이다.

표 3 고용률 (단위: %, %포인트)

| | 1월 | 2월 | 3월 | 4월 | 5월 | 6월 | 7월 | 8월 | 9월 |
|---|---|---|---|---|---|---|---|---|---|
| 실업률(%) | 4.2 | 4.1 | 4.1 | 4.0 | 4.0 | 4.0 | 4.0 | 4.0 | 4.0 |
| 참가율 (원수치·%포인트) | 0.0 | -0.1 | -0.1 | 0.1 | 0.0 | 0.1 | -0.3 | 0.1 | 0.2 |
END
status bseries check right.md 2>&1
# A total that says so, with all of its parts behind it.
cat > total.txt <<'END'
전체 설비용량은 모두 41GW이다. 원자력 12.6GW, 석탄 15.3GW, 기타 31.1GW로 나뉜다.
END
status bseries check --format csv total.txt
# Shares that were made to add up to 100: 0.885 % is printed as 0.89. Not so where they do not.
cat > hundred.txt <<'END'
가입 회원 구성은 상주자가 34,137,947명(99.02%), 휴면자가 305,005명(0.89%), 해외자는 31,862명(0.09%)이다.
END
status bseries check hundred.txt 2>&1
sed 's/0\.89%/0.98%/' hundred.txt > slip.txt
status bseries check --format csv slip.txt
# An item of a list is no total of those behind it; the first change beside a stock leads to it; a year may stand for two
# things.
cat > lists.md <<'END'
主要支出情况如下：
1.教育支出265.8亿元，下降3.4%。
2.卫生支出170.4亿元，增长11.2%。
3.社区支出200.2亿元，下降25.8%。
4.农林水支出97.1亿元，增长4.2%。
5.交通支出103.0亿元，下降6.3%。

表　総人口の推移（単位　千人）

| 年次 | 人口 | 増減数 | 増減率（％） |
|---|---|---|---|
| 平成24年 | 27,515 | -284 | -1.02 |
| 25年 | 27,298 | -217 | -0.79 |
| 26年 | 27,083 | -215 | -0.79 |
| 27年 | 27,095 | 12 | 0.04 |
| 28年 | 26,933 | -162 | -0.60 |

Revenue, $ thousand

| | FY 20 Actual | FY 21 Actual | FY 22 Budget | FY 22 Projected | FY 23 Adopted |
|---|---|---|---|---|---|
| Property taxes | 139,982 | 144,418 | 149,970 | 154,765 | 169,668 |
| Other taxes | 48,711 | 53,092 | 47,706 | 55,067 | 53,981 |
END
status bseries check lists.md 2>&1
# More digits behind 만 than there is room for, and a change that its base stands right in front of.
cat > run-on.txt <<'END'
1인 세대는 993만56000세대로 41.5%를 차지했다. 이 분야의 예산은 올해 237조6000억원에서 20조8000억원(3.2%) 증가한다.
END
status bseries check --format csv run-on.txt
