# A sentence and a table of one document that give the same figure are two citations of it; equal
# numbers of other rows and names are not.
exec 2>&1
cat >two.md <<'END'
# 항만 통계

발행일: 2024년 3월 5일

## 요약

- 2023년 컨테이너 처리량은 420만 톤, 벌크 처리량은 180만 톤으로 집계

## 처리량

〈표 1. 항만 처리량〉

지표	2022년	2023년
컨테이너 화물 처리량 (만 톤)	340	420
자동차 화물 처리량 (만 톤)	300	420
여객 (만 명)	180	420
END
bseries load -q two.md
bseries list --keys
bseries show '처리량/컨테이너-화물-처리량' --cite
bseries show '자동차' --cite
