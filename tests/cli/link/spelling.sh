# Rows of a table whose names two issues spell in two ways are proposed, although a value has been revised; rows that
# stand in one table beside one another are not.
exec 2>&1
for month in 5 6; do
    name='조개 통조림'
    [ $month = 6 ] && name='조개통조림'
    cat >issue-$month.md <<END
# 갯벌 공장 동향

2041. $((month + 1)). 3.

<표 1> 품목별 생산 (단위: 톤)

| 품목 | 2041.$((month - 1))월 | 2041.$month월 |
|---|---|---|
| $name | 43$((month - 1)) | 44$month |
| 조개 젓갈 | 31$month | 32$month |
END
    bseries load -q issue-$month.md
done
bseries link --suggest
