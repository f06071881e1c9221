#!/bin/sh
# dumps.sh - --dump=PASS prints what the pass has made, for a program of each pass's; see dumps/regenerate.sh.
. "$(dirname "$0")/common.sh"
root=$(cd "$(dirname "$0")/../.." && pwd)
work dumps dumps
cd "$root/tests/dumps" || exit 1

passes=$(sed -n 's/^\(FRONT\|PASS\)(\([a-z]*\),.*/\2/p' "$root/translator/middle/passes.def")
[ "$(echo "$passes" | LC_ALL=C sort)" = "$(for file in *.c; do basename "$file" .c; done | LC_ALL=C sort)" ] ||
    fail "tests/dumps has not a program for each pass of passes.def"
for pass in $passes; do
    "$ASYNCC" --dump="$pass" -std=gnu17 -I"$ASYNCC_INCLUDE" "$pass.c" >"$work/$pass.dump" || fail "--dump=$pass"
    diff -u "$pass.dump" "$work/$pass.dump" || fail "--dump=$pass prints something else than $pass.dump"
done
finish
