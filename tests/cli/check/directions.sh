# A verb of direction between two numbers that go the other way, in four languages.
cat > right.txt <<'END'
The deficit increased from $67.2 billion in December (revised) to $68.3 billion in January.

Unemployment fell to 3.9% in May from 4.2% in April.

실업률은 3.2%에서 2.8%로 하락했다. 수출 증가율은 5.2%에서 4.8%로 증가폭이 줄었다.

원화 가치는 달러당 1,380원에서 1,350원으로 상승했다. 순위는 15위에서 12위로 상승했다.

平均受教育年限由9.08年提高至9.91年，文盲率由4.08%下降为2.67%。

失業率は2.6％から2.4％に低下した。求人倍率は1.31倍から1.28倍に上昇幅を縮めた。
END
status bseries check right.txt 2>&1
sed 's/68\.3/63.8/; s/fell to/rose to/; s/하락했다/상승했다/; s/9\.91/9.01/; s/2\.67/6.27/; s/に低下/に上昇/' right.txt > wrong.txt
status bseries check --format csv wrong.txt
# What is taken off, and what is left.
cat > left.txt <<'END'
총수입 573조 9천억원에서 총지출 610조 7천억원을 뺀 재정수지는 36조 8천억원 적자였다. 정원 100명에서 결원 20명을 제외한 인원 중 30명이 새로 왔다.

歳入100億円から歳出98億5千万円を差し引いた残りは1億5千万円となった。
END
status bseries check left.txt 2>&1
sed 's/36조/38조/; s/は1億/は5億/' left.txt > not-left.txt
status bseries check --format csv not-left.txt
