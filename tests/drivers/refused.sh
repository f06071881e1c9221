#!/bin/sh
# refused.sh [-u] PROGRAM.c - the translator must refuse it: exit status 1, no output file, and on stderr
# exactly what PROGRAM.expected says. With -u, PROGRAM.expected is written instead (see
# refused/regenerate.sh).
. "$(dirname "$0")/common.sh"

update=
if [ "$1" = -u ]; then
    update=1
    shift
fi
directory=$(cd "$(dirname "$1")" && pwd)
name=$(basename "$1" .c)
options=$(comment options "$directory/$name.c")
work refused "$name"

# From its own directory, so that the messages name the file without one.
cd "$directory" || exit 1
"$ASYNCC" -std=gnu17 $options -I"$ASYNCC_INCLUDE" "$name.c" -o "$work/out.c" 2>"$work/stderr"
status=$?

[ "$status" -eq 1 ] || fail "exit status $status, expected 1"
[ -z "$(find "$work" -name 'out.c*')" ] || fail "an output file was written"
if [ "$update" ]; then
    [ "$failed" -ne 0 ] || cp "$work/stderr" "$directory/$name.expected"
else
    diff -u "$directory/$name.expected" "$work/stderr" || fail "other messages than in $name.expected"
    "$ASYNCC" -std=gnu17 $options -I"$ASYNCC_INCLUDE" -fsyntax-only "$name.c" 2>"$work/checked"
    [ $? -eq 1 ] || fail "-fsyntax-only: exit status 0"
    diff -u "$work/stderr" "$work/checked" || fail "-fsyntax-only: other messages"
fi
finish
