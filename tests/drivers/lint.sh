#!/bin/sh
# lint.sh - rules about the sources that grep and a compiler can check.
. "$(dirname "$0")/common.sh"
root=$(cd "$(dirname "$0")/../.." && pwd)
work lint lint

includers=$(cd "$root/translator" && grep -l "# *include.*clang-c/" ./*.[ch])
[ "$includers" = ./clang_internal.h ] || fail "clang-c is included by other files than clang_internal.h:" $includers

# Every public header compiles alone.
for header in "$root"/runtime/include/*.h "$root"/runtime/include/asyncc/*.h; do
    for compiler in $ASYNCC_COMPILERS; do
        echo "#include \"$header\"" |
            "$compiler" -std=gnu11 $warnings -I"$ASYNCC_INCLUDE" -x c -fsyntax-only - || fail "$compiler $header"
    done
done
finish
