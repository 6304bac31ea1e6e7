exec 2>&1
status bseries units --format
status bseries units --format=xml
status bseries units --quiet=yes
status bseries --color=blue units
status bseries units --color
status bseries version 2
status bseries load
