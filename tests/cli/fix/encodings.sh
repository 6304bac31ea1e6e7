# A file keeps its encoding, byte order mark, line ends and full-width digits: all but the number is
# the same byte for byte.
command -v iconv >/dev/null || skip "there is no iconv"
exec 2>&1
cat >utf-8.md <<'END'
항만 통계
2024년 5월 12일

표 1. 화물 (천 톤)

| 구분 | 2021 | 2022 | 2023 |
|---|---|---|---|
| 계 | 900 | 1,000 | １，０１０ |
| 벌크 | 400 | 450 | 500 |
| 액체 | 300 | 330 | 360 |
| 기타 | 200 | 220 | 240 |
END
sed 's/$/\r/' utf-8.md >crlf.md
{ printf '\357\273\277'; cat utf-8.md; } >mark.md
printf %s "$(cat utf-8.md)" >no-end.md
for encoding in CP949 GB18030 UTF-16 UTF-16BE; do
    iconv -f UTF-8 -t $encoding utf-8.md >$encoding.md 2>/dev/null || echo "no $encoding"
done
for name in utf-8 crlf mark no-end CP949 GB18030 UTF-16 UTF-16BE; do
    encoding=UTF-8
    option=
    case $name in [A-Z]*) encoding=$name ;; esac
    [ $name != GB18030 ] || option="--encoding GB18030"
    status bseries fix -q -i $option $name.md
    iconv -f $encoding -t UTF-8 $name.md | sed 's/１，１００/１，０１０/' | iconv -f UTF-8 -t $encoding |
        cmp - $name.md.orig
    iconv -f $encoding -t UTF-8 $name.md | grep -c '１，１００'
    status bseries fix -q $option $name.md
done
# The diff of a UTF-8 file is one of its bytes.
for name in crlf mark; do
    bseries fix -q $name.md.orig | patch -s --binary -o patched.md $name.md.orig
    cmp patched.md $name.md
done
{ printf '\357\273\277period,value\n'; printf '20%s,%s\n' 10 40.2 11 4.10 12 41.8 13 42.5 14 43.3 15 44.1; } >short.csv
bseries fix -q short.csv >diff
grep -c "$(printf '\357\273\277')" diff
patch -s short.csv diff
sed -n 3p short.csv
