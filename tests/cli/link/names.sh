# One indicator under two names: proposed, confirmed, shown as one, checked as one, and undone.
exec 2>&1
cp "$DATA/plan-ko.md" .
bseries load -q plan-ko.md
bseries list
bseries link
bseries link --suggest
bseries link --suggest -f jsonl
echo "== before"
bseries check --code restate
echo "== linked"
bseries link '처리-능력' '처리 용량'
bseries link '부두 비중' '부두-비율'
bseries link -f csv | sed 's/,20[0-9-]*T[0-9:]*Z/,TIME/'
bseries show '처리-용량' --vintages
bseries list --keys
bseries check --code restate
bseries link --suggest
echo "== undone"
bseries unlink '부두-비율' '부두-비중'
status bseries unlink '부두-비율' '부두-비중'
bseries check --code restate
