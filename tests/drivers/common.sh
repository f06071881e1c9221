# common.sh - what the drivers of the translator's tests have in common; read with `.`
#
# Environment, set by tests/CMakeLists.txt:
#   ASYNCC            the translator
#   ASYNCC_INCLUDE    the directory of asyncc.h
#   ASYNCC_LIBRARY    libasyncc.a
#   ASYNCC_COMPILERS  the C compilers to compile with
#   ASYNCC_CLANG      the one for serial elisions
#   ASYNCC_FLAGS      flags for all compiling and linking (those of a sanitizer)
#   ASYNCC_WORK       where results go: in a directory of its own for each test
#
# A program can say, in comments of its own:
#   /* options: -D... */   flags for the translator and the compilers
#   /* no elision */       it has no serial elision; what it prints is in NAME.out
#   /* order of tasks */   its output depends on which of several tasks is first: no forced suspensions
#   /* exit: 3 */          with which status it then ends; 0 otherwise

set -u
: "${ASYNCC:?}" "${ASYNCC_INCLUDE:?}" "${ASYNCC_LIBRARY:?}" "${ASYNCC_COMPILERS:?}" "${ASYNCC_WORK:?}"

libraries="$ASYNCC_LIBRARY $(pkg-config --libs libuv 2>/dev/null || echo -luv) -lpthread -ldl -lm"
warnings='-Wall -Wextra -Werror'
failed=0

fail() {
    echo "FAILED: $*"
    failed=1
}

# work KIND NAME - an empty directory for the test, and its name in $work
work() {
    work=$ASYNCC_WORK/$1.work/$2
    rm -rf "$work"
    mkdir -p "$work"
}

# comment WORD FILE... - the text after `WORD:` in a comment of the file
comment() {
    word=$1
    shift
    sed -n "s|^/\* $word: *\(.*[^ ]\) *\*/.*|\1|p" "$@" | head -n 1
}

# compiler N - the Nth of the compilers, counted round and round from 0
compiler() {
    n=$1
    set -- $ASYNCC_COMPILERS
    shift $((n % $#))
    echo "$1"
}

# behaves PROGRAM MODE HOW - run in that suspension mode, it must print what $work/expected has, and end with $expected_status
behaves() {
    ASYNCC_SUSPEND=$2 timeout 20 "$1" >"$work/out" 2>"$work/stderr"
    status=$?
    if ! diff -u "$work/expected" "$work/out" || [ "$status" -ne "$expected_status" ]; then
        cat "$work/stderr"
        fail "ASYNCC_SUSPEND='$2', $3: exit status $status, expected $expected_status"
    fi
}

# finish - ends the driver; keeps the results of a failure
finish() {
    [ "$failed" -eq 0 ] && rm -rf "$work"
    exit "$failed"
}
