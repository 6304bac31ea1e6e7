# Every command of the session in README.md does something in a fresh checkout.
root=$DATA/../../..
command -v sqlite3 >/dev/null || skip "sqlite3 is not installed"
ln -s "$root/datasets" datasets
sed -n '/^## A session/,/^With reports of your own/p' "$root/README.md" | sed -n 's/^    \$ //p' >session
while read -r line; do
    PATH="$PATH:/usr/bin:/bin" sh -c "$line" >out 2>err </dev/null
    code=$?
    # 1: there are findings, or a diff
    [ $code -le 1 ] && [ -s out -o -s err ] || { echo "$line"; echo "status $code"; cat err; }
done <session
wc -l <session
