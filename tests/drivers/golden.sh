#!/bin/sh
# golden.sh [-u] PROGRAM.c - the translation must be, byte for byte, what PROGRAM.golden says, and compile
# without a warning. With -u, PROGRAM.golden is written instead (see golden/regenerate.sh).
# pitfalls: 103, 111, 112
. "$(dirname "$0")/common.sh"

update=
if [ "$1" = -u ]; then
    update=1
    shift
fi
directory=$(cd "$(dirname "$1")" && pwd)
name=$(basename "$1" .c)
golden=$directory/$name.golden
options=$(comment options "$directory/$name.c")
work golden "$name"

# Translated where it has no directory in its name, which would stand in the #line directives.
cp "$directory/$name".[ch] "$work"
cd "$work" || exit 1
if ! "$ASYNCC" --verify -std=gnu17 $options -iquote"$directory" -I"$ASYNCC_INCLUDE" "$name.c" -o "$name.out.c" 2>stderr; then
    cat stderr
    fail "translation of $name.c"
    finish
fi
if [ "$update" ]; then
    cp "$name.out.c" "$golden"
    finish
fi
diff -u "$golden" "$name.out.c" || fail "the translation is not that of $name.golden"

for compiler in $ASYNCC_COMPILERS; do
    for flags in '-std=c11 -O0' '-std=gnu17 -O2'; do
        if ! "$compiler" $flags $warnings $options -iquote"$directory" -I"$ASYNCC_INCLUDE" -c "$name.out.c" -o out.o 2>stderr; then
            cat stderr
            fail "$compiler $flags"
        fi
    done
done
finish
