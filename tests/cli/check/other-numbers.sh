# Numbers that only look like the balance, the earlier level, the total or the running total of others.
cat > right.md <<'END'
Imports in July were $0.6 billion more than June imports of $139.4 billion, and exports $3.5 billion less than June exports of $114.8 billion. In July, the goods gap increased $4.6 billion from June to $38.8 billion.

가입 회원은 28,316,907명으로 3월말에 비해 6,148명(0.02%) 늘었고, 지난해 봄에 늘어난 9,537명에 비해 적게 늘었다.

전체 발전 용량은 동도가 31GW로 가장 높은 비중(21%)이고, 서도 24GW(16%), 남도 18GW(12%) 순이다. 풍력 발전 용량은 북도가 4.6GW로 17% 비중이며 서도 3.5GW(13%), 동도 3.2GW(12%) 순이다.

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
1.修路支出318.6亿元，下降2.7%。
2.植树支出142.9亿元，增长8.3%。
3.灯塔支出204.0亿元，下降19.6%。
4.渡船支出88.7亿元，增长5.1%。
5.码头支出115.2亿元，下降7.4%。

表　会員の推移（単位　千人）

| 年次 | 会員 | 増減数 | 増減率（％） |
|---|---|---|---|
| 平成17年 | 36,418 | -352 | -0.96 |
| 18年 | 36,127 | -291 | -0.80 |
| 19年 | 35,839 | -288 | -0.80 |
| 20年 | 35,856 | 17 | 0.05 |
| 21年 | 35,622 | -234 | -0.65 |

Revenue, $ thousand

| | FY 14 Actual | FY 15 Actual | FY 16 Budget | FY 16 Projected | FY 17 Adopted |
|---|---|---|---|---|---|
| Harbour dues | 84,215 | 88,903 | 93,640 | 96,128 | 104,377 |
| Market fees | 31,508 | 34,772 | 30,916 | 35,840 | 35,102 |
END
status bseries check lists.md 2>&1
# More digits behind 만 than there is room for, and a change that its base stands right in front of.
cat > run-on.txt <<'END'
1인 가구는 746만38000가구로 38.2%를 넘었다. 섬의 도로 예산은 올해 184조3000억원에서 15조9000억원(3.1%) 증가한다.
END
status bseries check --format csv run-on.txt
