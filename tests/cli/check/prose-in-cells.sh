# Sentences in the cells of a table are read, and what changes there is held against nothing that
# only a text outside of tables could tell.
cat > news.html <<'END'
<table><tr><th>Date</th><th>Text</th></tr>
<tr><td>2033-03-15</td><td>The trade balance rose by $0.2 billion to $5.5 billion in February 2033 from $5.3 billion in January. Vacancies rose 0.2 percentage points to 4.1%, and jobs fell by 1,200 to 46,700.</td></tr></table>
END
cat > news.md <<'END'
| 日期 | 内容 |
|---|---|
| 2033-03-15 | 贸易顺差增加2亿美元，达到55亿美元；存款余额47亿元，比上年末增加3亿元。 |
| 2033-03-16 | 수출은 12억 달러 늘어난 95억 달러, 무역수지는 3억 달러 흑자였다. |
END
status bseries check news.html 2>&1
status bseries check news.md 2>&1
