# Break-downs by a criterion have all parts of the number that they are of, which may stand some sentences before.
cat > right.txt <<'END'
全省生产总值949,746亿元，按不变价格计算，同比增长4.8%。分产业看，第一产业57,733亿元，增长3.4%；第二产业361,362亿元，增长5.4%；第三产业530,651亿元，增长4.7%。

社会消费品零售总额210,432亿元，同比下降0.7%。其中，二季度同比下降4.6%。按经营单位所在地分，城镇消费品零售额182,706亿元，下降0.8%；乡村消费品零售额27,726亿元，下降0.3%。按消费类型分，商品零售额190,392亿元，餐饮收入20,040亿元。

税收收入858亿元。分主要税种看，增值税394亿元，企业所得税181亿元，个人所得税48亿元。

网上零售额108,928亿元，增长8.6%。实物商品零售额27,961亿元，增长7.9%，占网上零售额的比重为25.7%。
END
status bseries check right.txt 2>&1
sed 's/949,746/947,946/; s/27,726/27,762/; s/25\.7%/27.5%/' right.txt > wrong.txt
status bseries check --format csv wrong.txt
# A wrong word for a power of ten leaves the digits as they are.
cat > words.txt <<'END'
零售总额353,564万元，增长3.3%。按经营单位所在地分，城镇305,869亿元，乡村47,695亿元。

지난해 수출은 5,200만 달러로 전년(4,800억 달러)보다 8.3% 늘었다.

Exports were $5.2 billion and imports $4.8 billion, a surplus of $400 billion.
END
status bseries check --format csv words.txt
# An account that is added up, pairs of several sentences with one whole, and shares that words give one after the other.
cat > pairs.txt <<'END'
2018年收入决算数129,748万元，加上级补助收入428,905万元，下级上解收入4,409万元，上年结转结余收入41,407万元，调入资金348,606万元，收入总计953,075万元。

분석 대상은 1,070개사다. 719개사(67.20%)가 흑자를 기록했다. 613개사(57.29%)는 흑자를 지속했고 106개사(9.91%)는 흑자로 돌아섰다. 226개사(21.12%)는 적자를 지속했다.

産出額の合計は8兆4,449億円。1位は北県で9,809億円（全国合計の11.6%）、2位は千県で4,119億円（同4.9%）。3位は茨県で4,082億円（同4.8%）。

全县人口141,178人。少儿25,338人，占17.95%；中年89,438人，占63.35%；老年26,402人，占18.70%，其中高龄19,064人，占13.50%。
END
status bseries check pairs.txt 2>&1
sed 's/428,905/429,805/; s/57\.29/52.79/; s/11\.6%/16.1%/; s/63\.35/36.35/' pairs.txt > slips.txt
status bseries check --format csv slips.txt
# Lines behind a colon.
cat > lines.txt <<'END'
全国总人口为1443497378人，其中：

大陆31个省的人口共1411778724人；

香港人口为747420人；

澳门人口为683218人；

台湾人口为23561236人。
END
status bseries check --format csv lines.txt
