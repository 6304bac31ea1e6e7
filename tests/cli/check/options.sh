exec 2>&1
cd "$DATA"
status bseries check --code sum,smu cargo.md
status bseries check --code frobnicate cargo.md
status bseries check --explain grwoth
status bseries check --min-probability 2 cargo.md
status bseries check --min-probability x cargo.md
status bseries check --fail-on fatal cargo.md
status bseries check --published yesterday cargo.md
status bseries check --published 2024 cargo.md
status bseries check --lang fr cargo.md
status bseries check --delimiter x cargo.md
status bseries check --encoding klingon cargo.md
