# What stands in a picture, from its SVG: the same words in every font.
exec 2>&1
bseries load -q "$DATA/port-ko.md"
bseries list --format csv
bseries chart '*' -o all.svg
grep -o '>[^<>]*</text>' all.svg | sed 's/^>//; s/<.*//'
grep -o '<desc.*</desc>' all.svg
# A total among bars is grey, whether a word says so or the sum does; a title of two measures does not
# say which is drawn; a difference is no rate.
cat >ports.md <<'END'
# Ports

Calls and crews, 2024

| Port | Calls | Crews (thousand persons) | Change (thousand persons) |
|---|---|---|---|
| Aarhus | 236 | 12 | 1.2 |
| Bergen | 182 | 8 | -0.4 |
| Cadiz | 129 | 6 | 0.3 |
| All the seas | 547 | 26 | 1.1 |
END
bseries load -q ports.md --store ports.db
bseries chart -q --all -o ports --store ports.db
grep -ho '<rect[^>]*fill="#[^>]*><title>[^<]*' ports/*.svg | sed 's/.*fill="\([^"]*\)".*<title>/\1 /'
grep -ho '>[^<>]*</text>' ports/*.svg | sed 's/^>//; s/<.*//' | grep '2024'
# What is named one by one is drawn, single values too; of a caption of several units a picture has
# its own; changes are no bars among levels.
bseries chart '〈표-1.-부두별-처리량〉/합계' 물동량/물동량 -o named.svg
cat >work.md <<'END'
# 고용동향

〈표 1〉 산업별 취업자 (단위: 천 명, %)

| 구분 | 2023년 | 2024년 | 증감 | 증감률 |
|---|---|---|---|---|
| 제조업 | 4,432 | 4,381 | -51 | -1.2 |
| 건설업 | 2,056 | 1,933 | -123 | -6.0 |
END
bseries load -q work.md --store work.db
bseries chart 취업자 -o work.svg --store work.db
grep -o '단위: [^·<]*' work.svg
bseries chart -q 취업자 --kind bar -o work.svg --store work.db
grep -o '<desc.*</desc>' work.svg
