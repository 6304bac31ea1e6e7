# Korean changes: as the subject of their verb, behind an adverb, in lists that one verb closes.
cat > right.txt <<'END'
지난해 섬 부채는 418조 2,000억원으로 전년(382조 6,000억원)보다 35조 6,000억원이 늘어났다.

가입 가구수는 14,307,022세대로, 17년 3월 14,286,306세대보다 20,716세대가 증가했다.

염소 사육 마릿수는 680만 8천 마리로 전분기보다 2만 1천 마리(0.3%) 소폭 감소하였으나, 전년동기보다는 120만 마리(21.4%) 증가하였다.

오리 사육 마릿수는 808만 6천 마리로 전분기보다 15만 1천 마리(1.9%) 증가했고, 전년동기보다도 100만 5천 마리(14.2%) 늘어났다.

거위 사육 마릿수는 936만 5천 마리로 전년동기대비 5만 6천 마리(0.6%), 전분기대비 31만 7천 마리(3.5%) 각각 증가하였다.
END
status bseries check right.txt 2>&1
sed 's/35조 6,000/36조 5,000/; s/20,716/27,016/; s/21\.4%/24.1%/; s/14\.2%/12.4%/; s/3\.5%/5.3%/' right.txt > wrong.txt
status bseries check --format csv wrong.txt
