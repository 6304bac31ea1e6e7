# A verb of direction between two numbers that go the other way, in four languages.
cat > right.txt <<'END'
The shortfall increased from $47.2 billion in spring (corrected) to $48.3 billion in summer.

Unemployment fell to 3.9% in May from 4.2% in April.

실업률은 3.2%에서 2.8%로 하락했다. 수출 증가율은 5.2%에서 4.8%로 증가폭이 줄었다.

원화 가치는 달러당 1,380원에서 1,350원으로 상승했다. 순위는 15위에서 12위로 상승했다.

居民平均通勤时间由7.05分提高至7.92分，空置率由5.18%下降为3.47%。

失業率は2.6％から2.4％に低下した。求人倍率は1.31倍から1.28倍に上昇幅を縮めた。
END
status bseries check right.txt 2>&1
sed 's/48\.3/43.8/; s/fell to/rose to/; s/하락했다/상승했다/; s/7\.92/7.01/; s/3\.47/7.47/; s/に低下/に上昇/' right.txt > wrong.txt
status bseries check --format csv wrong.txt
# What is taken off, and what is left.
cat > left.txt <<'END'
총수입 418조 3천억원에서 총지출 447조 9천억원을 뺀 섬 살림은 29조 6천억원 적자였다. 정원 100명에서 결원 20명을 제외한 인원 중 30명이 새로 왔다.

歳入100億円から歳出98億5千万円を差し引いた残りは1億5千万円となった。
END
status bseries check left.txt 2>&1
sed 's/29조/27조/; s/は1億/は5億/' left.txt > not-left.txt
status bseries check --format csv not-left.txt
