# Two levels of a sentence that are called otherwise are not one another's base, with a word for
# each or without, and whatever year stands in front of the first; then levels that are.
cat > right.md <<'END'
지난해 시내버스 교통비는 47조8192억원, 시내버스 운영비는 35조7346억원으로 각각 전년 대비 3.5%, 3.3% 증가했다.

지난해 국립공원 방문비는 4만 8,200대, 국립공원 관리비는 3만 5,700대로 각각 지난해보다 2.5%, 1.3% 늘었다.

지난해 시내버스 교통비는 47조8192억원, 시내버스 운영비는 35조7346억원으로 전년 대비 3.3% 증가했다.

昨年の輸出向け台数は4万8,200台、輸入向け台数は3万5,700台で、それぞれ前年比2.5％、1.3％増加した。

昨年の輸出向け台数は4万8,200台、輸入向け台数は3万5,700台で、前年比1.3％増加した。

去年市内公交费482亿元，市内公务费357亿元，分别比上年增长2.5%、1.3%。

去年市内公交费482亿元，市内公务费357亿元，比上年增长1.3%。

Last year bus fares came to $482 million and bus repairs to $357 million, up 2.5% and 1.3% respectively.
END
status bseries check right.md 2>&1
cat > base.md <<'END'
시내버스 교통비는 지난해 교통비 640억원보다 5.0% 많은 672억원이다.

지난해 시내버스 운영비는 250억원, 올해 운영비는 260억원으로 4.0% 늘었다.

昨年の輸出台数は40,000台、今年の台数は42,000台で、5.0％増加した。
END
status bseries check base.md 2>&1
sed -e 's/5.0/9.0/;s/4.0%/6.0%/' base.md > wrong.md
status bseries check -f csv wrong.md 2>&1 | cut -d, -f 2-6,9,10
