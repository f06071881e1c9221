# common.sh - what the drivers of package tests have in common; read with `.`. $directory is the test's own.

fail() {
    echo "FAILED: $*"
    exit 1
}

# must COMMAND... - runs it, and shows what it says only if it fails
must() {
    "$@" >"$directory/log" 2>&1 || {
        cat "$directory/log"
        fail "$*"
    }
}

# expect WHAT GOT EXPECTED
expect() {
    [ "$2" = "$3" ] || fail "$1: got '$2', expected '$3'"
}
