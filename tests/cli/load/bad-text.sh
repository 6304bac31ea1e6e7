exec 2>&1
printf 'Exports were 5 tonnes in 2023.\nImports \377\376 were 6.\n' >bytes.txt
status bseries load --encoding UTF-8 bytes.txt
status bseries load --encoding klingon bytes.txt
ls
