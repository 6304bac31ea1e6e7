# What all lines measure is said once, below the title, and each line has the name of its place alone,
# unless the user has written what stands there.
exec 2>&1
for year in 2030 2031; do
    cat >trade-$year.md <<END
# 섬 동향 (${year}년 7월)

| 구분 | 방문객(천 명) | 매출(억 원) |
|---|---|---|
| 북섬 | 157 | 1${year#20}0 |
| 남섬 | 1${year#203}9 | 174 |
END
    bseries load -q trade-$year.md
done
bseries list
bseries chart '섬-동향/매출@북섬' '섬-동향/매출@남섬' -o one.svg
grep -o '>[^<]*섬,* *매*출*<' one.svg
bseries chart '섬-동향/매출@북섬' '섬-동향/매출@남섬' --subtitle '우리 섬' -o own.svg
grep -o '>[^<]*매출<' own.svg
bseries chart '섬-동향/매출@북섬' '섬-동향/방문객@남섬' -o two.svg
grep -o '>[^<]*\(매출\|방문객\)<' two.svg
