# Which level is the earlier one where a sentence prints several of them.
cat >aside.txt <<'END'
May 2032 results. Revenue was up by 3.5% to £2,308m (2031: £2,230m) and underlying revenue up 5.8% to £2,291m (2031: £2,165m).
END
status bseries check aside.txt 2>&1
sed 's/5.8%/8.5%/' aside.txt >swapped.txt
status bseries check swapped.txt 2>&1
cat >two.txt <<'END'
2031年，住客为472.4万人次，相较2030年同期增加14.3万人次（增长3.12%），较2026年同期408.1万人次，增加64.3万人次（增长15.76%）。
END
status bseries check two.txt 2>&1
sed 's/15.76/17.56/' two.txt >rate.txt
status bseries check rate.txt 2>&1
cat >branches.txt <<'END'
2031年上半年共有4760家旅店，较2030年同期4306家，增加454家，其中民宿2025年从1893家增至2030年的2868家。
END
status bseries check branches.txt 2>&1
sed 's/4306家/4036家/' branches.txt >branch.txt
status bseries check branch.txt 2>&1
