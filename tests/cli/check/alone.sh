# A value that stands alone in a row that varies much: in another unit, with a digit too many, below zero.
volumes="41988 45483 36300 40488 57535 65119 59163 45543 50788 70754 45672 53352 36087 47063 38014 52160 37807 49317"
series() {
    echo "Quarter,New loans"
    year=2019 quarter=1
    for value in $volumes; do
        echo "$year-Q$quarter,$value"
        quarter=$((quarter % 4 + 1))
        [ $quarter != 1 ] || year=$((year + 1))
    done
}
series >right.csv
status bseries check right.csv 2>&1
sed 's/,52160/,52/' right.csv >thousands.csv
status bseries check thousands.csv 2>&1
sed 's/,45543/,-45543/' right.csv >minus.csv
status bseries check minus.csv 2>&1
# The last one may begin a collapse.
sed 's/,49317/,9310/' right.csv >last.csv
status bseries check last.csv 2>&1
