# A reader that has seen enough ends the program without a word.
bseries units | head -2
bseries help --man | head -1
