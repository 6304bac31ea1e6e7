# What a forecast was before it was revised is the base of the rate, and not the level of last year in brackets behind it.
cat > right.txt <<'EOF'
北浜製鋼は通期の経常利益を従来予想の120億円→156億円(前期は140億円)に30.0％上方修正した。

配当を50円→60円(前期は45円)に20％増額した。

한빛은 영업이익 전망을 155억원→200억원(전년 180억원)으로 29.0% 높였다.
EOF
status bseries check right.txt
cat > wrong.txt <<'EOF'
北浜製鋼は通期の経常利益を従来予想の120億円→156億円(前期は140億円)に39.0％上方修正した。
EOF
status bseries check --format csv wrong.txt
