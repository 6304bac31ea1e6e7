# A rate between two columns of one time is no growth unless it is called so: unemployment is near the
# growth from the employed to the labour force, 3,000 / 2,874 - 1 = 4.4 %, and is 126 / 3,000 = 4.2 %.
cat >work.md <<'END'
Labour market by age, August 2024

| Age | Labour force (thousand persons) | Employed (thousand persons) | Unemployed (thousand persons) | Unemployment rate (%) |
|---|---|---|---|---|
| 15 to 24 | 3,000 | 2,874 | 126 | 4.2 |
| 25 to 34 | 5,000 | 4,895 | 105 | 2.1 |
| 35 to 44 | 10,000 | 9,880 | 120 | 1.2 |
| 45 to 54 | 8,000 | 7,912 | 88 | 1.1 |
| 55 and over | 7,000 | 6,937 | 63 | 0.9 |
| All ages | 33,000 | 32,498 | 502 | 1.5 |
END
status bseries check work.md
# No part of a whole is below nought: a fall beside the word for the whole is a rate, and no share.
cat >prices.md <<'END'
소비자물가 동향, 2024년 9월

석유류는 전년동월대비 7.6% 하락(휘발유 -8.0%, 경유 -12.0%)하여 전체 물가를 0.32%p 끌어내림
END
status bseries check prices.md
