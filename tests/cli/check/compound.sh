# Amounts in 億 and 百万, as Japanese accounts write them, against the table in millions.
cat >results.md <<'END'
# 2024年3月期決算短信

| | 売上高 | 営業利益 |
|---|---|---|
| | 百万円 | 百万円 |
| 2024年3月期 | 84,215 | 5,874 |
| 2023年3月期 | 79,224 | 5,207 |

当連結会計年度の売上高は842億15百万円、営業利益は58億74百万円となりました。
END
status bseries check --relations results.md 2>&1
sed 's/842億/824億/' results.md >swapped.md
status bseries check --relations swapped.md 2>&1
sed 's/58億74百万/58億7百万/' results.md >dropped.md
status bseries check --relations dropped.md 2>&1
# 천 in front of 억 counts on like any other word.
cat > debt.txt <<'END'
섬 부채는 418조 6천억원으로, 전년도(383조 1천억원)에 비해 35조 5천억원이 증가했다. 가축은 323만 4천 마리로 전년(316만 8천 마리)보다 6만 6천 마리 늘었다.
END
status bseries check debt.txt 2>&1
sed 's/35조/53조/; s/6만 6천/7만 6천/' debt.txt > debts.txt
status bseries check --format csv debts.txt
