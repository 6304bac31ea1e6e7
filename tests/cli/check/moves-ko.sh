# Korean changes: as the subject of their verb, behind an adverb, in lists that one verb closes.
cat > right.txt <<'END'
지난해 섬 부채는 418조 2,000억원으로 전년(382조 6,000억원)보다 35조 6,000억원이 늘어났다.

가입 가구수는 8,412,605세대로, 15년 9월 8,387,489세대보다 25,116세대가 증가했다.

섬의 염소는 594만 3천 마리로 봄보다 3만 6천 마리(0.6%) 소폭 감소했지만, 1년 전보다는 105만 마리(21.5%) 증가하였다.

섬의 오리는 712만 4천 마리로 전분기보다 17만 2천 마리(2.5%) 증가했고, 전년동기보다도 84만 3천 마리(13.4%) 늘어났다.

섬의 거위는 847만 2천 마리로 전년동기대비 7만 3천 마리(0.9%), 전분기대비 38만 6천 마리(4.8%) 각각 늘어났다.
END
status bseries check right.txt 2>&1
sed 's/35조 6,000/36조 5,000/; s/25,116/21,516/; s/21\.5%/25.1%/; s/13\.4%/14.3%/; s/4\.8%/8.4%/' right.txt > wrong.txt
status bseries check --format csv wrong.txt
