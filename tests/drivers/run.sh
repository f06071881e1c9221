#!/bin/sh
# run.sh PROGRAM - runs a program of tests/run (NAME.c, or a directory NAME of files with a main.c) and
# compares what it prints, and its exit status, with those of its serial elision: the same source compiled
# with -DASYNCC_SERIAL. It is run as it is translated, where most awaits complete at once; and
# translated with --suspend-points, where every await suspends, or a seeded random half of them.
# The elision is compiled by clang, whose order of evaluation is the language's; if it defers, by gcc, the only one
# that can: such a program must not depend on that order.
# Not the whole product of compilers, standards and levels: each of them at least once.
. "$(dirname "$0")/common.sh"

program=$1
name=$(basename "$program" .c)
if [ -d "$program" ]; then
    directory=$program
    sources=$(echo "$program"/*.c)
    result=$program.out
else
    directory=$(dirname "$program")
    sources=$program
    result=${program%.c}.out
fi
options=$(comment options $sources)
work run "$name"
export ASYNCC_CLOCK=virtual

# translate DIRECTORY STANDARD OPTION... - into $work/DIRECTORY
translate() {
    into=$work/$1
    standard=$2
    shift 2
    mkdir -p "$into"
    for source in $sources; do
        if ! "$ASYNCC" --verify "$@" -std="$standard" $options -I"$ASYNCC_INCLUDE" "$source" \
            -o "$into/$(basename "$source")" 2>"$work/stderr"; then
            cat "$work/stderr"
            fail "translation of $source: $*"
            finish
        fi
    done
}

# compile DIRECTORY COMPILER STANDARD LEVEL - $work/DIRECTORY/*.c into $work/program
compile() {
    if ! "$2" -std="$3" "$4" $warnings $options $ASYNCC_FLAGS -iquote"$directory" -I"$ASYNCC_INCLUDE" \
        "$work/$1"/*.c $libraries -o "$work/program" 2>"$work/stderr"; then
        cat "$work/stderr"
        fail "compilation: $*"
        return 1
    fi
}

# expect SUSPEND HOW - runs $work/program, which must do what was expected
expect() {
    behaves "$work/program" "$1" "$2"
}

if grep -q '/\* no elision \*/' $sources; then
    cp "$result" "$work/expected" || exit 1
    expected_status=$(comment exit $sources)
    expected_status=${expected_status:-0}
else
    serial=$ASYNCC_CLANG
    grep -qwE 'defer|_Defer' $sources && serial=$(compiler 0)
    if ! "$serial" -std=gnu17 -DASYNCC_SERIAL -w $options $ASYNCC_FLAGS -I"$ASYNCC_INCLUDE" $sources \
        $libraries -o "$work/serial"; then
        fail "compilation of the serial elision"
        finish
    fi
    ASAN_OPTIONS=${ASAN_OPTIONS-}:detect_leaks=0 timeout 20 "$work/serial" >"$work/expected"
    expected_status=$?
    if [ "$expected_status" -ge 128 ]; then
        fail "the serial elision was ended by a signal: $expected_status"
        finish
    fi
fi

# a forced suspension changes which of several tasks is first; where a test is about that, it says so
if grep -q '/\* order of tasks \*/' $sources; then
    always= random=
else
    always=always random='random:1 random:2'
fi

translate plain.gnu17 gnu17
translate plain.c11 c11
translate suspend.gnu17 gnu17 --suspend-points
translate suspend.c11 c11 --suspend-points

gcc=$(compiler 0) clang=$(compiler 1) other_clang=$(compiler 2)

compile plain.gnu17 "$gcc" gnu17 -O2 && expect '' "$gcc -O2"
compile plain.c11 "$clang" c11 -O0 && expect '' "$clang -O0"
if compile suspend.c11 "$gcc" c11 -O2; then
    for mode in never $always $random; do
        expect $mode "$gcc -O2"
    done
fi
if compile suspend.gnu17 "$other_clang" gnu17 -O2; then
    for mode in $always $random; do
        expect $mode "$other_clang -O2"
    done
fi
compile suspend.gnu17 "$gcc" gnu17 -O0 && expect "${always:-never}" "$gcc -O0"
finish
