# Lists that words call complete, and the two groups that there are, add up: right, then wrong.
cat > right.md <<'END'
이번에 선정된 86개 과제는 신규 52개와 계속 34개로 구성된다.

참가 인원은 남성 32명, 여성 18명 등 모두 50명이다.

접수된 68건 중 41건을 처리하고 12건은 이송했으며 나머지 15건은 심사 중이다.

전체 응답자 1,200명 가운데 구직자는 남성 320명, 여성 280명이었다.

総投資120億円のうち、県が45億円、残る75億円は市が負担する。

採択された86件の内訳は、新規52件、継続34件である。

参加者は328人で、男性が186人、女性が142人だった。

总投资120亿元，由政府出资45亿元、企业出资75亿元组成。

受理案件68起，办结41起，尚有27起正在办理。

参训人员3280人，其中女性1420人，男性1860人。

The scheme has 240 places, comprising 100 for nurses, 80 for doctors and 60 for others, against 200 last year.

The office received 68 cases and closed 41, leaving 27 open.
END
status bseries check right.md 2>&1
sed -e 's/52개/72개/' -e 's/여성 18/여성 28/' -e 's/45億/65億/' -e 's/52件/72件/' -e 's/142人/162人/' -e 's/45亿/65亿/' -e 's/41起/31起/' -e 's/1420/1620/' -e 's/100 for/300 for/' -e 's/leaving 27/leaving 29/' right.md > wrong.md
status bseries check wrong.md 2>&1
