# A number in front whose own share of the same whole is named behind it is another part, and no
# whole, whether the whole is printed (at length, with what it counts) or not.
cat > right.md <<'END'
2033年末,海州市劳动年龄人口9195万人,比上年末减少24万人,占总人口的比重为67.6%,60周岁及以上人口2024万人,占总人口的14.9%。
END
cat > printed.md <<'END'
2033年末,海州市总人口(包括3个县、区和驻市单位人员,不包括旅居境外人员)13607万人。从年龄看,劳动年龄人口9195万人,比上年末减少24万人,占总人口的比重为67.6%,60周岁及以上人口2024万人,占总人口的14.9%。
END
sed 's/14.9%/19.4%/' printed.md > wrong.md
status bseries check right.md 2>&1
status bseries check --held printed.md 2>&1
status bseries check -f csv wrong.md 2>&1
