#!/bin/sh
# flags.sh PROGRAM... - programs of tests/run under flags that change what C means, how types look or how is linked: the
# serial program against the async one, both with the flags. Each program with two sets of flags, by turns. One flag in one
# file only; and flags that would give the runtime's structs another layout, which the header refuses in one line.
. "$(dirname "$0")/common.sh"

work flags flags
gcc=$(compiler 0) clang=$(compiler 1)
export ASYNCC_CLOCK=virtual

# flags N - the Nth set, counted round and round from 0
flags() {
    case $(($1 % 5)) in
    0) echo -std=c99 ;;
    1) echo -funsigned-char -O2 ;;
    2) echo -flto -O2 ;;
    3) echo -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 ;;
    4) echo -std=gnu2x -fno-strict-aliasing -fno-common -fwrapv ;;
    esac
}

# expect WHAT - ./async does what ./serial does, in all modes
expect() {
    ASAN_OPTIONS=${ASAN_OPTIONS-}:detect_leaks=0 timeout 20 "$work/serial" >"$work/expected"
    expected_status=$?
    for mode in never always random:1; do
        behaves "$work/async" $mode "$1"
    done
}

# try WHAT COMMAND... - runs it; says so if it fails
try() {
    what=$1
    shift
    "$@" 2>"$work/stderr" && return
    cat "$work/stderr"
    fail "$what: $1"
    return 1
}

# program FILE COMPILER FLAG... - the serial program is clang's, whose order is the language's, unless it defers
program() {
    file=$1 compiler=$2
    shift 2
    serial=$ASYNCC_CLANG
    grep -qwE 'defer|_Defer' "$file" && serial=$gcc
    set -- "$@" $(comment options "$file") -I"$ASYNCC_INCLUDE" -iquote"$(dirname "$file")"
    what="$(basename "$file"): $compiler $*"
    try "$what" "$serial" "$@" $ASYNCC_FLAGS -w -DASYNCC_SERIAL "$file" $libraries -o "$work/serial" &&
        try "$what" "$ASYNCC" --verify --suspend-points "$@" "$file" -o "$work/async.c" &&
        try "$what" "$compiler" "$@" $warnings $ASYNCC_FLAGS "$work/async.c" $libraries -o "$work/async" &&
        expect "$what"
}

number=0
for file in "$@"; do
    for turn in 0 1; do
        compiler=$gcc
        case $(flags $((number + turn))) in
        *-flto*) ;; # clang's needs a linker of its own
        *) [ $(((number + turn) % 2)) -eq 1 ] && compiler=$clang ;;
        esac
        program "$file" "$compiler" $(flags $((number + turn)))
    done
    number=$((number + 1))
done

# one flag in one file only
directory=$(dirname "$1")/two_files
for flag in -std=c99 -funsigned-char -flto -O3 -D_FILE_OFFSET_BITS=64 -D_GNU_SOURCE -fno-common; do
    rm -f "$work"/*.o
    own=$flag
    for source in "$directory"/*.c; do
        name=$(basename "$source" .c)
        try "two_files: $flag" "$gcc" -w $own $ASYNCC_FLAGS -DASYNCC_SERIAL -I"$ASYNCC_INCLUDE" -c "$source" \
            -o "$work/$name.serial.o" &&
            try "two_files: $flag" "$ASYNCC" --verify --suspend-points $own -I"$ASYNCC_INCLUDE" "$source" \
                -o "$work/$name.c" &&
            try "two_files: $flag" "$gcc" $own $warnings $ASYNCC_FLAGS -I"$ASYNCC_INCLUDE" -iquote"$directory" \
                -c "$work/$name.c" -o "$work/$name.async.o"
        own=
    done
    for kind in serial async; do
        try "two_files: $flag" "$gcc" $ASYNCC_FLAGS "$work"/*.$kind.o $libraries -o "$work/$kind"
    done
    expect "two_files: $flag"
done

# what the header refuses
for flag in -fpack-struct -fshort-enums; do
    for compiler in "$gcc" "$clang"; do
        printf '#include <asyncc/abi.h>\nint none;\n' >"$work/abi.c"
        if "$compiler" $flag -w -I"$ASYNCC_INCLUDE" -c "$work/abi.c" -o "$work/abi.o" 2>"$work/stderr"; then
            fail "$compiler $flag: accepted"
        elif [ "$(grep -c 'error:' "$work/stderr")" -ne 1 ] || ! grep -q "error:.*$flag" "$work/stderr"; then
            cat "$work/stderr"
            fail "$compiler $flag: something else is said"
        fi
    done
done
finish
