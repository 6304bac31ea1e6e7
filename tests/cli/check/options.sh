exec 2>&1
cd "$DATA"
status bseries check --code sum,smu cargo.txt
status bseries check --code frobnicate cargo.txt
status bseries check --explain grwoth
status bseries check --min-probability 2 cargo.txt
status bseries check --min-probability x cargo.txt
status bseries check --fail-on fatal cargo.txt
status bseries check --published yesterday cargo.txt
status bseries check --published 2024 cargo.txt
status bseries check --lang fr cargo.txt
status bseries check --delimiter x cargo.txt
status bseries check --encoding klingon cargo.txt
