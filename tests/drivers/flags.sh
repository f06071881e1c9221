#!/bin/sh
# flags.sh SET PROGRAM... - programs of tests/run under a set of flags that change what C means, how types look or how is
# linked: the serial program against the async one, both with the flags, by gcc and clang in turn, translated for them and for
# nobody in turn. Every second program, or all with ASYNCC_ALL=1. SET is one of those below, or
#   one_file   one flag in one file of a program only
#   machine    flags of gcc's for the machine that clang does not know, and what gcc has otherwise on one
#   layout     flags that would give the runtime's structs another layout, which the header refuses in one line
# Environment besides common.sh's: ASYNCC_M32, the flags with which the compilers make programs of 32 bits, and
# ASYNCC_M32_LIBRARY, the runtime for them.
. "$(dirname "$0")/common.sh"

set=$1
shift
work flags "$set"
gcc=$(compiler 0) clang=$(compiler 1)
export ASYNCC_CLOCK=virtual

runs=yes
case $set in
c99) flags='-std=c99' ;;
ansi) flags='-ansi' ;;
c23) flags='-std=gnu2x -fno-strict-aliasing -fno-common -fwrapv' ;;
unsigned_char) flags='-funsigned-char -O2' ;;
lto) flags='-flto -O2' clang=$gcc ;; # clang's needs a linker of its own
large_files) flags='-D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64' ;;
m32) flags="$ASYNCC_M32" libraries="$ASYNCC_M32_LIBRARY -luv -lpthread -ldl -lm" warnings="$warnings -Wno-psabi" ;;
avx512)
    flags=-mavx512f
    grep -qw avx512f /proc/cpuinfo || runs=no
    ;;
esac

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

# program FILE COMPILER FLAG... - the serial program is clang's, whose order is the language's, unless it defers; $cc says
# for whom it is translated
program() {
    file=$1 compiler=$2
    shift 2
    serial=$ASYNCC_CLANG
    grep -qwE 'defer|_Defer' "$file" && serial=$gcc
    set -- "$@" $(comment options "$file") -I"$ASYNCC_INCLUDE" -iquote"$(dirname "$file")"
    what="$(basename "$file"): $compiler $*"
    try "$what" "$serial" "$@" $ASYNCC_FLAGS -w -DASYNCC_SERIAL "$file" $libraries -o "$work/serial" &&
        try "$what" "$ASYNCC" --verify --suspend-points $cc "$@" "$file" -o "$work/async.c" &&
        try "$what" "$compiler" "$@" $warnings $ASYNCC_FLAGS "$work/async.c" $libraries -o "$work/async" || return
    [ $runs = no ] || expect "$what"
}

# mixed DIRECTORY FLAG - the program of that directory, its first file with the flag
mixed() {
    rm -f "$work"/*.o
    own=$2
    for source in "$1"/*.c; do
        name=$(basename "$source" .c)
        try "two_files: $2" "$gcc" -w $own $ASYNCC_FLAGS -DASYNCC_SERIAL -I"$ASYNCC_INCLUDE" -c "$source" \
            -o "$work/$name.serial.o" &&
            try "two_files: $2" "$ASYNCC" --verify --suspend-points $own -I"$ASYNCC_INCLUDE" "$source" \
                -o "$work/$name.c" &&
            try "two_files: $2" "$gcc" $own $warnings $ASYNCC_FLAGS -I"$ASYNCC_INCLUDE" -iquote"$1" \
                -c "$work/$name.c" -o "$work/$name.async.o"
        own=
    done
    for kind in serial async; do
        try "two_files: $2" "$gcc" $ASYNCC_FLAGS "$work"/*.$kind.o $libraries -o "$work/$kind"
    done
    expect "two_files: $2"
}

# refused FLAG COMPILER LANGUAGE - by abi.h
refused() {
    "$2" -x "$3" -c /dev/null -o "$work/abi.o" 2>/dev/null || return # it has no C++
    printf '#include <asyncc/abi.h>\nint none;\n' >"$work/abi.c"
    if "$2" "$1" -x "$3" -w -I"$ASYNCC_INCLUDE" -c "$work/abi.c" -o "$work/abi.o" 2>"$work/stderr"; then
        fail "$2 $1 $3: accepted"
    elif [ "$(grep -c 'error:' "$work/stderr")" -ne 1 ] || ! grep -q "error:.*$1" "$work/stderr"; then
        cat "$work/stderr"
        fail "$2 $1 $3: something else is said"
    fi
}

case $set in
one_file)
    for flag in -std=c99 -funsigned-char -flto -O3 -D_FILE_OFFSET_BITS=64 -D_GNU_SOURCE -fno-common; do
        mixed "$1" $flag
    done
    ;;
machine)
    cc=--cc=$gcc ASYNCC_CLANG=$gcc
    for flag in -mfpmath=387 -mtune=intel -mpreferred-stack-boundary=4 -mfunction-return=thunk -malign-data=cacheline; do
        "$gcc" $flag -c -x c /dev/null -o "$work/none.o" 2>/dev/null || continue # another machine's
        program "$1" "$gcc" $flag
    done
    cat >"$work/wide.c" <<'END'
#include <asyncc.h>
#include <stddef.h>
async int wide(const wchar_t *s);
async int twice(void)
{
    wchar_t s[] = L"one";
    return await wide(s) + await wide(L"two");
}
END
    for machine in '' ${ASYNCC_M32:+"$ASYNCC_M32"}; do
        try "wide characters $machine" "$ASYNCC" $cc -Werror=incompatible-pointer-types $machine -I"$ASYNCC_INCLUDE" \
            "$work/wide.c" -o "$work/wide.out.c" &&
            try "wide characters $machine" "$gcc" $machine $warnings -I"$ASYNCC_INCLUDE" -c "$work/wide.out.c" -o "$work/wide.o"
    done
    ;;
layout)
    for flag in -fpack-struct -fshort-enums; do
        for language in c c++; do
            refused $flag "$gcc" $language
            refused $flag "$clang" $language
        done
    done
    refused -fsingle-precision-constant "$gcc" c # clang has it not
    ;;
*)
    number=0
    for file in "$@"; do
        number=$((number + 1))
        [ $((number % 2)) -eq 1 ] || [ "${ASYNCC_ALL-}" = 1 ] || continue
        compiler=$gcc cc=
        [ $((number / 2 % 2)) -eq 0 ] || compiler=$clang
        [ $((number / 4 % 2)) -eq 0 ] || cc=--cc=$compiler
        program "$file" "$compiler" $flags
    done
    ;;
esac
finish
