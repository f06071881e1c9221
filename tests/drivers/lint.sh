#!/bin/sh
# lint.sh - rules about the sources that grep and a compiler can check.
. "$(dirname "$0")/common.sh"
root=$(cd "$(dirname "$0")/../.." && pwd)
work lint lint

includers=$(cd "$root/translator" && grep -l "# *include.*clang-c/" ./*/*.[ch])
[ "$includers" = ./front/clang_internal.h ] || fail "clang-c is included by other files than clang_internal.h:" $includers

# The translator's rooms, as its README has them: each includes its own files, and those of rooms before it.
rooms=$(sed -n 's/^| `\([a-z]*\)\/` |.*/\1/p' "$root/translator/README.md")
[ "$(echo "$rooms" | LC_ALL=C sort)" = "$(cd "$root/translator" && find . -mindepth 1 -type d ! -name '.*' | sed 's|^./||' | LC_ALL=C sort)" ] ||
    fail "translator/README.md has other rooms:" $rooms
before=
for room in $rooms; do
    before="$before $room"
    for file in "$root/translator/$room"/*; do
        for other in $(sed -n 's|^ *# *include "\([^"/]*\)/.*|\1|p' "$file"); do
            case " $before " in
                *" $other "*) ;;
                *) fail "$room/${file##*/} includes a file of $other, a room behind its own" ;;
            esac
        done
    done
done

# Format: of the C as .clang-format has it, of all text as .editorconfig has it.
(cd "$root" && find translator runtime -name '*.[ch]' -exec clang-format-19 --dry-run -Werror {} +) >"$work/format" 2>&1 || {
    head -n 20 "$work/format"
    fail "clang-format-19 -i changes these"
}
odd=$(cd "$root" && find translator runtime cmake bench CMakeLists.txt ./*.md -type f -regex '.*\.\([ch]\|md\|def\|py\|sh\|cmake\|txt\)' \
    ! -name 'expected*' -exec grep -lE "[[:blank:]]\$|$(printf '\t')" {} +)
[ -z "$odd" ] || fail "tabulators, or blanks at the end of lines:" $odd

# What the documents name is there.
for document in CONTRIBUTING.md translator/README.md runtime/README.md tests/README.md; do
    for path in $(grep -o '`[a-z_]*/[a-z_/.0-9]*\.[a-z]*`' "$root/$document" | tr -d '`'); do
        [ -e "$root/$path" ] || [ -e "$root/$(dirname "$document")/$path" ] || fail "$document names $path, which is not there"
    done
done

# Every public header compiles alone.
for header in "$root"/runtime/include/*.h "$root"/runtime/include/asyncc/*.h; do
    for compiler in $ASYNCC_COMPILERS; do
        echo "#include \"$header\"" |
            "$compiler" -std=gnu11 $warnings -I"$ASYNCC_INCLUDE" -x c -fsyntax-only - || fail "$compiler $header"
    done
done
# C++ reads them too, and a header of declarations like a user's own.
cat >"$work/shared.h" <<'END'
#include <asyncc.h>
#ifdef __cplusplus
extern "C" {
#endif
typedef async int source(void);
struct device {
    async int (*read)(char *bytes, int size);
    source *get;
};
async int shared(int n);
async int (*pick(int n))(int);
void install(async int (*callback)(int));
extern source *the_source;
#ifdef __cplusplus
}
#endif
END
for header in "$root"/runtime/include/*.h "$root"/runtime/include/asyncc/*.h "$work/shared.h"; do
    echo "#include \"$header\"" |
        "$ASYNCC_CLANG" -std=c++17 $warnings -I"$ASYNCC_INCLUDE" -x c++ -fsyntax-only - || fail "C++ $header"
done
for compiler in $ASYNCC_COMPILERS; do
    echo "#include \"$work/shared.h\"" |
        "$compiler" -std=c11 $warnings -I"$ASYNCC_INCLUDE" -x c -fsyntax-only - || fail "$compiler shared.h"
done

# What begins with the name of an interpreter is called by its own; and the tree has nothing that was made.
if git -C "$root" rev-parse HEAD >/dev/null 2>&1; then
    odd=$(git -C "$root" ls-files -z '*.sh' '*.py' '.ci/run' |
        (cd "$root" && xargs -0 sh -c 'for f; do read -r line <"$f"; case $line in "#!"*) [ -x "$f" ] || echo "$f" ;; esac; done' sh))
    [ -z "$odd" ] || fail "not executable:" $odd
    made=$(git -C "$root" ls-files '*.o' '*.a' '*.so' '*.pyc')
    [ -z "$made" ] || fail "made files in the tree:" $made
fi

# The table of the pitfalls says of each which tests it has, and those have its number in a comment.
number=1
while [ $number -le 114 ]; do
    row=$(grep "^| $number |" "$root/tests/pitfalls.md") || fail "pitfalls.md has no row $number"
    tests=$(echo "$row" | grep -o '](\([^)]*\))' | tr -d '()]')
    [ -n "$tests" ] || echo "$row" | grep -q '| Not' || fail "pitfalls.md names no test for $number"
    for test in $tests; do
        grep -q "pitfalls: .*\b$number\b" "$root/tests/$test" || fail "$test says nothing of pitfall $number"
    done
    number=$((number + 1))
done
finish
