# A proposal that is not sure enough is not hidden.
exec 2>&1
printf '# 계획\n\n〈부두 확충 목표〉\n\n지표\t2031년\t2032년\t2033년\n크레인 (대)\t310\t307\t430\n부두 (개)\t12\t14\t16\n선박 (척)\t120\t150\t180\n' > plan.txt
status bseries fix plan.txt
status bseries fix --min-probability 0.5 plan.txt
