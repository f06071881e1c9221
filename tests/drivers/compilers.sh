#!/bin/sh
# compilers.sh FILE.c | DIRECTORY - a program whose text depends on who compiles it, and how: for each compiler and each of
# its sets of flags ("/* flags: A | B */"; none is one) it must do what its serial elision does,
#   - compiled by `asyncc cc COMPILER FLAGS`;
#   - translated for that compiler (--cc) with those flags and compiled so;
#   - translated for no compiler, or for another one, or without the flags, if that compiles at all: then the compiler's
#     first error names the translation's line, `#error "asyncc: …"`, or what is undeclared.
# With "/* refused: TEXT */" all but the first is expected not to compile for at least one compiler, with that text.
# With "/* never with: FLAGS */" the translation, made without them, must not compile with them.
. "$(dirname "$0")/common.sh"
source=$1
directory=$(dirname "$source")
[ -d "$source" ] && directory=$source source=$source/main.c
name=$(basename "${1%.c}")
work compilers "$name"
options=$(comment options "$source")
all_flags=$(comment flags "$source")
refused=$(comment refused "$source")
include="-I$ASYNCC_INCLUDE -iquote$directory"
[ -d "$directory/system" ] && include="$include -isystem $directory/system"
never_with=$(comment 'never with' "$source")
seen_refused=
not_for=
unset ASYNCC_CC

# same HOW - runs $work/program in all modes
same() {
    for mode in never always; do
        behaves "$work/program" $mode "$1"
    done
}

# kept HOW OPTION... - the translation with these, compiled by $compiler with $flags: right, or not compiled
kept() {
    how=$1
    shift
    rm -f "$work/kept.c" "$work/program"
    # shellcheck disable=SC2086
    if ! "$ASYNCC" --verify --suspend-points -std=gnu17 $include $options "$@" "$source" -o "$work/kept.c" 2>"$work/stderr"; then
        grep -q 'internal error' "$work/stderr" && fail "$how: $(cat "$work/stderr")"
        return
    fi
    # shellcheck disable=SC2086
    if "$compiler" -w -std=gnu17 $include $options $flags $ASYNCC_FLAGS "$work/kept.c" $libraries -o "$work/program" 2>"$work/stderr"; then
        same "$how, compiled by $compiler $flags"
    elif [ -n "$refused" ] && grep -q "$refused" "$work/stderr"; then
        seen_refused=yes
    else
        cat "$work/stderr"
        fail "$how, compiled by $compiler $flags: it does not compile"
    fi
}

# never - what is translated for $compiler does not compile with $never_with, where the source does
never() {
    # shellcheck disable=SC2086
    "$compiler" -fsyntax-only -w -std=gnu17 -DASYNCC_SERIAL $include $never_with "$source" 2>/dev/null || return 0
    "$ASYNCC" "--cc=$compiler" -std=gnu17 $include "$source" -o "$work/kept.c" || fail "not translated for $compiler"
    # shellcheck disable=SC2086
    "$compiler" -fsyntax-only -w -std=gnu17 $include $never_with "$work/kept.c" 2>"$work/stderr" &&
        fail "it compiles with $compiler $never_with"
    grep -q 'not what was translated' "$work/stderr" || fail "$compiler $never_with: $(head -n 3 "$work/stderr")"
}

for compiler in $ASYNCC_COMPILERS; do
    [ -z "$never_with" ] || never
    rest="$all_flags|"
    while [ -n "$rest" ]; do
        flags=${rest%%|*} rest=${rest#*|}
        # shellcheck disable=SC2086
        if ! "$compiler" -std=gnu17 -DASYNCC_SERIAL -w $include $options $flags "$source" $libraries \
            -o "$work/serial" 2>"$work/stderr"; then
            not_for="$not_for $compiler"
            continue
        fi
        timeout 20 "$work/serial" >"$work/expected"
        expected_status=$?
        # shellcheck disable=SC2086
        if "$ASYNCC" cc "$compiler" --verify --suspend-points -w -std=gnu17 $include $options $flags $ASYNCC_FLAGS "$source" \
            $libraries -o "$work/program"; then
            same "asyncc cc $compiler $flags"
        else
            fail "asyncc cc $compiler $flags: it does not compile"
        fi
        # shellcheck disable=SC2086
        kept "for it" "--cc=$compiler" $flags
        kept "for no compiler"
        for other in $ASYNCC_COMPILERS; do
            kept "for $other, without its flags" "--cc=$other"
        done
    done
done
[ -z "$not_for" ] || grep -q '/\* not for all \*/' "$source" || fail "the serial elision does not compile:$not_for"
[ -z "$refused" ] || [ -n "$seen_refused" ] || fail "never refused: $refused"
finish
