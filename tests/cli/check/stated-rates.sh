# Amounts converted at a rate that the text states; rates that are only told: right, then wrong.
cat > right.md <<'END'
合同金额1.86亿美元，按1美元兑7.12元人民币计算，约合13.24亿元。

契約額は1.86億ドル（1ドル=148円換算で約275億円）。

総額は3億ドル（約444億円、1ドル=148円）である。

총 투자 규모는 1.86억 달러(약 2,455억 원)이며, 환율은 달러당 1,320원을 적용했다.

총 투자액은 1억 9,500만 달러(원·달러 환율 1,320원 기준 2,574억 원)이다.

The contract is worth $1.86 billion (€1.71 billion at €0.92 to the dollar).

수출액은 5억 달러(6,900억 원)로 늘었고, 환율은 달러당 1,320원까지 떨어졌다.

出口额5亿美元（36亿元），人民币汇率为1美元兑7.02元。
END
status bseries check right.md 2>&1
sed -e 's/13.24/31.24/' -e 's/275億/375億/' -e 's/444億/484億/' -e 's/2,455억/2,855억/' -e 's/2,574억/2,754억/' -e 's/€1.71/€1.17/' right.md > wrong.md
status bseries check -f csv wrong.md 2>&1 | cut -d, -f 2-6,9,10
