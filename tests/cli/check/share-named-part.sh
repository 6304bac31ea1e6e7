# A number in front whose own share of the same whole is named behind it is another part, and no
# whole, whether the whole is printed (at length, with what it counts) or not.
cat > right.md <<'END'
2033年末,海州市劳动年龄人口8124万人,比上年末减少31万人,占总人口的比重为65.1%,65周岁及以上人口1884万人,占总人口的15.1%。
END
cat > printed.md <<'END'
2033年末,海州市总人口(包括3个县、区和驻市单位人员,不包括旅居境外人员)12480万人。从年龄看,劳动年龄人口8124万人,比上年末减少31万人,占总人口的比重为65.1%,65周岁及以上人口1884万人,占总人口的15.1%。
END
sed 's/15.1%/11.5%/' printed.md > wrong.md
status bseries check right.md 2>&1
status bseries check --held printed.md 2>&1
status bseries check -f csv wrong.md 2>&1
