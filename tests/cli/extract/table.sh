bseries extract "$DATA/port-ko.txt"
