# Charts are drawn side by side; what is said comes in their order, and one that cannot be drawn
# costs no other. Files have the mode that the user's files have, whatever was there before.
exec 2>&1
printf '# Report\n\n2024-01-05\n' >many.md
for i in 1 2 3 4 5 6 7 8 9; do
    case $i in
    2 | 7) name=$(printf 'Odd \364\217\277\275') ;; # U+10FFFD is in no font
    *) name=Item ;;
    esac
    printf '\n## Table %d\n\n| Item | 2022 | 2023 |\n|---|---|---|\n| %s (t) | %d | 20 |\n' $i "$name" $i
done >>many.md
bseries load -q many.md
umask 027
status bseries chart --all --format png -o charts
ls charts
stat -c %a charts/Table-1.png
for i in 1 2 3; do
    bseries chart -q --all --format png -o again || true
    diff -r charts again
done 2>&1 | sort -u
bseries chart -q --no-check --all --format png -o alone --scale 5 || true
ls alone | wc -l
