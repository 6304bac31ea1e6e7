# Who reads while a large file is loaded is never kept waiting and sees the state before it or the
# one after it; a second loader waits its turn.
awk 'BEGIN { print "series,period,value"; for (s = 0; s < 6000; s++) for (t = 0; t < 40; t++)
    printf "row %d,%d,%d.5\n", s, 1980 + t, s + t }' > large.csv
printf 'series,period,value\nrow 1,1979,4.5\n' > small.csv
printf 'series,period,value\nrow 7,1978,4.5\n' > third.csv
bseries load -q --published 2024-01 small.csv
bseries load -q --published 2024-02 large.csv & large=$!
bseries load -q --published 2024-03 third.csv & third=$!
looks=0 other=0 failed=0
while kill -0 $large 2>/dev/null; do
    looks=$((looks + 1))
    case $(bseries list --format csv | wc -l) in
    2 | 3 | 6001) ;;
    *) other=$((other + 1)) ;;
    esac
    bseries show -q 'row 1' >/dev/null 2>&1 || failed=$((failed + 1))
done
wait $large && wait $third && echo "both loaded"
[ $looks -gt 0 ] && echo "looked meanwhile: $other in another state, $failed failed"
bseries verify
