exec 2>&1
status bseries check --formt json x.txt
status bseries check --frobnicate x.txt
status bseries -Z
status bseries units -Z
status bseries units -qZ
