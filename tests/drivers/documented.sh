#!/bin/sh
# documented.sh ROOT - what README.md and docs/ say is so: links lead somewhere, programs are translated and compile,
# names are those of the headers and the options those of --help.
. "$(dirname "$0")/common.sh"
root=$1
work documented documented
cd "$root" || exit 1
pages=$(find README.md docs tests bench samples -name '*.md' | sort)

[ "$(wc -l <README.md)" -le 200 ] || fail "README.md has more than 200 lines"

# Links to files of the tree: [text](path#anchor)
for page in $pages; do
    sed '/^```/,/^```/d' "$page" | grep -o '](\([^)]*\))' | sed 's/^](//; s/)$//' >"$work/links"
    while read -r link; do
        path=${link%%#*}
        case $link in
        http://* | https://* | mailto:*) continue ;;
        esac
        if [ -n "$path" ] && [ ! -e "$(dirname "$page")/$path" ]; then
            fail "$page: there is no $path"
            continue
        fi
        anchor=${link#"$path"}
        [ -n "$anchor" ] || continue
        target=$page
        [ -z "$path" ] || target=$(dirname "$page")/$path
        # as forges make anchors of headings
        sed -n 's/^##* //p' "$target" | tr 'A-Z' 'a-z' | sed 's/[^a-z0-9 _-]//g; s/ /-/g' | grep -qxF "${anchor#\#}" ||
            fail "$page: there is no heading $anchor in $target"
    done <"$work/links"
done

# Whole programs: blocks of C that begin with an #include. They are run, too, but for those behind a line
# `<!-- compiled only -->`. (Those of docs/diagnostics have a test of their own.)
count=0
for page in $(echo "$pages" | grep -v docs/diagnostics/); do
    rm -f "$work"/block*
    awk -v work="$work" '/^```c$/ { name = work "/block" ++n (last ~ /compiled only/ ? ".compiled" : "") ".c"; on = 1; next }
        /^```$/ { on = 0 } on { print >name } { last = $0 }' "$page"
    for block in "$work"/block*.c; do
        [ -f "$block" ] && head -n 1 "$block" | grep -q '^#include' || continue
        count=$((count + 1))
        if ! "$ASYNCC" -std=gnu17 -I"$ASYNCC_INCLUDE" "$block" -o "$work/out.c" 2>"$work/stderr" || [ -s "$work/stderr" ]; then
            cat "$work/stderr"
            fail "$page: a program is not translated"
            continue
        fi
        for compiler in $ASYNCC_COMPILERS; do
            "$compiler" -std=gnu17 $warnings -I"$ASYNCC_INCLUDE" $ASYNCC_FLAGS "$work/out.c" $libraries -o "$work/program" ||
                fail "$page: $compiler"
        done
        case $block in *.compiled.c) continue ;; esac
        ASYNCC_CLOCK=virtual timeout 20 "$work/program" >"$work/output" || fail "$page: exit status $?"
        [ -s "$work/output" ] || fail "$page: a program says nothing"
    done
done
[ "$count" -ge 3 ] || fail "only $count programs found"

# Listings of files, behind a line `<!-- PATH -->`: see docs/regenerate.sh.
for page in docs/*.md; do
    for file in $(sed -n 's/^<!-- \([a-z0-9_/]*\.[a-z]*\) -->$/\1/p' "$page"); do
        awk -v file="$file" '$0 == "<!-- " file " -->" { found = 1; next } on && /^```$/ { exit } on
            found && /^```/ { on = 1 }' "$page" | diff -u "$file" - || fail "$page shows another $file: see docs/regenerate.sh"
    done
done

# Names of the runtime.
cat "$ASYNCC_INCLUDE"/asyncc.h "$ASYNCC_INCLUDE"/asyncc/*.h >"$work/headers"
for name in $(cat README.md docs/*.md docs/asyncc.[17] | grep -o -w -E 'async_[a-z_0-9]*[a-z0-9]' | sort -u); do
    case $name in
    async_noun_verb | async_x) continue ;;
    esac
    grep -q -w -e "$name" "$work/headers" || grep -q "\b${name}_" "$work/headers" || fail "documented, but not there: $name"
done

# The reference has every function of the runtime.
awk -f docs/reference.awk runtime/include/asyncc.h runtime/include/asyncc/[!a]*.h >"$work/runtime.md" || fail "docs/reference.awk"
for name in $(cat runtime/include/asyncc.h runtime/include/asyncc/[!a]*.h | grep -o -E '^[^ #*/].*\basync_[a-z_0-9]+\(' |
    grep -o -E 'async_[a-z_0-9]+\($' | tr -d '(' | sort -u); do
    grep -q -w "$name" "$work/runtime.md" || fail "the reference does not have $name"
done

# Options of the translator.
"$ASYNCC" --help >"$work/help"
for option in $(cat README.md docs/*.md | grep -o -e '`asyncc [^`]*`' | grep -o -e ' --\?[a-z][a-z-]*' | sort -u); do
    grep -q -e "$option" "$work/help" || fail "documented, but not in --help: $option"
done
abi=$(sed -n 's/^#define ASYNCC_ABI \([0-9]*\)$/\1/p' "$ASYNCC_INCLUDE/asyncc/abi/number.h")
grep -q "^#define ASYNCC_TRANSLATED $abi\$" docs/generated-code.md && grep -q "libasyncc\.so\.$abi\`" docs/generated-code.md ||
    fail "docs/generated-code.md speaks of another ABI than $abi"
finish
