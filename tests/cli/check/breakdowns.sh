# Break-downs by a criterion have all parts of the number that they are of, which may stand some sentences before.
cat > right.txt <<'END'
全岛年产值512,870亿元，比去年增长3.6%。分产业看，第一产业84,316亿元，增长2.9%；第二产业167,425亿元，增长4.4%；第三产业261,129亿元，增长3.3%。

各港旅客总数318,640万人次，同比下降1.2%。其中，二季度同比下降5.1%。按航线长短分，近海旅客275,918万人次，下降1.4%；远洋旅客42,722万人次，下降0.5%。按出行目的分，探亲旅客284,306万人次，游览旅客34,334万人次。

税收收入858亿元。分主要税种看，增值税394亿元，企业所得税181亿元，个人所得税48亿元。

外卖餐费64,520亿元，增长9.3%。夜间餐费18,325亿元，增长6.8%，占外卖餐费的比重为28.4%。
END
status bseries check right.txt 2>&1
sed 's/512,870/518,270/; s/42,722/42,272/; s/28\.4%/24.8%/' right.txt > wrong.txt
status bseries check --format csv wrong.txt
# A wrong word for a power of ten leaves the digits as they are.
cat > words.txt <<'END'
售票总额426,815万元，增长4.1%。按码头位置分，城区374,290亿元，郊区52,525亿元。

지난해 수출은 5,200만 달러로 전년(4,800억 달러)보다 8.3% 늘었다.

Exports were $5.2 billion and imports $4.8 billion, a surplus of $400 billion.
END
status bseries check --format csv words.txt
# An account that is added up, pairs of several sentences with one whole, and shares that words give one after the other.
cat > pairs.txt <<'END'
2016年渔业基金收入236,150万元，加上县里补助收入318,724万元，各镇上缴收入6,285万元，上年结余款52,930万元，借入资金190,411万元，收入总计804,500万元。

응답 업체는 1,260개사다. 798개사(63.33%)가 통근 버스를 운영했다. 651개사(51.67%)는 무료로 운영했고 147개사(11.67%)는 요금을 받았다. 304개사(24.13%)는 운영을 접었다.

水揚げ額の合計は6兆2,380億円。1位は東県で7,611億円（全国合計の12.2%）、2位は西県で3,306億円（同5.3%）。3位は南県で2,932億円（同4.7%）。

全岛职工152,640人。青年41,518人，占27.20%；中年85,037人，占55.71%；老年26,085人，占17.09%，其中返聘9,387人，占6.15%。
END
status bseries check pairs.txt 2>&1
sed 's/318,724/317,824/; s/51\.67/56.17/; s/12\.2%/21.2%/; s/55\.71/57.51/' pairs.txt > slips.txt
status bseries check --format csv slips.txt
# Lines behind a colon.
cat > lines.txt <<'END'
全洲总人口为284617350人，其中：

内陆18个省的人口共251304826人；

东岛人口为831750人；

西岛人口为692418人；

南岛人口为24302606人。
END
status bseries check --format csv lines.txt
