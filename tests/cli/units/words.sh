bseries units MWh
bseries units kWh --format json
bseries units MWH --format jsonl
status bseries units perch
