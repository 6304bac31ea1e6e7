# The day that figures are of, on a line of its own, is not the day of the document.
printf 'Balance sheet\n\nAs at 31 March 2024\n\nAssets rose to £3m.\n' >sheet.txt
printf '注記\n\n前事業年度（2023年3月31日）\n\n資産は3百万円であった。\n' >note.txt
printf '자산 현황\n\n전 사업연도(2023년 3월 31일)\n\n자산은 3억원이다.\n' >held.txt
printf 'Balance sheet\n\n5 May 2024\n\nAssets rose to £3m.\n' >paper.txt
for file in sheet note held paper; do
    bseries load --store $file.db $file.txt 2>/dev/null
done
