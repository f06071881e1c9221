#!/bin/sh
# frames.sh - the frames of bench/frames/frames.c have the sizes of bench/frames/expected.txt, with each compiler.
. "$(dirname "$0")/common.sh"
directory=$(cd "$(dirname "$0")/../../bench/frames" && pwd)
work frames frames

if ! "$ASYNCC" -std=gnu17 -I"$ASYNCC_INCLUDE" "$directory/frames.c" -o "$work/frames.c" 2>"$work/stderr"; then
    cat "$work/stderr"
    fail "translation of frames.c"
    finish
fi
for compiler in $ASYNCC_COMPILERS; do
    "$compiler" -std=gnu17 $warnings $ASYNCC_FLAGS -iquote"$directory" -I"$ASYNCC_INCLUDE" "$work/frames.c" \
        $libraries -o "$work/program" && "$work/program" >"$work/out" || fail "$compiler"
    diff -u "$directory/expected.txt" "$work/out" || fail "$compiler: the sizes are not those of expected.txt"
done
finish
