#!/bin/sh
# explained.sh PAGES DEFINITIONS - every diagnostic of diag.def has a page, docs/diagnostics/ID.md, that `asyncc --explain
# ID` prints; of its two examples the first gets that diagnostic, and the second none and compiles without a warning.
# A file that an example includes is in a comment of its own: /* part.h: text */; so are options: /* options: -D... */
. "$(dirname "$0")/common.sh"
pages=$1
definitions=$2
work explained explained
cd "$work" || exit 1

# example N PAGE - the Nth block of C, with the file that it includes
example() {
    awk -v n="$1" '/^```c$/ { k++; on = k == n; next } /^```$/ { on = 0 } on' "$2" >example.c
    sed -n 's|^/\* part\.h: \(.*\) \*/$|\1|p' example.c >part.h
    options=$(comment options example.c)
    [ -s example.c ] || fail "$2: no example $1"
}

ids=$(sed -n 's/^DIAG(\([A-Z_]*\),.*/\1/p' "$definitions" | tr 'A-Z_' 'a-z-' | sort)
there=$(for page in "$pages"/*.md; do basename "$page" .md; done | grep -v '^index$' | sort)
[ "$ids" = "$there" ] || fail "pages and diagnostics differ: $(printf '%s\n' "$ids" "$there" | sort | uniq -u | tr '\n' ' ')"
[ "$("$ASYNCC" --explain | sed 's/ .*//')" = "$there" ] || fail "--explain lists other pages"

for id in $there; do
    page=$pages/$id.md
    "$ASYNCC" --explain "$id" | diff "$page" - || fail "--explain $id is not its page"
    grep -qxF "| [$id]($id.md) | $(sed -n 3p "$page") |" "$pages/index.md" ||
        fail "the index has no $id, or says other things of it: see docs/diagnostics/regenerate.sh"

    # errors of asyncc's own have no example that is known
    grep -A 1 "^DIAG($(echo "$id" | tr 'a-z-' 'A-Z_')," "$definitions" | grep -q '"internal error: ' && continue

    example 1 "$page"
    "$ASYNCC" -std=gnu17 -I. -I"$ASYNCC_INCLUDE" $options example.c -o out.c 2>stderr
    status=$?
    kind=error expected=1
    grep -q '^## Warned about$' "$page" && kind=warning expected=0
    first=$(grep -m 1 -e ': error: ' -e ': warning: ' stderr)
    case $status:$first in
    "$expected:"*": $kind: "*"[$id]" | "$expected:"*": $kind: "*"[-W$id]") ;;
    *)
        cat stderr
        fail "$id: its first example should get it before all others: exit status $status"
        ;;
    esac

    example 2 "$page"
    if ! "$ASYNCC" -std=gnu17 -I. -I"$ASYNCC_INCLUDE" example.c -o out.c 2>stderr || [ -s stderr ]; then
        cat stderr
        fail "$id: its second example is not translated silently"
        continue
    fi
    for compiler in $ASYNCC_COMPILERS; do
        "$compiler" -std=gnu17 $warnings -I. -I"$ASYNCC_INCLUDE" -c out.c -o out.o || fail "$id: $compiler"
    done
done

"$ASYNCC" --explain BLOCKING_CALL | diff "$pages/blocking-call.md" - || fail "--explain of a name of diag.def"
"$ASYNCC" --explain -Wblocking-call | diff "$pages/blocking-call.md" - || fail "--explain of an option"
"$ASYNCC" --explain nonsense 2>stderr && fail "--explain of nonsense"
grep -q "no diagnostic has the id 'nonsense'" stderr || fail "what --explain says of nonsense"
finish
