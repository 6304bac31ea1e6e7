# The name behind a group means that series alone; a time without values and too many lines are told with what would
# do; series in no table share a picture with those of their own file only; names are listed as the language does.
exec 2>&1
cat >growth.md <<'END'
# 갯벌 통계

2041. 7. 3.

<표 1> 바지락 생산 (단위: 톤)

| 구분 | 2038 | 2039 | 2040 |
|---|---|---|---|
| 바지락 | 120 | 131 | 128 |
| 꼬막 | 64 | 61 | 66 |
END
printf '年份,海带产量（吨）,紫菜产量（吨）\n2039,31,8\n2040,34,9\n' >sea.csv
printf 'Year,Ferry trips\n2039,410\n2040,418\n' >ferry.csv
bseries load -q growth.md sea.csv ferry.csv
status bseries chart 바지락 -o one.svg
status bseries chart '*바지락*' -o both.svg
status bseries chart 바지락 --from 2050 -o none.svg
status bseries chart 海带 紫菜 -o sea.svg
grep -o '>海带[^<]*<' sea.svg | head -1
bseries chart --all -o all
ls all
{
    printf 'Region,2039,2040\n'
    for i in 1 2 3 4 5 6 7; do printf 'Reach %d,1%d,2%d\n' $i $i $i; done
} >reach.csv
bseries load -q reach.csv
status bseries chart Reach --kind line -o reach.svg
printf '# 갯벌 고용\n\n<표 1> 연령별 실업률 (단위: %%, %%p)\n\n| 연령 | 2039 | 2040 | 증감 |\n|---|---|---|---|\n| 청년 | 6.4 | 6.1 | -0.3 |\n| 중년 | 2.7 | 2.6 | -0.1 |\n' >jobs.md
bseries load -q jobs.md
bseries chart '*실업률/청년' '*실업률/중년' -o jobs.svg
grep -o '>[^<]*단위: [^<]*<' jobs.svg
