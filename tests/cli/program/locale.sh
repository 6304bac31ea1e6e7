# Results are the same bytes in every locale.
bseries units energy --format csv >a
for locale in C POSIX C.UTF-8 de_DE.UTF-8 tr_TR.UTF-8 ko_KR.UTF-8; do
    LC_ALL=$locale bseries units energy --format csv | cmp - a
done
head -1 a
