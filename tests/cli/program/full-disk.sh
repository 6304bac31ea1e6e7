# What could not be written is never success.
[ -e /dev/full ] || skip "there is no /dev/full"
exec 2>&1
code=0
bseries units >/dev/full || code=$?
echo "status $code"
code=0
bseries help --man >/dev/full || code=$?
echo "status $code"
