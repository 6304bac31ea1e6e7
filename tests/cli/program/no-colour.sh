# Colour is for terminals, unless NO_COLOR or --color say otherwise; both streams are judged apart.
escapes() { grep -c "$(printf '\033')" || true; }
bseries --help | escapes
bseries --color=always --help | escapes
NO_COLOR=1 bseries --color=always --help | escapes
bseries chekc 2>&1 | escapes
bseries --color=always units --format=xml 2>&1 | escapes
needs_terminal
script -qec 'bseries --help' /dev/null | escapes
script -qec 'bseries --help --color=never' /dev/null | escapes
script -qec 'NO_COLOR=1 bseries --help' /dev/null | escapes
script -qec 'NO_COLOR= bseries --help' /dev/null | escapes
script -qec 'TERM=dumb bseries --help' /dev/null | escapes
script -qec 'bseries --help >file; cat file' /dev/null | escapes
