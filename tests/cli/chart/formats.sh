# The ending of the name tells the form; the same series give the same bytes.
exec 2>&1
cp "$DATA/rain.csv" .
bseries load -q --published 2024-02-01 rain.csv
for form in svg png pdf; do
    status bseries chart -q rainfall -o one.$form
    bseries chart -q rainfall --format $form >two.$form
    cmp one.$form two.$form
done
head -c 4 one.svg
head -c 4 one.png | od -An -c
head -c 4 one.pdf
echo
grep -c '<text' one.svg >/dev/null && grep -o '<title id="title">[^<]*' one.svg
