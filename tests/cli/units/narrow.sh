# On a narrow terminal columns give way; elsewhere nothing is cut.
command -v script >/dev/null || skip "there is no script(1)"
script -qec 'stty cols 40; bseries --color=never units power' /dev/null | tr -d '\r'
script -qec 'stty cols 80; bseries --color=never units power' /dev/null | tr -d '\r'
